"""Large answers from changing threads leave nothing behind in the process that sent them."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

_ANSWERS = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zjkg.server.allocation import give_back_large_pieces

def held():
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))

def answered(size):
    body = bytes([1]) * size
    kept.append(bytes(1000))  # what outlives it lies behind it

kept = []
if sys.argv[1] == "yes":
    assert give_back_large_pieces()
before = held()
for wave in range(30):
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(answered, [(3 + wave % 5 + n % 3) << 20 for n in range(32)]))
print((held() - before) // 1024)
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists() or platform.libc_ver()[0] != "glibc",
    reason="only glibc keeps large pieces, and only Linux tells what a process holds",
)
def test_large_answers_of_many_threads_leave_little_behind() -> None:
    assert _left_mib("yes") <= 16


def _left_mib(is_set: str) -> int:
    command = [sys.executable, "-c", _ANSWERS, is_set]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
