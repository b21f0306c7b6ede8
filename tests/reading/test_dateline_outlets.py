"""The outlet of a dateline, and the reporters who write for it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from zjkg.model import Block, BlockKind, Span
from zjkg.reading.credits import find_credits, find_publisher
from zjkg.reading.dateline_outlets import dateline_outlet
from zjkg.reading.metadata import Metadata

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("某某科技网8月5日讯（记者 王小明）园区开工。", "某某科技网"),
        ("某某產經網新竹7月16日電(記者 陳大文)園區擴建。", "某某產經網"),
        ("某某财讯网讯（记者 王小明）园区开工。", "某某财讯网"),
        ("据某某社上海2023年7月16日电 园区开工。", "某某社"),
        ("某某融媒(记者 王小明)园区开工。", "某某融媒"),
        ("【某某時報專訊】園區擴建。", "某某時報"),
        ("园区开工（记者 王小明）。", None),
        ("本报讯（记者 王小明）园区开工。", None),
        ("本報訊（記者 陳大文）園區擴建。", None),
        ("园区8月5日开工，记者到场。", None),
    ],
)
def test_outlets(line: str, outlet: str | None) -> None:
    found = dateline_outlet(line)
    assert (line[slice(*found)] if found else None) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("【某某時報專訊】園區擴建。", "某某時報"),
        ("某某科技网8月5日讯（记者 王小明）园区开工。", "某某科技网"),
        ("本報訊（記者 陳大文）園區擴建。", None),
        ("（某某社記者陳大文台北27日電）園區擴建。", None),
    ],
)
def test_the_outlet_of_a_dateline_publishes(line: str, outlet: str | None) -> None:
    blocks = [Block(Span(0, len(line)), BlockKind.PARAGRAPH)]
    found = find_publisher(line, blocks, Metadata(), SHANGHAI)
    assert (found.of(line) if found else None) == outlet


def _credits(*lines: str) -> list[tuple[str, str | None]]:
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH))
        at += len(line) + 1
    text = "\n".join(lines)
    return [
        (credit.name.of(text), credit.organization.of(text) if credit.organization else None)
        for credit in find_credits(text, blocks, Metadata(), SHANGHAI)
    ]


def test_a_reporter_writes_for_the_outlet_of_the_dateline() -> None:
    line = "某某科技网8月5日讯（记者 王小明 通讯员 李红）园区开工。"
    assert _credits(line) == [("王小明", "某某科技网"), ("李红", None)]


def test_a_dateline_may_be_a_line_of_its_own() -> None:
    assert _credits("某某报8月5日讯", "（记者 王小明 摄影报道）") == [("王小明", "某某报")]
    assert _credits("某某报8月5日讯", "园区开工。", "（记者 王小明）") == [("王小明", None)]
