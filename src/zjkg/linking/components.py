"""Entities that evidence ties together, directly or by way of others: each group decided alone.

What one group of tied entities comes to does not touch another group, so no more than one need be
in memory with its decisions. Ties are kept as numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zjkg.model import LocalKey

Pair = tuple[LocalKey, LocalKey]
_AT_ONCE = 1 << 22


@dataclass(frozen=True, slots=True)
class Component:
    """Entities in order of publication, and the pairs of them that are tied."""

    members: Sequence[LocalKey]
    pairs: Sequence[Pair]


class Components:
    """All groups of tied entities; looking at them again gives the same."""

    def __init__(self, order: Mapping[LocalKey, int], ties: Iterable[Pair]) -> None:
        self._keys = list(order)
        size = len(self._keys)
        found: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        fresh = array("q")
        for first, second in ties:
            fresh.append(order[first] * size + order[second])
            if len(fresh) >= _AT_ONCE:
                found, fresh = _joined(found, fresh), array("q")
        found = _joined(found, fresh)
        self._first, self._second = found // size, found % size
        self._roots = _roots(size, self._first, self._second)

    def __iter__(self) -> Iterator[Component]:
        """The groups of two entities or more, in order of their first members."""
        members = np.argsort(self._roots, kind="stable")
        ties = np.argsort(self._roots[self._first], kind="stable")
        group_of_tie = self._roots[self._first][ties]
        group_of_member = self._roots[members]
        for root in np.unique(group_of_tie):
            inside = members[_run(group_of_member, root)]
            tied = ties[_run(group_of_tie, root)]
            keys = {number: self._keys[number] for number in inside.tolist()}
            firsts, seconds = self._first[tied].tolist(), self._second[tied].tolist()
            yield Component(
                tuple(keys.values()),
                [(keys[a], keys[b]) for a, b in zip(firsts, seconds, strict=True)],
            )

    def alone(self) -> Iterator[LocalKey]:
        """The entities that nothing ties to another, in order of publication."""
        counts = np.bincount(self._roots, minlength=len(self._keys))
        for number in np.flatnonzero(counts[self._roots] == 1).tolist():
            yield self._keys[number]


def _run(groups: NDArray[np.int64], group: np.int64) -> slice:
    """Where a group stands among sorted ones."""
    start, end = np.searchsorted(groups, group, "left"), np.searchsorted(groups, group, "right")
    return slice(int(start), int(end))


def _joined(known: NDArray[np.int64], fresh: array[int]) -> NDArray[np.int64]:
    return np.union1d(known, np.frombuffer(fresh, dtype=np.int64))


def _roots(size: int, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each entity the first one of its group."""
    parents = list(range(size))

    def find(number: int) -> int:
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        one, other = find(a), find(b)
        if one != other:
            parents[max(one, other)] = min(one, other)
    return np.fromiter(map(find, range(size)), dtype=np.int64, count=size)
