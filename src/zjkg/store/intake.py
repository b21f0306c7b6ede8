"""The way of many statements into the engine at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, Store

from zjkg.store.problems import explained

_QUADS_AT_ONCE = 200_000
_FEWEST_AT_ONCE = 20_000


class Loading:
    """Statements on their way into the engine, which takes large portions three times as fast."""

    def __init__(self, engine: Store, folder: Path, note: Callable[[Iterable[Quad]], None]) -> None:
        self._engine = engine
        self._note = note
        self._folder = folder
        self._waiting: list[Quad] = []

    def add(self, graph_iri: str, quads: Iterable[Quad]) -> None:
        """Statements of one graph, none of which the store holds.

        Raises:
            ValueError: if a quad belongs to another graph or has a blank node.
        """
        graph = NamedNode(graph_iri)
        for quad in quads:
            self._waiting.append(checked(quad, graph))
            if len(self._waiting) >= _QUADS_AT_ONCE:
                self.flush()

    def flush(self) -> None:
        """Hands on what waits."""
        waiting, self._waiting = self._waiting, []
        self._note(waiting)
        with explained(self._folder):
            if len(waiting) < _FEWEST_AT_ONCE:
                self._engine.extend(waiting)  # one transaction, and cheap for few
            else:
                self._engine.bulk_extend(waiting)


def checked(quad: Quad, graph: NamedNode) -> Quad:
    """The quad, if it may stand in the graph.

    Raises:
        ValueError: if it belongs to another graph or has a blank node.
    """
    if quad.graph_name != graph:
        raise ValueError(f"the quad belongs to {quad.graph_name}, not to {graph}")
    if BlankNode in (type(quad.subject), type(quad.object)):
        raise ValueError(f"no blank nodes are stored: {quad}")
    return quad
