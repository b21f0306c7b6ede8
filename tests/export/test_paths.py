from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from zjkg.export import paths
from zjkg.export.paths import sampled_betweenness

GRAPHS = {
    "random": nx.gnm_random_graph(120, 240, seed=3),
    "in parts": nx.gnm_random_graph(80, 50, seed=4),
    "path": nx.path_graph(60),
    "grid": nx.convert_node_labels_to_integers(nx.grid_2d_graph(7, 7)),
}


def ends(graph: nx.Graph[int]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(list(graph.edges()), dtype=np.int64).reshape(-1, 2)


@pytest.mark.parametrize("at_once", [1, 1_000, 1 << 20])
@pytest.mark.parametrize("name", GRAPHS)
def test_from_all_nodes_it_is_exact(
    name: str, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_AT_ONCE", at_once)
    graph = GRAPHS[name]
    exact = nx.betweenness_centrality(graph)
    found = sampled_betweenness(len(graph), ends(graph), len(graph))
    assert found == pytest.approx([exact[node] for node in range(len(graph))], abs=1e-12)


def test_a_sample_finds_the_same_middles() -> None:
    graph = nx.barabasi_albert_graph(600, 2, seed=5)
    exact = nx.betweenness_centrality(graph)
    found = sampled_betweenness(600, ends(graph), 64)
    first = set(np.argsort(-found)[:10].tolist())
    assert len(first & set(sorted(exact, key=lambda node: -exact[node])[:10])) >= 7


def test_no_edges_have_no_middle() -> None:
    assert sampled_betweenness(5, np.empty((0, 2), dtype=np.int64), 5).tolist() == [0.0] * 5
