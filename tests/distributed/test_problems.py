"""What is wrong with a build on Spark is said in the shape of every other error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zjkg.cli import main

FIVE = Path(__file__).parents[2] / "seeds/articles"


def _said(*arguments: str) -> str:
    """What a build that fails says."""
    command = [sys.executable, "-m", "zjkg", "build", *arguments, "--engine", "spark"]
    ran = subprocess.run(
        [*command, "--master", "local[1]", "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize("at", ["nowhere", "empty"])
def test_a_path_without_articles_is_told(tmp_path: Path, at: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "README.txt").write_text("about the folder\n", "utf-8")
    said = _said(str(tmp_path / at), "--output", str(tmp_path / "graph"))
    expected = {
        "nowhere": "error: there is no such file, folder or prefix",
        "empty": "error: the folder holds no article",
    }
    assert expected[at] in said
    assert not (tmp_path / "graph").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
def test_an_output_that_is_there_stays(tmp_path: Path) -> None:
    kept = tmp_path / "graph" / "nquads" / "mine.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine\n", "utf-8")
    said = _said(str(FIVE), "--output", str(tmp_path / "graph"))
    assert "error: the output is there already" in said
    assert list((tmp_path / "graph").rglob("*")) == [kept.parent, kept]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--engine", "spark"], "--engine spark needs --output"),
        (["--output", "graph"], "--output goes with --engine spark only"),
        (["--gzip"], "--gzip goes with --engine spark only"),
        (["--master", "local[1]"], "--master goes with --engine spark only"),
    ],
)
def test_options_go_together(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", *arguments, "--lang", "en"])
    assert ended.value.code == 1
    assert expected in capsys.readouterr().err
