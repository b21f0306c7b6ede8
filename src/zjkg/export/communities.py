"""Communities by the Louvain method, with a queue of nodes whose surroundings have changed.

Nodes are visited in their order, never at random, so the same graph has the same communities.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import numpy as np

from zjkg.export.links import Floats, Ints, Neighbours, no_steps, summed, sums

_LEAST_GAIN = 1e-9  # of the total weight; less is rounding, and could go round for ever


def communities(near: Neighbours) -> list[int]:
    """The number of the community of each node, 0 for the largest."""
    member = np.arange(len(near))
    strength = _strength(near)
    total = float(strength.sum())
    while total:
        group = np.array(_moved(near, strength, total))
        first_seen, number = _renumbered(group)
        if len(first_seen) == len(group):
            break
        member = number[member]
        near = _gathered(near, number, len(first_seen))
        strength = _strength(near)
    return _by_size(member.tolist())


def _strength(near: Neighbours) -> Floats:
    """The weights of each node's links, added up."""
    strength = np.zeros(len(near))
    for block in near.blocks():
        strength += sums(block.nodes, block.weight, len(near))
    return strength


def _renumbered(group: Ints) -> tuple[Ints, Ints]:
    """The groups in the order in which they are first seen, and that number of each node's."""
    groups, first, which = np.unique(group, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(groups), dtype=np.int64)
    rank[order] = np.arange(len(groups))
    return groups[order], rank[which]


def _moved(near: Neighbours, strengths: Floats, total: float) -> list[int]:
    """Each node in the community where it adds most to the modularity."""
    strength = strengths.tolist()
    group = list(range(len(strength)))
    mass = list(strength)
    queue, is_waiting = deque(group), [True] * len(strength)
    while queue:
        node = queue.popleft()
        is_waiting[node] = False
        links: dict[int, float] = {}
        for other, weight in near.of_node(node):
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
        for other, _ in near.of_node(node):
            if group[other] != best and not is_waiting[other]:
                is_waiting[other] = True
                queue.append(other)
    return group


def _gathered(near: Neighbours, group: Ints, count: int) -> Neighbours:
    """The communities as nodes, with the weights between them added up."""
    steps = no_steps()
    for block in near.blocks():
        steps.extend(*summed(count, group[block.nodes], group[block.other], block.weight))
    return Neighbours(count, steps)


def _by_size(member: Sequence[int]) -> list[int]:
    """The same communities, numbered from the largest; of two, from that with the first node."""
    counts: dict[int, int] = {}
    for each in member:
        counts[each] = counts.get(each, 0) + 1
    order = sorted(counts, key=lambda each: -counts[each])  # stable: first seen, first numbered
    number = {each: place for place, each in enumerate(order)}
    return [number[each] for each in member]
