from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from zjkg.comparison import MeasureScheme, compare
from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import (
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Claims,
    Comparator,
    Comparison,
    ConflictType,
    Entity,
    EntityType,
    Evidence,
    LanguageTag,
    Measurement,
    Mention,
    Modality,
    Name,
    Observation,
    Period,
    Quantity,
    Recognition,
    Sentence,
    Span,
)

SCHEME = MeasureScheme(
    [
        ("对外许可", "out"),
        ("許可", "licence"),
        ("license out", "out"),
        ("交易金额", "amount"),
        ("企业", "firms"),
        ("面积", "area"),
        ("引进", "in"),
    ],
    modifiers=["out", "in"],
)
MakeRecord = Callable[..., ArticleRecord]


@dataclass(frozen=True, slots=True)
class Said:
    """One number of a test article; all words must stand in its text."""

    number: str
    value: str
    unit: str
    measure: str
    subject: str = "滨江园"
    comparator: Comparator = Comparator.EQUAL
    year: str | None = "2020"
    modality: Modality = Modality.ACTUAL
    share_of: str | None = None
    qualifier: str | None = None


@pytest.fixture
def make_record() -> MakeRecord:
    """A record whose text is one sentence, with one subject entity per distinct subject words."""

    def make(source: str, text: str, *said: Said) -> ArticleRecord:
        def span(words: str | None) -> Span | None:
            return Span(text.index(words), text.index(words) + len(words)) if words else None

        def at(words: str) -> Span:
            return Span(text.index(words), text.index(words) + len(words))

        whole = Span(0, len(text))
        article = Article(
            source, source, "utf-8", "text/plain", text, LanguageTag.HANS, None, None, None,
            (Block(whole, BlockKind.PARAGRAPH),), (Sentence(whole, LanguageTag.HANS, 0),),
        )  # fmt: skip
        subjects = list(dict.fromkeys(each.subject for each in said))
        mentions = tuple(Mention(at(s), EntityType.PARK, ("test",), 1.0) for s in subjects)
        entities = tuple(
            Entity(f"e{i}", EntityType.PARK, (Name(s, LanguageTag.HANS, at(s)),), (i,))
            for i, s in enumerate(subjects)
        )
        quantities = tuple(
            Quantity(
                at(each.number), at(each.number), Decimal(each.value), None, each.unit,
                each.comparator, Period(each.year, each.year, None) if each.year else None,
                span(each.share_of), None, "test",
            )
            for each in said
        )  # fmt: skip
        observations = tuple(
            Observation(
                i, f"e{subjects.index(each.subject)}", at(each.subject), at(each.measure),
                each.modality, span(each.qualifier), None, Evidence(whole, (at(each.number),)),
                "test",
            )
            for i, each in enumerate(said)
        )  # fmt: skip
        return ArticleRecord(
            article, Recognition((), mentions, ()), Measurement(quantities), entities,
            Claims(observations),
        )  # fmt: skip

    return make


def comparison(*records: ArticleRecord) -> Comparison:
    return compare(records, resolve(records, [], [], Minter("https://example.org/")), SCHEME)


def kinds(found: Comparison) -> Sequence[ConflictType]:
    return [each.type for each in found.contradictions]


A_TEXT = "2020年滨江园对外许可交易金额达527亿元。"
B_TEXT = "滨江园License out交易金额2020年为572亿元。"
A = Said("527亿元", "52700000000", "CNY", "对外许可交易金额")
B = Said("572亿元", "57200000000", "CNY", "License out交易金额")


def test_digit_transposition(make_record: MakeRecord) -> None:
    found = comparison(make_record("a", A_TEXT, A), make_record("b", B_TEXT, B))
    assert kinds(found) == [ConflictType.DIGIT_TRANSPOSITION]
    reason = found.contradictions[0].reason
    assert "527亿元" in reason.en
    assert "572亿元" in reason.zh


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"year": "2021"}, "another year"),
        ({"year": None}, "no period"),
        ({"unit": "USD"}, "another currency"),
        ({"modality": Modality.TARGET}, "a target is no statement of fact"),
        ({"value": "5720000000000"}, "another magnitude"),
        ({"share_of": "滨江园"}, "another scope"),
    ],
)
def test_look_alikes_of_a_transposition(
    make_record: MakeRecord, changed: dict[str, str], why: str
) -> None:
    fields = {name: getattr(B, name) for name in B.__slots__} | changed
    found = comparison(make_record("a", A_TEXT, A), make_record("b", B_TEXT, Said(**fields)))
    assert ConflictType.DIGIT_TRANSPOSITION not in kinds(found), why


