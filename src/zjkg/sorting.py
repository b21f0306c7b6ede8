"""Sorting lines in bounded memory."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import BinaryIO

_BYTES_IN_MEMORY = 48 << 20  # of one run; with what Python adds to each line some 60 MiB


def sorted_lines(lines: Iterable[bytes], in_memory: int = _BYTES_IN_MEMORY) -> Iterator[bytes]:
    """The lines by their bytes, which for UTF-8 is code-point order; none contains a line feed.

    Sorted runs of ``in_memory`` bytes wait in temporary files, which are merged.
    """
    with ExitStack() as files:
        runs: list[Iterable[bytes]] = []
        for run, is_last in _runs(lines, in_memory):
            run.sort()
            runs.append(run if is_last else _read_back(files.enter_context(_spilled(run))))
            if not is_last:
                run.clear()
        yield from heapq.merge(*runs)


def _runs(lines: Iterable[bytes], in_memory: int) -> Iterator[tuple[list[bytes], bool]]:
    """The lines in runs of so many bytes, and whether a run is the last."""
    run: list[bytes] = []
    size = 0
    for line in lines:
        run.append(line)
        size += len(line)
        if size >= in_memory:
            yield run, False
            run, size = [], 0
    yield run, True


def _spilled(run: list[bytes]) -> BinaryIO:
    stream = tempfile.TemporaryFile("w+b")  # noqa: SIM115  # the caller's ExitStack closes it
    stream.writelines(line + b"\n" for line in run)
    stream.seek(0)
    return stream


def _read_back(stream: BinaryIO) -> Iterator[bytes]:
    for line in stream:
        yield line[:-1]
