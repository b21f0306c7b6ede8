"""A named view is built: what is selected, joined, measured and drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Store

from zjkg.errors import Bilingual
from zjkg.export.definitions import ViewDefinition, views
from zjkg.export.drawing import draw
from zjkg.export.edges import EDGE_COLUMNS, assemble
from zjkg.export.limits import limits
from zjkg.export.nodes import (
    ENTITY_COLUMNS,
    MEASURE_COLUMNS,
    OBSERVATION,
    OBSERVATION_COLUMNS,
    Draft,
    articles,
    entities,
)
from zjkg.export.observations import observation_edges, observation_nodes, read_observations
from zjkg.export.selection import Facts, read_facts
from zjkg.export.statements import Statement, co_occurrences, relations, roles
from zjkg.export.suggestion import unknown_name
from zjkg.export.view import View

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Possible nodes and edges; an edge may still lead to a node that the view leaves out."""

    drafts: list[Draft]
    statements: list[Statement]
    crowded: int = 0


def build_view(store: Store, name: str, *, co_occurrence: bool = True) -> View:
    """The view of that name over everything in the store.

    Args:
        store: The store; the union of its graphs is read, nothing is written.
        name: One of ``views()``.
        co_occurrence: False leaves out edges between entities that only share a sentence.

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
    edges = assemble(statements, facts)
    columns = ENTITY_COLUMNS + (OBSERVATION_COLUMNS if definition.observations else ())
    return View(
        name=name,
        title=definition.title,
        description=definition.description,
        node_columns=columns + MEASURE_COLUMNS,
        edge_columns=EDGE_COLUMNS,
        nodes=draw(drafts, columns, edges),
        edges=tuple(edges),
        as_of=_newest(article.date for article in facts.articles.values()),
        notes=tuple(limits(len(drafts), len(edges), candidates.crowded)),
    )


def _candidates(
    store: Store, facts: Facts, definition: ViewDefinition, *, co_occurrence: bool
) -> _Candidates:
    wanted = definition.anchors | definition.neighbours
    drafts = [draft for draft in entities(facts) if draft.type in wanted]
    statements: list[Statement] = []
    if definition.predicates:
        statements.extend(relations(store, facts, definition))
    if definition.roles:
        statements.extend(roles(store, facts))
    if definition.observations:
        found = read_observations(store)
        drafts.extend(observation_nodes(found, facts))
        drafts.extend(articles(facts))
        statements.extend(observation_edges(store, found, facts))
    if definition.co_occurrence and co_occurrence:
        shared = co_occurrences(store, facts)
        return _Candidates(drafts, [*statements, *shared.statements], shared.crowded)
    return _Candidates(drafts, statements)


def _keep(
    candidates: _Candidates, definition: ViewDefinition
) -> tuple[list[Draft], list[Statement]]:
    """The anchors, the edges that touch one, and the neighbours that such an edge reaches."""
    anchors = definition.anchors | ({OBSERVATION} if definition.observations else set())
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
    return max((date for date in dates if _DAY.fullmatch(date)), default="")
