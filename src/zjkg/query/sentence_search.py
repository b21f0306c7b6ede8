"""Sentences of the articles that speak of something, by its names in any script or by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, QuerySolutions, Store

from zjkg.query.claim_reader import publication
from zjkg.query.found import FoundSentence, Match
from zjkg.query.passages import folded, occurrences, sentence_around, sentences
from zjkg.query.prefixes import PREFIXES
from zjkg.query.reader import GraphReader, node
from zjkg.query.terms import best_sentences, search_terms

_RANK = {match: rank for rank, match in enumerate(Match)}
_PLACES = """
SELECT ?version ?entity ?start ?end {{
  VALUES ?entity {{ {entities} }}
  GRAPH ?version {{
    ?mention oa:hasBody ?entity ; oa:hasTarget ?place .
    ?place oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
  }}
}}
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
    store: Store, words: str, entities: Mapping[str, Match], limit: int
) -> tuple[tuple[FoundSentence, ...], int]:
    """The best sentences and how many there are; by match, publication and place.

    Sentences match that hold the words, or mention one of the entities; where there are none,
    those that hold most of the words one by one.
    """
    reader = GraphReader(store)
    texts = _texts(reader)
    found: dict[tuple[str, _Span], _Hits] = {}
    for version, span, match in (*_standing(texts, words), *_mentioned(store, entities)):
        if version not in texts:
            continue
        hits = found.setdefault((version, sentence_around(texts[version], *span)), _Hits(match))
        hits.match = min(hits.match, match, key=_RANK.__getitem__)
        hits.spans.add(span)
    places = {version: publication(reader, version) for version in {key[0] for key in found}}
    ordered = sorted(found, key=lambda key: (_RANK[found[key].match], places[key[0]], key[1]))
    if not ordered:
        ordered = _by_words(reader, texts, words, found)
    shown = tuple(_sentence(reader, texts, key, found[key]) for key in ordered[:limit])
    return shown, len(ordered)


def _texts(reader: GraphReader) -> dict[str, str]:
    """The stored text of every article version, by its IRI."""
    versions = reader.subjects("rdf:type", node("zj:ArticleVersion").value)
    texts = {version: reader.first(version, "zj:text", version) for version in versions}
    return {version: text for version, text in texts.items() if text}


def _standing(texts: Mapping[str, str], words: str) -> Iterator[tuple[str, _Span, Match]]:
    """Where the words stand as they were given, whatever their script."""
    wanted = folded(words)
    for version, text in texts.items():
        if wanted and wanted in folded(text):
            for span in _whole(text, words):
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


def _mentioned(store: Store, entities: Mapping[str, Match]) -> Iterator[tuple[str, _Span, Match]]:
    """Where the articles mention the entities, under any of their names."""
    if not entities:
        return
    nodes = " ".join(str(NamedNode(iri)) for iri in entities)
    answer = store.query(_PLACES.format(entities=nodes), prefixes=dict(PREFIXES))
    if not isinstance(answer, QuerySolutions):
        raise TypeError(_PLACES)
    for row in answer:
        span = (int(row["start"].value), int(row["end"].value))
        yield row["version"].value, span, entities[row["entity"].value]


def _by_words(
    reader: GraphReader,
    texts: Mapping[str, str],
    words: str,
    found: dict[tuple[str, _Span], _Hits],
) -> list[tuple[str, _Span]]:
    """The sentences that hold most of the words, the best first; fills in what was found."""
    terms = search_terms(words)
    if not terms:
        return []
    by_publication = sorted(texts, key=lambda version: publication(reader, version))
    keys = [(version, span) for version in by_publication for span in sentences(texts[version])]
    numbered = ((f"{i:012}", texts[key[0]][slice(*key[1])]) for i, key in enumerate(keys))
    best = [keys[int(number)] for number in best_sentences(terms, numbered)]
    for version, (start, end) in best:
        text = texts[version][start:end]
        standing = {term: _whole(text, term) for term in terms if occurrences(text, term)}
        if all(standing.values()):
            spans = {(start + a, start + b) for found_at in standing.values() for a, b in found_at}
            found[version, (start, end)] = _Hits(Match.WORDS, spans)
    return [key for key in best if key in found]


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
