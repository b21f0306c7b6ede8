"""Kinds of things and of measures."""

from __future__ import annotations

import pytest

from zjkg.claims.observations.chinese.kinds import Kind, MeasureKind, fit, kind_of, measured
from zjkg.model import EntityType


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("明州市统计局", Kind.AUTHORITY),
        ("明州医药园管委会", Kind.AUTHORITY),
        ("明州大学", Kind.SCHOOL),
        ("明州创业投资", Kind.FUND),
        ("明州医药行业协会", Kind.UNION),
        ("明州晚报", Kind.OUTLET),
        ("明州制药股份有限公司", Kind.FIRM),
    ],
)
def test_kinds_of_organizations(name: str, kind: Kind) -> None:
    assert kind_of(EntityType.ORGANIZATION, name) is kind


def test_other_types_are_kinds_themselves() -> None:
    assert kind_of(EntityType.PARK, "明州医药局") is Kind.PARK


@pytest.mark.parametrize(
    ("unit", "before", "after", "what"),
    [
        ("CNY", "完成B轮融资", "", MeasureKind.FINANCING),
        ("CNY", "去年营收", "，", MeasureKind.EARNINGS),
        ("CNY", "给予最高", "的补贴", MeasureKind.GRANT),
        ("CNY", "全市生物医药产值", "", MeasureKind.OUTPUT),
        ("USD", "支付", "首付款", MeasureKind.DEAL),
        ("CNY", "金额为", "", MeasureKind.MONEY),
        ("m2", "建筑面积", "", MeasureKind.AREA),
        ("名", "已入组", "患者", MeasureKind.TRIAL),
        ("名", "现有", "员工", MeasureKind.STAFF),
        ("家", "已进入", "医院", MeasureKind.USERS),
        ("家", "集聚", "企业", MeasureKind.TENANTS),
        ("支", "年产", "针剂", MeasureKind.CAPACITY),
        ("score", "得分", "", MeasureKind.SCORE),
        ("%", "较上年增长", "", MeasureKind.SHARE),
    ],
)
def test_what_is_measured(unit: str, before: str, after: str, what: MeasureKind) -> None:
    assert measured(unit, before, after) is what


@pytest.mark.parametrize(
    ("what", "kind", "level"),
    [
        (MeasureKind.STAFF, Kind.FIRM, "typical"),
        (MeasureKind.STAFF, Kind.PRODUCT, "odd"),
        (MeasureKind.STAFF, Kind.SCHOOL, "plain"),
        (MeasureKind.SCORE, Kind.INDEX, "typical"),
        (MeasureKind.EARNINGS, Kind.INDEX, "wrong"),
        (MeasureKind.SHARE, Kind.INDEX, "plain"),
    ],
)
def test_fit(what: MeasureKind, kind: Kind, level: str) -> None:
    assert fit(what, kind) == level
