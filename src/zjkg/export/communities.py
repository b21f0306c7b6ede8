"""Communities by the Louvain method, with a queue of nodes whose surroundings have changed.

Nodes are visited in their order, never at random, so the same graph has the same communities.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from zjkg.export.links import Floats, Ints, Pairs, sums

_LEAST_GAIN = 1e-9  # of the total weight; less is rounding, and could go round for ever


@dataclass(frozen=True, slots=True, eq=False)
class _Near:
    """What is linked to each node: those of node n begin at ``first[n]``. Loops stand once."""

    first: Sequence[int]
    other: Ints
    weight: Floats
    strength: Floats

    def of(self, node: int) -> Iterable[tuple[int, float]]:
        """The nodes linked to a node, with the weights."""
        start, end = self.first[node], self.first[node + 1]
        return zip(self.other[start:end].tolist(), self.weight[start:end].tolist(), strict=True)


def communities(size: int, pairs: Pairs) -> list[int]:
    """The number of the community of each node, 0 for the largest.

    Args:
        size: How many nodes there are.
        pairs: The pairs of linked nodes with their weights.
    """
    near = _near(
        size,
        np.concatenate([pairs.first, pairs.second]),
        np.concatenate([pairs.second, pairs.first]),
        np.concatenate([pairs.weight, pairs.weight]),
    )
    total = float(near.strength.sum())
    member = np.arange(size)
    while total:
        group = np.array(_moved(near, total))
        first_seen, number = _renumbered(group)
        if len(first_seen) == len(group):
            break
        member = number[member]
        near = _gathered(near, number, len(first_seen))
    return _by_size(member.tolist())


def _near(size: int, node: Ints, other: Ints, weight: Floats) -> _Near:
    """Steps with the same ends are added up."""
    known, which = np.unique(node * size + other, return_inverse=True)
    added = sums(which, weight, len(known))
    ends = np.searchsorted(known, np.arange(size + 1) * size)
    strength = sums(known // size, added, size)
    return _Near(ends.tolist(), known % size, added, strength)


def _renumbered(group: Ints) -> tuple[Ints, Ints]:
    """The groups in the order in which they are first seen, and that number of each node's."""
    groups, first, which = np.unique(group, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(groups), dtype=np.int64)
    rank[order] = np.arange(len(groups))
    return groups[order], rank[which]


def _moved(near: _Near, total: float) -> list[int]:
    """Each node in the community where it adds most to the modularity."""
    strength = near.strength.tolist()
    group = list(range(len(strength)))
    mass = list(strength)
    queue, is_waiting = deque(group), [True] * len(strength)
    while queue:
        node = queue.popleft()
        is_waiting[node] = False
        links: dict[int, float] = {}
        for other, weight in near.of(node):
            if other != node:
                links[group[other]] = links.get(group[other], 0.0) + weight
        own, part = group[node], strength[node] / total
        mass[own] -= strength[node]
        best, most = own, links.get(own, 0.0) - mass[own] * part + _LEAST_GAIN * total
        for each, weight in links.items():
            gain = weight - mass[each] * part
            if gain > most:
                best, most = each, gain
        mass[best] += strength[node]
        if best == own:
            continue
        group[node] = best
        for other, _ in near.of(node):
            if group[other] != best and not is_waiting[other]:
                is_waiting[other] = True
                queue.append(other)
    return group


def _gathered(near: _Near, group: Ints, count: int) -> _Near:
    """The communities as nodes, with the weights between them; links inside one are a loop."""
    node = np.repeat(np.arange(len(group)), np.diff(near.first))
    return _near(count, group[node], group[near.other], near.weight)


def _by_size(member: Sequence[int]) -> list[int]:
    """The same communities, numbered from the largest; of two, from that with the first node."""
    counts: dict[int, int] = {}
    for each in member:
        counts[each] = counts.get(each, 0) + 1
    order = sorted(counts, key=lambda each: -counts[each])  # stable: first seen, first numbered
    number = {each: place for place, each in enumerate(order)}
    return [number[each] for each in member]
