"""Roles, relations, milestones, quotations and judged links as quads."""

from __future__ import annotations

from pyoxigraph import Literal

from zjkg.graph.builder import ArticleGraph
from zjkg.graph.keys import milestone_iri, quotation_iri, relation_iri, role_iri
from zjkg.graph.terms import RELATION_PROPERTIES, boolean, period_end
from zjkg.model import Evidence, Milestone, Modality, Quotation, Relation, Role, Span, StockLink
from zjkg.vocab import ORG, RDF, ZJ

_LINK_RULE = "security-link"


def write_claims(graph: ArticleGraph) -> None:
    """Writes every claim of the article except its observations."""
    claims = graph.record.claims
    for role in claims.roles:
        _write_role(graph, role)
    for relation in claims.relations:
        _write_relation(graph, relation)
    for milestone in claims.milestones:
        _write_milestone(graph, milestone)
    for quotation in claims.quotations:
        _write_quotation(graph, quotation)
    for link in claims.stock_links:
        _write_stock_link(graph, link)


def _write_role(graph: ArticleGraph, role: Role) -> None:
    iri = role_iri(graph.record, role, graph.minter)
    node = graph.claim(iri, (ZJ.Role, ORG.Membership), role.evidence, role.rule)
    person = graph.entity(role.person)
    graph.add(node, ORG.member, person)
    graph.add(node, ZJ.post, graph.words(role.post))
    graph.add(node, ZJ.focus, graph.span(role.post))
    if role.organization is not None:
        organization = graph.entity(role.organization)
        graph.add(node, ORG.organization, organization)
        graph.add(person, ORG.memberOf, organization)


def _write_relation(graph: ArticleGraph, relation: Relation) -> None:
    iri = relation_iri(graph.record, relation, graph.minter)
    node = graph.claim(iri, (ZJ.Relation, RDF.Statement), relation.evidence, relation.rule)
    subject, value = graph.entity(relation.subject), graph.entity(relation.object)
    predicate = RELATION_PROPERTIES[relation.predicate]
    graph.add(node, RDF.subject, subject)
    graph.add(node, RDF.predicate, predicate)
    graph.add(node, RDF.object, value)
    graph.add(node, ZJ.modality, Literal(relation.modality.value))
    graph.speaker(node, relation.speaker)
    if relation.modality is Modality.ACTUAL:
        graph.add(subject, predicate, value)


def _write_milestone(graph: ArticleGraph, milestone: Milestone) -> None:
    iri = milestone_iri(graph.record, milestone, graph.minter)
    node = graph.claim(iri, (ZJ.Milestone,), milestone.evidence, milestone.rule)
    graph.add(node, ZJ.subject, graph.entity(milestone.subject))
    if milestone.thing is not None:
        graph.add(node, ZJ.thing, graph.words(milestone.thing))
    graph.add(node, ZJ.milestoneKind, Literal(milestone.kind.value))
    graph.add(node, ZJ.periodStart, period_end(milestone.start))
    graph.add(node, ZJ.periodEnd, period_end(milestone.end))
    graph.add(node, ZJ.modality, Literal(milestone.modality.value))
    graph.speaker(node, milestone.speaker)


def _write_quotation(graph: ArticleGraph, quotation: Quotation) -> None:
    iri = quotation_iri(graph.record, quotation, graph.minter)
    node = graph.claim(iri, (ZJ.Quotation,), Evidence(quotation.evidence.sentence), quotation.rule)
    graph.add(node, ZJ.focus, *map(graph.span, quotation.parts))
    whole = Span(
        min(part.start for part in quotation.parts), max(part.end for part in quotation.parts)
    )
    graph.add(node, ZJ.text, graph.words(whole))
    graph.speaker(node, quotation.speaker)


def _write_stock_link(graph: ArticleGraph, judged: StockLink) -> None:
    link = graph.article.links[judged.link]
    evidence = Evidence(_sentence(graph, link.span), (link.span,))
    code, exchange = link.code, link.exchange
    offsets = (link.span.start, link.span.end)
    iri = graph.part("stock-link", *offsets, link.href, code or "", exchange or "").value
    node = graph.claim(iri, (ZJ.StockLink,), evidence, _LINK_RULE)
    graph.add(node, ZJ.anchor, graph.words(link.span))
    graph.add(node, ZJ.accepted, boolean(judged.accepted))
    graph.reason(node, judged.reason)
    subjects = [node]
    if judged.accepted and judged.entity is not None:
        subjects.append(graph.entity(judged.entity))
        graph.add(node, ZJ.about, subjects[1])
    for subject in subjects:
        if code is not None:
            graph.add(subject, ZJ.code if subject is node else ZJ.stockCode, Literal(code))
        if exchange is not None:
            graph.add(subject, ZJ.exchange, Literal(exchange))


def _sentence(graph: ArticleGraph, span: Span) -> Span:
    """The sentence that holds a link; else its line, since a link may stand in a by-line."""
    holders = [item.span for item in graph.article.sentences if item.span.covers(span)]
    holders += [item.span for item in graph.article.blocks if item.span.covers(span)]
    return holders[0] if holders else span
