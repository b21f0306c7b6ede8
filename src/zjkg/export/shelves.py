"""What would not fit into memory, in temporary files that go when nobody needs them any more."""

from __future__ import annotations

import tempfile
import weakref
from array import array
from collections.abc import Collection, Iterable, Iterator
from typing import Generic, TypeVar

import msgspec

Item = TypeVar("Item")
_AT_ONCE = 256


class Shelf(Collection[Item], Generic[Item]):
    """Items in the order in which they were put, read as often as wanted."""

    def __init__(self, kind: type[Item], items: Iterable[Item] = ()) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the shelf goes
        weakref.finalize(self, self._file.close)
        self._encoder, self._decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(kind)
        self._starts = array("Q", [0])
        for item in items:
            self.put(item)

    def put(self, item: Item) -> None:
        """Put an item behind the others; not while they are read."""
        content = self._encoder.encode(item)
        self._file.write(content)
        self._starts.append(self._starts[-1] + len(content))

    def __len__(self) -> int:
        """How many items there are."""
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> Item:
        """The item that was put as number ``place``, from 0."""
        start, end = self._starts[place], self._starts[place + 1]
        self._file.seek(start)
        return self._decoder.decode(self._file.read(end - start))

    def __iter__(self) -> Iterator[Item]:
        """All items; several readers do not disturb one another."""
        for first in range(0, len(self), _AT_ONCE):
            yield from self._read(first, min(first + _AT_ONCE, len(self)))

    def _read(self, first: int, last: int) -> Iterator[Item]:
        begin = self._starts[first]
        self._file.seek(begin)
        content = memoryview(self._file.read(self._starts[last] - begin))
        for place in range(first, last):
            start, end = self._starts[place] - begin, self._starts[place + 1] - begin
            yield self._decoder.decode(content[start:end])

    def __eq__(self, other: object) -> bool:
        """Whether another shelf has the same items in the same order."""
        if not isinstance(other, Shelf):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # what can still be put cannot be hashed

    def __contains__(self, item: object) -> bool:
        """Whether an item is here, which takes reading them."""
        return any(each == item for each in self)
