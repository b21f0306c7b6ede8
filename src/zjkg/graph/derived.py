"""Facts over several articles: names by language, disagreements, checks, decisions on identity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from zjkg.graph.compared import ClaimIris, claim_iris, compared, reasoning
from zjkg.graph.pinyin import pinyin
from zjkg.graph.portions import Portion, portions
from zjkg.graph.search_keys import search_keys
from zjkg.graph.terms import boolean, words
from zjkg.ids import Minter
from zjkg.model import (
    ArticleRecord,
    Comparison,
    EntityType,
    Identity,
    LanguageTag,
    LocalKey,
    Merge,
    Resolved,
    in_order,
)
from zjkg.vocab import RDF, SKOS, ZJ

_Fact = tuple[NamedNode, NamedNode, NamedNode | Literal]
_READ_ALOUD = (EntityType.PERSON, EntityType.ORGANIZATION)
_HAN_TAGS = (LanguageTag.HANS, LanguageTag.HANT)


def derived_quads(
    records: Iterable[ArticleRecord], identity: Identity, comparison: Comparison, minter: Minter
) -> Iterator[Quad]:
    """The quads of ``graph/derived``; the same set whatever the order of the records."""
    claims = claim_iris(in_order(records), minter)
    for _, portion in portions(identity, comparison):
        yield from portion_quads(portion, claims, identity, minter)


def portion_quads(
    portion: Portion, claims: ClaimIris, identity: Identity, minter: Minter
) -> Iterator[Quad]:
    """The quads of ``graph/derived`` that belong to one article.

    ``claims`` tells the IRIs of the claims that the portion speaks of, as ``claim_iris`` does; of
    the identity only the IRIs of the members of its merges count.
    """
    graph = NamedNode(minter.graph("derived"))
    for facts in (
        *map(_labels, portion.things),
        *map(_search_keys, portion.things),
        *(_merge(merge, identity, minter) for merge in portion.merges),
        compared(claims, portion.comparison(), minter),
    ):
        for fact in facts:
            yield Quad(*fact, graph)


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


def _search_keys(entity: Resolved) -> Iterator[_Fact]:
    """The ways to type any of the names, for queries that cannot fold what they are given."""
    for key in search_keys(entity.names, entity.type):
        yield NamedNode(entity.iri), ZJ.searchKey, Literal(key)


def _merge(merge: Merge, identity: Identity, minter: Minter) -> Iterator[_Fact]:
    first, second = (_member(key) for key in (merge.first, merge.second))
    content = (first, second, str(merge.same), *merge.evidence, merge.reason.en)
    node = NamedNode(minter.derived("merge", *content))
    yield node, RDF.type, ZJ.Merge
    yield node, ZJ.firstMember, Literal(first)
    yield node, ZJ.secondMember, Literal(second)
    yield node, ZJ.firstNamed, Literal(merge.called[0])
    yield node, ZJ.secondNamed, Literal(merge.called[1])
    yield node, ZJ.same, boolean(merge.same)
    for kind in merge.evidence:
        yield node, ZJ.evidenceKind, Literal(kind)
    yield from reasoning(node, merge.reason)
    members = (merge.first, merge.second)
    for iri in sorted({identity.iris[key] for key in members if key in identity.iris}):
        yield node, ZJ.about, NamedNode(iri)


def _member(key: LocalKey) -> str:
    return f"{key.source}#{key.key}"
