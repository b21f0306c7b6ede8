"""Words that stand for something spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zjkg.model import Credit, Span

if TYPE_CHECKING:
    from tests.claims.conftest import Make

NAMES = (
    "远帆生物=organization",
    "云杉医药=organization",
    "湖畔制药=organization",
    "遠帆生物=organization",
    "雲杉醫藥=organization",
    "湖畔製藥=organization",
    "滨湖大学=organization",
    "滨湖日报=organization",
    "湖州药监局=organization",
    "Huzhou Bureau=organization",
    "滨湖药谷=park",
    "湖州=place",
    "Farsail=organization",
    "Kitemed=organization",
    "Lakeside University=organization",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("远帆生物与滨湖大学有约。该公司收购云杉医药。", {("远帆生物", "acquires", "云杉医药")}),
        ("滨湖大学建校百年。该公司收购云杉医药。", set()),
        ("滨湖日报记者从远帆生物获悉，公司收购云杉医药。", {("远帆生物", "acquires", "云杉医药")}),
        # a customer or a backer that is named in passing is not what 公司 means
        (
            "远帆生物今年扩产。最大客户湖畔制药追加订单。公司收购云杉医药。",
            {("远帆生物", "acquires", "云杉医药")},
        ),
        (
            "遠帆生物今年擴產。湖畔製藥持股兩成。公司收購雲杉醫藥。",
            {("遠帆生物", "acquires", "雲杉醫藥")},
        ),
        ("最大客户湖畔制药追加订单。公司收购云杉医药。", {("湖畔制药", "acquires", "云杉医药")}),
        ("滨湖药谷投用。该园区位于湖州。", {("滨湖药谷", "locatedIn", "湖州")}),
        ("该公司收购云杉医药。", set()),
        ("Farsail grew. The company acquired Kitemed.", {("Farsail", "acquires", "Kitemed")}),
        ("湖州药监局开会。该局收购云杉医药。", {("湖州药监局", "acquires", "云杉医药")}),
        ("远帆生物开会。该局收购云杉医药。", set()),
        (
            "Huzhou Bureau grew. The bureau acquired Kitemed.",
            {("Huzhou Bureau", "acquires", "Kitemed")},
        ),
        ("Lakeside University grew. The company acquired Kitemed.", set()),
    ],
)
def test_references(make: Make, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert make(text, *NAMES).relations - {("远帆生物", "partnersWith", "滨湖大学")} == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("周岚到访。周总说，“这里人才多。”", "周岚"),
        ("周岚到访。江总说，“这里人才多。”", None),
        ("周岚、江越到访。他说，“这里人才多。”", "江越"),
    ],
)
def test_people(make: Make, text: str, speaker: str | None) -> None:
    case = make(text, "周岚=person", "江越=person")
    assert [said for said, _ in case.quotes] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ann Low came. "It grows," Low recalled.', "Ann Low"),
        ('Ann Low came. "It grows," she said.', "Ann Low"),
        ('Ann Low came. "It grows," said Mr. Low.', "Ann Low"),
    ],
)
def test_english_surnames(make: Make, text: str, speaker: str) -> None:
    assert [said for said, _ in make(text, "Ann Low=person").quotes] == [speaker]


def test_the_reporter_is_nobody_whom_he_refers_to(make: Make) -> None:
    text = "周岚到访。（记者 江越）\n他说，“这里人才多。”"
    credit = Credit(Span(9, 11), Span(6, 8), None)
    case = make(text, "周岚=person", "江越=person", credits_=(credit,))
    assert [said for said, _ in case.quotes] == ["周岚"]
