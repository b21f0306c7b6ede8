"""What was decided on each pair of entities, kept in columns and told as merges."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from zjkg.errors import Bilingual
from zjkg.model import ArticleMerges, LocalKey, Merge

_PRINT = 16  # bytes of a digest
_ROW = 3 * _PRINT + 1  # both members, the evidence with its reason, and whether they are one


class Decisions(Sequence[Merge]):
    """Merges in order of their pairs; a few bytes each, as most share their evidence and reason.

    ``order`` numbers the entities, ``names`` tells by number what their articles call them.
    """

    def __init__(self, order: Mapping[LocalKey, int], names: Sequence[str]) -> None:
        self._order, self._keys = order, list(order)
        self._names = names
        self._first, self._second = array("i"), array("i")
        self._same, self._why = bytearray(), array("i")
        self._whys: dict[tuple[tuple[str, ...], Bilingual], int] = {}
        self._sorted: NDArray[np.int64] | None = None

    def add(self, merge: Merge) -> None:
        """Take in what was decided on a pair."""
        self._first.append(self._order[merge.first])
        self._second.append(self._order[merge.second])
        self._same.append(merge.same)
        why = (merge.evidence, merge.reason)
        self._why.append(self._whys.setdefault(why, len(self._whys)))
        self._sorted = None

    def __len__(self) -> int:
        return len(self._first)

    def __iter__(self) -> Iterator[Merge]:
        return self.told(self._in_order())

    def told(self, places: NDArray[np.int64]) -> Iterator[Merge]:
        """The merges that were taken in at these places."""
        whys = list(self._whys)
        for at in places.tolist():
            evidence, reason = whys[self._why[at]]
            a, b = self._first[at], self._second[at]
            same, called = bool(self._same[at]), (self._names[a], self._names[b])
            yield Merge(self._keys[a], self._keys[b], same, evidence, reason, called)

    def by_article(self, iris: Mapping[LocalKey, str]) -> Iterator[ArticleMerges]:
        """The merges by the article of their first member, see ``MergesByArticle``."""
        places = self._in_order()
        firsts = np.frombuffer(self._first, dtype=np.intc)[places]
        rows = np.empty((len(places), _ROW), dtype=np.uint8)
        members = self._prints(iris)
        rows[:, :_PRINT] = members[firsts]
        rows[:, _PRINT : 2 * _PRINT] = members[np.frombuffer(self._second, dtype=np.intc)[places]]
        rows[:, 2 * _PRINT : -1] = self._reasons()[np.frombuffer(self._why, dtype=np.intc)[places]]
        rows[:, -1] = np.frombuffer(self._same, dtype=np.uint8)[places]
        articles = self._articles()[firsts]
        bounds = np.flatnonzero(articles[1:] != articles[:-1]) + 1
        for start, end in pairwise([0, *bounds.tolist(), len(places)] if len(places) else []):
            source, told = self._keys[firsts[start]].source, rows[start:end].tobytes()
            merges = _Told(self, places[start:end])
            each = partial(_digests, told)
            yield ArticleMerges(source, hashlib.sha256(told).hexdigest(), merges, each)

    def _prints(self, iris: Mapping[LocalKey, str]) -> NDArray[np.uint8]:
        """For each entity a digest of all that a merge tells of it; zeros where none does."""
        concerned = np.union1d(
            np.frombuffer(self._first, dtype=np.intc), np.frombuffer(self._second, dtype=np.intc)
        )
        found = np.zeros((len(self._keys), _PRINT), dtype=np.uint8)
        for number in concerned.tolist():
            key = self._keys[number]
            told = (key.source, key.key, self._names[number], iris.get(key, ""))
            found[number] = np.frombuffer(_print(told), dtype=np.uint8)
        return found

    def _reasons(self) -> NDArray[np.uint8]:
        prints = [_print((*kinds, "", why.en, why.zh)) for kinds, why in self._whys]
        return np.frombuffer(b"".join(prints), dtype=np.uint8).reshape(-1, _PRINT)

    def _articles(self) -> NDArray[np.int64]:
        """For each entity the number of its article."""
        numbers: dict[str, int] = {}
        found = (numbers.setdefault(key.source, len(numbers)) for key in self._keys)
        return np.fromiter(found, dtype=np.int64, count=len(self._keys))

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

    __hash__ = None  # type: ignore[assignment] # it grows

    def _in_order(self) -> NDArray[np.int64]:
        if self._sorted is None:
            keys = [(key.source, key.key) for key in self._keys]  # tuples are compared at once
            ranked = sorted(range(len(keys)), key=keys.__getitem__)
            ranks = np.empty(len(ranked), dtype=np.int64)
            ranks[ranked] = np.arange(len(ranked))
            first, second = (
                np.frombuffer(column, dtype=np.intc) for column in (self._first, self._second)
            )
            self._sorted = np.lexsort((ranks[second], ranks[first]))
        return self._sorted


class _Told(Sequence[Merge]):
    """Some of the decisions, made merges when they are looked at."""

    def __init__(self, decisions: Decisions, places: NDArray[np.int64]) -> None:
        self._decisions, self._places = decisions, places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Merge]:
        return self._decisions.told(self._places)

    @overload
    def __getitem__(self, index: int) -> Merge: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Merge, ...]: ...

    def __getitem__(self, index: int | slice) -> Merge | tuple[Merge, ...]:
        if isinstance(index, slice):
            return tuple(self._decisions.told(self._places[index]))
        return next(self._decisions.told(self._places[index : index + 1]))


def _print(parts: Iterable[str]) -> bytes:
    content = msgspec.msgpack.encode(tuple(parts))
    return hashlib.blake2b(content, digest_size=_PRINT).digest()


def _digests(rows: bytes) -> list[str]:
    return [
        hashlib.blake2b(rows[at : at + _ROW], digest_size=_PRINT).hexdigest()
        for at in range(0, len(rows), _ROW)
    ]
