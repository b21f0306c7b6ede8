"""Pairs of tables, nodes and edges, as CSV: for Gephi's importer, spreadsheets and Neo4j."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from zjkg.export.view import Column, ColumnType, Edge, Node, Value, View

_LIST_SEPARATOR = "; "
_NEO4J_SEPARATOR = "\x1f"  # no text holds it, unlike the semicolon that Neo4j supposes
# Spreadsheets in Chinese take the wide forms of the signs for the signs.
_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n].", re.DOTALL)
_NEO4J_TYPES = {
    ColumnType.STRING: "string",
    ColumnType.INTEGER: "long",
    ColumnType.DOUBLE: "double",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.STRINGS: "string[]",
}
TABLE_FILES = ("nodes.csv", "edges.csv")


class FormulaGuard:
    """Text that a spreadsheet would run gets an apostrophe; how often is counted."""

    def __init__(self) -> None:
        self.count = 0

    def cell(self, value: Value) -> str:
        """A value as a cell."""
        match value:
            case None:
                return ""
            case bool():
                return "true" if value else "false"
            case int() | float():
                return repr(value)
            case tuple():
                text = _LIST_SEPARATOR.join(value)
            case _:
                text = value
        if _FORMULA.match(text):
            self.count += 1
            return f"'{text}"
        return text


def write_csv(view: View, folder: Path) -> int:
    """Write ``nodes.csv`` and ``edges.csv`` with the titles that Gephi's importer knows.

    Returns:
        How many cells got an apostrophe.
    """
    guard = FormulaGuard()
    nodes, edges = TABLE_FILES
    _write(folder / nodes, _csv_nodes(view, guard))
    _write(folder / edges, _csv_edges(view, guard))
    return guard.count


def write_neo4j(view: View, folder: Path) -> int:
    """Write ``nodes.csv`` and ``edges.csv`` with the headers of ``neo4j-admin database import``.

    Lists keep their values apart with the character U+001F (``--array-delimiter=U+001F``).

    Returns:
        0: nothing had to be changed.
    """
    nodes, edges = TABLE_FILES
    _write(folder / nodes, _neo4j_nodes(view))
    _write(folder / edges, _neo4j_edges(view))
    return 0


def _write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _csv_nodes(view: View, guard: FormulaGuard) -> Iterator[list[str]]:
    yield ["Id", "Label", *_names(view.node_columns), "x", "y", "size", "colour"]
    for node in view.nodes:
        values = map(guard.cell, (node.id, node.label, *node.values, node.x, node.y, node.size))
        yield [*values, _hex(node)]


def _csv_edges(view: View, guard: FormulaGuard) -> Iterator[list[str]]:
    yield ["Id", "Source", "Target", "Type", "Kind", "Label", "Weight", *_names(view.edge_columns)]
    for edge in view.edges:
        direction = "Directed" if edge.directed else "Undirected"
        head = (edge.id, edge.source, edge.target, direction, edge.kind, edge.label, edge.weight)
        yield [guard.cell(value) for value in (*head, *edge.values)]


def _neo4j_nodes(view: View) -> Iterator[list[str]]:
    position = _names(view.node_columns).index("type")
    yield ["iri:ID", "label:string", *_typed(view.node_columns), ":LABEL"]
    for node in view.nodes:
        yield [node.id, node.label, *map(_neo4j_cell, node.values), str(node.values[position])]


def _neo4j_edges(view: View) -> Iterator[list[str]]:
    typed = _typed(view.edge_columns)
    yield [":START_ID", ":END_ID", ":TYPE", "id:string", "kind:string", "weight:double", *typed]
    position = _names(view.edge_columns).index("predicate")
    for edge in view.edges:
        yield [
            edge.source,
            edge.target,
            _relationship(edge, position),
            edge.id,
            edge.kind,
            repr(edge.weight),
            *map(_neo4j_cell, edge.values),
        ]


def _relationship(edge: Edge, position: int) -> str:
    """The predicate as Neo4j writes types: locatedIn is LOCATED_IN."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", str(edge.values[position])).upper()


def _neo4j_cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return _NEO4J_SEPARATOR.join(text.replace(_NEO4J_SEPARATOR, " ") for text in value)
        case _:
            return str(value)


def _typed(columns: Sequence[Column]) -> list[str]:
    return [f"{column.name}:{_NEO4J_TYPES[column.type]}" for column in columns]


def _names(columns: Sequence[Column]) -> list[str]:
    return [column.name for column in columns]


def _hex(node: Node) -> str:
    return f"#{node.colour.red:02x}{node.colour.green:02x}{node.colour.blue:02x}"
