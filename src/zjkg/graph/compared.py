"""What the articles agree and disagree on, and what follows from their numbers, as facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from zjkg.errors import Bilingual
from zjkg.graph.keys import milestone_iri, observation_iri, relation_iri, role_iri
from zjkg.graph.terms import boolean, both, decimal, integer, period_end
from zjkg.ids import Minter
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    ClaimKind,
    ClaimRef,
    Comparison,
    Contradiction,
    Corroboration,
    Derivation,
    Records,
    Repost,
)
from zjkg.vocab import RDF, ZJ

Fact = tuple[NamedNode, NamedNode, NamedNode | Literal]
ClaimIris = Callable[[ClaimRef], str]
"""Tells the IRI of a claim."""


def claim_iris(records: Records, minter: Minter) -> ClaimIris:
    """The IRIs of the claims of the records."""
    return lambda reference: claim_iri(records.of_source(reference.source), reference, minter)


def claim_iri(record: ArticleRecord, reference: ClaimRef, minter: Minter) -> str:
    """The IRI of a claim of an article."""
    index = reference.index
    match reference.kind:
        case ClaimKind.OBSERVATION:
            return observation_iri(record, index, minter)
        case ClaimKind.ROLE:
            return role_iri(record, record.claims.roles[index], minter)
        case ClaimKind.RELATION:
            return relation_iri(record, record.claims.relations[index], minter)
        case ClaimKind.MILESTONE:
            return milestone_iri(record, record.claims.milestones[index], minter)


def compared(claims: ClaimIris, comparison: Comparison, minter: Minter) -> Iterator[Fact]:
    """The facts of a comparison over articles whose claims have the given IRIs."""
    writer = _Writer(claims, minter)
    for contradiction in comparison.contradictions:
        yield from writer.contradiction(contradiction)
    for check in comparison.checks:
        yield from writer.check(check)
    for corroboration in comparison.corroborations:
        yield from writer.corroboration(corroboration)
    for derivation in comparison.derivations:
        yield from writer.derivation(derivation)
    for repost in comparison.reposts:
        yield from writer.repost(repost)
    for claim, concepts in comparison.concepts:
        for concept in concepts:
            yield writer.claim(claim), ZJ.measureConcept, NamedNode(concept)


def reasoning(node: NamedNode, reason: Bilingual) -> Iterator[Fact]:
    """The reason of a node in both languages."""
    for literal in both(reason):
        yield node, ZJ.reason, literal


@dataclass(frozen=True, slots=True)
class _Writer:
    claims: ClaimIris
    minter: Minter

    def claim(self, reference: ClaimRef) -> NamedNode:
        """The node of a claim."""
        return NamedNode(self.claims(reference))

    def contradiction(self, item: Contradiction) -> Iterator[Fact]:
        """Both sides, the type and the reasoning."""
        first, second = self.claim(item.first), self.claim(item.second)
        node = self._node("contradiction", item.type.value, first.value, second.value)
        yield node, RDF.type, ZJ.Contradiction
        yield node, ZJ.conflictType, Literal(item.type.value)
        yield node, ZJ.first, first
        yield node, ZJ.second, second
        yield from reasoning(node, item.reason)

    def check(self, item: ArithmeticCheck) -> Iterator[Fact]:
        """What was computed from what, and whether it fits."""
        inputs = [self.claim(reference) for reference in item.inputs]
        stated, computed = decimal(item.stated), decimal(item.computed)
        node = self._node("check", item.kind, stated.value, computed.value, *_iris(inputs))
        yield node, RDF.type, ZJ.ArithmeticCheck
        yield node, ZJ.kind, Literal(item.kind)
        for observation in inputs:
            yield node, ZJ.input, observation
        yield node, ZJ.stated, stated
        yield node, ZJ.computed, computed
        yield node, ZJ.fits, boolean(item.fits)
        yield from reasoning(node, item.reason)

    def corroboration(self, item: Corroboration) -> Iterator[Fact]:
        """The claims, how many they are, and the origins with what ties each together."""
        claims = [self.claim(reference) for reference in item.claims]
        node = self._node("corroboration", *_iris(claims))
        yield node, RDF.type, ZJ.Corroboration
        for claim in claims:
            yield node, ZJ.claim, claim
        yield node, ZJ.mentionCount, integer(len(set(claims)))
        yield node, ZJ.articleCount, integer(item.articles)
        yield node, ZJ.originCount, integer(len(item.origins))
        for origin in item.origins:
            members = [self.claim(reference) for reference in origin.claims]
            source = self._node("origin", *_iris(members))
            yield node, ZJ.origin, source
            yield source, RDF.type, ZJ.Origin
            for claim in members:
                yield source, ZJ.claim, claim
            for tie in origin.ties:
                yield source, ZJ.tie, Literal(tie)

    def derivation(self, item: Derivation) -> Iterator[Fact]:
        """A computed value with its inputs; never an observation of an article."""
        inputs = [self.claim(reference) for reference in item.inputs]
        node = self._node("value", item.kind, *_iris(inputs))
        yield node, RDF.type, ZJ.DerivedValue
        yield node, ZJ.kind, Literal(item.kind)
        for observation in inputs:
            yield node, ZJ.input, observation
        yield node, ZJ.value, decimal(item.value)
        yield node, ZJ.unit, Literal(item.unit)
        if item.subject:
            yield node, ZJ.subject, NamedNode(item.subject)
        for term, iso in ((ZJ.periodStart, item.start), (ZJ.periodEnd, item.end)):
            if iso:
                yield node, term, period_end(iso)
        yield from reasoning(node, item.reason)

    def repost(self, item: Repost) -> Iterator[Fact]:
        """The two articles and how much of the shorter one both have."""
        articles = [NamedNode(self.minter.article(source)) for source in (item.first, item.second)]
        node = self._node("repost", *_iris(articles))
        yield node, RDF.type, ZJ.Repost
        for article in articles:
            yield node, ZJ.repeats, article
        yield node, ZJ.sharedText, decimal(Decimal(str(item.share)))

    def _node(self, kind: str, *content: str) -> NamedNode:
        return NamedNode(self.minter.derived(kind, *content))


def _iris(nodes: Sequence[NamedNode]) -> list[str]:
    return [node.value for node in nodes]
