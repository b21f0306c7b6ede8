"""Articles that print one another's text: grouped by clause, then by pair of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from zjkg import comparison
from zjkg.distributed.extraction import decoded
from zjkg.distributed.keyed import grouped
from zjkg.model import Repost

if TYPE_CHECKING:
    from pyspark import RDD

Holder = tuple[str, int]
"""An article's source and how many clauses it has."""


def reposts(records: RDD[tuple[str, bytes]], partitions: int) -> RDD[Repost]:
    """The pairs of articles that repeat one another."""
    held = records.flatMap(lambda each: _clauses(*each))
    shared = grouped(held, partitions).flatMap(_pairs)
    return grouped(shared, partitions).flatMap(_reposts)


def _clauses(source: str, record: bytes) -> Iterator[tuple[str, Holder]]:
    found = comparison.clauses_of(decoded(record).article.text)
    for clause in found:
        yield f"{clause:x}", (source, len(found))


def _pairs(clause: tuple[str, Iterable[Holder]]) -> Iterator[tuple[str, tuple[Holder, Holder]]]:
    holders = sorted(clause[1])
    if len(holders) > comparison.COMMONEST:
        return
    for first, second in combinations(holders, 2):
        yield f"{first[0]}\0{second[0]}", (first, second)


def _reposts(pair: tuple[str, Iterable[tuple[Holder, Holder]]]) -> list[Repost]:
    shared = list(pair[1])
    (first, one), (second, other) = shared[0]
    return comparison.reposted(first, second, len(shared), min(one, other))
