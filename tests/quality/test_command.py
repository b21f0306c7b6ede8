from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from zjkg.cli import main
from zjkg.quality import load_floors, write_floors


@pytest.fixture
def copy(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the seeds that a command may write to."""
    shutil.copytree(seeds, tmp_path / "seeds")
    monkeypatch.setenv("ZJKG_SEEDS", str(tmp_path / "seeds"))
    return tmp_path / "seeds" / "gold"


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["--lang", "en", "quality", *arguments])
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out, said.err


def test_the_table_shows_each_language_and_the_total(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "floors.toml").unlink()

    code, out, _ = _run(capsys, "--set", "five")

    assert code == 0
    for heading in ("five, zh-Hans (3", "five, zh-Hant (1", "five, en (1", "five, total (5"):
        assert heading in out


def test_json_has_figures_rules_and_errors(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "floors.toml").unlink()

    _, out, _ = _run(
        capsys, "--set", "five", "--language", "en", "--rules", "--errors", "--format", "json"
    )

    (five,) = json.loads(out)
    assert five["figures"]["total"] == five["figures"]["en"]
    assert five["rules"]
    assert list(five["errors"]) == ["003_323c6548c23ea6a5"]


@pytest.mark.parametrize("chosen", ["held", "all"])
def test_the_errors_of_the_kept_aside_set_are_not_shown(
    capsys: pytest.CaptureFixture[str], chosen: str
) -> None:
    code, out, err = _run(capsys, "--set", chosen, "--errors")

    assert code == 1
    assert not out
    assert "only scored" in err


def test_a_figure_under_its_floor_fails_the_command_and_stays_after_an_update(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_floors(copy, {"five": {"quantities.measure": 1.0}})

    code, _, err = _run(capsys, "--set", "five")
    updated, _, _ = _run(capsys, "--set", "five", "--update")

    assert code == 1
    assert "five quantities.measure" in err
    assert updated == 0
    floors = load_floors(copy)["five"]
    assert floors["quantities.measure"] == 1.0
    assert floors["entities"] > 0.5


def test_floors_are_not_updated_from_one_language(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _run(capsys, "--language", "en", "--update")

    assert code == 2
    assert "--language" in err


def test_a_changed_gold_file_is_told_until_it_is_locked(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "floors.toml").unlink()
    _run(capsys, "--lock")
    (copy / "five" / "note.txt").write_text("", "utf-8")

    _, _, before = _run(capsys, "--set", "five", "--language", "en")
    locking, _, _ = _run(capsys, "--lock")
    _, _, after = _run(capsys, "--set", "five", "--language", "en")

    assert "five/note.txt" in before
    assert locking == 0
    assert not after
