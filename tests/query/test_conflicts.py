from __future__ import annotations

from pyoxigraph import Store

from zjkg.query import Conflict, Side, conflicts, render_conflicts


def test_a_contradiction_shows_both_sides_and_the_reasoning(store: Store) -> None:
    [english] = conflicts(store, "en")
    assert (english.type, english.reason) == ("digit-transposition", "61 and 16 are swapped")
    assert (english.first.source, english.second.source) == ("001_first", "002_second")
    assert "461亿元" in english.first.quote
    assert "416億元" in english.second.quote
    text = render_conflicts(conflicts(store, "zh"), "zh")
    assert "61 与 16 互换" in text
    assert english.first.quote in text


def test_no_contradiction_is_said_plainly() -> None:
    assert render_conflicts(conflicts(Store(), "en"), "en") == "no contradictions\n"
    assert render_conflicts([], "zh") == "没有矛盾\n"


def test_what_an_article_says_does_not_steer_the_terminal() -> None:
    side = Side("a\x1b[31m\nb", "quote\u202e\x07", "Lin\x9b")
    text = render_conflicts([Conflict("value", "why", side, side)], "en")
    assert len(text.splitlines()) == 3
    assert not any(mark in text for mark in "\x1b\x07\x9b\u202e")
