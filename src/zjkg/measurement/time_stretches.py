"""Stretches of time with two ends, or that hang on another: day ranges, financial years, 次年."""

from __future__ import annotations

import datetime as dt
import re

from zjkg.measurement import calendar_dates
from zjkg.measurement.calendar_dates import Stretch
from zjkg.measurement.time_resolution import (
    RELATIVE_YEAR,
    REPUBLIC,
    UNKNOWN,
    Context,
    Resolution,
    count_of,
    known,
    latest_year_of,
    month_number,
    refined,
    relative,
    year_end,
    years_ago,
)

_HALF_YEAR, _YEAR = 6, 12
_DECADE = 10
_CENTURY = 100
_BEGINNING = dict.fromkeys(("成立", "创立", "创办", "创建", "设立", "组建", "衍生", "诞生"), "成立")
_BEGINNING |= dict.fromkeys(("开园", "开业", "启用", "投用", "建园", "揭牌", "投入使用"), "启用")
_BEGINNING |= dict.fromkeys(("上市", "挂牌", "登陆"), "上市")
BEGINNINGS = (
    r"(?P<what>"
    + "|".join(word for word in _BEGINNING if word != "上市")
    + r"|落户|投产|(?<!批)(?<!批准)(?<!产品)上市)"
)
_BEGUN_AFTER = re.compile(rf"[，,]?[^，,。；;：:\d]{{0,20}}?{BEGINNINGS}(?![前时])")
_BEGUN_BEFORE = re.compile(rf"{BEGINNINGS}[于在]\Z")
_BEGUN_REACH = 8
_REPORT = re.compile(
    r"(?:的|全年|年度|(?:未经|经)审[核计]|合并|综合|财务|营运|经营|(?P<half>半年度?|中期))*"
    r"(?:业绩|财报|年报|季报|报告(?!期)|财务数据|营运成果|(?<=半年)报|(?<=中期)报)"
)


_RESULTS = re.compile(
    r" (?:unaudited |audited |consolidated |full[- ]year |annual |financial |(?P<half>interim "
    r"|half[- ]year(?:ly)? ))*(?:results|earnings|report)\b",
    re.IGNORECASE,
)
_RESULTS_FOR = re.compile(r"\b(?:results|earnings|report) (?:for|of|in) (?:the )?\Z", re.IGNORECASE)
_REPORT_REACH = 24


def recent_decade(_match: re.Match[str], context: Context) -> Resolution | None:
    """``over the past decade``."""
    if context.published is None:
        return UNKNOWN
    return relative(calendar_dates.years_back(context.published, _DECADE))


def next_named_month(match: re.Match[str], context: Context) -> Resolution | None:
    """``next March``: the first one after the day of publication."""
    if context.published is None:
        return UNKNOWN
    number = month_number(match["name"])
    year = context.published.year + (number <= context.published.month)
    return relative(calendar_dates.month(number, year))


def republican_range(match: re.Match[str], _context: Context) -> Resolution | None:
    """109年至112年."""
    first, last = (int(match[name]) + REPUBLIC for name in ("y1", "y2"))
    return None if first > last else known(Stretch(str(first), str(last)))


def days_of_month(match: re.Match[str], context: Context) -> Resolution | None:
    """11月11日至14日, 7月30日—8月2日, ``Nov. 11-14``: of the year written, else the latest."""
    groups = match.groupdict()
    first_month = _month(groups["m"])
    last_month = _month(groups["m2"]) if groups.get("m2") else first_month
    written = groups.get("y")
    year = int(written) if written else latest_year_of(first_month, match, context)
    if groups.get("rel") and context.published is not None:
        year = context.published.year + RELATIVE_YEAR[groups["rel"]]
    if year is None:
        return UNKNOWN
    first = calendar_dates.day(int(match["d"]), first_month, year)
    last = calendar_dates.day(int(match["d2"]), last_month, year)
    stretch = calendar_dates.days(first, last)
    return known(stretch) if written else relative(stretch)


