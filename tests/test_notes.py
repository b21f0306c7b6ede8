from __future__ import annotations

import pytest

from zjkg.notes import LostNoteError, Notes


def test_what_is_noted_is_not_made_again() -> None:
    notes = Notes()
    made: list[int] = []

    def make() -> tuple[int, ...]:
        made.append(1)
        return (4, 2)

    for stamp, times in (("as it is", 1), ("as it is", 1), ("changed", 2), (None, 3)):
        assert notes.told("report", "a", stamp, tuple[int, ...], make) == (4, 2)
        assert len(made) == times


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x92\xa1s\xa1x"])
def test_a_note_that_cannot_be_read_is_made_again(content: bytes) -> None:
    notes = Notes()
    notes.put("report", "a", content)
    assert notes.told("report", "a", "s", int, lambda: 7) == 7
    assert notes.told("report", "a", "s", int, lambda: 8) == 7


def test_a_note_that_must_be_there_is_missed() -> None:
    notes = Notes()
    notes.write("known", "a", [1])
    assert notes.read_surely("known", "a", list[int]) == [1]
    notes.forget("a")
    with pytest.raises(LostNoteError, match="known: a"):
        notes.read_surely("known", "a", list[int])


def test_articles_that_share_a_mark_find_each_other() -> None:
    notes = Notes()
    notes.share("b", {1, 2})
    notes.share("a", {2})
    assert (notes.sharing(1), notes.sharing(2), notes.sharing(3)) == (["b"], ["a", "b"], [])
    notes.unshare("b", {2, 3})
    assert notes.sharing(2) == ["a"]
