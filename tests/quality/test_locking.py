from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.quality import differences, load_lock, locked, write_lock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("five", "held"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.json").write_text("{}", "utf-8")
        (tmp_path / name / "a.txt").write_text("text", "utf-8")
    write_lock(tmp_path)
    return tmp_path


def test_unchanged_files_fit_their_lock(folder: Path) -> None:
    assert load_lock(folder) == locked(folder)
    assert not list(differences(load_lock(folder), locked(folder), "held"))


def test_changed_added_and_removed_files_are_named(folder: Path) -> None:
    (folder / "held" / "a.json").write_text("{ }", "utf-8")
    (folder / "held" / "b.json").write_text("{}", "utf-8")
    (folder / "held" / "a.txt").unlink()

    changed = list(differences(load_lock(folder), locked(folder), "held"))

    assert changed == ["held/a.json", "held/a.txt", "held/b.json"]
    assert not list(differences(load_lock(folder), locked(folder), "five"))


@pytest.mark.parametrize("content", [None, "[held", "held = 1"])
def test_a_lock_that_is_missing_or_malformed_is_refused(
    tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "lock.toml").write_text(content, "utf-8")

    with pytest.raises(SettingsError) as refusal:
        load_lock(tmp_path)

    assert "--lock" in refusal.value.problem.next_step.en
