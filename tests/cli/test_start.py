"""How long the program takes to start, by the processor: what it imports is what it needs."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.alone


def _seconds(*arguments: str) -> float:
    """The least of three runs, which is what the program itself takes."""
    took = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(
            [sys.executable, "-m", "zjkg", *arguments], capture_output=True, check=True
        )
        assert ran.stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(took)


def test_help_comes_at_once() -> None:
    assert _seconds("--help") < 0.3


def test_a_small_query_is_answered_at_once(five_folder: Path) -> None:
    given = ("-p", "value=46100000000", "--store", str(five_folder))
    assert _seconds("query", "claims-with-value", *given) < 0.8
