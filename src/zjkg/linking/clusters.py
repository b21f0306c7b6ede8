"""Sets of local entities that are one thing, and what a set as a whole rules out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from zjkg.errors import Bilingual
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.evidence import strength
from zjkg.linking.obstacles import AUTHORITY, EMPLOYERS, ONE_ARTICLE
from zjkg.linking.profiles import Profile, is_person
from zjkg.linking.things import NOTHING_KNOWN, Things
from zjkg.model import LocalKey, Merge
from zjkg.partition import Partition

Item = TypeVar("Item")
_JUDGED = ("judgement",)
_HARD = strength(("authority",))
"""Judgements and the authority join what an article or employers seem to tell apart."""


class Clusters:
    """Joins pairs one after the other and keeps why a pair was joined or not.

    A pair may agree and yet not be joined, where another member of one set stands against a
    member of the other: a person's judgement, the authority, an article that names both. Where that
    never happened, nobody judged and none is a person, they are plain: each pair is decided by
    itself.
    """

    def __init__(
        self, profiles: Mapping[LocalKey, Profile], known: Mapping[LocalKey, AuthorityEntry]
    ) -> None:
        self.is_plain = not any(map(is_person, profiles.values()))
        self._profiles = profiles
        self._known = known
        self._partition = Partition(profiles)
        self._sources: dict[LocalKey, set[str]] = {}
        self._entries: dict[LocalKey, set[str]] = {}
        self._employers: dict[LocalKey, set[int]] = {}
        self._houses: dict[LocalKey, set[str]] = {}
        self._apart: dict[LocalKey, set[LocalKey]] = {}
        self._merges: dict[tuple[LocalKey, LocalKey], Merge] = {}
        self.learn(NOTHING_KNOWN)

    def learn(self, things: Things) -> None:
        """Take in which employers are one, before those who work there are told apart."""
        for key, each in self._profiles.items():
            head = self._partition.find(key)
            self._sources.setdefault(head, set()).add(key.source)
            self._houses.setdefault(head, set()).update(each.houses)
            self._employers.setdefault(head, set()).update(things.of(each.employers))
            if key in self._known:
                self._entries.setdefault(head, set()).add(self._known[key].iri)

    def listed_as_one(self, first: LocalKey, second: LocalKey) -> bool:
        """Whether the authority has one entry for both."""
        entries = [self._known.get(key) for key in (first, second)]
        return entries[0] is not None and entries[0] == entries[1]

    def is_joined(self, pair: tuple[LocalKey, LocalKey]) -> bool:
        """Whether this very pair was found to be one thing; more evidence changes nothing."""
        return pair in self._merges and self._merges[pair].same

    def apply(self, merge: Merge) -> None:
        """Join the two sets, unless something stands between them; record which."""
        decided = self._decided(merge)
        if decided.same is not merge.same or merge.evidence == _JUDGED:
            self.is_plain = False
        earlier = self._merges.get((merge.first, merge.second))
        if earlier is None or not earlier.same:  # what a later round knows counts more
            self._merges[merge.first, merge.second] = decided
        if decided.same:
            self._unite(merge.first, merge.second)
        elif merge.evidence == _JUDGED:
            self._apart.setdefault(merge.first, set()).add(merge.second)
            self._apart.setdefault(merge.second, set()).add(merge.first)

    def _decided(self, merge: Merge) -> Merge:
        if not merge.same:
            return merge
        a, b = self._partition.find(merge.first), self._partition.find(merge.second)
        if a == b:
            return merge
        against = None
        if self._judged_apart(a, b):
            against = next(m.reason for m in self._merges.values() if self._parts(m, a, b))
        elif self._listed_apart(a, b):
            against = AUTHORITY
        elif strength(merge.evidence) < _HARD:
            against = self._softly(a, b)
        return merge if against is None else replace(merge, same=False, reason=against)

    def _listed_apart(self, a: LocalKey, b: LocalKey) -> bool:
        mine, others = self._entries.get(a), self._entries.get(b)
        return bool(mine and others and len(mine | others) > 1)

    def _softly(self, a: LocalKey, b: LocalKey) -> Bilingual | None:
        if not self._sources[a].isdisjoint(self._sources[b]):
            return ONE_ARTICLE
        mine, others = self._employers.get(a), self._employers.get(b)
        if not (mine and others and mine.isdisjoint(others)):
            return None
        if self._houses.get(a, set()).isdisjoint(self._houses.get(b, ())):
            return EMPLOYERS
        return None

    def _judged_apart(self, a: LocalKey, b: LocalKey) -> bool:
        find = self._partition.find
        return any(
            find(key) == a and find(other) == b
            for key, others in self._apart.items()
            for other in others
        )

    def _parts(self, merge: Merge, a: LocalKey, b: LocalKey) -> bool:
        heads = {self._partition.find(merge.first), self._partition.find(merge.second)}
        return not merge.same and merge.evidence == _JUDGED and heads == {a, b}

    def _unite(self, first: LocalKey, second: LocalKey) -> None:
        a, b = self._partition.find(first), self._partition.find(second)
        if a == b:
            return
        self._partition.join(a, b)
        head = self._partition.find(a)
        for named in (self._sources, self._entries, self._houses):
            _unite(named, a, b, head)
        _unite(self._employers, a, b, head)

    def heads(self) -> Iterator[tuple[LocalKey, LocalKey]]:
        """Each entity with the first of the set that it is in."""
        for key in self._profiles:
            yield key, self._partition.find(key)

    def groups(self) -> list[list[LocalKey]]:
        """The sets, each in order of publication."""
        return self._partition.groups()

    def merges(self) -> Iterator[Merge]:
        """What was decided on each pair."""
        yield from self._merges.values()

    def called(self, merge: Merge) -> Merge:
        """A merge with what the articles of its two entities call them."""
        first, second = (self._profiles[k].written[0][0] for k in (merge.first, merge.second))
        return replace(merge, called=(first, second))


def _unite(table: dict[LocalKey, set[Item]], a: LocalKey, b: LocalKey, head: LocalKey) -> None:
    """Give the head what both have; the smaller set goes into the larger."""
    small: set[Item] = table.pop(a, set())
    large: set[Item] = table.pop(b, set())
    if len(large) < len(small):
        small, large = large, small
    large |= small
    if large:
        table[head] = large
