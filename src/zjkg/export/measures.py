"""Measures of a graph's nodes, computed with networkx where it needs no further library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

_SEED = 20  # any constant: the same graph must give the same measures
_DAMPING = 0.85
_TOLERANCE = 1e-12
_MOST_ITERATIONS = 200
# Betweenness costs one search per source node: all of them in small graphs, a sample in large.
_SEARCH_BUDGET = 1_500_000
_FEWEST_SOURCES = 16
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between nodes given by their index; an undirected link counts both ways."""

    source: int
    target: int
    weight: float
    directed: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of one node.

    ``degree`` counts edges, ``weighted_degree`` adds their weights. ``page_rank`` sums to 1 over
    all nodes and follows direction and weight. ``betweenness`` is the share of shortest paths
    through the node, without regard to direction or weight; a sample in large graphs.
    ``community`` is the number of its group (Louvain), 0 for the largest.
    """

    degree: int
    weighted_degree: float
    page_rank: float
    betweenness: float
    community: int


def searched(size: int, links: int) -> int:
    """How many of ``size`` nodes betweenness starts from; fewer than all make it a sample."""
    affordable = _SEARCH_BUDGET // (size + links or 1)
    return min(size, max(_FEWEST_SOURCES, affordable))


def measure(size: int, links: Sequence[Link]) -> list[Measures]:
    """The measures of nodes 0 to ``size`` - 1, in that order.

    Nodes are numbers here because networkx keeps them in sets: the order of numbers in a set
    does not depend on the hash seed, that of strings does.
    """
    if not size:
        return []
    graph: nx.MultiGraph[int] = nx.MultiGraph()
    graph.add_nodes_from(range(size))
    graph.add_weighted_edges_from((link.source, link.target, link.weight) for link in links)
    simple = _simple(size, links)
    sources = searched(size, len(links))
    # None takes every node in turn, where k = size would take them in a random order.
    between = nx.betweenness_centrality(simple, k=None if sources == size else sources, seed=_SEED)
    rank = page_rank(size, links)
    community = _communities(simple)
    weighted = dict(graph.degree(weight="weight"))
    return [
        Measures(
            degree=graph.degree(node),
            weighted_degree=float(weighted[node]),
            page_rank=round(float(rank[node]), _DIGITS),
            betweenness=round(float(between[node]), _DIGITS),
            community=community[node],
        )
        for node in range(size)
    ]


def page_rank(size: int, links: Sequence[Link]) -> NDArray[np.float64]:
    """PageRank by power iteration (networkx needs SciPy for its own).

    A node without outgoing links passes its rank on to all nodes alike.
    """
    both_ways = [link for link in links if not link.directed]
    source = np.array([k.source for k in links] + [k.target for k in both_ways], dtype=np.int64)
    target = np.array([k.target for k in links] + [k.source for k in both_ways], dtype=np.int64)
    weight = np.array([k.weight for k in links] + [k.weight for k in both_ways], dtype=np.float64)
    outgoing = np.bincount(source, weights=weight, minlength=size)
    dangling = outgoing == 0
    share = weight / outgoing[source]
    rank = np.full(size, 1 / size)
    for _ in range(_MOST_ITERATIONS):
        flow = np.bincount(target, weights=rank[source] * share, minlength=size)
        spread = rank[dangling].sum() / size
        new = _DAMPING * (flow + spread) + (1 - _DAMPING) / size
        converged = np.abs(new - rank).sum() < _TOLERANCE
        rank = new
        if converged:
            break
    return rank


def _simple(size: int, links: Sequence[Link]) -> nx.Graph[int]:
    """The graph without directions, loops and parallel links, whose weights are added."""
    weights: dict[tuple[int, int], float] = {}
    for link in links:
        if link.source != link.target:
            pair = (min(link.source, link.target), max(link.source, link.target))
            weights[pair] = weights.get(pair, 0.0) + link.weight
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_weighted_edges_from((*pair, weights[pair]) for pair in sorted(weights))
    return graph


def _communities(graph: nx.Graph[int]) -> dict[int, int]:
    groups = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return {node: number for number, group in enumerate(ordered) for node in group}
