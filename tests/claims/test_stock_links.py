"""Machine-made security links are evidence, not truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zjkg.model import Link, Span, Token

if TYPE_CHECKING:
    from tests.claims.conftest import Make


def _link(text: str, anchor: str, code: str | None = "600000") -> Link:
    start = text.index(anchor)
    return Link(Span(start, start + len(anchor)), "https://example.org/", "SSE", code)


def test_a_whole_organization_is_accepted(make: Make) -> None:
    text = "远帆生物今日上市。"
    case = make(text, "远帆生物=organization", links=(_link(text, "远帆生物"),))
    (judged,) = case.claims.stock_links
    assert judged.accepted
    assert case.label(judged.entity) == "远帆生物"


def test_a_piece_of_a_longer_name_is_rejected(make: Make) -> None:
    text = "滨湖国际医学园区开园。"
    case = make(text, "滨湖国际医学园区=park", links=(_link(text, "国际医学"),))
    (judged,) = case.claims.stock_links
    assert not judged.accepted
    assert judged.entity is None
    assert "滨湖国际医学园区" in judged.reason.zh
    assert "滨湖国际医学园区" in judged.reason.en


def test_a_piece_of_a_compound_is_rejected_even_where_it_was_taken_for_a_name(make: Make) -> None:
    text = "华夏医药工业百强企业来了。"
    case = make(text, "华夏医药=organization", links=(_link(text, "华夏医药"),))
    (judged,) = case.claims.stock_links
    assert not judged.accepted
    assert "华夏医药工业" in judged.reason.zh


def test_a_piece_of_a_word_is_rejected(make: Make) -> None:
    text = "滨湖新城建设提速。"
    tokens = ((Token(Span(0, 2), "LOC"), Token(Span(2, 4), "n")),)
    case = make(text, links=(_link(text, "湖新"),), tokens=tokens)
    (judged,) = case.claims.stock_links
    assert not judged.accepted


def test_words_that_are_no_organization_are_rejected(make: Make) -> None:
    text = "周岚到访。"
    case = make(text, "周岚=person", links=(_link(text, "周岚"),))
    (judged,) = case.claims.stock_links
    assert not judged.accepted
    assert judged.reason.en
    assert judged.reason.zh


def test_a_link_without_a_code_is_not_judged(make: Make) -> None:
    text = "远帆生物今日上市。"
    case = make(text, "远帆生物=organization", links=(_link(text, "远帆生物", None),))
    assert case.claims.stock_links == ()
