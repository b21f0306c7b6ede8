"""Relations of the closed list, in the three scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zjkg.claims import SIGNATURES
from zjkg.model import Modality, Predicate

if TYPE_CHECKING:
    from tests.claims.conftest import Make

ORGS = ("远帆生物=organization", "云杉医药=organization", "白鹭基因=organization")
CASES = [
    ("远帆生物位于湖州。", "湖州=place", {("远帆生物", "locatedIn", "湖州")}),
    ("远帆生物去年落户滨湖药谷。", "滨湖药谷=park", {("远帆生物", "locatedIn", "滨湖药谷")}),
    (
        "园区平台完备。滨湖药谷已集聚了远帆生物、云杉医药和白鹭基因等二十余家企业。",
        "滨湖药谷=park",
        {
            ("远帆生物", "locatedIn", "滨湖药谷"),
            ("云杉医药", "locatedIn", "滨湖药谷"),
            ("白鹭基因", "locatedIn", "滨湖药谷"),
        },
    ),
    (
        "滨湖药谷位于湖州。园区已吸引远帆生物入驻。",
        "滨湖药谷=park 湖州=place",
        {("滨湖药谷", "locatedIn", "湖州"), ("远帆生物", "locatedIn", "滨湖药谷")},
    ),
    (
        "总部位于湖州的远帆生物与云杉医药达成战略合作。",
        "湖州=place",
        {("远帆生物", "locatedIn", "湖州"), ("远帆生物", "partnersWith", "云杉医药")},
    ),
    ("远帆生物在湖州设立研发中心。", "湖州=place", {("远帆生物", "locatedIn", "湖州")}),
    ("远帆生物收购云杉医药。", "", {("远帆生物", "acquires", "云杉医药")}),
    ("云杉医药被远帆生物全资收购。", "", {("远帆生物", "acquires", "云杉医药")}),
    ("远帆生物领投白鹭基因。", "", {("远帆生物", "invests", "白鹭基因")}),
    (
        "远帆生物收购云杉医药，并投资白鹭基因。",
        "",
        {("远帆生物", "acquires", "云杉医药"), ("远帆生物", "invests", "白鹭基因")},
    ),
    (
        "远帆生物自主研发的帆瑞单抗获国家药监局批准上市。",
        "帆瑞单抗=product 国家药监局=organization",
        {("远帆生物", "develops", "帆瑞单抗"), ("国家药监局", "approves", "帆瑞单抗")},
    ),
    (
        "远帆生物已有2款产品上市，包括首个国产新药帆瑞单抗和帆乐片。",
        "帆瑞单抗=product 帆乐片=product",
        {("远帆生物", "develops", "帆瑞单抗"), ("远帆生物", "develops", "帆乐片")},
    ),
    (
        "滨湖健康指数由远帆生物联合云杉医药编制。",
        "滨湖健康指数=index",
        {
            ("滨湖健康指数", "compiledBy", "远帆生物"),
            ("滨湖健康指数", "compiledBy", "云杉医药"),
        },
    ),
    (
        "新药联盟由周岚、江越两位院士倡议，由远帆生物、白鹭基因等发起。",
        "新药联盟=organization 周岚=person 江越=person",
        {
            ("周岚", "founderOf", "新药联盟"),
            ("江越", "founderOf", "新药联盟"),
            ("远帆生物", "founderOf", "新药联盟"),
            ("白鹭基因", "founderOf", "新药联盟"),
        },
    ),
    (
        "新药联盟昨日成立。远帆生物是发起单位之一。",
        "新药联盟=organization",
        {("远帆生物", "founderOf", "新药联盟")},
    ),
    ("远帆生物加入新药联盟。", "新药联盟=organization", {("远帆生物", "memberOf", "新药联盟")}),
    (
        "湖州市卫健委发布《新药十条》，并启动“繁星计划”。",
        "湖州市卫健委=organization 新药十条=policy 繁星计划=project",
        {("湖州市卫健委", "launches", "新药十条"), ("湖州市卫健委", "launches", "繁星计划")},
    ),
    (
        "滨湖药博会由湖州市卫健委主办、远帆生物承办，云杉医药总裁周岚出席大会。",
        "滨湖药博会=event 湖州市卫健委=organization 周岚=person",
        {
            ("湖州市卫健委", "hosts", "滨湖药博会"),
            ("远帆生物", "hosts", "滨湖药博会"),
            ("周岚", "attends", "滨湖药博会"),
        },
    ),
    (
        "在滨湖药博会上，远帆生物董事长周岚表示，前景广阔。",
        "滨湖药博会=event 周岚=person",
        {("周岚", "attends", "滨湖药博会")},
    ),
    (
        "长三角医药周——滨湖药博会今日开幕。",
        "长三角医药周=event 滨湖药博会=event",
        {("滨湖药博会", "partOf", "长三角医药周")},
    ),
    (
        "滨湖药谷规划面积3平方公里，其中核心区1平方公里，围绕“北岸园”与“南岸园”建设。",
        "滨湖药谷=park 北岸园=park 南岸园=park",
        {("北岸园", "partOf", "滨湖药谷"), ("南岸园", "partOf", "滨湖药谷")},
    ),
    (
        "远帆生物旗下子公司云杉医药登陆港交所。",
        "港交所=organization",
        {("云杉医药", "subsidiaryOf", "远帆生物"), ("云杉医药", "listedOn", "港交所")},
    ),
    (
        "远帆生物将帆瑞单抗授权给云杉医药。",
        "帆瑞单抗=product",
        {("远帆生物", "licensesTo", "云杉医药"), ("远帆生物", "develops", "帆瑞单抗")},
    ),
    ("远帆生物从白鹭基因引进一款新药。", "", {("远帆生物", "licensesFrom", "白鹭基因")}),
    ("远帆生物签约滨湖药谷。", "滨湖药谷=park", {("远帆生物", "signs", "滨湖药谷")}),
    ("滨湖药谷由远帆生物运营。", "滨湖药谷=park", {("远帆生物", "operates", "滨湖药谷")}),
    ("远帆生物向云杉医药供应原料药。", "", {("远帆生物", "supplies", "云杉医药")}),
    (
        "远帆生物受国家药监局监管。",
        "国家药监局=organization",
        {("国家药监局", "regulates", "远帆生物")},
    ),
    (
        "帆瑞单抗由远帆生物自主研发，已获国家药监局批准上市。",
        "帆瑞单抗=product 国家药监局=organization",
        {("远帆生物", "develops", "帆瑞单抗"), ("国家药监局", "approves", "帆瑞单抗")},
    ),
    (
        "滨湖药谷声名远播，远帆生物、云杉医药等先后落户。",
        "滨湖药谷=park",
        {("远帆生物", "locatedIn", "滨湖药谷"), ("云杉医药", "locatedIn", "滨湖药谷")},
    ),
    (
        "远帆生物与云杉医药合作，共同开发帆瑞单抗。",
        "帆瑞单抗=product",
        {
            ("远帆生物", "partnersWith", "云杉医药"),
            ("远帆生物", "develops", "帆瑞单抗"),
            ("云杉医药", "develops", "帆瑞单抗"),
        },
    ),
    (
        "远帆生物完成由云杉医药领投、白鹭基因跟投的融资。",
        "",
        {("云杉医药", "invests", "远帆生物"), ("白鹭基因", "invests", "远帆生物")},
    ),
    ("云杉医药领投、白鹭基因跟投了这轮融资。", "", set()),
    (
        "滨湖医院院长周岚和竹林大学教授江越共同发起“新药联盟”。",
        "滨湖医院=organization 竹林大学=organization 周岚=person 江越=person 新药联盟=organization",
        {("周岚", "founderOf", "新药联盟"), ("江越", "founderOf", "新药联盟")},
    ),
    ("湖州已被揭牌建设“滨湖药谷”。", "湖州=place 滨湖药谷=park", set()),
    ("远帆生物和云杉医药都很有名。", "", set()),
]
HANT = [
    (
        "遠帆生物進駐香江科學園，並與雲杉醫藥簽署合作協議。",
        ("遠帆生物=organization", "雲杉醫藥=organization", "香江科學園=park"),
        {("遠帆生物", "locatedIn", "香江科學園")},
    ),
    (
        "遠帆生物位於竹林的香江科學園。",
        ("遠帆生物=organization", "竹林=place", "香江科學園=park"),
        {
            ("遠帆生物", "locatedIn", "竹林"),
            ("遠帆生物", "locatedIn", "香江科學園"),
            ("香江科學園", "locatedIn", "竹林"),
        },
    ),
]
EN_NAMES = ("Farsail=organization", "Kitemed=organization", "Lakeside Park=park", "Huzhou=place")
EN = [
    ("Huzhou-based Farsail grew.", (), {("Farsail", "locatedIn", "Huzhou")}),
    ("Farsail, located in Lakeside Park, grew.", (), {("Farsail", "locatedIn", "Lakeside Park")}),
    (
        "Lakeside Park is home to Farsail and Kitemed.",
        (),
        {("Farsail", "locatedIn", "Lakeside Park"), ("Kitemed", "locatedIn", "Lakeside Park")},
    ),
    (
        "Farsail, a subsidiary of Kitemed, is based in Huzhou.",
        (),
        {("Farsail", "subsidiaryOf", "Kitemed"), ("Farsail", "locatedIn", "Huzhou")},
    ),
    ("Farsail acquired Kitemed.", (), {("Farsail", "acquires", "Kitemed")}),
    ("Kitemed was acquired by Farsail.", (), {("Farsail", "acquires", "Kitemed")}),
    (
        "Farsail's lung drug Farsamab was approved by the NMPA.",
        ("Farsamab=product", "NMPA=organization"),
        {("Farsail", "develops", "Farsamab"), ("NMPA", "approves", "Farsamab")},
    ),
    ("Farsail signed a lease with Kitemed.", (), {("Farsail", "signs", "Kitemed")}),
    ("Farsail has partnered with Kitemed.", (), {("Farsail", "partnersWith", "Kitemed")}),
    (
        "The Lake Index, compiled by Kitemed, rose.",
        ("Lake Index=index",),
        {("Lake Index", "compiledBy", "Kitemed")},
    ),
    (
        "The Lake Summit, part of the week-long Huzhou Pharma Week, opened.",
        ("Lake Summit=event", "Huzhou Pharma Week=event"),
        {("Lake Summit", "partOf", "Huzhou Pharma Week")},
    ),
    ("Kitemed is a subsidiary of Farsail.", (), {("Kitemed", "subsidiaryOf", "Farsail")}),
    ("Farsail is listed on Nasdaq.", ("Nasdaq=organization",), {("Farsail", "listedOn", "Nasdaq")}),
]


@pytest.mark.parametrize(("text", "more", "expected"), CASES)
def test_simplified(make: Make, text: str, more: str, expected: set[tuple[str, str, str]]) -> None:
    assert make(text, *ORGS, *more.split()).relations == expected


@pytest.mark.parametrize(("text", "names", "expected"), HANT)
def test_traditional(
    make: Make, text: str, names: tuple[str, ...], expected: set[tuple[str, str, str]]
) -> None:
    assert expected <= make(text, *names).relations


@pytest.mark.parametrize(("text", "more", "expected"), EN)
def test_english(
    make: Make, text: str, more: tuple[str, ...], expected: set[tuple[str, str, str]]
) -> None:
    assert make(text, *EN_NAMES, *more).relations == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("远帆生物收购云杉医药。", Modality.ACTUAL),
        ("远帆生物将收购云杉医药。", Modality.TARGET),
        ("远帆生物拟收购云杉医药。", Modality.TARGET),
        ("远帆生物有望收购云杉医药。", Modality.FORECAST),
        ("Farsail will acquire Kitemed.", Modality.TARGET),
        ("Farsail had offered in November to buy Kitemed.", Modality.TARGET),
        ("Farsail is expected to acquire Kitemed.", Modality.FORECAST),
    ],
)
def test_modality(make: Make, text: str, modality: Modality) -> None:
    (relation,) = make(text, *ORGS, *EN_NAMES).claims.relations
    assert relation.predicate is Predicate.ACQUIRES
    assert relation.modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "远帆生物未收购云杉医药。",
        "远帆生物否认收购云杉医药。",
        "远帆生物是否收购云杉医药？",
        "如果远帆生物收购云杉医药，格局将变。",
        "Farsail did not acquire Kitemed.",
        "Farsail denied that it had acquired Kitemed.",
        "Has Farsail acquired Kitemed?",
    ],
)
def test_what_is_denied_or_asked_is_dropped_with_its_reason(make: Make, text: str) -> None:
    case = make(text, *ORGS, *EN_NAMES)
    assert case.claims.relations == ()
    (dropped,) = case.claims.dropped
    assert dropped.rule.startswith("relation-")
    assert dropped.reason.en
    assert dropped.reason.zh


def test_gathering_without_a_place_is_in_the_place_spoken_of(make: Make) -> None:
    case = make(
        "全国20个项目中6个来自滨湖，占湖州一半。细胞治疗领域，集聚远帆生物、云杉医药等企业。",
        *ORGS,
        "滨湖=place",
        "湖州=place",
    )
    assert case.relations == {
        ("远帆生物", "locatedIn", "滨湖"),
        ("云杉医药", "locatedIn", "滨湖"),
    }


def test_speaker_of_a_relation(make: Make) -> None:
    case = make(
        "周岚表示，远帆生物收购云杉医药。云杉医药落户湖州。", *ORGS, "周岚=person", "湖州=place"
    )
    speakers = {r.predicate: case.label(r.speaker) for r in case.claims.relations}
    assert speakers == {Predicate.ACQUIRES: "周岚", Predicate.LOCATED_IN: None}


def test_focus_quotes_the_words_that_carry_the_relation(make: Make) -> None:
    case = make("昨日，远帆生物收购云杉医药。", *ORGS)
    (relation,) = case.claims.relations
    words = [span.of(case.article.text) for span in relation.evidence.focus]
    assert words == ["远帆生物", "收购", "云杉医药"]


def test_every_predicate_has_a_signature() -> None:
    assert set(SIGNATURES) == set(Predicate)
