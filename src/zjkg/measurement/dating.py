"""Which time expression dates a quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.measurement.clauses import clauses, holding
from zjkg.measurement.periods import Bearing, TimeExpression
from zjkg.model import Period, Span

# In such a clause a single day is that of the report, not that of the value.
_SAYING = re.compile(
    r"获悉|了解到|表示|透露|介绍|报道|电(?=[，,）)])|讯|指出|宣布(?:已?完成|获)|印发|发布|公布|说(?!明)"
    r"|\b(?:said|says|told|announced|released|reported|according)\b"
)
_EVENT = re.compile(r"宣布|举行|举办|召开|揭牌|启动|签约|签署|仪式|开幕")
_INTENDED = re.compile(r"将|拟|计划|打算|预计|力争|\b(?:will|would|plans?|aims?|expects?)\b")
_SAME_TIME = re.compile(
    r"与此同时|同期|同时|其中|上述|首付款"
    r"|(?:It|This|That|They|These)\b(?! (?:also )?(?:has|have|employs?|owns?|plans?|will|is|are)\b)"
    r"|[^，,。；;]{0,8}方面[，,]|[分按从][^，,。；;]{1,8}[看来][，,]"
)
_OF_THE_DAY = re.compile(r"此次|本次|同时|现场|仪式上|会上")
# A flow belongs to a stretch of time; a level is what there is at a moment.
_FLOW = re.compile(
    r"增长|同比|环比|下降|增速|增幅|产值|营收|收入|销售|税收|出口|进口(?!产品)|利润|交易额|投资额|成交|年增|年减"
    r"|季增|季减|衰退|上升|回落|提高|收窄|首付款|金额"
)
_LEVEL = re.compile(
    r"累计|已(?!经?成为|完成)|员工|占地|面积|总部|受试者|持股|出租率|入组|总数|现(?:正|有)|月租|年租|[年月日]产能"
)
_PART_OF_IT = re.compile(r"占")
_SINCE_NEW_YEAR = re.compile(r"[比较]年初")
_SHARES = frozenset({"%", "ratio"})
_AREAS = frozenset({"m2", "km2", "ha", "mu", "坪", "square feet", "acres", "平方呎"})
_TOTAL = re.compile(r"总数[增升扩]?[至到达为]|bringing the (?:total|number)[^,;.]{0,40}\Z")
# English: where another verb begins, which the adverbial of the first does not date
_NEW_VERB = re.compile(
    r"\band (?:now )?(?:has|have|holds?|owns?|employs?|runs?|operates?|plans?|will|expects?"
    r"|aims?|intends?|is"
    r"|are|hire|grow|said|would|covers?|serves?)\b|\b(?:but|while)\b"
)
_RELATIVE = re.compile(r"\b(?:which|who|whose|that|is|are|costs?|offers?|holds?|owns?)\b")
_JOINED = re.compile(
    r"\s?(?:\*\*)?(?:and|or|of which|up|down|to|with|from|an? increase|a rise|a fall|more than|over"
    r"|about|nearly|almost|some|an equivalent|bringing|accounting|including|at least|of them)\b"
)
_SAID_SAME = re.compile(
    r"\b(?:in|over|during) (?:that|the same) (?:year|period|time|quarter|month)"
)
_PARTICIPLE = re.compile(  # “a drug licensed in 2022”: the year dates the licence alone
    r"(?:,|\b[A-Za-z]+|\A) ?(?:[Ff]ounded|licensed|issued|published|signed|founded|established"
    r"|cleared|approved"
    r"|acquired"
    r"|bought|opened|completed|built|granted|unveiled|developed|spun|listed|set up|launched|created"
    r"|incorporated|prequalified)\b[^,;]{0,60}\Z"
)
_DATELINE = re.compile(r"\)?\s*(?:[–—-]|:)\s")
_DATELINE_REACH = 40
_AFTERWARDS = re.compile(
    r"\b(?:issued|published|signed|founded|established|licensed|cleared|approved|opened|built"
    r"|set up)"
    r"(?: (?:by|in|on|from|with|at)\b[^,]*)?\s?\Z|\b(?:that|after|since)\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """What the dating of one sentence looks at."""

    key: str
    sentence: Span
    parts: tuple[Span, ...]
    usable: tuple[TimeExpression, ...]
    is_english: bool


def dating(
    key: str, sentence: Span, expressions: tuple[TimeExpression, ...], *, is_english: bool
) -> Dated:
    """The clauses of a sentence, and those of its time expressions that can date a value."""
    parts = clauses(key, sentence)
    usable = tuple(item for item in expressions if not _dates_the_report(key, parts, item))
    return Dated(key, sentence, parts, usable, is_english)


def period_of(dated: Dated, quantity: Span, unit: str, previous: Period | None) -> Period | None:
    """The period of a quantity; ``previous`` is that of the quantity before it in the sentence.

    Chinese adverbials stand before what they date and hold for the clauses joined to theirs;
    English ones stand at the head of the sentence or in the clause of the quantity.
    """
    attached = [item for item in dated.usable if item.attached and _adjoins(dated, item, quantity)]
    if attached:
        return _period(attached[-1])
    usable = tuple(
        item
        for item in dated.usable
        if not item.attached and not (dated.is_english and item.fine and unit in _AREAS)
    )
    before = [item for item in usable if item.span.end <= quantity.start + 1]
    clause = holding(dated.parts, quantity.start)
    inside = [
        item
        for item in before
        if item.span.start >= clause.start
        and not (dated.is_english and _is_of_another_verb(dated, item, quantity))
    ]
    if inside and (found := _last(inside)):
        if found.weak:  # 截至2020年底，园区已有3家: the date tells more
            dates = [item for item in before if item.bearing is Bearing.UNTIL]
            found = _last(dates) or found
        return as_of_total(dated.key, clause, quantity, _period(found))
    for item in usable:
        if item.span.start >= quantity.end and _reaches(dated, quantity, item, clause):
            return _period(item)
    if dated.is_english:
        return _english_earlier(dated, quantity, before, previous)
    if (
        previous is not None
        and unit in _SHARES
        and _PART_OF_IT.search(dated.key, clause.start, quantity.start)
    ):
        return previous
    found = _last([item for item in before if _carries(dated, item, quantity, unit, clause)])
    return as_of_total(dated.key, clause, quantity, _period(found)) if found else None


def _is_participle(dated: Dated, item: TimeExpression) -> bool:
    own = holding(dated.parts, item.span.start)
    return _PARTICIPLE.search(dated.key, own.start, item.span.start) is not None


def _is_of_another_verb(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    """Whether an adverbial belongs to a participle, or to a verb before that of the quantity."""
    return _is_participle(dated, item) or bool(
        _NEW_VERB.search(dated.key, item.span.end, quantity.start)
    )


def _last(items: list[TimeExpression]) -> TimeExpression | None:
    """The last expression, words like 已有 only where there is no date."""
    dates = [item for item in items if not item.weak]
    return dates[-1] if dates else items[-1] if items else None


def _adjoins(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    return item.span.end <= quantity.start <= item.span.end + 1 or (
        item.span.end < quantity.start and dated.key[item.span.end : quantity.start] == "的"
    )


def as_of_total(key: str, clause: Span, quantity: Span, period: Period) -> Period:
    """A total that a flow brings about (会员总数增至146家) is a level at the end of the stretch."""
    if _TOTAL.search(key, clause.start, quantity.start) and period.end is not None:
        return Period(None, period.end, period.expression, period.anchor)
    if _SINCE_NEW_YEAR.search(key, clause.start, quantity.start) and period.end is not None:
        start = f"{period.end[:4]}-01" if len(period.end) > len("2020") else period.end
        return Period(start, period.end, period.expression, period.anchor)
    return period


def _carries(dated: Dated, item: TimeExpression, quantity: Span, unit: str, clause: Span) -> bool:
    """Whether an adverbial of an earlier clause still holds for a Chinese quantity."""
    key = dated.key
    if item.bearing is not Bearing.WITHIN:
        return True
    if unit in _AREAS and not item.future:
        return False
    if item.fine and not item.future and _INTENDED.search(key, item.span.end, quantity.start):
        return False
    if _FLOW.search(key, clause.start, quantity.start):
        return True
    after = max(item.span.end, clause.start if item.future else item.span.end)
    return _LEVEL.search(key, after, quantity.start) is None


def _english_earlier(
    dated: Dated, quantity: Span, before: list[TimeExpression], previous: Period | None
) -> Period | None:
    """An adverbial of an earlier clause that still holds, or the period of the number before."""
    key = dated.key
    clause = holding(dated.parts, quantity.start)
    for item in reversed(before):
        if _is_participle(dated, item):
            continue
        if item.bearing is Bearing.WITHIN and (
            _NEW_VERB.search(key, item.span.end, quantity.start)
            or _RELATIVE.search(key, clause.start, quantity.start)
        ):
            continue
        return as_of_total(dated.key, clause, quantity, _period(item))
    if previous is None or previous.expression is None:
        return None
    if _SAID_SAME.search(key, quantity.end, dated.sentence.end):
        return previous
    if previous.expression.start < quantity.start:
        return None
    # the date of the number before stands after this one, too: 4 staff, or 8 percent, in 2016
    return previous if _JOINED.match(key, clause.start, quantity.end) else None


def _reaches(dated: Dated, quantity: Span, item: TimeExpression, clause: Span) -> bool:
    """Whether a later expression still belongs to the quantity's clause (or its brackets)."""
    if item.span.start >= clause.end:
        return False
    between = dated.key[quantity.end : item.span.start]
    if not dated.is_english:
        return bool(re.fullmatch(r"\s?[（(]\s?", between))
    return not (_NEW_VERB.search(between) or _AFTERWARDS.search(between))


