from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zjkg.model import ArticleRecord, Comparator, Comparison, ConflictType, Modality

Make = Callable[..., ArticleRecord]
Compare = Callable[..., Comparison]
SaidClass = Any  # the class of conftest.py, which a test module cannot import

A_TEXT = "2020年滨江园对外许可交易金额达527亿元。"
B_TEXT = "滨江园License out交易金额2020年为572亿元。"


def kinds(found: Comparison) -> list[ConflictType]:
    return [each.type for each in found.contradictions]


def test_digit_transposition(make_record: Make, compared: Compare, said: SaidClass) -> None:
    a = said("527亿元", "52700000000", "CNY", "对外许可交易金额")
    b = said("572亿元", "57200000000", "CNY", "License out交易金额")
    found = compared(make_record("a", A_TEXT, a), make_record("b", B_TEXT, b))
    assert kinds(found) == [ConflictType.DIGIT_TRANSPOSITION]
    reason = found.contradictions[0].reason
    assert "527亿元" in reason.en
    assert "572亿元" in reason.zh


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"start": "2021", "end": "2021"}, "another year"),
        ({"unit": "USD"}, "another currency"),
        ({"modality": Modality.TARGET}, "a target is no statement of fact"),
        ({"value": "5720000000000"}, "another magnitude"),
        ({"value": "75200000000"}, "two digits that are not neighbours"),
        ({"share_of": "2020年"}, "a part of something"),
        ({"comparator": Comparator.MORE}, "a bound"),
    ],
)
def test_look_alikes_of_a_transposition(
    make_record: Make, compared: Compare, said: SaidClass, changed: dict[str, Any], why: str
) -> None:
    fields = {"number": "572亿元", "value": "57200000000", "unit": "CNY", "measure": "交易金额"}
    a = said("527亿元", "52700000000", "CNY", "对外许可交易金额")
    b = said(**(fields | changed))
    found = compared(make_record("a", A_TEXT, a), make_record("b", B_TEXT, b))
    assert ConflictType.DIGIT_TRANSPOSITION not in kinds(found), why


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("=", "30"), ("=", "40"), [ConflictType.VALUE]),
        (("=", "30"), ("=", "30"), []),
        ((">", "30"), ("=", "40"), []),
        ((">", "40"), ("=", "30"), [ConflictType.BOUND]),
        (("~", "40"), ("=", "38"), []),
        (("<", "30"), (">=", "50"), [ConflictType.BOUND]),
        ((">", "10"), ("<", "20"), []),
        (("=", "30"), ("=", "3000"), []),
    ],
)
def test_bounds_of_counts(
    make_record: Make,
    compared: Compare,
    said: SaidClass,
    a: tuple[str, str],
    b: tuple[str, str],
    expected: list[ConflictType],
) -> None:
    one = said("N家", a[1], "家", "企业", comparator=Comparator(a[0]))
    two = said("N家", b[1], "间", "企业", comparator=Comparator(b[0]))
    text = "2020年滨江园企业N家。"
    assert kinds(compared(make_record("a", text, one), make_record("b", text, two))) == expected


@pytest.mark.parametrize(
    ("text", "number", "value", "measure", "why"),
    [
        ("2020年滨江园药企40家。", "40家", "40", "药企", "drugmakers are not all companies"),
        ("2020年滨江园生物医药企业40家。", "40家", "40", "生物医药企业", "one industry of all"),
        ("2020年滨江园新增企业40家。", "40家", "40", "新增企业", "new ones are not all"),
        ("滨江园企业比上年多40家。", "40家", "40", "企业", "what is added is no level"),
        ("滨江园孵化器企业40家。", "40家", "40", "孵化器企业", "those of a part"),
    ],
)
def test_another_measure_is_no_other_value(
    make_record: Make,
    compared: Compare,
    said: SaidClass,
    text: str,
    number: str,
    value: str,
    measure: str,
    why: str,
) -> None:
    every = make_record("a", "2020年滨江园企业90家。", said("90家", "90", "家", "企业"))
    other = make_record("b", text, said(number, value, "家", measure))
    assert kinds(compared(every, other)) == [], why


