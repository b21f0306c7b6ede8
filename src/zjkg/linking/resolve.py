"""Who is who over all articles: a function of the set of records, authority and judgements.

Organizations and all other things come first, persons last, since employers are evidence about
persons. Things are joined twice: what the first round joins (equal names, authority) tells which
neighbours two articles share, and that is evidence for names that agree less. Nothing depends on
the order in which articles were read: records are ordered by publication instant, then by source,
and pairs by the strength of their evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from zjkg.errors import Bilingual
from zjkg.folding import match_key
from zjkg.ids import Minter
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.candidates import pairs
from zjkg.linking.clusters import Clusters
from zjkg.linking.components import Component, Components, Pair
from zjkg.linking.decisions import Decisions
from zjkg.linking.evidence import agreement, enough, is_named_alike, strength
from zjkg.linking.judgements import judged_pairs
from zjkg.linking.obstacles import obstacle
from zjkg.linking.profiles import Profile, profiles_of
from zjkg.linking.things import NOTHING_KNOWN, Things
from zjkg.model import (
    ArticleRecord,
    EntityType,
    Identity,
    Judgement,
    LanguageTag,
    LocalKey,
    Merge,
    Resolved,
)

_UNDATED = datetime.max.replace(tzinfo=UTC)
_AGREED = Bilingual("the evidence agrees", "证据一致")
TOO_LITTLE = Bilingual("the evidence is too little for a merge", "证据不足，不予合并")


def resolve(
    records: Iterable[ArticleRecord],
    authority: Sequence[AuthorityEntry],
    judgements: Sequence[Judgement],
    minter: Minter,
) -> Identity:
    """Join the entities of all articles into things, each with an IRI and the merges behind it."""
    profiles = _profiles(records)
    known = _known(profiles, authority)
    decider = _Decider(profiles, known, judged_pairs(judgements, profiles.values()))
    resolved = _resolved(decider.groups(), profiles, known, minter)
    iris = {member: thing.iri for thing in resolved for member in thing.members}
    return Identity(tuple(sorted(resolved, key=lambda thing: thing.iri)), iris, decider.decisions)


def _profiles(records: Iterable[ArticleRecord]) -> dict[LocalKey, Profile]:
    """The profiles of all entities in order of publication; records are looked at one by one."""
    found: list[tuple[datetime, str, list[Profile]]] = []
    for record in records:
        published = record.article.published
        instant = published.instant if published else _UNDATED
        found.append((instant, record.article.source, profiles_of(record)))
    found.sort(key=lambda each: each[:2])
    return {profile.key: profile for _, _, profiles in found for profile in profiles}


class _Decider:
    """Decides on all pairs, group by group of entities that evidence ties together."""

    def __init__(
        self,
        profiles: Mapping[LocalKey, Profile],
        known: Mapping[LocalKey, AuthorityEntry],
        judged: Mapping[Pair, Judgement],
    ) -> None:
        self._profiles, self._known, self._judged = profiles, known, judged
        self._order = {key: number for number, key in enumerate(profiles)}
        self._heads = list(range(len(self._order)))
        names = [each.written[0][0] for each in profiles.values()]
        self.decisions = Decisions(self._order, names)

    def groups(self) -> list[list[LocalKey]]:
        """The sets of entities that are one thing, in order of their first members."""
        components = Components(self._order, self._ties())
        for component in components:
            self._take_heads(self._joined_by_names(component))
        by_names = Things(self._order, tuple(self._heads))
        for component in components:
            self._take_heads(self._joined(component, by_names))
        employers = Things(self._order, tuple(self._heads))
        found = [[key] for key in components.alone()]
        for component in components:
            clusters = self._joined(component, by_names)
            clusters.learn(employers)
            self._join(clusters, _of(self._profiles, component, persons=True), employers)
            found += clusters.groups()
            for merge in clusters.merges():
                self.decisions.add(merge)
        return sorted(found, key=lambda group: self._order[group[0]])

    def _ties(self) -> Iterator[Pair]:
        """The pairs of people and of other things that have a name, an entry or a judgement."""
        yield from self._judged
        for persons in (False, True):
            keys = [key for key, each in self._profiles.items() if _is_person(each) is persons]
            yield from _listed(self._known, keys)
            for pair in pairs(self._profiles, keys):
                if is_named_alike(self._profiles[pair[0]], self._profiles[pair[1]]):
                    yield pair

    def _joined_by_names(self, component: Component) -> Clusters:
        """Things that are no people, joined by what their names and the authority tell."""
        members = {key: self._profiles[key] for key in component.members}
        clusters = Clusters(members, self._known)
        self._join(clusters, _of(self._profiles, component, persons=False), NOTHING_KNOWN)
        return clusters

    def _joined(self, component: Component, things: Things) -> Clusters:
        """The same, joined also by the things that their articles have in common."""
        clusters = self._joined_by_names(component)
        others = _of(self._profiles, component, persons=False)
        self._join(clusters, [pair for pair in others if not clusters.is_joined(pair)], things)
        return clusters

    def _join(self, clusters: Clusters, compared: Sequence[Pair], things: Things) -> None:
        """Decide on each pair; the surest are joined first."""
        found = [self._decision(clusters, pair, things) for pair in compared]
        found = [merge for merge in found if merge.evidence]
        found.sort(key=lambda merge: (-strength(merge.evidence), merge.first, merge.second))
        for merge in found:
            clusters.apply(merge)

    def _take_heads(self, clusters: Clusters) -> None:
        for key, head in clusters.heads():
            self._heads[self._order[key]] = self._order[head]

    def _decision(self, clusters: Clusters, pair: Pair, things: Things) -> Merge:
        """Same or not, by a person's judgement, else the authority, else the evidence."""
        first, second = pair
        judgement = self._judged.get(pair)
        if judgement is not None:
            reason = Bilingual(
                f"{judgement.who}, {judgement.when}: {judgement.why}",
                f"{judgement.who}，{judgement.when}：{judgement.why}",
            )
            return Merge(first, second, same=judgement.same, evidence=("judgement",), reason=reason)
        a, b = self._profiles[first], self._profiles[second]
        kinds = agreement(a, b, things)
        if clusters.listed_as_one(first, second):
            listed = tuple(sorted({*kinds, "authority", "type"}))
            return Merge(first, second, same=True, evidence=listed, reason=_AGREED)
        against = obstacle(a, b, things)
        if against is not None:
            return Merge(first, second, same=False, evidence=kinds, reason=against)
        if enough(kinds, a, b):
            return Merge(first, second, same=True, evidence=kinds, reason=_AGREED)
        return Merge(first, second, same=False, evidence=kinds, reason=TOO_LITTLE)


