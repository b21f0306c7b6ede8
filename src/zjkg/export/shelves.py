"""What would not fit into memory, in temporary files that go when nobody needs them any more."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Collection, Iterable, Iterator
from typing import Generic, TypeVar

import msgspec

Item = TypeVar("Item")
_AT_ONCE = 1 << 16  # bytes
_HEAD = 4  # bytes before an item, which tell its length


class Shelf(Collection[Item], Generic[Item]):
    """Items in the order in which they were put, read as often as wanted."""

    def __init__(self, kind: type[Item], items: Iterable[Item] = ()) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the shelf goes
        weakref.finalize(self, self._file.close)
        self._encoder, self._decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(kind)
        self._end = self._count = 0
        self._is_at_end = True
        for item in items:
            self.put(item)

    def put(self, item: Item) -> int:
        """Put an item behind the others; not while they are read.

        Returns:
            Its address, by which it can be had again.
        """
        content, address = self._encoder.encode(item), self._end
        if not self._is_at_end:  # to seek would write what waits to be written, item by item
            self._file.seek(address)
            self._is_at_end = True
        self._file.write(len(content).to_bytes(_HEAD) + content)
        self._end += _HEAD + len(content)
        self._count += 1
        return address

    def __len__(self) -> int:
        """How many items there are."""
        return self._count

    def __getitem__(self, address: int) -> Item:
        """The item that was put there."""
        self._go_to(address)
        return self._decoder.decode(self._file.read(int.from_bytes(self._file.read(_HEAD))))

    def __iter__(self) -> Iterator[Item]:
        """All items; several readers do not disturb one another."""
        address = 0
        while address < self._end:
            self._go_to(address)
            some = memoryview(self._file.read(_AT_ONCE))
            whole = 0
            for begin, end in _whole(some):
                yield self._decoder.decode(some[begin:end])
                whole = end
            if not whole:  # longer than what is read at once
                yield self[address]
                whole = _HEAD + int.from_bytes(some[:_HEAD])
            address += whole

    def _go_to(self, address: int) -> None:
        self._is_at_end = False
        self._file.seek(address)

    def __eq__(self, other: object) -> bool:
        """Whether another shelf has the same items in the same order."""
        if not isinstance(other, Shelf):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # what can still be put cannot be hashed

    def __contains__(self, item: object) -> bool:
        """Whether an item is here, which takes reading them."""
        return any(each == item for each in self)


def _whole(content: memoryview) -> Iterator[tuple[int, int]]:
    """Where the items that are there as a whole begin and end."""
    begin = _HEAD
    while begin <= len(content):
        end = begin + int.from_bytes(content[begin - _HEAD : begin])
        if end > len(content):
            return
        yield begin, end
        begin = end + _HEAD
