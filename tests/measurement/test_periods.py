from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, Period, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]
# 20:00 in Greenwich is the 13th in Shanghai
PUBLISHED = "2021-10-12T20:00:00+00:00"


def period(make: Maker, text: str, published: str | None = PUBLISHED) -> Period | None:
    article, recognition = make(text, None, published)
    return measure(article, recognition, zone=ZONE).quantities[-1].period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020年产值300亿元。", "2020", "2020"),
        ("2020年3月产值30亿元。", "2020-03", "2020-03"),
        ("2019年至2020年投入30亿元。", "2019", "2020"),
        ("截至2020年，集聚300家企业。", None, "2020"),
        ("到2025年，集聚300家企业。", None, "2025"),
        ("2025年底前集聚300家企业。", None, "2025"),
        ("自2014年以来投入30亿元。", "2014", None),
        ("去年产值300亿元。", "2020", "2020"),
        ("今年4月产值30亿元。", "2021-04", "2021-04"),
        ("今年上半年产值30亿元。", "2021-01", "2021-06"),
        ("前三季度产值30亿元。", "2021-01", "2021-09"),
        ("2020年1-3季度产值30亿元。", "2020-01", "2020-09"),
        ("2020年H1产值30亿元。", "2020-01", "2020-06"),
        ("2020年H3产值30亿元。", "2020", "2020"),
        ("昨天到访300人。", "2021-10-12", "2021-10-12"),
        ("目前集聚300家企业。", None, "2021-10-13"),
        ("已有3款产品上市。", None, "2021-10-13"),
        ("“十四五”期间投入30亿元。", "2021", "2025"),
        ("2020年增长较快，产值300亿元。", "2020", "2020"),
        ("比2019年增长7%。", None, None),
        ("Output was 3 billion yuan in 2020.", "2020", "2020"),
        ("By 2025, it will host 300 firms.", None, "2025"),
        ("As of 2020, it hosted 300 firms.", None, "2020"),
        ("Since 2014, it has hosted 300 firms.", "2014", None),
        ("Between 2015 and 2022 it hosted 300 firms.", "2015", "2022"),
        ("It hosted 300 firms last year.", "2020", "2020"),
        ("It currently hosts 300 firms.", None, "2021-10-13"),
        ("In the first half of 2020 it hosted 300 firms.", "2020-01", "2020-06"),
        ("In the firſt half of 2020 it hosted 300 firms.", "2020-01", "2020-06"),
        ("It hosted 300 firms in October 2020.", "2020-10", "2020-10"),
        ("今年1至7月产值30亿元。", "2021-01", "2021-07"),
        ("前4个月产值30亿元。", "2021-01", "2021-04"),
        ("今年首三季營收30億元。", "2021-01", "2021-09"),
        ("民國110年上半年營收30億元。", "2021-01", "2021-06"),
        ("去年底从业人员3000人。", None, "2020"),
        ("未来三年引进企业50家。", None, "2024"),
        ("年内新增50家企业。", "2021", "2021"),
        ("上周四，50家企业集中签约。", "2021-10-07", "2021-10-07"),
        ("预计2025年投产，产能30万支。", None, "2025"),
        ("今年6月投产后年产能达30万支。", "2021-06", None),
        ("2030年产值可望达1500亿元。", None, "2030"),
        ("2010年开园，有企业50家。", None, None),
        ("2019年设立的基金规模3亿元。", None, None),
        ("今年下半年开工的二期厂房总投入约4500万元。", None, None),
        ("上周签约企业50家。", "2021-10-04", "2021-10-10"),
        ("上半年招聘员工76人，其中一半是博士。", "2021-01", "2021-06"),
        ("上月中心启用，最多可同时开展15项试验。", None, None),
        ("海外收入占比从去年的12%提高到20%。", None, None),
        ("去年获批上市，累计植入1300例。", None, None),
        ("收入较去年增长较快，由去年的300万元增至500万元。", None, None),
        ("较去年的300万元多。", "2020", "2020"),
        ("截至6月底员工60人，比年初净增8人。", "2021-01", "2021-06"),
        ("It hosted 300 firms in the first two months of this year.", "2021-01", "2021-02"),
        ("Sales in the year to March 2021 were $3 million.", "2020-04", "2021-03"),
        ("It plans to hire 300 people over the next three years.", None, "2024"),
        ("It runs 40 labs, against 25 in 2011.", "2011", "2011"),
        ("A drug licensed in 2019 is tested in 36 patients.", None, None),
        ("It raised $3 million in 2019 and holds 15 patents.", None, None),
        ("BASEL, June 8 – It moved 70 staff.", None, None),
        ("First-half sales reached $3 million.", "2021-01", "2021-06"),
        ("A trial of 48 patients is due to begin in November.", "2021-11", "2021-11"),
    ],
)
def test_resolved(make: Maker, text: str, start: str | None, end: str | None) -> None:
    found = period(make, text)
    assert ((found.start, found.end) if found else (None, None)) == (start, end)


