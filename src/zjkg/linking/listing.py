"""Which entities the authority lists, and under which IRI and names a thing goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zjkg.folding import match_key
from zjkg.ids import Minter
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.profiles import Profile
from zjkg.model import EntityType, LanguageTag, LocalKey


class Listing:
    """The authority's entries by the names and types of the things that they list."""

    def __init__(self, authority: Iterable[AuthorityEntry]) -> None:
        self._by_name: dict[tuple[EntityType, str], AuthorityEntry] = {}
        for entry in sorted(authority, key=lambda each: each.iri):
            for name, _ in entry.names:
                self._by_name.setdefault((entry.type, match_key(name)), entry)

    def entries(self, profiles: Iterable[Profile]) -> dict[LocalKey, AuthorityEntry]:
        """The entry of each entity that has one of its names."""
        by_name = self._by_name
        found: dict[LocalKey, AuthorityEntry] = {}
        for each in profiles:
            entries = [by_name[each.type, n] for n in each.names if (each.type, n) in by_name]
            if entries:
                found[each.key] = min(entries, key=lambda entry: entry.iri)
        return found


def listed_iri(group: Sequence[LocalKey], known: Mapping[LocalKey, AuthorityEntry]) -> str | None:
    """The IRI that the authority has for the thing of a group, None where it lists none."""
    return min((known[key].iri for key in group if key in known), default=None)


def named_iri(first: Profile, minter: Minter, *, is_namesake: bool) -> str:
    """The IRI that a thing has from the name first published.

    A namesake published later is told apart by the article that first speaks of it.
    """
    key = first.key
    apart = f"{key.source}#{key.key}" if is_namesake else ""
    return minter.entity(match_key(first.written[0][0]), first.type, apart)


def all_names(
    group: Sequence[LocalKey],
    profiles: Mapping[LocalKey, Profile],
    known: Mapping[LocalKey, AuthorityEntry],
) -> tuple[tuple[str, LanguageTag], ...]:
    """Every name, the preferred one of each language first: the authority's, else the earliest."""
    names: dict[tuple[str, LanguageTag], None] = {}
    for key in group:
        if key in known:
            names.update(dict.fromkeys(known[key].names))
    for key in group:
        names.update(dict.fromkeys(profiles[key].naming.tagged))
    return tuple(names)
