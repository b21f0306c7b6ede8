"""A build on two executors, one of which is killed, comes to what a local build comes to."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyarrow import parquet

ARTICLES = 41
PATIENCE = 1500.0  # seconds; a loaded machine has little for each of some two hundred tasks
HALF_WAY = "shuffle_10_*.data"
"""About half of the groupings of a build are made when the files of this one are there."""


@pytest.mark.slow
@pytest.mark.timeout(2 * PATIENCE)
@pytest.mark.usefixtures("spark")
def test_build_outlives_an_executor(corpus: Path, local_lines: list[str], tmp_path: Path) -> None:
    output, log = tmp_path / "output", tmp_path / "log.txt"
    command = [sys.executable, "-m", "zjkg", "build", str(corpus), "--engine", "spark"]
    command += ["--master", "local-cluster[2,1,1024]", "--output", str(output), "--gzip"]
    environment = {**os.environ, "SPARK_LOCAL_DIRS": str(tmp_path / "local")}
    with log.open("wb") as written:
        process = subprocess.Popen(command, stdout=written, stderr=written, env=environment)
        try:
            killed = _kill_an_executor(process, tmp_path / "local")
            code = process.wait(PATIENCE)
        finally:
            process.kill()
            process.wait()
    said = log.read_text("utf-8", "replace")
    assert killed, said
    assert code == 1, said  # two files cannot be read
    assert f"{ARTICLES} articles, 2 not readable" in said
    assert "two files have the name '007'" in said
    assert "the file is empty" in said
    assert _lines(output / "nquads") == local_lines
    table = parquet.read_table(output / "claims")
    kinds = table.column("kind").to_pylist()
    assert {"observation", "role", "relation"} <= set(kinds)
    subjects = {line.split(" ")[0] for line in local_lines}
    assert {f"<{iri}>" for iri in table.column("claim").to_pylist()} <= subjects


def _lines(folder: Path) -> list[str]:
    parts = sorted(folder.glob("part-*.nq.gz"))
    return sorted(
        line
        for part in parts
        for line in gzip.decompress(part.read_bytes()).decode().split("\n")[:-1]
    )


def _kill_an_executor(process: subprocess.Popen[bytes], folder: Path) -> bool:
    """Kill one of the executors when half of the work is done; whether there was one."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if next(folder.rglob(HALF_WAY), None):
            for executor in _executors(process.pid):
                os.kill(executor, signal.SIGKILL)
                return True
        time.sleep(0.2)
    return False


def _executors(ancestor: int) -> Iterator[int]:
    """The executors among the descendants of a process."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            said = path.read_text("utf-8", "replace")
        except OSError:
            continue  # it has ended
        parent = int(said.rpartition(")")[2].split()[1])
        children.setdefault(parent, []).append(int(path.parent.name))
    waiting = [ancestor]
    while waiting:
        pid = waiting.pop()
        waiting += children.get(pid, [])
        if b"CoarseGrainedExecutorBackend" in _command(pid):
            yield pid


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
