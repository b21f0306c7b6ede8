"""Times that an earlier sentence sets: a report's stretch, a meeting's day, a beginning."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]
Ends = tuple[str | None, str | None]
NOW = "2023-09-12"
NONE: Ends = (None, None)


def periods(make: Maker, text: str) -> list[Ends]:
    article, recognition = make(text, None, f"{NOW}T02:00:00+00:00")
    found = measure(article, recognition, zone=ZONE).quantities
    return [(q.period.start, q.period.end) if q.period else NONE for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "公司披露2021年度业绩。报告期内，收入2.4亿元，上年为3100万元；研发费用1.2亿元。",
            [("2021", "2021"), ("2020", "2020"), ("2021", "2021")],
        ),
        (
            "公布2021年财报。年内亏损8000万元，截至年末员工620人。",
            [("2021", "2021"), (None, "2021")],
        ),
        (
            "公司今天发布半年报。期内销售额3亿元，毛利率升2个百分点。",
            [("2023-01", "2023-06"), ("2023-01", "2023-06")],
        ),
        (
            "公司公布中期業績，收入3.2億元。海外收入首次過億，達1.1億元。",
            [("2023-01", "2023-06"), ("2023-01", "2023-06")],
        ),
        ("截至2023年6月30日止六個月收入8億元，期內溢利1億元。", [("2023-01", "2023-06")] * 2),
        (
            "2022年半年度报告显示，营收5亿元。报告期末员工90人。",
            [("2022-01", "2022-06"), (None, "2022-06")],
        ),
        # without a report the words say nothing
        ("服务期内，企业可获补贴20万元。", [NONE]),
        # what was hoped for is not gone on with
        ("全年产值有望达300亿元。生物产业占园区产值不到5%。", [("2023", "2023"), NONE]),
    ],
)
def test_a_report_sets_the_time_of_what_it_tells(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9月11日，招聘会在这里举行。当地43家企业到场，带来612个岗位。",
            [("2023-09-11", "2023-09-11")] * 2,
        ),
        (
            "9月9日至11日，大会在武汉举行。来自30个国家的1200名代表参会。",
            [("2023-09-09", "2023-09-11")] * 2,
        ),
        # what is said there is about other times, and so is what is always so
        ("9月11日，大会开幕。管委会主任在会上介绍，园区已聚集企业60家。", [NONE]),
        ("9月11日，大会开幕。该平台现场亮相，每次可处理96个样本。", [NONE]),
        ("9月11日，大会开幕。会上，甲公司与乙公司签约，以4500万元收购其产品。", [NONE]),
    ],
)
def test_what_is_done_at_a_meeting_is_of_its_day(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司成立于2012年。成立以来，累计融资40亿元。", [("2012", None)]),
        ("2016年5月，园区正式启用。自开园以来，引进企业230家。", [("2016-05", None)]),
        ("公司2019年11月在港交所挂牌。上市以来，股价下跌三成。", [("2019-11", None)]),
        ("2018年创立的企业不多。公司创办至今申请专利88项。", [("2018", None)]),
        # the approval of a product is no flotation, and an undated beginning tells nothing
        ("产品去年6月获批上市。上市以来，股价下跌三成。", [NONE]),
        ("成立以来，累计融资40亿元。", [NONE]),
    ],
)
def test_since_a_beginning_is_since_the_time_told_for_it(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a half or quarter that has begun is spoken of as this year's, a sum when it is over
        ("下半年新引进项目9个。", [("2023-07", "2023-12")]),
        ("第三季度营收2亿元。", [("2023-07", "2023-09")]),
        ("前10个月营收2亿元。", [("2022-01", "2022-10")]),
        ("第四季度营收2亿元。", [("2022-10", "2022-12")]),
        # what is aimed at by a year
        ("她的目标是2026年把成本压到6万元。", [(None, "2026")]),
        ("2026年目标做到2亿元。", [(None, "2026")]),
        ("公司希望2027年能提高到两成。", [(None, "2027")]),
        # a number before the time at which it comes
        ("首期5亿元计划于今年12月底前到位。", [(None, "2023-12")]),
        ("余下五座将于2027年起陆续落成。", [("2027", None)]),
        ("首批22家企业预计明年三季度入驻。", [(None, "2024-09")]),
        ("将斥资15亿元新增产线2条，预计2025年投产。", [NONE, NONE]),
        # spending over the coming years, and a founding long ago, date nothing after them
        ("计划未来两年投资1.2亿元。", [NONE]),
        ("未来三年，市财政将每年安排10亿元。", [NONE]),
        ("公司2019年由教授创办，首款产品正在12家医院试用。", [NONE]),
        ("公司2019年6月上市，集资18亿港元。", [("2019-06", "2019-06")]),
        # from what there is now to what there will be
        ("工厂年产能目前为200万支，扩建后将提升到1000万支。", [(None, NOW), NONE]),
        (
            "明年产能由目前的每月20批次提升至50批次。",
            [(None, NOW), ("2024", "2024")],
        ),
        # what a plant is and costs has no date; how many there were at first has an end
        ("项目2019年10月竣工，总投资6.5亿元，建筑面积8.6万平方米。", [NONE, NONE]),
        ("2016年园区刚成立时只有3家企业。", [(None, "2016")]),
        # a year told by its neighbour
        ("公司成立于2015年。次年3月，融资5000万元。", [("2016-03", "2016-03")]),
        ("2015年融资800万元。同年底，员工增至30人。", [("2015", "2015"), (None, "2015")]),
        ("中心2016年启用，首年服务项目86个，第二年增至150个。", [NONE, ("2017", "2017")]),
        ("该药2018年上市，当年实现销售1.2亿元。", [("2018", "2018")]),
        # a total, then a deed again
        (
            "2022年全市新增企业520家，总数达4300家，引进大项目72个。",
            [("2022", "2022"), (None, "2022"), ("2022", "2022")],
        ),
    ],
)
def test_times_of_deeds_goals_and_totals(make: Maker, text: str, expected: list[Ends]) -> None:
    assert periods(make, text) == expected
