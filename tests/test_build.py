"""Malformed articles: one clear error each, and the others are built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zjkg.build import Build
from zjkg.errors import SettingsError
from zjkg.settings import Settings
from zjkg.store import GraphStore

GOOD = "滨江生物园启用\n滨江生物园现有企业120家，累计投资超过30亿元。"
MALFORMED = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t",
    "binary.txt": bytes(range(256)) * 40,
    "declared.html": '<meta charset="big5"><p>滨江生物园现有企业120家。</p>'.encode(),
    "matter.txt": "---\ntitle: [unclosed\n---\n滨江生物园现有企业120家。".encode(),
    "bomb.html": b"<div>" * 1_000_000,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with one good article among malformed ones, built on the command line."""
    folder = tmp_path_factory.mktemp("malformed")
    articles = folder / "articles"
    articles.mkdir()
    (articles / "good.txt").write_text(GOOD, "utf-8")
    for name, data in MALFORMED.items():
        (articles / name).write_bytes(data)
    store = folder / "store"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "zjkg",
            "build",
            str(articles),
            "--store",
            str(store),
            "--jobs",
            "1",
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1, "an unreadable article is no success"
    assert "Traceback" not in done.stderr
    return store, done.stderr


@pytest.mark.parametrize("name", MALFORMED)
def test_one_clear_error_each(built: tuple[Path, str], name: str) -> None:
    _, errors = built
    blocks = [block for block in errors.split("error: ") if f"{name}" in block]
    assert len(blocks) == 1
    assert all(word in blocks[0] for word in ("at: ", "expected: ", "do: "))


def test_the_others_are_built(built: tuple[Path, str]) -> None:
    with GraphStore.open(built[0]) as store:
        assert list(store.state().articles) == ["good"]
        assert any("120家" in line for line in store.canonical_nquads())
        report = store.load_report()
    assert report is not None
    assert all(name in report.decode() for name in MALFORMED)


def test_removing_an_unknown_article_removes_nothing(tmp_path: Path) -> None:
    article = tmp_path / "park.txt"
    article.write_text(GOOD, "utf-8")
    settings = Settings(store=tmp_path / "store")
    Build(settings, jobs=1).exactly([article])
    with pytest.raises(SettingsError, match="harbour"):
        Build(settings, jobs=1).with_removed(["park", "harbour"])
    with GraphStore.open(settings.store) as store:
        assert list(store.state().articles) == ["park"]
