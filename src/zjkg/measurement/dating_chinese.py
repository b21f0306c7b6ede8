"""Which time expression dates a Chinese quantity.

Chinese adverbials of time stand before what they date and hold for the clauses joined to theirs,
until the text turns from what was to what is planned, or from what happened to what there is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.measurement.clauses import clauses, holding
from zjkg.measurement.dated import Dated, joined, last_of, of_total, period_from
from zjkg.measurement.periods import Bearing, TimeExpression
from zjkg.measurement.units import CODES, CURRENCY_CODES
from zjkg.model import Period, Span

SHARES = frozenset({"%", "ratio"})
AREAS = frozenset({"m2", "km2", "ha", "mu", "坪", "平方呎"})
_INTENDED = re.compile(
    r"将(?=[在于会有达投新建共继进为由支通启推打带实形引提增扩超突向与获用再从对被开出举陆逐全重还力安设承斥]"
    r"|首次)|拟(?!合)|计划|打算|预计|预估|预期|估计|有望|可望|力争|争取|目标|旨在|届时|准备|筹划"
)
_POLICY = re.compile(r"给予|资助|补贴|补助|奖励|扶持|减免|最高(?:可|给|再|奖|补|支)|每年累计|收取")
_CEILING = re.compile(r"给予|最高(?:可|给|再|奖|补|支)|每年累计|收取")
_FULLY = re.compile(
    r"达产|满产|满载|达纲|量产后|投产后|投运后|全面投产|产能全开|全部投产|完全投产|全面发展"
)
# A flow belongs to a stretch of time; a level is what there is at a moment.
_FLOW = re.compile(
    r"增长|同比|环比|下降|增速|增幅|产值|营收|营业额|收入|销售|税收|出口|进口(?!产品)|利润|纯益|交易额|投资额|成交|年增|年减"
    r"|季增|季减|衰退|上升|回落|提高|收窄|首付款|金额|新增|亏损|上涨|下跌|下滑|成长|毛利率|减少|外资|资产投资|完成投资|增加值"
)
_LEVEL = re.compile(
    r"累计|已(?!经?成为|完成)|员工|占地|面积|总部|受试者|持股|占股|股权|出租率|入组|总数|现(?:正|有)|月租|年租"
    r"|[年月日]产能|分布|每[年月日天]|规划|总规模|单价|售价|存量"
)
_NEW_AREA = re.compile(
    r"收回|新增|新建|竣工|开工|成交|出租|租赁|收储|供应|出让|交付|签约|盘活|腾退"
)
_STOCK = re.compile(
    r"(?<!新)(?:集聚|聚集|汇聚|拥有|共有|员工|从业|在园|在册|存续)[^，,。；;\d]{0,16}\Z"
)
_CAP = re.compile(r"(?:以上|以内)?(?:为上限|为限|封顶)")
_CAP_REACH = 5
_PART_OF_IT = re.compile(r"占")
_STAFF = re.compile(
    r"(?:员工|人员|职工|从业者?)[^，,。；;]{0,6}\Z|(?:有|共|仅|只)[^，,。；;\d]{0,4}\Z"
)
_STAFF_AFTER = re.compile(r"\s?(?:多|余)?\s?(?:[名位个人]|[^，,。；;]{0,8}(?:员工|人员|职工))")
_HAPPENED = re.compile(
    r"完成|获(?!批准?上市)|把|交还|出售|关闭|签|融资|募资|收购|投资(?!机构|者)|筹集|达成|宣布|举行|举办|启动|兑付|发放|采购|推出|发布"
)
_ENDED = re.compile(r"[底末]\Z")
_AS_OF = re.compile(r"截[至止]|[到至]")
_FROM = re.compile(r"[从由自]")
# 每升值1%，毛利率减少0.3个百分点 holds at any time
_AT_ANY_TIME = re.compile(r"每(?:升|增|减|降|涨|跌|提高|下[降跌]|上[升涨])")
# 今年6月投产后年产能可达2亿剂: so much from then on
_FROM_THEN_ON = re.compile(
    r"[^。；;]{0,12}?(?:投产|投入(?:生产|运营)|量产|投运|投用|启用)(?:之?后|以后|[^。；;]{0,12}届时)"
    r"[^。；;]{0,12}(?:每[年月]|[年月](?:产|处理|供应|填充|灌装|加工|生产|销|营收|收入|服务|检测|可))"
)
_BASE_OF_RISE = re.compile(r"[由从](?:约|近)?\Z")
_RISES = re.compile(r"(?:左右)?(?:[^，,。；;\d]{0,2})(?:提|增|扩|升|拉高|上升)")
_SPENT_OVER = re.compile(r"[^，,。；;]{0,8}(?:投入|出资|投资|斥资|注资|共建|支付|累计投)")
_SPAN_OF_YEARS = re.compile(r"(?<!未来)(?<!今后)[一二两三四五六七八九十\d]+年内\Z")
_JOINS_EVENT = re.compile(r"[^。；;]{0,24}?(?:参加|出席|参与|亮相|赴|率团)[^，,。；;]{0,4}\Z")
# 31家企业昨日入驻, 三名科学家于2017年创办
_DEED_AT = re.compile(r"(?!的?时)[^，,。；;：:（(“「]{0,24}")
_DEED_AT_TIME = re.compile(r"[^，,。；;：:（(“「的]{0,16}[于在]")
_SPOKEN = re.compile(r"(?:表示|介绍|透露|指出|坦言|[^小传据]说)(?:道|称)?[，,：:]\Z")
# 首批42名学员今年9月已经入学
_DEED_BY = re.compile(r"[^，,。；;：:（(“「的]{0,12}")
_DEED_AFTER = re.compile(
    r"(?:已经?|刚刚?|正式|陆续|相继|先后|全部|均|都|顺利|成功)+"
    r"(?:入|进|上|签|落|开|投|交|建|竣|完|获|通过|启|毕|到|申)"
)
_PLANNED_AT = re.compile(r"将于|预计|计划|拟")
_BRACKET = re.compile(r"\s?[（(]\s?\Z")
_DELIVERED = re.compile(r"(?:左右|以上)?[，,]?(?:将于|将在|预计|料|可望|计划|拟于|于)?\Z")
_DELIVERY = re.compile(
    r"(?:[上下]半年|前后|年?底|[春夏秋冬]季?|\d{1,2}月|第?[一二三四]季度?)?(?:前)?(?:全部|正式|整体)?(?:竣工|建成|落成|交付|完工)"
)
_SAME_TIME = re.compile(r"与此同时|同期|其中|上述|首付款|这一数字|这些")
_TURN = re.compile(r"同时|此外|另外|[^，,。；;]{1,8}方面[，,]|[分按从][^，,。；;]{1,8}[看来][，,]")
_OF_THE_DAY = re.compile(
    r"此次|本次|同时|现场(?!看到|见到|了解|采访|获悉|参观)|仪式上|(?<![协工学年])会上"
)
_NEAR = 2  # blocks after which a report is no longer gone on with
_DEAL = re.compile(r"收购|受让|转让|认购|协议[，,]?金额|合同|金额|首付|融资|出资|占股")


@dataclass(frozen=True, slots=True)
class Told:
    """The period told last, and how many blocks before."""

    period: Period
    blocks: int


def chinese_period(
    dated: Dated, quantity: Span, unit: str, previous: Period | None
) -> Period | None:
    """The period of a Chinese quantity; ``previous`` is that of the quantity before it."""
    attached = [item for item in dated.usable if item.attached and _adjoins(dated, item, quantity)]
    if attached and unit != "times":  # 是2012年的6倍 is about the later year
        return _of_attached(dated, attached[-1], unit)
    if _is_timeless(dated, quantity):
        return None
    usable = [item for item in dated.usable if not item.attached]
    before = [item for item in usable if item.span.end <= quantity.start + 1]
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
    told = (_later(dated, quantity, item, unit) for item in after)
    late = next((period for period in told if period is not None), None)
    is_part = unit in SHARES and _PART_OF_IT.search(dated.key, clause.start, quantity.start)
    if late is not None or (previous is not None and is_part):
        return late or previous
    found = last_of([item for item in before if _carries(dated, item, quantity, unit, clause)])
    if found is None:
        return None
    return _until_then(dated, before, found) or _of_level(dated, clause, quantity, found)


def _is_timeless(dated: Dated, quantity: Span) -> bool:
    """Whether a quantity is a ceiling, or how two things hang together at any time."""
    key, start = dated.key, dated.sentence.start
    capped = _CAP.search(key, quantity.start, quantity.end + _CAP_REACH)
    return bool(capped or _AT_ANY_TIME.search(key, start, quantity.start))


def _adjoins(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    return item.span.end <= quantity.start <= item.span.end + 1 or (
        item.span.end < quantity.start and dated.key[item.span.end : quantity.start] == "的"
    )


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
    if item.stretch is not None and _is_event(dated, item, quantity):
        return Period(item.stretch.start, item.stretch.end, period.expression, period.anchor)
    if item.bearing is Bearing.WITHIN and item.past and not _is_long(item) and period.end:
        low = max(clause.start, item.span.end)
        staff = _STAFF.search(key, low, quantity.start) and _STAFF_AFTER.match(
            key, quantity.end - 1
        )
        if staff or _STOCK.search(key, low, quantity.start):
            return Period(None, period.end, period.expression, period.anchor)
    return of_total(key, clause, quantity, period)


def _is_event(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    """Whether 去年底 without 截至 is the time of a deed, not that of a level."""
    key, start = dated.key, item.span.end
    return bool(
        item.bearing is Bearing.UNTIL
        and item.past
        and _ENDED.search(key, item.span.start, item.span.end)
        and not _AS_OF.match(key, item.span.start)
        and _HAPPENED.search(key, start, quantity.start)
        and not _LEVEL.search(key, start, quantity.start)
    )


def _is_spent(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    """三年内投入6000万元: how long the spending takes, not when."""
    return bool(
        _SPAN_OF_YEARS.search(dated.key, item.span.start, item.span.end)
        and _SPENT_OVER.match(dated.key, item.span.end, quantity.end)
    )


def _later(dated: Dated, quantity: Span, item: TimeExpression, unit: str) -> Period | None:
    """The period of an expression after a quantity: in brackets, of a meeting, of a completion."""
    key = dated.key
    gap = key[quantity.end : item.span.start]
    if _is_told_after(dated, quantity, item, unit):
        return period_from(item)
    if not (item.future or _PLANNED_AT.search(gap)) or item.past or unit in SHARES:
        return None
    if (
        unit == "mu"
        or unit in CURRENCY_CODES
        or not _DELIVERED.fullmatch(gap)
        or not _DELIVERY.match(key, item.span.end)
    ):
        return None
    stretch = item.stretch
    return None if stretch is None else Period(None, stretch.end[:4], item.span, item.anchor)


def _is_told_after(dated: Dated, quantity: Span, item: TimeExpression, unit: str) -> bool:
    """Whether the time of what was done, or of a meeting, stands after the number."""
    key = dated.key
    gap = key[quantity.end : item.span.start]
    if item.span.start < holding(dated.parts, quantity.start).end and _BRACKET.fullmatch(gap):
        return True
    if item.fine and not item.future and _JOINS_EVENT.fullmatch(gap):
        return True
    deed = _DEED_AT if item.fine else _DEED_AT_TIME
    if item.bearing is Bearing.WITHIN and item.past and deed.fullmatch(gap):
        return True
    done = item.past and unit not in SHARES and _DEED_AFTER.match(key, item.span.end)
    return bool(done and _DEED_BY.fullmatch(gap))


def _until_then(dated: Dated, before: list[TimeExpression], found: TimeExpression) -> Period | None:
    """去年以来 beside 截至6月 or 已有: a stretch with both ends."""
    if dated.key.startswith("至此", found.span.start):
        return None
    if found.bearing is Bearing.SINCE:
        ends = [item for item in before if item.bearing is Bearing.UNTIL and not item.attached]
        return joined(found, ends[-1]) if ends else None
    if found.bearing is Bearing.UNTIL and (found.weak or found.is_now):
        starts = [item for item in before if item.bearing is Bearing.SINCE]
        return joined(starts[-1], found) if starts else None
    return None


def _carries(dated: Dated, item: TimeExpression, quantity: Span, unit: str, clause: Span) -> bool:
    """Whether an adverbial of an earlier clause still holds for a quantity."""
    key = dated.key
    spoken = item.fine and not item.future and _SPOKEN.search(key, item.span.end, clause.start)
    fully = _FULLY.search(key, item.span.end, quantity.end)
    rising = _is_base_of_rise(dated, quantity, clause)
    if spoken or fully or rising or _is_spent(dated, item, quantity):
        return False
    static = unit in AREAS and not _NEW_AREA.search(key, clause.start, quantity.start)
    if static and not item.future and item.bearing is not Bearing.UNTIL:
        return False
    if item.bearing is not Bearing.WITHIN and not _is_event(dated, item, quantity):
        return item.future or not _CEILING.search(key, clause.start, quantity.start)
    turned = _INTENDED.search(key, item.span.end, quantity.start)
    if turned and (item.past or (item.fine and not item.future)):
        return False
    if item.future or unit in AREAS or _FLOW.search(key, clause.start, quantity.start):
        return True
    level = _LEVEL.search(key, item.span.end, quantity.start)
    return level is None or (_is_long(item) and level[0] in ("累计", "已"))


def _is_base_of_rise(dated: Dated, quantity: Span, clause: Span) -> bool:
    """年产能可由36万组提高到60万组: what is so before the time that is told."""
    ahead = any(item.future and item.span.end <= quantity.start for item in dated.usable)
    base = _BASE_OF_RISE.search(dated.key, clause.start, quantity.start)
    return bool(ahead and base and _RISES.match(dated.key, quantity.end))


def _is_long(item: TimeExpression) -> bool:
    """Whether an expression names a stretch with two ends, in which a sum is run up: 一年来."""
    return item.stretch is not None and item.stretch.start != item.stretch.end


def told_before(key: str, sentence: Span, quantity: Span, unit: str, told: Told) -> bool:
    """Whether a quantity without a date of its own is still about the time told before.

    It is where its sentence goes on with the report: 其中, 与此同时 or a further flow.
    """
    if _POLICY.search(key, sentence.start, quantity.start) or unit in AREAS:
        return False
    if _INTENDED.search(key, sentence.start, quantity.start) or told.blocks > _NEAR:
        return False
    if _FULLY.search(key, sentence.start, quantity.start):
        return False
    if _AT_ANY_TIME.search(key, sentence.start, quantity.start):
        return False
    if _SAME_TIME.match(key, sentence.start, sentence.end):
        return True
    goes_on = not told.blocks or _TURN.match(key, sentence.start, sentence.end)
    return bool(goes_on) and told.period.start is not None and is_flow(key, sentence, quantity)


def is_flow(key: str, sentence: Span, quantity: Span) -> bool:
    """Whether a quantity is one of a flow: what there is more or less of in a stretch of time."""
    clause = holding(clauses(key, sentence), quantity.start)
    if _OF_THE_DAY.search(key, sentence.start, quantity.start):
        return False
    return bool(_FLOW.search(key, clause.start, quantity.start)) and not _LEVEL.search(
        key, clause.start, quantity.start
    )


def is_of_the_day(key: str, sentence: Span, quantity: Span, unit: str) -> bool:
    """Whether a quantity (此次签约项目26个) belongs to the day of the event told before."""
    match = _OF_THE_DAY.search(key, sentence.start, quantity.start)
    if match is None or _INTENDED.search(key, sentence.start, quantity.start):
        return False
    if unit in CURRENCY_CODES and _DEAL.search(key, match.end(), quantity.start):
        return False
    return not re.search(r"[“「『\"]", key[match.end() : quantity.start])
