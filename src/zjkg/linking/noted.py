"""The profiles of an article as they are noted for the next build."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from zjkg.linking.candidates import keys_of
from zjkg.linking.profiles import Profile, is_person, naming_of, shared
from zjkg.model import EntityType, LanguageTag, LocalKey

_START = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Row:
    """One entity; entities of the article are told by their keys there."""

    key: str
    type: EntityType
    names: tuple[tuple[str, LanguageTag], ...]
    posts: tuple[str, ...]
    employers: tuple[str, ...]
    houses: tuple[str, ...]
    wholes: tuple[str, ...]
    codes: tuple[str, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotedProfiles:
    """When an article came out, its profiles, and the neighbours that they all have.

    ``published`` counts microseconds from the year 1; ``marks`` are those of the keys under which
    an entity meets others.
    """

    published: int
    neighbours: tuple[str, ...]
    rows: tuple[_Row, ...]

    @classmethod
    def of(cls, published: datetime, profiles: Sequence[Profile]) -> Self:
        """The profiles of one article."""
        near = profiles[0].neighbours if profiles else ()
        since = (published - _START) // timedelta(microseconds=1)
        return cls(since, _keys(near), tuple(_row(each) for each in profiles))

    def profiles(self, source: str) -> list[Profile]:
        """The profiles as they were."""
        keys = {row.key: LocalKey(source, row.key) for row in self.rows}
        near = _here(self.neighbours, keys)
        return [
            Profile(
                key=keys[row.key],
                naming=naming_of(row.type, row.names),
                posts=shared(row.posts),
                employers=_here(row.employers, keys),
                houses=shared(row.houses),
                neighbours=near,
                wholes=_here(row.wholes, keys),
                codes=frozenset(row.codes),
            )
            for row in self.rows
        ]


def mark_of(kind: str, key: str) -> int:
    """Eight bytes for a key of a kind; two keys with one mark would only be compared in vain."""
    content = f"{kind}\0{key}".encode()
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), signed=True)


def _row(profile: Profile) -> _Row:
    whose = "person" if is_person(profile) else "thing"  # people and other things do not meet
    return _Row(
        key=profile.key.key,
        type=profile.type,
        names=profile.naming.tagged,
        posts=tuple(sorted(profile.posts)),
        employers=_keys(profile.employers),
        houses=tuple(sorted(profile.houses)),
        wholes=_keys(profile.wholes),
        codes=tuple(sorted(profile.codes)),
        marks=tuple(sorted(mark_of(whose, key) for key in keys_of(profile))),
    )


def _keys(members: frozenset[LocalKey] | tuple[()]) -> tuple[str, ...]:
    return tuple(sorted(member.key for member in members))


def _here(names: Sequence[str], keys: dict[str, LocalKey]) -> frozenset[LocalKey]:
    return frozenset(keys[name] for name in names)
