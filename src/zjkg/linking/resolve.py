"""Who is who over all articles: a function of the set of records, authority and judgements.

Organizations and all other things come first, persons last, since employers are evidence about
persons. Nothing here depends on the order in which articles were read: records are ordered by
publication instant, then by source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from zjkg.errors import Bilingual
from zjkg.folding import match_key
from zjkg.ids import Minter
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.evidence import Profile, agreement, enough, obstacle, profile
from zjkg.linking.judgements import Judgement
from zjkg.linking.union import Partition
from zjkg.model import (
    ArticleRecord,
    Entity,
    EntityType,
    Identity,
    LanguageTag,
    LocalKey,
    Merge,
    Resolved,
)

_UNDATED = datetime.max.replace(tzinfo=UTC)
_AGREED = Bilingual("the evidence agrees", "证据一致")
_TOO_LITTLE = Bilingual(
    "one kind of evidence alone does not carry a merge", "只有一种证据，不足以合并"
)


@dataclass(slots=True)
class _Run:
    """The state of one resolution: who was seen, who was joined, and why."""

    profiles: dict[LocalKey, Profile]
    entities: dict[LocalKey, Entity]
    partition: Partition[LocalKey]
    minter: Minter
    known: dict[LocalKey, AuthorityEntry] = field(default_factory=dict)
    known_sets: dict[LocalKey, AuthorityEntry] = field(default_factory=dict)
    judged: dict[frozenset[str], Judgement] = field(default_factory=dict)
    merges: dict[tuple[LocalKey, LocalKey], Merge] = field(default_factory=dict)


def resolve(
    records: Iterable[ArticleRecord],
    authority: Sequence[AuthorityEntry],
    judgements: Sequence[Judgement],
    minter: Minter,
) -> Identity:
    """Join the entities of all articles into things, each with an IRI and the merges behind it."""
    run = _start(_published_first(records), authority, judgements, minter)
    persons = [key for key, p in run.profiles.items() if p.type is EntityType.PERSON]
    others = [key for key, p in run.profiles.items() if p.type is not EntityType.PERSON]
    _join(run, others, {})
    _join(run, persons, _iris(run, others))
    groups = run.partition.groups()
    resolved = _resolved(run, groups)
    iris = {member: thing.iri for thing in resolved for member in thing.members}
    return Identity(
        tuple(sorted(resolved, key=lambda thing: thing.iri)), iris, tuple(run.merges.values())
    )


def _published_first(records: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    def order(record: ArticleRecord) -> tuple[datetime, str]:
        published = record.article.published
        return (published.instant if published else _UNDATED, record.article.source)

    return sorted(records, key=order)


def _start(
    records: list[ArticleRecord],
    authority: Sequence[AuthorityEntry],
    judgements: Sequence[Judgement],
    minter: Minter,
) -> _Run:
    profiles: dict[LocalKey, Profile] = {}
    entities: dict[LocalKey, Entity] = {}
    for record in records:
        for entity in record.entities:
            key = LocalKey(record.article.source, entity.key)
            profiles[key] = profile(record, entity)
            entities[key] = entity
    run = _Run(profiles, entities, Partition(profiles), minter)
    run.judged = {
        frozenset((match_key(row.first), match_key(row.second))): row for row in judgements
    }
    by_name: dict[tuple[EntityType, str], AuthorityEntry] = {}
    for entry in sorted(authority, key=lambda each: each.iri):
        for name, _ in entry.names:
            by_name.setdefault((entry.type, match_key(name)), entry)
    for key, each in profiles.items():
        found = sorted(
            (by_name[each.type, name] for name in each.names if (each.type, name) in by_name),
            key=lambda entry: entry.iri,
        )
        if found:
            run.known[key] = run.known_sets[key] = found[0]
    return run


def _blocks(run: _Run, keys: Iterable[LocalKey]) -> dict[str, list[LocalKey]]:
    """Candidates share a folded name, a core, a pinyin, an authority entry or a judgement."""
    blocks: dict[str, list[LocalKey]] = {}
    for key in keys:
        each = run.profiles[key]
        marks = {f"name:{name}" for name in each.names} | {f"core:{c.rest}" for c in each.cores}
        marks |= {f"pinyin:{spelling}" for spelling in each.pinyin}
        if key in run.known:
            marks.add(f"authority:{run.known[key].iri}")
        for pair in run.judged:
            marks |= {f"judged:{' '.join(sorted(pair))}" for name in each.names if name in pair}
        for mark in sorted(marks):
            blocks.setdefault(mark, []).append(key)
    return blocks


def _join(run: _Run, keys: Sequence[LocalKey], employers: dict[LocalKey, str]) -> None:
    """Compare each member of a block with the first of every set already in the block."""
    for _, members in sorted(_blocks(run, keys).items()):
        heads: list[LocalKey] = []
        for member in members:
            for head in heads:
                if run.partition.find(head) == run.partition.find(member):
                    break
                if _decide(run, head, member, employers):
                    break
            else:
                heads.append(member)


def _decide(run: _Run, first: LocalKey, second: LocalKey, employers: dict[LocalKey, str]) -> bool:
    merge = _merge(run, first, second, employers)
    if merge.same:
        entries = [run.known_sets.get(run.partition.find(key)) for key in (first, second)]
        run.partition.join(first, second)
        entry = entries[0] or entries[1]
        if entry:
            run.known_sets[run.partition.find(first)] = entry
    run.merges.setdefault((first, second), merge)
    return merge.same


def _merge(run: _Run, first: LocalKey, second: LocalKey, employers: dict[LocalKey, str]) -> Merge:
    a, b = run.profiles[first], run.profiles[second]
    for pair in (frozenset((x, y)) for x in sorted(a.names) for y in sorted(b.names)):
        row = run.judged.get(pair)
        if row:
            reason = Bilingual(
                f"{row.who}, {row.when}: {row.why}", f"{row.who}，{row.when}：{row.why}"
            )
            return Merge(first, second, same=row.same, evidence=("judgement",), reason=reason)
    kinds = agreement(a, b, employers)
    one, other = (run.known_sets.get(run.partition.find(key)) for key in (first, second))
    if one and other:
        if one.iri == other.iri:
            return Merge(
                first,
                second,
                same=True,
                evidence=tuple(sorted({*kinds, "authority", "type"})),
                reason=_AGREED,
            )
        different = Bilingual("the authority lists them apart", "权威文件中是两个不同条目")
        return Merge(first, second, same=False, evidence=kinds, reason=different)
    against = obstacle(a, b, employers)
    if against:
        return Merge(first, second, same=False, evidence=kinds, reason=against)
    if enough(kinds):
        return Merge(first, second, same=True, evidence=kinds, reason=_AGREED)
    return Merge(first, second, same=False, evidence=kinds, reason=_TOO_LITTLE)


def _iris(run: _Run, keys: Iterable[LocalKey]) -> dict[LocalKey, str]:
    """A provisional identity of each set, for use as evidence: its representative, written out."""
    heads = {key: run.partition.find(key) for key in keys}
    return {key: f"{head.source}#{head.key}" for key, head in heads.items()}


def _resolved(run: _Run, groups: list[list[LocalKey]]) -> list[Resolved]:
    taken: set[str] = set()
    resolved: list[Resolved] = []
    for group in groups:
        iri = _iri(run, group, taken)
        taken.add(iri)
        kind = run.profiles[group[0]].type
        resolved.append(Resolved(iri, kind, tuple(sorted(group)), _all_names(run, group)))
    return resolved


def _iri(run: _Run, group: list[LocalKey], taken: set[str]) -> str:
    known = sorted({run.known[key].iri for key in group if key in run.known})
    if known and known[0] not in taken:
        return known[0]
    first = group[0]
    name = match_key(run.entities[first].names[0].text)
    iri = run.minter.entity(name, run.profiles[first].type)
    # A namesake published later is told apart by the article that first speaks of it.
    if iri in taken:
        iri = run.minter.entity(name, run.profiles[first].type, f"{first.source}#{first.key}")
    return iri


def _all_names(run: _Run, group: list[LocalKey]) -> tuple[tuple[str, LanguageTag], ...]:
    """Every name, the preferred one of each language first: the authority's, else the earliest."""
    names: dict[tuple[str, LanguageTag], None] = {}
    for key in group:
        if key in run.known:
            names.update(dict.fromkeys(run.known[key].names))
    for key in group:
        names.update({(name.text, name.language): None for name in run.entities[key].names})
    return tuple(names)
