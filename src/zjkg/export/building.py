"""A named view is built: what is selected, joined, measured and drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Store

from zjkg.errors import Bilingual
from zjkg.export.definitions import ViewDefinition, views
from zjkg.export.drawing import Lines, draw
from zjkg.export.edges import EDGE_COLUMNS, Statements, assemble
from zjkg.export.limits import limits
from zjkg.export.metrics import Metrics
from zjkg.export.nodes import (
    ENTITY_COLUMNS,
    MEASURE,
    MEASURE_COLUMNS,
    METRIC_COLUMNS,
    OBSERVATION,
    OBSERVATION_COLUMNS,
    STAGE_COLUMNS,
    Draft,
    articles,
    entities,
)
from zjkg.export.observations import (
    contradictions,
    observation_edges,
    observation_nodes,
    read_observations,
)
from zjkg.export.origins import read_origins
from zjkg.export.said import Said, said_by_portions
from zjkg.export.selection import Facts, read_facts
from zjkg.export.sentences import evidence_of
from zjkg.export.stages import read_stages, stage_edges, stage_nodes
from zjkg.export.statements import (
    co_occurrences,
    is_crowded,
    named_together,
    relations,
    roles,
)
from zjkg.export.suggestion import unknown_name
from zjkg.export.told import count_claims, count_mentions
from zjkg.export.view import Column, Seen, View, Weight


@dataclass(slots=True)
class _Candidates:
    """Possible nodes and edges; an edge may still lead to a node that the view leaves out."""

    drafts: list[Draft] = field(default_factory=list)
    statements: Statements = field(default_factory=Statements)
    metrics: Metrics = field(default_factory=Metrics)
    crowded: int = 0


def build_view(
    store: Store, name: str, *, co_occurrence: bool = True, weight: Weight = Weight.EVIDENCE
) -> View:
    """The view of that name over everything in the store.

    Args:
        store: The store; the union of its graphs is read, nothing is written.
        name: One of ``views()``.
        co_occurrence: False leaves out edges between entities that only share a sentence.
        weight: What the weight of an edge counts.

    Returns:
        The view; it has no nodes where the store holds none of its kind.

    Raises:
        ExportError: There is no view of that name.
    """
    definition = views().get(name)
    if definition is None:
        raise unknown_name(Bilingual("view", "视图"), name, list(views()))
    facts = read_facts(store)
    candidates = _candidates(store, facts, definition, co_occurrence=co_occurrence)
    drafts = _keep(candidates, definition)
    lines = Lines(drafts)
    edges = assemble(candidates.statements, facts, read_origins(store), weight, lines.note)
    columns = _columns(definition)
    return View(
        name=name,
        title=definition.title,
        description=definition.description,
        node_columns=columns + MEASURE_COLUMNS,
        edge_columns=EDGE_COLUMNS,
        nodes=draw(drafts, columns, lines),
        edges=edges,
        as_of=_newest(article.date for article in facts.articles.values()),
        notes=tuple(
            limits(len(drafts), len(edges), candidates.crowded, candidates.metrics.unnamed)
        ),
        evidence=evidence_of(store, facts),
    )


def _columns(definition: ViewDefinition) -> tuple[Column, ...]:
    """The columns of the nodes before the measures."""
    return (
        *ENTITY_COLUMNS,
        *(OBSERVATION_COLUMNS if definition.observations else ()),
        *(METRIC_COLUMNS if definition.metrics else ()),
        *(STAGE_COLUMNS if definition.stages else ()),
    )


def _candidates(
    store: Store, facts: Facts, definition: ViewDefinition, *, co_occurrence: bool
) -> _Candidates:
    wanted = definition.anchors | definition.neighbours
    found = _Candidates()
    told = count_mentions(store, facts)
    for said in said_by_portions(store, facts):
        count_claims(said.claims, facts, told)
        _take(found, store, said, definition)
        if definition.co_occurrence and co_occurrence:
            named = named_together(store, facts, said)
            found.crowded += sum(map(is_crowded, named.values()))
            found.statements.take(co_occurrences(named, said))
    found.drafts.extend(draft for draft in entities(facts, told) if draft.type in wanted)
    if definition.observations:
        found.statements.take(contradictions(store, facts))
    if definition.metrics:
        found.drafts.extend(found.metrics.nodes(store))
    if definition.observations or definition.metrics:
        found.drafts.extend(articles(facts))
    return found


def _take(found: _Candidates, store: Store, said: Said, definition: ViewDefinition) -> None:
    """What the claims of some articles join."""
    if definition.predicates:
        found.statements.take(relations(said, definition))
    if definition.roles:
        found.statements.take(roles(said))
    if definition.observations or definition.metrics:
        observations = read_observations(store, said)
        if definition.observations:
            found.drafts.extend(observation_nodes(observations, said))
            found.statements.take(observation_edges(observations, said))
        if definition.metrics:
            found.statements.take(found.metrics.edges(store, observations, said))
    if definition.stages:
        reached = read_stages(store, said)
        found.drafts.extend(stage_nodes(reached, said))
        found.statements.take(stage_edges(reached, said))


def _keep(candidates: _Candidates, definition: ViewDefinition) -> list[Draft]:
    """The anchors, and the neighbours that an edge joins to one; other edges do not count on."""
    anchors: set[str] = {*definition.anchors}
    anchors |= {OBSERVATION} if definition.observations else set()
    anchors |= {MEASURE} if definition.metrics else set()
    known = {draft.id for draft in candidates.drafts}
    held = {draft.id for draft in candidates.drafts if draft.type in anchors}
    reached = candidates.statements.keep(known, held)
    drafts = [draft for draft in candidates.drafts if draft.id in held or draft.id in reached]
    return sorted(drafts, key=lambda draft: draft.id)


def _newest(dates: Iterable[str]) -> str:
    """The last of the dates that are whole days; files carry it as their date."""
    seen = Seen.over(dates)
    return seen.last if seen else ""
