"""What was decided on each pair of entities, noted with the article of the first of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple, overload

import msgspec

from zjkg.errors import Bilingual
from zjkg.linking.components import Pair
from zjkg.linking.register import Register
from zjkg.model import ArticleMerges, LocalKey, Merge
from zjkg.notes import Notes

_PRINT = 16  # bytes of a digest
_AT_ONCE = 1 << 17
"""So many decisions wait in memory before they are noted."""
_Why = tuple[tuple[str, ...], str, str]


class _Row(NamedTuple):
    """A decision; ``why`` is a place among the reasons, the keys are those of either article."""

    first: str
    source: str
    second: str
    same: bool
    why: int
    called: tuple[str, str]


class _Decided(NamedTuple):
    """The decisions on pairs whose first entity is of one article, in order."""

    whys: list[_Why]
    rows: list[_Row]

    def merge(self, source: str, place: int) -> Merge:
        row = self.rows[place]
        evidence, en, zh = self.whys[row.why]
        first, second = LocalKey(source, row.first), LocalKey(row.source, row.second)
        return Merge(first, second, row.same, evidence, Bilingual(en, zh), row.called)

    def merges(self, source: str) -> Iterator[Merge]:
        return (self.merge(source, place) for place in range(len(self.rows)))


def verdict_of(merge: Merge) -> int:
    """A number that is equal for decisions of which equal things are told, apart from the pair."""
    return _verdict(merge.same, merge.evidence, merge.reason)


@lru_cache(maxsize=_AT_ONCE)
def _verdict(same: bool, evidence: tuple[str, ...], reason: Bilingual) -> int:  # noqa: FBT001
    content = msgspec.msgpack.encode((same, evidence, reason))
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest())


class Decisions:
    """Decisions that replace others; ``articles`` are those that have others now than before."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.articles: set[str] = set()
        self._withdrawn: dict[str, set[Pair]] = {}
        self._added: dict[str, list[Merge]] = {}
        self._waiting = 0

    def former(self, pair: Pair) -> bool | None:
        """Whether a pair was found to be one thing; None where nothing was decided on it."""
        first, second = pair
        noted = self._register.notes.read("decided", first.source, _Decided)
        keys = first.key, second.source, second.key
        rows = (row for row in (noted.rows if noted else ()) if row[:3] == keys)
        return next((row.same for row in rows), None)

    def withdraw(self, pairs: Iterable[Pair]) -> None:
        """What was decided on these pairs no longer holds."""
        for pair in pairs:
            self._withdrawn.setdefault(pair[0].source, set()).add(pair)

    def add(self, merge: Merge) -> None:
        """Take in what was decided on a pair."""
        self._added.setdefault(merge.first.source, []).append(merge)
        self._waiting += 1
        if self._waiting >= _AT_ONCE:
            self.save()

    def save(self) -> None:
        """Note all that."""
        for source in sorted({*self._withdrawn, *self._added}):
            if source not in self._register.articles_now:
                continue  # it is gone with what was decided
            self._save(source, self._withdrawn.get(source, set()), self._added.get(source, []))
        self._withdrawn.clear()
        self._added.clear()
        self._waiting = 0

    def _save(self, source: str, withdrawn: set[Pair], added: list[Merge]) -> None:
        notes = self._register.notes
        former = notes.read("decided", source, _Decided)
        held = list(former.merges(source)) if former is not None else []
        now = [merge for merge in held if (merge.first, merge.second) not in withdrawn]
        now += added
        now.sort(key=lambda merge: (merge.first, merge.second))
        if now != held:
            notes.write("decided", source, _noted(now))
            self.articles.add(source)


def _noted(merges: Iterable[Merge]) -> _Decided:
    whys: dict[_Why, int] = {}
    rows: list[_Row] = []
    for each in merges:
        why = whys.setdefault((each.evidence, each.reason.en, each.reason.zh), len(whys))
        second = each.second
        rows.append(_Row(each.first.key, second.source, second.key, each.same, why, each.called))
    return _Decided(list(whys), rows)


@dataclass(frozen=True, slots=True, eq=False)
class _OfArticle(Sequence[Merge]):
    """The merges of one article, made when they are looked at."""

    source: str
    decided: _Decided

    def __len__(self) -> int:
        return len(self.decided.rows)

    @overload
    def __getitem__(self, index: int) -> Merge: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Merge, ...]: ...

    def __getitem__(self, index: int | slice) -> Merge | tuple[Merge, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        return self.decided.merge(self.source, index)

    def __iter__(self) -> Iterator[Merge]:
        return self.decided.merges(self.source)


@dataclass(frozen=True, slots=True, eq=False)
class NotedMerges(Sequence[Merge]):
    """All merges in order of their pairs, read article by article."""

    notes: Notes
    sources: tuple[str, ...]

    def __len__(self) -> int:
        return sum(len(decided.rows) for _, decided in self._decided())

    def __iter__(self) -> Iterator[Merge]:
        for source, decided in self._decided():
            yield from decided.merges(source)

    def _decided(self) -> Iterator[tuple[str, _Decided]]:
        for source in self.sources:
            found = self.notes.read("decided", source, _Decided)
            if found is not None and found.rows:
                yield source, found

    def by_article(self, iris: Mapping[LocalKey, str]) -> Iterator[ArticleMerges]:
        """The merges by the article of their first member, see ``MergesByArticle``."""
        return (_of_article(source, decided, iris) for source, decided in self._decided())

    @overload
    def __getitem__(self, index: int) -> Merge: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Merge, ...]: ...

    def __getitem__(self, index: int | slice) -> Merge | tuple[Merge, ...]:
        """The merge at a place in the order of the pairs."""
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        """Whether the same was decided, for the same reasons."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __repr__(self) -> str:
        return repr(tuple(self))

    __hash__ = None  # type: ignore[assignment] # the notes change


def merges_of(notes: Notes, source: str, iris: Mapping[LocalKey, str]) -> ArticleMerges | None:
    """The merges whose first member is of an article, None where there are none."""
    found = notes.read("decided", source, _Decided)
    return _of_article(source, found, iris) if found is not None and found.rows else None


def _of_article(source: str, decided: _Decided, iris: Mapping[LocalKey, str]) -> ArticleMerges:
    about = [
        (iris.get(LocalKey(source, row.first)), iris.get(LocalKey(row.source, row.second)))
        for row in decided.rows
    ]
    content = msgspec.msgpack.encode((decided, about))
    merges = _OfArticle(source, decided)
    each = partial(_digests, merges, iris)
    return ArticleMerges(source, hashlib.sha256(content).hexdigest(), merges, each)


def _iris(merges: Iterable[Merge], iris: Mapping[LocalKey, str]) -> list[tuple[str, str]]:
    return [(iris.get(each.first, ""), iris.get(each.second, "")) for each in merges]


def _digests(merges: Sequence[Merge], iris: Mapping[LocalKey, str]) -> list[str]:
    told = zip(merges, _iris(merges, iris), strict=True)
    return [
        hashlib.blake2b(msgspec.msgpack.encode(each), digest_size=_PRINT).hexdigest()
        for each in told
    ]
