"""Many clients at once, slow and rude ones among them; ten minutes of it are a benchmark."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.alone

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is read in /proc")
def test_answers_stay_right_under_load(five_folder: Path) -> None:
    size = ("--clients", "60", "--minutes", "0.3")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", *size, "--store", str(five_folder)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "wrong answers: 0" in done.stdout
    answered = re.search(r"ordinary 200: (\d+)", done.stdout)
    assert answered, done.stdout
    assert int(answered[1]) > 40
