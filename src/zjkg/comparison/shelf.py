"""The facts of all articles in a temporary file, and in memory only which of them share a key."""

from __future__ import annotations

import hashlib
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from zjkg.comparison.blocks import keys
from zjkg.comparison.facts import Fact

_PRINT = 32  # bytes of a SHA-256


@dataclass(frozen=True, slots=True)
class Packed:
    """A fact as the shelf keeps it, and the marks of its keys."""

    content: bytes
    marks: tuple[int, ...]


def packed(fact: Fact) -> Packed:
    """A fact as the shelf keeps it."""
    content = msgspec.json.encode(fact, order="deterministic")
    return Packed(content, tuple(_mark(key) for key in sorted(set(keys(fact)))))


class FactShelf:
    """Facts by the numbers in which they came; a context manager."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed on leaving the shelf
        self._starts = array("Q", [0])
        self._prints = bytearray()
        self._marks, self._marked = array("Q"), array("Q")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def put(self, fact: Fact) -> None:
        """Put a fact behind the others; facts come in the order of their claims."""
        self.put_packed(packed(fact))

    def put_packed(self, fact: Packed) -> None:
        """The same for a fact that is packed already."""
        number = len(self._starts) - 1
        self._file.write(fact.content)
        self._starts.append(self._starts[-1] + len(fact.content))
        self._prints += hashlib.sha256(fact.content).digest()
        for mark in fact.marks:
            self._marks.append(mark)
            self._marked.append(number)

    def blocks(self) -> Iterator[list[int]]:
        """The numbers of the facts that share a key, of two facts or more, in order."""
        marks = np.frombuffer(self._marks, dtype=np.uint64)
        facts = np.frombuffer(self._marked, dtype=np.uint64)
        order = np.lexsort((facts, marks))
        for start, end in runs(marks[order]):
            yield facts[order[start:end]].tolist()

    def digest(self, block: Sequence[int]) -> str:
        """Of everything in the facts of a block."""
        prints = (self._prints[number * _PRINT : (number + 1) * _PRINT] for number in block)
        return hashlib.sha256(b"".join(prints)).hexdigest()

    def facts(self, block: Sequence[int]) -> list[Fact]:
        """The facts of a block."""
        return [self._fact(number) for number in block]

    def _fact(self, number: int) -> Fact:
        self._file.seek(self._starts[number])
        content = self._file.read(self._starts[number + 1] - self._starts[number])
        return msgspec.json.decode(content, type=Fact)


def runs(ordered: NDArray[np.uint64]) -> Iterator[tuple[int, int]]:
    """Where a value stands more than once in sorted ones: start and end."""
    bounds = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    starts = np.concatenate(([0], bounds))
    ends = np.concatenate((bounds, [len(ordered)]))
    several = ends - starts > 1
    yield from zip(starts[several].tolist(), ends[several].tolist(), strict=True)


def _mark(key: Sequence[str]) -> int:
    """Eight bytes for a key; two keys with one mark would only be compared in vain."""
    content = "\x1f".join(key).encode()
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest())
