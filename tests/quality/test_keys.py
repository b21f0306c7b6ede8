from __future__ import annotations

import pytest

from zjkg.quality.keys import fold, one_contains_other, same_phrase


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("蓝湾（集团）公司", "蓝湾(集团)公司"),
        ("Harbour  Labs", "harbour labs"),
        ("“灯塔”计划", "「灯塔」计划"),
        ("**增长**", "增长"),
        ("＂ＡＢ＂", "ab"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(first: str, second: str) -> None:
    assert fold(first) == fold(second)


@pytest.mark.parametrize(("first", "second"), [("蓝湾-A", "蓝湾A"), ("藍灣", "蓝湾"), ("甲", "乙")])
def test_other_differences_are_kept(first: str, second: str) -> None:
    assert fold(first) != fold(second)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("出口总额", "总额", False),
        ("年出口总额", "出口总额", True),
        ("出口总额", "进口总额", False),
        ("annual export sales", "export sales", True),
        ("annual export sales of drugs", "sales", False),
        ("sale", "sales", False),
        (None, "总额", False),
        (None, None, True),
    ],
)
def test_a_phrase_may_lack_or_add_a_few_words(
    first: str | None, second: str | None, *, same: bool
) -> None:
    assert same_phrase(first, second) is same
    assert same_phrase(second, first) is same


@pytest.mark.parametrize(
    ("first", "second", "contained"),
    [
        ("全国", "全国总数", True),
        ("全国", "全省", False),
        (None, "全国", False),
        (None, None, True),
    ],
)
def test_containment(first: str | None, second: str | None, *, contained: bool) -> None:
    assert one_contains_other(first, second) is contained
    assert one_contains_other(second, first) is contained
