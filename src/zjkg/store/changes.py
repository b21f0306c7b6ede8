"""What of the things and texts of a store was written since its index was of its state."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from zjkg.vocab import PROV, RDF, RDFS, SKOS, ZJ

_OF_THINGS = frozenset({ZJ.searchKey, RDFS.label, SKOS.prefLabel, SKOS.altLabel})
_OF_TEXTS = frozenset({RDF.type, ZJ.text, PROV.specializationOf, ZJ.issuedLocal, ZJ.source})


class Changes:
    """The things whose names or search keys, and the versions whose texts may be others now.

    ``since`` is the digest of the state that they are all changes of.
    """

    def __init__(self, since: bytes) -> None:
        self.since = since
        self.things: set[str] = set()
        self.versions: set[str] = set()

    def __len__(self) -> int:
        return len(self.things) + len(self.versions)

    def take(self, quads: Iterable[Quad]) -> None:
        """Take in quads that came or went."""
        for quad in quads:
            if quad.predicate in _OF_THINGS and isinstance(quad.subject, NamedNode):
                self.things.add(quad.subject.value)
            elif quad.predicate in _OF_TEXTS and isinstance(quad.graph_name, NamedNode):
                self.versions.add(quad.graph_name.value)
