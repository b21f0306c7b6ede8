from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from zjkg.model import ArticleRecord, Comparator, Comparison, ConflictType

Make = Callable[..., ArticleRecord]
Compare = Callable[..., Comparison]
SaidClass = Any  # the class of conftest.py, which a test module cannot import


def kinds(found: Comparison) -> list[ConflictType]:
    return [each.type for each in found.contradictions]


@pytest.mark.parametrize(
    ("third", "verdicts"), [("60", [True]), ("62", [False]), ("35", [])], ids=str
)
def test_parts_of_a_whole(
    make_record: Make, compared: Compare, said: SaidClass, third: str, verdicts: list[bool]
) -> None:
    """Parts that come near the whole and miss it are wrong; parts far from it are examples."""
    record = make_record(
        "a",
        f"滨江园规划面积100亩，其中核心区面积40亩，扩展区面积{third}亩。",
        said("100亩", "100", "mu", "规划面积"),
        said("40亩", "40", "mu", "核心区面积"),
        said(f"{third}亩", third, "mu", "扩展区面积"),
    )
    found = compared(record)
    assert [check.fits for check in found.checks] == verdicts
    assert kinds(found) == [ConflictType.ARITHMETIC] * verdicts.count(False)
    if verdicts:
        assert found.checks[0].stated == 100
        assert found.checks[0].computed == 40 + int(third)


def test_parts_in_the_next_sentence(make_record: Make, compared: Compare, said: SaidClass) -> None:
    record = make_record(
        "a",
        "2020年滨江园签约项目86个。这些签约项目中，新药48个，器械27个，服务16个。",
        said("86个", "86", "个", "签约项目"),
        said("48个", "48", "个", "新药"),
        said("27个", "27", "个", "器械"),
        said("16个", "16", "个", "服务"),
    )
    [check] = compared(record).checks
    assert (check.stated, check.computed) == (Decimal(86), Decimal(91))
    assert not check.fits


def test_share_check(make_record: Make, compared: Compare, said: SaidClass) -> None:
    record = make_record(
        "a",
        "全国54项试验中，滨江园有16项，占全国近三分之一",
        said("54项", "54", "项", "试验", share_of="全国"),
        said("16项", "16", "项", "试验"),
        said("近三分之一", "0.3333", "ratio", "试验", share_of="全国", comparator=Comparator.ABOUT),
    )
    found = compared(record)
    assert [(check.kind, check.fits) for check in found.checks] == [("share", False)]
    assert found.checks[0].computed == Decimal("0.2963")


@pytest.mark.parametrize(
    ("text", "rate", "fits"),
    [
        ("滨江园营业收入从8亿元增至10.4亿元，同比增长30%。", "30", True),
        ("滨江园营业收入从8亿元增至10.4亿元，同比增长25%。", "25", False),
        ("滨江园营业收入10.4亿元，比上年的8亿元增长30%。", "30", True),
        ("滨江园营业收入10.4亿元，比上年的8亿元增长23%。", "23", False),
    ],
)
def test_growth_from_one_level_to_another(
    make_record: Make, compared: Compare, said: SaidClass, text: str, rate: str, *, fits: bool
) -> None:
    record = make_record(
        "a",
        text,
        said("8亿元", "800000000", "CNY", "营业收入", start=None, end=None),
        said("10.4亿元", "1040000000", "CNY", "营业收入", start=None, end=None),
        said(f"{rate}%", rate, "%", "营业收入", start=None, end=None),
    )
    [check] = compared(record).checks
    assert (check.kind, check.fits) == ("growth", fits)


def test_a_half_year_is_not_set_against_a_year(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    record = make_record(
        "a",
        "滨江园2020年产值96.4亿元，今年上半年58亿元，同比增长11.5%。",
        said("96.4亿元", "9640000000", "CNY", "产值"),
        said("58亿元", "5800000000", "CNY", "产值", start="2021-01", end="2021-06"),
        said("11.5%", "11.5", "%", "产值", start="2021-01", end="2021-06"),
    )
    assert not compared(record).checks


def test_the_level_before_a_growth_is_derived(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    record = make_record(
        "a",
        "滨江园指数2020年为117分，同比增长4.81%。",
        said("117分", "117", "score", "指数"),
        said("4.81%", "4.81", "%", "指数"),
    )
    [derived] = compared(record).derivations
    assert (derived.kind, derived.value, derived.unit) == (
        "former-level",
        Decimal("111.63"),
        "score",
    )
    assert (derived.start, derived.end) == ("2019", "2019")
    assert "117" in derived.reason.en
    assert "4.81" in derived.reason.zh


def test_the_whole_of_a_share_is_derived(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    record = make_record(
        "a",
        "2020年滨江园交易金额461亿元，占全国的80%。",
        said("461亿元", "46100000000", "CNY", "交易金额"),
        said("80%", "80", "%", "交易金额", share_of="全国"),
    )
    [derived] = compared(record).derivations
    assert (derived.kind, derived.value) == ("whole", Decimal(57625000000))
    assert derived.subject is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("滨江园产值2020年为96亿元，比上年的80亿元增长20%。", "the former level is stated"),
        ("滨江园产值2020年为96亿元，80亿元为利润，下降20%。", "whether a fall is signed is open"),
    ],
)
def test_what_is_stated_or_unclear_is_not_derived(
    make_record: Make, compared: Compare, said: SaidClass, text: str, why: str
) -> None:
    record = make_record(
        "a",
        text,
        said("96亿元", "9600000000", "CNY", "产值"),
        said("80亿元", "8000000000", "CNY", "产值", start="2019", end="2019"),
        said("20%", "20", "%", "产值"),
    )
    assert not compared(record).derivations, why
