"""Sets of local entities that are one thing, and what a set as a whole rules out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from zjkg.errors import Bilingual
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.evidence import strength
from zjkg.linking.obstacles import AUTHORITY, EMPLOYERS, ONE_ARTICLE
from zjkg.linking.profiles import Profile
from zjkg.model import LocalKey, Merge
from zjkg.partition import Partition

_HARD = strength(("authority",))
"""Judgements and the authority join what an article or employers seem to tell apart."""


class Clusters:
    """Joins pairs one after the other and keeps why a pair was joined or not.

    A pair may agree and yet not be joined, where another member of one set stands against a
    member of the other: a person's judgement, the authority, an article that names both.
    """

    def __init__(
        self, profiles: Mapping[LocalKey, Profile], known: Mapping[LocalKey, AuthorityEntry]
    ) -> None:
        self._profiles = profiles
        self._known = known
        self._partition = Partition(profiles)
        self._sources = {key: {key.source} for key in profiles}
        self._entries = {key: {known[key].iri} if key in known else set() for key in profiles}
        self._employers = {key: each.employers for key, each in profiles.items()}
        self._houses = {key: each.houses for key, each in profiles.items()}
        self._apart: dict[LocalKey, set[LocalKey]] = {}
        self._merges: dict[tuple[LocalKey, LocalKey], Merge] = {}

    def listed(self, keys: Sequence[LocalKey]) -> Iterator[tuple[LocalKey, LocalKey]]:
        """Pairs of one entry of the authority, each member with the one before."""
        by_entry: dict[str, list[LocalKey]] = {}
        for key in keys:
            if key in self._known:
                by_entry.setdefault(self._known[key].iri, []).append(key)
        for members in by_entry.values():
            yield from pairwise(members)

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
        earlier = self._merges.get((merge.first, merge.second))
        if earlier is None or not earlier.same:  # what a later round knows counts more
            self._merges[merge.first, merge.second] = decided
        if decided.same:
            self._unite(merge.first, merge.second)
        elif merge.evidence == ("judgement",):
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
        elif len(self._entries[a] | self._entries[b]) > 1 and self._entries[a] and self._entries[b]:
            against = AUTHORITY
        elif strength(merge.evidence) < _HARD:
            against = self._softly(a, b)
        return merge if against is None else replace(merge, same=False, reason=against)

    def _softly(self, a: LocalKey, b: LocalKey) -> Bilingual | None:
        if self._sources[a] & self._sources[b]:
            return ONE_ARTICLE
        mine, others = ({self._partition.find(key) for key in self._employers[k]} for k in (a, b))
        if mine and others and not mine & others and not self._houses[a] & self._houses[b]:
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
        return not merge.same and merge.evidence == ("judgement",) and heads == {a, b}

    def _unite(self, first: LocalKey, second: LocalKey) -> None:
        a, b = self._partition.find(first), self._partition.find(second)
        if a == b:
            return
        self._partition.join(a, b)
        head = self._partition.find(a)
        self._sources[head] = self._sources[a] | self._sources[b]
        self._entries[head] = self._entries[a] | self._entries[b]
        self._employers[head] = self._employers[a] | self._employers[b]
        self._houses[head] = self._houses[a] | self._houses[b]

    def heads(self) -> dict[LocalKey, str]:
        """For each entity the set that it is in, by a name that serves as evidence only."""
        return {key: f"{head.source}#{head.key}" for key, head in self._heads()}

    def _heads(self) -> Iterator[tuple[LocalKey, LocalKey]]:
        for key in self._profiles:
            yield key, self._partition.find(key)

    def groups(self) -> list[list[LocalKey]]:
        """The sets, each in order of publication."""
        return self._partition.groups()

    def merges(self) -> Iterator[Merge]:
        """What was decided on each pair."""
        for key in sorted(self._merges):
            yield self._merges[key]
