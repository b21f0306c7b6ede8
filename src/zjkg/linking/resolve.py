"""Who is who over all articles: a function of the set of records, authority and judgements.

Organizations and all other things come first, persons last, since employers are evidence about
persons. Things are joined twice: what the first round joins (equal names, authority) tells which
neighbours two articles share, and that is evidence for names that agree less. Nothing depends on
the order in which articles were read: records are ordered by publication instant, then by source,
and pairs by the strength of their evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial

from zjkg.ids import Minter
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.candidates import listed_pairs, pairs
from zjkg.linking.clusters import Clusters
from zjkg.linking.components import Components, Pair
from zjkg.linking.deciding import Rounds, is_person
from zjkg.linking.decisions import Decisions
from zjkg.linking.evidence import is_named_alike
from zjkg.linking.judgements import judged_pairs
from zjkg.linking.listing import Listing, all_names, listed_iri, named_iri
from zjkg.linking.noted import NotedProfiles
from zjkg.linking.profiles import Profile, profiles_of, published
from zjkg.linking.things import Things
from zjkg.model import (
    ArticleRecord,
    Identity,
    Judgement,
    LocalKey,
    Records,
    Resolved,
    in_order,
)
from zjkg.notebook import Notebook

_EMPTY = Notebook()
_PAIRS_AT_HAND = 1 << 18
"""Of so many pairs what a round decided stays in memory for the next; of others it is done anew."""


def resolve(
    records: Iterable[ArticleRecord],
    authority: Sequence[AuthorityEntry],
    judgements: Sequence[Judgement],
    minter: Minter,
    notebook: Notebook = _EMPTY,
) -> Identity:
    """Join the entities of all articles into things, each with an IRI and the merges behind it.

    Records are not looked at where the notebook has their profiles.
    """
    profiles = _profiles(in_order(records), notebook)
    known = Listing(authority).entries(profiles.values())
    decider = _Decider(profiles, known, judged_pairs(judgements, profiles.values()))
    resolved = _resolved(decider.groups(), profiles, known, minter)
    iris = {member: thing.iri for thing in resolved for member in thing.members}
    return Identity(tuple(sorted(resolved, key=lambda thing: thing.iri)), iris, decider.decisions)


def _profiles(records: Records, notebook: Notebook) -> dict[LocalKey, Profile]:
    """The profiles of all entities in order of publication; records are looked at one by one."""
    found: list[tuple[tuple[datetime, str], list[Profile]]] = []
    for source in records.sources:
        stamp = records.stamp(source)
        make = partial(_noted, records, source)
        noted = notebook.told(stamp and f"profiles-{stamp}", NotedProfiles, make)
        found.append(((noted.instant, source), noted.profiles(source)))
    found.sort(key=lambda each: each[0])
    return {profile.key: profile for _, profiles in found for profile in profiles}


def _noted(records: Records, source: str) -> NotedProfiles:
    record = records.of_source(source)
    return NotedProfiles.of(published(record.article)[0], profiles_of(record))


class _Decider:
    """Decides on all pairs, group by group of entities that evidence ties together."""

    def __init__(
        self,
        profiles: Mapping[LocalKey, Profile],
        known: Mapping[LocalKey, AuthorityEntry],
        judged: Mapping[Pair, Judgement],
    ) -> None:
        self._profiles, self._known, self._judged = profiles, known, judged
        self._rounds = Rounds(profiles, known, judged)
        self._order = {key: number for number, key in enumerate(profiles)}
        self._heads = list(range(len(self._order)))
        names = [each.written[0][0] for each in profiles.values()]
        self.decisions = Decisions(self._order, names)

    def groups(self) -> list[list[LocalKey]]:
        """The sets of entities that are one thing, in order of their first members."""
        components = Components(self._order, self._ties())
        begun: dict[int, Clusters] = {}  # as memory must not grow with the corpus, only the first
        left = _PAIRS_AT_HAND
        for number, component in enumerate(components):
            clusters = self._rounds.by_names(component)
            self._take_heads(clusters)
            left -= len(component.pairs)
            if left >= 0:
                begun[number] = clusters
        by_names = Things(self._order, tuple(self._heads))
        for number, component in enumerate(components):
            self._take_heads(self._rounds.by_company(component, by_names, begun.get(number)))
        employers = Things(self._order, tuple(self._heads))
        found = [[key] for key in components.alone()]
        for number, component in enumerate(components):
            clusters = self._rounds.with_people(
                component, by_names, employers, begun.pop(number, None)
            )
            found += clusters.groups()
            for merge in clusters.merges():
                self.decisions.add(merge)
        return sorted(found, key=lambda group: self._order[group[0]])

    def _ties(self) -> Iterator[Pair]:
        """The pairs of people and of other things that have a name, an entry or a judgement."""
        yield from self._judged
        for persons in (False, True):
            keys = [key for key, each in self._profiles.items() if is_person(each) is persons]
            yield from listed_pairs(self._known, keys)
            for pair in pairs(self._profiles, keys):
                if is_named_alike(self._profiles[pair[0]], self._profiles[pair[1]]):
                    yield pair

    def _take_heads(self, clusters: Clusters) -> None:
        for key, head in clusters.heads():
            self._heads[self._order[key]] = self._order[head]


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
            Resolved(iri, kind, tuple(sorted(group)), all_names(group, profiles, known))
        )
    return resolved


def _iri(
    group: list[LocalKey],
    profiles: Mapping[LocalKey, Profile],
    known: Mapping[LocalKey, AuthorityEntry],
    minter: Minter,
    taken: set[str],
) -> str:
    listed = listed_iri(group, known)
    if listed is not None and listed not in taken:
        return listed
    first = profiles[group[0]]
    iri = named_iri(first, minter, is_namesake=False)
    return named_iri(first, minter, is_namesake=True) if iri in taken else iri
