"""Measures of a graph's nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from zjkg.export.communities import communities
from zjkg.export.links import Floats, Ints, Links, Neighbours, Pairs, sums
from zjkg.export.paths import sampled_betweenness

_DAMPING = 0.85
_TOLERANCE = 1e-12
_MOST_ITERATIONS = 200
# Betweenness costs one search per source node: all of them in small graphs, a sample in large.
_SEARCH_BUDGET = 1_500_000
_FEWEST_SOURCES = 64
_DIGITS = 9


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


def measure(size: int, links: Links, pairs: Pairs) -> list[Measures]:
    """The measures of nodes 0 to ``size`` - 1, in that order."""
    if not size:
        return []
    degree, weighted = _degrees(size, links)
    rank = page_rank(size, links)
    near = Neighbours.of(size, pairs)
    between = _betweenness(pairs, near, searched(size, len(links)))
    community = communities(near)
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


def _degrees(size: int, links: Links) -> tuple[Ints, Floats]:
    """The edges of each node, and their weights added up; a loop counts twice."""
    degree, weighted = np.zeros(size, dtype=np.int64), np.zeros(size)
    for block in links.blocks():
        for end in (block["source"], block["target"]):
            degree += np.bincount(end, minlength=size)
            weighted += sums(end, block["weight"], size)
    return degree, weighted


def page_rank(size: int, links: Links) -> Floats:
    """PageRank by power iteration (networkx needs SciPy for its own).

    A node without outgoing links passes its rank on to all nodes alike.
    """
    outgoing = np.zeros(size)
    for source, _, weight in _ways(links):
        outgoing += sums(source, weight, size)
    dangling = outgoing == 0
    rank = np.full(size, 1 / size)
    for _ in range(_MOST_ITERATIONS):
        flow = np.zeros(size)
        for source, target, weight in _ways(links):
            flow += sums(target, rank[source] * (weight / outgoing[source]), size)
        spread = rank[dangling].sum() / size
        new = _DAMPING * (flow + spread) + (1 - _DAMPING) / size
        converged = np.abs(new - rank).sum() < _TOLERANCE
        rank = new
        if converged:
            break
    return rank


def _ways(links: Links) -> Iterator[tuple[Ints, Ints, Floats]]:
    """The ways along the links, some at a time: from where, to where, and the weight."""
    for block in links.blocks():
        source, target, weight = block["source"], block["target"], block["weight"]
        back = ~block["directed"]
        yield (
            np.concatenate([source, target[back]]),
            np.concatenate([target, source[back]]),
            np.concatenate([weight, weight[back]]),
        )


def _betweenness(pairs: Pairs, near: Neighbours, sources: int) -> Sequence[float] | Floats:
    size = len(near)
    if sources < size:
        return sampled_betweenness(near, sources)
    # Numbers, since networkx keeps nodes in sets, whose order depends on the hash seed for strings.
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    for block in pairs.blocks():
        graph.add_edges_from(zip(block["first"].tolist(), block["second"].tolist(), strict=True))
    found = nx.betweenness_centrality(graph)
    return [found[node] for node in range(size)]
