"""Which time expression dates a Chinese quantity.

Chinese adverbials of time stand before what they date and hold for the clauses joined to theirs,
until the text turns from what was to what is planned, or from what happened to what there is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from zjkg.measurement.bases import starts_change
from zjkg.measurement.chinese_cues import AT_ANY_TIME, FLOW, FULLY, INTENDED, LEVEL
from zjkg.measurement.clauses import holding
from zjkg.measurement.dated import Dated, is_total, joined, last_of, of_total, period_from
from zjkg.measurement.time_expressions import Bearing, TimeExpression
from zjkg.measurement.told_later import told_later
from zjkg.measurement.units import AREAS, CODES, RATIOS
from zjkg.model import Period, Span

_DEALS = ("分别", "先后", "依次")
_PAIR, _MOST_DEALT, _DEALT_REACH = 2, 6, 24
_JOINTS = frozenset({"", "、", "和", "与", "及", "以及"})
_BETWEEN = re.compile(
    r"[元%家个人项件倍间名][^，,。；;\d、和与及]{0,6}[、和与及，](?=[^，。；]{0,3}[\d一二三四五六七八九十])"
)  # what stands between values dealt out
_CEILING = re.compile(r"给予|最高(?:可|给|再|奖|补|支)|每年累计|收取")
_NEW_AREA = re.compile(
    r"收回|新增|新建|竣工|开工|成交|出租|租赁|收储|供应|出让|交付|签约|盘活|腾退|建成(?!后)"
)
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
_HAPPENED = re.compile(
    r"完成|获(?!批准?上市)|把|买|购|交还|出售|关闭|签|融资|募资|收购|(?<!总)投资(?!机构|者)|筹集|达成|宣布|举行|举办|启动|兑付|发放|采购|推出|发布|引进|签约|落户|新增"
)
_ENDED = re.compile(r"(?:[底末]|年(?:之|以)?前)\Z")
_ENDS = ("底", "末")
_AS_OF = re.compile(r"截[至止]|[到至]")
_FROM = re.compile(r"[从由自]")
# 今年6月投产后年产能可达2亿剂: so much from then on
_FROM_THEN_ON = re.compile(
    r"[^。；;]{0,12}?(?:投产|投入(?:生产|运营)|量产|投运|投用|启用)(?:之?后|以后|[^。；;]{0,12}届时)"
    r"[^。；;]{0,12}(?:每[年月]|[年月](?:产|处理|供应|填充|灌装|加工|生产|销|营收|收入|服务|检测|可))"
)
_BASE_OF_RISE = re.compile(r"[由从](?:约|近)?\Z")
_RISES = re.compile(r"(?:左右)?(?:[^，,。；;\d]{0,2})(?:提|增|扩|升|拉高|上升)")
_RISEN = re.compile(
    r"的?[^，,。；;]{1,12}?(?:提高|提升|增加?|升|扩大?|上升|下降|降低?|减少?|压缩|缩短)[至到为]"
)
_RISEN_TO = re.compile(r"(?:提高|提升|增加?|升|扩大?|上升|下降|降低?|减少?|压缩|缩短)[至到为]\Z")
_OF_EACH = re.compile(r"(?:全年)?的(?:每[年月日天周]|约|近|逾)*")
_SPENT_OVER = re.compile(
    r"[，,]?[^，,。；;]{0,8}(?:投入|出资|投资|斥资|注资|共建|支付|累计投|安排|拨)"
)
_SPAN_OF_YEARS = re.compile(
    r"(?:(?:未来|今后|接下来|往后)的?[一二两三四五六七八九十\d至到-]+年(?:内|间|里)?|[一二两三四五六七八九十\d]+年[内间])\Z"
)
# 上年为3120万元；研发开支 …: what is only told for comparison
_ASIDE = re.compile(r"[去上]年(?:的?同期(?![，,])|则?(?:为(?!了|因应|配合)|[仅是]))")
# 公司2019年由教授创办，正在12家医院开展试验
_FOUNDED = re.compile(r"[^，,。；;]{0,20}(?:创办|创立|成立|创建|组建|诞生|始建)(?=[，,])")
# 项目2019年竣工，总投资6亿元: what it is and costs has no date
# 4月29日签署协议，项目总投资40亿元: what one project costs has no date, what several do has
_COST_OF_ONE = re.compile(
    r"(?:总投资额?|投资总额|总投资金额|项目投资|总经费|总造价|[一二三首]期投资|资本额|(?:注册|实收)资本)[^，,。；;\d]{0,8}\Z"
)
_NEAR_BEHIND = 8  # 总投资312亿元的24个项目
_SEVERAL = re.compile(r"\d(?:余|多|几)?[个项家]|[十百千]余?[个项家]|集中签约")
# 2023年10月出台某办法，单个品种给予最高2000万元: a rule holds from then on
_ENACTED = re.compile(r"出台|印发|发布|公布|颁布|通过|实施|施行|修订|推出")
_COMPLETED = re.compile(
    r"[，,]?[^，,。；;]{0,40}(?:竣工|开工|动工|奠基|封顶|建成|投产|投用|启用|揭牌|备案|投入(?:使用|运营|试运行))(?=[，,])"
)
_OF_A_PLANT = re.compile(
    r"总投资|计划投资|总价值|收费|面积|产能|可(?:同时)?(?:容纳|提供|生产|满足|开展|服务|处理)|首批成员|成员单位|首期规模|总规模|出资|容忍度|投资额"
)
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
_STARTS = re.compile(r"[^，,。；;]{0,6}(?:开工|动工|奠基|破土)")
_FROM_THEN = re.compile(r"[由从]\Z")  # 从去年的12%提高到20%
_AT_FIRST = re.compile(r"(?:刚|初)[^，,。；;]{0,6}时|之初|初期|起步时")
_SPOKEN = re.compile(
    r"(?:(?:表示|介绍|透露|指出|坦言|[^小传据]说)(?:道|称)?[，,：:]|[：:]\s?[“「『])\Z"
)
# 今年必须…”信中还说: a time inside a quotation does not hold behind it
_QUOTED_BEFORE = re.compile(r"[^“「『”」』]*[”」』]")
# 截至昨日收盘，股价报34元，涨2.7%: the price is one at that moment, its move is the day's
_TRADED = re.compile(r"收[盘市]")
_MOVED = re.compile(r"(?:涨|跌|升|挫|成交)[^，,。；;\d]{0,4}\Z")
_IS_DONE = re.compile(
    r"(?<!不)[拿收得签]到?了|获得了|已经?(?![^，,。；;]{0,8}[将拟])|[完落签建]成了"
)
_BEGINS = re.compile(r"起[^，,。；;\d]{1,8}[，,]")  # 去年第四季起追单，目前…: the deed begins then
_ONCE_BUILT = re.compile(r"(?:竣工|建成|启用|落成|完工)(?:之?后|以后)\Z")  # can then hold 35 firms
_PRICE_NOW = re.compile(r"目标价|股价|[现收]价")
_ASIDE_BEFORE = re.compile(r"而\Z")  # 而2023年仅有6180万元；…: told only for contrast


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
    if _is_timeless(dated, quantity):
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
        if item.span.start >= clause.start and not _is_spent(dated, item, quantity)
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
    found = last_of([item for item in before if _carries(dated, item, quantity, unit, clause)])
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


def _is_timeless(dated: Dated, quantity: Span) -> bool:
    """Whether a quantity is a ceiling, or how two things hang together at any time."""
    key, start = dated.key, dated.sentence.start
    capped = _CAP.search(key, quantity.start, quantity.end + _CAP_REACH)
    return bool(capped or AT_ANY_TIME.search(key, start, quantity.start))


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
    if item.stretch is not None and (traded or _is_event(dated, item, quantity)):
        return Period(item.stretch.start, item.stretch.end, period.expression, period.anchor)
    if item.bearing is Bearing.WITHIN and item.past and not _is_long(item) and period.end:
        low = max(clause.start, item.span.end)
        staff = _STAFF.search(key, low, quantity.start) and _STAFF_AFTER.match(
            key, quantity.end - 1
        )
        at_first = _AT_FIRST.search(key, item.span.end, quantity.start)
        if staff or at_first or _STOCK.search(key, low, quantity.start):
            return Period(None, period.end, period.expression, period.anchor)
    return of_total(key, clause, quantity, period)


def _is_event(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    """Whether 去年底 or 两年前, without 截至, is the time of a deed, not that of a level."""
    key, start = dated.key, item.span.end
    start += key[start : start + 1] in _ENDS
    return bool(
        item.bearing is Bearing.UNTIL
        and item.past
        and _ENDED.search(key, item.span.start, start)
        and not _AS_OF.match(key, item.span.start)
        and _HAPPENED.search(key, start, quantity.start)
        and not LEVEL.search(key, start, quantity.start)
    )


def _is_spent(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    """三年内投入6000万元: how long the spending takes, not when."""
    return bool(
        _SPAN_OF_YEARS.search(dated.key, item.span.start, item.span.end)
        and _SPENT_OVER.match(dated.key, item.span.end, quantity.end)
    )


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
    if found.bearing is Bearing.UNTIL and (found.weak or found.is_now):
        starts = [
            item
            for item in before
            if item.bearing is Bearing.SINCE and not _BEGINS.match(dated.key, item.span.end - 1)
        ]
        return joined(starts[-1], found) if starts else None
    return None


def _carries(dated: Dated, item: TimeExpression, quantity: Span, unit: str, clause: Span) -> bool:
    """Whether an adverbial of an earlier clause still holds for a quantity."""
    key = dated.key
    if _is_left_behind(dated, item, quantity, clause):
        return False
    static = unit in AREAS and not _NEW_AREA.search(key, clause.start, quantity.start)
    begun = _STARTS.match(key, item.span.end) is not None
    if static and (begun or not (item.future or item.bearing is Bearing.UNTIL)):
        return False
    turned = INTENDED.search(key, item.span.end, quantity.start)
    if item.bearing is not Bearing.WITHIN and not _is_event(dated, item, quantity):
        capped = _CEILING.search(key, clause.start, quantity.start)
        return item.future or not (capped or (item.is_now and turned))
    if turned and (item.past or (item.fine and not item.future)):
        return False
    if item.future or unit in AREAS or FLOW.search(key, clause.start, quantity.start):
        return True
    return _is_deed(dated, item, quantity, clause)


def _is_left_behind(dated: Dated, item: TimeExpression, quantity: Span, clause: Span) -> bool:
    """Whether the sentence has gone on from a time: to what was said, founded or compared then."""
    key, end = dated.key, item.span.end
    return bool(
        (item.fine and not item.future and _SPOKEN.search(key, end, clause.start))
        or _QUOTED_BEFORE.match(key, end, clause.start)
        or (item.future and _PRICE_NOW.search(key, clause.start, quantity.start))
        or (
            _ends_at_semicolon(key, item) and any(mark in "；;" for mark in key[end : clause.start])
        )
        or (item.future and _IS_DONE.search(key, clause.start, quantity.end + 1))
        or FULLY.search(key, end, quantity.end)
        or _is_base_of_rise(dated, quantity, clause)
        or _ASIDE.match(key, item.span.start)
        or (_is_year(item) and item.past and _FOUNDED.match(key, end))
        or (
            item.past
            and _COMPLETED.match(key, end)
            and _OF_A_PLANT.search(key, clause.start, quantity.start)
        )
        or _is_spent(dated, item, quantity)
        or _is_lasting(dated, item, quantity, clause)
    )


def _ends_at_semicolon(key: str, item: TimeExpression) -> bool:
    """Whether a time holds for one part of a sentence: 自…以来, one told for contrast."""
    since = item.bearing is Bearing.SINCE and not item.future
    return since or bool(_ASIDE_BEFORE.search(key, 0, item.span.start))


def _is_lasting(dated: Dated, item: TimeExpression, quantity: Span, clause: Span) -> bool:
    """Whether a clause goes on with what one project costs, or with what a new rule grants."""
    key, end = dated.key, item.span.end
    if _COST_OF_ONE.search(key, clause.start, quantity.start):
        return not _SEVERAL.search(key, dated.sentence.start, quantity.end + _NEAR_BEHIND)
    granted = _CEILING.search(key, clause.start, quantity.start)
    return bool(granted and _ENACTED.search(key, end, clause.start))


def _is_deed(dated: Dated, item: TimeExpression, quantity: Span, clause: Span) -> bool:
    """Whether a clause goes on with what happened, or sums it up, and tells no level."""
    key = dated.key
    if item.past and is_total(key, clause, quantity):
        return True
    own = _HAPPENED.search(key, clause.start, quantity.start)
    level = LEVEL.search(key, clause.start if own else item.span.end, quantity.start)
    return level is None or (_is_long(item) and level[0] in ("累计", "已"))


def _is_base_of_rise(dated: Dated, quantity: Span, clause: Span) -> bool:
    """年产能可由36万组提高到60万组: what is so before the time that is told."""
    ahead = any(item.future and item.span.end <= quantity.start for item in dated.usable)
    base = _BASE_OF_RISE.search(dated.key, clause.start, quantity.start)
    return bool(ahead and base and _RISES.match(dated.key, quantity.end))


def _is_long(item: TimeExpression) -> bool:
    """Whether an expression names a stretch with two ends, in which a sum is run up: 一年来."""
    return item.stretch is not None and item.stretch.start != item.stretch.end


def _is_year(item: TimeExpression) -> bool:
    return item.stretch is not None and len(item.stretch.end) == len("2020")
