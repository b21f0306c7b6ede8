"""The sentences of a store as evidence: made when they are asked for, never all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zjkg.export.selection import Facts
from zjkg.export.view import Evidence


class Sentences(Mapping[str, Evidence]):
    """The sentences on which claims rest, by IRI."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def __getitem__(self, iri: str) -> Evidence:
        """A sentence with its article."""
        sentence = self._facts.sentences[iri]
        article = self._facts.articles.get(sentence.article)
        if article is None:
            return Evidence(sentence.quote, "", sentence.article, "")
        source = article.source or article.iri
        return Evidence(sentence.quote, article.headline or source, source, article.date)

    def __iter__(self) -> Iterator[str]:
        """The IRIs."""
        return iter(self._facts.sentences)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._facts.sentences)
