"""GraphML through networkx, for yEd, igraph and networkx itself."""

from __future__ import annotations

from typing import BinaryIO

import networkx as nx

from zjkg.export.characters import XmlText
from zjkg.export.gexf import Written
from zjkg.export.view import View

_LIST_SEPARATOR = "; "  # GraphML has no lists


def write_graphml(view: View, file: BinaryIO) -> Written:
    """Write a view as GraphML; lists become text, joined by semicolons.

    Args:
        view: The view; the whole graph is held in memory.
        file: A binary file; it is not closed.

    Returns:
        The counts of what was written.
    """
    text = XmlText()
    graph = view.graph()
    for _, attributes in graph.nodes(data=True):
        _flatten(attributes, text)
    for _, _, attributes in graph.edges(data=True):
        _flatten(attributes, text)
    nx.write_graphml(graph, file)
    return Written(graph.number_of_nodes(), graph.number_of_edges(), text.removed)


def _flatten(attributes: dict[str, object], text: XmlText) -> None:
    for name, value in attributes.items():
        if isinstance(value, tuple):
            attributes[name] = text.clean(_LIST_SEPARATOR.join(value))
        elif isinstance(value, str):
            attributes[name] = text.clean(value)
