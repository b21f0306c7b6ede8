"""Facts over several articles: names by language, disagreements, checks, decisions on identity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from zjkg.errors import Bilingual
from zjkg.graph.keys import observation_iri
from zjkg.graph.pinyin import pinyin
from zjkg.graph.terms import boolean, both, decimal, words
from zjkg.ids import Minter
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    ClaimRef,
    Comparison,
    Contradiction,
    EntityType,
    Identity,
    LanguageTag,
    LocalKey,
    Merge,
    Resolved,
)
from zjkg.vocab import RDF, SKOS, ZJ

_Fact = tuple[NamedNode, NamedNode, NamedNode | Literal]
_READ_ALOUD = (EntityType.PERSON, EntityType.ORGANIZATION)
_HAN_TAGS = (LanguageTag.HANS, LanguageTag.HANT)


def derived_quads(
    records: Sequence[ArticleRecord], identity: Identity, comparison: Comparison, minter: Minter
) -> Iterator[Quad]:
    """The quads of ``graph/derived``; the same set whatever the order of the records."""
    graph = NamedNode(minter.graph("derived"))
    sources = _Sources({record.article.source: record for record in records}, minter)
    for facts in (
        *map(_labels, identity.entities),
        *(_merge(merge, identity, minter) for merge in identity.merges),
        *(_contradiction(item, sources, minter) for item in comparison.contradictions),
        *(_check(item, sources, minter) for item in comparison.checks),
    ):
        for fact in facts:
            yield Quad(*fact, graph)


@dataclass(frozen=True, slots=True)
class _Sources:
    records: Mapping[str, ArticleRecord]
    minter: Minter

    def observation(self, reference: ClaimRef) -> NamedNode:
        record = self.records[reference.source]
        return NamedNode(observation_iri(record, reference.index, self.minter))


def _labels(entity: Resolved) -> Iterator[_Fact]:
    """The preferred name in each language, and how the Han names of people and firms sound."""
    node = NamedNode(entity.iri)
    preferred: dict[LanguageTag, str] = {}
    for name, language in entity.names:
        preferred.setdefault(language, name)
    for language, name in preferred.items():
        predicate = SKOS.altLabel if language is LanguageTag.PINYIN else SKOS.prefLabel
        yield node, predicate, words(name, language.value)
    if entity.type not in _READ_ALOUD:
        return
    sounds = {pinyin(preferred[tag], entity.type): None for tag in _HAN_TAGS if tag in preferred}
    for sound in filter(None, sounds):
        yield node, SKOS.altLabel, words(sound, LanguageTag.PINYIN.value)


def _merge(merge: Merge, identity: Identity, minter: Minter) -> Iterator[_Fact]:
    first, second = (_member(key) for key in (merge.first, merge.second))
    content = (first, second, str(merge.same), *merge.evidence, merge.reason.en)
    node = NamedNode(minter.derived("merge", *content))
    yield node, RDF.type, ZJ.Merge
    yield node, ZJ.firstMember, Literal(first)
    yield node, ZJ.secondMember, Literal(second)
    yield node, ZJ.same, boolean(merge.same)
    for kind in merge.evidence:
        yield node, ZJ.evidenceKind, Literal(kind)
    yield from _reason(node, merge.reason)
    members = (merge.first, merge.second)
    for iri in sorted({identity.iris[key] for key in members if key in identity.iris}):
        yield node, ZJ.about, NamedNode(iri)


def _member(key: LocalKey) -> str:
    return f"{key.source}#{key.key}"


def _contradiction(item: Contradiction, sources: _Sources, minter: Minter) -> Iterator[_Fact]:
    first, second = sources.observation(item.first), sources.observation(item.second)
    content = (item.type.value, first.value, second.value)
    node = NamedNode(minter.derived("contradiction", *content))
    yield node, RDF.type, ZJ.Contradiction
    yield node, ZJ.conflictType, Literal(item.type.value)
    yield node, ZJ.first, first
    yield node, ZJ.second, second
    yield from _reason(node, item.reason)


def _check(item: ArithmeticCheck, sources: _Sources, minter: Minter) -> Iterator[_Fact]:
    inputs = [sources.observation(reference) for reference in item.inputs]
    stated, computed = decimal(item.stated), decimal(item.computed)
    content = (item.kind, stated.value, computed.value, *(node.value for node in inputs))
    node = NamedNode(minter.derived("check", *content))
    yield node, RDF.type, ZJ.ArithmeticCheck
    yield node, ZJ.kind, Literal(item.kind)
    for observation in inputs:
        yield node, ZJ.input, observation
    yield node, ZJ.stated, stated
    yield node, ZJ.computed, computed
    yield node, ZJ.fits, boolean(item.fits)
    yield from _reason(node, item.reason)


def _reason(node: NamedNode, reason: Bilingual) -> Iterator[_Fact]:
    for literal in both(reason):
        yield node, ZJ.reason, literal
