"""Sentences of the articles that speak of something, by its names in any script or by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions, Store

from zjkg.passages import comparable, occurrences, sentence_around, sentences
from zjkg.query.claim_reader import publication
from zjkg.query.found import FoundSentence, FoundSentences, Match
from zjkg.query.numbers import Asked, written
from zjkg.query.prefixes import PREFIXES
from zjkg.query.reader import GraphReader
from zjkg.query.terms import best_holding, search_terms
from zjkg.query.text_index import TextIndex, text_index

_RANK = {match: rank for rank, match in enumerate(Match)}
_MOST_TEXTS = 500
"""So many texts are looked at, which takes about half a second."""
_MOST_MENTIONS = 100_000
"""So many mentions are read to find the texts."""
_MENTIONS = f"""
SELECT ?version ?entity ?mention {{
  VALUES ?entity {{ $values }}
  GRAPH ?version {{ ?mention oa:hasBody ?entity }}
}} LIMIT {_MOST_MENTIONS}
"""
_PLACES = """
SELECT ?version ?entity ?start ?end {
  VALUES ?mention { $values }
  GRAPH ?version {
    ?mention oa:hasBody ?entity ; oa:hasTarget ?place .
    ?place oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
  }
}
"""
_VALUES = f"""
SELECT ?version ?unit ?start ?end {{
  VALUES ?value {{ $values }}
  GRAPH ?version {{
    ?claim zj:value|zj:valueMax ?value ; zj:unit ?unit ; zj:focus ?place .
    ?place oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
  }}
}} LIMIT {_MOST_MENTIONS}
"""
_Span = tuple[int, int]
_ENDS_IN_LETTERS = re.compile(r"[A-Za-z0-9]\Z")
_NUMBER_BEFORE = re.compile(r"[0-9][.,]\Z")
_NUMBER_AFTER = re.compile(r"[.,]?[0-9]")


@dataclass(slots=True)
class _Hits:
    """The spans that match in one sentence, and the best way in which one does."""

    match: Match
    spans: set[_Span] = field(default_factory=set)


def matching_sentences(
    store: Store, words: str, entities: Mapping[str, Match], limit: int, numbers: Asked = ()
) -> FoundSentences:
    """The best sentences and how many there are; by match, publication and place.

    Sentences match that hold the words, state one of the numbers or mention one of the entities;
    where there are none, those that hold most of the words one by one. Of many texts only the
    first are looked at, those with the best match before others.
    """
    reader = GraphReader(store)
    texts = _Texts(reader)
    index = text_index(store)
    chosen = _chosen(store, index, words, entities)
    found: dict[tuple[str, _Span], _Hits] = {}
    standing = _standing(chosen.standing, texts, words)
    mentioned = _mentioned(store, chosen.mentions, entities)
    for version, span, match in (*standing, *_stating(store, numbers), *mentioned):
        if not texts[version]:
            continue
        hits = found.setdefault((version, sentence_around(texts[version], *span)), _Hits(match))
        hits.match = min(hits.match, match, key=_RANK.__getitem__)
        hits.spans.add(span)
    places = {version: publication(reader, version) for version in {key[0] for key in found}}
    ordered = sorted(found, key=lambda key: (_RANK[found[key].match], places[key[0]], key[1]))
    if not ordered:
        ordered = _by_words(reader, index, texts, words, found)
    shown = tuple(_sentence(reader, texts, key, found[key]) for key in ordered[:limit])
    return FoundSentences(shown, len(ordered), _MOST_TEXTS if chosen.are_first else None)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The texts to look at that hold the words, and the mentions in the texts to look at.

    ``are_first`` says that there are more.
    """

    standing: Sequence[str]
    mentions: Sequence[str]
    are_first: bool


def _chosen(store: Store, index: TextIndex, words: str, entities: Mapping[str, Match]) -> _Chosen:
    standing = index.texts_holding(comparable(words), _MOST_TEXTS + 1)
    by_match: dict[Match, dict[str, list[str]]] = {match: {} for match in Match}
    count = 0
    for row in _rows(store, _MENTIONS, _nodes(entities)):
        count += 1
        versions = by_match[entities[row["entity"].value]]
        versions.setdefault(row["version"].value, []).append(row["mention"].value)
    by_match[Match.NAME] |= {version: by_match[Match.NAME].get(version, []) for version in standing}
    chosen: dict[str, None] = {}
    for versions in by_match.values():
        chosen |= dict.fromkeys(index.in_order(versions) if versions else ())
    are_first = len(chosen) > _MOST_TEXTS or count == _MOST_MENTIONS
    looked_at = set(islice(chosen, _MOST_TEXTS))
    mentions = [
        mention
        for versions in by_match.values()
        for version, found in versions.items()
        if version in looked_at
        for mention in found
    ]
    return _Chosen([each for each in standing if each in looked_at], mentions, are_first)


