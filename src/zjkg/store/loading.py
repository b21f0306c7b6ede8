"""Filling a SPARQL 1.1 server from a store, graph by graph, changing only what differs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from zjkg.store.address import Address
from zjkg.store.connection import Connection
from zjkg.store.remote_graph import RemoteGraph
from zjkg.store.remote_problems import not_written

# Servers compile an update as a whole: Virtuoso refuses more than about 10,000 lines of it.
_TRIPLES_AT_ONCE = 500
_CHARACTERS_AT_ONCE = 200_000
_FORM = "application/x-www-form-urlencoded"
_TRIPLES = "application/n-triples"
_QUERY_PATH = "/query"


class GraphWriter(Protocol):
    """A way to write the graphs of a server."""

    def write(self, graph: NamedNode, wanted: Collection[Quad], held: Collection[Quad]) -> None:
        """Makes the graph, which holds the one, hold the other; nothing wanted removes it."""

    def close(self) -> None:
        """Closes the connection."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The graphs of a server after loading, by what was done; quads put in and taken out."""

    added: int
    changed: int
    removed: int
    unchanged: int
    quads_in: int
    quads_out: int


class UpdateWriter:
    """Writes by SPARQL Update: only the triples that differ are sent."""

    def __init__(self, url: str) -> None:
        self._connection = Connection(Address.read(url))

    def write(self, graph: NamedNode, wanted: Collection[Quad], held: Collection[Quad]) -> None:
        """Deletes, then inserts, in portions; what is interrupted, the next load completes."""
        for operation, quads in (
            ("DELETE", set(held) - set(wanted)),
            ("INSERT", set(wanted) - set(held)),
        ):
            for portion in _portions(sorted(str(quad.triple) for quad in quads)):
                lines = " .\n".join(portion)
                self._update(f"{operation} DATA {{ GRAPH {graph} {{\n{lines}\n}} }}")

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()

    def _update(self, text: str) -> None:
        body = urlencode({"update": text}).encode()
        self._connection.send("POST", body, {"Content-Type": _FORM, "Accept": "*/*"})


class GraphStoreWriter:
    """Writes by the Graph Store Protocol: a graph that differs is put as a whole, at once."""

    def __init__(self, url: str) -> None:
        self._connection = Connection(Address.read(url))

    def write(self, graph: NamedNode, wanted: Collection[Quad], held: Collection[Quad]) -> None:
        """Puts the graph, or deletes it."""
        parameters = urlencode({"graph": graph.value})
        if wanted:
            triples: list[Triple] = sorted((quad.triple for quad in wanted), key=str)
            content = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
            self._connection.send("PUT", content, {"Content-Type": _TRIPLES}, parameters)
        elif held:
            self._connection.send("DELETE", b"", {}, parameters)

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()


def update_url(endpoint: str) -> str:
    """Where servers take updates: beside ``…/query``, else at the endpoint itself."""
    path, mark, query = endpoint.partition("?")
    if path.endswith(_QUERY_PATH):
        path = path.removesuffix(_QUERY_PATH) + "/update"
    return f"{path}{mark}{query}"


def load(engine: Store, server: RemoteGraph, writer: GraphWriter, base: str) -> Loaded:
    """Makes the server hold the graphs of the store.

    Each graph is compared with what the server holds, and written only where they differ. Graphs
    under ``base`` that the store no longer has are removed; any other graph is left alone.

    Raises:
        StoreError: if the server cannot be read or written, or holds something else afterwards.
    """
    local = {graph.value for graph in engine.named_graphs() if isinstance(graph, NamedNode)}
    remote = {graph.value for graph in server.named_graphs()}
    stale = {iri for iri in remote - local if iri.startswith((f"{base}article/", f"{base}graph/"))}
    done = dict.fromkeys(("added", "changed", "removed", "unchanged", "quads_in", "quads_out"), 0)
    for iri in sorted(local | stale):
        graph = NamedNode(iri)
        wanted = set(engine.quads_for_pattern(None, None, None, graph))
        held = set(_as_stored(server.graph(graph))) if iri in remote else set[Quad]()
        if wanted == held:
            done["unchanged"] += 1
            continue
        writer.write(graph, wanted, held)
        if (count := server.count(graph)) != len(wanted):
            raise not_written(server.url, iri, len(wanted), count)
        done["added" if not held else "changed" if wanted else "removed"] += 1
        done["quads_in"] += len(wanted - held)
        done["quads_out"] += len(held - wanted)
    return Loaded(**done)


def _as_stored(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads with numbers as the embedded engine writes them."""
    memory = Store()
    memory.extend(quads)
    return memory.quads_for_pattern(None, None, None, None)


def _portions(lines: Iterable[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    size = 0
    for line in lines:
        if portion and (len(portion) >= _TRIPLES_AT_ONCE or size + len(line) > _CHARACTERS_AT_ONCE):
            yield portion
            portion, size = [], 0
        portion.append(line)
        size += len(line)
    if portion:
        yield portion
