"""GEXF 1.3, written as a stream: no edge is kept after it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from zjkg.export.characters import XmlText
from zjkg.export.view import Column, ColumnType, Edge, Node, Seen, Value, View

_CREATOR = "zjkg"
_BUFFER = 1 << 16


@dataclass(frozen=True, slots=True)
class Written:
    """What a file now holds; ``removed`` counts characters that XML cannot hold."""

    nodes: int
    edges: int
    removed: int


def write_gexf(view: View, file: BinaryIO, *, dynamic: bool = False) -> Written:
    """Write a view as GEXF 1.3; the same view gives the same bytes.

    A dynamic file gives nodes and edges the interval from the first to the last publication that
    tells of them, for Gephi's timeline; the interval of an edge lies inside those of its ends.
    What has no date has no interval.

    All edges are written as directed, since networkx refuses files that mix both; the column
    ``directed`` says where the order of the ends has a meaning.

    Args:
        view: The view; nodes and edges are read once, in their order.
        file: A binary file; it is not closed.
        dynamic: Whether intervals are written.

    Returns:
        The counts of what was written.
    """
    text = XmlText()
    nodes = edges = 0
    buffer = bytearray()
    for chunk in _head(view, text, dynamic=dynamic):
        buffer += chunk.encode()
    cells = _Cells(view.node_columns, text)
    for node in view.nodes:
        nodes += 1
        buffer += _node(node, cells, text, _interval(node.seen, dynamic)).encode()
        _flush(buffer, file, _BUFFER)
    buffer += f'</nodes>\n<edges count="{len(view.edges)}">\n'.encode()
    cells = _Cells(view.edge_columns, text)
    for edge in view.edges:
        edges += 1
        buffer += _edge(edge, cells, text, _interval(edge.seen, dynamic)).encode()
        _flush(buffer, file, _BUFFER)
    buffer += b"</edges>\n</graph>\n</gexf>\n"
    _flush(buffer, file, 0)
    return Written(nodes, edges, text.removed)


class _Cells:
    """Writes the values of columns, whose names are made fit for XML once."""

    def __init__(self, columns: tuple[Column, ...], text: XmlText) -> None:
        # As Gephi reads them back; a list stands in brackets, its strings in quotes.
        lexical: dict[ColumnType, Callable[..., str]] = {
            ColumnType.STRING: text.escape,
            ColumnType.INTEGER: repr,
            ColumnType.DOUBLE: repr,
            ColumnType.BOOLEAN: _boolean,
            ColumnType.STRINGS: text.escape_list,
        }
        self._columns = [
            (f'<attvalue for="{text.escape(each.name)}" value="', lexical[each.type])
            for each in columns
        ]

    def written(self, values: tuple[Value, ...]) -> str:
        """The values that are there; nothing for none."""
        cells = [
            f'{opening}{lexical(value)}"/>'
            for (opening, lexical), value in zip(self._columns, values, strict=True)
            if value is not None
        ]
        return f"<attvalues>{''.join(cells)}</attvalues>" if cells else ""


def _flush(buffer: bytearray, file: BinaryIO, limit: int) -> None:
    if len(buffer) > limit:
        file.write(buffer)
        buffer.clear()


def _interval(seen: Seen | None, dynamic: bool) -> str:  # noqa: FBT001 - passed on as it came
    return f' start="{seen.first}" end="{seen.last}"' if dynamic and seen else ""


def _head(view: View, text: XmlText, *, dynamic: bool) -> Iterator[str]:
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    )
    # The newest article dates the file: the clock would make every file another one.
    date = f' lastmodifieddate="{text.escape(view.as_of)}"' if view.as_of else ""
    parts = (view.description, *view.notes)
    description = " ".join([*(part.en for part in parts), *(part.zh for part in parts)])
    yield f"<meta{date}>\n<creator>{_CREATOR}</creator>\n"
    yield f"<keywords>{text.escape(view.name)}</keywords>\n"
    title = f"{view.title.en} / {view.title.zh}. "
    yield f"<description>{text.escape(title + description)}</description>\n</meta>\n"
    # Without a time format Gephi reads dates as numbers.
    mode = 'dynamic" timeformat="date" timerepresentation="interval' if dynamic else "static"
    yield f'<graph defaultedgetype="directed" idtype="string" mode="{mode}">\n'
    yield from _attributes("node", view.node_columns, text)
    yield from _attributes("edge", view.edge_columns, text)
    yield f'<nodes count="{len(view.nodes)}">\n'


def _attributes(owner: str, columns: tuple[Column, ...], text: XmlText) -> Iterator[str]:
    yield f'<attributes class="{owner}" mode="static">\n'
    for column in columns:
        name = text.escape(column.name)
        yield f'<attribute id="{name}" title="{name}" type="{column.type}"/>\n'
    yield "</attributes>\n"


def _node(node: Node, cells: _Cells, text: XmlText, interval: str) -> str:
    colour = node.colour
    return (
        f'<node id="{text.escape(node.id)}" label="{text.escape(node.label)}"{interval}>'
        f"{cells.written(node.values)}"
        f'<viz:color r="{colour.red}" g="{colour.green}" b="{colour.blue}"/>'
        f'<viz:position x="{node.x!r}" y="{node.y!r}" z="0.0"/>'
        f'<viz:size value="{node.size!r}"/></node>\n'
    )


def _edge(edge: Edge, cells: _Cells, text: XmlText, interval: str) -> str:
    return (
        f'<edge id="{text.escape(edge.id)}" source="{text.escape(edge.source)}" '
        f'target="{text.escape(edge.target)}" type="directed" kind="{text.escape(edge.kind)}" '
        f'label="{text.escape(edge.label)}" weight="{edge.weight!r}"{interval}>'
        f"{cells.written(edge.values)}</edge>\n"
    )


def _boolean(value: bool) -> str:  # noqa: FBT001 - a cell
    return "true" if value else "false"
