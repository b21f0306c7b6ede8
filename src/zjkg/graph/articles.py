"""The graph of one article version: what is stored, who is named, what is said, what was left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from zoneinfo import ZoneInfo

from pyoxigraph import Literal, NamedNode, Quad

from zjkg.errors import Bilingual
from zjkg.graph.builder import ArticleGraph
from zjkg.graph.claims import write_claims
from zjkg.graph.observations import write_observations
from zjkg.graph.terms import ENTITY_CLASSES, date, decimal, instant, integer, web_address, words
from zjkg.graph.topics import write_topics
from zjkg.ids import Minter
from zjkg.model import (
    ArticleRecord,
    Dropped,
    Entity,
    EntityType,
    Identity,
    Mention,
    Name,
    Span,
)
from zjkg.vocab import DCTERMS, OA, PROV, RDF, RDFS, SCHEMA, ZJ

_CONFIDENCE = Decimal("0.0001")


def entity_types(identity: Identity) -> dict[str, EntityType]:
    """The type of every real thing by IRI; made once and handed to ``article_quads``."""
    return {entity.iri: entity.type for entity in identity.entities}


def article_quads(
    record: ArticleRecord,
    identity: Identity,
    minter: Minter,
    *,
    zone: ZoneInfo,
    types: Mapping[str, EntityType] | None = None,
) -> Iterator[Quad]:
    """The quads of one article version, all in the graph named by its version.

    Args:
        record: What is known from the article alone.
        identity: Who is who; has an IRI for every entity of the record.
        minter: Makes the IRIs.
        zone: Where the local publication date is reckoned.
        types: ``entity_types(identity)``, where many articles are written.

    Raises:
        GroundingError: A span leaves the text, or a name is not what stands at its span.
        ZjkgError: The identity lacks an entity.
    """
    known = entity_types(identity) if types is None else types
    graph = ArticleGraph(record, identity, minter, known)
    _write_version(graph)
    _write_metadata(graph, zone)
    _write_removals(graph)
    for entity in record.entities:
        _write_entity(graph, entity)
    _write_names(graph)
    write_observations(graph)
    write_claims(graph)
    write_topics(graph)
    _write_dropped(graph)
    return graph.quads()


def _write_version(graph: ArticleGraph) -> None:
    article, version = graph.article, graph.version
    graph.add(version, RDF.type, ZJ.ArticleVersion)
    graph.add(version, PROV.specializationOf, _article_node(graph))
    graph.add(version, ZJ.source, Literal(article.source))
    graph.add(version, ZJ.text, words(article.text, article.language.value))
    graph.add(version, ZJ.digest, Literal(article.digest))
    graph.add(version, ZJ.encoding, Literal(article.encoding))
    graph.add(version, DCTERMS.format, Literal(article.media_type))


def _article_node(graph: ArticleGraph) -> NamedNode:
    return NamedNode(graph.minter.article(graph.article.source))


def _write_metadata(graph: ArticleGraph, zone: ZoneInfo) -> None:
    article, node = graph.article, _article_node(graph)
    graph.add(node, RDF.type, SCHEMA.NewsArticle)
    graph.add(node, ZJ.source, Literal(article.source))
    graph.add(node, DCTERMS.language, Literal(article.language.value))
    if article.title is not None:
        graph.add(node, SCHEMA.headline, graph.words(article.title))
    if article.published is not None:
        moment = article.published.instant
        graph.add(node, DCTERMS.issued, instant(moment))
        graph.add(node, ZJ.issuedLocal, date(moment.astimezone(zone).date().isoformat()))
    if article.url is not None:
        graph.add(node, SCHEMA.url, web_address(article.url))
    publisher = None if article.publisher is None else _entity_at(graph, article.publisher)
    if publisher is not None:
        graph.add(node, DCTERMS.publisher, graph.entity(publisher.key))
    for credit in article.credits:
        author = _entity_at(graph, credit.name) if credit.is_author else None
        if author is not None and author.type is EntityType.PERSON:
            graph.add(node, SCHEMA.author, graph.entity(author.key))


def _entity_at(graph: ArticleGraph, span: Span) -> Entity | None:
    """The entity with the longest mention inside a span."""
    mentions = graph.record.recognition.mentions
    inside = [
        (mentions[index].span.start - mentions[index].span.end, mentions[index].span.start, entity)
        for entity in graph.record.entities
        for index in entity.mentions
        if span.covers(mentions[index].span)
    ]
    return min(inside, key=lambda found: found[:2])[2] if inside else None


def _write_removals(graph: ArticleGraph) -> None:
    seen: Counter[tuple[int, str, str]] = Counter()
    for removal in graph.article.removals:
        content = (removal.position, removal.rule, removal.text)
        node = graph.part("removal", *content, seen[content])
        seen[content] += 1
        graph.add(node, RDF.type, ZJ.Removal)
        graph.add(node, ZJ.removedFrom, graph.version)
        graph.add(node, ZJ.text, Literal(removal.text))
        graph.add(node, ZJ.position, integer(removal.position))
        graph.add(node, ZJ.rule, Literal(removal.rule))
        graph.reason(node, removal.reason)


def _write_entity(graph: ArticleGraph, entity: Entity) -> None:
    node = graph.entity(entity.key)
    graph.add(node, RDF.type, graph.entity_class(entity))
    for name in entity.names:
        graph.quote(name.span, name.text)
        graph.add(node, RDFS.label, words(name.text, name.language.value))
    for index in entity.mentions:
        _write_mention(graph, graph.record.recognition.mentions[index], node)


def _write_names(graph: ArticleGraph) -> None:
    """One name per thing and article, the preferred one, so that a query finds one label."""
    names: dict[NamedNode, list[Name]] = {}
    for entity in graph.record.entities:
        names.setdefault(graph.entity(entity.key), []).append(entity.names[0])
    for node, candidates in names.items():
        best = max(candidates, key=lambda name: (len(name.text), -name.span.start))
        graph.add(node, ZJ.name, words(best.text, best.language.value))


def _write_mention(graph: ArticleGraph, mention: Mention, entity: NamedNode) -> None:
    node = graph.part("mention", mention.span.start, mention.span.end, mention.type.value)
    graph.add(node, RDF.type, ZJ.Mention, OA.Annotation)
    graph.add(node, OA.hasBody, entity)
    graph.add(node, OA.hasTarget, graph.span(mention.span))
    graph.add(node, OA.motivatedBy, OA.identifying)
    graph.add(node, ZJ.mentionType, ENTITY_CLASSES[mention.type])
    graph.add(node, ZJ.evidenceKind, *map(Literal, mention.evidence))
    score = Decimal(repr(mention.score)).quantize(_CONFIDENCE)
    graph.add(node, ZJ.confidence, decimal(score))


def _write_dropped(graph: ArticleGraph) -> None:
    record = graph.record
    dropped = (*record.recognition.dropped, *record.measurement.dropped, *record.claims.dropped)
    for candidate in (*dropped, *_unlinked(record)):
        offsets = (candidate.span.start, candidate.span.end)
        node = graph.part("dropped", candidate.step, candidate.rule, *offsets, candidate.reason.en)
        graph.add(node, RDF.type, ZJ.DroppedCandidate)
        graph.add(node, ZJ.step, Literal(candidate.step))
        graph.add(node, ZJ.rule, Literal(candidate.rule))
        graph.add(node, ZJ.focus, graph.span(candidate.span))
        graph.reason(node, candidate.reason)


def _unlinked(record: ArticleRecord) -> Iterator[Dropped]:
    """Mentions that no entity took; kept as candidates, so that they can be listed."""
    linked = {index for entity in record.entities for index in entity.mentions}
    reason = Bilingual("no entity has this mention", "没有实体包含该提及")
    for index, mention in enumerate(record.recognition.mentions):
        if index not in linked:
            yield Dropped("linking", "mention-without-entity", mention.span, reason)
