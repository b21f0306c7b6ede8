"""The whole graph as RDF, in an order that does not depend on the store."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, Store, serialize

from zjkg.ids import TERMS

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


@dataclass(frozen=True, slots=True)
class WrittenRdf:
    """What an RDF file now holds: distinct subjects, quads, distinct predicates."""

    subjects: int
    quads: int
    predicates: int


def write_nquads(store: Store, file: BinaryIO) -> WrittenRdf:
    """Write one quad a line, sorted by bytes: two files can be compared with ``diff``."""
    unsorted = BytesIO()
    serialize(iter(store), unsorted, format=RdfFormat.N_QUADS)
    file.writelines(sorted(unsorted.getvalue().splitlines(keepends=True)))
    return _counts(store)


def write_trig(store: Store, file: BinaryIO) -> WrittenRdf:
    """Write TriG with prefixes, sorted by graph, subject, predicate, object."""
    written = BytesIO()
    serialize(_sorted(store), written, format=RdfFormat.TRIG, prefixes=_PREFIXES)
    lines = written.getvalue().splitlines(keepends=True)
    # The serializer declares its prefixes in an order that changes from run to run.
    file.writelines(sorted(lines[: len(_PREFIXES)]))
    file.writelines(lines[len(_PREFIXES) :])
    return _counts(store)


def write_jsonld(store: Store, file: BinaryIO) -> WrittenRdf:
    """Write expanded JSON-LD, sorted by graph, subject, predicate, object."""
    serialize(_sorted(store), file, format=RdfFormat.JSON_LD)
    return _counts(store)


def _sorted(store: Store) -> list[Quad]:
    return sorted(
        store,
        key=lambda quad: (
            str(quad.graph_name),
            str(quad.subject),
            str(quad.predicate),
            str(quad.object),
        ),
    )


def _counts(store: Store) -> WrittenRdf:
    subjects = set()
    predicates = set()
    quads = 0
    for quad in store:
        subjects.add(quad.subject)
        predicates.add(quad.predicate)
        quads += 1
    return WrittenRdf(len(subjects), quads, len(predicates))
