"""Sorting lines in bounded memory."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import TextIO

_LINES_IN_MEMORY = 500_000


def sorted_lines(lines: Iterable[str], in_memory: int = _LINES_IN_MEMORY) -> Iterator[str]:
    """The lines in code-point order; sorted runs of ``in_memory`` lines wait in temporary files.

    Lines contain no line feed.
    """
    source = iter(lines)
    run = sorted(islice(source, in_memory))
    with ExitStack() as files:
        spilled: list[TextIO] = []
        while len(run) == in_memory:
            spilled.append(files.enter_context(_spill(run)))
            run = sorted(islice(source, in_memory))
        yield from heapq.merge(run, *(_lines(stream) for stream in spilled))


def _spill(run: list[str]) -> TextIO:
    stream = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  # the caller's ExitStack closes it
    stream.writelines(f"{line}\n" for line in run)
    stream.seek(0)
    return stream


def _lines(stream: TextIO) -> Iterator[str]:
    for line in stream:
        yield line.removesuffix("\n")
