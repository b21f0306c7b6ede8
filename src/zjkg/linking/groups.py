"""Groups of tied entities with what was decided in them, as they are noted.

A group may have very many members. What it wins or loses is noted beside it, and only who looks at
the whole group puts both together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from zjkg.linking.components import Component, Pair
from zjkg.model import LocalKey
from zjkg.notes import Notes


class _Group(NamedTuple):
    """Members in order of publication; ``pairs`` are their places, each with its verdict."""

    members: tuple[LocalKey, ...]
    pairs: list[tuple[int, int]]
    verdicts: list[int]


class _Change(NamedTuple):
    """A member that came or went, with the pairs that are tied since, and those no longer so."""

    member: LocalKey
    came: bool
    verdicts: list[tuple[LocalKey, LocalKey, int]]
    without: list[Pair]


class Groups:
    """The groups by their numbers.

    Of a plain group each pair is decided by itself, see ``Clusters.is_plain``.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def group(
        self, number: int, in_order: Callable[[Iterable[LocalKey]], list[LocalKey]]
    ) -> Component:
        """A group; ``in_order`` puts entities in order of publication."""
        noted = self._noted(number)
        if not (changes := self._changes(number)):
            members = noted.members
            return Component(members, [(members[a], members[b]) for a, b in noted.pairs])
        keys, verdicts = _put_together(noted, changes)
        ordered = in_order(keys)
        places = {key: place for place, key in enumerate(ordered)}
        pairs = sorted(verdicts, key=lambda pair: (places[pair[0]], places[pair[1]]))
        return Component(tuple(ordered), pairs)

    def members(self, number: int) -> Collection[LocalKey]:
        """The members, in no order."""
        return _put_together(self._noted(number), self._changes(number))[0]

    def verdicts(self, number: int) -> dict[Pair, int]:
        """What was decided on the pairs of a group: a number is equal for equal verdicts."""
        return _put_together(self._noted(number), self._changes(number))[1]

    def put(
        self, number: int, group: Component, verdicts: Mapping[Pair, int], *, is_plain: bool
    ) -> None:
        """Note a group with what was decided."""
        places = {key: place for place, key in enumerate(group.members)}
        pairs = [(places[a], places[b]) for a, b in group.pairs]
        decided = [verdicts[pair] for pair in group.pairs]
        self.drop(number)
        self._notes.write("group", str(number), _Group(tuple(group.members), pairs, decided))
        if is_plain:
            self._notes.write("plain", str(number), len(group.members))

    def drop(self, number: int) -> None:
        """Take out a group."""
        for kind in ("group", "plain"):
            self._notes.drop(kind, str(number))
        self._notes.drop_appended("group since", str(number))

    def plain_size(self, number: int) -> int:
        """How many members a plain group has; 0 where it is not plain."""
        return self._notes.read("plain", str(number), int) or 0

    def change(
        self,
        number: int,
        member: LocalKey,
        verdicts: Mapping[Pair, int],
        without: Iterable[Pair] = (),
        *,
        came: bool,
    ) -> None:
        """Note what a plain group wins or loses, with the pairs that it has since, or has not."""
        decided = [(*pair, verdict) for pair, verdict in sorted(verdicts.items())]
        what = _Change(member, came, decided, sorted(without))
        self._notes.append("group since", str(number), what)
        size = self.plain_size(number) + (1 if came else -1)
        self._notes.write("plain", str(number), size)

    def _noted(self, number: int) -> _Group:
        return self._notes.read_surely("group", str(number), _Group)

    def _changes(self, number: int) -> list[_Change]:
        return self._notes.appended("group since", str(number), _Change)


def _put_together(
    noted: _Group, changes: Sequence[_Change]
) -> tuple[Collection[LocalKey], dict[Pair, int]]:
    members = dict.fromkeys(noted.members)
    found = ((noted.members[a], noted.members[b]) for a, b in noted.pairs)
    verdicts = dict(zip(found, noted.verdicts, strict=True))
    for member, came, decided, without in changes:
        if came:
            members[member] = None
        else:
            del members[member]
        for pair in without:
            del verdicts[pair]
        verdicts.update({(first, second): verdict for first, second, verdict in decided})
    return members.keys(), verdicts
