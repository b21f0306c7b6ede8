"""Drafts of nodes become nodes: measured, coloured by type, sized by degree, placed."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from zjkg.export.labels import shorten
from zjkg.export.layout import place
from zjkg.export.links import Link, Links
from zjkg.export.measures import Measures, measure
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
    drafts: Sequence[Draft], columns: Sequence[Column], edges: Iterable[Edge]
) -> tuple[Node, ...]:
    """The nodes of a view, in the order of the drafts.

    Args:
        drafts: The nodes in their final order.
        columns: The columns before the measures.
        edges: The edges between them, in their final order.
    """
    links, is_co_occurrence, lives = _read(drafts, edges)
    measures = measure(len(drafts), links)
    largest = max((found.weighted_degree for found in measures), default=0.0)
    sizes = [_size(found.weighted_degree, largest) for found in measures]
    positions = place(
        sizes,
        replace(links, weight=links.weight * np.where(is_co_occurrence, _CO_OCCURRENCE_PULL, 1.0)),
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
            drafts, measures, sizes, positions, lives, strict=True
        )
    )


def _read(
    drafts: Sequence[Draft], edges: Iterable[Edge]
) -> tuple[Links, NDArray[np.bool_], list[Seen | None]]:
    """The edges as links, which of them are co-occurrences, and when each node was seen.

    A node is seen by itself, or at an end of an edge.
    """
    index = {draft.id: number for number, draft in enumerate(drafts)}
    lives = [draft.seen for draft in drafts]
    is_co_occurrence = array("b")

    def links() -> Iterator[Link]:
        for edge in edges:
            source, target = index[edge.source], index[edge.target]
            for end in (source, target):
                lives[end] = Seen.together(lives[end], edge.seen)
            is_co_occurrence.append(edge.kind == CO_OCCURRENCE)
            yield Link(source, target, edge.weight, edge.directed)

    found = Links.of(links())
    return found, np.array(is_co_occurrence, dtype=np.bool_), lives


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
