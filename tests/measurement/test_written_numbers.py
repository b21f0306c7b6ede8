"""Numbers as offices and papers write them: in groups, in parts, with spaces, under ceilings."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, Comparator, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("樓面面積約4 600平方米。", [(4600, "m2")]),
        ("樓面面積約4\u2009600平方米。", [(4600, "m2")]),
        ("獎金1 200萬港元。", [(12_000_000, "HKD")]),
        ("撥款 5.3 億 美元。", [(530_000_000, "USD")]),
        ("产值1兆2350亿元。", [(1_235_000_000_000, "CNY")]),
        ("投资3亿5000万元。", [(350_000_000, "CNY")]),
        ("營收1億2,300萬元。", [(123_000_000, "CNY")]),
        ("營業額合計1兆8,562億元。", [(1_856_200_000_000, "CNY")]),
        ("員工1萬2,000人，面积1万2300平方米。", [(12_000, "人"), (12_300, "m2")]),
        ("招收2万5千人。", [(25_000, "人")]),
        ("接待2万人3000家企业。", [(20_000, "人"), (3000, "家")]),
        ("招收5千多名学生，占地2百多亩。", [(5000, "名"), (200, "mu")]),
        ("从签约到开工只用了四个多月。", []),
        ("签约项目36个，其中投资超过10亿元的有5个。", [(36, "个"), (5, "个")]),
        ("两家企业的厂房已经开工。", []),
        ("The plant makes 12 000 tonnes.", [(12_000, "tonnes")]),
        ("Staff grew from 120 to 180 people.", [(120, "people"), (180, "people")]),
        ("Nine Class I innovative drugs are in trials.", [(9, "drugs")]),
        ("It has 54 employees and expects to hire about 20 more.",
         [(54, "employees"), (20, "employees")]),
    ],
)  # fmt: skip
def test_values_and_units(make: Maker, text: str, expected: list[tuple[int, str]]) -> None:
    article, recognition = make(text)
    found = measure(article, recognition, zone=ZONE).quantities
    assert [(int(q.value), q.unit) for q in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "每家企業最多可獲800萬元資助。",
        "单个团队最多可领取50万元。",
        "高校最高可得80万元。",
        "最高给予300万元奖励。",
    ],
)
def test_ceilings(make: Maker, text: str) -> None:
    article, recognition = make(text)
    (quantity,) = measure(article, recognition, zone=ZONE).quantities
    assert quantity.comparator is Comparator.AT_MOST
