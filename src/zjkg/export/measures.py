"""Measures of a graph's nodes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from zjkg.export.communities import communities
from zjkg.export.paths import sampled_betweenness

_DAMPING = 0.85
_TOLERANCE = 1e-12
_MOST_ITERATIONS = 200
# Betweenness costs one search per source node: all of them in small graphs, a sample in large.
_SEARCH_BUDGET = 1_500_000
_FEWEST_SOURCES = 64
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
    """The measures of nodes 0 to ``size`` - 1, in that order."""
    if not size:
        return []
    source, target = (
        np.array([link.source for link in links], dtype=np.int64),
        np.array([link.target for link in links], dtype=np.int64),
    )
    weight = np.array([link.weight for link in links], dtype=np.float64)
    degree = np.bincount(source, minlength=size) + np.bincount(target, minlength=size)
    weighted = np.bincount(source, weight, size) + np.bincount(target, weight, size)
    pairs = _pairs(links)
    between = _betweenness(size, pairs, searched(size, len(links)))
    rank = page_rank(size, links)
    community = communities(size, pairs)
    return [
        Measures(
            degree=int(degree[node]),
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


def _pairs(links: Sequence[Link]) -> dict[tuple[int, int], float]:
    """The weights of linked pairs, without directions and loops; those of parallel links added."""
    weights: dict[tuple[int, int], float] = {}
    for link in links:
        if link.source != link.target:
            pair = (min(link.source, link.target), max(link.source, link.target))
            weights[pair] = weights.get(pair, 0.0) + link.weight
    return {pair: weights[pair] for pair in sorted(weights)}


def _betweenness(
    size: int, pairs: Collection[tuple[int, int]], sources: int
) -> Sequence[float] | NDArray[np.float64]:
    if sources < size:
        ends = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
        return sampled_betweenness(size, ends, sources)
    # Numbers, since networkx keeps nodes in sets, whose order depends on the hash seed for strings.
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(pairs)
    found = nx.betweenness_centrality(graph)
    return [found[node] for node in range(size)]
