"""Pieces of bytes as one file, read one after the other."""

from __future__ import annotations

import io
from collections.abc import Iterable

_AT_ONCE = 1 << 20  # bytes of a read


def joined(pieces: Iterable[bytes]) -> io.BufferedReader:
    """A file to read whose content comes piece by piece; one piece is in memory at a time."""
    return io.BufferedReader(_Pieces(pieces), _AT_ONCE)


class _Pieces(io.RawIOBase):
    def __init__(self, pieces: Iterable[bytes]) -> None:
        super().__init__()
        self._pieces = iter(pieces)
        self._piece = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer
        """Fill a buffer with what comes next; 0 bytes at the end."""
        while not self._piece:
            try:
                self._piece = memoryview(next(self._pieces))
            except StopIteration:
                return 0
        size = min(len(buffer), len(self._piece))
        buffer[:size] = self._piece[:size]
        self._piece = self._piece[size:]
        return size
