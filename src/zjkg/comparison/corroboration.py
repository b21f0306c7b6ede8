"""Claims that say the same, and articles as their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zjkg.comparison.blocks import significant
from zjkg.comparison.facts import Fact
from zjkg.comparison.kinship import Kinship, kinship
from zjkg.comparison.origins import Copies, Said, Source, origins
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
    Repost,
)

_DISTINCTIVE = 3
"""A value of so many digits is the same in two places only where it means the same."""
_RELEASED = (EntityType.INDEX, EntityType.EVENT, EntityType.POLICY)


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
    copies = Copies(reposts)
    made = [
        Corroboration(tuple(sorted(said.ref for said in group)), origins(group, known, copies))
        for group in agreeing
        if len({said.ref.source for said in group}) > 1
    ]
    return sorted(made, key=lambda each: each.claims)


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
