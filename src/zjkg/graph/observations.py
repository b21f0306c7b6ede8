"""Observations as quads: a number with its hedge, its measure, its time and its owner."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from zjkg.graph.builder import ArticleGraph
from zjkg.graph.keys import observation_iri
from zjkg.graph.terms import both, date, decimal, period_end, words
from zjkg.model import Evidence, Observation, Period, Quantity, Span
from zjkg.vocab import QB, ZJ


def write_observations(graph: ArticleGraph) -> None:
    """Writes every observation of the article, and links those that restate one amount."""
    observations = graph.record.claims.observations
    nodes = [
        NamedNode(observation_iri(graph.record, index, graph.minter))
        for index in range(len(observations))
    ]
    first_of: dict[int, NamedNode] = {}
    for node, item in zip(nodes, observations, strict=True):
        first_of.setdefault(item.quantity, node)
    for node, item in zip(nodes, observations, strict=True):
        quantity = graph.record.measurement.quantities[item.quantity]
        _write(graph, node, item, quantity)
        other = None if quantity.equivalent_to is None else first_of.get(quantity.equivalent_to)
        if other is not None:
            graph.add(node, ZJ.equivalentTo, other)


def _write(graph: ArticleGraph, node: NamedNode, item: Observation, quantity: Quantity) -> None:
    evidence = Evidence(item.evidence.sentence, item.evidence.focus or (quantity.span,))
    graph.claim(node.value, (ZJ.Observation, QB.Observation), evidence, item.rule)
    _write_subject(graph, node, item)
    _write_words(graph, node, ZJ.measure, item.measure)
    _write_words(graph, node, ZJ.qualifier, item.qualifier)
    graph.add(node, ZJ.modality, Literal(item.modality.value))
    if item.change is not None:
        graph.add(node, ZJ.change, Literal(item.change.value))
    graph.speaker(node, item.speaker)
    graph.add(node, ZJ.restatedIn, *map(graph.span, item.restated))
    _write_quantity(graph, node, quantity)
    if quantity.period is not None:
        _write_period(graph, node, quantity.period)


def _write_subject(graph: ArticleGraph, node: NamedNode, item: Observation) -> None:
    if item.subject is not None:
        graph.add(node, ZJ.subject, graph.entity(item.subject))
    if item.subject_words is not None:
        graph.add(node, ZJ.subjectLabel, graph.words(item.subject_words))
    elif item.subject is not None:
        name = graph.entities[item.subject].names[0]
        graph.add(node, ZJ.subjectLabel, words(name.text, name.language.value))


def _write_quantity(graph: ArticleGraph, node: NamedNode, quantity: Quantity) -> None:
    graph.add(node, ZJ.value, decimal(quantity.value))
    if quantity.value_max is not None:
        graph.add(node, ZJ.valueMax, decimal(quantity.value_max))
    graph.add(node, ZJ.unit, Literal(quantity.unit))
    graph.add(node, ZJ.comparator, Literal(quantity.comparator.value))
    _write_words(graph, node, ZJ.shareOf, quantity.share_of)
    if quantity.ambiguity is not None:
        graph.add(node, ZJ.ambiguity, *both(quantity.ambiguity))


def _write_period(graph: ArticleGraph, node: NamedNode, period: Period) -> None:
    for term, end in ((ZJ.periodStart, period.start), (ZJ.periodEnd, period.end)):
        if end is not None:
            graph.add(node, term, period_end(end))
    if period.anchor is not None:
        graph.add(node, ZJ.periodAnchor, date(period.anchor))
    _write_words(graph, node, ZJ.periodExpression, period.expression)


def _write_words(graph: ArticleGraph, node: NamedNode, term: NamedNode, span: Span | None) -> None:
    if span is not None:
        graph.add(node, term, graph.words(span))
