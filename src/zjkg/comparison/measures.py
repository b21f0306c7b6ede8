"""What a measure phrase measures: the concepts of the measure scheme found in it, and the rest.

``ontology/measures.ttl`` is a SKOS scheme of heads (交易金额, revenue) and modifiers (对外许可,
License out) with synonyms in both scripts and English. Two phrases are compared by concepts,
never by equal strings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from zjkg.folding import match_key
from zjkg.vocab import ZJ

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LABELS = ("prefLabel", "altLabel", "hiddenLabel")
_MOST_FOREIGN = 0.5


@dataclass(frozen=True, slots=True)
class Signature:
    """The concepts of a phrase, and the two-character pieces of what no concept explains."""

    concepts: frozenset[str]
    pieces: frozenset[str]

    def agrees(self, other: Signature) -> bool:
        """Whether both phrases can measure one thing: the smaller is mostly inside the larger."""
        if not self.whole or not other.whole:
            return False
        smaller, larger = sorted((self.whole, other.whole), key=len)
        return len(smaller - larger) <= _MOST_FOREIGN * len(smaller) and bool(
            self.concepts & other.concepts or (self.pieces & other.pieces)
        )

    @property
    def whole(self) -> frozenset[str]:
        """Concepts and pieces together."""
        return self.concepts | self.pieces


class MeasureScheme:
    """Finds the concepts of the measure scheme in phrases, longest label first."""

    def __init__(self, labels: Iterable[tuple[str, str]], modifiers: Iterable[str] = ()) -> None:
        """Take pairs of label and concept IRI, and the concepts that are modifiers, not heads."""
        keyed = {match_key(label): concept for label, concept in labels}
        self._labels = sorted(keyed.items(), key=lambda item: (-len(item[0]), item))
        self._modifiers = frozenset(modifiers)

    @classmethod
    def load(cls, path: Path) -> MeasureScheme:
        """The scheme of a Turtle file."""
        quads = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        properties = {_SKOS + name for name in _LABELS}
        labels = [
            (quad.object.value, quad.subject.value)
            for quad in quads
            if quad.predicate.value in properties
            and isinstance(quad.object, ox.Literal)
            and isinstance(quad.subject, ox.NamedNode)
        ]
        modifiers = [
            quad.subject.value
            for quad in quads
            if quad.predicate == ZJ.measureKind
            and quad.object == ox.Literal("modifier")
            and isinstance(quad.subject, ox.NamedNode)
        ]
        return cls(labels, modifiers)

    def modifiers(self, words: str) -> frozenset[str]:
        """The modifiers (跨境, licence-out, newly added) that words name."""
        return self.signature(words).concepts & self._modifiers

    def signature(self, phrase: str) -> Signature:
        """The concepts of a phrase, and the pieces of what is left."""
        rest = match_key(phrase)
        concepts: set[str] = set()
        for label, concept in self._labels:
            if label in rest:
                concepts.add(concept)
                rest = rest.replace(label, "\n")
        return Signature(frozenset(concepts), _pieces(rest))


@cache
def _pieces(rest: str) -> frozenset[str]:
    return frozenset(part[i : i + 2] for part in rest.split("\n") for i in range(len(part) - 1))
