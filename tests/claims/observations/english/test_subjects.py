"""Whose the values of an English sentence are, decided together."""

from __future__ import annotations

import math
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from zjkg.claims.observations.english.candidates import Candidate
from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.subjects import EnglishSubjects
from zjkg.claims.observations.text import Text
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import EntityType
from zjkg.reading import read
from zjkg.recognition import Gazetteer, Recognizer

ZONE = ZoneInfo("Asia/Shanghai")
NAMES = ("Corvane Bio", "Tessaly Therapeutics")


def _by_the_value_before(
    found: list[Candidate], most: int, *, sure: float
) -> list[tuple[float, Candidate]]:
    """The first thing is a little likelier; the value behind is ``sure`` of the second's."""
    first, second = found[:2]
    before = [e for e in found if any(f.startswith("given:") for f in e.features)]
    if before == [second]:
        return [(math.log(sure), second)][:most]
    share = 0.5 if before else 0.6
    return [(math.log(share), first), (math.log(1 - share), second)][:most]


@pytest.mark.parametrize(("sure", "whose"), [(0.9, 1), (0.6, 0)])
def test_a_later_value_decides_whose_an_earlier_one_is(
    tmp_path: Path, sure: float, whose: int
) -> None:
    path = tmp_path / "news.txt"
    told = "Corvane Bio told Tessaly Therapeutics that 40 rooms and 300 chairs were ready."
    path.write_text(f"2023-05-10\n\n{told}", "utf-8")
    made = read(path, zone=ZONE)
    gazetteer = Gazetteer((name, EntityType.ORGANIZATION) for name in NAMES)
    (recognition,) = Recognizer(gazetteer).recognize([made])
    quantities = measure(made, recognition, zone=ZONE).quantities
    view = Text.of(made, recognition, entities(made, recognition))
    discourse = Discourse(view)
    reader = EnglishSubjects(
        view, discourse, lambda found, most: _by_the_value_before(found, most, sure=sure)
    )

    given = [
        entity
        for sentence in made.sentences
        for entity, _ in reader.read(
            sentence, [each for each in quantities if sentence.span.covers(each.span)]
        )
    ]

    assert given == [discourse.entities()[whose]] * 2