def _dates_the_report(key: str, parts: tuple[Span, ...], item: TimeExpression) -> bool:
    near_head = item.span.start - parts[0].start < _DATELINE_REACH if parts else False
    if item.fine and near_head and _DATELINE.match(key, item.span.end):
        return True
    clause = holding(parts, item.span.start)
    end = clause.end
    if clause.end <= item.span.end + 1:  # the date is a clause of its own: 10月12日，记者获悉
        end = next((part.end for part in parts if part.start >= clause.end), end)
    return item.fine and bool(_SAYING.search(key, clause.start, end))


def _period(item: TimeExpression) -> Period:
    stretch = item.stretch
    if stretch is None:
        return Period(None, None, item.span, None)
    start = None if item.bearing is Bearing.UNTIL else stretch.start
    end = None if item.bearing is Bearing.SINCE else stretch.end
    return Period(start, end, item.span, item.anchor)


def continues(key: str, sentence: Span) -> bool:
    """Whether a sentence (与此同时, 其中, ``It``) speaks of the time of the one before it."""
    return _SAME_TIME.match(key, sentence.start, sentence.end) is not None


def is_flow(key: str, sentence: Span, quantity: Span) -> bool:
    """Whether a Chinese quantity without a date of its own is one of the flow told before it."""
    clause = holding(clauses(key, sentence), quantity.start)
    if _INTENDED.search(key, sentence.start, quantity.start):
        return False
    if _OF_THE_DAY.search(key, sentence.start, quantity.start):
        return False
    return bool(_FLOW.search(key, clause.start, quantity.start)) and not _LEVEL.search(
        key, clause.start, quantity.start
    )


def is_of_the_day(key: str, sentence: Span, quantity: Span) -> bool:
    """Whether a quantity (此次签约项目26个) belongs to the day of the event told before."""
    return bool(_OF_THE_DAY.search(key, sentence.start, quantity.start)) and not _INTENDED.search(
        key, sentence.start, quantity.start
    )
