from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from zjkg.export import paths
from zjkg.export.links import Link, Links, Neighbours, Pairs
from zjkg.export.paths import sampled_betweenness

GRAPHS = {
    "random": nx.gnm_random_graph(120, 240, seed=3),
    "in parts": nx.gnm_random_graph(80, 50, seed=4),
    "path": nx.path_graph(60),
    "grid": nx.convert_node_labels_to_integers(nx.grid_2d_graph(7, 7)),
}


def near(graph: nx.Graph[int]) -> Neighbours:
    links = Links(Link(one, two, 1.0, directed=False) for one, two in graph.edges())
    return Neighbours.of(len(graph), Pairs(len(graph), links))


@pytest.mark.parametrize("name", GRAPHS)
def test_neighbours_stand_in_order(name: str) -> None:
    graph = GRAPHS[name]
    found = near(graph)
    assert len(found) == len(graph)
    for node in graph:
        assert list(found.of_node(node)) == [(other, 1.0) for other in sorted(graph[node])]


@pytest.mark.parametrize("at_once", [1, 1_000, 1 << 20])
@pytest.mark.parametrize("name", GRAPHS)
def test_from_all_nodes_it_is_exact(
    name: str, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_AT_ONCE", at_once)
    graph = GRAPHS[name]
    exact = nx.betweenness_centrality(graph)
    found = sampled_betweenness(near(graph), len(graph))
    assert found == pytest.approx([exact[node] for node in range(len(graph))], abs=1e-12)


def test_a_sample_finds_the_same_middles() -> None:
    graph = nx.barabasi_albert_graph(600, 2, seed=5)
    exact = nx.betweenness_centrality(graph)
    found = sampled_betweenness(near(graph), 64)
    first = set(np.argsort(-found)[:10].tolist())
    assert len(first & set(sorted(exact, key=lambda node: -exact[node])[:10])) >= 7


def test_no_edges_have_no_middle() -> None:
    assert sampled_betweenness(near(nx.empty_graph(5)), 5).tolist() == [0.0] * 5
