"""Milestones of a Chinese sentence: each verb with its date and what it is said of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zjkg.claims.frames.stance import Stance, stance_of
from zjkg.claims.milestones.candidates import Candidate
from zjkg.claims.milestones.chinese.dates import Dates
from zjkg.claims.milestones.chinese.passage import Passage, Sighting, sightings
from zjkg.claims.milestones.chinese.themes import Themes
from zjkg.claims.milestones.chinese.verbs import AHEAD
from zjkg.model import Modality, Span


def chinese_milestones(passage: Passage) -> Iterator[Candidate]:
    """Every milestone that a sentence states, in text order."""
    seen = list(sightings(passage))
    dates, themes = Dates(passage, seen), Themes(passage)
    for number, each in enumerate(seen):
        date = dates.of(number)
        if date is None:
            continue
        for kind, theme in themes.of(each):
            if theme.slot is not None:
                verb, rule = Span(each.start, each.end), f"milestone:{theme.rule}"
                stance = _stance(passage, each)
                yield Candidate(theme.slot, theme.thing, kind, date, verb, stance, rule)


def _stance(passage: Passage, seen: Sighting) -> Stance:
    stance = stance_of(*_spoken(passage, seen), chinese=True)
    before = passage.parts[seen.clause].before(seen.start)
    ahead = any(unit.words in AHEAD and unit.slot is None for unit in before)
    if stance.modality is Modality.ACTUAL and ahead:
        return replace(stance, modality=Modality.TARGET)
    return stance


def _spoken(passage: Passage, seen: Sighting) -> tuple[str, str, str]:
    """The clause up to the verb, the words before it, and the sentence, for its stance."""
    span = passage.sentence
    start = passage.parts[seen.clause].span.start
    if seen.clause and passage.parts[seen.clause].host is None:
        earlier = passage.parts[seen.clause - 1].span
        dated = any(unit.date is not None for unit in passage.parts[seen.clause].before(seen.start))
        start = start if dated else earlier.start
    clause = passage.masked[start - span.start : seen.end - span.start]
    return clause, clause[-34 : len(clause) - len(seen.word)], passage.masked
