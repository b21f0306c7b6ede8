"""Time expressions of a sentence, and how each bears on a value."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from zjkg.measurement import numerals
from zjkg.measurement.calendar_dates import Stretch
from zjkg.measurement.time_expressions import Bearing, Known, TimeExpression
from zjkg.measurement.time_resolution import Context, Resolution
from zjkg.measurement.time_shapes import Shape
from zjkg.measurement.time_shapes_chinese import NOW, SHAPES
from zjkg.measurement.time_shapes_english import NOW as NOW_ENGLISH
from zjkg.measurement.time_shapes_english import SHAPES as SHAPES_ENGLISH
from zjkg.measurement.time_stretches import begun_at, report_covered, since_then, year_before
from zjkg.model import Period, Span
from zjkg.patterns import Table

# Fine shapes stand before those that are parts of them; words for now give way to dates.
_ALL_SHAPES = Table((*SHAPES, *SHAPES_ENGLISH, *NOW, *NOW_ENGLISH), lambda shape: shape.pattern)
_UNTIL_BEFORE = re.compile(
    r"(?:截至|截止到?|截止至|到|至|预计到|力争到|[Bb]y(?: the end of)?|[Aa]s of(?: the end of)?"
    r"|[Aa]s at|[Uu]ntil|[Uu]p to|[Bb]efore(?: the end of)?|[Tt]hrough|[Aa]t the end of"
    r"|[Aa]t year-end|[Ee]nd of"
    r"|(?:be|is|are|was|were) (?:due )?to be (?:completed|finished|ready) in"
    r"|(?:due|scheduled|slated|set|expected|planned) (?:for completion|to be (?:completed|finished"
    r"|ready)) in)"
    r"\s?(?:mid-|end-|late[ -]|early[ -]|around )?[“\"]?\Z"
)
_UNTIL_AFTER = re.compile(r"(?:[年月]?[末底])?(?:之?[前内](?![后来])|为止|以前|或之?[前]|或以前)")
_ENDED = re.compile(r"\b(?:ended|closed|finished|began|entered)\s\Z")  # ended March with 5m in cash
_WITH = re.compile(r" with ")
_YEAR_END = re.compile(r"[年月]?[末底]")
_SINCE_BEFORE = re.compile(r"(?:自|从|自从|[Ss]ince|[Ff]rom|[Aa]fter)\s?\Z")
_SINCE_CLAUSE = re.compile(  # since it was launched in 2020, since its founding in 2015
    r"[Ss]ince (?:it|its|their|the|they|being|his|her|she|he|we|then|[a-z]+ing)\b"
    r"[^,;.]{0,100} in\s\Z"
)
_SINCE_AFTER = re.compile(
    r"(?:(?:[^，,。；;：:\d至、]{0,10})以来|起|开始(?=[，,])|至今|onwards?"
    r"|(?:正式|全面|建成)?(?:投产|竣工|建成|启用|投用|达产|开业|交付|落成|完工)(?:之?后|以后))"
)
_DONE_BY = re.compile(
    r"(?:前后|左右|[上下]半年|[一二三四]季度|[春夏秋冬]季?)?(?:全部|全面|正式|建成|整体)?"
    r"(?:投产|竣工|建成|达产|启用|投用|完工|投入使用|投入运营|交付|落成)"
)
# 2030年产值可望达1500亿元, 目标是2024年压到6万元: what is reached by a year
_REACHED_BY = re.compile(
    r"[^，,。；;\d]{0,16}(?:达|突破|超过|不少于|不低于|至少|上看|挑战|以上"
    r"|[增提扩缩降减压拉做升翻攀][^，,。；;\d]{0,3}[到至为])"
)
_GOAL_BEFORE = re.compile(
    r"(?:目标|力争|争取|希望|挑战|期望|期盼|打算|计划|规划)[^，,。；;：:]{0,8}\Z"
)
_GOAL_MARK = re.compile(r"(?<![达截直遍])到(?:了)?\s?\Z")
_GOAL_AFTER = re.compile(r"[，,]?[^，,。；;\d]{0,24}?(?:将|力争|预计|有望|争取|要达)")
_FUTURE_AFTER = re.compile(r"可望|有望|能|力争|目标|提出|上看|挑战")
_FUTURE_BEFORE = re.compile(r"(?:预计|将|拟|计划|力争|有望|可望|预期)[^，,。；;]{0,6}\Z")
_BASE_BEFORE = re.compile(
    r"(?:相比|相较于?|较之?|比|对比|同|与|比较|than|(?:percent|%|points|up|down)\sfrom"
    r"|(?:percent|per cent|%|points) (?:over|on|against)"
    r"|(?:times|twice|double) (?:the|that)(?: of| [a-z]+)?"
    r"|as (?:many|much|high|large|big) as|compared (?:with|to)|versus|same"
    r" (?:period|quarter|months?|half|time) (?:of|in)"
    r"|(?:成立|创立|创办|设立|始建|建成|创建|诞生|注册|组建)于|(?<=[^始])建于|追平|超越|超过|赶超|[高低多少]于|不及|有效期限?(?:[为至到]|截[至止])?"
    r"|(?i:founded|established|created|incorporated|born|set up) in)"
    r"\s?(?:in\s)?\Z"
)
# A year that tells when a thing came to be says nothing of the thing's size.
_ORIGIN_AFTER = re.compile(
    r"(?:\d{1,2}月)?(?:正式|才|就|便)?(?:成立|设立|创立|创办|创建|组建|开园|开业|建园|挂牌|落户|建成|投用|启用|上市|入驻)"
    r"(?=的|[，,、](?!集资|募[资集]|融资|筹资|发行|首日))"
)
_BASE_YEAR = re.compile(
    r"\b(?:from|over|on|times|twice|double|half) (?:that of )?\Z"
)  # an increase of five from a year earlier
_YEAR_BEFORE = re.compile(
    r"(?:[Aa]|one) year (?:earlier|before|ago)|the (?:previous|prior|preceding) year|[去上前]年同期"
    r"|the same (?:period|quarter|months?|half|time) (?:of|in|last|a|the)\b"
)
_BASE_AFTER = re.compile(  # 仅为2021年同期的一半
    r"(?:的?同期|全年|水平)的(?:约|近|逾|不足|不到|超过?)*(?=[\d一二两三四五六七八九十]+(?:[%倍成.]|分之)|[一近]?半)"
)
_BASE_THAN = re.compile(  # “more than 300 firms” compares nothing
    rf"\bthan\b(?!\s(?:[A-Za-z]{{0,3}}[$€£¥]|RMB|CHF|Rs|\d|half|a |an "
    rf"|(?:doubl|tripl|quadrupl)ed?|twice|{numerals.ENGLISH_WORD}))[^,;.]*\Z"
)
_ATTACHED = re.compile(
    r"(?:全年)?的(?:每[年月日天周]|约|近|逾|超过?|不足|不到|仅)*(?=[\d一二两三四五六七八九十百千])"
)
_IN_FORCE = re.compile(r"起(?:正式|全面)?(?:施行|实施|执行|生效)")
_DATELINE_AFTER = re.compile(r"(?:专)?[电讯]|消息")
_PEAK = re.compile(
    r" (?:peaks?|levels?|totals?|figures?|highs?|lows?|records?|averages?)\b"
    r"(?! of [A-Z]{0,3}[$€£¥]?\d)"
)
_BEGUN_WITH = re.compile(r" (?:by|with) ")  # founded in 2011 by three graduates
_REACH = 40
_CLAUSE_REACH = 120


def time_expressions(
    key: str, sentence: Span, known: Known, excluded: tuple[Span, ...]
) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence, in text order.

    Expressions inside ``excluded`` (names, editions) are left out. Those that only name the base
    of a comparison (比2019年, ``than in 2019``) and those that tell when a thing was founded are
    marked as ``origin``: they date no value.
    """
    found: list[TimeExpression] = []
    origins: list[TimeExpression] = []
    last_year = known.reported_year if known.published is None else None
    last_day = known.day
    told, report, begun = known.year, known.report, known.begun
    for match, shape in _matches(key, sentence, excluded):
        last = found[-1] if found else None
        before = None if last is None else last.stretch
        context = Context(
            known.published, last_year, told, last_day, before, known.stretch, report, begun
        )
        resolution = shape.resolver(match, context)
        if resolution is None:
            continue
        expression = _expression(key, sentence, match, shape, (resolution, context))
        if expression is not None and shape.resolver is year_before and last is not None:
            expression = replace(expression, bearing=last.bearing)
        if expression is not None and shape.resolver is since_then:
            expression = replace(expression, bearing=Bearing.SINCE)
        if expression is None or (found and found[-1].span.end > match.start()):
            continue
        dated = _begun(key, expression)
        begun = (*begun, *dated)
        if expression.origin:
            told = int(dated[0][1].end[:4]) if dated else told
            origins.append(expression)
            continue
        report = expression.report or report
        if expression.stretch is not None and not shape.is_now:
            told = int(expression.stretch.end[:4])
            aside = shape.resolver is year_before and not key[match.start()].isascii()
            loose = _is_loose(key, match, resolution) or _tells_no_year(
                expression, resolution, known.published
            )
            last_year = last_year if loose or aside else told
        if expression.fine and not _is_dateline(key, match.end()):
            last_day = expression.stretch
        found.append(expression)
    return tuple(sorted((*found, *origins), key=lambda item: (item.core or item.span).start))


