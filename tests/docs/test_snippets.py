"""Every shell snippet of the README and the pages runs, and gives what the page says it gives."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")])
# A comment says why a snippet is not run here; the block after a snippet is what it tells.
_FENCE = re.compile(
    r"(?P<unrun><!-- not run: [^>]+ -->\n)?^```(?P<kind>sh|text)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Snippet:
    """Commands of a page, and what it says that they tell; ``…`` stands for anything."""

    line: int
    commands: str
    told: str | None


def snippets(page: str) -> Iterator[Snippet]:
    """The snippets that run here, in the order of the page."""
    found = list(_FENCE.finditer(page))
    for position, match in enumerate(found):
        if match["kind"] != "sh" or match["unrun"]:
            continue
        after = found[position + 1] if position + 1 < len(found) else None
        adjoins = after is not None and not page[match.end() : after.start()].strip()
        told = after["body"] if after and adjoins and after["kind"] == "text" else None
        yield Snippet(page.count("\n", 0, match.start()) + 1, match["body"], told)


def _wanted(told: str) -> re.Pattern[str]:
    return re.compile(re.escape(told.strip()).replace("…", ".*?"), re.DOTALL)


@pytest.fixture
def workplace(tmp_path: Path, five_folder: Path) -> Path:
    """A folder as the pages assume it: the checkout after ``make demo``."""
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    shutil.copytree(five_folder, tmp_path / "demo" / "store")
    return tmp_path


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_snippets_run(path: Path, workplace: Path) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "ZJKG_LANG": "zh" if path.name.endswith(".zh.md") else "en",
        "COLUMNS": str(_LONGEST),
    }
    exported = workplace / ".exported"  # what a reader's shell keeps from one to the next
    exported.touch()
    for snippet in snippets(path.read_text("utf-8")):
        commands = f". {exported}\n{snippet.commands}\nexport -p >{exported}"
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands],  # noqa: S607
            cwd=workplace,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        where = f"{path.name}, line {snippet.line}:\n{snippet.commands}\n"
        assert ran.returncode == 0, f"{where}{ran.stdout}{ran.stderr}"
        if snippet.told is not None:
            assert _wanted(snippet.told).search(ran.stdout + ran.stderr), (
                f"{where}gave\n{ran.stdout}{ran.stderr}\ninstead of\n{snippet.told}"
            )


def test_a_page_that_says_something_else_is_found() -> None:
    [snippet] = snippets("```sh\necho 1 2 3\n```\n\n```text\n1 … 4\n```\n")
    assert snippet.told is not None
    assert not _wanted(snippet.told).search("1 2 3")
    assert _wanted(snippet.told).search("0\n1 2 4\n")
    assert not [*snippets("<!-- not run: it waits -->\n```sh\nsleep 9\n```\n")]
