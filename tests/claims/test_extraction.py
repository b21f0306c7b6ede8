"""The claims of whole articles: the five, with their names given; and awkward input."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zjkg.reading import read
from zjkg.settings import SHANGHAI

if TYPE_CHECKING:
    from tests.claims.conftest import Case, Make

ARTICLES = Path(__file__).parents[2] / "seeds/articles"
PLACES = ("张江=place", "上海=place", "浦东=place", "闵行=place", "張江=place")
INSTITUTE = "上海市科学学研究所"
NAMES = {
    "000": (
        f"{INSTITUTE}=organization", "石谦=person", "上海国际医学园区=park",
        "张江生物医药创新指数=index", "2021上海国际生物医药产业周=event",
        "首届张江生命科学国际创新峰会=event", "梁志玮=person", "总台央视=organization",
    ),
    "001": (
        f"{INSTITUTE}=organization", f"上海科学学研究所=organization={INSTITUTE}", "石谦=person",
        "张江集团=organization", "张江生物医药创新指数=index", "美迪西=organization",
        "AI新药研发联盟=organization", "陈春麟=person", "再鼎医药=organization", "杜莹=person",
        "纽福斯生物=organization", "陆英明=person", "浦东科经委=organization", "徐欣=person",
        "国家新药安评中心=organization", "张江药物实验室=organization", "尼拉帕利=product",
    ),
    "002": (
        "上海科學學研究所=organization", "石謙=person", "張江集團=organization", "王凱榮=person",
        "張江AI新藥研發聯盟=organization", "陳凱先=person", "饒子和=person", "美迪西=organization",
        "英矽智能=organization", "上海翰森=organization", "浙江大學上海高等研究院=organization",
        "中國科學院上海藥物研究所=organization",
        "上海市科學學研究所=organization=上海科學學研究所", "唐瑋婕=person",
    ),
    "003": (
        "Shi Qian=person", "Shanghai Institute for Science of Science=organization",
        "Zhangjiang Life Science International Innovation Summit=event",
        "International Biopharma Industry Week Shanghai 2022=event",
    ),
    "004": (
        "上海张江（集团）有限公司=organization", "王凯荣=person", "之江生物=organization",
        "邵俊斌=person", "张江细胞和基因产业园=park", "张江细胞产业园=park", "张江基因岛=park",
        "浦江基因未来谷=park", "上海临港浦江国际科技城=park", "上海国际医学园区=park",
        "艾德生物=organization", "诺禾致源=organization", "硕世生物=organization",
        "恩华药业=organization", "恒瑞=organization", "因美纳=organization",
        "上海市生物医药产业发展领导小组办公室=organization", "证券时报=organization",
        "张淑贤=person",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def five(make: Make) -> dict[str, Case]:
    """The five articles by the first characters of their names."""
    paths = sorted(ARTICLES.glob("*.txt"))
    return {
        path.name[:3]: make(read(path, zone=SHANGHAI), *PLACES, *NAMES[path.name[:3]])
        for path in paths
    }


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("000", {("石谦", INSTITUTE, "所长"), ("梁志玮", "总台央视", "记者")}),
        (
            "001",
            {
                ("石谦", INSTITUTE, "所长"),
                ("陈春麟", "美迪西", "创始人"),
                ("陈春麟", "美迪西", "首席执行官"),
                ("陆英明", "纽福斯生物", "首席执行官"),
                ("杜莹", "再鼎医药", "创始人"),
                ("杜莹", "再鼎医药", "董事长"),
                ("杜莹", "再鼎医药", "首席执行官"),
                ("徐欣", "浦东科经委", "主任"),
            },
        ),
        (
            "002",
            {
                ("石謙", "上海科學學研究所", "所長"),
                ("王凱榮", "張江集團", "副總經理"),
                ("唐瑋婕", None, "記者"),
            },
        ),
        ("003", {("Shi Qian", "Shanghai Institute for Science of Science", "director")}),
        (
            "004",
            {
                ("王凯荣", "上海张江（集团）有限公司", "副总经理"),
                ("邵俊斌", "之江生物", "董事长"),
                ("张淑贤", "证券时报", "记者"),
            },
        ),
    ],
)
def test_roles_of_the_five(
    five: dict[str, Case], article: str, expected: set[tuple[str, str | None, str]]
) -> None:
    assert five[article].roles == expected


@pytest.mark.parametrize(
    ("article", "relation"),
    [
        ("001", ("张江生物医药创新指数", "compiledBy", "张江集团")),
        ("001", ("张江生物医药创新指数", "compiledBy", INSTITUTE)),
        ("001", ("再鼎医药", "locatedIn", "张江")),
        ("001", ("国家新药安评中心", "locatedIn", "张江")),
        ("001", ("再鼎医药", "develops", "尼拉帕利")),
        ("001", ("杜莹", "founderOf", "再鼎医药")),
        ("001", ("美迪西", "founderOf", "AI新药研发联盟")),
        ("002", ("饒子和", "founderOf", "張江AI新藥研發聯盟")),
        ("002", ("英矽智能", "founderOf", "張江AI新藥研發聯盟")),
        (
            "003",
            (
                "Zhangjiang Life Science International Innovation Summit",
                "partOf",
                "International Biopharma Industry Week Shanghai 2022",
            ),
        ),
        ("004", ("张江细胞产业园", "partOf", "张江细胞和基因产业园")),
        ("004", ("张江基因岛", "partOf", "张江细胞和基因产业园")),
        ("004", ("浦江基因未来谷", "locatedIn", "上海临港浦江国际科技城")),
        ("004", ("因美纳", "locatedIn", "浦江基因未来谷")),
        ("004", ("恩华药业", "locatedIn", "浦江基因未来谷")),
        ("004", ("恒瑞", "locatedIn", "张江")),
        ("004", ("上海市生物医药产业发展领导小组办公室", "approves", "浦江基因未来谷")),
    ],
)
def test_relations_of_the_five(
    five: dict[str, Case], article: str, relation: tuple[str, str, str]
) -> None:
    assert relation in five[article].relations


@pytest.mark.parametrize(
    ("article", "speakers", "parts"),
    [
        ("000", ["石谦"], [1]),
        ("001", ["石谦", "陈春麟", "陈春麟", "陆英明", "杜莹"], [2, 1, 2, 1, 1]),
        ("002", ["王凱榮", "石謙"], [1, 1]),
        ("003", ["Shi Qian", "Shi Qian", "Shi Qian"], [2, 1, 1]),
        ("004", ["王凯荣", "王凯荣"], [2, 2]),
    ],
)
def test_quotations_of_the_five(
    five: dict[str, Case], article: str, speakers: list[str], parts: list[int]
) -> None:
    quotes = five[article].quotes
    assert [speaker for speaker, _ in quotes] == speakers
    assert [len(quoted) for _, quoted in quotes] == parts


def test_stock_links_of_the_five(five: dict[str, Case]) -> None:
    judged = {
        (case.article.links[item.link].span.of(case.article.text), item.accepted)
        for case in five.values()
        for item in case.claims.stock_links
    }
    assert judged == {
        ("之江生物", True), ("美迪西", True), ("艾德生物", True), ("诺禾致源", True),
        ("硕世生物", True), ("恩华药业", True), ("国际医学", False), ("中国医药", False),
        ("创新医疗", False), ("上海临港", False),
    }  # fmt: skip
    assert sum(len(case.claims.stock_links) for case in five.values()) == 12


def test_evidence_is_inside_the_text(five: dict[str, Case]) -> None:
    for case in five.values():
        claims = case.claims
        found = [claim.evidence for claim in claims.roles]
        found.extend(claim.evidence for claim in claims.relations)
        found.extend(claim.evidence for claim in claims.quotations)
        assert found
        for evidence in found:
            assert evidence.focus
            assert all(evidence.sentence.covers(span) for span in evidence.focus)
            assert evidence.sentence.end <= len(case.article.text)


def test_an_empty_article_says_nothing(make: Make) -> None:
    case = make("")
    assert case.claims.roles == ()
    assert case.claims.relations == ()
    assert case.claims.quotations == ()


@pytest.mark.usefixtures("alone_in_memory")
@pytest.mark.parametrize(
    "unit",
    [
        "远帆生物、",
        "周岚、周岚和周岚表示",
        "“周岚说",
        "由远帆生物由远帆生物",
        "远帆生物在湖州远帆生物",
        "首席副总首席副总周岚",
        "Farsail, Farsail and Farsail said ",
        "vice president of executive ",
        "该公司他园区",
    ],
)
def test_cost_grows_with_length_not_faster(make: Make, unit: str) -> None:
    names = ("远帆生物=organization", "周岚=person", "湖州=place", "Farsail=organization")

    def seconds(times: int) -> float:
        start = time.process_time()
        make(unit * times, *names)
        return time.process_time() - start

    make(unit, *names)  # compiles the patterns
    assert seconds(800) < 25 * max(seconds(200), 0.02)
