from __future__ import annotations

import pytest

from zjkg.notebook import Notebook


def test_what_is_noted_is_not_made_again() -> None:
    kept: dict[str, bytes] = {}
    notebook = Notebook(kept.get, kept.__setitem__)
    made: list[int] = []

    def make() -> tuple[int, ...]:
        made.append(1)
        return (4, 2)

    assert notebook.told("key", tuple[int, ...], make) == (4, 2)
    assert notebook.told("key", tuple[int, ...], make) == (4, 2)
    assert len(made) == 1
    assert notebook.told(None, tuple[int, ...], make) == (4, 2)
    assert len(made) == 2


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\xa1x"])
def test_a_note_that_cannot_be_read_is_made_again(content: bytes) -> None:
    kept = {"key": content}
    assert Notebook(kept.get, kept.__setitem__).told("key", int, lambda: 7) == 7
    assert kept["key"] == b"\x07"


def test_a_notebook_of_nothing_remembers_nothing() -> None:
    notebook, numbers = Notebook(), iter((1, 2))
    assert [notebook.told("key", int, lambda: next(numbers)) for _ in "ab"] == [1, 2]
