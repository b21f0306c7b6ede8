"""Betweenness from a sample of nodes: all searches at once, level by level, as vectors."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from zjkg.export.ledger import AT_ONCE
from zjkg.export.links import Floats, Ints, Neighbours

_AT_ONCE = 1 << 18  # states and steps in one search, so that memory has a bound
_SEED = 20


def sampled_betweenness(near: Neighbours, sources: int) -> Floats:
    """The share of shortest paths through each node, estimated from paths that start at a sample.

    Directions and weights do not count. The sample is the same for the same size.

    Args:
        near: The nodes and what is linked to each, without loops.
        sources: How many nodes the paths start from.
    """
    size = len(near)
    chosen = np.sort(np.random.default_rng(_SEED).choice(size, sources, replace=False))
    total = np.zeros(size)
    share = max(1, _AT_ONCE // (size + min(near.links, AT_ONCE)))
    for begin in range(0, sources, share):
        total += _through(near, chosen[begin : begin + share])
    pairs = (size - 1) * (size - 2)
    return total * (size / sources) / pairs if pairs > 0 else total


def _through(near: Neighbours, sources: Ints) -> Floats:
    """The paths through each node, added up over the sources.

    Each source searches a copy of the graph: the state ``copy * size + node`` is a node in it.
    """
    size, states = len(near), len(sources) * len(near)
    level = np.full(states, -1, dtype=np.int32)
    count = np.zeros(states)
    front = np.arange(len(sources)) * size + sources
    level[front], count[front] = 0, 1.0
    fronts = []
    while len(front):
        fronts.append(front)
        flow = np.zeros(states)
        for begins, far in _steps(front, near):
            fresh = level[far] < 0
            flow += np.bincount(far[fresh], count[begins[fresh]], states)
        front = np.flatnonzero(flow)
        count[front] = flow[front]
        level[front] = len(fronts)
    depend = np.zeros(states)
    for depth in range(len(fronts) - 2, 0, -1):  # no path is through its source or its end
        for begins, ends in _steps(fronts[depth], near):
            onward = level[ends] == depth + 1
            at, far = begins[onward], ends[onward]
            depend += np.bincount(at, (1.0 + depend[far]) * count[at] / count[far], states)
    through: Floats = depend.reshape(len(sources), size).sum(axis=0)
    return through


def _steps(front: Ints, near: Neighbours) -> Iterator[tuple[Ints, Ints]]:
    """Every step out of the states of a front, some at a time: where it begins, where it ends."""
    node = front % len(near)
    for block in near.blocks():
        inner = node - block.low
        here = np.flatnonzero((inner >= 0) & (inner < len(block.first) - 1))
        start, inner = front[here], inner[here]
        count = block.first[inner + 1] - block.first[inner]
        at = np.repeat(np.arange(len(here)), count)
        before = np.cumsum(count) - count
        far = block.other[np.arange(len(at)) + (block.first[inner] - before)[at]]
        begins = start[at]
        yield begins, far + (begins - node[here][at])