def _rows(store: Store, text: str, values: Iterable[str]) -> Iterator[QuerySolution]:
    """What a query answers to some terms."""
    nodes = " ".join(values)
    if not nodes:
        return
    answer = store.query(text.replace("$values", nodes), prefixes=dict(PREFIXES))
    if not isinstance(answer, QuerySolutions):
        raise TypeError(text)
    yield from answer


def _nodes(iris: Iterable[str]) -> Iterator[str]:
    return (str(NamedNode(iri)) for iri in iris)


class _Texts(dict[str, str]):
    """The stored texts of article versions, by their IRIs, each read when it is asked for."""

    def __init__(self, reader: GraphReader) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, version: str) -> str:
        text = self[version] = self._reader.first(version, "zj:text", version) or ""
        return text


def _standing(
    versions: Iterable[str], texts: Mapping[str, str], words: str
) -> Iterator[tuple[str, _Span, Match]]:
    """Where the words stand as they were given, whatever their script."""
    for version in versions:
        for span in _whole(texts[version], words):
            yield version, span, Match.NAME


def _whole(text: str, words: str) -> list[_Span]:
    return [span for span in occurrences(text, words) if _is_whole(text, span)]


def _is_whole(text: str, span: _Span) -> bool:
    """Whether the span begins where a word begins (not art in start) and cuts no number."""
    start, end = span
    before, first = text[max(start - 2, 0) : start], text[start]
    inside = first.isascii() and first.isalnum() and _ENDS_IN_LETTERS.search(before)
    cut_before = first.isdigit() and _NUMBER_BEFORE.search(before)
    cut_after = text[end - 1].isdigit() and _NUMBER_AFTER.match(text, end)
    return not (inside or cut_before or cut_after)


def _stating(store: Store, numbers: Asked) -> Iterator[tuple[str, _Span, Match]]:
    """Where claims of the articles have one of the numbers, however it is written there."""
    units: dict[str, set[str | None]] = {}
    for value, unit in numbers:
        units.setdefault(str(written(value)), set()).add(unit)
    for term, wanted in units.items():
        for row in _rows(store, _VALUES, [term]):
            if None in wanted or row["unit"].value in wanted:
                span = (int(row["start"].value), int(row["end"].value))
                yield row["version"].value, span, Match.NUMBER


def _mentioned(
    store: Store, mentions: Sequence[str], entities: Mapping[str, Match]
) -> Iterator[tuple[str, _Span, Match]]:
    """Where the articles mention the entities, under any of their names."""
    for row in _rows(store, _PLACES, _nodes(mentions)):
        span = (int(row["start"].value), int(row["end"].value))
        if match := entities.get(row["entity"].value):
            yield row["version"].value, span, match


def _by_words(
    reader: GraphReader,
    index: TextIndex,
    texts: Mapping[str, str],
    words: str,
    found: dict[tuple[str, _Span], _Hits],
) -> list[tuple[str, _Span]]:
    """The sentences that hold most of the words, the best first; fills in what was found."""
    terms = search_terms(words)
    held: dict[tuple[str, int], list[str]] = {}
    for term in terms:
        for place in index.sentences_holding(term):
            held.setdefault(place, []).append(term)
    scores = best_holding(terms, held, index.sentence_count() if held else 0)
    published = {version: publication(reader, version) for version, _ in scores}
    for version, number in sorted(scores, key=lambda at: (-scores[at], published[at[0]], at)):
        start, end = tuple(sentences(texts[version]))[number]
        text = texts[version][start:end]
        standing = {term: _whole(text, term) for term in terms if occurrences(text, term)}
        if all(standing.values()):
            spans = {(start + a, start + b) for found_at in standing.values() for a, b in found_at}
            found[version, (start, end)] = _Hits(Match.WORDS, spans)
    return list(found)


def _sentence(
    reader: GraphReader, texts: Mapping[str, str], key: tuple[str, _Span], hits: _Hits
) -> FoundSentence:
    version, (start, end) = key
    article = reader.first(version, "prov:specializationOf", version) or version
    return FoundSentence(
        version=version,
        source=reader.first(version, "zj:source", version) or version,
        title=reader.first(article, "schema:headline", version),
        published=reader.first(article, "zj:issuedLocal", version),
        match=hits.match,
        text=texts[version][start:end],
        start=start,
        end=end,
        hits=_merged(hits.spans),
    )


def _merged(spans: Iterable[_Span]) -> tuple[_Span, ...]:
    """The spans in order, those that overlap or touch as one."""
    merged: list[_Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
