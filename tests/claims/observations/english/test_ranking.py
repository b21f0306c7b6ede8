"""Which of the things named a value is given to, and which rule stands for it."""

from __future__ import annotations

import math

import pytest

from zjkg.claims.observations.english.candidates import Candidate
from zjkg.claims.observations.english.ranking import RANKING


def _candidate(entity: str | None, *features: str) -> Candidate:
    return Candidate(entity, frozenset(features))


def test_who_acts_comes_before_who_was_spoken_of() -> None:
    acting = _candidate("acting", "first-slot", "slot:subject:self")
    spoken = _candidate("spoken", "named:topic", "named:last-given")
    assert RANKING.likeliest([spoken, acting]) is acting


def test_where_nobody_acts_what_was_spoken_of_is_meant() -> None:
    spoken = _candidate("spoken", "bare:topic", "bare:last-given")
    aside = _candidate("aside", "bare:head-ago:never", "bare:named-ago:1")
    assert RANKING.likeliest([aside, spoken]) is spoken


def test_the_whole_does_not_own_its_part() -> None:
    whole = _candidate("whole", "whole", "here:bare:after")
    nobody = _candidate(None, "null", "null:bare")
    assert RANKING.likeliest([whole, nobody]) is nobody


def test_a_control_group_is_nobodys() -> None:
    product = _candidate("product", "first-slot", "grammar", "grammar:trial")
    nobody = _candidate(None, "null", "null:named", "null:control")
    assert RANKING.likeliest([product, nobody]) is nobody


def test_equals_are_decided_by_order() -> None:
    first, second = _candidate("first", "unknown"), _candidate("second", "unknown")
    assert RANKING.likeliest([first, second]) is first


def test_the_rule_names_the_strongest_evidence() -> None:
    assert RANKING.rule_of(_candidate("a", "grammar:reference", "topic")) == "subject:reference"
    assert RANKING.rule_of(_candidate("a", "slot:subject:self", "given:bare")) == "subject:clause"
    assert RANKING.rule_of(_candidate(None, "null", "null:bare")) == "subject:none"
    assert RANKING.rule_of(_candidate("a", "bare:topic")) == "subject:topic"
    assert RANKING.rule_of(_candidate("a", "kind:firm")) == "subject:prominence"


def test_the_likeliest_come_first_each_with_its_chance() -> None:
    acting = _candidate("acting", "first-slot", "slot:subject:self")
    spoken = _candidate("spoken", "named:topic", "named:last-given")
    nobody = _candidate(None, "null", "null:named")

    ranked = RANKING.likely([nobody, spoken, acting], 3)

    assert ranked[0][1] is acting
    assert sum(math.exp(chance) for chance, _ in ranked) == pytest.approx(1)
    assert RANKING.likely([nobody, spoken, acting], 2) == ranked[:2]