def test_values_meet_across_languages(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    chinese = said("215人", "215", "人", "研究人员", start=None)
    english = said("186", "186", "researchers", "researchers", start=None)
    found = compared(
        make_record("a", "截至2020年底滨江园有研究人员215人。", chinese),
        make_record("b", "At the end of 2020 滨江园 employed 186 researchers。", english),
    )
    assert kinds(found) == [ConflictType.VALUE]


def test_areas_are_compared_in_one_unit(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    hectares = said("87公顷", "87", "ha", "面积", start=None, end=None)
    metres = said("87万平方米", "870000", "m2", "面积", start=None, end=None)
    other = said("0.6平方公里", "0.6", "km2", "面积", start=None, end=None)
    a = make_record("a", "滨江园面积87公顷。", hectares)
    assert not compared(a, make_record("b", "滨江园面积87万平方米。", metres)).contradictions
    found = compared(a, make_record("c", "滨江园面积0.6平方公里。", other))
    assert kinds(found) == [ConflictType.VALUE]


def test_a_rounded_amount_meets_the_exact_one(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    rounded = said("53亿元", "5300000000", "CNY", "交易金额")
    exact = said("52.7亿元", "5270000000", "CNY", "交易金额")
    found = compared(
        make_record("a", "滨江园交易金额53亿元", rounded),
        make_record("b", "滨江园交易金额52.7亿元", exact),
    )
    assert not found.contradictions


def test_a_bare_head_takes_the_modifier_of_its_sentence(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    out = said("90%", "90", "%", "交易金额", share_of="全国")
    into = said("40%", "40", "%", "交易金额", share_of="全国")
    found = compared(
        make_record("a", "2020年滨江园对外许可有12项，交易金额占全国90%", out),
        make_record("b", "2020年滨江园许可引进保持势头，交易金额占全国40%", into),
    )
    assert not found.contradictions


@pytest.mark.parametrize(
    ("stage", "expected"), [("C轮", [ConflictType.VALUE]), ("B轮", [])], ids=["same", "other"]
)
def test_rounds_of_financing_are_told_apart(
    make_record: Make,
    compared: Compare,
    said: SaidClass,
    stage: str,
    expected: list[ConflictType],
) -> None:
    one = said("3.8亿元", "380000000", "CNY", "融资", start=None, end=None)
    two = said("3.2亿元", "320000000", "CNY", "融资", start=None, end=None)
    found = compared(
        make_record("a", "滨江园完成C轮融资3.8亿元。", one),
        make_record("b", f"滨江园完成{stage}融资3.2亿元。", two),
    )
    assert kinds(found) == expected


def test_one_share_of_two_wholes(make_record: Make, compared: Compare, said: SaidClass) -> None:
    country = said("27%", "27", "%", "发明专利", share_of="全国")
    world = said("27%", "27", "%", "发明专利", share_of="全球")
    domestic = said("27%", "27", "%", "发明专利", share_of="国内")
    a = make_record("a", "2020年滨江园发明专利占全国的27%。", country)
    found = compared(a, make_record("b", "2020年滨江园发明专利占全球的27%。", world))
    assert kinds(found) == [ConflictType.SCOPE]
    same = make_record("c", "2020年滨江园发明专利占国内的27%。", domestic)
    assert not compared(a, same).contradictions


def test_one_count_of_two_kinds_of_thing(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    deals = said("14项", "14", "项", "对外授权交易")
    firms = said("14家", "14", "家", "企业")
    a = make_record("a", "2020年滨江园达成对外授权交易14项。", deals)
    b = make_record("b", "2020年滨江园有14家企业完成对外授权交易。", firms)
    assert kinds(compared(a, b)) == [ConflictType.UNIT]
    other = make_record("c", "2020年滨江园有14家企业迁入新楼。", firms)
    assert not compared(a, other).contradictions


def test_weakened_modality(make_record: Make, compared: Compare, said: SaidClass) -> None:
    weak = said("7家", "7", "家", "中心", share_of="药企50强", qualifier="已设立或酝酿设立")
    firm = said("7家", "7", "家", "中心", share_of="器械企业50强")
    a = make_record("a", "药企50强中的7家在滨江园已设立或酝酿设立中心", weak)
    b = make_record("b", "器械企业50强在滨江园设立7家中心", firm)
    assert kinds(compared(a, b)) == []  # another whole
    firm = said("7家", "7", "家", "中心", share_of="全球药企50强")
    c = make_record("c", "全球药企50强在滨江园设立7家中心", firm)
    assert kinds(compared(a, c)) == [ConflictType.MODALITY]


@pytest.mark.parametrize(
    ("told", "planned", "expected"),
    [("2021-03-01", "2022-03-01", [ConflictType.MODALITY]), ("2022-03-01", "2021-03-01", [])],
    ids=["a plan after the deed", "a deed after the plan"],
)
def test_a_plan_after_the_deed(
    make_record: Make,
    compared: Compare,
    said: SaidClass,
    paper: Any,  # noqa: ANN401 - the class of conftest.py
    told: str,
    planned: str,
    expected: list[ConflictType],
) -> None:
    done = said("2400台", "2400", "台", "年产能", start=None, end=None)
    plan = said("2400台", "2400", "台", "年产能", modality=Modality.TARGET, start=None, end="2023")
    a = make_record("a", paper("滨江园已投产，年产能2400台。", told), done)
    b = make_record("b", paper("滨江园将投产，年产能2400台。", planned), plan)
    assert kinds(compared(a, b)) == expected


def test_one_value_in_two_years(make_record: Make, compared: Compare, said: SaidClass) -> None:
    one = said("118.6分", "118.6", "score", "指数")
    other = said("118.6分", "118.6", "score", "指数", start="2021", end="2021")
    text = "滨江园指数为118.6分。"
    found = compared(make_record("a", text, one), make_record("b", text, other))
    assert kinds(found) == [ConflictType.TIME]
    state = said("118.6分", "118.6", "score", "指数", start=None, end="2021")
    assert not compared(make_record("a", text, one), make_record("c", text, state)).contradictions


def test_numbers_of_one_sentence_are_meant_together(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    first = said("527亿元", "52700000000", "CNY", "交易金额")
    second = said("572亿元", "57200000000", "CNY", "交易金额")
    record = make_record("a", "滨江园交易金额527亿元，后为572亿元。", first, second)
    assert not compared(record).contradictions


def test_order_of_articles_does_not_matter(
    make_record: Make, compared: Compare, said: SaidClass
) -> None:
    a = make_record("a", A_TEXT, said("527亿元", "52700000000", "CNY", "对外许可交易金额"))
    b = make_record("b", B_TEXT, said("572亿元", "57200000000", "CNY", "交易金额"))
    assert compared(a, b) == compared(b, a)
