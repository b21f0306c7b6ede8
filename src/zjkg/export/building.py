"""A named view is built: what is selected, joined, measured and drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Store

from zjkg.errors import Bilingual
from zjkg.export.definitions import ViewDefinition, views
from zjkg.export.drawing import draw
from zjkg.export.edges import EDGE_COLUMNS, assemble
from zjkg.export.limits import limits
from zjkg.export.metrics import metrics
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
from zjkg.export.observations import observation_edges, observation_nodes, read_observations
from zjkg.export.origins import read_origins
from zjkg.export.selection import Facts, read_facts
from zjkg.export.sentences import Sentences
from zjkg.export.stages import stages
from zjkg.export.statements import Statement, co_occurrences, relations, roles
from zjkg.export.suggestion import unknown_name
from zjkg.export.view import Column, Seen, View, Weight


@dataclass(slots=True)
class _Candidates:
    """Possible nodes and edges; an edge may still lead to a node that the view leaves out."""

    drafts: list[Draft]
    statements: list[Statement] = field(default_factory=list)
    crowded: int = 0
    unnamed: int = 0


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
    drafts, statements = _keep(candidates, definition)
    edges = assemble(statements, facts, read_origins(store), weight)
    columns = _columns(definition)
    return View(
        name=name,
        title=definition.title,
        description=definition.description,
        node_columns=columns + MEASURE_COLUMNS,
        edge_columns=EDGE_COLUMNS,
        nodes=draw(drafts, columns, edges),
        edges=tuple(edges),
        as_of=_newest(article.date for article in facts.articles.values()),
        notes=tuple(limits(len(drafts), len(edges), candidates.crowded, candidates.unnamed)),
        evidence=Sentences(facts),
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
    found = _Candidates([draft for draft in entities(facts) if draft.type in wanted])
    if definition.predicates:
        found.statements.extend(relations(store, facts, definition))
    if definition.roles:
        found.statements.extend(roles(store, facts))
    if definition.observations or definition.metrics:
        _add_observations(found, store, facts, definition)
    if definition.stages:
        reached = stages(store, facts)
        found.drafts.extend(reached.drafts)
        found.statements.extend(reached.statements)
    if definition.co_occurrence and co_occurrence:
        shared = co_occurrences(store, facts)
        found.statements.extend(shared.statements)
        found.crowded = shared.crowded
    return found


def _add_observations(
    found: _Candidates, store: Store, facts: Facts, definition: ViewDefinition
) -> None:
    """The observations themselves, or what they measure; the articles in both cases."""
    read = read_observations(store)
    found.drafts.extend(articles(facts))
    if definition.observations:
        found.drafts.extend(observation_nodes(read, facts))
        found.statements.extend(observation_edges(store, read, facts))
    if definition.metrics:
        measured = metrics(store, read, facts)
        found.drafts.extend(measured.drafts)
        found.statements.extend(measured.statements)
        found.unnamed = measured.unnamed


def _keep(
    candidates: _Candidates, definition: ViewDefinition
) -> tuple[list[Draft], list[Statement]]:
    """The anchors, the edges that touch one, and the neighbours that such an edge reaches."""
    anchors: set[str] = {*definition.anchors}
    anchors |= {OBSERVATION} if definition.observations else set()
    anchors |= {MEASURE} if definition.metrics else set()
    types = {draft.id: draft.type for draft in candidates.drafts}
    statements = [
        statement
        for statement in candidates.statements
        if statement.source in types
        and statement.target in types
        and (types[statement.source] in anchors or types[statement.target] in anchors)
    ]
    reached = {end for statement in statements for end in (statement.source, statement.target)}
    drafts = [draft for draft in candidates.drafts if draft.type in anchors or draft.id in reached]
    return sorted(drafts, key=lambda draft: draft.id), statements


def _newest(dates: Iterable[str]) -> str:
    """The last of the dates that are whole days; files carry it as their date."""
    seen = Seen.over(dates)
    return seen.last if seen else ""
