"""A shape of time expressions: a pattern with what resolves it, and how it bears on values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.measurement import calendar_dates
from zjkg.measurement.time_resolution import Resolver
from zjkg.patterns import compiled

YEAR = r"(?:19|20)\d{2}"
PARTS = (
    "(?:"
    + "|".join(w for w in calendar_dates.PARTS_OF_YEAR if not w.isascii())
    + "|[Qq][1-4]|[Hh][12])"
)
ENGLISH_PARTS = (
    "(?i:"
    + "|".join(w for w in calendar_dates.PARTS_OF_YEAR if w.isascii()).replace(" ", "[ -]")
    + ")"
)
DASH = r"\s?(?:-|–|—|~|至|到)\s?"


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern and its resolver.

    ``is_now`` marks 目前 and the like, ``weak`` those of them that give way to a date (已有),
    ``by`` expressions of which only the end is known (未来三年, 年内), ``whole`` those that name
    both ends, so that the words before them (自 … 至) say nothing more, ``since`` those of which
    only the start is known.
    """

    pattern: re.Pattern[str]
    resolver: Resolver
    is_now: bool = False
    weak: bool = False
    by: bool = False
    whole: bool = False
    since: bool = False


def shape(pattern: str, resolver: Resolver) -> Shape:
    """A shape whose neighbours tell how it bears on a value."""
    return Shape(compiled(pattern), resolver)


def by(pattern: str, resolver: Resolver) -> Shape:
    """A shape of which only the end is known."""
    return Shape(compiled(pattern), resolver, by=True)


def since(pattern: str, resolver: Resolver) -> Shape:
    """A shape of which only the start is known."""
    return Shape(compiled(pattern), resolver, since=True)


def whole(pattern: str, resolver: Resolver) -> Shape:
    """A shape that names both ends."""
    return Shape(compiled(pattern), resolver, whole=True)


def chinese_words(table: dict[str, int]) -> str:
    """The Chinese words of a table as alternatives, the longest first."""
    return "|".join(sorted((w for w in table if not w.isascii()), key=len, reverse=True))
