"""Rows of numbers that would not fit into memory, in temporary files, and the same by a key."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Block = NDArray[np.void]
"""Some rows, with a name for each of their columns."""
Keys = NDArray[np.int64]

AT_ONCE = 1 << 16
"""Rows in memory at a time."""
_WAITING = 1 << 10


class Ledger:
    """Rows of numbers in the order in which they were put.

    Args:
        columns: The names of the columns with their types, as numpy has them.
        rows: The first rows.
    """

    def __init__(
        self, columns: list[tuple[str, str]], rows: Iterable[tuple[Any, ...]] = ()
    ) -> None:
        self._row = np.dtype(columns)
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed when it goes
        weakref.finalize(self, self._file.close)
        self._written = 0
        self._waiting: list[tuple[Any, ...]] = []
        for row in rows:
            self.put(row)

    def put(self, row: tuple[Any, ...]) -> None:
        """Put a row behind the others."""
        self._waiting.append(row)
        if len(self._waiting) == _WAITING:
            self._write_waiting()

    def extend(self, *columns: NDArray[Any]) -> None:
        """Put many rows, given by their columns, behind the others."""
        self._write_waiting()
        rows = np.empty(len(columns[0]), dtype=self._row)
        for name, column in zip(self._row.names or (), columns, strict=True):
            rows[name] = column
        self._write(rows)

    def between(self, begin: int, end: int) -> Block:
        """The rows from number ``begin`` to ``end`` - 1, from 0."""
        self._write_waiting()
        size = self._row.itemsize
        self._file.seek(begin * size)
        return np.frombuffer(self._file.read((end - begin) * size), dtype=self._row)

    def blocks(self, begin: int = 0, end: int | None = None) -> Iterator[Block]:
        """All rows, or those from ``begin`` to ``end`` - 1, some at a time."""
        last = len(self) if end is None else end
        for first in range(begin, last, AT_ONCE):
            yield self.between(first, min(first + AT_ONCE, last))

    def by_key(self, key: Callable[[Block], Keys], keys: int) -> Iterator[Block]:
        """The rows by their keys: those of the next few keys at a time, in their order.

        The file is read once for each portion, which costs less than to sort what does not fit
        into memory; the rows of one key must.

        Args:
            key: The keys of some rows, from 0; a row with a key below that is left out.
            keys: How many keys there are.
        """
        counts = np.zeros(keys, dtype=np.int64)
        for block in self.blocks():
            found = key(block)
            counts += np.bincount(found[found >= 0], minlength=keys)
        for low, high in ranges(np.cumsum(counts)):
            if counts[low:high].any():
                yield self._with_key(key, low, high)

    def _with_key(self, key: Callable[[Block], Keys], low: int, high: int) -> Block:
        chosen = []
        for block in self.blocks():
            found = key(block)
            chosen.append(block[(low <= found) & (found < high)])
        return np.concatenate(chosen)

    def __len__(self) -> int:
        """How many rows there are."""
        return self._written + len(self._waiting)

    def _write_waiting(self) -> None:
        if self._waiting:
            rows = np.array(self._waiting, dtype=self._row)
            self._waiting.clear()
            self._write(rows)

    def _write(self, rows: Block) -> None:
        self._file.seek(self._written * self._row.itemsize)
        self._file.write(rows.tobytes())
        self._written += len(rows)


def ranges(ends: Keys) -> Iterator[tuple[int, int]]:
    """Ranges of keys with not many more rows than are in memory at a time.

    Args:
        ends: How many rows the keys up to each have.

    Yields:
        The first key of a range, and the one behind its last.
    """
    low, before = 0, 0
    while low < len(ends):
        high = max(low + 1, int(np.searchsorted(ends, before + AT_ONCE, side="right")))
        yield low, high
        low, before = high, int(ends[high - 1])
