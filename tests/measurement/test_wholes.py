"""The whole of a part, where other words of the sentence name it."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, EntityType, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("园区有员工240人，其中博士占两成。", "员工"),
        ("公司去年营收5亿元，海外市场贡献近三成。", "营收"),
        ("中心安排专项资金3亿元，其中六成投向早期项目。", "专项资金"),
        ("七成订单来自海外。", "订单"),
        ("入榜前50名的园区里,东部有31家。", "入榜前50名的园区"),
        ("园区二十多家企业中，至少有5家缩减了人手。", "园区二十多家企业"),
        ("全球市场规模约为24亿美元，美国占去近八成。", "全球市场规模"),
        ("公司员工中本地人占九成多。", "公司员工"),
        ("研究团队中，博士占三成。", "研究团队"),
        ("目前进驻的医药企业共有87家，北坡园区约占六成。", "医药企业"),
        ("每年毕业的博士大约有160人，留在本地的不到三成。", "博士"),
        ("招收学生86名，学费由企业承担一半。", "学费"),
        ("协会有会员企业96家，其间有4家先后停产。", "会员企业"),
        ("园区共有八座大楼，余下五座将于2027年起落成。", "八座大楼"),
        ("总收入907亿元，其中医药板块231亿元，占25.5%。", "总收入"),
        ("签约项目26个，其中医药项目19个，占比超过七成。", "签约项目"),
        ("全市有药企530家，其中浦东210家。", "药企"),
        ("全市有药企530家，其中规模以上企业38家。", "药企"),
        ("研究有1286名长者参与，其中73人患病。", "1286名长者"),
        ("样品约有三成因受潮而报废。", "样品"),
        ("今年要招聘60名工程师，到现在只找到一半。", "工程师"),
        (
            "In a trial of 90 adults, 48% of those given the drug had no pain.",
            "those given the drug",
        ),
        ("會員由三年前的90家增至210家，其中逾20家已上市。", "會員"),
        ("累计营收9亿元，其中欧洲占52%、日本27%。", "营收"),
        ("毛利率占营收的52%，而去年同期为48%。", "营收"),
        ("Among the 180 firms in the park, 24 are listed.", "the 180 firms in the park"),
        ("Six firms applied. Two of those firms have won.", "those firms"),
        ("Half of the proceeds go to trials, and a further 20 percent to staff.", "the proceeds"),
        ("政府按租金的40%给予补贴。", "租金"),
        ("研发投入占营收的比重为12%，比上年提高3个百分点。", "营收"),
        ("研发投入占营收的比重从8%提高到12%。", "营收"),
        ("Tenants pay 70 percent of the rent.", "the rent"),
        ("Half of them are women.", None),
        ("It hired 90 engineers, half of them women.", "90 engineers"),
        ("It raised $30 million, of which a third came from banks.", "30 million"),
        ("One in four applicants failed.", "applicants"),
        ("It bought a 12% stake in Harbour Labs.", "Harbour Labs"),
        ("Startups make up 28 percent of the tenants, up from 21 percent.", "the tenants"),
        ("Sales were $31 million for the quarter, up nearly a fifth.", None),
    ],
)
def test_whole_of_the_last_part(make: Maker, text: str, whole: str | None) -> None:
    article, recognition = make(text)
    share = measure(article, recognition, zone=ZONE).quantities[-1].share_of
    assert (share.of(text) if share else None) == whole


def test_equity_is_a_part_of_the_firm_before_it(make: Maker) -> None:
    text = "集团收购滨湖药业30%的股权。"
    article, recognition = make(text, {"滨湖药业": EntityType.ORGANIZATION})
    (quantity,) = measure(article, recognition, zone=ZONE).quantities
    assert quantity.share_of is not None
    assert quantity.share_of.of(text) == "滨湖药业"


def test_counts_of_a_list_are_parts_of_what_heads_it(make: Maker) -> None:
    text = "获批项目中，甲校占6个，乙校占5个。"
    article, recognition = make(text)
    found = measure(article, recognition, zone=ZONE).quantities
    assert [q.share_of.of(text) if q.share_of else None for q in found] == ["获批项目"] * 2


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("公司现有员工35人，约三分之一是工程师。", "员工"),
        ("公司设立5亿元的基金，由开发区出资三成。", "基金"),
        ("按照租金的50%补贴。", "租金"),
        ("净销售额7%的特许权使用费。", "净销售额"),
        ("公司现有员工35人，出租率97%。", None),
        ("产值742亿元，占全市的68%；高新区产值增长11.5%。", None),
    ],
)
def test_the_whole_of_a_part_that_opens_its_clause(
    make: Maker, text: str, whole: str | None
) -> None:
    article, recognition = make(text, None, None)
    last = measure(article, recognition, zone=ZONE).quantities[-1]
    assert (None if last.share_of is None else last.share_of.of(text)) == whole