def told_by(key: str, known: Known, expressions: tuple[TimeExpression, ...]) -> Known:
    """What is known after a sentence with these expressions, those that are origins too."""
    for item in expressions:
        if item.stretch is None or item.is_now or _YEAR_BEFORE.match(key, item.span.start):
            continue
        year = int(item.stretch.end[:4])
        begun = _begun(key, item)
        if begun or not item.origin:
            known = replace(known, year=year, begun=(*known.begun, *begun))
        if item.origin:
            continue
        reported = item.bearing is Bearing.UNTIL or len(item.stretch.end) > len("2020")
        known = replace(
            known,
            stretch=known.stretch if _is_part(item, expressions) else item.stretch,
            reported_year=year if reported and not item.future else known.reported_year,
            report=item.report or known.report,
            day=item.stretch if item.fine and not _is_dateline(key, item.span.end) else known.day,
        )
    return known


def _is_part(item: TimeExpression, others: tuple[TimeExpression, ...]) -> bool:
    """Whether a time is a part of one told before it: 前三季度…，9月当月…."""
    part = item.stretch
    return part is not None and any(
        other.span.start < item.span.start
        and other.bearing is Bearing.WITHIN
        and (whole := other.stretch) is not None
        and whole != part
        and whole.start <= part.start
        and part.end[: len(whole.end)] <= whole.end
        for other in others
    )


