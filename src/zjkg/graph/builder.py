"""Collects the quads of one article and proves every quote on its way in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from zjkg.errors import Bilingual, GroundingError, ZjkgError
from zjkg.graph.keys import version_iri
from zjkg.graph.terms import ENTITY_CLASSES, both, integer, words
from zjkg.ids import Minter
from zjkg.model import ArticleRecord, Entity, EntityType, Evidence, Identity, LocalKey, Span
from zjkg.vocab import OA, RDF, ZJ

Term = NamedNode | Literal


class ArticleGraph:
    """The graph of one article version while it is written. No quad is kept twice."""

    def __init__(
        self,
        record: ArticleRecord,
        identity: Identity,
        minter: Minter,
        types: Mapping[str, EntityType],
    ) -> None:
        self.record = record
        self.article = record.article
        self.minter = minter
        self.version = NamedNode(version_iri(record, minter))
        self.entities: dict[str, Entity] = {entity.key: entity for entity in record.entities}
        self._iris = identity.iris
        self._types = types
        self._quads: dict[Quad, None] = {}
        self._spans: dict[Span, NamedNode] = {}
        self._sentence_starts = [sentence.span.start for sentence in self.article.sentences]

    def add(self, subject: NamedNode, predicate: NamedNode, *objects: Term) -> None:
        """Adds one quad for each object."""
        for value in objects:
            self._quads[Quad(subject, predicate, value, self.version)] = None

    def quads(self) -> Iterator[Quad]:
        """The quads in the order in which they were added."""
        return iter(self._quads)

    def part(self, kind: str, *content: str | int) -> NamedNode:
        """A node of this version."""
        return NamedNode(self.minter.part(self.version.value, kind, *content))

    def entity(self, key: str) -> NamedNode:
        """The IRI of a local entity.

        Raises:
            ZjkgError: The identity does not know the key.
        """
        iri = self._iris.get(LocalKey(self.article.source, key))
        if iri is None:
            raise ZjkgError(
                Bilingual(f"entity {key} has no IRI", f"实体 {key} 没有 IRI"),
                where=self.article.source,
                expected=Bilingual("an identity over all records", "涵盖全部记录的实体身份"),
                next_step=Bilingual("resolve identity again", "请重新解析实体身份"),
            )
        return NamedNode(iri)

    def entity_class(self, entity: Entity) -> NamedNode:
        """The class of the real thing; the article's own reading where identity has none."""
        return ENTITY_CLASSES[self._types.get(self.entity(entity.key).value, entity.type)]

    def quote(self, span: Span, expected: str | None = None) -> str:
        """The characters of a span, proved to be there.

        Raises:
            GroundingError: The span is empty, leaves the text, or is not ``expected``.
        """
        text = self.article.text
        found = span.of(text)
        inside = 0 <= span.start < span.end <= len(text)
        if not inside or (expected is not None and found != expected):
            where = f"{self.article.source} [{span.start}, {span.end})"
            wanted = expected if expected is not None else f"0 ≤ start < end ≤ {len(text)}"
            raise GroundingError(
                Bilingual(f"no such quote: {found!r}", f"引文不在该处：{found!r}"),
                where=where,
                expected=Bilingual(wanted, wanted),
                next_step=Bilingual("read the article again", "请重新读取该文章"),
            )
        return found

    def language(self, span: Span) -> str:
        """The language of the sentence in which a span starts, else that of the article."""
        index = bisect_right(self._sentence_starts, span.start) - 1
        if index >= 0 and self.article.sentences[index].span.end > span.start:
            return self.article.sentences[index].language.value
        return self.article.language.value

    def words(self, span: Span) -> Literal:
        """The words of a span with their language."""
        return words(self.quote(span), self.language(span))

    def span(self, span: Span) -> NamedNode:
        """The selected part of this version at a span, with both of its selectors."""
        known = self._spans.get(span)
        if known is not None:
            return known
        exact = self.quote(span)
        offsets = (span.start, span.end)
        node, quote, position = (self.part(kind, *offsets) for kind in ("span", "quote", "offsets"))
        self.add(node, RDF.type, OA.SpecificResource)
        self.add(node, OA.hasSource, self.version)
        self.add(node, OA.hasSelector, quote, position)
        self.add(quote, RDF.type, OA.TextQuoteSelector)
        self.add(quote, OA.exact, Literal(exact))
        self.add(position, RDF.type, OA.TextPositionSelector)
        self.add(position, OA.start, integer(span.start))
        self.add(position, OA.end, integer(span.end))
        self._spans[span] = node
        return node

    def claim(
        self, iri: str, kinds: Iterable[NamedNode], evidence: Evidence, rule: str
    ) -> NamedNode:
        """A claim with its classes, its sentence, the words that carry it, and its rule."""
        node = NamedNode(iri)
        self.add(node, RDF.type, ZJ.Claim, *kinds)
        self.add(node, ZJ.evidence, self.span(evidence.sentence))
        self.add(node, ZJ.focus, *map(self.span, evidence.focus))
        self.add(node, ZJ.rule, Literal(rule))
        return node

    def speaker(self, claim: NamedNode, key: str | None) -> None:
        """Who said it, where the text says so."""
        if key is not None:
            self.add(claim, ZJ.speaker, self.entity(key))

    def reason(self, node: NamedNode, reason: Bilingual) -> None:
        """Why, in both languages."""
        self.add(node, ZJ.reason, *both(reason))
