"""Statements of one kind between the same two nodes become one edge with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from zjkg.export.labels import choose, shorten
from zjkg.export.origins import Origins
from zjkg.export.selection import Facts, Sentence
from zjkg.export.statements import Statement
from zjkg.export.view import Column, ColumnType, Edge, Seen, Weight
from zjkg.ids import digest

EDGE_COLUMNS = (
    Column("predicate", ColumnType.STRING),
    Column("modality", ColumnType.STRING),
    Column("posts", ColumnType.STRINGS),
    Column("sentences", ColumnType.INTEGER),
    Column("articles", ColumnType.INTEGER),
    Column("origins", ColumnType.INTEGER),
    Column("sources", ColumnType.STRINGS),
    Column("speakers", ColumnType.STRINGS),
    Column("quote", ColumnType.STRING),
    Column("evidence", ColumnType.STRING),
    Column("firstSeen", ColumnType.STRING),
    Column("lastSeen", ColumnType.STRING),
    Column("directed", ColumnType.BOOLEAN),
)
_MOST_EVIDENCE = 10  # IRIs in one cell; the rest is counted, the weight counts all
_NO_DATE = "9999"


def assemble(
    statements: Iterable[Statement], facts: Facts, origins: Origins, weight: Weight
) -> list[Edge]:
    """Edges sorted by source, target and kind.

    Args:
        statements: What joins two nodes, in any order.
        facts: The shared part of the store.
        origins: What ties claims and articles to one origin.
        weight: What the weight of an edge counts.
    """
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.source, statement.target, statement.kind].append(statement)
    return [_edge(groups[key], facts, origins, weight) for key in sorted(groups)]


def speaker_names(speakers: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Full names of the speakers, sorted."""
    return tuple(sorted({choose(facts.names.get(iri, [])).full or iri for iri in speakers}))


def _edge(group: Sequence[Statement], facts: Facts, origins: Origins, weight: Weight) -> Edge:
    first = group[0]
    sentences = _in_order({iri for statement in group for iri in statement.sentences}, facts)
    articles = {sentence.article for sentence in sentences}
    seen = Seen.over(map(facts.date, articles))
    posts = tuple(sorted({statement.post for statement in group if statement.post}))
    speakers = {speaker for statement in group for speaker in statement.speakers}
    independent = origins.count(_stated(group, facts))
    counts = {Weight.EVIDENCE: len(sentences), Weight.ORIGINS: independent}
    return Edge(
        id=digest("edge", first.source, first.target, first.kind),
        source=first.source,
        target=first.target,
        kind=first.kind,
        label=shorten("、".join(posts)) if posts else first.kind,
        weight=float(max(1, counts[weight])),
        directed=first.directed,
        values=(
            first.predicate,
            first.modality or None,
            posts or None,
            len(sentences),
            len(articles),
            independent,
            tuple(sorted({_source(article, facts) for article in articles})) or None,
            speaker_names(speakers, facts) or None,
            sentences[0].quote if sentences else None,
            _references([sentence.iri for sentence in sentences]) or None,
            seen.first if seen else None,
            seen.last if seen else None,
            first.directed,
        ),
        seen=seen,
    )


def _stated(group: Sequence[Statement], facts: Facts) -> set[tuple[str, str]]:
    """Which article makes which claim."""
    return {
        (facts.sentences[iri].article, statement.claim)
        for statement in group
        for iri in statement.sentences
        if iri in facts.sentences
    }


def _in_order(iris: Iterable[str], facts: Facts) -> list[Sentence]:
    """The sentences, the first published first; those without a date last."""
    known = [facts.sentences[iri] for iri in iris if iri in facts.sentences]
    return sorted(
        known,
        key=lambda sentence: (
            facts.date(sentence.article) or _NO_DATE,
            sentence.article,
            sentence.start,
            sentence.iri,
        ),
    )


def _source(article: str, facts: Facts) -> str:
    known = facts.articles.get(article)
    return known.source if known and known.source else article


def _references(iris: Sequence[str]) -> str:
    shown = " ".join(iris[:_MOST_EVIDENCE])
    rest = len(iris) - _MOST_EVIDENCE
    return f"{shown} +{rest}" if rest > 0 else shown