def _begun(key: str, item: TimeExpression) -> tuple[tuple[str, Stretch], ...]:
    """The beginning that an expression dates, if it does."""
    core = item.core or item.span
    kind = begun_at(key, core.start, core.end)
    return ((kind, item.stretch),) if kind and item.stretch and not item.is_now else ()


def names_year_before(key: str, period: Period) -> bool:
    """Whether a period is that of a number compared with: a year earlier."""
    return period.expression is not None and bool(_YEAR_BEFORE.match(key, period.expression.start))


def _is_dateline(key: str, end: int) -> bool:
    return _DATELINE_AFTER.match(key, end) is not None


def _is_loose(key: str, match: re.Match[str], resolution: Resolution) -> bool:
    """Whether a month after an expression is not of its year: ``last year … in March``."""
    return resolution.relative and key[match.start()].isascii() and key[match.start()].isalpha()


def _tells_no_year(
    expression: TimeExpression, resolution: Resolution, published: dt.date | None
) -> bool:
    """Whether a time only tells since when (前年起…，上半年), or what is planned for then."""
    known = resolution.relative or published is not None
    return expression.planned or (expression.bearing is Bearing.SINCE and known)


def _matches(
    key: str, sentence: Span, excluded: tuple[Span, ...]
) -> list[tuple[re.Match[str], Shape]]:
    taken: list[tuple[re.Match[str], Shape]] = []
    spans: list[Span] = list(excluded)
    for shape in _ALL_SHAPES.possible(sentence.of(key)):
        for match in shape.pattern.finditer(key, sentence.start, sentence.end):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in spans):
                spans.append(span)
                taken.append((match, shape))
    return sorted(taken, key=lambda item: item[0].start())


