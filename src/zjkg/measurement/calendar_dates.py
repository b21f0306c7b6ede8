"""Dates as far as they are known, and the ends of the stretches of time that they name."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

_MONTHS_OF = {  # parts of a year: first and last month
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前三季度": (1, 9),
    "前两季度": (1, 6),
    "前二季度": (1, 6),
    "一季度": (1, 3),
    "第一季度": (1, 3),
    "首季": (1, 3),
    "二季度": (4, 6),
    "第二季度": (4, 6),
    "三季度": (7, 9),
    "第三季度": (7, 9),
    "四季度": (10, 12),
    "第四季度": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "first three quarters": (1, 9),
    "first two quarters": (1, 6),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
}
PARTS_OF_YEAR = tuple(sorted(_MONTHS_OF, key=len, reverse=True))
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: ISO years, months or days; both ends belong to it."""

    start: str
    end: str


def year(number: int) -> Stretch:
    """A whole year, written as the year."""
    return Stretch(f"{number:04}", f"{number:04}")


def month(number: int, of_year: int) -> Stretch | None:
    """A whole month, or None where there is no such month."""
    if not 1 <= number <= _LAST_MONTH:
        return None
    text = f"{of_year:04}-{number:02}"
    return Stretch(text, text)


def months(first: int, last: int, of_year: int) -> Stretch:
    """Several whole months of one year."""
    return Stretch(f"{of_year:04}-{first:02}", f"{of_year:04}-{last:02}")


def day(number: int, of_month: int, of_year: int) -> Stretch | None:
    """A day, or None where the calendar has no such day."""
    if not 1 <= of_month <= _LAST_MONTH:
        return None
    if not 1 <= number <= calendar.monthrange(of_year, of_month)[1]:
        return None
    text = f"{of_year:04}-{of_month:02}-{number:02}"
    return Stretch(text, text)


def part_of_year(word: str, of_year: int) -> Stretch:
    """上半年, 前三季度, ``first half`` … of a year."""
    first, last = _MONTHS_OF[word.lower()]
    return months(first, last, of_year)


def last_month_of(word: str) -> int:
    """The last month of a part of the year."""
    return _MONTHS_OF[word.lower()][1]


def shifted(anchor: dt.date, days: int) -> Stretch:
    """The day that lies ``days`` after the anchor (before it, if negative)."""
    text = (anchor + dt.timedelta(days=days)).isoformat()
    return Stretch(text, text)


def years_back(anchor: dt.date, count: int) -> Stretch:
    """The last ``count`` years up to the anchor."""
    of_year = anchor.year - count
    last = calendar.monthrange(of_year, anchor.month)[1]
    start = dt.date(of_year, anchor.month, min(anchor.day, last))
    return Stretch(start.isoformat(), anchor.isoformat())
