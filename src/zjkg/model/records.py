"""The records of all articles, without all of them in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Self, overload

from zjkg.model.claims import ArticleRecord

_AT_HAND = 512
"""How many records stay in memory after a look at them."""


def _unknown(source: str) -> str | None:  # noqa: ARG001 - of no source
    return None


class Records(Sequence[ArticleRecord]):
    """The records of a corpus in the order of their sources, each loaded when it is looked at.

    ``stamp`` tells of a source what its record is a function of; None where nobody knows.
    """

    def __init__(
        self,
        sources: Iterable[str],
        load: Callable[[str], ArticleRecord],
        at_hand: int = _AT_HAND,
        stamp: Callable[[str], str | None] = _unknown,
    ) -> None:
        self.sources = tuple(sorted(sources))
        self.stamp = stamp
        self._load = lru_cache(maxsize=at_hand)(load)

    @classmethod
    def of(cls, records: Iterable[ArticleRecord]) -> Self:
        """The records that are in memory already."""
        by_source = {record.article.source: record for record in records}
        return cls(by_source, by_source.__getitem__, at_hand=0)

    def are_stamped(self) -> bool:
        """Whether it is known of all what they are functions of."""
        return all(self.stamp(source) is not None for source in self.sources)

    def of_source(self, source: str) -> ArticleRecord:
        """The record of an article."""
        return self._load(source)

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[ArticleRecord]:
        return map(self._load, self.sources)

    @overload
    def __getitem__(self, index: int) -> ArticleRecord: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[ArticleRecord, ...]: ...

    def __getitem__(self, index: int | slice) -> ArticleRecord | tuple[ArticleRecord, ...]:
        """The record at a place in the order of sources."""
        if isinstance(index, slice):
            return tuple(map(self._load, self.sources[index]))
        return self._load(self.sources[index])


def in_order(records: Iterable[ArticleRecord]) -> Records:
    """The records in the order of their sources; those that wait on disk stay there."""
    return records if isinstance(records, Records) else Records.of(records)
