"""The sentences of a store as evidence: read when they are asked for, never all of them."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from pyoxigraph import Store

from zjkg.export.said import Sentence, sentences_by_iri
from zjkg.export.selection import Facts
from zjkg.export.view import Evidence


def evidence_of(store: Store, facts: Facts) -> partial[dict[str, Evidence]]:
    """What gives the sentences with some IRIs."""
    return partial(_evidence, store, facts)


def _evidence(store: Store, facts: Facts, iris: Collection[str]) -> dict[str, Evidence]:
    found = sentences_by_iri(store, facts, iris)
    return {iri: _told(sentence, facts) for iri, sentence in found.items()}


def _told(sentence: Sentence, facts: Facts) -> Evidence:
    article = facts.articles.get(sentence.article)
    if article is None:
        return Evidence(sentence.quote, "", sentence.article, "")
    source = article.source or article.iri
    return Evidence(sentence.quote, article.headline or source, source, article.date)
