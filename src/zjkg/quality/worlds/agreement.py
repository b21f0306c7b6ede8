"""Contradictions, look-alikes, reposts and origins against a world.

A contradiction is right where both of its sentences and its type are those of the truth; each
predicted pair that is none of the truth's is a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from zjkg.model import ArticleRecord, ClaimKind, ClaimRef, ConflictType, Evidence, Span
from zjkg.pipeline import Corpus
from zjkg.quality.scores import Figures, Score
from zjkg.quality.worlds.truth import Quote, TrueOrigin, Truth

_Place = tuple[str, Span]


def agreement(truth: Truth, corpus: Corpus) -> Figures:
    """The figures of everything that comparison says."""
    reader = _Places({record.article.source: record for record in corpus.records})
    found = [
        (each.type, reader.claim(each.first), reader.claim(each.second))
        for each in corpus.comparison.contradictions
    ]
    known = [
        (each.type, reader.quote(each.first), reader.quote(each.second))
        for each in truth.contradictions
    ]
    figures = {"contradictions": _matched(found, known)}
    for kind in ConflictType:
        figures[f"contradictions.{kind}"] = _matched(
            [each for each in found if each[0] is kind], [each for each in known if each[0] is kind]
        )
    flagged = [
        (reader.words(each.first), reader.words(each.second))
        for each in corpus.comparison.contradictions
    ]
    pairs = [
        (reader.quote(each.first, each.values[0]), reader.quote(each.second, each.values[1]))
        for each in truth.lookalikes
    ]
    alone = sum(not any(_same_pair(pair, each) for each in flagged) for pair in pairs)
    figures["lookalikes"] = Score.share(alone, len(pairs))
    figures["reposts"] = _reposts(truth, corpus)
    figures["origins"] = _origins(truth.origins, corpus, reader)
    return figures


class _Places:
    """Where claims and quotes stand."""

    def __init__(self, records: Mapping[str, ArticleRecord]) -> None:
        self._records = records

    def claim(self, ref: ClaimRef) -> _Place:
        """The article and the sentence of a claim."""
        return ref.source, self._evidence(ref).sentence

    def words(self, ref: ClaimRef) -> _Place:
        """The article and the first of the words that carry a claim: its number, its date."""
        evidence = self._evidence(ref)
        return ref.source, evidence.focus[0] if evidence.focus else evidence.sentence

    def _evidence(self, ref: ClaimRef) -> Evidence:
        claims = self._records[ref.source].claims
        match ref.kind:
            case ClaimKind.OBSERVATION:
                return claims.observations[ref.index].evidence
            case ClaimKind.ROLE:
                return claims.roles[ref.index].evidence
            case ClaimKind.RELATION:
                return claims.relations[ref.index].evidence
            case ClaimKind.MILESTONE:
                return claims.milestones[ref.index].evidence

    def quote(self, quote: Quote, value: str = "") -> _Place:
        """The article and the stretch of text of a quote, or of a value in it."""
        source, words = quote
        start = self._records[source].article.text.index(words)
        if value:
            start, words = start + words.index(value), value
        return source, Span(start, start + len(words))


def _matched(
    found: list[tuple[ConflictType, _Place, _Place]],
    known: list[tuple[ConflictType, _Place, _Place]],
) -> Score:
    """Pairs of sentences of one type; several claims of one pair of sentences count once."""
    right = sum(any(_same(each, one) for one in found) for each in known)
    distinct = list(dict.fromkeys(found))
    false = sum(not any(_same(each, one) for each in known) for one in distinct)
    return Score(right, right + false, len(known))


def _same(a: tuple[ConflictType, _Place, _Place], b: tuple[ConflictType, _Place, _Place]) -> bool:
    return a[0] is b[0] and _same_pair(a[1:], b[1:])


def _same_pair(a: tuple[_Place, _Place], b: tuple[_Place, _Place]) -> bool:
    return (_meet(a[0], b[0]) and _meet(a[1], b[1])) or (_meet(a[0], b[1]) and _meet(a[1], b[0]))


def _meet(a: _Place, b: _Place) -> bool:
    return a[0] == b[0] and a[1].overlaps(b[1])


def _reposts(truth: Truth, corpus: Corpus) -> Score:
    known = {frozenset(pair) for pair in truth.reposts}
    found = {frozenset((each.first, each.second)) for each in corpus.comparison.reposts}
    return Score(len(known & found), len(found), len(known))


def _origins(known: Iterable[TrueOrigin], corpus: Corpus, reader: _Places) -> Score:
    """Of the pairs of claims that truly have one origin, those that were found to have one."""
    together = {
        (reader.claim(a), reader.claim(b))
        for group in corpus.comparison.corroborations
        for origin in group.origins
        for a, b in combinations(origin.claims, 2)
    }
    pairs = [
        (reader.quote(a), reader.quote(b))
        for origin in known
        if origin.origins == 1
        for a, b in combinations(origin.claims, 2)
    ]
    right = sum(any(_same_pair(pair, two) for two in together) for pair in pairs)
    return Score.share(right, len(pairs))
