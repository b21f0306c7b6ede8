"""The profiles of an article as they are noted for the next build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from zjkg.linking.profiles import Profile, naming_of, shared
from zjkg.model import EntityType, LanguageTag, LocalKey


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


@dataclass(frozen=True, slots=True)
class NotedProfiles:
    """When an article came out, its profiles, and the neighbours that they all have."""

    published: str
    neighbours: tuple[str, ...]
    rows: tuple[_Row, ...]

    @classmethod
    def of(cls, published: datetime, profiles: Sequence[Profile]) -> Self:
        """The profiles of one article."""
        near = profiles[0].neighbours if profiles else ()
        return cls(published.isoformat(), _keys(near), tuple(_row(each) for each in profiles))

    @property
    def instant(self) -> datetime:
        """When the article came out, to the second of its zone, as far back as it may be."""
        return datetime.fromisoformat(self.published)

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


def _row(profile: Profile) -> _Row:
    return _Row(
        key=profile.key.key,
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


def _here(names: Sequence[str], keys: Mapping[str, LocalKey]) -> frozenset[LocalKey]:
    return frozenset(keys[name] for name in names)