def _is_person(profile: Profile) -> bool:
    return profile.type is EntityType.PERSON


def _of(profiles: Mapping[LocalKey, Profile], component: Component, *, persons: bool) -> list[Pair]:
    """The pairs whose first is a person, or is not."""
    return [pair for pair in component.pairs if _is_person(profiles[pair[0]]) is persons]


def _listed(known: Mapping[LocalKey, AuthorityEntry], keys: Iterable[LocalKey]) -> Iterator[Pair]:
    """Pairs of one entry of the authority, each member with the one before."""
    by_entry: dict[str, list[LocalKey]] = {}
    for key in keys:
        if key in known:
            by_entry.setdefault(known[key].iri, []).append(key)
    for members in by_entry.values():
        yield from pairwise(members)


def _known(
    profiles: Mapping[LocalKey, Profile], authority: Sequence[AuthorityEntry]
) -> dict[LocalKey, AuthorityEntry]:
    """The authority's entry of each entity that has one of its names."""
    by_name: dict[tuple[EntityType, str], AuthorityEntry] = {}
    for entry in sorted(authority, key=lambda each: each.iri):
        for name, _ in entry.names:
            by_name.setdefault((entry.type, match_key(name)), entry)
    found: dict[LocalKey, AuthorityEntry] = {}
    for key, each in profiles.items():
        entries = [by_name[each.type, name] for name in each.names if (each.type, name) in by_name]
        if entries:
            found[key] = min(entries, key=lambda entry: entry.iri)
    return found


def _resolved(
    groups: list[list[LocalKey]],
    profiles: Mapping[LocalKey, Profile],
    known: Mapping[LocalKey, AuthorityEntry],
    minter: Minter,
) -> list[Resolved]:
    taken: set[str] = set()
    resolved: list[Resolved] = []
    for group in groups:
        iri = _iri(group, profiles, known, minter, taken)
        taken.add(iri)
        kind = profiles[group[0]].type
        resolved.append(
            Resolved(iri, kind, tuple(sorted(group)), _all_names(group, profiles, known))
        )
    return resolved


def _iri(
    group: list[LocalKey],
    profiles: Mapping[LocalKey, Profile],
    known: Mapping[LocalKey, AuthorityEntry],
    minter: Minter,
    taken: set[str],
) -> str:
    listed = sorted({known[key].iri for key in group if key in known})
    if listed and listed[0] not in taken:
        return listed[0]
    first = group[0]
    name, kind = match_key(profiles[first].written[0][0]), profiles[first].type
    iri = minter.entity(name, kind)
    # A namesake published later is told apart by the article that first speaks of it.
    return minter.entity(name, kind, f"{first.source}#{first.key}") if iri in taken else iri


def _all_names(
    group: list[LocalKey],
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
