"""The whole graph as RDF, in an order that does not depend on the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse, serialize

from zjkg.ids import TERMS
from zjkg.sorting import sorted_lines

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "zj": TERMS,
}


_AT_ONCE = 10_000  # quads between their lines and the serializer
_DEFAULT = str(DefaultGraph()).encode()
_APART = "\0"  # between the terms of a quad; smaller than what any term contains


@dataclass(slots=True)
class WrittenRdf:
    """What an RDF file now holds: named graphs, quads, distinct predicates."""

    graphs: set[bytes] = field(default_factory=set)
    predicates: set[bytes] = field(default_factory=set)
    quads: int = 0

    def count(self, graph: bytes, predicate: bytes) -> None:
        """One quad more."""
        self.quads += 1
        self.graphs.add(graph)
        self.predicates.add(predicate)


def write_nquads(store: Store, file: BinaryIO) -> WrittenRdf:
    """Write one quad a line, sorted by bytes: two files can be compared with ``diff``."""
    written = WrittenRdf()
    lines = sorted_lines(f"{quad} .".encode() for quad in _counted(store, written))
    file.writelines(line + b"\n" for line in lines)
    return written


def write_trig(store: Store, file: BinaryIO) -> WrittenRdf:
    """Write TriG with prefixes, sorted by graph, subject, predicate, object."""
    written = WrittenRdf()
    target = _SortedHead(file, len(_PREFIXES))
    serialize(_sorted(store, written), target, format=RdfFormat.TRIG, prefixes=_PREFIXES)  # type: ignore[arg-type]  # it only writes
    return written


def write_jsonld(store: Store, file: BinaryIO) -> WrittenRdf:
    """Write expanded JSON-LD, sorted by graph, subject, predicate, object."""
    written = WrittenRdf()
    serialize(_sorted(store, written), file, format=RdfFormat.JSON_LD)
    return written


class _SortedHead:
    """A file whose first lines are sorted.

    The serializer declares its prefixes in an order that changes from run to run.
    """

    def __init__(self, file: BinaryIO, lines: int) -> None:
        self._file = file
        self._lines = lines
        self._head = b""

    def write(self, data: bytes) -> int:
        if not self._lines:
            return self._file.write(data)
        self._head += data
        if self._head.count(b"\n") >= self._lines:
            *head, rest = self._head.split(b"\n", self._lines)
            self._file.write(b"".join(line + b"\n" for line in sorted(head)) + rest)
            self._lines = 0
        return len(data)

    def flush(self) -> None:
        self._file.flush()


def _counted(store: Store, written: WrittenRdf) -> Iterator[Quad]:
    for quad in store:
        written.count(str(quad.graph_name).encode(), str(quad.predicate).encode())
        yield quad


def _sorted(store: Store, written: WrittenRdf) -> Iterator[Quad]:
    """The quads by graph, subject, predicate, object, in memory that does not grow with them."""
    lines = sorted_lines(
        _APART.join(
            (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))
        ).encode()
        for quad in _counted(store, written)
    )
    while some := list(islice(lines, _AT_ONCE)):
        yield from parse(b"".join(map(_statement, some)), format=RdfFormat.N_QUADS)


def _statement(line: bytes) -> bytes:
    graph, subject, predicate, value = line.split(_APART.encode(), 3)
    named = b"" if graph == _DEFAULT else graph
    return b"%b %b %b %b .\n" % (subject, predicate, value, named)
