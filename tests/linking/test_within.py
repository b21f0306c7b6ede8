from __future__ import annotations

from collections.abc import Callable

import pytest

from zjkg.linking.names import core, is_short_form
from zjkg.model import ArticleRecord, EntityType, LanguageTag

ORG, PERSON, PARK, PLACE = (
    EntityType.ORGANIZATION,
    EntityType.PERSON,
    EntityType.PARK,
    EntityType.PLACE,
)
MakeRecord = Callable[..., ArticleRecord]
NamesOf = Callable[[ArticleRecord], list[set[str]]]


@pytest.mark.parametrize(
    ("short", "long", "kind"),
    [
        ("蓝舟", "蓝舟科技", ORG),
        ("蓝舟生物", "蓝舟生物医药(苏州)有限公司", ORG),
        ("东湖集团", "武汉东湖（集团）有限公司", ORG),
        ("药监局", "药品监督管理局", ORG),
        ("BGI", "Bay Genome Institute", ORG),
        ("Lin", "Lin Wei", PERSON),
        ("生命谷", "滨江生命谷", PARK),
        ("药谷", "滨江药谷", PARK),
        ("滨江", "滨江区", PLACE),
        ("Halvard", "Halvard Optics", ORG),
        ("Halvard Optics", "Halvard Optics AB", ORG),
        ("岚弗士", "岚弗士医电", ORG),
        ("东关医院", "江州大学东关医院", ORG),
    ],
)
def test_short_forms(short: str, long: str, kind: EntityType) -> None:
    assert is_short_form(short, long, kind)


@pytest.mark.parametrize(
    ("short", "long", "kind"),
    [
        ("东湖集团", "东湖集团生物医药有限公司", ORG),  # a subsidiary
        ("苏州大学", "苏州大学附属医院", ORG),  # a part
        ("附属医院", "江州大学附属医院", ORG),  # many universities have one
        ("上海药物所", "北京药物所", ORG),
        ("Wei Lin", "Lin Wei", PERSON),
        ("东湖", "东湖高新", PLACE),
        ("Aarhus", "Aarhus University", ORG),
        ("滨海市药品监督管理局", "滨海市药品监督管理局东城分局", ORG),  # a part
    ],
)
def test_not_short_forms(short: str, long: str, kind: EntityType) -> None:
    assert is_short_form(short, long, kind) is None


def test_different_places_never_agree() -> None:
    assert not core("上海交通大学", ORG).agrees(core("西安交通大学", ORG))
    assert core("上海蓝舟有限公司", ORG).agrees(core("蓝舟", ORG))


def test_same_name_in_one_article_is_one_entity(make_record: MakeRecord, names_of: NamesOf) -> None:
    record = make_record(
        "a",
        "蓝舟科技落户滨江，蓝舟说，蓝舟科技很好。",
        [("蓝舟科技", ORG), ("蓝舟", ORG), ("蓝舟科技", ORG)],
    )
    assert names_of(record) == [{"蓝舟科技", "蓝舟"}]
    assert record.entities[0].names[0].text == "蓝舟科技"
    assert record.entities[0].mentions == (0, 1, 2)


def test_a_short_form_of_a_short_form_joins_the_whole(
    make_record: MakeRecord, names_of: NamesOf
) -> None:
    record = make_record(
        "a",
        "Halvard Optics AB, Halvard Optics, Halvard.",
        [("Halvard Optics AB", ORG), ("Halvard Optics", ORG), ("Halvard", ORG)],
        language=LanguageTag.EN,
    )
    assert names_of(record) == [{"Halvard Optics AB", "Halvard Optics", "Halvard"}]


def test_ambiguous_short_form_stays_alone(make_record: MakeRecord, names_of: NamesOf) -> None:
    record = make_record(
        "a",
        "蓝舟科技与蓝舟医疗合作，蓝舟称。",
        [("蓝舟科技", ORG), ("蓝舟医疗", ORG), ("蓝舟", ORG)],
    )
    assert names_of(record) == [{"蓝舟科技"}, {"蓝舟医疗"}, {"蓝舟"}]


def test_one_name_of_two_types_is_two_entities(make_record: MakeRecord, names_of: NamesOf) -> None:
    record = make_record("a", "光谷在武汉，光谷有园区。", [("光谷", PLACE), ("光谷", PARK)])
    assert len(names_of(record)) == 2


def test_script_does_not_divide(make_record: MakeRecord, names_of: NamesOf) -> None:
    record = make_record(
        "a",
        "藍舟科技與蓝舟科技。",
        [("藍舟科技", ORG), ("蓝舟科技", ORG)],
        language=LanguageTag.HANT,
    )
    assert names_of(record) == [{"藍舟科技", "蓝舟科技"}]


@pytest.mark.parametrize(
    ("long", "short", "kind"),
    [
        ("滨江科学园区管理局", "滨科管理局", ORG),
        ("東岸科學園區管理局", "東科管理局", ORG),
        ("Wuhan Harlowe Cell Technology", "Harlowe", ORG),
        ("Alison Marsh Pui-yan", "Marsh", PERSON),
        ("东岸新片区", "东岸", PLACE),
    ],
)
def test_shortened_office_firm_person_and_area(
    long: str, short: str, kind: EntityType, make_record: MakeRecord, names_of: NamesOf
) -> None:
    record = make_record("a", f"{long}, {short}.", [(long, kind), (short, kind)])
    assert names_of(record) == [{long, short}]


@pytest.mark.parametrize(
    ("one", "other"),
    [("香港中文大学", "香港大学"), ("滨江科学园区管理局", "西科管理局")],
)
def test_another_university_or_office_stays_apart(
    one: str, other: str, make_record: MakeRecord, names_of: NamesOf
) -> None:
    record = make_record("a", f"{one}，{other}。", [(one, ORG), (other, ORG)])
    assert names_of(record) == [{one}, {other}]
