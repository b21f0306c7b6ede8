from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import pytest

from zjkg.export.communities import communities
from zjkg.export.links import Link, Links, Neighbours, Pairs

GRAPHS = {
    "karate": nx.karate_club_graph(),
    "novel": nx.convert_node_labels_to_integers(nx.les_miserables_graph()),
    "random": nx.gnm_random_graph(400, 1_200, seed=2),
    "caves": nx.relaxed_caveman_graph(40, 10, 0.2, seed=1),
    "hubs": nx.barabasi_albert_graph(1_000, 3, seed=1),
}


def near(size: int, weights: Mapping[tuple[int, int], float]) -> Neighbours:
    links = (Link(one, two, weight, directed=True) for (one, two), weight in weights.items())
    return Neighbours.of(size, Pairs(size, Links(links)))


def weighed(graph: nx.Graph[int]) -> Neighbours:
    ends = graph.edges(data=True)
    return near(len(graph), {(a, b): float(data.get("weight", 1)) for a, b, data in ends})


def sets(member: Sequence[int]) -> list[set[int]]:
    return [{node for node, one in enumerate(member) if one == each} for each in {*member}]


@pytest.mark.parametrize("name", GRAPHS)
def test_they_are_as_good_as_those_of_networkx(name: str) -> None:
    graph = GRAPHS[name]
    found = nx.community.modularity(graph, sets(communities(weighed(graph))))
    theirs = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=20))
    assert found > theirs - 0.01


def test_weight_decides() -> None:
    weights = {(0, 1): 9.0, (1, 2): 1.0, (2, 3): 9.0, (0, 3): 1.0}
    member = communities(near(4, weights))
    assert member[0] == member[1] != member[2] == member[3]


def test_numbers_go_by_size_and_the_lonely_are_alone() -> None:
    weights = {(1, 2): 1.0, (1, 3): 1.0, (2, 3): 1.0, (4, 5): 1.0}
    assert communities(near(7, weights)) == [2, 0, 0, 0, 1, 1, 3]
    assert communities(near(3, {})) == [0, 1, 2]
    assert communities(near(0, {})) == []
