"""The day that anchors 去年: that of publication, or what the article itself says of it.

An article that lost its date may still have a dateline with a month and a day. Its year is told by
the weekday in the lead or by a full date near it; a company's report tells it by the year that it
covers and the months that it sums up.
"""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from zjkg.measurement import numerals
from zjkg.measurement.time_resolution import month_number
from zjkg.model import Article

_NAMES = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"^[*_# ]*[A-Z][A-Z .,'’/()-]{{1,40}},? (?P<name>{_NAMES}) (?P<day>\d{{1,2}}) ?[(–—/-]"
    r"|(?P<month>\d{1,2})月(?P<date>\d{1,2})日专?[电讯](?=[\s（(,，:：*]|$)",
    re.MULTILINE,
)
_LEAD = 400  # characters after a dateline in which a weekday is that of the dateline
_WEEKDAY = re.compile(
    r"\b(?P<english>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?<![上下])(?:周|星期|礼拜)(?P<chinese>[一二三四五六日])(?![期边])"
)
_WEEKDAYS = {word: i for i, word in enumerate("Mon Tues Wednes Thurs Fri Satur Sun".split())}
_WEEKDAYS |= {word: i for i, word in enumerate("一二三四五六日")}
_YEAR = re.compile(r"(?<![\d.,])20\d\d(?![\d.,]?\d)")
_AIMED = re.compile(  # a year by which something is to be done lies ahead of the news
    r"\b(?:[Bb]y|[Uu]ntil|[Bb]efore)(?: the end of)?(?: (?:early|late|mid)[ -]?)? \Z"
    r"|[到至](?:了)?\s?\Z"
)
_AIMED_REACH = 24
_YEARS_BACK, _YEARS_AHEAD = 2, 1  # what news names last lies at most so far from its own year
_FULL_DATE = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_NEWS = dt.timedelta(days=31)
_BRACKETED = re.compile(r"(?P<told>[昨今])天?[（(](?P<day>\d{1,2})日?[）)]")
_REPORT = re.compile(r"(?P<year>20\d\d)年度?(?:全年)?(?:合并)?(?:财报|年报|财务报告|业绩|营运成果)")
_MONTHS = re.compile(r"[前首](?P<count>[一二两三四五六七八九十]{1,2}|1?\d)个?月")


def anchoring_day(article: Article, key: str, zone: ZoneInfo) -> dt.date | None:
    """The day of publication in a zone, else the one that the article's own words fix."""
    if article.published is not None:
        return article.published.instant.astimezone(zone).date()
    return _of_dateline(key) or _of_report(key)


def _of_dateline(key: str) -> dt.date | None:
    dateline = _DATELINE.search(key)
    if dateline is None:
        return None
    if dateline["name"]:
        month, day = month_number(dateline["name"]), int(dateline["day"])
    else:
        month, day = int(dateline["month"]), int(dateline["date"])
    return _by_full_date(key, month, day) or _by_weekday(key, dateline.end(), month, day)


def _by_full_date(key: str, month: int, day: int) -> dt.date | None:
    """The dateline in the year of a full date that lies at most a month before it."""
    for match in _FULL_DATE.finditer(key):
        told = _day(int(match["year"]), int(match["month"]), int(match["day"]))
        found = _day(int(match["year"]), month, day)
        if told and found and dt.timedelta(0) <= found - told <= _NEWS:
            return found
    return None


def _by_weekday(key: str, start: int, month: int, day: int) -> dt.date | None:
    """The dateline in the only year near those named in which it is the weekday of the lead."""
    weekday = _WEEKDAY.search(key, start, start + _LEAD)
    named = [
        int(year[0])
        for year in _YEAR.finditer(key)
        if not _AIMED.search(key, max(0, year.start() - _AIMED_REACH), year.start())
    ]
    last = max(named, default=None)
    if weekday is None or last is None:
        return None
    number = _WEEKDAYS[weekday["english"] or weekday["chinese"]]
    days = (_day(y, month, day) for y in range(last - _YEARS_BACK, last + _YEARS_AHEAD + 1))
    fitting = [each for each in days if each is not None and each.weekday() == number]
    return fitting[0] if len(fitting) == 1 else None


def _of_report(key: str) -> dt.date | None:
    """昨（15）日 … 公布2022年财报 … 前两月: the month after those summed up, a year on."""
    told, report, months = _BRACKETED.search(key), _REPORT.search(key), _MONTHS.search(key)
    if told is None or report is None or months is None or "去年" not in key:
        return None
    count = months["count"]
    last = int(count) if count.isdigit() else int(numerals.chinese(count))
    found = _day(int(report["year"]) + 1, last + 1, int(told["day"]))
    return found if found is None or told["told"] == "今" else found + dt.timedelta(days=1)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
