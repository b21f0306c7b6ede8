"""The scorer on one small article of which gold and prediction are written by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import msgspec
import pytest

from zjkg.model import Comparator, EntityType, Modality, Predicate
from zjkg.quality import ArticleScore, Gold, Kind, Prediction, Score, Tally, score
from zjkg.quality.predictions import (
    PredictedEntity,
    PredictedMention,
    PredictedQuantity,
    PredictedQuotation,
    PredictedRelation,
    PredictedRole,
)

_QUANTITY = {
    "value": 120, "valueMax": None, "unit": "家", "comparator": ">", "periodStart": None,
    "periodEnd": "2024", "modality": "actual", "shareOf": "全市", "subject": "蓝湾园",
    "measure": "生物企业", "quote": "截至2024年，蓝湾园有超120家生物企业。",
}  # fmt: skip
_DURATION = _QUANTITY | {
    "value": 6, "unit": "年", "comparator": "=", "periodEnd": None, "shareOf": None,
    "subject": None, "measure": "研发", "quote": "研发历时6年。", "optional": True,
}  # fmt: skip
_GOLD = msgspec.convert(
    {
        "source": "lanwan",
        "language": "zh-Hans",
        "published": None,
        "entities": [
            {"name": "蓝湾生物产业园", "type": "Park", "aliases": ["蓝湾园"]},
            {"name": "晨星制药", "type": "Organization", "aliases": []},
            {"name": "陆知远", "type": "Person", "aliases": []},
        ],
        "roles": [
            {"person": "陆知远", "organization": "晨星制药", "post": "总经理"},
            {"person": "陆知远", "organization": None, "post": "记者"},
        ],
        "quantities": [_QUANTITY, _DURATION],
        "relations": [
            {"subject": "晨星制药", "predicate": "locatedIn", "object": "蓝湾园"},
            {"subject": "晨星制药", "predicate": "partnersWith", "object": "蓝湾园"},
        ],
        "quotations": [
            {"speaker": "陆知远", "text": "我们明年开工，后年投产。"},
            {"speaker": None, "text": "这里的路修得很快。"},
        ],
    },
    Gold,
)
_PARK = ("蓝湾生物产业园", "蓝湾园")
_FIRM = ("晨星制药",)
_PERSON = ("陆知远",)
_FOUND = PredictedQuantity(
    value=Decimal(120),
    unit="家",
    comparator=Comparator.MORE,
    period_end="2024",
    share_of="全市",
    subject=_PARK,
    measure="生物企业",
    rule="observation:right-noun",
    number_rule="quantity:chinese",
    sentence="截至2024年，蓝湾园有超120家生物企业。",
)
_ENTITIES = (
    PredictedEntity(_PARK, EntityType.PARK),
    PredictedEntity(_FIRM, EntityType.ORGANIZATION),
    PredictedEntity(_PERSON, EntityType.PERSON),
)
_ROLES = (
    PredictedRole(_PERSON, _FIRM, "总经理", "role-after"),
    PredictedRole(_PERSON, None, "记者", "role-byline"),
)
_RELATIONS = (
    PredictedRelation(_FIRM, Predicate.LOCATED_IN, _PARK, "relation-in"),
    PredictedRelation(_PARK, Predicate.PARTNERS_WITH, _FIRM, "relation-with"),
)
_QUOTATIONS = (
    PredictedQuotation(_PERSON, "我们明年开工，后年投产。"),
    PredictedQuotation(None, "这里的路修得很快。"),
)
_PERFECT = Prediction(_ENTITIES, _ROLES, (_FOUND,), _RELATIONS, _QUOTATIONS)


def _kinds(result: ArticleScore, figure: str) -> list[Kind]:
    return [each.kind for each in result.findings if each.figure == figure]


def _with_quantity(predicted: PredictedQuantity, gold: Gold = _GOLD) -> ArticleScore:
    return score(gold, replace(_PERFECT, quantities=(predicted,)))


def test_a_perfect_prediction_scores_one_everywhere() -> None:
    result = score(_GOLD, _PERFECT)

    assert {each.f1 for each in result.figures.values()} == {1.0}
    assert result.findings == ()
    assert {each.precision for each in result.rules.values()} == {1.0}


def test_an_empty_prediction_scores_zero_in_every_class() -> None:
    result = score(_GOLD, Prediction())

    for figure in ("entities", "roles", "quantities", "relations", "quotations"):
        assert result.figures[figure].f1 == 0.0
        assert set(_kinds(result, figure)) == {Kind.MISSED}


def test_a_wrong_type_is_a_miss_and_a_false_alarm_but_right_as_a_surface() -> None:
    park = PredictedEntity(_PARK, EntityType.PLACE)

    result = score(_GOLD, replace(_PERFECT, entities=(park, *_ENTITIES[1:])))

    assert result.figures["entities"] == Score(2, 3, 3)
    assert result.figures["entities.surface"] == Score(3, 3, 3)
    assert result.figures["entities.Park"] == Score(0, 0, 1)
    assert result.figures["entities.Place"] == Score(0, 1, 0)
    assert _kinds(result, "entities") == [Kind.MISSED, Kind.FALSE_ALARM]


def test_an_entity_in_two_pieces_has_all_names_and_no_link() -> None:
    pieces = tuple(PredictedEntity((name,), EntityType.PARK) for name in _PARK)

    result = score(_GOLD, replace(_PERFECT, entities=(*pieces, *_ENTITIES[1:])))

    assert result.figures["entities"] == Score(3, 4, 3)
    assert result.figures["entities.names"] == Score(4, 4, 4)
    assert result.figures["entities.links"] == Score(0, 0, 1)


def test_a_wrong_merge_is_a_wrong_link() -> None:
    merged = PredictedEntity((*_FIRM, *_PERSON), EntityType.PERSON)

    result = score(_GOLD, replace(_PERFECT, entities=(_ENTITIES[0], merged)))

    assert result.figures["entities.links"] == Score(1, 2, 1)


@pytest.mark.parametrize("figure", ["entities", "roles", "quantities", "relations", "quotations"])
def test_a_duplicate_is_a_false_alarm(figure: str) -> None:
    rows = getattr(_PERFECT, figure)

    result = score(_GOLD, replace(_PERFECT, **{figure: (*rows, rows[0])}))

    assert result.figures[figure].right == len(rows)
    assert result.figures[figure].predicted == len(rows) + 1
    assert _kinds(result, figure) == [Kind.FALSE_ALARM]


def test_a_mention_is_right_with_a_gold_name_and_its_type() -> None:
    mentions = (
        PredictedMention("蓝湾园", EntityType.PARK, ("gazetteer", "tagger:one")),
        PredictedMention("蓝湾园", EntityType.PLACE, ("tagger:one",)),
    )

    result = score(_GOLD, replace(_PERFECT, mentions=mentions))

    assert result.rules["mention:gazetteer"] == Tally(1, 1)
    assert result.rules["mention:tagger:one"] == Tally(1, 2)


@pytest.mark.parametrize(
    "role",
    [
        PredictedRole(_PERSON, None, "总经理"),
        PredictedRole(_PERSON, _FIRM, "副总经理"),
        PredictedRole(_FIRM, _PERSON, "总经理"),
    ],
)
def test_a_role_is_right_as_a_whole_only(role: PredictedRole) -> None:
    result = score(_GOLD, replace(_PERFECT, roles=(role, _ROLES[1])))

    assert result.figures["roles"] == Score(1, 2, 2)


def test_only_partnership_has_no_direction() -> None:
    swapped = tuple(replace(r, subject=r.object, object=r.subject) for r in _RELATIONS)

    result = score(_GOLD, replace(_PERFECT, relations=swapped))

    assert result.figures["relations"] == Score(1, 2, 2)
    assert result.rules["relation:relation-in"] == Tally(0, 1)
    assert result.rules["relation:relation-with"] == Tally(1, 1)


def test_swapped_speakers_are_found_with_the_wrong_speaker() -> None:
    first, second = _QUOTATIONS
    swapped = (replace(first, speaker=None), replace(second, speaker=_PERSON))

    result = score(_GOLD, replace(_PERFECT, quotations=swapped))

    assert result.figures["quotations"] == Score(2, 2, 2)
    assert result.figures["quotations.speaker"] == Score(0, 2, 2)
    assert _kinds(result, "quotations.speaker") == [Kind.WRONG, Kind.WRONG]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“我们明年开工,后年投产”", 2),
        ("我们明年开工", 1),
        ("我们明年开工，后年投产。资金已经到位，设备也已订购。", 1),
    ],
)
def test_a_quotation_is_found_where_most_of_it_is_common(text: str, found: int) -> None:
    other = replace(_QUOTATIONS[0], text=text)

    result = score(_GOLD, replace(_PERFECT, quotations=(other, _QUOTATIONS[1])))

    assert result.figures["quotations"] == Score(found, 2, 2)


@pytest.mark.parametrize(
    ("value", "found"), [("120.01", 1), ("119.99", 1), ("120.02", 0), ("102", 0), ("-120", 0)]
)
def test_a_value_has_a_small_tolerance(value: str, found: int) -> None:
    result = _with_quantity(replace(_FOUND, value=Decimal(value)))

    assert result.figures["quantities"] == Score(found, 1, 1)


@pytest.mark.parametrize(("unit", "found"), [("間", 0), ("家", 1), (" 家", 1), ("个", 0)])
def test_a_unit_must_be_the_same(unit: str, found: int) -> None:
    assert _with_quantity(replace(_FOUND, unit=unit)).figures["quantities"].right == found


def test_a_unit_may_be_in_the_other_script() -> None:
    gold = msgspec.structs.replace(_GOLD.quantities[0], unit="項")
    traditional = msgspec.structs.replace(_GOLD, quantities=(gold,))

    assert _with_quantity(replace(_FOUND, unit="项"), traditional).figures["quantities"].right == 1


@pytest.mark.parametrize(
    ("changed", "figure", "in_context"),
    [
        (replace(_FOUND, comparator=Comparator.AT_LEAST), "comparator", True),
        (replace(_FOUND, period_start="2024"), "period", True),
        (replace(_FOUND, period_end=None), "period", True),
        (replace(_FOUND, modality=Modality.TARGET), "modality", True),
        (replace(_FOUND, share_of=None), "shareOf", True),
        (replace(_FOUND, subject=None), "subject", False),
        (replace(_FOUND, subject=_FIRM), "subject", False),
        (replace(_FOUND, measure="企业"), "measure", False),
        (replace(_FOUND, value_max=Decimal(130)), "valueMax", False),
    ],
)
def test_a_wrong_attribute_counts_among_the_found(
    changed: PredictedQuantity, figure: str, *, in_context: bool
) -> None:
    result = _with_quantity(changed)

    assert result.figures["quantities"] == Score(1, 1, 1)
    assert result.figures[f"quantities.{figure}"] == Score(0, 1, 1)
    assert result.figures["quantities.context"].right == (0 if in_context else 1)
    assert [each.kind for each in result.findings] == [Kind.WRONG]


def test_a_null_subject_is_right_only_where_gold_has_none() -> None:
    gold = msgspec.structs.replace(_GOLD.quantities[0], subject=None)
    subjectless = msgspec.structs.replace(_GOLD, quantities=(gold,))

    without = _with_quantity(replace(_FOUND, subject=None), subjectless)
    with_one = _with_quantity(_FOUND, subjectless)

    assert without.figures["quantities.subject"] == Score(1, 1, 1)
    assert with_one.figures["quantities.subject"] == Score(0, 1, 1)


def test_a_share_may_be_named_more_fully() -> None:
    result = _with_quantity(replace(_FOUND, share_of="全市企业"))

    assert result.figures["quantities.shareOf"] == Score(1, 1, 1)


def test_an_optional_row_neither_helps_nor_hurts() -> None:
    duration = PredictedQuantity(
        Decimal(6), "年", comparator=Comparator.ABOUT, sentence="研发历时6年。"
    )

    result = score(_GOLD, replace(_PERFECT, quantities=(_FOUND, duration)))

    assert result.figures == score(_GOLD, _PERFECT).figures
    assert result.findings == ()
    assert result.rules == score(_GOLD, _PERFECT).rules


def test_equal_numbers_are_paired_within_their_sentences() -> None:
    other = msgspec.structs.replace(
        _GOLD.quantities[0], subject="晨星制药", quote="晨星制药服务超120家生物企业。"
    )
    gold = msgspec.structs.replace(_GOLD, quantities=(_GOLD.quantities[0], other))
    quantities = (replace(_FOUND, subject=_FIRM, sentence=other.quote), _FOUND)

    result = score(gold, replace(_PERFECT, quantities=quantities))

    assert result.figures["quantities.subject"] == Score(2, 2, 2)


def test_rules_of_numbers_and_of_their_meaning_are_told_apart() -> None:
    result = _with_quantity(replace(_FOUND, subject=_FIRM))

    assert result.rules["quantity:chinese"] == Tally(1, 1)
    assert result.rules["observation:right-noun"] == Tally(0, 1)
