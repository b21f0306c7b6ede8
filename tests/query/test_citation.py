"""References: the form of each language, and what they are cited for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zjkg.errors import Bilingual
from zjkg.query import Opposition, ProvenanceAnswer, ProvenanceItem, SearchedAs, cite
from zjkg.query.opening import beginning

ITEM = ProvenanceItem(
    claim="https://zjkg.example/claim/1",
    kind="Observation",
    summary=Bilingual("", ""),
    sentence="园区产值86亿元。",
    start=4,
    end=13,
    focus=((8, 12),),
    speaker="周明远",
    source="a1",
    title="园区二期开园",
    publisher="滨江日报",
    published="2024-03-12",
    rule=None,
    agreement=None,
    contradictions=(),
    url="https://news.example/1",
)


def _cited(item: ProvenanceItem, lang: str) -> list[str]:
    answer = ProvenanceAnswer("86亿元", (SearchedAs.NUMBER,), (item,), 1)
    return cite(answer, "zh" if lang == "zh" else "en").splitlines()


def test_chinese_reference() -> None:
    assert _cited(ITEM, "zh") == [
        "[1] 园区二期开园[N/OL]. 滨江日报, 2024-03-12. https://news.example/1.",
        "    园区产值86亿元。（周明远语）",
        "    位置：a1 [4:13] https://zjkg.example/claim/1",
    ]


def test_english_reference() -> None:
    assert _cited(ITEM, "en") == [
        "[1] “园区二期开园.” 滨江日报, March 12, 2024. https://news.example/1.",
        "    园区产值86亿元。 (said by 周明远)",
        "    at a1 [4:13] https://zjkg.example/claim/1",
    ]


@pytest.mark.parametrize(
    ("authors", "lang", "begins"),
    [
        (("林晓",), "zh", "[1] 林晓. 园区二期开园[N/OL]."),
        (("林晓",), "en", "[1] 林晓. “园区二期开园.”"),
        (("林晓", "陳大文"), "zh", "[1] 林晓, 陳大文. 园区"),
        (("Anna Brook", "Li Wei"), "en", "[1] Anna Brook and Li Wei. “"),
        (("A. B.",), "en", "[1] A. B. “"),
        (("A", "B", "C"), "en", "[1] A, B, and C. “"),
        (("甲", "乙", "丙", "丁"), "zh", "[1] 甲, 乙, 丙, 等. 园区"),
        (("A", "B", "C", "D"), "zh", "[1] A, B, C, et al. 园区"),
        (("A", "B", "C", "D", "E", "F", "G"), "en", "[1] A, B, C, et al. “"),
    ],
)
def test_authors_come_first(authors: tuple[str, ...], lang: str, begins: str) -> None:
    assert _cited(replace(ITEM, authors=authors), lang)[0].startswith(begins)


def test_without_a_title_the_first_words_stand_in_brackets() -> None:
    untitled = replace(ITEM, title=None, opening="园区产值86亿元，…")
    assert _cited(untitled, "zh")[0].startswith("[1] [园区产值86亿元，…][N/OL]. 滨江日报")
    assert _cited(untitled, "en")[0].startswith("[1] [园区产值86亿元，…]. 滨江日报")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_the_article_does_not_say_is_told(lang: str) -> None:
    bare = replace(
        ITEM,
        claim=None,
        speaker=None,
        title=None,
        publisher=None,
        published=None,
        url=None,
    )
    first, second, third = _cited(bare, lang)
    chinese = "[1] [a1][Z]. [出版者不详], [日期不详]."
    assert first == (chinese if lang == "zh" else "[1] [a1]. N.p., n.d.")
    assert second.strip() == ITEM.sentence
    assert third.endswith("a1 [4:13]")


def test_an_undated_article_says_so() -> None:
    undated = replace(ITEM, published=None, url=None)
    assert _cited(undated, "zh")[0] == "[1] 园区二期开园[N]. 滨江日报, [日期不详]."
    assert _cited(undated, "en")[0] == "[1] “园区二期开园.” 滨江日报, n.d."


@pytest.mark.parametrize(
    ("publisher", "url", "is_web", "medium"),
    [
        ("滨江日报", None, True, "N"),
        ("濱江時報", "https://news.example/1", True, "N/OL"),
        ("Binjiang Daily", None, False, "N"),
        ("滨江财经", None, True, "EB/OL"),
        ("滨江财经", "https://news.example/1", False, "EB/OL"),
        ("滨江新闻网", None, False, "EB/OL"),
        ("binjiang.com", None, False, "EB/OL"),
        ("滨江财经", None, False, "Z"),
        (None, "https://news.example/1", False, "EB/OL"),
    ],
)
def test_the_kind_of_document(
    publisher: str | None, url: str | None, *, is_web: bool, medium: str
) -> None:
    item = replace(ITEM, publisher=publisher, url=url, is_web=is_web)
    assert f"园区二期开园[{medium}]. " in _cited(item, "zh")[0]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("园区产值86亿元。", "园区产值86亿元。"),
        (
            "滨江生物园2024年产值达到30亿元，同比增长5%。园区主任周明远向记者介绍",
            "滨江生物园2024年产值达到30亿元，同比增长5%…",
        ),
        (
            "滨江生物园二零二四年主要经济指标，完成情况以及园区企业数量增长情况",
            "滨江生物园二零二四年主要经济指标…",
        ),
        ("The park has 1,250,000.50 square metres of laboratories", "The park has 1,250,000.50…"),
        (
            "滨江生物园二零二四年度主要经济指标的完成情况以及园区企业数量的增长情况",
            "滨江生物园二零二四年度主要经济指标的完成情况以及园区企业数量的增…",
        ),
        ("In spring the park opened, and the mayor came", "In spring the park opened…"),
    ],
)
def test_a_beginning_ends_with_a_clause_or_a_word(text: str, begins: str) -> None:
    assert beginning(text) == begins


def test_what_contradicts_it_stands_below() -> None:
    other = Opposition(
        "value", "https://zjkg.example/claim/2", "园区产值68亿元。", "b2", ITEM.summary
    )
    lines = _cited(replace(ITEM, contradictions=(other,)), "zh")
    assert lines[-1] == "    矛盾（数值不同）：b2：园区产值68亿元。"


def test_a_line_end_of_a_title_makes_no_line() -> None:
    assert len(_cited(replace(ITEM, title="园区\n二期"), "zh")) == len(_cited(ITEM, "zh"))
