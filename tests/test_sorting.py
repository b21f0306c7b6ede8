from __future__ import annotations

import tracemalloc

import pytest

from zjkg.sorting import sorted_lines


@pytest.mark.parametrize("in_memory", [1, 2, 3, 7, 8, 100])
def test_runs_on_disk_give_the_order_of_one_sort(in_memory: int) -> None:
    lines = ["乙", "甲", "a", "", "𠮷", "Z", "b\u2028c", "\uffee", "甲"]
    found = [line.decode() for line in sorted_lines((s.encode() for s in lines), in_memory)]
    assert found == sorted(lines)


def _peak(lines: int) -> int:
    tracemalloc.start()
    try:
        made = (f"{number * 7919 % lines:060}".encode() for number in range(lines))
        assert sum(1 for _ in sorted_lines(made, 100_000)) == lines
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_lines() -> None:
    # What grows is a buffer of 8 KiB for each run on disk, of which there are 9 and 36.
    assert _peak(60_000) - _peak(15_000) < 30 * 16_384
