"""Drafts of nodes become nodes: measured, coloured by type, sized by degree, placed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from zjkg.export.labels import shorten
from zjkg.export.layout import place
from zjkg.export.measures import Link, Measures, measure
from zjkg.export.nodes import ARTICLE, MEASURE, OBSERVATION, STAGE, Draft
from zjkg.export.statements import CO_OCCURRENCE
from zjkg.export.view import Colour, Column, Edge, Node, Seen, Value
from zjkg.model import EntityType

# Only in the drawing: to be named together binds less than to be related.
_CO_OCCURRENCE_PULL = 0.25
_SMALLEST, _LARGEST = 4.0, 20.0
# Hues that stay apart for colour-blind readers as far as thirteen types allow.
_COLOURS = {
    EntityType.ORGANIZATION.value: Colour(0, 114, 178),
    EntityType.PERSON.value: Colour(213, 94, 0),
    EntityType.PARK.value: Colour(0, 158, 115),
    EntityType.PLACE.value: Colour(148, 203, 236),
    EntityType.EVENT.value: Colour(204, 121, 167),
    EntityType.PRODUCT.value: Colour(230, 159, 0),
    EntityType.INDEX.value: Colour(126, 41, 84),
    EntityType.POLICY.value: Colour(93, 76, 60),
    EntityType.PROJECT.value: Colour(194, 189, 55),
    OBSERVATION: Colour(120, 120, 120),
    ARTICLE: Colour(40, 40, 40),
    MEASURE: Colour(86, 180, 233),
    STAGE: Colour(240, 190, 60),
}


def draw(
    drafts: Sequence[Draft], columns: Sequence[Column], edges: Sequence[Edge]
) -> tuple[Node, ...]:
    """The nodes of a view, in the order of the drafts.

    Args:
        drafts: The nodes in their final order.
        columns: The columns before the measures.
        edges: The edges between them, in their final order.
    """
    index = {draft.id: number for number, draft in enumerate(drafts)}
    measures = measure(len(drafts), _links(edges, index, co_occurrence=1.0))
    largest = max((found.weighted_degree for found in measures), default=0.0)
    sizes = [_size(found.weighted_degree, largest) for found in measures]
    positions = place(
        sizes,
        _links(edges, index, co_occurrence=_CO_OCCURRENCE_PULL),
        [found.community for found in measures],
    )
    return tuple(
        Node(
            draft.id,
            shorten(draft.full_label),
            _values(draft, columns, found, seen),
            _COLOURS[draft.type],
            size,
            x,
            y,
            seen,
        )
        for draft, found, size, (x, y), seen in zip(
            drafts, measures, sizes, positions, _lives(drafts, edges), strict=True
        )
    )


def _lives(drafts: Sequence[Draft], edges: Sequence[Edge]) -> list[Seen | None]:
    """When each node was seen: by itself, or at an end of an edge."""
    days: dict[str, list[str]] = {
        draft.id: [*draft.seen.days] if draft.seen else [] for draft in drafts
    }
    for edge in edges:
        if edge.seen:
            days[edge.source] += edge.seen.days
            days[edge.target] += edge.seen.days
    return [Seen.over(days[draft.id]) for draft in drafts]


def _links(edges: Sequence[Edge], index: dict[str, int], *, co_occurrence: float) -> list[Link]:
    return [
        Link(
            index[edge.source],
            index[edge.target],
            edge.weight * (co_occurrence if edge.kind == CO_OCCURRENCE else 1.0),
            edge.directed,
        )
        for edge in edges
    ]


def _size(degree: float, largest: float) -> float:
    """A radius whose area grows with the weighted degree."""
    share = math.sqrt(degree / largest) if largest else 0.0
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * share, 2)


def _values(
    draft: Draft, columns: Sequence[Column], found: Measures, seen: Seen | None
) -> tuple[Value, ...]:
    own: dict[str, Value] = {**draft.values, "type": draft.type, "fullLabel": draft.full_label}
    if seen:
        own |= {"firstSeen": seen.first, "lastSeen": seen.last}
    return (
        *(own.get(column.name) for column in columns),
        found.degree,
        found.weighted_degree,
        found.page_rank,
        found.betweenness,
        found.community,
    )
