"""Communities by the Louvain method, with a queue of nodes whose surroundings have changed.

Nodes are visited in their order, never at random, so the same graph has the same communities.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

_LEAST_GAIN = 1e-9  # of the total weight; less is rounding, and could go round for ever
_Near = list[dict[int, float]]


def communities(size: int, weights: Mapping[tuple[int, int], float]) -> list[int]:
    """The number of the community of each node, 0 for the largest.

    Args:
        size: How many nodes there are.
        weights: The weight of each pair of linked nodes, without loops, the lower node first.
    """
    near: _Near = [{} for _ in range(size)]
    for (one, two), weight in weights.items():
        near[one][two] = weight
        near[two][one] = weight
    strength = [sum(links.values()) for links in near]
    total = sum(strength)
    member = list(range(size))
    while total:
        group = _moved(near, strength, total)
        number = {each: place for place, each in enumerate(dict.fromkeys(group))}
        if len(number) == len(near):
            break
        member = [number[group[each]] for each in member]
        near, strength = _gathered(near, strength, [number[each] for each in group], len(number))
    return _by_size(member)


def _moved(near: _Near, strength: Sequence[float], total: float) -> list[int]:
    """Each node in the community where it adds most to the modularity."""
    group = list(range(len(near)))
    mass = list(strength)
    queue, is_waiting = deque(group), [True] * len(near)
    while queue:
        node = queue.popleft()
        is_waiting[node] = False
        links: dict[int, float] = {}
        for other, weight in near[node].items():
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
        for other in near[node]:
            if group[other] != best and not is_waiting[other]:
                is_waiting[other] = True
                queue.append(other)
    return group


def _gathered(
    near: _Near, strength: Sequence[float], group: Sequence[int], count: int
) -> tuple[_Near, list[float]]:
    """The communities as nodes, with the weights between them; links inside one are a loop."""
    between: _Near = [{} for _ in range(count)]
    mass = [0.0] * count
    for node, links in enumerate(near):
        here = between[group[node]]
        mass[group[node]] += strength[node]
        for other, weight in links.items():
            here[group[other]] = here.get(group[other], 0.0) + weight
    return between, mass


def _by_size(member: Sequence[int]) -> list[int]:
    """The same communities, numbered from the largest; of two, from that with the first node."""
    counts: dict[int, int] = {}
    for each in member:
        counts[each] = counts.get(each, 0) + 1
    order = sorted(counts, key=lambda each: -counts[each])  # stable: first seen, first numbered
    number = {each: place for place, each in enumerate(order)}
    return [number[each] for each in member]
