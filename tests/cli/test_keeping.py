"""The commands backup and restore, as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.cli import main
from zjkg.store import GraphStore


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([*map(str, arguments), "--lang", "en"])
    return int(ended.value.code or 0)


def lines(store: Path) -> list[str]:
    with GraphStore.open(store) as opened:
        return list(opened.canonical_nquads())


def test_backup_and_restore(
    tmp_path: Path, five_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file, store = tmp_path / "five.zjkg", tmp_path / "store"
    assert run("backup", file, "--store", five_folder) == 0
    assert "5 articles" in capfd.readouterr().out
    first = file.read_bytes()
    assert run("backup", file, "--store", five_folder) == 1
    assert "--force" in capfd.readouterr().err
    assert run("backup", file, "--force", "--store", five_folder) == 0
    assert file.read_bytes() == first
    assert run("restore", file, "--store", store) == 0
    assert lines(store) == lines(five_folder)
    assert run("restore", file, "--store", store) == 1
    assert "--force" in capfd.readouterr().err
    assert run("restore", file, "--force", "--store", store) == 0
    assert lines(store) == lines(five_folder)


def test_a_restored_store_is_built_on(
    tmp_path: Path, five_folder: Path, article_paths: tuple[Path, ...]
) -> None:
    file, store = tmp_path / "five.zjkg", tmp_path / "store"
    run("backup", file, "--store", five_folder)
    run("restore", file, "--store", store)
    assert run("build", *article_paths, "--store", store, "--jobs", 1) == 0
    assert lines(store) == lines(five_folder)


@pytest.mark.parametrize("name", ["none", "folder", "missing/file"])
def test_what_cannot_be_read_or_written(
    tmp_path: Path, name: str, five_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    assert run("restore", tmp_path / name, "--store", tmp_path / "store") != 0
    assert not (tmp_path / "store").exists()
    assert "do: " in capfd.readouterr().err
    if name != "none":
        assert run("backup", tmp_path / name, "--store", five_folder) != 0
        assert "do: " in capfd.readouterr().err
