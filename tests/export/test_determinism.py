"""The same graph gives the same bytes, whatever the order of quads and the hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import pytest
from pyoxigraph import Store

from zjkg.export import Choices, export_file, formats, views

_PROGRAM = """
import hashlib, sys
from pathlib import Path
from pyoxigraph import RdfFormat, Store
from zjkg.export import export_file
store = Store()
store.load(path=sys.argv[1], format=RdfFormat.N_QUADS)
path = Path(sys.argv[2])
export_file(store, sys.argv[3], path)
files = sorted(path.iterdir()) if path.is_dir() else [path]
print(hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest())
"""


class News(Protocol):
    def store(self, shuffle: int = 0) -> Store: ...


def sha(path: Path) -> str:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


@pytest.mark.parametrize("fmt", list(formats()))
def test_the_order_of_quads_does_not_matter(news: News, tmp_path: Path, fmt: str) -> None:
    found = set()
    for shuffle in (0, 1, 2):
        path = tmp_path / str(shuffle)
        export_file(news.store(shuffle), fmt, path)
        found.add(sha(path))
    assert len(found) == 1


@pytest.mark.parametrize("name", list(views()))
def test_every_view_is_stable(figures: News, tmp_path: Path, name: str) -> None:
    found = set()
    for shuffle in (0, 3):
        path = tmp_path / str(shuffle)
        export_file(figures.store(shuffle), "gexf", path, Choices(name, dynamic=True))
        found.add(sha(path))
    assert len(found) == 1


@pytest.mark.parametrize("fmt", list(formats()))
def test_the_hash_seed_does_not_matter(news: News, tmp_path: Path, fmt: str) -> None:
    assert len(_files_by_hash_seed(news.store(), tmp_path, fmt)) == 1


def test_the_hash_seed_moves_no_node_and_no_community(
    ring: Callable[[Iterable[str]], Store], tmp_path: Path
) -> None:
    store = ring([f"第{number}号研究所" for number in range(150)])
    assert len(_files_by_hash_seed(store, tmp_path, "gexf")) == 1


def _files_by_hash_seed(store: Store, tmp_path: Path, fmt: str) -> set[str]:
    """The distinct digests of the file when written under two hash seeds."""
    quads = tmp_path / "in.nq"
    export_file(store, "nquads", quads)
    found = set()
    for seed in ("1", "2"):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
        }
        run = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(quads), str(tmp_path / f"out{seed}"), fmt],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        found.add(run.stdout)
    return found