def _expression(
    key: str,
    sentence: Span,
    match: re.Match[str],
    shape: Shape,
    resolved: tuple[Resolution, Context],
) -> TimeExpression | None:
    resolution, context = resolved
    start, end = match.span()
    low = max(sentence.start, start - _REACH)
    attached = _ATTACHED.match(key, end) is not None
    since = _SINCE_CLAUSE.search(key, max(sentence.start, start - _CLAUSE_REACH), start)
    span = Span(start, end)
    anchor = context.published.isoformat() if resolution.relative and context.published else None
    origin = _ORIGIN_AFTER.match(key, end) and _is_long_ago(resolution, context)
    origin = origin or (since is None and _is_base(key, sentence, start, end))
    if origin and not attached:
        return TimeExpression(
            span, Bearing.WITHIN, resolution.stretch, anchor, origin=True, core=span
        )
    bearing, begin, finish = _bearing(key, low, span)
    if since is not None:
        bearing, begin = Bearing.SINCE, since.start()
    fine = not shape.is_now and _is_day(resolution.stretch)
    unknown = context.published is None and not resolution.relative
    planned = unknown and (
        _FUTURE_BEFORE.search(key, low, start) is not None or _is_aimed_at(key, low, span)
    )
    future = planned or _is_future(resolution.stretch, context.published)
    if (
        (future or unknown)
        and not resolution.relative
        and bearing is Bearing.WITHIN
        and _is_goal(key, low, span)
    ):
        bearing = Bearing.UNTIL
    if future and bearing is Bearing.WITHIN and _DONE_BY.match(key, end):
        bearing = Bearing.UNTIL
    if shape.since:
        bearing = Bearing.SINCE
    elif shape.whole:
        bearing = Bearing.WITHIN
    elif shape.is_now or shape.by or (attached and (fine or key[end - 1] in "末底")):
        bearing = Bearing.UNTIL
    elif attached:
        bearing = Bearing.WITHIN
    stretch = resolution.stretch
    report = None if stretch is None else report_covered(match, end, stretch)
    stretch = report or stretch  # 2022年半年度报告 is on six months
    return TimeExpression(
        Span(begin, finish),
        bearing,
        stretch,
        anchor,
        weak=shape.weak,
        fine=fine,
        attached=attached,
        future=future,
        planned=planned,
        is_now=shape.is_now,
        past=_is_past(stretch, context.published),
        core=span,
        report=report,
    )


def _is_aimed_at(key: str, low: int, span: Span) -> bool:
    """Whether a year is the one of a plan: 到2025年，总收入将达到…."""
    marked = _GOAL_MARK.search(key, low, span.start) is not None
    return marked and _GOAL_AFTER.match(key, span.end) is not None


def _is_goal(key: str, low: int, span: Span) -> bool:
    """Whether a year is one by which something is to be reached: 目标是2030年降到6万元."""
    end = span.end
    if not _REACHED_BY.match(key, end):
        return False
    hoped = _FUTURE_AFTER.search(key, end, end + _CLAUSE_REACH)
    return bool(hoped or _GOAL_BEFORE.search(key, low, span.start))


def _is_day(stretch: Stretch | None) -> bool:
    return stretch is not None and len(stretch.end) == len("2020-01-01")


def _is_future(stretch: Stretch | None, published: dt.date | None) -> bool:
    if stretch is None or published is None:
        return False
    return stretch.start > published.isoformat()[: len(stretch.start)]


def _is_past(stretch: Stretch | None, published: dt.date | None) -> bool:
    if stretch is None or published is None:
        return False
    return stretch.end < published.isoformat()[: len(stretch.end)]


def _is_long_ago(resolution: Resolution, context: Context) -> bool:
    """Whether a time lies before the year of publication: then it is an origin, not news."""
    stretch, published = resolution.stretch, context.published
    return stretch is None or published is None or int(stretch.end[:4]) < published.year


def _is_base(key: str, sentence: Span, start: int, end: int) -> bool:
    """Whether an expression only names what is compared with, or when a thing came to be."""
    low = max(sentence.start, start - _REACH)
    far = max(sentence.start, start - _CLAUSE_REACH)
    if _BEGUN_WITH.match(key, end):
        return False
    return (
        _BASE_BEFORE.search(key, low, start) is not None
        or _BASE_THAN.search(key, far, start) is not None
        or bool(_BASE_YEAR.search(key, low, start) and _YEAR_BEFORE.match(key, start))
        or _BASE_AFTER.match(key, end) is not None
        or _IN_FORCE.match(key, end) is not None
        or key[end - 2 : end] in ("’s", "'s")
        or _PEAK.match(key, end) is not None
    )


def _until_before(key: str, low: int, span: Span) -> re.Match[str] | None:
    """The words before an expression that leave only its end: as of, ended … with."""
    start, end = span.start, span.end
    until = _UNTIL_BEFORE.search(key, low, start)
    if until is not None and not (until[0].strip() in ("到", "至") and key[end : end + 1] == "的"):
        return until
    held = _WITH.match(key, end) and not key.startswith("day", end - 3)  # no event on a Thursday
    return _ENDED.search(key, low, start) if held else None


def _bearing(key: str, low: int, span: Span) -> tuple[Bearing, int, int]:
    """How the words around an expression make it bear on a value, with their extent."""
    start, end = span.start, span.end
    if (until := _until_before(key, low, span)) is not None:
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
    if _YEAR_END.match(key, end) or key[end - 1] in "末底":
        return Bearing.UNTIL, start, end
    if _DONE_BY.match(key, end) and _FUTURE_BEFORE.search(key, low, start):
        return Bearing.UNTIL, start, end
    return Bearing.WITHIN, start, end
