from __future__ import annotations

import pytest

from zjkg.notes import LostNoteError, Notes


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x92\xa1s\xa1x"])
def test_a_note_that_cannot_be_read_is_none(content: bytes) -> None:
    notes = Notes()
    notes.put("report", "a", content)
    assert notes.read("report", "a", int) is None


def test_a_note_that_must_be_there_is_missed() -> None:
    notes = Notes()
    notes.write("known", "a", [1])
    assert notes.read_surely("known", "a", list[int]) == [1]
    notes.forget("a", ["known"])
    with pytest.raises(LostNoteError, match="known: a"):
        notes.read_surely("known", "a", list[int])


def test_articles_that_share_a_mark_find_each_other() -> None:
    notes = Notes()
    notes.share("b", {1, 2})
    notes.share("a", {2})
    assert (notes.sharing(1), notes.sharing(2), notes.sharing(3)) == (["b"], ["a", "b"], [])
    notes.share("b", {2})
    notes.unshare("b", {2, 3})
    assert notes.sharing(2) == ["a"]


def test_what_the_store_holds_is_known_although_all_else_is_forgotten() -> None:
    notes = Notes()
    notes.write("portion", "a", [1])
    notes.write("known", "a", [1])
    notes.share("a", {2})
    notes.clear()
    assert (notes.read("portion", "a", list[int]), notes.get("known", "a")) == ([1], None)
    assert notes.sharing(2) == []
