"""Which time expression dates a Chinese quantity.

Chinese adverbials of time stand before what they date and hold for the clauses joined to theirs,
until the text turns from what was to what is planned, or from what happened to what there is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from zjkg.measurement.bases import starts_change
from zjkg.measurement.carried_chinese import carries, is_event, is_long, is_spent
from zjkg.measurement.chinese_cues import AT_ANY_TIME, OUTCOME, TRIAL
from zjkg.measurement.clauses import holding
from zjkg.measurement.dated import Dated, joined, last_of, of_total, period_from
from zjkg.measurement.time_expressions import Bearing, TimeExpression
from zjkg.measurement.told_later import told_later
from zjkg.measurement.units import CODES, RATIOS
from zjkg.model import Period, Span

_DEALS = ("分别", "先后", "依次")
_PAIR, _MOST_DEALT, _DEALT_REACH = 2, 6, 24
_JOINTS = frozenset({"", "、", "和", "与", "及", "以及"})
_BETWEEN = re.compile(
    r"[元%家个人项件倍间名][^，,。；;\d、和与及]{0,6}[、和与及，](?=[^，。；]{0,3}[\d一二三四五六七八九十])"
)  # what stands between values dealt out
_STOCK = re.compile(
    r"(?<!新)(?:集聚|聚集|汇聚|拥有|共有|员工|从业|在园|在册|存续)[^，,。；;\d]{0,16}\Z"
)
_CAP = re.compile(r"(?:以上|以内)?(?:为上限|为限|封顶)")
_CAP_REACH = 5
_PART_OF_IT = re.compile(r"占")
_AMONG = re.compile(r"其中|当中")
_STAFF = re.compile(
    r"(?:员工|人员|职工|从业者?)[^，,。；;]{0,6}\Z|(?:有|共|仅|只)[^，,。；;\d]{0,4}\Z"
)
_STAFF_AFTER = re.compile(r"\s?(?:多|余)?\s?(?:[名位个人]|[^，,。；;]{0,8}(?:员工|人员|职工))")
_FROM = re.compile(r"[从由自]")
# 今年6月投产后年产能可达2亿剂: so much from then on
_FROM_THEN_ON = re.compile(
    r"[^。；;]{0,12}?(?:投产|投入(?:生产|运营)|量产|投运|投用|启用)(?:之?后|以后|[^。；;]{0,12}届时)"
    r"[^。；;]{0,12}(?:每[年月]|[年月](?:产|处理|供应|填充|灌装|加工|生产|销|营收|收入|服务|检测|可))"
)
_RISEN = re.compile(
    r"的?[^，,。；;]{1,12}?(?:提高|提升|增加?|升|扩大?|上升|下降|降低?|减少?|压缩|缩短)[至到为]"
)
_RISEN_TO = re.compile(r"(?:提高|提升|增加?|升|扩大?|上升|下降|降低?|减少?|压缩|缩短)[至到为]\Z")
_OF_EACH = re.compile(r"(?:全年)?的(?:每[年月日天周]|约|近|逾)*")
# 今年下半年开工的二期总投入4500万元: which one is meant, not when
_WHICH_ONE = re.compile(
    r"(?:已|将|刚|正式|全面|率先|陆续)*"
    r"(?:开工|动工|投产|建成|启用|落成|竣工|封顶|开园|开业|成立|创办|创立|设立|上市|毕业|揭牌)的"
    r"(?:[一二三四]期)?[^，,。；;\d一二两三四五六七八九十百千几数多]{2,}"
)
# 为去年全年6件的近7倍: the year of what is multiplied
_MULTIPLIED = re.compile(r"(?:为|是|相当于)\Z")
_MULTIPLE = re.compile(
    r"[^，,。；;]{1,16}?的(?:约|近|逾|超过?|不足|不到)*(?=[\d一二两三四五六七八九十百.]+[余多]?倍)"
)
_FROM_THEN = re.compile(r"[由从]\Z")  # 从去年的12%提高到20%
_AT_FIRST = re.compile(r"(?:刚|初)[^，,。；;]{0,6}时|之初|初期|起步时")
# 截至昨日收盘，股价报34元，涨2.7%: the price is one at that moment, its move is the day's
_TRADED = re.compile(r"收[盘市]")
_MOVED = re.compile(r"(?:涨|跌|升|挫|成交)[^，,。；;\d]{0,4}\Z")
_BEGINS = re.compile(r"起[^，,。；;\d]{1,8}[，,]")  # 去年第四季起追单，目前…: the deed begins then
_ONCE_BUILT = re.compile(r"(?:竣工|建成|启用|落成|完工)(?:之?后|以后)\Z")  # can then hold 35 firms
_VERB_BETWEEN = re.compile(r"[^，,。；;\d的]{1,6}")
_AT_PEAK = re.compile(r"(?:高峰|鼎盛|巅峰|顶峰|最[高多])[^，,。；;\d]{0,6}\Z")


def chinese_period(
    dated: Dated, quantity: Span, unit: str, previous: Period | None
) -> Period | None:
    """The period of a Chinese quantity; ``previous`` is that of the quantity before it."""
    return _dealt_out(dated, quantity) or (
        None if starts_change(dated.key, quantity) else _by_place(dated, quantity, unit, previous)
    )


def _by_place(dated: Dated, quantity: Span, unit: str, previous: Period | None) -> Period | None:
    """The period of a quantity by where the times of its sentence stand."""
    attached = [item for item in dated.usable if item.attached and _adjoins(dated, item, quantity)]
    if attached and unit != "times":  # 是2012年的6倍 is about the later year
        return _of_attached(dated, attached[-1], unit)
    if _is_timeless(dated, quantity, unit):
        return None
    usable = [item for item in dated.usable if not item.attached]
    before = [
        item
        for item in usable
        if item.span.end <= quantity.start + 1 and not _is_of_another(dated, item, quantity)
    ]
    clause = holding(dated.parts, quantity.start)
    inside = [
        item
        for item in before
        if item.span.start >= clause.start and not is_spent(dated, item, quantity)
    ]
    if inside and (found := last_of(inside)):
        if found.weak:  # 截至2020年底，园区已有3家: the date tells more
            dates = [item for item in before if item.bearing is Bearing.UNTIL]
            found = last_of(dates) or found
        return _until_then(dated, before, found) or _of_level(dated, clause, quantity, found)
    after = (item for item in usable if item.span.start >= quantity.end)
    told = (told_later(dated, quantity, item, unit) for item in after)
    late = next((period for period in told if period is not None), None)
    risen = _RISEN_TO.search(dated.key, clause.start, quantity.start)
    is_part = (
        unit in RATIOS
        and risen is None
        and (
            _PART_OF_IT.search(dated.key, clause.start, quantity.start)
            or _AMONG.match(dated.key, clause.start)
        )
    )
    if late is not None or (previous is not None and is_part):
        return late or previous
    found = last_of([item for item in before if carries(dated, item, quantity, unit, clause)])
    if found is None:
        return None
    return _until_then(dated, before, found) or _of_level(dated, clause, quantity, found)


def _dealt_out(dated: Dated, quantity: Span) -> Period | None:
    """The time that 分别 deals out to a value: 2021年、2022年营收分别为3亿元、4亿元.

    A range of years deals out each of them: 2019年至2021年分别有37家、42家及58家.
    """
    key = dated.key
    clause = holding(dated.parts, quantity.start)
    at = max(key.find(word, clause.start, quantity.start) for word in _DEALS)
    if at < 0:
        return None
    times = [item for item in dated.usable if item.span.end <= at][-_MOST_DEALT:]
    for first, second in reversed(list(pairwise(times))):
        if key[first.span.end : second.span.start] not in _JOINTS:
            times = times[times.index(second) :]
            break
    joints = [match.end() for match in _BETWEEN.finditer(key, at, clause.end)]
    values, number = len(joints) + 1, sum(end <= quantity.start for end in joints)
    years = _years_of(times[-1:])
    if len(years) == values >= _PAIR and at - times[-1].span.end <= _DEALT_REACH:
        year = years[number]
        return Period(year, year, times[-1].span, times[-1].anchor)
    if len(times) != values or values < _PAIR or at - times[-1].span.end > _DEALT_REACH:
        return None
    return period_from(times[number])


def _years_of(items: list[TimeExpression]) -> list[str]:
    """The years that a range of years names; none where there is no range."""
    stretch = items[0].stretch if items else None
    if stretch is None or len(stretch.start) != len("2020") or stretch.start == stretch.end:
        return []
    return [str(year) for year in range(int(stretch.start), int(stretch.end[:4]) + 1)]


def _is_of_another(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    """Whether a time tells which thing is meant, or is that of the value before in a rise."""
    key, start, end = dated.key, item.span.start, item.span.end
    if (
        _WHICH_ONE.match(key, end, quantity.start)
        and quantity.start <= holding(dated.parts, start).end
    ):
        return True
    multiple = _MULTIPLIED.search(key, max(0, start - 3), start) and _MULTIPLE.match(key, end)
    if multiple and quantity.end > multiple.end():
        return True
    base = _FROM_THEN.search(key, max(0, start - 1), start)
    return bool(base and _RISEN.match(key, end, quantity.start))


def _is_timeless(dated: Dated, quantity: Span, unit: str) -> bool:
    """Whether a quantity is a ceiling, or how two things hang together at any time."""
    key, start = dated.key, dated.sentence.start
    capped = _CAP.search(key, quantity.start, quantity.end + _CAP_REACH)
    if capped or AT_ANY_TIME.search(key, start, quantity.start):
        return True
    clause = holding(dated.parts, quantity.start)
    own = any(clause.start <= item.span.start < quantity.start for item in dated.usable)
    if not own and _AT_PEAK.search(key, clause.start, quantity.start):
        return True
    found = unit in RATIOS and TRIAL.search(key, start, dated.sentence.end)
    return bool(
        found
        or OUTCOME.search(key, clause.start, quantity.start)
        or any(
            item.span.start >= clause.start
            and item.span.end <= quantity.start
            and is_spent(dated, item, quantity)
            for item in dated.usable
        )
    )


def _adjoins(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    end, start = item.span.end, quantity.start
    return end <= start <= end + 1 or bool(_OF_EACH.fullmatch(dated.key, end, max(end, start)))


def _of_attached(dated: Dated, item: TimeExpression, unit: str) -> Period:
    """从2010年的100家: a count from which a change starts is a level."""
    period = period_from(item)
    starts = _FROM.search(dated.key, max(0, item.span.start - 1), item.span.start + 1)
    if starts and unit not in CODES:
        return Period(None, period.end, period.expression, period.anchor)
    return period


def _of_level(dated: Dated, clause: Span, quantity: Span, item: TimeExpression) -> Period:
    """The period that an expression gives: a level or an event is dated in its own way."""
    key = dated.key
    period = period_from(item)
    if item.future and item.stretch and _FROM_THEN_ON.match(key, item.span.end, quantity.start):
        return Period(item.stretch.start, None, period.expression, period.anchor)
    if item.future and item.stretch and _ONCE_BUILT.search(key, item.span.start, item.span.end):
        return Period(None, item.stretch.end, period.expression, period.anchor)
    traded = _TRADED.match(key, item.span.end) and _MOVED.search(key, clause.start, quantity.start)
    if item.stretch is not None and (traded or is_event(dated, item, quantity)):
        return Period(item.stretch.start, item.stretch.end, period.expression, period.anchor)
    if item.bearing is Bearing.WITHIN and item.past and not is_long(item) and period.end:
        low = max(clause.start, item.span.end)
        staff = _STAFF.search(key, low, quantity.start) and _STAFF_AFTER.match(
            key, quantity.end - 1
        )
        at_first = _AT_FIRST.search(key, item.span.end, quantity.start)
        if staff or at_first or _STOCK.search(key, low, quantity.start):
            return Period(None, period.end, period.expression, period.anchor)
    return of_total(key, clause, quantity, period)


def _until_then(dated: Dated, before: list[TimeExpression], found: TimeExpression) -> Period | None:
    """去年以来 beside 截至6月 or 已有: a stretch with both ends."""
    if dated.key.startswith("至此", found.span.start):
        return None
    if found.bearing is Bearing.SINCE:
        ends = [
            item
            for item in before
            if item.bearing is Bearing.UNTIL and not (item.attached or item.future)
        ]
        return joined(found, ends[-1]) if ends else None
    if found.bearing is Bearing.UNTIL:
        starts = [
            item
            for item in before
            if item.bearing is Bearing.SINCE
            and (found.weak or found.is_now or _ranges(dated.key, item, found))
            and not _BEGINS.match(dated.key, item.span.end - 1)
        ]
        return joined(starts[-1], found) if starts else None
    return None


def _ranges(key: str, since: TimeExpression, until: TimeExpression) -> bool:
    """从去年9月谈到今年1月: one time from which and one up to which, with a verb between."""
    gap = key[since.span.end : until.span.start]
    told = key.startswith(("到", "至"), until.span.start)
    return told and _VERB_BETWEEN.fullmatch(gap) is not None
