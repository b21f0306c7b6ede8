from __future__ import annotations

import random
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjkg.export import ledger
from zjkg.export.layout import place
from zjkg.export.ledger import Ledger
from zjkg.export.links import Link, Links, Pairs
from zjkg.export.measures import measure

ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 1_000)), max_size=60)
COLUMNS = [("key", "i4"), ("number", "i4")]
NODES = 2_500


@pytest.mark.parametrize("at_once", [1, 7, 1 << 16])
@given(rows=ROWS)
def test_rows_are_read_in_order_and_by_number(at_once: int, rows: list[tuple[int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "AT_ONCE", at_once)
        noted = Ledger(COLUMNS, rows)
        assert len(noted) == len(rows)
        assert [row for block in noted.blocks() for row in block.tolist()] == rows
        assert noted.between(1, 3).tolist() == rows[1:3]


@pytest.mark.parametrize("at_once", [1, 7, 1 << 16])
@given(rows=ROWS)
def test_by_key_they_keep_their_order_and_none_is_lost(
    at_once: int, rows: list[tuple[int, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "AT_ONCE", at_once)
        blocks = [
            block.tolist()
            for block in Ledger(COLUMNS, rows).by_key(
                lambda some: np.where(some["key"] == 3, -1, some["key"]), 10
            )
        ]
    keys = [{key for key, _ in block} for block in blocks]
    assert all(max(one) < min(next_one) for one, next_one in pairwise(keys))
    found = sorted((row for block in blocks for row in block), key=lambda row: row[0])
    assert found == sorted((row for row in rows if row[0] != 3), key=lambda row: row[0])


def test_rows_put_one_by_one_and_many_at_once_stand_in_that_order() -> None:
    noted = Ledger(COLUMNS, [(1, 2)])
    noted.extend(np.array([3, 5]), np.array([4, 6]))
    noted.put((7, 8))
    assert noted.between(0, 4).tolist() == [(1, 2), (3, 4), (5, 6), (7, 8)]


def most_memory(edges: int) -> int:
    """The most bytes that measures and places of a graph with so many edges take."""
    source = random.Random(5)  # noqa: S311 - a shape, not a secret
    ends = ((source.randrange(NODES), source.randrange(NODES)) for _ in range(edges))
    tracemalloc.start()
    links = Links(Link(one, two, 1.0, directed=True) for one, two in ends)
    pairs = Pairs(NODES, links)
    found = measure(NODES, links, pairs)
    place([4.0] * NODES, pairs, [each.community for each in found])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "AT_ONCE", 1 << 12)
    monkeypatch.setattr("zjkg.export.links.AT_ONCE", 1 << 12)
    monkeypatch.setattr("zjkg.export.paths.AT_ONCE", 1 << 12)
    few, many = most_memory(20_000), most_memory(80_000)
    assert many < 1.1 * few
