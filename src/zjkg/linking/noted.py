"""The profiles of an article as they are noted for the next build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from sys import intern
from typing import Self

import msgspec

from zjkg.linking.candidates import bearers_of, keys_of
from zjkg.linking.listing import Listing
from zjkg.linking.profiles import Profile, is_person, naming_of, shared
from zjkg.model import EntityType, LanguageTag, LocalKey

_START = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Row:
    """One entity; entities of the article are told by their keys there."""

    type: EntityType
    names: tuple[tuple[str, LanguageTag], ...]
    posts: tuple[str, ...]
    employers: tuple[str, ...]
    houses: tuple[str, ...]
    wholes: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotedProfiles:
    """When an article came out, its profiles, and the neighbours that they all have.

    ``published`` counts microseconds from the year 1. Of each entity there is the key, the marks of
    those keys under which it meets others, one that is equal for those that stand for each other,
    and the rest, which is read where it is asked for; ``listed`` are the marks of entries in the
    authority, each with which entity has it.
    """

    published: int
    neighbours: tuple[str, ...]
    keys: tuple[str, ...]
    marks: tuple[tuple[int, ...], ...]
    bearers: tuple[int, ...]
    rows: tuple[bytes, ...]
    listed: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, published: datetime, profiles: Sequence[Profile], listing: Listing) -> Self:
        """The profiles of one article."""
        near = profiles[0].neighbours if profiles else ()
        since = (published - _START) // timedelta(microseconds=1)
        return cls(
            since,
            _keys(near),
            tuple(each.key.key for each in profiles),
            tuple(map(_marks, profiles)),
            tuple(mark_of("bearers", repr(bearers_of(each))) for each in profiles),
            tuple(msgspec.msgpack.encode(_row(each)) for each in profiles),
            tuple(_listed(profiles, listing)),
        )

    def profiles(self, source: str) -> Profiles:
        """The profiles as they were."""
        return Profiles(source, self)


class Profiles(Mapping[LocalKey, Profile]):
    """The profiles of an article by their keys, in its order; each made when it is asked for."""

    def __init__(self, source: str, noted: NotedProfiles) -> None:
        self._noted = noted
        self._keys = {key: LocalKey(source, key) for key in map(intern, noted.keys)}
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._near = _here(noted.neighbours, self._keys)
        self._made: dict[str, Profile] = {}

    def __getitem__(self, key: LocalKey) -> Profile:
        found = self._made.get(key.key)
        if found is None:
            found = self._made[key.key] = self._profile(key.key)
        return found

    def __iter__(self) -> Iterator[LocalKey]:
        return iter(self._keys.values())

    def __len__(self) -> int:
        return len(self._keys)

    def place(self, key: LocalKey) -> int:
        """Which of the entities it is."""
        return self._places[key.key]

    @property
    def marks(self) -> set[int]:
        """The marks of all entities."""
        return set().union(*self._noted.marks)

    def marks_of(self, key: LocalKey) -> tuple[int, ...]:
        """The marks of an entity."""
        return self._noted.marks[self._places[key.key]]

    def marked(self) -> dict[int, list[tuple[int, str, int]]]:
        """By mark the entities that have it: their places, keys and marks of their bearers."""
        found: dict[int, list[tuple[int, str, int]]] = {}
        noted = self._noted
        for place, (key, marks, bearers) in enumerate(
            zip(noted.keys, noted.marks, noted.bearers, strict=True)
        ):
            for mark in marks:
                found.setdefault(mark, []).append((place, key, bearers))
        return found

    def _profile(self, key: str) -> Profile:
        row = msgspec.msgpack.decode(self._noted.rows[self._places[key]], type=_Row)
        return Profile(
            key=self._keys[key],
            naming=naming_of(row.type, row.names),
            posts=shared(row.posts),
            employers=_here(row.employers, self._keys),
            houses=shared(row.houses),
            neighbours=self._near,
            wholes=_here(row.wholes, self._keys),
            codes=frozenset(row.codes),
        )


def mark_of(kind: str, key: str) -> int:
    """Eight bytes for a key of a kind; two keys with one mark would only be compared in vain."""
    content = f"{kind}\0{key}".encode()
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), signed=True)


def _marks(profile: Profile) -> tuple[int, ...]:
    whose = "person" if is_person(profile) else "thing"  # people and other things do not meet
    return tuple(sorted(mark_of(whose, key) for key in keys_of(profile)))


def _listed(profiles: Sequence[Profile], listing: Listing) -> Iterator[tuple[int, int]]:
    entries = listing.entries(profiles)
    for place, profile in enumerate(profiles):
        if profile.key in entries:
            whose = "person entry" if is_person(profile) else "entry"
            yield mark_of(whose, entries[profile.key].iri), place


def _row(profile: Profile) -> _Row:
    return _Row(
        type=profile.type,
        names=profile.naming.tagged,
        posts=tuple(sorted(profile.posts)),
        employers=_keys(profile.employers),
        houses=tuple(sorted(profile.houses)),
        wholes=_keys(profile.wholes),
        codes=tuple(sorted(profile.codes)),
    )


def _keys(members: frozenset[LocalKey] | tuple[()]) -> tuple[str, ...]:
    return tuple(sorted(member.key for member in members))


def _here(names: Sequence[str], keys: dict[str, LocalKey]) -> frozenset[LocalKey]:
    return frozenset(keys[name] for name in names)