def _month(written: str) -> int:
    return (
        month_number(written)
        if written[0].isalpha() and written.isascii()
        else count_of(written) or 0
    )


def months_to(match: re.Match[str], context: Context) -> Resolution | None:
    """截至6月30日止六个月, ``the three months to June``: so many months that end there."""
    groups = match.groupdict()
    month = _month(groups["m"])
    written = groups.get("y")
    year = int(written) if written else latest_year_of(month, match, context)
    whole = _HALF_YEAR if groups.get("half") else _YEAR
    count = whole if groups.get("n") is None else count_of(groups["n"].lower())
    if groups.get("rel") and context.published is not None:
        year = context.published.year + RELATIVE_YEAR[groups["rel"]]
    if year is None or count is None:
        return UNKNOWN
    stretch = calendar_dates.months_ending(count, month, year)
    return known(stretch) if written else relative(stretch)


def month_range(match: re.Match[str], context: Context) -> Resolution | None:
    """``from January to June``, with or without a year."""
    first, last = month_number(match["m"]), month_number(match["m2"])
    written = match["y"]
    year = int(written) if written else latest_year_of(last, match, context)
    if year is None:
        return UNKNOWN
    stretch = calendar_dates.months(first, last, year)
    return known(stretch) if written else relative(stretch)


def months_of_years(match: re.Match[str], _context: Context) -> Resolution | None:
    """2021年6月至2023年3月, ``between June 2021 and March 2023``."""
    first = calendar_dates.month(_month(match["m"]), int(match["y"]))
    last = calendar_dates.month(_month(match["m2"]), int(match["y2"]))
    return known(calendar_dates.days(first, last))


def year_before(match: re.Match[str], context: Context) -> Resolution | None:
    """去年同期, ``a year earlier``: the stretch named or reported on before, a year back.

    In Chinese, and where it opens an English sentence, also one that an earlier sentence told.
    """
    told = None if match[0].isascii() and match[0][0].islower() else context.told
    stretch = told if told is not None and len(told.start) < len("2020-01-01") else None
    last = context.last or context.report or stretch
    return UNKNOWN if last is None else relative(calendar_dates.a_year_before(last))


def year_ago(match: re.Match[str], context: Context) -> Resolution | None:
    """``A year ago`` behind a time of this year (93% in May, up from 86% a year ago): of that."""
    last, published = context.last, context.published
    day = last is not None and len(last.end) == len("2020-01-01")
    if last is None or day or published is None or last.end[:4] != f"{published.year}":
        return years_ago(match, context)
    return relative(calendar_dates.a_year_before(last))


def reported(_match: re.Match[str], context: Context) -> Resolution | None:
    """报告期内, ``the Reporting Period``: the stretch that the report named before covers."""
    return None if context.report is None else relative(context.report)


def reported_year(match: re.Match[str], context: Context) -> Resolution | None:
    """年内亏损, 截至年末 in a report: the year that it covers, else that of publication."""
    if context.report is None:
        return year_end(match, context)
    return relative(calendar_dates.year(int(context.report.end[:4])))


def year_report(_match: re.Match[str], context: Context) -> Resolution | None:
    """年度业绩 without a year: of the year before the publication."""
    if context.published is None:
        return None
    return relative(calendar_dates.year(context.published.year - 1))


def half_year_report(_match: re.Match[str], context: Context) -> Resolution | None:
    """中期业绩 without a year: of the latest first half that is over."""
    if context.published is None:
        return None
    over = context.published.month > _HALF_YEAR
    return relative(calendar_dates.months(1, _HALF_YEAR, context.published.year - (not over)))


def beginning(written: str) -> str:
    """The kind of a beginning, of which there are several words: 创立 and 成立 are one."""
    return _BEGINNING.get(written, written)


def begun_at(key: str, start: int, end: int) -> str | None:
    """The kind of beginning that the words around a time date: 2012年创立, 成立于2012年."""
    match = _BEGUN_BEFORE.search(key, max(0, start - _BEGUN_REACH), start)
    match = match or _BEGUN_AFTER.match(key, end)
    return None if match is None else beginning(match["what"])


