from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zjkg.export.limits import limits
from zjkg.export.links import Link, Links, Pairs
from zjkg.export.measures import Measures, measure, page_rank, searched

LINKS = st.lists(
    st.builds(
        Link,
        st.integers(0, 6),
        st.integers(0, 6),
        st.floats(0.5, 9),
        st.booleans(),
        st.floats(0.1, 1),
    ),
    max_size=20,
)


def measured(size: int, links: list[Link]) -> list[Measures]:
    noted = Links(links)
    return measure(size, noted, Pairs(size, noted))


@settings(deadline=None)
@given(LINKS)
def test_page_rank_is_the_leading_vector_of_the_google_matrix(links: list[Link]) -> None:
    """networkx builds the matrix, numpy finds its vector: neither is the code under test."""
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    graph.add_nodes_from(range(7))
    for link in links:
        graph.add_edge(link.source, link.target, weight=link.weight)
        if not link.directed:
            graph.add_edge(link.target, link.source, weight=link.weight)
    matrix = np.asarray(nx.google_matrix(graph, nodelist=range(7)))
    expected = np.full(7, 1 / 7) @ np.linalg.matrix_power(matrix, 300)
    assert page_rank(7, Links(links)) == pytest.approx(expected, abs=1e-9)


def test_measures_of_a_path_with_a_heavy_end() -> None:
    links = [Link(0, 1, 1, directed=True), Link(1, 2, 5, directed=True)]
    links.append(Link(2, 1, 2, directed=True))
    first, middle, last = measured(3, links)
    assert [found.degree for found in (first, middle, last)] == [1, 3, 2]
    assert [found.weighted_degree for found in (first, middle, last)] == [1, 8, 7]
    assert (first.betweenness, middle.betweenness) == (0, 1)
    assert sum(found.page_rank for found in (first, middle, last)) == pytest.approx(1)


def test_two_cliques_are_two_communities_and_the_larger_is_number_0() -> None:
    small = [(a, b) for a in range(3) for b in range(a)]
    large = [(a, b) for a in range(3, 8) for b in range(3, a)]
    links = [Link(a, b, 1, directed=True) for a, b in [*small, *large, (0, 3)]]
    communities = [found.community for found in measured(8, links)]
    assert communities == [1, 1, 1, 0, 0, 0, 0, 0]


def test_no_nodes_have_no_measures() -> None:
    assert measured(0, []) == []


def test_nodes_without_edges_rank_alike() -> None:
    assert {found.page_rank for found in measured(4, [])} == {0.25}


def test_betweenness_is_exact_in_small_graphs_and_a_noted_sample_in_large() -> None:
    assert searched(500, 1_000) == 500
    assert searched(20_000, 100_000) == 64
    assert not list(limits(500, 1_000, 0))
    (note,) = limits(20_000, 100_000, 0)
    assert "estimated from 64 of 20000" in note.en
    assert len(list(limits(20_001, 0, 3))) == 2


def test_a_sampled_betweenness_ranks_the_middle_of_a_star_first() -> None:
    links = [Link(0, leaf, 1, directed=True) for leaf in range(1, 2_000)]
    found = measured(2_000, links)
    assert searched(2_000, len(links)) < 2_000
    assert max(range(2_000), key=lambda node: found[node].betweenness) == 0
