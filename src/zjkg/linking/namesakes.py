"""Entities that share a mark, as they are noted, and which pairs of them are compared.

Of few entities all are compared. Of many, those that stand for each other make a chain in order of
publication, and the first of each chain are compared with one another; so what comes or goes
changes pairs beside it, and only those need be looked at. Under an entry of the authority there is
one chain.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, pairwise

from zjkg.linking.candidates import MOST_GROUPS, MOST_NAMESAKES, pairs_of_block
from zjkg.linking.components import Pair
from zjkg.model import LocalKey
from zjkg.notes import Met, Notes

_FEW = 64
"""Where more than so many come and go under one mark, all that are there are looked at."""
ENTRY = 0
"""The bearers of all entities under an entry of the authority."""
Found = tuple[set[Pair], set[Pair]]
"""The pairs that are compared before articles come and go, and after; those of both may lack."""


class Namesakes:
    """Which entities are compared under each mark."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def pairs(self, mark: int) -> Iterator[Pair]:
        """All pairs that are compared."""
        return _pairs(self._notes.met(mark))

    def listed(self, mark: int) -> Iterator[Pair]:
        """All pairs of an entry of the authority, each entity with the one before."""
        return map(_pair, pairwise(_in_order(self._notes.met(mark))))

    def members(self, mark: int) -> list[LocalKey]:
        """The entities under a mark, in order of publication."""
        return [_key(row) for row in _in_order(self._notes.met(mark))]

    def changed(self, mark: int, left: AbstractSet[Met], come: AbstractSet[Met]) -> Found:
        """How the pairs change where some leave, which are still noted, and others come."""
        most = MOST_NAMESAKES + len(left)
        are_many = len(left) + len(come) > _FEW
        rows = self._notes.met(mark, None if are_many else most + 1)
        if are_many or len(rows) <= most:
            staying = [row for row in rows if row not in left]
            return set(_pairs(rows)), set(_pairs([*staying, *come]))
        near = self._near(mark, left, come)
        found = self._chained(near, left, come)
        if not all(self._follows(mark, row, left) for row in (*left, *come)):
            for pairs, firsts in zip(found, self._firsts(mark, left, come), strict=True):
                pairs.update(_between(firsts))
        return found

    def changed_listed(self, mark: int, left: AbstractSet[Met], come: AbstractSet[Met]) -> Found:
        """The same under an entry of the authority."""
        return self._chained(self._near(mark, left, come), left, come)

    def is_pair(self, mark: int, first: Met, second: Met) -> bool:
        """Whether two entities that are noted are compared under a mark; the first came first."""
        if len(rows := self._notes.met(mark, MOST_NAMESAKES + 1)) <= MOST_NAMESAKES:
            return first in rows and second in rows
        if first.bearers == second.bearers:
            return self.is_listed_pair(mark, first, second)
        firsts = self._notes.first_met(mark, MOST_GROUPS + 1)
        return len(firsts) <= MOST_GROUPS and first in firsts and second in firsts

    def is_listed_pair(self, mark: int, first: Met, second: Met) -> bool:
        """The same under an entry of the authority."""
        return self._notes.met_before(mark, second, 1) == [first]

    def earlier(self, mark: int, row: Met, at_most: int) -> list[LocalKey]:
        """Those that one stands for and that were published before, the last first."""
        return [_key(each) for each in self._notes.met_before(mark, row, at_most)]

    def _near(self, mark: int, left: AbstractSet[Met], come: AbstractSet[Met]) -> set[Met]:
        """The entities that stay beside those that leave or come, in the chains of these."""
        look = self._notes.met_before, self._notes.met_after
        return {
            near
            for row in (*left, *come)
            for way in look
            for near in _first_staying(way, mark, row, left)
        }

    def _follows(self, mark: int, row: Met, left: AbstractSet[Met]) -> bool:
        """Whether one that stays stands before it in its chain."""
        return any(_first_staying(self._notes.met_before, mark, row, left))

    def _chained(self, near: set[Met], left: AbstractSet[Met], come: AbstractSet[Met]) -> Found:
        before, now = near.union(left), near.union(come)
        return set(_along(before)), set(_along(now))

    def _firsts(
        self, mark: int, left: AbstractSet[Met], come: AbstractSet[Met]
    ) -> tuple[list[Met], list[Met]]:
        """The first of each chain before and after; too many are told as too many."""
        most = MOST_GROUPS + len(left) + len(come) + 1
        before = self._notes.first_met(mark, most)
        if len(before) == most:
            return before, before
        now: dict[int, Met] = {}
        for row in before:
            after = (
                [row] if row not in left else _first_staying(self._notes.met_after, mark, row, left)
            )
            now.update((each.bearers, each) for each in after)
        for row in come:
            now[row.bearers] = min(row, now.get(row.bearers, row))
        return before, list(now.values())


def _first_staying(
    way: Callable[[int, Met, int], list[Met]], mark: int, row: Met, left: AbstractSet[Met]
) -> list[Met]:
    """The first one in a direction that does not leave, if there is one."""
    found = way(mark, row, len(left) + 1)
    return [each for each in found if each not in left][:1]


def _in_order(rows: Iterable[Met]) -> list[Met]:
    return sorted(rows, key=_place)


def _place(row: Met) -> tuple[int, str, int]:
    return row.published, row.source, row.place


def _key(row: Met) -> LocalKey:
    return LocalKey(row.source, row.key)


def _pair(rows: Sequence[Met]) -> Pair:
    return _key(rows[0]), _key(rows[1])


def _pairs(rows: Iterable[Met]) -> Iterator[Pair]:
    return pairs_of_block([(_key(row), row.bearers) for row in _in_order(rows)])


def _along(rows: Iterable[Met]) -> Iterator[Pair]:
    """Each with the next of the same bearers."""
    chains: dict[int, list[Met]] = {}
    for row in _in_order(rows):
        chains.setdefault(row.bearers, []).append(row)
    return map(_pair, chain.from_iterable(map(pairwise, chains.values())))


def _between(firsts: Collection[Met]) -> Iterator[Pair]:
    """The first of each chain with one another, unless there are too many."""
    if len(firsts) <= MOST_GROUPS:
        yield from map(_pair, combinations(_in_order(firsts), 2))
