"""Words between a measure and its value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zjkg.claims.observations.chinese.growth import (
    growth,
    is_share_noun,
    leans,
    rate,
    result,
    share,
)
from zjkg.model import Comparator, Quantity, Span


def value(unit: str) -> Quantity:
    span = Span(0, 1)
    return Quantity(span, span, Decimal(5), None, unit, Comparator.EQUAL, None, None, None, "test")


@pytest.mark.parametrize(
    ("lead", "grown"),
    [
        ("营收同比增长", "营收"),
        ("产能预计再增加", "产能"),
        ("单支价格比进口产品低", "单支价格"),
        ("毛利率较上年同期提升了", "毛利率"),
        ("比去年同期增长近", ""),
    ],
)
def test_growth_begins_behind_what_grows(lead: str, grown: str) -> None:
    at = growth(lead, value("%"))
    assert at is not None
    assert lead[:at] == grown


def test_counted_things_grow_only_in_comparison() -> None:
    assert growth("同比多出", value("家")) == 0
    assert growth("净增", value("家")) is None


def test_noun_of_growth() -> None:
    lead = "增速较一季度回升"
    span = rate(lead)
    assert span is not None
    assert lead[slice(*span)] == "增速"
    assert rate("营收增长") is None


@pytest.mark.parametrize(
    ("lead", "part"), [("外资企业占", "外资企业"), ("权利金不到营收的", "权利金")]
)
def test_share_begins_behind_what_has_it(lead: str, part: str) -> None:
    at = share(lead, value("%"))
    assert at is not None
    assert lead[:at] == part


def test_land_and_stakes_are_no_shares() -> None:
    assert share("占股", value("%")) is None
    assert is_share_noun("占全国的比重为")


def test_values_that_lean_on_the_one_before() -> None:
    assert leans("是现有产能的", value("times"))
    assert leans("较去年的", value("CNY"))
    assert not leans("产能", value("支"))


def test_results() -> None:
    assert result("会员总数增至") == len("会员总数")
    assert result("会员") is None
    assert result("将产能提高到每年") == len("将产能")  # 能 is part of the noun
    assert result("对外许可达") == len("对外许可")
