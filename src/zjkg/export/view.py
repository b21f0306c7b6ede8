"""A view: nodes and edges with typed columns, ready to be drawn or written to a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import networkx as nx

from zjkg.errors import Bilingual

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Value = str | int | float | bool | tuple[str, ...] | None


class ColumnType(StrEnum):
    """Types of columns, by their names in GEXF.

    Dates are ISO 8601 strings, as GEXF has no type for them; addresses are strings too, since Gephi
    drops columns of the type ``anyURI`` without a word.
    """

    STRING = "string"
    INTEGER = "integer"
    DOUBLE = "double"
    BOOLEAN = "boolean"
    STRINGS = "liststring"


class Weight(StrEnum):
    """What the weight of an edge counts: its sentences, or the independent origins of them."""

    EVIDENCE = "evidence"
    ORIGINS = "origins"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the node or edge table. ``name`` is its key and its title in every format."""

    name: str
    type: ColumnType


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the screen; each channel from 0 to 255."""

    red: int
    green: int
    blue: int


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """From the first to the last publication that tells of something; whole days, ISO 8601."""

    first: str
    last: str

    @classmethod
    def over(cls, dates: Iterable[str]) -> Seen | None:
        """The time that the dates span, without those that are no whole days; None for none."""
        days = sorted(date for date in dates if _DAY.fullmatch(date))
        return cls(days[0], days[-1]) if days else None

    @classmethod
    def together(cls, one: Seen | None, other: Seen | None) -> Seen | None:
        """The time that spans both."""
        if one is None or other is None:
            return one or other
        return cls(min(one.first, other.first), max(one.last, other.last))

    @property
    def days(self) -> tuple[str, str]:
        """Both ends."""
        return self.first, self.last


@dataclass(frozen=True, slots=True)
class Node:
    """A node. ``values`` stand in the order of the view's ``node_columns``; None is no value.

    ``size`` is the radius in the units of ``x`` and ``y``. ``seen`` spans that of its edges.
    """

    id: str
    label: str
    values: tuple[Value, ...]
    colour: Colour
    size: float
    x: float
    y: float
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge. ``kind`` tells parallel edges between the same two nodes apart.

    ``weight`` is the number of sentences behind the edge, or of its independent origins. Where
    ``directed`` is False the order of source and target has no meaning.
    """

    id: str
    source: str
    target: str
    kind: str
    label: str
    weight: float
    directed: bool
    values: tuple[Value, ...]
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence behind an edge, and its article; ``date`` is empty where it is unknown."""

    quote: str
    title: str
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class View:
    """A selection of the graph as a drawable graph.

    ``nodes`` and ``edges`` are sorted by what they say, never by the order of the store.
    ``as_of`` is the newest publication date behind the view (ISO 8601), empty if unknown.
    ``notes`` say what was left out and why. ``evidence`` gives the sentences of the IRIs in the
    column of that name, as far as there are any.
    """

    name: str
    title: Bilingual
    description: Bilingual
    node_columns: tuple[Column, ...]
    edge_columns: tuple[Column, ...]
    nodes: Collection[Node]
    edges: Collection[Edge]
    as_of: str = ""
    notes: tuple[Bilingual, ...] = ()
    evidence: Callable[[Collection[str]], Mapping[str, Evidence]] = field(
        default=lambda _: {}, compare=False
    )

    def graph(self) -> nx.MultiDiGraph[str]:
        """The view for networkx: columns as attributes, edges keyed by their identifiers.

        A missing value is a missing attribute. Positions, radius and colour are the attributes
        ``x``, ``y``, ``size``, ``r``, ``g``, ``b``.
        """
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=self.title.en)
        for node in self.nodes:
            graph.add_node(
                node.id,
                label=node.label,
                **_present(self.node_columns, node.values),
                x=node.x,
                y=node.y,
                size=node.size,
                r=node.colour.red,
                g=node.colour.green,
                b=node.colour.blue,
            )
        for edge in self.edges:
            graph.add_edge(
                edge.source,
                edge.target,
                key=edge.id,
                kind=edge.kind,
                label=edge.label,
                weight=edge.weight,
                **_present(self.edge_columns, edge.values),
            )
        return graph


def _present(columns: tuple[Column, ...], values: tuple[Value, ...]) -> dict[str, Value]:
    pairs = zip(columns, values, strict=True)
    return {column.name: value for column, value in pairs if value is not None}
