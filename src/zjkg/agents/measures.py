"""Words of a measure, in any of the languages, as concepts of the measure scheme."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from zjkg.errors import MessageLanguage
from zjkg.folding import simplified
from zjkg.query import PREFIXES, label_of
from zjkg.query.reader import GraphReader
from zjkg.vocab import ZJ

_ASCII_WORD = re.compile(r"[a-z0-9]")
_HYPHEN = re.compile("[-\u2010-\u2015]")
_MEASURES = "SELECT DISTINCT ?words { GRAPH ?version { ?claim zj:measure ?words } }"
_MOST_ALIKE = 5


def plain_words(text: str) -> str:
    """Words as they are compared: simplified, half width, lower case, hyphens as single spaces."""
    folded = unicodedata.normalize("NFKC", simplified(text)).casefold()
    return " ".join(_HYPHEN.sub(" ", folded).split())


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """What was asked for: the words, and for each label in them the concepts of that label.

    ``alike`` holds labels that resemble the words where they name no concept.
    """

    words: str
    wanted: tuple[frozenset[str], ...]
    alike: tuple[str, ...]
    _reader: GraphReader

    @classmethod
    def read(cls, reader: GraphReader, words: str) -> MeasureWords:
        """The concepts whose labels stand in the words; a longer label hides those inside it."""
        asked = plain_words(words)
        labels: dict[str, set[str]] = {}
        for label, concept in _labels(reader):
            labels.setdefault(label, set()).add(concept)
        standing = [label for label in labels if _stands_in(label, asked)]
        longest = sorted(
            label
            for label in standing
            if not any(label != other and label in other for other in standing)
        )
        alike = [] if longest else difflib.get_close_matches(asked, sorted(labels), _MOST_ALIKE)
        wanted = tuple(frozenset(labels[label]) for label in longest)
        return cls(asked, wanted, tuple(alike), reader)

    def concepts(self, lang: MessageLanguage) -> list[str]:
        """The concepts by their names."""
        iris = sorted({concept for each in self.wanted for concept in each})
        return [label_of(self._reader.store, iri, lang) or iri for iri in iris]

    def fit(self, reader: GraphReader, claim: str) -> bool:
        """Whether a claim has a concept for every label, or the words in its measure."""
        held = set(reader.values(claim, "zj:measureConcept"))
        if self.wanted and all(each & held for each in self.wanted):
            return True
        return any(self.words in plain_words(text) for text in reader.values(claim, "zj:measure"))

    def observations(self, reader: GraphReader) -> list[str]:
        """All claims that fit."""
        first, *more = self.wanted or (frozenset[str](),)
        found = {
            claim
            for concept in first
            for claim in reader.subjects("zj:measureConcept", concept)
            if not more or self.fit(reader, claim)
        }
        for literal in self._literals():
            if self.words in plain_words(literal.value):
                quads = reader.store.quads_for_pattern(None, ZJ.measure, literal, None)
                found |= {q.subject.value for q in quads if isinstance(q.subject, NamedNode)}
        return sorted(claim for claim in found if reader.graph_of(claim, "zj:Observation"))

    def _literals(self) -> Iterator[Literal]:
        """Every way in which articles write a measure; the engine finds them faster than we."""
        answer = self._reader.store.query(_MEASURES, prefixes=dict(PREFIXES))
        if not isinstance(answer, QuerySolutions):
            raise TypeError(_MEASURES)
        for row in answer:
            if isinstance(row["words"], Literal):
                yield row["words"]


def _labels(reader: GraphReader) -> Iterator[tuple[str, str]]:
    """Every label of the measure scheme, as it is compared, with its concept."""
    for concept in reader.subjects("rdf:type", ZJ.Measure.value):
        for name in ("skos:prefLabel", "skos:altLabel"):
            for label in reader.values(concept, name):
                yield plain_words(label), concept


def _stands_in(label: str, words: str) -> bool:
    """Whether a label stands in the words; Latin letters only as whole words."""
    if not label:
        return False
    if not _ASCII_WORD.search(label):
        return label in words
    return bool(re.search(rf"(?<![a-z0-9]){re.escape(label)}(?![a-z0-9])", words))
