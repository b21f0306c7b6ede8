"""Statements of one kind between the same two nodes become one edge with its evidence.

In memory are only numbers of both; what they say waits in temporary files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from zjkg.export.labels import choose, shorten, written_once
from zjkg.export.ledger import Block, Keys, Ledger
from zjkg.export.origins import Origins
from zjkg.export.said import Sentence
from zjkg.export.selection import Facts
from zjkg.export.shelves import Shelf
from zjkg.export.statements import Statement
from zjkg.export.view import Column, ColumnType, Edge, Weight
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
_AT_ONCE = 1024  # numbers of Python's at a time


class Statements:
    """Statements in any order, to be sorted by what they join."""

    def __init__(self) -> None:
        self._said = Shelf(Statement)
        self._numbers: dict[str, int] = {}  # of nodes and of kinds
        self._joined = Ledger(
            [("source", "u4"), ("target", "u4"), ("kind", "u4"), ("address", "u8")]
        )
        self._is_known: NDArray[np.bool_] = np.empty(0, dtype=np.bool_)
        self._is_anchor: NDArray[np.bool_] = np.empty(0, dtype=np.bool_)

    def take(self, statements: Iterable[Statement]) -> None:
        """Add statements."""
        for statement in statements:
            names = statement.source, statement.target, statement.kind
            self._joined.put((*map(self._number, names), self._said.put(statement)))

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers))

    def keep(self, known: Container[str], anchors: Container[str]) -> set[str]:
        """Leaves out all statements but those between ``known`` nodes, one of them an anchor.

        Returns:
            The ends of the statements that stay.
        """
        self._is_known = np.array([name in known for name in self._numbers], dtype=np.bool_)
        self._is_anchor = np.array([name in anchors for name in self._numbers], dtype=np.bool_)
        reached = np.zeros(len(self._numbers), dtype=np.bool_)
        for block in self._joined.blocks():
            wanted = block[self._stays(block)]
            reached[wanted["source"]] = reached[wanted["target"]] = True
        return {name for name, is_end in zip(self._numbers, reached, strict=True) if is_end}

    def _stays(self, block: Block) -> NDArray[np.bool_]:
        source, target = block["source"], block["target"]
        stays = self._is_known[source] & self._is_known[target]
        stays &= self._is_anchor[source] | self._is_anchor[target]
        return np.asarray(stays, dtype=np.bool_)

    def groups(self) -> Iterator[list[Statement]]:
        """The statements that stay by source, target and kind, in their order."""
        rank = np.empty(len(self._numbers), dtype=np.int64)
        ordered = sorted(self._numbers)
        rank[[self._numbers[name] for name in ordered]] = np.arange(len(ordered))

        def key(block: Block) -> Keys:
            return np.where(self._stays(block), rank[block["source"]], -1)

        blocks = self._joined.by_key(key, len(rank))
        said = (self._said[address] for block in blocks for address in _sorted(block, rank))
        for _, group in groupby(said, key=_joined):
            yield list(group)


def _sorted(block: Block, rank: Keys) -> Iterator[int]:
    """The addresses of statements in the order of what they join."""
    order = np.lexsort([rank[block[name]] for name in ("kind", "target", "source")])
    for first in range(0, len(order), _AT_ONCE):
        yield from block["address"][order[first : first + _AT_ONCE]].tolist()


def _joined(statement: Statement) -> tuple[str, str, str]:
    return statement.source, statement.target, statement.kind


def assemble(
    statements: Statements,
    facts: Facts,
    origins: Origins,
    weight: Weight,
    note: Callable[[Edge], object],
) -> Collection[Edge]:
    """Edges sorted by source, target and kind.

    Args:
        statements: What joins two nodes.
        facts: The shared part of the store.
        origins: What ties claims and articles to one origin.
        weight: What the weight of an edge counts.
        note: What sees each edge once, before it waits in a file.
    """
    shelf = Shelf(Edge)
    for group in statements.groups():
        edge = _edge(group, facts, origins, weight)
        note(edge)
        shelf.put(edge)
    return shelf


def speaker_names(speakers: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Full names of the speakers, sorted."""
    return tuple(sorted({choose(facts.names.get(iri, [])).full or iri for iri in speakers}))


def _edge(group: Sequence[Statement], facts: Facts, origins: Origins, weight: Weight) -> Edge:
    first = group[0]
    sentences = _in_order(group, facts)
    articles = {sentence.article for sentence in sentences}
    seen = facts.seen(articles)
    posts = tuple(sorted({statement.post for statement in group if statement.post}))
    speakers = {speaker for statement in group for speaker in statement.speakers}
    independent = origins.count(_stated(group))
    counts = {Weight.EVIDENCE: len(sentences), Weight.ORIGINS: independent}
    return Edge(
        id=digest("edge", first.source, first.target, first.kind),
        source=first.source,
        target=first.target,
        kind=first.kind,
        label=shorten("、".join(written_once(posts))) if posts else first.kind,
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


def _stated(group: Sequence[Statement]) -> set[tuple[str, str]]:
    """Which article makes which claim."""
    return {(each.article, statement.claim) for statement in group for each in statement.sentences}


def _in_order(group: Sequence[Statement], facts: Facts) -> list[Sentence]:
    """The sentences, the first published first; those without a date last."""
    known = {each.iri: each for statement in group for each in statement.sentences}
    return sorted(
        known.values(),
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