def since_beginning(match: re.Match[str], context: Context) -> Resolution | None:
    """成立以来: since the time that the article gives for it."""
    kind = beginning(match["what"])
    dated = next((each for what, each in reversed(context.begun) if what == kind), None)
    return None if dated is None else relative(dated)


def report_covered(match: re.Match[str], end: int, stretch: Stretch) -> Stretch | None:
    """The stretch that a report is on, where words for one (业绩, 财报) stand behind its time."""
    if match[0].endswith("年报") or (match[0].endswith("年度") and "止" in match[0]):
        return stretch
    report = _REPORT.match(match.string, end) or _RESULTS.match(match.string, end)
    if report is None:
        low = max(0, match.start() - _REPORT_REACH)
        return stretch if _RESULTS_FOR.search(match.string, low, match.start()) else None
    if report["half"] and stretch.start == stretch.end and len(stretch.end) == len("2020"):
        return calendar_dates.months(1, _HALF_YEAR, int(stretch.end))
    return stretch


def straddling_year(match: re.Match[str], _context: Context) -> Resolution | None:
    """2023/24年度, ``2023-24``: the two years that it lies in."""
    first = int(match["y"])
    if (first + 1) % _CENTURY != int(match["y2"]):
        return None
    return known(Stretch(str(first), str(first + 1)))


def year_pair(match: re.Match[str], context: Context) -> Resolution | None:
    """今明两年, 明后两年."""
    if context.published is None:
        return UNKNOWN
    first = context.published.year + (match[0][0] == "明")
    return relative(Stretch(str(first), str(first + 1)))


def neighbouring_year(match: re.Match[str], context: Context) -> Resolution | None:
    """同年, 次年: the year named before, the one after it."""
    last = context.last
    if last is not None and match[0].isascii() and last.start[:4] < last.end[:4]:
        return relative(last)  # that year is a financial year
    named = context.last_year or context.told_year
    if named is None:
        return UNKNOWN
    year = named + (match["rel"].lower() in ("次年", "翌年", "第二年", "the following year"))
    return known(refined(match, year))


def years_later(match: re.Match[str], context: Context) -> Resolution | None:
    """``two years later``: so many after the year named before."""
    written = match["n"].lower()
    count = 1 if written == "a" else count_of(written)
    named = context.last_year or context.told_year
    if named is None or count is None:
        return UNKNOWN
    return known(calendar_dates.year(named + count))


def decades_ago(match: re.Match[str], context: Context) -> Resolution | None:
    """``a decade ago``, ``two decades ago``: that year."""
    written = match["n"].lower()
    count = 1 if written == "a" else count_of(written)
    if context.published is None or count is None:
        return UNKNOWN
    return relative(calendar_dates.year(context.published.year - 10 * count))


def recent_years(match: re.Match[str], context: Context) -> Resolution | None:
    """近三年, ``over the past five years``."""
    count = 1 if match["n"] is None else count_of(match["n"].lower())
    if context.published is None or count is None:
        return UNKNOWN
    if count == 1 and context.published.month == 1 and not match[0].isascii():
        return relative(calendar_dates.year(context.published.year - 1))
    return relative(calendar_dates.years_back(context.published, count))


def recent_months(match: re.Match[str], context: Context) -> Resolution | None:
    """过去12个月, 近半年, ``the past six months``."""
    count = _HALF_YEAR if match["n"] is None else count_of(match["n"].lower())
    if context.published is None or count is None:
        return UNKNOWN
    return relative(calendar_dates.months_back(context.published, count))


def since_then(_match: re.Match[str], context: Context) -> Resolution | None:
    """``Since then``: since what was told last."""
    last = context.last or context.told
    return UNKNOWN if last is None else relative(last)


def year_to_day(_match: re.Match[str], context: Context) -> Resolution | None:
    """一年来: the year up to the day that the article speaks of, else that of publication."""
    last = context.last_day
    if last is None and context.published is not None:
        last = calendar_dates.shifted(context.published, 0)
    if last is None or last.start != last.end:
        return UNKNOWN
    return relative(Stretch(calendar_dates.a_year_before(last).start, last.end))


