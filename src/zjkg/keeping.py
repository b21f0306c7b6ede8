"""Sees to it that a store keeps the record of every wanted article; those it lacks are made.

What costs time is done where the article is read, in the worker processes: reading, extraction,
and the bytes of the record and of the original as the store keeps them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import msgspec

from zjkg.errors import ReadingError
from zjkg.extraction import FEW, Progress, batches, extract_batch, spread
from zjkg.model import Article, ArticleRecord
from zjkg.originals import File, Original, RecordKeys, original_of
from zjkg.reading import read_bytes
from zjkg.settings import Settings
from zjkg.store import GraphStore, packed


class _Read(NamedTuple):
    """An article as the store keeps it; both are packed."""

    source: str
    original: bytes
    record: bytes


class _Unread(NamedTuple):
    source: str
    error: ReadingError


@dataclass(frozen=True, slots=True)
class Keeping:
    """Keeps records in a store, under ``keys``; ``kept`` are those that it has already.

    ``progress`` is told how many articles are done.
    """

    store: GraphStore
    settings: Settings
    keys: RecordKeys
    kept: Collection[str]
    jobs: int
    progress: Progress

    def keep(self, wanted: dict[str, File], held: Mapping[str, File]) -> list[ReadingError]:
        """Keep the record of each wanted article; what could not be read, in their order.

        A file that cannot be read gives way in ``wanted`` to the one that is held, or leaves it.
        """
        order = {source: place for place, source in enumerate(wanted)}
        unread = {each.source: each.error for each in self._make(self._lacking(wanted), wanted)}
        formers: dict[str, File] = {}
        for source in unread:
            unreadable, former = wanted.pop(source), held.get(source)
            if former is not None and former.key != unreadable.key:
                wanted[source] = formers[source] = former
        for source, _ in self._make(self._lacking(formers), wanted):
            del wanted[source]  # these rules cannot read it any more
        return [unread[source] for source in sorted(unread, key=order.__getitem__)]

    def _lacking(self, files: Mapping[str, File]) -> list[str]:
        """The articles whose record the store lacks."""
        return [s for s, file in files.items() if self.keys.of(file) not in self.kept]

    def _make(self, sources: Sequence[str], wanted: dict[str, File]) -> Iterator[_Unread]:
        """Make and keep the records of some articles; those that cannot be read."""
        lost: list[_Unread] = []
        originals = self._originals(sources, wanted, lost)
        for batch in self._batches(originals, len(sources)):
            for each in batch:
                if isinstance(each, _Unread):
                    yield each
                    continue
                file = wanted[each.source]
                self.store.save_packed(self.keys.of(file), each.record)
                self.store.save_packed(file.key, each.original)
            self.progress(len(batch))
        yield from lost

    def _originals(
        self, sources: Iterable[str], wanted: dict[str, File], lost: list[_Unread]
    ) -> Iterator[Original]:
        for source in sources:
            try:
                wanted[source], original = original_of(self.store, wanted[source])
            except ReadingError as error:
                lost.append(_Unread(source, error))
                continue
            yield original

    def _batches(
        self, originals: Iterable[Original], number: int
    ) -> Iterator[list[_Read | _Unread]]:
        if self.jobs > 1 and number > FEW:
            work = partial(_work, settings=self.settings)
            yield from spread(work, originals, number, self.jobs)
            return
        for batch in batches(originals):
            yield _work(batch, self.settings)


def _work(batch: tuple[Original, ...], settings: Settings) -> list[_Read | _Unread]:
    """Runs in a worker process, or in this one."""
    articles: dict[str, Article] = {}
    originals: dict[str, Original] = {}
    found: list[_Read | _Unread] = []
    for original in batch:
        try:
            article = read_bytes(original.name, original.data, zone=settings.zone)
        except ReadingError as error:
            found.append(_Unread(original.source, error))
            continue
        articles[article.source], originals[article.source] = article, original
    for record in extract_batch(list(articles.values()), settings):
        source = record.article.source
        both = originals[source], _lean(record)
        found.append(_Read(source, *(packed(msgspec.json.encode(each)) for each in both)))
    return found


def _lean(record: ArticleRecord) -> ArticleRecord:
    """A record without the words of sentences, which serve extraction alone."""
    return replace(record, recognition=replace(record.recognition, tokens=()))
