"""Who is who over all articles: a function of the set of records, authority and judgements.

Organizations and all other things come first, persons last, since employers are evidence about
persons. Things are joined twice: what the first round joins (equal names, authority) tells which
neighbours two articles share, and that is evidence for names that agree less. Nothing depends on
the order in which articles were read: records are ordered by publication instant, then by source,
and pairs by the strength of their evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from zjkg.errors import Bilingual
from zjkg.folding import match_key
from zjkg.ids import Minter
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.candidates import pairs
from zjkg.linking.clusters import Clusters
from zjkg.linking.evidence import agreement, enough, strength
from zjkg.linking.judgements import judged_pairs
from zjkg.linking.obstacles import obstacle
from zjkg.linking.profiles import Profile, profiles_of
from zjkg.model import (
    ArticleRecord,
    Entity,
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
    ordered = _published_first(records)
    profiles = {each.key: each for record in ordered for each in profiles_of(record)}
    entities = {
        LocalKey(record.article.source, entity.key): entity
        for record in ordered
        for entity in record.entities
    }
    known = _known(profiles, authority)
    clusters = Clusters(profiles, known)
    judged = judged_pairs(judgements, profiles.values())
    persons = [key for key, each in profiles.items() if each.type is EntityType.PERSON]
    others = [key for key, each in profiles.items() if each.type is not EntityType.PERSON]
    compared = _compared(clusters, profiles, others, judged)
    _join(clusters, profiles, compared, judged)
    open_still = [pair for pair in compared if not clusters.is_joined(pair)]
    _join(clusters, profiles, open_still, judged, clusters.heads())
    compared = _compared(clusters, profiles, persons, judged)
    _join(clusters, profiles, compared, judged, clusters.heads())
    resolved = _resolved(clusters.groups(), entities, known, minter)
    iris = {member: thing.iri for thing in resolved for member in thing.members}
    return Identity(
        tuple(sorted(resolved, key=lambda thing: thing.iri)), iris, tuple(clusters.merges())
    )


def _published_first(records: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    def order(record: ArticleRecord) -> tuple[datetime, str]:
        published = record.article.published
        return (published.instant if published else _UNDATED, record.article.source)

    return sorted(records, key=order)


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


def _compared(
    clusters: Clusters,
    profiles: Mapping[LocalKey, Profile],
    keys: Sequence[LocalKey],
    judged: Mapping[tuple[LocalKey, LocalKey], Judgement],
) -> list[tuple[LocalKey, LocalKey]]:
    return list(
        dict.fromkeys((*_judged_of(judged, keys), *clusters.listed(keys), *pairs(profiles, keys)))
    )


def _join(
    clusters: Clusters,
    profiles: Mapping[LocalKey, Profile],
    compared: Sequence[tuple[LocalKey, LocalKey]],
    judged: Mapping[tuple[LocalKey, LocalKey], Judgement],
    things: Mapping[LocalKey, str] | None = None,
) -> None:
    """Decide on each pair that shares a key; the surest are joined first."""
    things = things or {}
    decided = (_decision(clusters, profiles, pair, judged.get(pair), things) for pair in compared)
    found = [merge for merge in decided if merge.evidence]
    found.sort(key=lambda merge: (-strength(merge.evidence), merge.first, merge.second))
    for merge in found:
        clusters.apply(merge)


def _judged_of(
    judged: Mapping[tuple[LocalKey, LocalKey], Judgement], keys: Sequence[LocalKey]
) -> list[tuple[LocalKey, LocalKey]]:
    wanted = frozenset(keys)
    return [pair for pair in judged if pair[0] in wanted]


def _decision(
    clusters: Clusters,
    profiles: Mapping[LocalKey, Profile],
    pair: tuple[LocalKey, LocalKey],
    judgement: Judgement | None,
    things: Mapping[LocalKey, str],
) -> Merge:
    """Same or not, by a person's judgement, else the authority, else the evidence."""
    first, second = pair
    if judgement is not None:
        reason = Bilingual(
            f"{judgement.who}, {judgement.when}: {judgement.why}",
            f"{judgement.who}，{judgement.when}：{judgement.why}",
        )
        return Merge(first, second, same=judgement.same, evidence=("judgement",), reason=reason)
    a, b = profiles[first], profiles[second]
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


def _resolved(
    groups: list[list[LocalKey]],
    entities: Mapping[LocalKey, Entity],
    known: Mapping[LocalKey, AuthorityEntry],
    minter: Minter,
) -> list[Resolved]:
    taken: set[str] = set()
    resolved: list[Resolved] = []
    for group in groups:
        iri = _iri(group, entities, known, minter, taken)
        taken.add(iri)
        kind = entities[group[0]].type
        resolved.append(
            Resolved(iri, kind, tuple(sorted(group)), _all_names(group, entities, known))
        )
    return resolved


def _iri(
    group: list[LocalKey],
    entities: Mapping[LocalKey, Entity],
    known: Mapping[LocalKey, AuthorityEntry],
    minter: Minter,
    taken: set[str],
) -> str:
    listed = sorted({known[key].iri for key in group if key in known})
    if listed and listed[0] not in taken:
        return listed[0]
    first = group[0]
    name, kind = match_key(entities[first].names[0].text), entities[first].type
    iri = minter.entity(name, kind)
    # A namesake published later is told apart by the article that first speaks of it.
    return minter.entity(name, kind, f"{first.source}#{first.key}") if iri in taken else iri


def _all_names(
    group: list[LocalKey],
    entities: Mapping[LocalKey, Entity],
    known: Mapping[LocalKey, AuthorityEntry],
) -> tuple[tuple[str, LanguageTag], ...]:
    """Every name, the preferred one of each language first: the authority's, else the earliest."""
    names: dict[tuple[str, LanguageTag], None] = {}
    for key in group:
        if key in known:
            names.update(dict.fromkeys(known[key].names))
    for key in group:
        names.update({(name.text, name.language): None for name in entities[key].names})
    return tuple(names)
