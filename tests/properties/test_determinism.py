"""The same input gives the same bytes: whatever the hash seed, the order, the number of workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from zjkg.build import Build
from zjkg.settings import Settings
from zjkg.store import GraphStore


def lines(store: Path) -> list[str]:
    with GraphStore.open(store) as opened:
        return list(opened.canonical_nquads())


@pytest.mark.parametrize(
    ("seed", "jobs", "backwards"), [("0", "1", False), ("1", "2", True), ("4711", "2", False)]
)
def test_bytes_of_the_export(
    tmp_path: Path,
    five_folder: Path,
    article_paths: tuple[Path, ...],
    seed: str,
    jobs: str,
    backwards: bool,  # noqa: FBT001
) -> None:
    paths = [str(path) for path in article_paths]
    if backwards:
        paths.reverse()
    output = tmp_path / "all.nq"
    program = [sys.executable, "-m", "zjkg"]
    environment = os.environ | {"PYTHONHASHSEED": seed, "ZJKG_STORE": str(tmp_path / "store")}
    for command in (["build", "--jobs", jobs, *paths], ["export", "nquads", "-o", str(output)]):
        subprocess.run([*program, *command], check=True, env=environment, capture_output=True)
    assert output.read_text("utf-8").splitlines() == lines(five_folder)


def test_adding_and_removing_equals_building_from_scratch(
    tmp_path: Path, five_folder: Path, article_paths: tuple[Path, ...]
) -> None:
    settings = Settings(store=tmp_path / "store")
    Build(settings, jobs=1).exactly(article_paths[:3])
    three = lines(settings.store)
    Build(settings, jobs=1).with_added(article_paths[3:])
    assert lines(settings.store) == lines(five_folder)
    outcome = Build(settings, jobs=1).with_removed([path.stem for path in article_paths[3:]])
    assert len(outcome.removed) == 2
    assert lines(settings.store) == three


def test_nothing_is_done_twice(tmp_path: Path, article_paths: tuple[Path, ...]) -> None:
    settings = Settings(store=tmp_path / "store")
    assert len(Build(settings, jobs=1).exactly(article_paths[:2]).added) == 2
    assert Build(settings, jobs=1).exactly(article_paths[:2]).nothing_changed
    assert not Build(settings, jobs=1, full=True).exactly(article_paths[:2]).nothing_changed


def test_a_replaced_article_leaves_nothing_behind(tmp_path: Path) -> None:
    article = tmp_path / "park.txt"
    settings = Settings(store=tmp_path / "store")
    article.write_text("滨江生物园启用\n滨江生物园现有企业120家。", "utf-8")
    Build(settings, jobs=1).exactly([article])
    article.write_text("滨江生物园启用\n滨江生物园现有企业130家。", "utf-8")
    outcome = Build(settings, jobs=1).exactly([article])
    assert outcome.changed == ("park",)
    everything = "\n".join(lines(settings.store))
    assert "130家" in everything
    assert "120家" not in everything
