"""What a Chinese quantity takes from a time behind it: brackets, meetings, deeds, completions."""

from __future__ import annotations

import re
from dataclasses import replace

from zjkg.measurement.clauses import holding
from zjkg.measurement.dated import Dated, period_from
from zjkg.measurement.time_expressions import Bearing, TimeExpression
from zjkg.measurement.units import AREAS, CURRENCY_CODES, RATIOS
from zjkg.model import Period, Span

_JOINS_EVENT = re.compile(r"[^。；;]{0,24}?(?:参加|出席|参与|亮相|赴|率团)[^，,。；;]{0,4}\Z")
# 31家企业昨日入驻, 三名科学家于2017年创办
_DEED_AT = re.compile(r"(?!的?时)[^，,。；;：:（(“「]{0,24}")
_DEED_AT_TIME = re.compile(r"[^，,。；;：:（(“「的]{0,16}[于在]")
# 首批42名学员今年9月已经入学
_DEED_BY = re.compile(r"[^，,。；;：:（(“「的]{0,12}")
_DEED_AFTER = re.compile(
    r"(?:已经?|刚|正式|陆续|相继|先后|全部|均|都|顺利|成功)+"
    r"(?:入|进|上|签|落|开|投|交|建|竣|完|获|通过|启|毕|到|申)"
    r"|(?:完成|获批|实现|通过|开工|竣工|投产|签约|落地|入驻|上市|启动|取得|进入)(?!的)"
)
_PLANNED_AT = re.compile(r"将于|预[计定]|[计规]划|拟")
# 首期5亿元计划于今年9月底前到位, 余下五座将于2027年起陆续落成
_DUE = re.compile(
    r"[^，,。；;：:（(\d]{0,10}[，,]?(?:将|料|预[计定]|[计规]划|拟|有望|可望|力争|争取)[将可]?[于在]?\Z"
)
_DUE_PAID = re.compile(r"(?:计划|将|拟|预计|有望|力争)[于在]?\Z")
_PUT_IN = re.compile(r"新增|新建|扩建|建设|投入|采购|引进|购置|设立")
_COMES = re.compile(
    r"(?:[起底末初前]|陆续|全部|全面|分?[批期]|分阶段|正式|逐步|相继|先后|率先|[上下]半年|[春夏秋冬]季?)*"
    r"(?:落成|建成|竣工|交付|投产|投用|投入使用|完工|入驻|进驻|到位|发放|兑付|拨付|上岗|入学|就位)"
)
_BRACKET = re.compile(r"\s?[（(]\s?\Z")
_DELIVERED = re.compile(r"(?:左右|以上)?[，,]?(?:将于|将在|预计|料|可望|计划|拟于|于)?\Z")
_DELIVERY = re.compile(
    r"(?:[上下]半年|前后|年?底|[春夏秋冬]季?|\d{1,2}月|第?[一二三四]季度?)?(?:前)?(?:全部|正式|整体)?(?:竣工|建成|落成|交付|完工)"
)


def told_later(dated: Dated, quantity: Span, item: TimeExpression, unit: str) -> Period | None:
    """The period of an expression after a quantity: in brackets, of a meeting, of a completion."""
    key = dated.key
    gap = key[quantity.end : item.span.start]
    if _is_told_after(dated, quantity, item, unit):
        return period_from(item)
    if not (item.future or _PLANNED_AT.search(gap)) or item.past or unit in RATIOS:
        return None
    if (
        unit not in AREAS
        and _is_due(dated, quantity, unit, gap)
        and _COMES.match(key, item.span.end)
    ):
        period = period_from(item)
        return period if item.bearing is Bearing.SINCE else replace(period, start=None)
    if (
        unit == "mu"
        or unit in CURRENCY_CODES
        or not _DELIVERED.fullmatch(gap)
        or not _DELIVERY.match(key, item.span.end)
    ):
        return None
    stretch = item.stretch
    return None if stretch is None else Period(None, stretch.end[:4], item.span, item.anchor)


def _is_due(dated: Dated, quantity: Span, unit: str, gap: str) -> bool:
    """Whether words between a quantity and a time say that it is to come then."""
    if unit in CURRENCY_CODES:
        return bool(_DUE_PAID.fullmatch(gap))
    clause = holding(dated.parts, quantity.start)
    told = _PUT_IN.search(dated.key, clause.start, quantity.start)
    return bool(_DUE.fullmatch(gap)) and not (told and "，" in gap.replace(",", "，"))


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
    done = item.past and unit not in RATIOS and _DEED_AFTER.match(key, item.span.end)
    return bool(done and _DEED_BY.fullmatch(gap))
