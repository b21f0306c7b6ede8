"""The examples of the documentation run and give what they say."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["python.md", "python.zh.md", "agents.md", "agents.zh.md"])
def test_examples_hold(page: str, five_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(five_folder.parent)
    text = (DOCS / page).read_text("utf-8")
    example = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    assert example.examples
    told: list[str] = []
    result = doctest.DocTestRunner().run(example, out=told.append)
    assert result.failed == 0, "".join(told)
