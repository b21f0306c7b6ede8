"""The many ways in which news of three scripts says who holds which post."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Make

NAMES = (
    "远帆生物=organization",
    "云杉医药=organization",
    "滨湖大学药学院=organization",
    "滨湖科学院=organization",
    "滨湖市委=organization",
    "滨湖市科技局=organization",
    "滨湖日报=organization",
    "滨湖药谷=park",
    "滨湖市=place",
    "周岚=person",
    "江越=person",
    "韩青=person",
)
ZH = [
    (
        "滨湖科学院院士、滨湖大学药学院院长、云杉医药首席科学家周岚到场。",
        {
            ("周岚", "滨湖科学院", "院士"),
            ("周岚", "滨湖大学药学院", "院长"),
            ("周岚", "云杉医药", "首席科学家"),
        },
    ),
    ("远帆生物创始人之一周岚到场。", {("周岚", "远帆生物", "创始人")}),
    ("时任滨湖市科技局局长的周岚到场。", {("周岚", "滨湖市科技局", "局长")}),
    (
        "远帆生物副总裁兼研发中心主任周岚到场。",
        {("周岚", "远帆生物", "副总裁"), ("周岚", "远帆生物", "主任")},
    ),
    (
        "滨湖市委副书记、市长周岚到场。",
        {("周岚", "滨湖市委", "副书记"), ("周岚", None, "市长")},
    ),
    ("滨湖市副市长周岚到场。", {("周岚", None, "副市长")}),
    ("周岚（前云杉医药医学总监）到场。", {("周岚", "云杉医药", "医学总监")}),
    ("周岚 远帆生物董事会秘书", {("周岚", "远帆生物", "董事会秘书")}),
    (
        "周岚　远帆生物　创始人兼总裁",
        {("周岚", "远帆生物", "创始人"), ("周岚", "远帆生物", "总裁")},
    ),
    (
        "周岚是远帆生物副总经理，此前任滨湖大学药学院副教授。",
        {("周岚", "远帆生物", "副总经理"), ("周岚", "滨湖大学药学院", "副教授")},
    ),
    (
        "远帆生物任命前云杉医药副总裁周岚为首席医学官。",
        {
            ("周岚", "云杉医药", "副总裁"),
            ("周岚", "远帆生物", "首席医学官"),
        },
    ),
    ("远帆生物落户滨湖药谷。公司总经理由周岚担任。", {("周岚", "远帆生物", "总经理")}),
    ("远帆生物落户滨湖药谷。周岚现任首席质量官。", {("周岚", "远帆生物", "首席质量官")}),
    (
        "远帆生物落户滨湖药谷。据公司副总经理周岚介绍，进展顺利。",
        {("周岚", "远帆生物", "副总经理")},
    ),
    ("滨湖市科技局印发办法。该局副局长周岚解读。", {("周岚", "滨湖市科技局", "副局长")}),
    ("滨湖药谷运营总监周岚到场。", {("周岚", "滨湖药谷", "运营总监")}),
    (
        "远帆生物董事长周岚、总经理江越到场。",
        {
            ("周岚", "远帆生物", "董事长"),
            ("江越", "远帆生物", "总经理"),
        },
    ),
    ("滨湖日报记者周岚、江越报道。", {("周岚", "滨湖日报", "记者"), ("江越", "滨湖日报", "记者")}),
    (
        "远帆生物创始人周岚说，云杉医药是伙伴。总经理周岚补充，进展顺利。",
        {
            ("周岚", "远帆生物", "创始人"),
            ("周岚", "远帆生物", "总经理"),
        },
    ),
    ("远帆生物签约。教授周岚到场。", {("周岚", None, "教授")}),
    ("周岚院士到场。", set()),
]
HANT_NAMES = ("遠帆生醫=organization", "濱湖醫院=organization", "周嵐=person", "江越=person")
HANT = [
    (
        "遠帆生醫今天上櫃。發言人暨財務長周嵐補充，營收成長。",
        {
            ("周嵐", "遠帆生醫", "發言人"),
            ("周嵐", "遠帆生醫", "財務長"),
        },
    ),
    ("周嵐　濱湖醫院　副院長", {("周嵐", "濱湖醫院", "副院長")}),
    ("濱湖醫院副院長（研究）周嵐到場。", {("周嵐", "濱湖醫院", "副院長（研究）")}),
    ("濱湖醫院顧問醫生周嵐到場。", {("周嵐", "濱湖醫院", "顧問醫生")}),
    (
        "遠帆生醫董事總經理周嵐、營運長江越到場。",
        {
            ("周嵐", "遠帆生醫", "董事總經理"),
            ("江越", "遠帆生醫", "營運長"),
        },
    ),
    (
        "遠帆生醫總經理周嵐（前濱湖醫院主任秘書）到場。",
        {
            ("周嵐", "遠帆生醫", "總經理"),
            ("周嵐", "濱湖醫院", "主任秘書"),
        },
    ),
]
EN_NAMES = (
    "Ann Low=person",
    "Bo Reed=person",
    "Farsail Bio=organization",
    "Kitemed=organization",
    "Lakeside University=organization",
    "Lakeside Bureau=organization",
    "Huzhou=place",
    "Lake Park=park",
)
EN = [
    (
        "Chief executive Ann Low, who until March was head of oncology at Kitemed, agreed.",
        {
            ("Ann Low", None, "Chief executive"),
            ("Ann Low", "Kitemed", "head of oncology"),
        },
    ),
    (
        "Farsail Bio grew. Its vice president for finance, Ann Low, agreed.",
        {
            ("Ann Low", "Farsail Bio", "vice president for finance"),
        },
    ),
    (
        "Ann Low, Ph.D., a professor of medicine at Lakeside University, agreed.",
        {
            ("Ann Low", "Lakeside University", "professor of medicine"),
        },
    ),
    ("Ann Low, vice-mayor of Huzhou, agreed.", {("Ann Low", None, "vice-mayor")}),
    (
        "Farsail Bio has named Ann Low, formerly president of Kitemed, as chief medical officer.",
        {
            ("Ann Low", "Kitemed", "president"),
            ("Ann Low", "Farsail Bio", "chief medical officer"),
        },
    ),
    (
        "Ann Low joins Farsail Bio as general counsel.",
        {
            ("Ann Low", "Farsail Bio", "general counsel"),
        },
    ),
    (
        "Ann Low, vice president of Farsail Bio and secretary-general of Kitemed, agreed.",
        {
            ("Ann Low", "Farsail Bio", "vice president"),
            ("Ann Low", "Kitemed", "secretary-general"),
        },
    ),
    (
        "Lakeside University virologist Ann Low agreed.",
        {
            ("Ann Low", "Lakeside University", "virologist"),
        },
    ),
    (
        "The Lakeside Bureau agreed, bureau Deputy Director-General Ann Low said.",
        {
            ("Ann Low", "Lakeside Bureau", "Deputy Director-General"),
        },
    ),
    (
        "Farsail Bio co-founders Ann Low and Bo Reed agreed.",
        {
            ("Ann Low", "Farsail Bio", "co-founders"),
            ("Bo Reed", "Farsail Bio", "co-founders"),
        },
    ),
    (
        "Ann Low, president, and Bo Reed, chairman of Kitemed, met.",
        {
            ("Ann Low", None, "president"),
            ("Bo Reed", "Kitemed", "chairman"),
        },
    ),
    ("Ann Low, an independent analyst, agreed.", {("Ann Low", None, "analyst")}),
    ("Lake Park general manager Ann Low agreed.", {("Ann Low", "Lake Park", "general manager")}),
    (
        "It works, said Ann Low, Kitemed's head of materials sciences.",
        {("Ann Low", "Kitemed", "head of materials sciences")},
    ),
    (
        "Lake Park has appointed Ann Low as leasing director.",
        {("Ann Low", "Lake Park", "leasing director")},
    ),
    (
        "Ann Low, the former site director of a vaccine plant, agreed.",
        {("Ann Low", None, "site director")},
    ),
    (
        "Farsail Bio opened a plant. Ann Low, a technician at the plant, agreed.",
        {("Ann Low", "Farsail Bio", "technician")},
    ),
    (
        "Farsail Bio met Kitemed. It is over, Farsail chief executive Ann Low said.",
        {("Ann Low", "Farsail Bio", "chief executive")},
    ),
    ("Kitemed picked Ann Low to lead sales.", set()),
    (
        "Ann Low, head of research and development at Kitemed, agreed.",
        {("Ann Low", "Kitemed", "head of research and development")},
    ),
    (
        "Ann Low, a consultant haematologist at Kitemed, agreed.",
        {("Ann Low", "Kitemed", "consultant haematologist")},
    ),
    ("Ann Low, then a chemist at Kitemed, agreed.", {("Ann Low", "Kitemed", "chemist")}),
    ("Ann Low, an official with Kitemed, agreed.", {("Ann Low", "Kitemed", "official")}),
    (
        "Ann Low, lead member for planning at Kitemed, agreed.",
        {("Ann Low", "Kitemed", "lead member for planning")},
    ),
    (
        "The Secretary for Innovation, Technology and Industry, Ann Low, agreed.",
        {("Ann Low", None, "Secretary for Innovation, Technology and Industry")},
    ),
    ("Commerce Secretary Ann Low agreed.", {("Ann Low", None, "Commerce Secretary")}),
    ("Professor Ann Low, dean of Kitemed, agreed.", {("Ann Low", "Kitemed", "dean")}),
]
Roles = set[tuple[str, str | None, str]]


@pytest.mark.parametrize(("text", "expected"), ZH)
def test_simplified(make: Make, text: str, expected: Roles) -> None:
    assert make(text, *NAMES).roles == expected


@pytest.mark.parametrize(("text", "expected"), HANT)
def test_traditional(make: Make, text: str, expected: Roles) -> None:
    assert make(text, *HANT_NAMES).roles == expected


@pytest.mark.parametrize(("text", "expected"), EN)
def test_english(make: Make, text: str, expected: Roles) -> None:
    assert make(text, *EN_NAMES).roles == expected


def test_an_unrecognized_organization_is_not_replaced_by_another(make: Make) -> None:
    case = make("远帆生物签约。清溪制药总经理周岚到场。", *NAMES)
    assert case.roles == set()
    assert [d.rule for d in case.claims.dropped] == ["role-zh-before"]


def test_an_organization_spoken_of_before_shows_in_the_rule(make: Make) -> None:
    case = make("远帆生物落户滨湖药谷。总经理周岚到场。", *NAMES)
    (role,) = case.claims.roles
    assert role.rule == "role-zh-before-implied"
    focus = [span.of(case.article.text) for span in role.evidence.focus]
    assert focus == ["总经理", "周岚"]
