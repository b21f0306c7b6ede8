"""Dates as far as they are known, and the ends of the stretches of time that they name."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

_ORDINALS = (
    ("一", "1", "first"),
    ("二", "2", "second"),
    ("三", "3", "third"),
    ("四", "4", "fourth"),
)


def _parts() -> dict[str, tuple[int, int]]:
    """The words for parts of a year, with their first and last month."""
    table = {
        "上半年": (1, 6),
        "下半年": (7, 12),
        "首季度": (1, 3),
        "首季": (1, 3),
        "末季": (10, 12),
        "first half": (1, 6),
        "second half": (7, 12),
        "first three quarters": (1, 9),
        "first two quarters": (1, 6),
        "final quarter": (10, 12),
        "h1": (1, 6),
        "h2": (7, 12),
        "1至3季度": (1, 9),
        "一至三季度": (1, 9),
        "1-3季度": (1, 9),
    }
    for number, (zh, digit, en) in enumerate(_ORDINALS, start=1):
        quarter = (3 * number - 2, 3 * number)
        for word in (f"{zh}季度", f"{digit}季度", f"第{zh}季度", f"第{digit}季度", f"第{zh}季"):
            table[word] = quarter
        table |= {f"第{digit}季": quarter, f"{en} quarter": quarter, f"q{digit}": quarter}
    for lead in ("前", "首", "头"):
        for words, last in (("两二2", 6), ("三3", 9)):
            for word in words:
                table |= {f"{lead}{word}季度": (1, last), f"{lead}{word}季": (1, last)}
                table[f"{lead}{word}个季度"] = (1, last)
    return table


_MONTHS_OF = _parts()
PARTS_OF_YEAR = tuple(sorted(_MONTHS_OF, key=lambda word: (-len(word), word)))
_LAST_MONTH = 12
_WEEK = 7


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


def months(first: int, last: int, of_year: int) -> Stretch | None:
    """Several whole months of one year, or None where they are no such months."""
    if not 1 <= first <= last <= _LAST_MONTH:
        return None
    return Stretch(f"{of_year:04}-{first:02}", f"{of_year:04}-{last:02}")


def year_to(last: int, of_year: int) -> Stretch:
    """The twelve months that end with a month: ``the year to March 2016``; a year by its number."""
    if last == _LAST_MONTH:
        return Stretch(f"{of_year:04}", f"{of_year:04}")
    return Stretch(f"{of_year - 1:04}-{last + 1:02}", f"{of_year:04}-{last:02}")


def day(number: int, of_month: int, of_year: int) -> Stretch | None:
    """A day, or None where the calendar has no such day."""
    if not 1 <= of_month <= _LAST_MONTH:
        return None
    if not 1 <= number <= calendar.monthrange(of_year, of_month)[1]:
        return None
    text = f"{of_year:04}-{of_month:02}-{number:02}"
    return Stretch(text, text)


def part_of_year(word: str, of_year: int) -> Stretch | None:
    """上半年, 前三季度, ``first half`` … of a year."""
    first, last = _months_of(word)
    return months(first, last, of_year)


def _months_of(word: str) -> tuple[int, int]:
    """First and last month of one of the `PARTS_OF_YEAR`; ``first-half`` is read as two words."""
    word = word.casefold()  # as patterns that ignore case do: ſ is an s to them
    return _MONTHS_OF[word.replace("-", " ") if word.isascii() else word]


def telling_month_of(word: str) -> int:
    """The month in which a part of the year is spoken of: a later half or quarter once it begins.

    上半年 and 前三季度 sum up, so they are spoken of when they end.
    """
    first, last = _months_of(word)
    return last if first == 1 else first


def shifted(anchor: dt.date, days: int) -> Stretch:
    """The day that lies ``days`` after the anchor (before it, if negative)."""
    text = (anchor + dt.timedelta(days=days)).isoformat()
    return Stretch(text, text)


def latest_day(number: int, anchor: dt.date) -> Stretch | None:
    """The latest day of that number up to the anchor: 19日 in an article of the 24th."""
    if number <= anchor.day:
        return day(number, anchor.month, anchor.year)
    if anchor.month > 1:
        return day(number, anchor.month - 1, anchor.year)
    return day(number, _LAST_MONTH, anchor.year - 1)


def weekday(index: int, anchor: dt.date, *, weeks_back: int | None) -> Stretch:
    """A day of the week (Monday is 0), so many weeks back; the latest one if that is None."""
    days = index - anchor.weekday()
    if weeks_back is not None:
        return shifted(anchor, days - _WEEK * weeks_back)
    return shifted(anchor, days if days <= 0 else days - _WEEK)


def days(first: Stretch | None, last: Stretch | None) -> Stretch | None:
    """From one day (or month) to another, or None where they are not in order."""
    if first is None or last is None or last.end < first.start:
        return None
    return Stretch(first.start, last.end)


def months_ending(count: int, last: int, of_year: int) -> Stretch | None:
    """So many months, the last of which is given: the six months to June."""
    if not (1 <= last <= _LAST_MONTH and count >= 1):
        return None
    first = of_year * _LAST_MONTH + last - count
    start = f"{first // _LAST_MONTH:04}-{first % _LAST_MONTH + 1:02}"
    return Stretch(start, f"{of_year:04}-{last:02}")


def is_quarter(stretch: Stretch) -> bool:
    """Whether a stretch is a quarter of a year, written in months."""
    size = len("2020-01")
    if len(stretch.start) != size or len(stretch.end) != size:
        return False
    first, last = int(stretch.start[5:]), int(stretch.end[5:])
    return stretch.start[:4] == stretch.end[:4] and first % 3 == 1 and last == first + 2


def quarter_before(anchor: dt.date) -> Stretch | None:
    """The quarter before that of the anchor."""
    current = (anchor.month - 1) // 3
    if not current:
        return months(10, 12, anchor.year - 1)
    return months(3 * current - 2, 3 * current, anchor.year)


def a_year_before(stretch: Stretch) -> Stretch:
    """The same stretch of the year before."""
    start, end = (f"{int(text[:4]) - 1:04}{text[4:]}" for text in (stretch.start, stretch.end))
    return Stretch(start, end)


def years_back(anchor: dt.date, count: int) -> Stretch:
    """The last ``count`` years up to the anchor, as years: a longer stretch has no finer ends."""
    return Stretch(f"{anchor.year - count:04}", f"{anchor.year:04}")


def months_back(anchor: dt.date, count: int) -> Stretch | None:
    """The ``count`` months before the anchor's day, that of the anchor included."""
    return months_ending(count + 1, anchor.month, anchor.year)
