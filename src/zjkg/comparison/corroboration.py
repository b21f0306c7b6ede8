"""Claims that say the same, and how many origins they go back to.

Ten outlets that print one release are one origin. A claim counts for more only where it comes from
another text, outlet, speaker and release.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from zjkg.comparison.blocks import significant
from zjkg.comparison.facts import Fact
from zjkg.comparison.kinship import Kinship, kinship
from zjkg.comparison.periods import Timing
from zjkg.folding import match_key
from zjkg.model import (
    ArticleRecord,
    ClaimKind,
    ClaimRef,
    Corroboration,
    EntityType,
    Identity,
    LocalKey,
    Origin,
    Repost,
)
from zjkg.partition import Partition

_DISTINCTIVE = 3
"""A value of so many digits is the same in two places only where it means the same."""
_RELEASE = timedelta(days=31)
"""Within a month of each other two articles report of one release of an index or a meeting."""
_RELEASED = (EntityType.INDEX, EntityType.EVENT, EntityType.POLICY)


@dataclass(frozen=True, slots=True)
class Source:
    """What an article tells of where it comes from: outlet, date, and what it reports of."""

    outlet: str | None
    published: date | None
    releases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim and who makes it, None for the article itself."""

    ref: ClaimRef
    speaker: str | None


def source_of(record: ArticleRecord, identity: Identity) -> Source:
    """Where an article comes from."""
    article = record.article

    def iri(key: str) -> str:
        return identity.iris.get(LocalKey(article.source, key), "")

    outlet = None
    if article.publisher:
        named = {
            record.recognition.mentions[index].span: iri(entity.key)
            for entity in record.entities
            for index in entity.mentions
        }
        outlet = named.get(article.publisher) or article.publisher.of(article.text)
    return Source(
        outlet,
        article.published.instant.date() if article.published else None,
        frozenset(iri(entity.key) for entity in record.entities if entity.type in _RELEASED),
    )


def corroborations(
    agreeing: Iterable[Sequence[Said]], known: Mapping[str, Source], reposts: Iterable[Repost]
) -> list[Corroboration]:
    """The groups of claims that say the same in two articles or more, in a stable order."""
    copied = {(repost.first, repost.second) for repost in reposts}
    made = [
        Corroboration(tuple(sorted(said.ref for said in group)), _origins(group, known, copied))
        for group in agreeing
        if len({said.ref.source for said in group}) > 1
    ]
    return sorted(made, key=lambda each: each.claims)


def agreeing_facts(
    speakers: Mapping[ClaimRef, str], ties: Iterable[tuple[ClaimRef, ClaimRef]]
) -> list[list[Said]]:
    """The observations that the ties between them put together, in groups.

    ``speakers`` are those of the observations that somebody is said to make.
    """
    tied = set(ties)
    groups = _groups({ref for tie in tied for ref in tie}, tied)
    return [[Said(ref, speakers.get(ref)) for ref in group] for group in groups]


def statements(record: ArticleRecord, identity: Identity) -> Iterator[tuple[str, Said]]:
    """The roles and relations of an article; those that say the same have one key."""
    source, text = record.article.source, record.article.text

    def iri(key: str | None) -> str | None:
        return identity.iris.get(LocalKey(source, key)) if key else None

    for index, role in enumerate(record.claims.roles):
        post = match_key(role.post.of(text))
        key = ("role", iri(role.person), iri(role.organization), post)
        yield repr(key), Said(ClaimRef(source, index, ClaimKind.ROLE), None)
    for index, relation in enumerate(record.claims.relations):
        ends = iri(relation.subject), relation.predicate.value, iri(relation.object)
        ref = ClaimRef(source, index, ClaimKind.RELATION)
        told = ("relation", *ends, relation.modality.value)
        yield repr(told), Said(ref, iri(relation.speaker))


def _groups(
    refs: Iterable[ClaimRef], ties: Iterable[tuple[ClaimRef, ClaimRef]]
) -> list[list[ClaimRef]]:
    ordered = sorted(refs, key=lambda ref: (ref.source, ref.index, ref.kind))
    places = {ref: place for place, ref in enumerate(ordered)}
    partition = Partition(range(len(ordered)))  # of numbers, which are compared at once
    for first, second in ties:
        partition.join(places[first], places[second])
    return [[ordered[place] for place in group] for group in partition.groups()]


def agree(a: Fact, b: Fact) -> bool:
    """Whether two facts say the same number, with the same hedge, of the same."""
    if a.value != b.value or a.comparator is not b.comparator or a.subject != b.subject:
        return False
    if a.modality is not b.modality or a.qualifier != b.qualifier or a.subject is None:
        return False
    if a.when.timing(b.when) is Timing.DIFFERENT or not _one_whole(a, b):
        return False
    needed = Kinship.RELATED if len(significant(a)) >= _DISTINCTIVE else Kinship.SAME
    return kinship(a, b) >= needed


def _one_whole(a: Fact, b: Fact) -> bool:
    return a.whole.key == b.whole.key or bool(a.whole.things & b.whole.things)


def _origins(
    group: Sequence[Said], known: Mapping[str, Source], copied: set[tuple[str, str]]
) -> tuple[Origin, ...]:
    ties: dict[tuple[ClaimRef, ClaimRef], str] = {}
    for a, b in combinations(group, 2):
        tie = next(_ties(a, b, known, copied), None)
        if tie:
            ties[a.ref, b.ref] = tie
    return tuple(
        Origin(tuple(refs), tuple(sorted({tie for pair, tie in ties.items() if pair[0] in refs})))
        for refs in _groups((said.ref for said in group), ties)
    )


def _ties(
    a: Said, b: Said, known: Mapping[str, Source], copied: set[tuple[str, str]]
) -> Iterator[str]:
    """The kinds of tie between two claims of the same."""
    mine, theirs = known[a.ref.source], known[b.ref.source]
    if a.ref.source == b.ref.source:
        yield "article"
    if (a.ref.source, b.ref.source) in copied or (b.ref.source, a.ref.source) in copied:
        yield "repost"
    if mine.outlet is not None and mine.outlet == theirs.outlet:
        yield "outlet"
    if a.speaker is not None and a.speaker == b.speaker:
        yield "speaker"
    if mine.releases & theirs.releases and _within(mine.published, theirs.published):
        yield "release"


def _within(first: date | None, second: date | None) -> bool:
    """Whether two articles came out in one month; an article without a date may have."""
    return first is None or second is None or abs(first - second) <= _RELEASE
