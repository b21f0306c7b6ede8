"""What a measure phrase measures: concepts of the measure scheme, and the words none explains.

``ontology/measures.ttl`` is a SKOS scheme with labels in both scripts and in English. A concept is
a ``head`` (产值, revenue), a ``modifier`` that narrows a head (对外许可, newly added), a ``field``
of industry (生物医药, foreign-funded), a ``scope`` (全国, global), a ``change`` (同比, growth), an
``aspect`` that narrows nothing (累计, total) or a ``generic`` word (金额, number). The unit decides
between heads of one name: deals counted, or deals worth a sum. Phrases are compared by concepts
and remaining words, never by equal strings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from zjkg.comparison.ordinals import ordinals
from zjkg.folding import simplified
from zjkg.vocab import SKOS, ZJ

_NAMING = (SKOS.prefLabel, SKOS.altLabel)
_WORD = re.compile(r"[a-z]+|[㐀-鿿]")
# Words that say nothing of what is measured.
_EMPTY = frozenset(
    "a an the of in at by for to from on with and or its their his her this that these those it "
    "was were is are be been has have had which who as than more over about nearly some most "
    "的 了 在 为 是 有 和 与 及 等 达 个 家 项 名 人 共 已 其 中 于 将 年 月 日 这 那 该 各".split()
)


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the scheme: what kind of word it is, and the dimension of what it measures.

    ``broader`` is what it implies: what is in clinical trials is under development.
    """

    iri: str
    kind: str
    dimension: str | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as concepts (IRIs) and what is left of it.

    ``own`` are the heads that measure in the dimension of the phrase's number itself: a share of
    deals has the deals as head and no head of its own. ``rest`` holds pairs of neighbouring Han
    characters and whole English words.
    """

    heads: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MeasureScheme:
    """Finds the concepts of the measure scheme in phrases, the longest label first."""

    labels: Mapping[tuple[str, ...], tuple[Concept, ...]]
    _longest: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Remember how long the labels are that begin with a word."""
        longest: dict[str, int] = {}
        for label in self.labels:
            longest[label[0]] = max(longest.get(label[0], 0), len(label))
        object.__setattr__(self, "_longest", longest)

    @classmethod
    def of(cls, names: Iterable[tuple[str, Concept]]) -> MeasureScheme:
        """The scheme of labels with their concepts; a label may name several."""
        labels: dict[tuple[str, ...], dict[str, Concept]] = {}
        for name, concept in names:
            labels.setdefault(tuple(_words(simplified(name))), {})[concept.iri] = concept
        return cls({label: tuple(found.values()) for label, found in labels.items() if label})

    @classmethod
    def load(cls, path: Path) -> MeasureScheme:
        """The scheme of a Turtle file."""
        store = ox.Store()
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)

        def value(concept: ox.NamedNode, term: ox.NamedNode) -> str | None:
            quad = next(store.quads_for_pattern(concept, term, None, None), None)
            found = quad.object if quad else None
            return found.value if isinstance(found, ox.Literal | ox.NamedNode) else None

        concepts = {
            quad.subject: Concept(
                quad.subject.value,
                quad.object.value,
                value(quad.subject, ZJ.dimension),
                value(quad.subject, SKOS.broader),
            )
            for quad in store.quads_for_pattern(None, ZJ.measureKind, None, None)
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
        }
        return cls.of(
            (quad.object.value, concepts[quad.subject])
            for term in _NAMING
            for quad in store.quads_for_pattern(None, term, None, None)
            if isinstance(quad.object, ox.Literal)
            and isinstance(quad.subject, ox.NamedNode)
            and quad.subject in concepts
        )

    def phrase(self, words: str, dimension: str) -> Phrase:
        """What words in simplified script measure, their number being of a dimension.

        Dimensions are those of the units: money, count, share, area, score.
        A share can be of anything, so every head fits it.
        """
        stages, others = ordinals(words)
        tokens = _words(others)
        found: list[Concept] = []
        rest: list[str | None] = []
        position = 0
        while position < len(tokens):
            length, concepts = self._at(tokens, position, dimension)
            found.extend(concepts)
            rest.append(None if length else tokens[position])
            position += max(length, 1)
        return Phrase(
            frozenset(each.iri for each in found if each.kind == "head"),
            frozenset(e.iri for e in found if e.kind == "head" and e.dimension == dimension),
            _of_kind("modifier", found) | stages,
            _of_kind("field", found),
            _of_kind("scope", found),
            _of_kind("change", found),
            _pieces(rest),
        )

    def _at(
        self, tokens: list[str], position: int, dimension: str
    ) -> tuple[int, tuple[Concept, ...]]:
        """The longest label at a position, with those of its concepts that fit the dimension."""
        for length in range(self._longest.get(tokens[position], 0), 0, -1):
            concepts = self.labels.get(tuple(tokens[position : position + length]), ())
            fitting = tuple(
                each
                for each in concepts
                if each.dimension in (None, dimension) or dimension == "share"
            )
            if fitting:
                return length, fitting
        return 0, ()


def _of_kind(kind: str, concepts: Iterable[Concept]) -> frozenset[str]:
    """The concepts of a kind, with what they imply."""
    fitting = [each for each in concepts if each.kind == kind]
    implied = {each.broader for each in fitting if each.broader}
    return frozenset(each.iri for each in fitting) | implied


def _words(phrase: str) -> list[str]:
    """Han characters one by one and English words in the singular, in lower case."""
    folded = unicodedata.normalize("NFKC", phrase).casefold()
    return [_singular(word) for word in _WORD.findall(folded)]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("cities"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _pieces(rest: Iterable[str | None]) -> frozenset[str]:
    pieces: set[str] = set()
    before: str | None = None
    for word in rest:
        kept = None if word is None or word in _EMPTY else word
        if kept and kept.isascii():
            pieces.add(kept)
            kept = None
        elif kept and before:
            pieces.add(before + kept)
        before = kept
    return frozenset(pieces)
