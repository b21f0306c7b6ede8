from __future__ import annotations

import pytest

from zjkg.store.sorting import sorted_lines


@pytest.mark.parametrize("in_memory", [1, 2, 3, 7, 8, 100])
def test_runs_on_disk_give_the_order_of_one_sort(in_memory: int) -> None:
    lines = ["乙", "甲", "a", "", "𠮷", "Z", "b\u2028c", "甲"]
    assert list(sorted_lines(lines, in_memory)) == sorted(lines)
