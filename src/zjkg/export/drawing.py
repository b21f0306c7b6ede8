"""Drafts of nodes become nodes: measured, coloured by type, sized by degree, placed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from zjkg.export.labels import shorten
from zjkg.export.layout import place
from zjkg.export.links import Link, Links, Pairs
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


class Lines:
    """What a drawing needs to know of the edges, noted one by one in their final order.

    ``links`` are the edges between the numbers of their ends; ``lives`` says when each node was
    seen: by itself, or at an end of an edge.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.lives = [draft.seen for draft in drafts]
        self.links = Links()
        self._index = {draft.id: number for number, draft in enumerate(drafts)}

    def note(self, edge: Edge) -> None:
        """Add an edge."""
        ends = self._index[edge.source], self._index[edge.target]
        pull = _CO_OCCURRENCE_PULL if edge.kind == CO_OCCURRENCE else 1.0
        self.links.put(Link(*ends, edge.weight, edge.directed, pull))
        for end in ends:
            if self.lives[end] != edge.seen:
                self.lives[end] = Seen.together(self.lives[end], edge.seen)


def draw(drafts: Sequence[Draft], columns: Sequence[Column], lines: Lines) -> tuple[Node, ...]:
    """The nodes of a view, in the order of the drafts.

    Args:
        drafts: The nodes in their final order.
        columns: The columns before the measures.
        lines: What was noted of the edges between them.
    """
    pairs = Pairs(len(drafts), lines.links)
    measures = measure(len(drafts), lines.links, pairs)
    largest = max((found.weighted_degree for found in measures), default=0.0)
    sizes = [_size(found.weighted_degree, largest) for found in measures]
    positions = place(sizes, pairs, [found.community for found in measures])
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
            drafts, measures, sizes, positions, lines.lives, strict=True
        )
    )


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
