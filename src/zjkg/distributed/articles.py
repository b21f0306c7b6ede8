"""Records with what the corpus tells of each: who its entities are, who prints its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zjkg.distributed.extraction import decoded
from zjkg.distributed.keyed import Keyed, cogrouped
from zjkg.distributed.naming import Settled
from zjkg.model import ArticleRecord, EntityType, Identity, LocalKey, Repost

if TYPE_CHECKING:
    from pyspark import RDD


@dataclass(frozen=True, slots=True)
class Article:
    """An article's record, the identity of its own entities and their types, its reposts."""

    source: str
    stored: bytes
    identity: Identity
    types: dict[str, EntityType]
    reposts: tuple[Repost, ...]

    @property
    def record(self) -> ArticleRecord:
        """What is known from the article alone."""
        return decoded(self.stored)


def articles(
    records: RDD[tuple[str, bytes]],
    settled: RDD[Settled],
    reposts: RDD[Repost],
    partitions: int,
) -> RDD[Article]:
    """Every article with what hangs on it."""
    printed = reposts.flatMap(lambda each: [(each.first, each), (each.second, each)])
    return cogrouped(partitions, records, settled.flatMap(_called), printed).flatMap(_article)


def _called(settled: Settled) -> Iterator[Keyed]:
    for thing in settled.things:
        for member in thing.members:
            yield member.source, (member, thing.iri, thing.type)


def _article(
    joined: tuple[str, tuple[list[bytes], list[tuple[LocalKey, str, EntityType]], list[Repost]]],
) -> Iterator[Article]:
    source, (stored, called, reposts) = joined
    iris = {key: iri for key, iri, _ in sorted(called)}
    types = {iri: kind for _, iri, kind in called}
    printed = tuple(sorted(reposts, key=lambda each: (each.first, each.second)))
    for record in stored:
        yield Article(source, record, Identity((), iris), types, printed)