def same_period_of_year(match: re.Match[str], context: Context) -> Resolution | None:
    """``the same period of 2020``: the stretch named before, in another year."""
    last, year = context.last or context.told, match["y"]
    if last is None or len(last.start) <= len(year):
        return known(Stretch(year, year))
    return known(Stretch(f"{year}{last.start[len(year) :]}", f"{year}{last.end[len(year) :]}"))


def same_period(_match: re.Match[str], context: Context) -> Resolution | None:
    """``over the same period``: the stretch named before, in the sentence or the one before."""
    last = context.last or context.told
    return UNKNOWN if last is None else relative(last)


def new_year(_match: re.Match[str], context: Context) -> Resolution | None:
    """新的一年: that of publication; at its end the next one."""
    if context.published is None:
        return UNKNOWN
    ahead = context.published.month == _YEAR
    return relative(calendar_dates.year(context.published.year + ahead))


def same_month(_match: re.Match[str], context: Context) -> Resolution | None:
    """同月: the month of what was told last."""
    last = context.last or context.told
    if last is None or len(last.start) < len("2020-01") or last.start[:7] != last.end[:7]:
        return UNKNOWN
    return relative(Stretch(last.start[:7], last.end[:7]))


def told_quarter(_match: re.Match[str], context: Context) -> Resolution | None:
    """单季, 当季: the quarter named last."""
    for last in (context.last, context.told, context.report):
        if last is not None and calendar_dates.is_quarter(last):
            return relative(last)
    return UNKNOWN


def run_of_days(match: re.Match[str], context: Context) -> Resolution | None:
    """一连三天, 为期两天: so many days from the day named before."""
    count, first = count_of(match["n"]), context.last_day
    if count is None or first is None or first.start != first.end:
        return UNKNOWN
    day = dt.date.fromisoformat(first.start)
    return relative(Stretch(first.start, (day + dt.timedelta(days=count - 1)).isoformat()))


def neighbouring_quarter(match: re.Match[str], context: Context) -> Resolution | None:
    """上季, 本季度; the quarter before is that before the one told in the sentence."""
    last = context.last
    before = match["rel"].lower() in ("上季", "上一季", "last quarter")
    if before and last is not None and calendar_dates.is_quarter(last):
        told = dt.date.fromisoformat(f"{last.start}-01")
        return relative(calendar_dates.quarter_before(told))
    if context.published is None:
        return UNKNOWN
    if before:
        return relative(calendar_dates.quarter_before(context.published))
    number = (context.published.month - 1) // 3
    return relative(calendar_dates.months(3 * number + 1, 3 * number + 3, context.published.year))


def month_of_relative_year(match: re.Match[str], context: Context) -> Resolution | None:
    """``June next year``, ``October of last year``."""
    if context.published is None:
        return UNKNOWN
    year = context.published.year + RELATIVE_YEAR[match["rel"].lower()]
    return relative(calendar_dates.month(month_number(match["name"]), year))


def middle_of_year(match: re.Match[str], context: Context) -> Resolution | None:
    """``at midyear``: June of the year named before, else of the latest one."""
    year = latest_year_of(_HALF_YEAR, match, context)
    return UNKNOWN if year is None else relative(calendar_dates.month(_HALF_YEAR, year))


def next_month(_match: re.Match[str], context: Context) -> Resolution | None:
    """下个月, ``next month``."""
    if context.published is None:
        return UNKNOWN
    number, year = context.published.month + 1, context.published.year
    if number > 12:  # noqa: PLR2004 - months of a year
        number, year = 1, year + 1
    return relative(calendar_dates.month(number, year))


def week(match: re.Match[str], context: Context) -> Resolution | None:
    """上周, 本周: from Monday to Sunday."""
    if context.published is None:
        return UNKNOWN
    back = 1 if match["which"] == "上" else 0
    first, last = (
        calendar_dates.weekday(index, context.published, weeks_back=back) for index in (0, 6)
    )
    return relative(Stretch(first.start, last.end))
