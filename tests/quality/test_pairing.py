from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from zjkg.quality.pairing import pair

_EDGES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.tuples(st.integers(0, 3)), max_size=9
)


def test_the_better_liked_pair_is_taken() -> None:
    assert pair({(0, 0): (1,), (0, 1): (2,)}) == {0: 1}


def test_on_equal_preference_the_order_decides() -> None:
    assert pair({(0, 0): (), (0, 1): (), (1, 0): (), (1, 1): ()}) == {0: 0, 1: 1}


def test_a_row_moves_on_where_that_finds_another_row_a_partner() -> None:
    assert pair({(0, 0): (5,), (0, 1): (1,), (1, 0): (1,)}) == {0: 1, 1: 0}


@given(_EDGES)
def test_pairs_are_edges_no_row_stands_twice_and_no_larger_set_exists(
    edges: dict[tuple[int, int], tuple[int, ...]],
) -> None:
    pairs = pair(edges)

    assert all(each in edges for each in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    assert not any(map(_disjoint, combinations(edges, len(pairs) + 1)))


def _disjoint(edges: tuple[tuple[int, int], ...]) -> bool:
    return all(len(set(side)) == len(edges) for side in zip(*edges, strict=True))
