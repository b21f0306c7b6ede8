"""What the words of a time expression are worth, against what the article lets one know.

The publication date, local to a time zone, anchors 去年 or ``last year``. Without it a relative
expression stays unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from zjkg.measurement import calendar_dates, numerals, outlook
from zjkg.measurement.calendar_dates import Stretch


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative expression is resolved against.

    ``last_year`` is the year named before in the sentence, ``told_year`` that named before in the
    article, ``last_day`` the day (同日) or days (展期间) named before in the article, ``last`` the
    stretch named before in the sentence, ``told`` that named last in the sentences before,
    ``report`` the stretch on which a firm reports (2021年度业绩), ``begun`` the kinds of beginning
    that the article dates (成立 in 2012).
    """

    published: dt.date | None
    last_year: int | None = None
    told_year: int | None = None
    last_day: Stretch | None = None
    last: Stretch | None = None
    told: Stretch | None = None
    report: Stretch | None = None
    begun: tuple[tuple[str, Stretch], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The stretch, None where it cannot be known, and whether the publication date was needed."""

    stretch: Stretch | None
    relative: bool


Resolver = Callable[[re.Match[str], Context], Resolution | None]

RELATIVE_YEAR = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "大前年": -3,
    "明年": 1,
    "后年": 2,
    "this year": 0,
    "last year": -1,
    "next year": 1,
}
RELATIVE_DAY = {
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "前日": -2,
    "昨晚": -1,
    "今晨": 0,
    "今早": 0,
    "今晚": 0,
    "明天": 1,
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
_MONTH_NAMES = {
    name: index
    for index, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_PLAN_FIRST_YEAR = {"九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016}
_PLAN_FIRST_YEAR |= {"十四": 2021, "十五": 2026, "十六": 2031}
_PLAN_YEARS = 5
REPUBLIC = 1911  # 民国元年 is 1912
_VAGUE = frozenset({"几", "数", "several", "few", "some"})
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = "一二三四五六日"
_REVIEW_MONTHS = 3, 6  # until March, June where it was spoken of, 全年 is that of the year before
UNKNOWN = Resolution(None, relative=True)


def known(stretch: Stretch | None) -> Resolution | None:
    """What is known without the publication date; None where there is no such stretch."""
    return None if stretch is None else Resolution(stretch, relative=False)


def relative(stretch: Stretch | None) -> Resolution | None:
    """What is known from the publication date; None where there is no such stretch."""
    return None if stretch is None else Resolution(stretch, relative=True)


def count_of(written: str) -> int | None:
    """The number of years or months that is written, None for 几 or ``several``."""
    if written in _VAGUE:
        return None
    if written.isdigit():
        return int(written)
    if not written.isascii():
        return int(numerals.chinese(written))
    return int(numerals.english(written)) if numerals.is_english(written) else None


def year_range(match: re.Match[str], _context: Context) -> Resolution | None:
    """2015年至2020年, ``between 2015 and 2020``."""
    first, last = (_year_of(match[name]) for name in ("y1", "y2"))
    return None if first > last else known(Stretch(str(first), str(last)))


def absolute(match: re.Match[str], _context: Context) -> Resolution | None:
    """A written year, with the month, day or part of it that stands with it."""
    return known(refined(match, _year_of(match["y"])))


def _year_of(written: str) -> int:
    return int(written if written.isdigit() else numerals.chinese(written))


def republican(match: re.Match[str], _context: Context) -> Resolution | None:
    """民国110年上半年: a year of the Republic."""
    return known(refined(match, int(match["roc"]) + REPUBLIC))


def refined(match: re.Match[str], year: int) -> Stretch | None:
    """A year, or the month, day or part of it that the same expression names."""
    groups = match.groupdict()
    if groups.get("part"):
        return calendar_dates.part_of_year(match["part"], year)
    if groups.get("nm"):
        return calendar_dates.months(1, count_of(match["nm"].lower()) or 0, year)
    if groups.get("m") is None:
        return calendar_dates.year(year)
    month = count_of(match["m"]) or 0
    if groups.get("d"):
        return calendar_dates.day(count_of(match["d"]) or 0, month, year)
    if groups.get("m2"):
        return calendar_dates.months(month, count_of(match["m2"]) or 0, year)
    return calendar_dates.month(month, year)


def relative_year(match: re.Match[str], context: Context) -> Resolution | None:
    """去年, 今年4月, ``last year``, ``the first two months of this year``."""
    if context.report is not None and match["rel"] in ("上年", "上一年"):
        return relative(refined(match, int(context.report.end[:4]) - 1))
    if context.published is None:
        return _year_of_article(match, context)
    year = context.published.year + RELATIVE_YEAR[match["rel"].lower()]
    return relative(refined(match, year))


def _year_of_article(match: re.Match[str], context: Context) -> Resolution | None:
    """A month of this year takes the year that the sentence names; nothing else can be known."""
    same_year = RELATIVE_YEAR[match["rel"].lower()] == 0
    if same_year and context.last_year is not None and match.groupdict().get("m"):
        return known(refined(match, context.last_year))
    return UNKNOWN


def whole_year(match: re.Match[str], context: Context) -> Resolution | None:
    """全年: the year named before, else that of publication; early in the year, the one before."""
    if context.last_year is not None:
        return known(calendar_dates.year(context.last_year))
    if context.published is None:
        return UNKNOWN
    year, month = context.published.year, context.published.month
    if outlook.is_ahead(match):  # 全年力拼250亿元
        return relative(calendar_dates.year(year))
    reviewed = context.told == calendar_dates.year(year - 1)
    return relative(calendar_dates.year(year - (month <= _REVIEW_MONTHS[reviewed])))


def this_year(_match: re.Match[str], context: Context) -> Resolution | None:
    """年初至今, ``year-to-date``: the year of publication."""
    if context.published is None:
        return UNKNOWN
    return relative(calendar_dates.year(context.published.year))


def year_end(_match: re.Match[str], context: Context) -> Resolution | None:
    """年底, ``by year-end``: of the year of publication, else of that named before."""
    if context.published is None and context.last_year is not None:
        return known(calendar_dates.year(context.last_year))
    return this_year(_match, context)


def relative_day(match: re.Match[str], context: Context) -> Resolution | None:
    """昨天, ``yesterday``."""
    if context.published is None:
        return UNKNOWN
    word = match["rel"].lower()
    days = RELATIVE_DAY.get(word, RELATIVE_DAY.get(word + "天"))
    return None if days is None else relative(calendar_dates.shifted(context.published, days))


def day_of_month(match: re.Match[str], context: Context) -> Resolution | None:
    """（19日）: the latest such day; 订21日: the next one."""
    if context.published is None:
        return UNKNOWN
    number, published = int(match["d"]), context.published
    if number > published.day and outlook.is_ahead(match):
        return relative(calendar_dates.day(number, published.month, published.year))
    return relative(calendar_dates.latest_day(number, published))


def weekday(match: re.Match[str], context: Context) -> Resolution | None:
    """上周四, 本周三, 周三."""
    if context.published is None:
        return UNKNOWN
    index = _WEEKDAYS.index(match["w"].replace("天", "日"))
    weeks = {"上": 1, "本": 0, "这": 0, "下": -1}.get(match["which"] or "")
    return relative(calendar_dates.weekday(index, context.published, weeks_back=weeks))


def english_weekday(match: re.Match[str], context: Context) -> Resolution | None:
    """``on Tuesday``: the latest one."""
    if context.published is None:
        return UNKNOWN
    index = _ENGLISH_WEEKDAYS.index(match["w"][:3].lower())
    return relative(calendar_dates.weekday(index, context.published, weeks_back=None))


def same_day(_match: re.Match[str], context: Context) -> Resolution | None:
    """同日, 当天: the day that the article named before."""
    return UNKNOWN if context.last_day is None else relative(context.last_day)


def same_days(_match: re.Match[str], context: Context) -> Resolution | None:
    """展期间: the days of the meeting, where the article gave both the first and the last."""
    last = context.last_day
    return relative(last) if last is not None and last.start != last.end else UNKNOWN


def up_to_then(_match: re.Match[str], context: Context) -> Resolution | None:
    """至此: up to the day named before, else that of publication."""
    return relative(context.last_day) if context.last_day is not None else now(_match, context)


def relative_month(match: re.Match[str], context: Context) -> Resolution | None:
    """本月, ``last month``."""
    if context.published is None:
        return UNKNOWN
    back = match["rel"].lower() in ("上月", "上个月", "last month")
    number = context.published.month - back
    year = context.published.year if number else context.published.year - 1
    return relative(calendar_dates.month(number or 12, year))


def now(_match: re.Match[str], context: Context) -> Resolution | None:
    """目前, ``currently``: the day of publication."""
    if context.published is None:
        return UNKNOWN
    return relative(calendar_dates.shifted(context.published, 0))


def coming_years(match: re.Match[str], context: Context) -> Resolution | None:
    """未来三年, ``over the next two to three years``: the year in which they end."""
    count = count_of((match.groupdict().get("n2") or match["n"]).lower())
    if context.published is None or count is None:
        return UNKNOWN
    return relative(calendar_dates.year(context.published.year + count))


def within_years(match: re.Match[str], context: Context) -> Resolution | None:
    """``within three years``, where that is a goal: nothing is dated by how long things take."""
    is_goal = outlook.is_goal(match) or outlook.is_ahead(match)
    return coming_years(match, context) if is_goal else None


def years_ago(match: re.Match[str], context: Context) -> Resolution | None:
    """3年前, ``five years ago``: that year."""
    written = match["n"].lower()
    count = 1 if written == "a" else count_of(written)
    if context.published is None or count is None:
        return UNKNOWN
    return relative(calendar_dates.year(context.published.year - count))


def of_known_year(match: re.Match[str], context: Context) -> Resolution | None:
    """10月12日, 前三季度 …: of the year named before, else of the latest one that had begun."""
    if context.last_year is not None:
        return known(refined(match, context.last_year))
    if context.published is None:
        return UNKNOWN
    return relative(refined(match, latest_year_of(_first_month(match), match, context) or 0))


def _first_month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    for name in ("m2", "m", "nm"):
        if groups.get(name):
            return count_of(match[name].lower()) or 0
    return calendar_dates.telling_month_of(match["part"])


def plan(match: re.Match[str], _context: Context) -> Resolution | None:
    """“十四五”: a five-year plan; its end where 末 stands with it."""
    first = _PLAN_FIRST_YEAR.get(match["plan"])
    if first is None:
        return None
    last = first + _PLAN_YEARS - 1
    return known(calendar_dates.year(last) if match["late"] else Stretch(str(first), str(last)))


def month_number(name: str) -> int:
    """The number of a month of that English name."""
    return _MONTH_NAMES[name[:3].lower()]


def latest_year_of(month: int, match: re.Match[str], context: Context) -> int | None:
    """The year of a month written without one: that named before, else the latest it began in."""
    if context.last_year is not None:
        return context.last_year
    if context.published is None:
        return None
    later = month > context.published.month
    return context.published.year - (later and not outlook.is_ahead(match))


def english_month(match: re.Match[str], context: Context) -> Resolution | None:
    """``May``, ``October 2020``, ``13 October 2020``."""
    number = month_number(match["name"])
    year, anchored = _english_year(match["y"], number, context)
    if year is None:
        return UNKNOWN
    if anchored and context.published:
        later = number > context.published.month
        passed = number < context.published.month
        runs_on = passed and (outlook.runs_on(match) or outlook.is_to_come(match))
        year += (later and outlook.is_ahead(match)) or runs_on
    written_day = match["d"] or match.groupdict().get("d0")
    stretch = (
        calendar_dates.day(int(written_day), number, year)
        if written_day
        else calendar_dates.month(number, year)
    )
    return None if stretch is None else Resolution(stretch, anchored)


def _english_year(written: str | None, month: int, context: Context) -> tuple[int | None, bool]:
    if written is not None:
        return int(written), False
    if context.last_year is not None:
        return context.last_year, False
    if context.published is None:
        return None, True
    return context.published.year - (month > context.published.month), True


def year_to_month(match: re.Match[str], context: Context) -> Resolution | None:
    """``the year to March 2016``: the twelve months that end there."""
    number = month_number(match["name"])
    year, anchored = _english_year(match["y"], number, context)
    if year is None:
        return UNKNOWN
    return Resolution(calendar_dates.year_to(number, year), anchored)


def unresolved(_match: re.Match[str], _context: Context) -> Resolution | None:
    """前一年: it depends on what the text speaks of."""
    return UNKNOWN
