"""Betweenness from a sample of nodes: all searches at once, level by level, as vectors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from zjkg.export.links import Floats, Ints, Neighbours

_AT_ONCE = 1 << 20  # states and steps in one search, so that memory has a bound
_SEED = 20


def sampled_betweenness(near: Neighbours, sources: int) -> Floats:
    """The share of shortest paths through each node, estimated from paths that start at a sample.

    Directions and weights do not count. The sample is the same for the same size.

    Args:
        near: The nodes and what is linked to each, without loops.
        sources: How many nodes the paths start from.
    """
    size, links, first = len(near), near.other, near.first
    chosen = np.sort(np.random.default_rng(_SEED).choice(size, sources, replace=False))
    total = np.zeros(size)
    share = max(1, _AT_ONCE // (size + len(links)))
    for begin in range(0, sources, share):
        total += _through(size, first, links, chosen[begin : begin + share])
    pairs = (size - 1) * (size - 2)
    return total * (size / sources) / pairs if pairs > 0 else total


def _through(size: int, first: Ints, links: NDArray[np.int32], sources: Ints) -> Floats:
    """The paths through each node, added up over the sources.

    Each source searches a copy of the graph: the state ``copy * size + node`` is a node in it.
    """
    states = len(sources) * size
    level = np.full(states, -1, dtype=np.int32)
    count = np.zeros(states)
    front = np.arange(len(sources)) * size + sources
    level[front], count[front] = 0, 1.0
    levels = []
    while len(front):
        at, far = _steps(front, size, first, links)
        levels.append((front, at, far))
        fresh = level[far] < 0
        flow = np.bincount(far[fresh], count[front[at[fresh]]], states)
        reached = np.flatnonzero(flow)
        count[reached] = flow[reached]
        level[reached] = len(levels)
        front = reached
    depend = np.zeros(states)
    while len(levels) > 1:  # what is done with goes: a level may have many steps
        front, steps, ends = levels.pop()
        onward = level[ends] > len(levels)
        at, far = steps[onward], ends[onward]
        paths = (1.0 + depend[far]) * count[front[at]] / count[far]
        depend[front] = np.bincount(at, paths, len(front))
    through: Floats = depend.reshape(len(sources), size).sum(axis=0)
    return through


def _steps(front: Ints, size: int, first: Ints, links: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Every step out of the states of a front: which of them it begins in, where it ends."""
    node = front % size
    count = first[node + 1] - first[node]
    at = np.repeat(np.arange(len(front)), count)
    before = np.cumsum(count) - count
    far = links[np.arange(len(at)) + (first[node] - before)[at]] + (front - node)[at]
    return at, far
