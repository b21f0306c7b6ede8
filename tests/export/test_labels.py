from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjkg.export.labels import Name, choose, shorten, written_once


def width(text: str) -> int:
    marks = {"Mn", "Me", "Cf"}
    return sum(
        0
        if unicodedata.category(c) in marks
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("十二个汉字恰好放得下了吧", "十二个汉字恰好放得下了吧"),
        ("这个名称一共有十三个汉字长", "这个名称一共有十三个汉…"),
        ("twenty-four letters here", "twenty-four letters here"),
        ("twenty-four letters here!", "twenty-four letters her…"),
        ("  two\n lines ", "two lines"),
        ("a\u202eb\u2066c", "abc"),
        ("", ""),
    ],
)
def test_shorten(text: str, short: str) -> None:
    assert shorten(text) == short


def test_a_cut_does_not_tear_a_joined_emoji_apart() -> None:
    family = "👩\u200d🔬"
    assert shorten("一二三四五六七八九十" + family + "十一十二") == "一二三四五六七八九十…"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_short_labels_are_narrow_and_never_change_a_name_that_fits(text: str) -> None:
    short = shorten(text)
    assert width(short) <= 24
    line = " ".join(text.split())
    assert short.removesuffix("…") == "" or short[0] in line


def test_preferred_chinese_comes_first_then_english() -> None:
    names = [
        Name("Qinghe Pharma", "en", preferred=True),
        Name("青禾", "zh-hans", preferred=False),
        Name("青禾製藥", "zh-hant", preferred=True),
        Name("青禾制药", "zh-hans", preferred=True),
        Name("qinghe zhiyao", "zh-latn-pinyin", preferred=False),
    ]
    labels = choose(names)
    assert (labels.full, labels.zh, labels.en) == ("青禾制药", "青禾制药", "Qinghe Pharma")
    assert labels.pinyin == "qinghe zhiyao"
    assert choose(names[::-1]) == labels


def test_a_preferred_name_stands_before_a_longer_one() -> None:
    names = [
        Name("青禾制药有限公司", "zh-hans", preferred=False),
        Name("青禾制药", "zh-hans", preferred=True),
    ]
    assert choose(names).full == "青禾制药"


def test_the_longest_name_stands_where_none_is_preferred() -> None:
    names = [Name("青禾", "zh-hans", preferred=False), Name("青禾制药", "zh-hans", preferred=False)]
    assert choose(names).full == "青禾制药"
    assert choose([]).full == ""


@pytest.mark.parametrize(
    ("posts", "shown"),
    [
        (("director", "所長", "所长"), ("所长",)),
        (("所長",), ("所長",)),
        (("創始人", "董事长"), ("創始人", "董事长")),
        (("director", "founder"), ("director", "founder")),
        ((), ()),
    ],
)
def test_a_post_in_several_scripts_is_shown_once(
    posts: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert written_once(posts) == shown
