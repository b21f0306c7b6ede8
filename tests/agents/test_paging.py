"""Answers in pages: everything once, nothing twice, and never pages that do not fit together."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zjkg.agents.sources import FolderSource
from zjkg.agents.toolbox import Toolbox
from zjkg.build import Build
from zjkg.server import Limits
from zjkg.settings import Settings

Paged = tuple[tuple[str, dict[str, Any], tuple[str, ...]], ...]
Items = Callable[[dict[str, Any], tuple[str, ...]], list[Any]]


def walked(
    toolbox: Toolbox, tool: str, arguments: dict[str, Any], limit: int
) -> list[dict[str, Any]]:
    """The answers to a question from the first to the one without a cursor."""
    pages: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        more = {} if cursor is None else {"cursor": cursor}
        outcome = toolbox.answer(tool, {**arguments, "limit": limit, **more})
        assert not outcome.failed, outcome.text
        pages.append(outcome.content)
        cursor = outcome.content["page"]["cursor"]
        assert len(pages) < 500
        if cursor is None:
            return pages


@pytest.mark.parametrize("number", range(12))
def test_pages_cover_everything_exactly_once(
    toolbox: Toolbox, paged: Paged, items_of: Items, number: int
) -> None:
    tool, arguments, paths = paged[number]
    wide = [
        item for page in walked(toolbox, tool, arguments, 100) for item in items_of(page, paths)
    ]
    pages = walked(toolbox, tool, arguments, 7)
    narrow = [item for page in pages for item in items_of(page, paths)]
    assert narrow == wide
    total = pages[0]["page"]["total"]
    assert len(narrow) == total > 0
    assert len({json.dumps(item, sort_keys=True) for item in narrow}) == total
    first = 1
    for page in pages:
        about = page["page"]
        assert about["first"] == first
        assert about["shown"] == len(items_of(page, paths)) > 0
        first += about["shown"]
        assert about["leftOut"] == total - first + 1
        assert (about["cursor"] is None) == (about["leftOut"] == 0)


@pytest.mark.parametrize("number", range(12))
def test_few_characters_make_more_pages_of_the_same(
    toolbox: Toolbox, paged: Paged, items_of: Items, number: int
) -> None:
    tool, arguments, paths = paged[number]
    tight = Toolbox(toolbox.source, 6_000, "en")
    pages = walked(tight, tool, arguments, 100)
    for page in pages:
        written = json.dumps(items_of(page, paths), ensure_ascii=False)
        assert len(written) <= 6_000 + 1_500 or page["page"]["shown"] == 1
    wide = [
        item for page in walked(toolbox, tool, arguments, 100) for item in items_of(page, paths)
    ]
    assert [item for page in pages for item in items_of(page, paths)] == wide


def test_the_text_is_bounded_too(toolbox: Toolbox) -> None:
    tight = Toolbox(toolbox.source, 1_000, "en")
    for tool, arguments in (("entity", {"thing": "张江", "limit": 100}), ("conflicts", {})):
        outcome = tight.answer(tool, arguments)
        assert len(outcome.text) <= 1_000
        assert outcome.content["page"]["leftOut"] > 0
    assert outcome.text.endswith("(the text ends here; the structured content has every item)")


def cursor_of(toolbox: Toolbox, tool: str, **arguments: object) -> str:
    cursor = toolbox.answer(tool, {**arguments, "limit": 2}).content["page"]["cursor"]
    assert isinstance(cursor, str)
    return cursor


@pytest.mark.parametrize(
    "cursor",
    ["", "0", "x" * 64, "nonsense-2", f"{'a' * 24}-2", f"{'a' * 24}-0", f"{'a' * 24}--1", "é-2"],
)
def test_a_cursor_that_no_answer_gave_is_refused(toolbox: Toolbox, cursor: str) -> None:
    for tool, arguments in (("conflicts", {}), ("ask", {"question": "metrics"})):
        outcome = toolbox.answer(tool, {**arguments, "cursor": cursor})
        assert outcome.failed
        assert outcome.content["error"]["where"] == "cursor"


def test_a_cursor_fits_only_its_question(toolbox: Toolbox) -> None:
    cursor = cursor_of(toolbox, "entity", thing="石谦")
    for tool, arguments in (
        ("entity", {"thing": "王凯荣"}),
        ("evidence", {"thing": "石谦"}),
        ("conflicts", {}),
    ):
        assert toolbox.answer(tool, {**arguments, "cursor": cursor}).failed
    key, _, _ = cursor.rpartition("-")
    assert toolbox.answer("entity", {"thing": "石谦", "cursor": f"{key}-999999999"}).failed
    other = toolbox.answer("entity", {"thing": "石谦", "cursor": cursor, "lang": "zh", "limit": 9})
    assert other.content["page"]["first"] == 3


def test_a_cursor_ends_with_the_state_it_was_made_in(
    tmp_path: Path, five_folder: Path, article_paths: tuple[Path, ...]
) -> None:
    folder = tmp_path / "store"
    shutil.copytree(five_folder, folder)
    source = FolderSource(folder, Limits(quick=1))
    own = Toolbox(source, 20_000, "en")
    try:
        cursor = cursor_of(own, "entity", thing="石谦")
        again = {"thing": "石谦", "cursor": cursor}
        assert not own.answer("entity", again).failed
        before = own.answer("entity", {"thing": "石谦"}).content["page"]["total"]
        Build(Settings(store=folder), jobs=1).exactly(article_paths[1:])
        refused = own.answer("entity", again)
        assert refused.failed
        assert "changed" in refused.text
        after = own.answer("entity", {"thing": "石谦"}).content["page"]["total"]
        assert 0 < after < before
    finally:
        source.close()
