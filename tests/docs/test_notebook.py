"""The notebook's cells run in order and print what is stored below them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).parents[2] / "docs" / "zhangjiang.ipynb"


def test_cells_print_what_is_stored(
    five_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "store").symlink_to(five_folder)
    monkeypatch.chdir(tmp_path)
    cells = [
        cell
        for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    assert cells
    names: dict[str, object] = {}
    for cell in cells:
        exec("".join(cell["source"]), names)  # noqa: S102 - the project's own notebook
        [stored] = cell["outputs"]
        assert capsys.readouterr().out == "".join(stored["text"])
