"""Tools in workers: the answers that they give in this process, and an end in time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from zjkg.agents.sources import FolderSource
from zjkg.agents.toolbox import Outcome, Toolbox
from zjkg.agents.working import answer_call
from zjkg.server import Limits

CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("search", {"words": "张江"}),
    ("entity", {"thing": "石谦"}),
    ("evidence", {"thing": "461亿元"}),
    ("conflicts", {}),
    ("entity", {"thing": "nobody of this name"}),
    ("search", {"words": "\ud800"}),
)


@pytest.fixture(scope="module")
def working(five_folder: Path) -> Iterator[Toolbox]:
    source = FolderSource(five_folder, Limits(seconds=30, quick=1, slow=1), answer_call)
    yield Toolbox(source, 20_000, "en")
    source.close()


def called(toolbox: Toolbox, name: str, given: dict[str, Any]) -> Outcome:
    return anyio.run(toolbox.call, name, given)


@pytest.mark.parametrize(("name", "given"), CALLS)
def test_a_worker_gives_what_this_process_gives(
    working: Toolbox, name: str, given: dict[str, Any]
) -> None:
    assert called(working, name, given) == working.answer(name, given)


def test_a_tool_that_takes_too_long_is_ended(
    five_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zjkg.server.pool._GRACE_SECONDS", 0)
    source = FolderSource(five_folder, Limits(seconds=30, quick=1, slow=1), answer_call)
    source.start()  # in peace; then there is no time left
    source.limits = Limits(seconds=0.001, quick=1, slow=1)
    try:
        outcome = called(Toolbox(source, 20_000, "en"), "search", {"words": "张江"})
    finally:
        source.close()
    assert outcome.failed
    assert "0.001 seconds" in outcome.text or "too many" in outcome.text
