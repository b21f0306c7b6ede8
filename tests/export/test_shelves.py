from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjkg.export.shelves import Shelf


@given(st.lists(st.text(), max_size=600))
def test_what_was_put_is_read_in_order_and_by_address(items: list[str]) -> None:
    shelf = Shelf(str)
    addresses = [shelf.put(item) for item in items]
    assert len(shelf) == len(items)
    assert list(shelf) == items
    assert [shelf[address] for address in reversed(addresses)] == items[::-1]
    assert shelf == Shelf(str, items)
    assert shelf != Shelf(str, [*items, "more"])


def test_two_readers_do_not_disturb_each_other() -> None:
    shelf = Shelf(int, range(1_000))
    assert [*zip(shelf, shelf, strict=True)] == [(n, n) for n in range(1_000)]
    assert 999 in shelf
    assert 1_000 not in shelf


def test_a_shelf_cannot_be_hashed() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Shelf(int))


@given(st.lists(st.integers(0, 150_000), max_size=6))
def test_items_longer_than_what_is_read_at_once_are_read_whole(lengths: list[int]) -> None:
    items = ["长" * length for length in lengths]
    assert list(Shelf(str, items)) == items
