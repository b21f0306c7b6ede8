"""Time expressions of a sentence, resolved where the article allows it.

The publication date, local to a time zone, anchors 去年 or ``last year``. Without it a relative
expression stays unresolved: it keeps its words and has no ends.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from zjkg.measurement import calendar_dates, numerals
from zjkg.measurement.calendar_dates import Stretch
from zjkg.model import Span


class Bearing(Enum):
    """How a stretch of time bears on a value."""

    WITHIN = "within"  # the value is about the whole stretch
    UNTIL = "until"  # as of, by: only the end is known
    SINCE = "since"  # only the start is known


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: its words, its ends if they could be resolved, its anchor if it had one.

    ``weak`` marks 已有 and the like, which give way to a date; ``fine`` a single day, which may be
    that of the report instead of that of the value.
    """

    span: Span
    bearing: Bearing
    stretch: Stretch | None
    anchor: str | None = None
    weak: bool = False
    fine: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    """What a relative expression is resolved against."""

    published: dt.date | None
    last_year: int | None


_Resolved = tuple[Stretch | None, bool]
_Resolver = Callable[[re.Match[str], _Context], _Resolved]

_YEAR = r"(?:19|20)\d{2}"
_ZH_YEAR_DIGITS = "〇零一二三四五六七八九"
_RELATIVE_YEAR = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "年内": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "后年": 2,
    "this year": 0,
    "last year": -1,
    "next year": 1,
}
_RELATIVE_DAY = {
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
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
_PARTS = "|".join(calendar_dates.PARTS_OF_YEAR)


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


def _year_range(match: re.Match[str], _context: _Context) -> _Resolved:
    first, last = int(match["y1"]), int(match["y2"])
    if first > last:
        return None, False
    return Stretch(str(first), str(last)), False


def _absolute(match: re.Match[str], _context: _Context) -> _Resolved:
    written = match["y"]
    year = int(written if written.isdigit() else numerals.chinese(written))
    return _refined(match, year), False


def _refined(match: re.Match[str], year: int) -> Stretch | None:
    """A year, or the month, day or part of it that the same expression names."""
    groups = match.groupdict()
    if groups.get("part"):
        return calendar_dates.part_of_year(match["part"], year)
    if groups.get("m") is None:
        return calendar_dates.year(year)
    month = int(match["m"])
    if groups.get("d"):
        return calendar_dates.day(int(match["d"]), month, year)
    if groups.get("m2"):
        return calendar_dates.months(month, int(match["m2"]), year)
    return calendar_dates.month(month, year)


def _relative_year(match: re.Match[str], context: _Context) -> _Resolved:
    if context.published is None:
        return None, True
    year = context.published.year + _RELATIVE_YEAR[match["rel"].lower()]
    return _refined(match, year), True


def _relative_day(match: re.Match[str], context: _Context) -> _Resolved:
    if context.published is None:
        return None, True
    return calendar_dates.shifted(context.published, _RELATIVE_DAY[match["rel"].lower()]), True


def _relative_month(match: re.Match[str], context: _Context) -> _Resolved:
    if context.published is None:
        return None, True
    number = context.published.month - (match["rel"] in ("上月", "上个月", "last month"))
    year = context.published.year if number else context.published.year - 1
    return calendar_dates.month(number or 12, year), True


def _now(_match: re.Match[str], context: _Context) -> _Resolved:
    if context.published is None:
        return None, True
    return calendar_dates.shifted(context.published, 0), True


def _recent_years(match: re.Match[str], context: _Context) -> _Resolved:
    written = match["n"]
    if context.published is None or written in ("几", "数", "several", "few"):
        return None, True
    if written.isdigit():
        count = int(written)
    elif written.isascii():
        count = int(numerals.english(written))
    else:
        count = int(numerals.chinese(written))
    return calendar_dates.years_back(context.published, count), True


def _month_of_known_year(match: re.Match[str], context: _Context) -> _Resolved:
    """10月12日, 前三季度 …: of the year named before, else of the latest one that had begun."""
    if context.last_year is not None:
        return _refined(match, context.last_year), False
    if context.published is None:
        return None, True
    groups = match.groupdict()
    first = int(groups["m"]) if groups.get("m") else calendar_dates.last_month_of(match["part"])
    year = context.published.year - (first > context.published.month)
    return _refined(match, year), True


def _plan(match: re.Match[str], _context: _Context) -> _Resolved:
    first = _PLAN_FIRST_YEAR.get(match["plan"])
    if first is None:
        return None, False
    last = first + _PLAN_YEARS - 1
    return (calendar_dates.year(last) if match["late"] else Stretch(str(first), str(last))), False


def _english_month(match: re.Match[str], context: _Context) -> _Resolved:
    number = _MONTH_NAMES[match["name"][:3].lower()]
    written_year = match["y"]
    if written_year is None and context.last_year is None and context.published is None:
        return None, True
    if written_year is not None:
        year, relative = int(written_year), False
    elif context.last_year is not None:
        year, relative = context.last_year, False
    else:
        anchor = context.published or dt.date.max
        year, relative = anchor.year - (number > anchor.month), True
    if match["d"]:
        return calendar_dates.day(int(match["d"]), number, year), relative
    return calendar_dates.month(number, year), relative


def _unresolved(_match: re.Match[str], _context: _Context) -> _Resolved:
    return None, True


_MONTH_DAY = r"(?P<m>\d{1,2})月(?:份|[至到-](?P<m2>\d{1,2})月|(?P<d>\d{1,2})[日号])?"
_EN_MONTH = (
    r"(?P<name>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEAK = re.compile(r"(?:已有|现有|已经有|已拥有|已累计|累计已)")
_RULES: tuple[tuple[re.Pattern[str], _Resolver], ...] = tuple(
    (re.compile(shape), resolver)
    for shape, resolver in (
        (
            rf"(?P<y1>{_YEAR})年?\s?(?:-|–|—|~|至|到)\s?(?P<y2>{_YEAR})(?:年(?:间|期间)?)?(?!\d)",
            _year_range,
        ),
        (
            rf"\b(?:[Bb]etween|[Ff]rom)\s(?P<y1>{_YEAR})\s(?:and|to|through|until)\s(?P<y2>{_YEAR})(?!\d)",
            _year_range,
        ),
        (
            (
                rf"(?P<y>{_YEAR}|[{_ZH_YEAR_DIGITS}]{{4}})年(?!级)(?:度|底|末|年底|间)?"
                rf"(?:的?(?:{_MONTH_DAY}|(?P<part>{_PARTS})))?"
            ),
            _absolute,
        ),
        (
            rf"(?P<rel>{_words(_RELATIVE_YEAR)})(?:底|末|初)?(?:{_MONTH_DAY}|(?P<part>{_PARTS}))?",
            _relative_year,
        ),
        (rf"(?P<rel>{_words(_RELATIVE_DAY)})", _relative_day),
        (r"(?P<rel>本月|这个月|上个月|上月|this month|last month)", _relative_month),
        (
            r"(?:近|过去|最近|这)(?P<n>[一二三四五六七八九十两几数]+|\d{1,2})年(?:来|间|里|内)?",
            _recent_years,
        ),
        (
            r"\b(?:in|over|during|for)? ?the (?:past|last) (?P<n>[a-z]+|\d{1,2}) years",
            _recent_years,
        ),
        (
            r"[“\"]?(?P<plan>十?[一二三四五六九]|十)五[”\"]?(?:规划)?(?:期间|时期)?(?P<late>末)?(?![家个])",
            _plan,
        ),
        (
            rf"\b(?:the )?(?P<part>{_PARTS}) of (?P<y>{_YEAR})(?!\d)",
            _absolute,
        ),
        (_MONTH_DAY, _month_of_known_year),
        (rf"(?<!年)(?P<part>{_PARTS})(?: of(?: the year)?)?(?! of \d)", _month_of_known_year),
        (
            (
                rf"\b{_EN_MONTH}(?:\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s(?P<y>{_YEAR}))?"
                r"(?![\da-z])"
            ),
            _english_month,
        ),
        (
            (
                rf"(?<![\d.,$€£¥A-Za-z-])(?P<y>{_YEAR})(?![\d%,.]*\d|[%一-鿿]"
                r"|\s(?:yuan|percent|million|billion|[A-Z][a-z]+\s[A-Z]))"
            ),
            _absolute,
        ),
        (r"(?:目前|迄今为止|迄今|至今|当前|眼下|如今|截至目前|截至发稿|现已)", _now),
        (r"\b(?:[Cc]urrently|[Ss]o far|[Tt]o date|[Aa]t present|[Nn]ow|[Aa]t the moment)\b", _now),
        (_WEAK.pattern, _now),
        (r"(?:前一天|次日|前一年|上年同期|去年同期)", _unresolved),
    )
)
_UNTIL_BEFORE = re.compile(
    r"(?:截至|截止到?|截止至|到|至|预计到|力争到|[Bb]y(?: the end of)?|[Aa]s of(?: the end of)?"
    r"|[Aa]s at|[Uu]ntil|[Uu]p to|[Bb]efore|[Tt]hrough)\s?[“\"]?\Z"
)
_UNTIL_AFTER = re.compile(r"(?:末|底|年底)?(?:之?前|为止)")
_SINCE_BEFORE = re.compile(r"(?:自|从|自从|[Ss]ince|[Ff]rom)\s?\Z")
_SINCE_AFTER = re.compile(r"(?:以来|起|开始|至今|onwards?)")
_BASE_BEFORE = re.compile(
    r"(?:相比|相较于?|较之?|比|对比|同|与|比较|than|(?:percent|%|points|up|down)\sfrom"
    r"|compared (?:with|to)|versus|against"
    r"|(?:成立|创立|创办|设立|始建|建成|创建|诞生|注册)于|(?<=[^始])建于"
    r"|(?:founded|established|created|incorporated|born|opened|launched) in)"
    r"\s?(?:in\s)?\Z"
)
_BASE_THAN = re.compile(r"\bthan\b[^,;.]*\Z")
_REACH = 22
_CLAUSE_REACH = 80


def time_expressions(
    key: str, sentence: Span, published: dt.date | None, excluded: tuple[Span, ...]
) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence that can date a value, in text order.

    Expressions inside ``excluded`` (names, editions) and those that only name the base of a
    comparison (比2019年, ``than in 2019``) are left out.
    """
    taken: list[tuple[Span, re.Match[str], int]] = []
    for index, (pattern, _) in enumerate(_RULES):
        for match in pattern.finditer(key, sentence.start, sentence.end):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other, _, _ in taken) and not any(
                span.overlaps(name) for name in excluded
            ):
                taken.append((span, match, index))
    found: list[TimeExpression] = []
    last_year: int | None = None
    for _, match, index in sorted(taken, key=lambda item: item[0]):
        expression = _expression(key, sentence, match, index, _Context(published, last_year))
        if expression is None:
            continue
        if expression.stretch is not None and _RULES[index][1] is not _now:
            last_year = int(expression.stretch.end[:4])
        found.append(expression)
    return tuple(found)


def _expression(
    key: str, sentence: Span, match: re.Match[str], index: int, context: _Context
) -> TimeExpression | None:
    stretch, relative = _RULES[index][1](match, context)
    if stretch is None and not relative:
        return None
    start, end = match.span()
    low = max(sentence.start, start - _REACH)
    if _BASE_BEFORE.search(key, low, start) or _BASE_THAN.search(
        key, max(sentence.start, start - _CLAUSE_REACH), start
    ):
        return None
    bearing, begin, finish = _bearing(key, low, Span(start, end))
    now = _RULES[index][1] is _now
    if now:
        bearing = Bearing.UNTIL
    anchor = context.published.isoformat() if relative and context.published else None
    return TimeExpression(
        Span(begin, finish),
        bearing,
        stretch,
        anchor,
        weak=match.re is _WEAK,
        fine=not now and stretch is not None and len(stretch.start) == len("2020-01-01"),
    )


def _bearing(key: str, low: int, span: Span) -> tuple[Bearing, int, int]:
    """How the words around an expression make it bear on a value, with their extent."""
    start, end = span.start, span.end
    until = _UNTIL_BEFORE.search(key, low, start)
    if until is not None and not (until[0].strip() in ("到", "至") and key[end : end + 1] == "的"):
        return Bearing.UNTIL, until.start(), end
    if until := _UNTIL_AFTER.match(key, end):
        return Bearing.UNTIL, start, until.end()
    since = _SINCE_BEFORE.search(key, low, start)
    later = _SINCE_AFTER.match(key, end)
    if since or later:
        return (
            Bearing.SINCE,
            since.start() if since else start,
            later.end() if later else end,
        )
    return Bearing.WITHIN, start, end
