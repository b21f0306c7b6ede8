"""The benchmark of loading runs, and what it loads three ways is the same store."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.synthetic.store import make
from pyoxigraph import Store

from benchmarks import bulk
from zjkg.export import export_file
from zjkg.store import GraphStore


def test_three_ways_of_loading_give_one_store(tmp_path: Path) -> None:
    made, lines = tmp_path / "made", tmp_path / "made.nq"
    make(made, 60)
    with GraphStore.open(made) as store:
        export_file(store.engine, "nquads", lines)
    expected = lines.read_bytes()
    for name, way in bulk.WAYS.items():
        folder, again = tmp_path / name, tmp_path / f"{name}.nq"
        way(lines, folder, bulk.Watch())
        engine = folder / "oxigraph"
        export_file(Store(str(engine if engine.is_dir() else folder)), "nquads", again)
        assert again.read_bytes() == expected


def test_the_benchmark_tells_each_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["bulk", "--claims", "60", "--rounds", "1", "--folder", str(tmp_path)]
    monkeypatch.setattr("sys.argv", arguments)
    bulk.main()
    told = capsys.readouterr().out
    for name in ("export nquads", "pyoxigraph", "restore", "build"):
        assert f"  {name} " in told
