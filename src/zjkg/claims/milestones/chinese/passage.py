"""A Chinese sentence as the rules see it, and the verbs of turning points in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.names import Slot
from zjkg.claims.milestones.chinese.units import Clause
from zjkg.claims.milestones.chinese.verbs import KINDS, VERB
from zjkg.model import MilestoneKind, Span

_LONGEST: Final = 200
"""The most units of a clause that is read: a longer one is a table or noise."""
_NESTED: Final = 40
"""How many clauses back one may be open around brackets."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: the article's folded text, its own masked words, its clauses, its topic.

    ``labels`` are the names of the article's entities by key, ``topic`` is what the sentence
    before is about, if it is about one thing.
    """

    sentence: Span
    key: str
    masked: str
    parts: tuple[Clause, ...]
    labels: dict[str, str]
    topic: Slot | None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A verb of the lexicon in its clause."""

    start: int
    end: int
    word: str
    kind: MilestoneKind
    clause: int


def sightings(passage: Passage) -> Iterator[Sighting]:
    """The verbs of turning points in text order."""
    offset, parts = passage.sentence.start, passage.parts
    number = 0
    for match in VERB.finditer(passage.masked):
        start, end = match.start() + offset, match.end() + offset
        while number < len(parts) - 1 and parts[number + 1].span.start <= start:
            number += 1
        clause = _holding(parts, start, number)
        if clause is not None and len(parts[clause].units) <= _LONGEST:
            kind = KINDS.get(match[0], MilestoneKind.APPROVED)
            yield Sighting(start, end, match[0], kind, clause)


def _holding(parts: tuple[Clause, ...], at: int, number: int) -> int | None:
    """The innermost clause that an offset stands in."""
    for index in range(number, max(-1, number - _NESTED), -1):
        span = parts[index].span
        if span.start <= at < span.end:
            return index
    return None
