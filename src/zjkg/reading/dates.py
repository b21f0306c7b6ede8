"""The instant that a written date names: RFC 2822, ISO 8601, Chinese and English dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_tz
from zoneinfo import ZoneInfo

from zjkg.model import Publication
from zjkg.patterns import Table

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK = (
    r"(?:[ T,]{0,3}(?:at )?(?P<ampm_zh>上午|下午|晚上|晚间|凌晨)?[ ]?"
    r"(?P<hour>\d{1,2})[:：时時点點](?P<minute>\d{2})?分?(?:[:：]?(?P<second>\d{2})秒?)?(?:\.\d{1,9})?"
    r"[ ]?(?P<ampm>[ap]\.?m\.?)?)?"
)
_OFFSET = (
    r"(?:[ ]?\(?(?=Z|GMT|UTC|[+-]\d)(?P<offset>Z|GMT|UTC)?(?P<shift>[+-]\d{1,2}(?::?\d{2})?)?"
    r"(?![\d])\)?)?"
)
_WEEKDAY_ZH = r"[ ]?(?:[（(]?(?:星期|周|週)[一二三四五六日天][）)]?)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4}|1[01]\d)"  # three digits are a year of the Republic: 113 is 2024
_NUMERIC = _YEAR + r"(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)" + _DAY + r"(?!\d)"
_CHINESE = _YEAR + r"[ ]?年[ ]?(?P<month>\d{1,2})[ ]?月[ ]?" + _DAY + "[ ]?[日号號]" + _WEEKDAY_ZH
_AMERICAN = _WEEKDAY + _MONTH + " " + _DAY + r"(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)"
_BRITISH = _WEEKDAY + _DAY + r"(?:st|nd|rd|th)? " + _MONTH + r",? (?P<year>\d{4})(?!\d)"
# 18.04.2023, 18/04/2023, 04/18/2023; a slash needs a day above 12 to tell it from the month
_DAY_FIRST = (
    r"(?:" + _DAY + r"\.(?P<month>0?[1-9]|1[0-2])\."
    r"|(?P<day2>1[3-9]|2\d|3[01])/(?P<month2>0?[1-9]|1[0-2])/"
    r"|(?P<month3>0?[1-9]|1[0-2])/(?P<day3>1[3-9]|2\d|3[01])/)(?P<year>20\d\d)(?!\d)"
)
_FORMS = Table(
    (
        re.compile(r"(?<![A-Za-z0-9])" + form + _CLOCK + _OFFSET, re.IGNORECASE)
        for form in (_NUMERIC, _CHINESE, _AMERICAN, _BRITISH, _DAY_FIRST)
    ),
    lambda form: form,
)
_RFC = re.compile(r"\s*(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{2}:\d{2}")
_CHINA_STANDARD_TIME = re.compile(r"\s*\bCST\b\s*$")
_NOON = 12
_REPUBLIC = 1911  # its first year is 1912
_MAX_WRITTEN = 120
_HOUR_DIGITS = 2


def publication(written: str, zone: ZoneInfo) -> Publication | None:
    """The instant that the whole of ``written`` names; None where it names none.

    A time without a zone is in ``zone``; a date without a time is midnight in ``zone``.
    """
    words = written.strip()
    if not words or len(words) > _MAX_WRITTEN:
        return None
    instant = _iso(words, zone) or _rfc(words, zone)
    if instant is None:
        found = find(words, zone)
        instant = found[2].instant if found else None
    return Publication(instant, words) if instant else None


def find(line: str, zone: ZoneInfo) -> tuple[int, int, Publication] | None:
    """The first full date in a line, with its place, or None."""
    matches = [match for form in _FORMS.possible(line) if (match := form.search(line))]
    for match in sorted(matches, key=lambda match: match.start()):
        instant = _instant(match, zone)
        if instant is not None:
            written = match[0].rstrip()
            return match.start(), match.start() + len(written), Publication(instant, written)
    return None


def each(line: str, zone: ZoneInfo) -> Iterator[tuple[int, int, Publication]]:
    """The full dates in a line, in order, with their places."""
    at = 0
    while (found := find(line[at:], zone)) is not None:
        start, end, told = found
        yield at + start, at + end, told
        at += end


def _iso(words: str, zone: ZoneInfo) -> datetime | None:
    try:
        instant = datetime.fromisoformat(words)
    except ValueError:
        return None
    return _aware(instant, zone)


def _rfc(words: str, zone: ZoneInfo) -> datetime | None:
    if not _RFC.match(words):
        return None
    # In a Chinese feed CST is China Standard Time; the mail standard's American reading is wrong.
    local = _CHINA_STANDARD_TIME.sub("", words)
    fields = parsedate_tz(local)
    if fields is None:
        return None
    offset = fields[9] if _says_zone(local) else None
    try:
        instant = datetime(*fields[:6])  # noqa: DTZ001 - its zone is added below
        return _aware(instant, zone if offset is None else _fixed(offset))
    except (ValueError, OverflowError):
        return None


def _says_zone(words: str) -> bool:
    return not re.fullmatch(r"[\d:.]+", words.rsplit(maxsplit=1)[-1])


def _instant(match: re.Match[str], zone: ZoneInfo) -> datetime | None:
    written = match.groupdict()
    month, day = _named(written, "month").lower(), _named(written, "day")
    try:
        instant = datetime(  # noqa: DTZ001 - its zone is added below
            _year(_named(written, "year")),
            int(month) if month.isdigit() else _MONTHS[month[:3]],
            int(day),
            _hour(written),
            int(written["minute"] or 0),
            int(written["second"] or 0),
        )
        return _aware(instant, _zone(written, zone))
    except (ValueError, OverflowError):
        return None


def _named(written: dict[str, str | None], part: str) -> str:
    """The month or day of a date, whichever of its places is filled."""
    return next(value for key, value in written.items() if key.startswith(part) and value)


def _year(written: str) -> int:
    return int(written) + (_REPUBLIC if len(written) < len("2024") else 0)


def _hour(written: dict[str, str | None]) -> int:
    hour = int(written["hour"] or 0)
    half = (written["ampm"] or "")[:1].lower()
    afternoon = half == "p" or written["ampm_zh"] in {"下午", "晚上", "晚间"}
    if afternoon and hour < _NOON:
        return hour + _NOON
    return 0 if half == "a" and hour == _NOON else hour


def _zone(written: dict[str, str | None], zone: ZoneInfo) -> timezone | ZoneInfo:
    shift = written["shift"]
    if shift and written["hour"]:
        digits = shift[1:].replace(":", "")
        hours, minutes = int(digits[:-2] or 0), int(digits[-2:])
        if len(digits) <= _HOUR_DIGITS:  # GMT+8 names hours alone
            hours, minutes = int(digits), 0
        seconds = (hours * 60 + minutes) * 60
        return _fixed(-seconds if shift[0] == "-" else seconds)
    return _fixed(0) if written["offset"] and written["hour"] else zone


def _fixed(seconds: int) -> timezone:
    return timezone(timedelta(seconds=seconds))


def _aware(instant: datetime, zone: timezone | ZoneInfo) -> datetime:
    return instant if instant.tzinfo else instant.replace(tzinfo=zone)
