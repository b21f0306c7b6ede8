"""Whether two values are about the same time.

A period is a stretch of days ("2021", "上半年") or, without a start, the state at a date ("as of
the end of 2021"). A value without one is taken to be about the days before its article came out.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

_NEWS = timedelta(days=31)
"""How long a state told without a date is news: within a month two articles tell of the same."""
_MONTHS = 12
_YEAR, _LEAP_YEAR = 365, 366


class Timing(Enum):
    """How the times of two values relate."""

    SAME = auto()
    LIKELY = auto()
    UNKNOWN = auto()
    DIFFERENT = auto()


@dataclass(frozen=True, slots=True)
class When:
    """The time of a value: first and last day, either of which may be open, and the news day."""

    first: date | None
    last: date | None
    published: date | None

    @classmethod
    def of(cls, start: str | None, end: str | None, published: date | None) -> When:
        """The days that ISO dates of a day, a month or a year cover."""
        return cls(_first_day(start) if start else None, _last_day(end) if end else None, published)

    @property
    def is_known(self) -> bool:
        """Whether the text gives the time."""
        return self.first is not None or self.last is not None

    @property
    def year(self) -> int | None:
        """The year that the value is about, or in which its article came out."""
        day = self.last or self.first or self.published
        return day.year if day else None

    @property
    def days(self) -> int | None:
        """How long the stretch is, leap days aside; None for a state at a date."""
        if self.first is None or self.last is None:
            return None
        length = (self.last - self.first).days + 1
        return _YEAR if length == _LEAP_YEAR else length

    def timing(self, other: When) -> Timing:
        """How this time relates to another."""
        if self.is_known and other.is_known:
            return Timing.SAME if self._equals(other) else Timing.DIFFERENT
        return Timing.LIKELY if self._is_news_with(other) else Timing.UNKNOWN

    def _equals(self, other: When) -> bool:
        """The same stretch; a state at its last day is the same time."""
        if self.last != other.last:
            return False
        return self.first == other.first or (
            self.last is not None and None in (self.first, other.first)
        )

    def _is_news_with(self, other: When) -> bool:
        """Whether what has no date came out while the other was the case."""
        mine, theirs = self.news_days(), other._days()
        if mine is None or theirs is None:
            return False
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def news_days(self) -> tuple[date, date] | None:
        """From when to when it comes out what has no date and is taken to be about this time."""
        days = self._days()
        return (moved(days[0], -_NEWS), moved(days[1], _NEWS)) if days else None

    def _days(self) -> tuple[date, date] | None:
        last = self.last or self.published
        first = self.first or last
        return (first, last) if first and last else None


def moved(day: date, by: timedelta) -> date:
    """The day so much later, or the last there is: articles tell of the year 9999, too."""
    number = day.toordinal() + by.days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))


def _first_day(iso: str) -> date:
    year, month, day = _parts(iso)
    return date(year, month or 1, day or 1)


def _last_day(iso: str) -> date:
    year, month, day = _parts(iso)
    month = month or _MONTHS
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(iso: str) -> tuple[int, int | None, int | None]:
    numbers = [int(part) for part in iso.split("-")]
    padded = [*numbers, None, None]
    return numbers[0], padded[1], padded[2]
