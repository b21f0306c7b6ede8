"""Milestones of sentences of our own in three scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Reader = Any  # the callable of conftest.py, which a test module cannot import

FILE = Path(__file__).with_name("sentences.txt")


def sentences() -> list[tuple[str, list[str]]]:
    """Each sentence with the lines below it."""
    blocks = FILE.read_text(encoding="utf-8").split("\n\n")[1:]
    return [(first, rest) for first, *rest in (block.strip().split("\n") for block in blocks)]


@pytest.mark.parametrize(("text", "rows"), sentences())
def test_a_sentence_states_these_milestones(reader: Reader, text: str, rows: list[str]) -> None:
    assert sorted(reader(text).rows) == sorted(rows)


def test_every_milestone_points_at_its_words(reader: Reader) -> None:
    found = reader("[O:云杉医疗]的二期厂房预计2025年6月竣工。")
    [item] = found.claims.milestones
    words = [span.of(found.text) for span in item.evidence.focus]
    assert words == ["云杉医疗", "二期厂房", "2025年6月", "竣工"]
    assert item.rule == "milestone:subject"


def test_a_milestone_stated_twice_is_kept_once(reader: Reader) -> None:
    found = reader("[O:云杉医疗]2015年成立。[O:云杉医疗]成立于2015年。")
    assert len(found.claims.milestones) == 1
    assert any(item.rule == "milestone:subject" for item in found.claims.dropped)


def test_what_is_denied_is_dropped_with_its_reason(reader: Reader) -> None:
    found = reader("[O:Marlow Bio] was not listed on the Nasdaq market in 2022.")
    assert found.claims.milestones == ()
    assert "the text denies it" in {item.reason.en for item in found.claims.dropped}


def test_who_says_it_is_the_speaker(reader: Reader) -> None:
    found = reader("“[O:云杉医疗]2021年在科创板上市。”[P:林知远]说。")
    [item] = found.claims.milestones
    assert item.speaker is not None
    assert found.names[item.speaker] == "林知远"
