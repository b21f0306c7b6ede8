"""Claims in a temporary file, and in memory only which of them share a mark."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from zjkg.comparison.packing import Packed


class Shelf:
    """Packed claims by the numbers in which they came; a context manager."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed on leaving the shelf
        self._starts = array("Q", [0])
        self._marks, self._marked = array("q"), array("q")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def put(self, claim: Packed, marks: Iterable[int]) -> None:
        """Put a claim behind the others, to be found under some of its marks."""
        number = len(self)
        self._file.write(claim.content)
        self._starts.append(self._starts[-1] + len(claim.content))
        for mark in marks:
            self._marks.append(mark)
            self._marked.append(number)

    def blocks(self) -> Iterator[tuple[int, list[int]]]:
        """Marks in order, each with the numbers of the claims that share it: two or more."""
        marks = np.frombuffer(self._marks, dtype=np.int64)
        claims = np.frombuffer(self._marked, dtype=np.int64)
        order = np.lexsort((claims, marks))
        for start, end in runs(marks[order]):
            yield int(marks[order[start]]), claims[order[start:end]].tolist()

    def content(self, number: int) -> bytes:
        """What a claim was packed as."""
        self._file.seek(self._starts[number])
        return self._file.read(self._starts[number + 1] - self._starts[number])


def runs(ordered: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Where a value stands more than once in sorted ones: start and end."""
    bounds = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    starts = np.concatenate(([0], bounds))
    ends = np.concatenate((bounds, [len(ordered)]))
    several = ends - starts > 1
    yield from zip(starts[several].tolist(), ends[several].tolist(), strict=True)
