from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from zjkg.model import (
    ArticleRecord,
    Claims,
    Comparison,
    ConflictType,
    EntityType,
    Evidence,
    Milestone,
    MilestoneKind,
    Modality,
    Span,
)

Make = Callable[..., ArticleRecord]
Compare = Callable[..., Comparison]
OPENED, FOUNDED = MilestoneKind.OPENED, MilestoneKind.FOUNDED


@pytest.fixture
def turn(make_record: Make, paper: Callable[..., object]) -> Make:
    """An article that dates one turning point of 滨江园, or of a part of it."""

    def make(
        source: str,
        date: str,
        kind: MilestoneKind = OPENED,
        thing: str | None = None,
        modality: Modality = Modality.ACTUAL,
    ) -> ArticleRecord:
        text = f"滨江园的{thing or ''}大事记。"
        record = make_record(source, paper(text, names=(("滨江园", EntityType.PARK),)))
        words = Span(text.index(thing), text.index(thing) + len(thing)) if thing else None
        evidence = Evidence(Span(0, len(text)))
        milestone = Milestone("e0", words, kind, date, date, modality, None, evidence, "test")
        return replace(record, claims=Claims(milestones=(milestone,)))

    return make


@pytest.mark.parametrize(
    ("first", "second", "contradicts"),
    [
        ("2021-03", "2021-05", True),
        ("2021-03", "2022", True),
        ("2021-03", "2021", False),
        ("2021-03-02", "2021-03", False),
        ("2021-03-02", "2021-03-05", False),
        ("2021-03-02", "2021-03-20", True),
    ],
)
def test_two_dates_of_one_opening(
    turn: Make, compared: Compare, first: str, second: str, *, contradicts: bool
) -> None:
    found = compared(turn("a", first), turn("b", second)).contradictions
    assert [each.type for each in found] == [ConflictType.TIME] * contradicts
    assert all(first in each.reason.en and second in each.reason.zh for each in found)


def test_a_part_is_dated_by_itself(turn: Make, compared: Compare) -> None:
    whole = turn("a", "2019")
    plant, factory = turn("b", "2021", thing="二期工厂"), turn("c", "2022", thing="plant")
    assert not compared(whole, plant).contradictions
    assert not compared(whole, factory).contradictions
    assert len(compared(plant, turn("d", "2022", thing="工厂")).contradictions) == 1
    assert len(compared(turn("e", "2021", thing="工厂"), factory).contradictions) == 1
    assert not compared(plant, turn("f", "2022", thing="实验室")).contradictions


def test_what_happens_again_or_is_planned_does_not_contradict(
    turn: Make, compared: Compare
) -> None:
    released = MilestoneKind.RELEASED
    assert not compared(turn("a", "2020", released), turn("b", "2021", released)).contradictions
    later = turn("b", "2023", modality=Modality.TARGET)
    assert not compared(turn("a", "2021"), later).contradictions
    assert not compared(turn("a", "2021", FOUNDED), turn("b", "2022", OPENED)).contradictions
