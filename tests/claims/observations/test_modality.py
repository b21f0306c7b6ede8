"""Modality and repetition of what is observed, on sentences of our own."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from zjkg.claims.observations.extraction import observations
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import EntityType
from zjkg.reading import read_bytes
from zjkg.recognition import Gazetteer, Recognizer

ZONE = ZoneInfo("Asia/Shanghai")
_DATE = dt.date(2023, 5, 10)


@cache
def recognizer() -> Recognizer:
    return Recognizer(Gazetteer((("明远生物", EntityType.ORGANIZATION),)))


def found(text: str) -> list[tuple[str, str]]:
    """The values of an article of 2023-05-10 with their modality."""
    head = f"---\ndate: {_DATE.isoformat()}\n---\n"
    article = read_bytes("sample.md", (head + text).encode(), zone=ZONE)
    (recognition,) = recognizer().recognize([article])
    measured = measure(article, recognition, zone=ZONE)
    kept, _ = observations(article, recognition, measured, entities(article, recognition))
    return [(f"{measured.quantities[item.quantity].value:f}", item.modality.value) for item in kept]


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("公司将斥资15亿元扩建厂房。", ["target"]),
        ("公司明年会再聘请40人。", ["target"]),
        ("今年的研发费用会控制在2亿元以内。", ["target"]),
        ("据某某咨询测算，该市场将达到210亿美元左右。", ["forecast"]),
        ("经过测算，园区企业的出口占比超过三成。", ["actual"]),
        ("主辦承銷商某某證券估，公司今年營收可達14億元。", ["forecast"]),
        ("工厂全面运作后，每年可为500名病人提供药物。", ["target"]),
        ("今年的任务是新增签约企业50家。", ["target"]),
        ("公司去年融资3亿元，比原先目标少近四成。", ["actual", "actual"]),
        ("总投资2亿元，其中8000万元来自政府的某某加速计划，余款由股东支付。", ["actual", "actual"]),
        # what is so now starts a change that is planned or expected
        ("团队会由现时的28人增至年底的45人。", ["actual", "target"]),
        (
            "产能预计由目前的3万条增至8万条，并会增聘90名技术人员。",
            ["actual", "forecast", "target"],
        ),
        ("他预估，一名技术员可照顾的批次会是现在的4倍。", ["forecast"]),
        ("明年的产能为3万支。", ["target"]),
        # what is built later makes neither its cost nor its land a plan
        ("新厂总投资16亿元，预计2025年完工。", ["actual"]),
        ("二期占地136亩，拟于2025年交付。", ["actual"]),
        ("大楼工程进度已达62%，预计明年底完工。", ["actual"]),
        ("产品可望今年开卖，他希望第一年就有300家诊所采用。", ["target"]),
        ("双方将共建实验室，首批投入2000万元。", ["target"]),
        ("方案提出设立20亿元的基金。", ["target"]),
        ("前4个月产值增长7%，全年有望突破9亿元。", ["actual", "forecast"]),
        ("公司今年要招聘90名工程师。", ["target"]),
        ("公司今年营收上看9亿元。", ["forecast"]),
        ("系统可预测中风风险，用了3万张照片。", ["actual"]),
        ("全年可望达9亿元；员工350人。", ["forecast", "actual"]),
        ("从投料到灌装，操作工人只需26名。", ["actual"]),
        ("The centre will have 30 beds.", ["target"]),
        ("Two more centres would open by 2026.", ["target"]),
        ("公司将总部迁入园区，占地200亩。", ["actual"]),
        ("该药计划入组180例。", ["target"]),
        ("项目建成后可实现年收入30亿元。", ["target"]),
        ("公司今年收入料达7200万元。", ["forecast"]),
        ("员工由现在的85人增至150人。", ["actual", "actual"]),
        ("月产能将由12台拉高到30台。", ["actual", "target"]),
        ("公司今年研发投入会回到6.5亿元。", ["target"]),
        ("该署会在下一季新增四百个名额。", ["target"]),
        ("2025年产品收入目标17亿元。", ["target"]),
        ("公司计划以不超过1.2亿元的价格转让厂房。", ["target"]),
        ("原定由基金领投的6亿元融资搁浅。", ["target"]),
        # how much of an aim is reached, and what came of a plan, is a fact
        (
            "投资46亿元，为年度目标60亿元的78%，其中工业投资31亿元。",
            ["actual", "target", "actual", "actual"],
        ),
        ("原定入组90人，停下来时只入了40人。", ["target", "actual"]),
        (
            "预计明年收入可达30亿元，目标价由38港元上调至46.5港元。",
            ["forecast", "actual", "actual"],
        ),
        ("公司将扩招，员工由现在的85人增至150人。", ["actual", "target"]),
        # 将 that means 把 plans nothing; whatever verb stands behind the other one, it does
        ("办法明确，医院可将七成收益奖励给团队。", ["actual"]),
        ("该机构将额外注资5亿元。", ["target"]),
        # what a quotation or an item of a list says holds no further
        ("厂长写道：“我们必须把成本降下来。”厂里三名主管降薪20%。", ["actual", "actual"]),
        ("一是订单将面临压力；二是有12家企业反映缺人。", ["actual"]),
        # what is raised is known, what it is for is a plan
        ("公司净筹约5亿元，当中40%用于研发，20%扩充厂房。", ["actual", "target", "target"]),
        ("市場規模料由2020年的4億元，增至2026年的38億元。", ["actual", "forecast"]),
        ("券商把今年收入预测上调至3亿元。", ["forecast"]),
        ("从进料到下线，车间只用了26名工人。", ["actual"]),
        ("公司将建设厂房85亩；明远生物以2800万元收购专利。", ["target", "actual"]),
        ("楼宇建筑面积32万平方米，将于2024年竣工。", ["target"]),
        ("The firm has agreed to lease 500 acres.", ["target"]),
        ("The firm may receive grants of up to $3 million.", ["target"]),
        ("It will supply a partner, which holds 26 percent of the shares.", ["actual"]),
        ("The trial is due to begin with 48 volunteers.", ["target"]),
        ("It will raise the number of staff from 260 to about 400.", ["actual", "target"]),
        ("The park aims to attract 40 firms, up from 27 in 2021.", ["target", "actual"]),
        ("The broker cut its price target from $9 to $4.", ["actual", "actual"]),
        ("The city has pledged HK$6 billion for laboratories.", ["target"]),
        ("It aims to train 90 nurses; 12 percent of graduates found work.", ["target", "actual"]),
        (
            "The block will house 30 chemists, on top of the 48 who work there.",
            ["target", "actual"],
        ),
    ],
)
def test_modality_of_each_value(text: str, modalities: list[str]) -> None:
    assert [modality for _, modality in found(text)] == modalities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("上半年达成授权14项。上述14项中，肿瘤8项。", ["14", "8"]),
        ("# 园区再添12家新住户\n\n昨天，12家企业在园区签约。", ["12"]),
        ("产值增长9.7%。“9.7%的增速来之不易。”", ["9.7"]),
        ("上半年引进12家企业。下半年引进12家医院。", ["12", "12"]),
    ],
)
def test_a_fact_told_again_is_one_fact(text: str, values: list[str]) -> None:
    assert [value for value, _ in found(text)] == values
