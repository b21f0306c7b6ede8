"""Whether a time told in an earlier clause still holds for a Chinese quantity."""

from __future__ import annotations

import re

from zjkg.measurement.chinese_cues import FLOW, FULLY, INTENDED, LEVEL
from zjkg.measurement.dated import Dated, is_total
from zjkg.measurement.time_expressions import Bearing, TimeExpression
from zjkg.measurement.units import AREAS
from zjkg.model import Span

_CEILING = re.compile(r"给予|最高(?:可|给|再|奖|补|支)|每年累计|收取")
_NEW_AREA = re.compile(
    r"收回|退租|新增|新建|竣工|开工|成交|出租|租赁|收储|供应|出让|交付|签约|盘活|腾退|建成(?!后)"
)
_HAPPENED = re.compile(
    r"完成|获(?!批准?上市)|把|买|购|交还|出售|关闭|签|融资|募资|收购|(?<!总)投资(?!机构|者)|筹集|达成|宣布|举行|举办|启动|兑付|发放|采购|推出|发布|引进|签约|落户|新增"
)
_ENDED = re.compile(r"(?:[底末]|年(?:之|以)?前)\Z")
_ENDS = ("底", "末")
_AS_OF = re.compile(r"截[至止]|[到至]")
_BASE_OF_RISE = re.compile(r"[由从](?:约|近)?\Z")
_RISES = re.compile(r"(?:左右)?(?:[^，,。；;\d]{0,2})(?:提|增|扩|升|拉高|上升)")
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
# 9月8日获批上市，单价6800元: what one piece, month or treatment costs has no date either
_PRICE_OF_ONE = re.compile(
    r"(?:单价|售价|定价|收费|租金|招股价|配发率|治疗费用?)[^，,。；;\d涨跌升降挫飙]{0,8}\Z"
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
_STARTS = re.compile(r"[^，,。；;]{0,6}(?:开工|动工|奠基|破土)")
_SPOKEN = re.compile(
    r"(?:(?:表示|介绍|透露|指出|坦言|[^小传据]说)(?:道|称)?[，,：:]|[：:]\s?[“「『])\Z"
)
# 今年必须…”信中还说: a time inside a quotation does not hold behind it
_QUOTED_BEFORE = re.compile(r"[^“「『”」』]*[”」』]")
_IS_DONE = re.compile(
    r"(?<!不)[拿收得签]到?了|获得了|已经?(?![^，,。；;]{0,8}[将拟])|[完落签建]成了"
)
_PRICE_NOW = re.compile(r"目标价|股价|[现收]价")
# 甲5亿元；乙4亿元，三季度多出1亿元；丙…: a time inside one item of a list is of that item
_INSIDE_LATER_PART = re.compile(r"\d[^，,\d]{0,40}[，,]")
# 将于明年启动试验，拟入组450人: a plan or rule beside the one that is dated has no time
_PLAN_BESIDE = re.compile(r"拟(?!合|于|在)|每[年月]")
_DUTY = re.compile(r"要求|约定|规定|原[定拟](?![^，,。；;]*的)|原计划")
# 包括上月递交招股书的某公司，以及…: the time of a relative clause ends with it
_RELATIVE_BEFORE = re.compile(r"(?:包括|包含|例如|比如|[如像由与和对向]|以及)\Z")
_RELATIVE = re.compile(r"[^，,。；;]{1,24}的[^，,。；;的\d]{2,}")
_ASIDE_BEFORE = re.compile(r"而\Z")  # 而2023年仅有6180万元；…: told only for contrast


def is_event(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
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


def is_spent(dated: Dated, item: TimeExpression, quantity: Span) -> bool:
    """三年内投入6000万元: how long the spending takes, not when."""
    return bool(
        _SPAN_OF_YEARS.search(dated.key, item.span.start, item.span.end)
        and _SPENT_OVER.match(dated.key, item.span.end, quantity.end)
    )


def carries(dated: Dated, item: TimeExpression, quantity: Span, unit: str, clause: Span) -> bool:
    """Whether an adverbial of an earlier clause still holds for a quantity."""
    key = dated.key
    if _is_left_behind(dated, item, quantity, clause):
        return False
    static = unit in AREAS and not _NEW_AREA.search(key, clause.start, quantity.start)
    begun = _STARTS.match(key, item.span.end) is not None
    if static and (begun or not (item.future or item.bearing is Bearing.UNTIL)):
        return False
    turned = INTENDED.search(key, item.span.end, quantity.start)
    if item.bearing is not Bearing.WITHIN and not is_event(dated, item, quantity):
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
            _ends_at_semicolon(dated, item)
            and any(mark in "；;" for mark in key[end : clause.start])
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
        or (
            item.future
            and item.bearing is Bearing.WITHIN
            and _PLAN_BESIDE.search(key, clause.start, quantity.start)
        )
        or (item.past and _DUTY.search(key, clause.start, quantity.start))
        or _is_of_relative(key, item, clause)
        or is_spent(dated, item, quantity)
        or _is_lasting(dated, item, quantity, clause)
    )


def _is_of_relative(key: str, item: TimeExpression, clause: Span) -> bool:
    """Whether a time stands in a clause before a noun that ends before the quantity's clause."""
    start, end = item.span.start, item.span.end
    opened = _RELATIVE_BEFORE.search(key, max(0, start - 2), start)
    match = _RELATIVE.match(key, end, clause.start) if opened else None
    return bool(match and key[match.end() : match.end() + 1] in "，,；;")


def _ends_at_semicolon(dated: Dated, item: TimeExpression) -> bool:
    """Whether a time holds for one part of a sentence: 自…以来, one told for contrast."""
    since = item.bearing is Bearing.SINCE and not item.future
    key, low, start = dated.key, dated.sentence.start, item.span.start
    mark = max(key.rfind(each, low, start) for each in "；;")
    aside = mark >= 0 and _INSIDE_LATER_PART.search(key, mark, start)
    return since or bool(aside or _ASIDE_BEFORE.search(key, low, start))


def _is_lasting(dated: Dated, item: TimeExpression, quantity: Span, clause: Span) -> bool:
    """Whether a clause goes on with what one project costs, or with what a new rule grants."""
    key, end = dated.key, item.span.end
    if _PRICE_OF_ONE.search(key, clause.start, quantity.start):
        return item.bearing is not Bearing.UNTIL
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
    return level is None or (is_long(item) and level[0] in ("累计", "已"))


def _is_base_of_rise(dated: Dated, quantity: Span, clause: Span) -> bool:
    """年产能可由36万组提高到60万组: what is so before the time that is told."""
    ahead = any(item.future and item.span.end <= quantity.start for item in dated.usable)
    base = _BASE_OF_RISE.search(dated.key, clause.start, quantity.start)
    return bool(ahead and base and _RISES.match(dated.key, quantity.end))


def is_long(item: TimeExpression) -> bool:
    """Whether an expression names a stretch with two ends, in which a sum is run up: 一年来."""
    return item.stretch is not None and item.stretch.start != item.stretch.end


def _is_year(item: TimeExpression) -> bool:
    return item.stretch is not None and len(item.stretch.end) == len("2020")