def test_another_measure_is_no_transposition(make_record: MakeRecord) -> None:
    area = Said("572亿元", "57200000000", "CNY", "企业产值")
    text = "滨江园企业产值2020年为572亿元。"
    assert not comparison(make_record("a", A_TEXT, A), make_record("b", text, area)).contradictions


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("=", "30"), ("=", "40"), [ConflictType.VALUE]),
        (("=", "30"), ("=", "30"), []),
        ((">", "30"), ("=", "40"), []),
        ((">", "40"), ("=", "30"), [ConflictType.BOUND]),
        (("~", "40"), ("=", "38"), []),
        (("<", "30"), (">=", "50"), [ConflictType.BOUND]),
        ((">", "10"), ("<", "20"), []),
    ],
)
def test_bounds_of_counts(
    make_record: MakeRecord,
    a: tuple[str, str],
    b: tuple[str, str],
    expected: list[ConflictType],
) -> None:
    one = Said("N家", a[1], "家", "企业", comparator=Comparator(a[0]))
    two = Said("N家", b[1], "家", "企业", comparator=Comparator(b[0]))
    text = "2020年滨江园企业N家。"
    assert kinds(comparison(make_record("a", text, one), make_record("b", text, two))) == expected


def test_a_rounded_amount_meets_the_exact_one(make_record: MakeRecord) -> None:
    rounded = Said("53亿元", "5300000000", "CNY", "交易金额")
    exact = Said("52.7亿元", "5270000000", "CNY", "交易金额")
    found = comparison(
        make_record("a", "滨江园交易金额53亿元", rounded),
        make_record("b", "滨江园交易金额52.7亿元", exact),
    )
    assert not found.contradictions


def test_a_bare_head_takes_the_modifier_of_its_sentence(make_record: MakeRecord) -> None:
    out = Said("90%", "90", "%", "交易金额", share_of="全国")
    into = Said("40%", "40", "%", "交易金额", share_of="全国")
    found = comparison(
        make_record("a", "2020年滨江园对外许可有12项，交易金额占全国90%", out),
        make_record("b", "2020年滨江园引进许可保持势头，交易金额占全国40%", into),
    )
    assert not found.contradictions


def test_weakened_modality(make_record: MakeRecord) -> None:
    weak = Said("7家", "7", "家", "中心", share_of="药企50强", qualifier="已设立或酝酿设立")
    firm = Said("7家", "7", "家", "中心", share_of="器械企业50强")
    found = comparison(
        make_record("a", "药企50强中的7家在滨江园已设立或酝酿设立中心", weak),
        make_record("b", "器械企业50强在滨江园设立7家中心", firm),
    )
    assert kinds(found) == []  # another whole
    firm = Said("7家", "7", "家", "中心", share_of="全球药企50强")
    found = comparison(
        make_record("a", "药企50强中的7家在滨江园已设立或酝酿设立中心", weak),
        make_record("b", "全球药企50强在滨江园设立7家中心", firm),
    )
    assert kinds(found) == [ConflictType.MODALITY]


@pytest.mark.parametrize(("third", "fits"), [("60", True), ("70", False)])
def test_sum_check(make_record: MakeRecord, third: str, fits: bool) -> None:  # noqa: FBT001
    text = f"滨江园规划面积100亩，其中核心区面积40亩，扩展区面积{third}亩"
    record = make_record(
        "a",
        text,
        Said("100亩", "100", "mu", "规划面积"),
        Said("40亩", "40", "mu", "核心区面积"),
        Said(f"{third}亩", third, "mu", "扩展区面积"),
    )
    found = comparison(record)
    assert [check.fits for check in found.checks] == [fits]
    assert (ConflictType.ARITHMETIC in kinds(found)) is not fits


def test_share_check(make_record: MakeRecord) -> None:
    text = "全国54项试验中，滨江园有16项，占全国近三分之一"
    record = make_record(
        "a",
        text,
        Said("54项", "54", "项", "试验", share_of="全国"),
        Said("16项", "16", "项", "试验"),
        Said("近三分之一", "0.3333", "ratio", "试验", share_of="全国", comparator=Comparator.ABOUT),
    )
    found = comparison(record)
    assert [(check.kind, check.fits) for check in found.checks] == [("share", True)]
    assert found.checks[0].computed == Decimal("0.2963")


def test_order_of_articles_does_not_matter(make_record: MakeRecord) -> None:
    a, b = make_record("a", A_TEXT, A), make_record("b", B_TEXT, B)
    assert comparison(a, b) == comparison(b, a)
