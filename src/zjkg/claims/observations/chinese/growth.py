"""Chinese words of growth, shares and results that stand between a measure and its value."""

from __future__ import annotations

import re

from zjkg.claims.observations.measured import RATIOS
from zjkg.model import Change, Quantity
from zjkg.patterns import compiled

_HEDGES = (
    r"(?:了|约|近|将近|接近|超过?|逾|不少于|不低于|不足|不到|至少|至多|至|到|为|达|大约|再|又"
    r"|个|在|近乎|高达|仅|只|几乎|率|出|有|可望|有望|落在|预计|介于)*"
)
# Each of these lists reads a row of words in one way only (略微 is 略 and 微, 达到 达 and 到), and
# what is compared with stands once: a lead of nothing but such words must not take for ever.
_BEFORE_GROWTH = (
    r"(?:同比|环比|按年|(?<![今去明前])年(?=[成增复])|按季|按月|年均|年化|比上年|较上年|实际"
    r"|名义|复合|累计|预计|有望|可望|料|将|可"
    r"|再|又|还|继续|进一步|一度|略|微|稍|明显|显著|逐年|持续|连年|要|去年|今年|明年|全年|小幅"
    r"|大幅|率先|平均|提前|比|较){0,12}?"
)
_COMPARED = rf"{_BEFORE_GROWTH}(?:(?:[比较]|相比)[^，。；]{{1,20}}?{_BEFORE_GROWTH})?"
_VERBS = (
    r"(?:高开|低开|重挫|贵|收涨|收跌|压缩|激增|大增|劲升|飙升|上调|下调|调升|调降|加快|放缓|改善|增长率?|成长率?|增加|提升|提高|上升|上涨|上扬|攀升|回升|扩大|扩张|下降|减少|降低|下滑"
    r"|回落|收窄|缩短|缩减|缩水|萎缩|衰退|高出|低出"
    r"|(?<!最)多出|少了|翻了?|[年季月][增减]|增|减|跌|降|升|涨|(?<=[^最新较])高|(?<=[^最降])低|(?<!最)多|(?<![至最])少)"
)
_GROWTH = compiled(rf"{_COMPARED}{_VERBS}{_HEDGES}[（(“]?\Z")
_CHANGED = compiled(
    rf"(?:(?P<verb>负?(?:{_VERBS}|飙|倒退|跌去|掉))(?P<said>{_HEDGES})"
    r"|(?P<noun>增速|增幅|增长率|成长率|涨幅|升幅|[降跌减]幅)[^，。；]{0,10}?(?:为|是|达|约|近|超过?|高达|仅|有|在)*)[（(“]?\Z"
)
_CHANGES_AFTER = re.compile(
    r"[）)]?(?:以上|左右|上下)?的?(?:同比|环比|年均|年度|年|复合|平均|实际|名义|高速|两位数)*"
    r"(?P<noun>(?:负?增长|增速|增幅|涨幅|升幅|成长|上升|升|提升|[降跌减]幅|下降|下滑|下跌|跌|减少|衰退|萎缩)(?![至到的后]))"
)
_FALLING = re.compile(r"[负跌降减缩窄萎衰落滑挫缓低少下退掉]")
_APART = re.compile(
    r"(?P<noun>[高低])[于出过][^，。；]{1,14}?(?<!的)(?:约|近|逾|超过?|整整|将近)*\Z"
)
_REACHED = re.compile(r"\A(?:了|已)?(?:至(?![少多])|到)")  # 增至30%: what it came to is a level
_RATE = re.compile(r"(?:年均|同比|复合|平均|年)*(?P<rate>增速|增幅|降幅|涨幅|跌幅|升幅|减幅)")
_YEARLY = re.compile(  # 年复合增长率约6.5% says what it is itself
    r"(?P<rate>年?(?:复合|年均|平均)年?(?:增长率|成长率|增速|增幅))[^，。；\d]{0,8}\Z"
)
_PART = re.compile(r"(?P<rate>比重|占比|份额|比例)(?=[较比])")
_UNITS = frozenset({"%", "百分点", "times", "ratio", "score"})
_MORE_OF_IT = re.compile(
    r"(?:同比|环比|[比较][^，。；]{1,16})(?:再|又|还)?(?:多出?|少|增加|减少|(?<!净)增)了?\Z"
    r"|\A(?:再|又|还)?(?:下跌|上涨|涨|跌|下挫|回落|攀升)了?\Z"  # 股价收47元，下跌0.65元
)
_COMPARISON = re.compile(
    r"(?:较|已?超[越过]|比|相比|高于|低于|相当于|[是为]现有)[^，。；]{0,12}的?\Z"
)
_AMONG = re.compile(r"其中[^，。；]{0,16}的(?:有|为|共|约|超过?|近)*\Z")
_TIMES_OF = re.compile(r"(?:是|为|相当于|约为|约合)[^，。；]{1,14}的(?:近|约|逾)?\Z")
_RESULT = re.compile(
    r"(?:将|(?<![许认])可|有望|可望|预计|已|已经|再|又|进一步|(?<![产功性效智职])能|(?<![主需])要|力争|(?<!偿)还|(?<!合)并|明年|今年|届时|全年|后|，"
    r"|\d{4}年|年底)*"
    r"(?:(?:发展|壮大|[增升降减扩提缩压拓跌涨回收推调翻倍上下拉恢做攀滑砍蹿冲跃][一-鿿]?)[至到]|达到?|突破|跨越|完成|实现|合计|共计|总计"
    r"|合共)"
    r"(?:约|近|逾|每[天日月年]|了|超过?|不少于|不低于|(?:目前|现在|如今|现时|\d{1,2}月(?:[上中下]旬|[底末初])?)的?)*\Z"
    # 股价15日收报11元
    r"|(?<=价)(?:(?:\d{1,2}|[昨今])[日天])?(?:收报|报收于?|收[于在]|报)(?:约|近)?\Z"
)
_SHARE = re.compile(
    r"(?:[仅只已约也均还就将可]|要|贡献|能|有望|大约|合计|共|总共|目前|现在|眼下"
    r"|即)*(?<!应)占(?![比股地用]|有率)(?:到|了|据|有|总体)?(?P<whole>[^，。；]{0,20})\Z"
)
_OF_WHOLE = re.compile(
    r"(?:仅|只|还|仍|大约)*(?:不到|不足|超过?|相当于|约为|仅为|仅|达|近|为|约)[^，。；剩]{1,12}的\Z"
)
_SHARED_NOUN = re.compile(
    r"(?:的|所占的?)(?:比重|比例|份额|占比)(?:为|达到?|约|超过?|近|已|逾|从|由|高达|仅)*\Z"
)


