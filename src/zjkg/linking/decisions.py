"""What was decided on each pair of entities, kept in columns and told as merges."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from zjkg.errors import Bilingual
from zjkg.model import LocalKey, Merge


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
        whys = list(self._whys)
        for at in self._in_order().tolist():
            evidence, reason = whys[self._why[at]]
            a, b = self._first[at], self._second[at]
            same, called = bool(self._same[at]), (self._names[a], self._names[b])
            yield Merge(self._keys[a], self._keys[b], same, evidence, reason, called)

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
            ranked = sorted(range(len(self._keys)), key=self._keys.__getitem__)
            ranks = np.empty(len(ranked), dtype=np.int64)
            ranks[ranked] = np.arange(len(ranked))
            first, second = (
                np.frombuffer(column, dtype=np.intc) for column in (self._first, self._second)
            )
            self._sorted = np.lexsort((ranks[second], ranks[first]))
        return self._sorted
