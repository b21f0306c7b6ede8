"""Where names and words stand: asked of the index beside a store, else found by reading it all.

Both give the same answers; the index gives them without reading the store. A server and a store in
memory have none, and an index answers no longer for a state that a build has replaced meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from zjkg.errors import IndexMovedOnError
from zjkg.folding import match_key
from zjkg.ids import TERMS
from zjkg.passages import comparable, folded_sentences
from zjkg.query.claim_reader import publication
from zjkg.query.prefixes import PREFIXES
from zjkg.query.reader import GraphReader, node
from zjkg.vocab import RDFS, SKOS, ZJ

Answer = TypeVar("Answer")
_KEYS_THAT = "SELECT DISTINCT ?thing ?key {{ ?thing zj:searchKey ?key FILTER({condition}) }}"
_PREFERRED = (SKOS.prefLabel, SKOS.altLabel)
"""What names those that no article mentions: each article gives the others labels of its own."""


class TextIndex(Protocol):
    """Finds texts, sentences and names by their folded forms (``zjkg.passages``)."""

    def texts_holding(self, words: str, most: int | None = None) -> Sequence[str]:
        """The versions whose text holds the comparable words, be it across sentences.

        They come in order of publication; with ``most`` only so many, the first.
        """

    def in_order(self, versions: Collection[str]) -> Sequence[str]:
        """Those of the versions that have a text, in order of publication."""

    def sentence_count(self) -> int:
        """How many sentences all texts have."""

    def sentences_holding(self, term: str) -> Iterable[tuple[str, int]]:
        """The sentences that hold the comparable term: the version, and which of its sentences."""

    def keys_that(
        self, *, begin: str = "", hold: Sequence[str] = (), hold_words: Sequence[str] = ()
    ) -> Iterable[tuple[str, str]]:
        """Things with their search keys that begin so and hold all parts, words from their start.

        A word starts where the key does or after a space.
        """

    def labelled(self, key: str) -> Sequence[str]:
        """The things, sorted, one of whose preferred or other names has this match key."""

    def labels(self) -> Iterable[tuple[str, str]]:
        """Every match key of a name, with the first in code-point order of the names that have it.

        The keys come in the order of these names.
        """


def text_index(store: Store) -> TextIndex:
    """What finds names and words in the store."""
    beside: TextIndex | None = getattr(store, "text_index", None)
    return Beside(beside, Scan(store)) if beside else Scan(store)


@dataclass(frozen=True, slots=True)
class Scan:
    """Reads the whole store for each answer."""

    store: Store

    def texts_holding(self, words: str, most: int | None = None) -> list[str]:
        """See ``TextIndex``."""
        holding = {
            version for version, text in self._texts() if words and words in comparable(text)
        }
        return self._sorted(holding)[:most]

    def in_order(self, versions: Collection[str]) -> list[str]:
        """See ``TextIndex``."""
        return self._sorted(version for version, _ in self._texts() if version in versions)

    def _sorted(self, versions: Iterable[str]) -> list[str]:
        reader = GraphReader(self.store)
        return sorted(versions, key=lambda version: publication(reader, version))

    def sentence_count(self) -> int:
        """See ``TextIndex``."""
        return sum(len(folded_sentences(text)) for _, text in self._texts())

    def sentences_holding(self, term: str) -> Iterator[tuple[str, int]]:
        """See ``TextIndex``."""
        for version, text in self._texts():
            for number, sentence in enumerate(folded_sentences(text)):
                if term in sentence:
                    yield version, number

    def keys_that(
        self, *, begin: str = "", hold: Sequence[str] = (), hold_words: Sequence[str] = ()
    ) -> Iterator[tuple[str, str]]:
        """See ``TextIndex``."""
        conditions = [f"STRSTARTS(?key, {Literal(begin)})"] if begin else []
        conditions += [f"CONTAINS(?key, {Literal(part)})" for part in hold]
        conditions += [
            f"(STRSTARTS(?key, {Literal(word)}) || CONTAINS(?key, {Literal(f' {word}')}))"
            for word in hold_words
        ]
        text = _KEYS_THAT.format(condition=" && ".join(conditions))
        answer = self.store.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
        if not isinstance(answer, QuerySolutions):
            raise TypeError(text)
        for row in answer:
            yield row["thing"].value, row["key"].value

    def labelled(self, key: str) -> list[str]:
        """See ``TextIndex``; a graph of one's own may have neither search keys nor such names."""
        has_keys = next(iter(self.store.quads_for_pattern(None, ZJ.searchKey, None, None)), None)
        naming = _PREFERRED if has_keys else (RDFS.label, *_PREFERRED)
        return sorted({iri for iri, label in self._names(naming) if match_key(label) == key})

    def labels(self) -> list[tuple[str, str]]:
        """See ``TextIndex``."""
        first: dict[str, str] = {}
        for label in sorted({label for _, label in self._names((RDFS.label, *_PREFERRED))}):
            first.setdefault(match_key(label), label)
        return list(first.items())

    def _texts(self) -> Iterator[tuple[str, str]]:
        """The stored text of every article version, by its IRI."""
        reader = GraphReader(self.store)
        for version in reader.subjects("rdf:type", node("zj:ArticleVersion").value):
            if text := reader.first(version, "zj:text", version):
                yield version, text

    def _names(self, naming: Iterable[NamedNode]) -> Iterator[tuple[str, str]]:
        """All things with their names, without the terms of the ontology, which have labels too."""
        for predicate in naming:
            for quad in self.store.quads_for_pattern(None, predicate, None, None):
                if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)):
                    continue
                if not quad.subject.value.startswith(TERMS):
                    yield quad.subject.value, quad.object.value


@dataclass(frozen=True, slots=True)
class Beside:
    """Asks the index; where that has moved on to another state since, the store."""

    index: TextIndex
    scan: Scan

    def texts_holding(self, words: str, most: int | None = None) -> Sequence[str]:
        """See ``TextIndex``."""
        return self._answer(lambda index: index.texts_holding(words, most))

    def in_order(self, versions: Collection[str]) -> Sequence[str]:
        """See ``TextIndex``."""
        return self._answer(lambda index: index.in_order(versions))

    def sentence_count(self) -> int:
        """See ``TextIndex``."""
        return self._answer(lambda index: index.sentence_count())

    def sentences_holding(self, term: str) -> Iterable[tuple[str, int]]:
        """See ``TextIndex``."""
        return self._answer(lambda index: list(index.sentences_holding(term)))

    def keys_that(
        self, *, begin: str = "", hold: Sequence[str] = (), hold_words: Sequence[str] = ()
    ) -> Iterable[tuple[str, str]]:
        """See ``TextIndex``."""
        return self._answer(
            lambda index: list(index.keys_that(begin=begin, hold=hold, hold_words=hold_words))
        )

    def labelled(self, key: str) -> Sequence[str]:
        """See ``TextIndex``."""
        return self._answer(lambda index: index.labelled(key))

    def labels(self) -> Iterable[tuple[str, str]]:
        """See ``TextIndex``."""
        return self._answer(lambda index: index.labels())

    def _answer(self, ask: Callable[[TextIndex], Answer]) -> Answer:
        try:
            return ask(self.index)
        except IndexMovedOnError:
            return ask(self.scan)
