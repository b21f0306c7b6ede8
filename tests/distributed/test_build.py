"""A build on two executors, one of which is killed, comes to what a local build comes to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks.cluster import TWO_EXECUTORS, lines_of, on_spark
from pyarrow import parquet

ARTICLES = 41
PATIENCE = 1500.0  # seconds; a loaded machine has little for each of some two hundred tasks


@pytest.mark.slow
@pytest.mark.timeout(2 * PATIENCE)
@pytest.mark.usefixtures("spark")
def test_build_outlives_an_executor(
    corpus: Path,
    seeds: Path,
    local_lines: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ZJKG_SEEDS", str(seeds))
    assert any('#evidenceKind> "judgement"' in line for line in local_lines)
    output = tmp_path / "output"
    command = [sys.executable, "-m", "zjkg", "build", str(corpus), "--engine", "spark"]
    command += ["--master", TWO_EXECUTORS, "--output", str(output), "--gzip", "--lang", "en"]
    code, killed, said = on_spark(command, tmp_path, kill=True, patience=PATIENCE)
    assert killed, said
    assert code == 1, said  # two files cannot be read
    assert f"{ARTICLES} articles, 2 not readable" in said
    assert "two files have the name '007'" in said
    assert "the file is empty" in said
    written = [line.decode().removesuffix("\n") for line in lines_of(output.glob("nquads/*.nq.gz"))]
    assert sorted(written) == local_lines
    table = parquet.read_table(output / "claims")
    kinds = set(table.column("kind").to_pylist())
    assert {"observation", "role", "relation"} <= kinds
    subjects = {line.split(" ")[0] for line in local_lines}
    assert {f"<{iri}>" for iri in table.column("claim").to_pylist()} <= subjects
