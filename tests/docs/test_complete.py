"""Everything that a user can set, call or install is in the documentation, in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("README*.md"), *DOCS.rglob("*.md")])
ENGLISH = [page for page in PAGES if not page.name.endswith(".zh.md")]
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)")
_VARIABLE = re.compile(r"ZJKG_[A-Z]+")
_CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _relative(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", ENGLISH, ids=_relative)
def test_every_page_is_in_both_languages(page: Path) -> None:
    chinese = page.with_suffix(".zh.md")
    shapes = []
    for each in (page, chinese):
        prose = _CODE.sub("", each.read_text("utf-8"))
        shapes.append([line.split()[0] for line in prose.splitlines() if line.startswith("#")])
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_links_lead_somewhere(page: Path) -> None:
    missing = [
        target
        for target in _LINK.findall(_CODE.sub("", page.read_text("utf-8")))
        if not (page.parent / target).exists()
    ]
    assert missing == []


def test_the_reference_is_what_the_program_says() -> None:
    told = subprocess.run(
        [sys.executable, DOCS / "reference" / "generate.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("name", ["settings.md", "settings.zh.md"])
def test_every_variable_is_told(name: str) -> None:
    sources = (ROOT / "src" / "zjkg").rglob("*.py")
    used = {word for source in sources for word in _VARIABLE.findall(source.read_text("utf-8"))}
    assert used == {*_VARIABLE.findall((DOCS / name).read_text("utf-8"))}


@pytest.mark.parametrize("name", ["dependencies.md", "dependencies.zh.md"])
def test_every_dependency_is_told(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[^\w.-]", line)[0] for line in project["dependencies"]}
    extras = {
        re.split(r"[^\w.-]", line)[0]
        for lines in project["optional-dependencies"].values()
        for line in lines
    }
    text = (DOCS / name).read_text("utf-8")
    rows = text.partition("|---|---|---|\n")[2].partition("\n\n")[0].splitlines()
    assert wanted == {row.split(" | ")[0].removeprefix("| ") for row in rows}
    assert all(extra in text for extra in extras)
