"""Indexes, alliances and trade in licences as quads: the subjects of the articles as things."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from zjkg.graph.builder import ArticleGraph
from zjkg.graph.keys import (
    dimension_scheme_iri,
    edition_iri,
    licence_trade_iri,
    observation_iri,
    participation_iri,
)
from zjkg.graph.terms import decimal, integer, period_end
from zjkg.model import DimensionScheme, Evidence, IndexEdition, LicenceTrade, Participation
from zjkg.vocab import ORG, RDF, SKOS, ZJ


def write_topics(graph: ArticleGraph) -> None:
    """Writes editions and dimensions of indexes, alliances and parts in them, licence trade.

    That an organization is an alliance follows from its name, so its mentions are the evidence.
    """
    claims = graph.record.claims
    for edition in claims.editions:
        _write_edition(graph, edition)
    for scheme in claims.dimension_schemes:
        _write_dimensions(graph, scheme)
    for key in claims.alliances:
        if graph.entity_class(graph.entities[key]) == ZJ.Organization:
            graph.add(graph.entity(key), RDF.type, ZJ.Alliance)
    for participation in claims.participations:
        _write_participation(graph, participation)
    for trade in claims.licence_trades:
        _write_licence_trade(graph, trade)


def _write_edition(graph: ArticleGraph, edition: IndexEdition) -> None:
    iri = edition_iri(graph.record, edition, graph.minter)
    first, *others = edition.evidence
    node = graph.claim(iri, (ZJ.IndexEdition,), first, edition.rule)
    for evidence in others:
        graph.add(node, ZJ.evidence, graph.span(evidence.sentence))
        graph.add(node, ZJ.focus, *map(graph.span, evidence.focus))
    graph.speaker(node, edition.speaker)
    graph.add(node, ZJ.editionOf, graph.entity(edition.index))
    for term, year in (
        (ZJ.reportYear, edition.report_year),
        (ZJ.dataYear, edition.data_year),
        (ZJ.baseYear, edition.base_year),
    ):
        if year is not None:
            graph.add(node, term, period_end(year))
    if edition.base_value is not None:
        graph.add(node, ZJ.baseValue, decimal(edition.base_value))
    for term, numbers in ((ZJ.editionValue, edition.values), (ZJ.editionGrowth, edition.growth)):
        graph.add(node, term, *(_observation(graph, number) for number in numbers))


def _write_dimensions(graph: ArticleGraph, scheme: DimensionScheme) -> None:
    iri = dimension_scheme_iri(graph.record, scheme, graph.minter)
    kinds = (ZJ.DimensionScheme, SKOS.ConceptScheme)
    node = graph.claim(iri, kinds, scheme.evidence, scheme.rule)
    graph.add(node, ZJ.dimensionsOf, graph.entity(scheme.index))
    if scheme.title is not None:
        graph.add(node, SKOS.prefLabel, graph.words(scheme.title))
    for order, span in enumerate(scheme.dimensions, start=1):
        part = graph.part("dimension", iri, span.start, span.end).value
        evidence = Evidence(scheme.evidence.sentence, (span,))
        concept = graph.claim(part, (ZJ.IndexDimension, SKOS.Concept), evidence, scheme.rule)
        graph.add(concept, SKOS.inScheme, node)
        graph.add(concept, SKOS.prefLabel, graph.words(span))
        graph.add(concept, ZJ.order, integer(order))


def _write_participation(graph: ArticleGraph, item: Participation) -> None:
    iri = participation_iri(graph.record, item, graph.minter)
    node = graph.claim(iri, (ZJ.Participation, ORG.Membership), item.evidence, item.rule)
    graph.add(node, ORG.member, graph.entity(item.participant))
    graph.add(node, ORG.organization, graph.entity(item.alliance))
    graph.add(node, ZJ.part, graph.words(item.part))
    graph.add(node, ZJ.partKind, *(Literal(kind.value) for kind in item.kinds))
    graph.add(node, ZJ.modality, Literal(item.modality.value))
    graph.speaker(node, item.speaker)


def _write_licence_trade(graph: ArticleGraph, trade: LicenceTrade) -> None:
    iri = licence_trade_iri(graph.record, trade, graph.minter)
    node = graph.claim(iri, (ZJ.LicenceTrade,), trade.evidence, trade.rule)
    graph.speaker(node, graph.record.claims.observations[trade.observation].speaker)
    graph.add(node, ZJ.figure, _observation(graph, trade.observation))
    if trade.direction is not None:
        graph.add(node, ZJ.tradeDirection, Literal(trade.direction.value))


def _observation(graph: ArticleGraph, number: int) -> NamedNode:
    return NamedNode(observation_iri(graph.record, number, graph.minter))