@pytest.mark.parametrize("text", ["去年产值30亿元。", "昨天到訪300人。", "目前集聚300家企业。"])
def test_unresolved_without_publication_date(make: Maker, text: str) -> None:
    found = period(make, text, None)
    assert found is not None
    assert (found.start, found.end, found.anchor) == (None, None, None)
    assert found.expression is not None


def test_anchor_is_the_local_publication_date(make: Maker) -> None:
    found = period(make, "去年产值300亿元。")
    assert found is not None
    assert found.anchor == "2021-10-13"


def test_absolute_period_has_no_anchor(make: Maker) -> None:
    found = period(make, "2020年产值300亿元。")
    assert found is not None
    assert found.anchor is None


def test_day_of_the_report_is_not_that_of_the_value(make: Maker) -> None:
    assert period(make, "10月12日，记者获悉，园区集聚300家企业。") is None


def test_level_without_a_date_has_no_period(make: Maker) -> None:
    assert period(make, "园区集聚300家企业。") is None


def test_carries_to_the_clauses_that_follow(make: Maker) -> None:
    article, recognition = make("到2025年，集聚300家企业、30个平台，新增5条管线。")
    found = measure(article, recognition, zone=ZONE).quantities
    assert [q.period.end if q.period else None for q in found] == ["2025"] * 3


def test_same_time_words_reach_back_over_the_sentence_end(make: Maker) -> None:
    assert (found := period(make, "2020年出口30亿元。与此同时，进口达20亿元。")) is not None
    assert found.end == "2020"


def test_edition_year_of_an_index_dates_nothing(make: Maker) -> None:
    assert period(make, "The 2022 Park Vitality Index shows the park scoring 117.") is None


def test_a_flow_without_a_date_keeps_that_of_the_flow_before(make: Maker) -> None:
    found = period(make, "上半年营收30亿元。分板块看，器械园营收增长8%。")
    assert found is not None
    assert (found.start, found.end) == ("2021-01", "2021-06")


def test_the_same_day_is_the_one_named_before(make: Maker) -> None:
    found = period(make, "上周四，20家企业集中签约。同日，联盟吸收30家企业入会。")
    assert found is not None
    assert (found.start, found.end) == ("2021-10-07", "2021-10-07")


def test_the_start_of_a_change_has_its_own_time(make: Maker) -> None:
    article, recognition = make("年产能由目前的12万件增至24万件。", None, PUBLISHED)
    first, second = measure(article, recognition, zone=ZONE).quantities
    assert first.period is not None
    assert first.period.end == "2021-10-13"
    assert second.period is None


def test_the_start_of_a_change_takes_no_time_from_around_it(make: Maker) -> None:
    article, recognition = make("截至9月底，员工由5人增至16人。", None, PUBLISHED)
    first, second = measure(article, recognition, zone=ZONE).quantities
    assert first.period is None
    assert second.period is not None
    assert second.period.end == "2021-09"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("“我们今年要收缩。”信中还说，其余岗位降薪50%。", None),
        ("而2020年仅有两个月的销售，金额为6180万元；客户增至640余家。", None),
        ("2020年12月31日现金21亿元。截至当日收盘，股价报34元。", "2021-10-13"),
    ],
)
def test_a_time_holds_no_farther(make: Maker, text: str, end: str | None) -> None:
    article, recognition = make(text, None, PUBLISHED)
    last = measure(article, recognition, zone=ZONE).quantities[-1]
    assert (last.period.end if last.period else None) == end


def test_a_year_of_a_plan_is_not_this_year(make: Maker) -> None:
    text = "按规划，到2025年，总收入将达到3000亿元。今年3月，公司拿到1.2亿元融资。"
    article, recognition = make(text)
    found = measure(article, recognition, zone=ZONE).quantities[-1].period
    assert found is None or found.end is None


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("产业规模不足上海的八成。", "<"),
        ("融资额还不到第一名的五分之一。", "<"),
        ("至少有5家缩减了人手。", ">="),
        ("单个项目最多投2000万元。", "<="),
        ("股价一度跌破200元。", "<"),
        ("股份宜待13元樓下吸納。", "<"),
        ("原料几乎100%依赖进口。", "~"),
    ],
)
def test_a_bound_apart_from_its_number(make: Maker, text: str, comparator: str) -> None:
    article, recognition = make(text)
    (found,) = measure(article, recognition, zone=ZONE).quantities
    assert found.comparator.value == comparator


def test_papers_are_counted_not_who_gives_them(make: Maker) -> None:
    article, recognition = make("公司取得23项海外监管机构的临床试验许可。")
    (found,) = measure(article, recognition, zone=ZONE).quantities
    assert found.counted is not None
    assert found.counted.of(article.text) == "临床试验许可"