def growth(lead: str, quantity: Quantity) -> int | None:
    """Where words of growth right before a value begin; None where there are none."""
    if quantity.unit not in _UNITS:
        match = _MORE_OF_IT.search(lead)
        return None if match is None else match.start()
    match = _GROWTH.search(lead)
    return None if match is None else match.start()


def growing(lead: str, trail: str, quantity: Quantity) -> Change | None:
    """By the words right before and after a share, whether it says how much something changed.

    Percentage points also tell how far one rate lies from another: 高于全市5个百分点.
    """
    before = _CHANGED.search(lead)
    if before is None and quantity.unit == "百分点" and (apart := _APART.search(lead)):
        return Change.DECREASE if _FALLING.search(apart["noun"]) else Change.INCREASE
    if before is not None:
        if before["verb"] and _REACHED.match(before["said"]):
            return None
        words = before["verb"] or before["noun"]
    else:
        after = _CHANGES_AFTER.match(trail)
        if after is None:
            return None
        words = after["noun"]
    return Change.DECREASE if _FALLING.search(words) else Change.INCREASE


def rate(lead: str) -> tuple[int, int] | None:
    """Where a noun of growth or of a share stands that begins a clause: 增速较一季度回升."""
    match = _RATE.search(lead) or _PART.match(lead)
    return None if match is None else match.span("rate")


def yearly_rate(lead: str) -> tuple[int, int] | None:
    """Where a rate of several years stands before a value: 年均增速."""
    match = _YEARLY.search(lead)
    return None if match is None else match.span("rate")


def leans(lead: str, quantity: Quantity) -> bool:
    """Whether a value only compares with the one before: 较去年的…, 是现有产能的四倍."""
    if quantity.unit in ("times", *RATIOS) and _TIMES_OF.search(lead):
        return True
    if _AMONG.search(lead):
        return True
    return _COMPARISON.fullmatch(lead) is not None


def result(lead: str) -> int | None:
    """Where words like 增至, 突破 right before a value begin."""
    match = _RESULT.search(lead)
    return None if match is None else match.start()


def share(lead: str, quantity: Quantity) -> int | None:
    """Where 占…的 before a value begins."""
    if quantity.unit not in RATIOS:
        return None
    match = _SHARE.search(lead) or _OF_WHOLE.search(lead)
    return None if match is None else match.start()


def is_share_noun(lead: str) -> bool:
    """Whether …的比重 stands before a value."""
    return _SHARED_NOUN.search(lead) is not None
