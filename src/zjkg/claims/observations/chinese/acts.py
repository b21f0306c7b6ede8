"""What the words behind a Chinese number say of it: what it is for, what a part does or goes to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.model import Span

_SPENT = re.compile(
    r"(?:投资|投入|斥资|出资|耗资|再投|投下|(?<![一-鿿])投)了?"
    r"(?:约|近|逾|超过?|不超过|不少于|总额|金额|达|新台币|人民币|港币|至少|共)*\Z"
)
_BUILT = re.compile(
    r"(?:左右|以上|上下)?(?:[（(][^）)]{1,24}[）)])?，?(?:用于|用来|以)?(?:在[^，。；]{1,24}?)?"
    r"(?P<act>建设|设立|兴建|打造|扩建|新建|建造|筹建|组建|建立|成立|兴办|建(?=厂))了?"
    r"(?P<name>[^，。；、（(]{1,24})"
)
_GIVEN = re.compile(r"给予|最高|提供|享受|予以|按[^，。；]{0,14}的?(?=\Z|\d)|、\d|每\w{1,4}\Z")
_SUPPORT = re.compile(
    r"(?:、[^，。；、]{1,10}元)*(?:以内)?的?(?:予以|给予)?(?:一次性|资金|财政)?"
    r"(?P<name>扶持|奖励|补贴|补助|资助|支持|贴息)"
)
_BOUGHT = re.compile(
    r"(?:收购|取得|受让|认购|购得|买下|获得|入股)[^，。；]{1,30}?(?P<name>股权|股份|权益)"
)
_STAKE = re.compile(r"的?(?P<name>股权|股份|权益|股本)")
_INNER = re.compile(r"扶持|奖励|补贴|补助|资助|支持|融资|投资|罚款")
_ADVERBS = (
    r"(?:以上|左右|上下|多|均|都|全部|将|正在|正|已经|已|则|也|尚|仍|目前|可望|有望|可以|可"
    r"|在[^，。；]{1,8}[前后中内])*"
)
_TO = (
    r"(?:成为|为|是|来自于?|投向|流向|用于|用作|用在|属于?|处于|聚焦|集中在|集中于|面向|销往"
    r"|[^，。；、]{0,12}(?:设立|建立|开设|成立|布局建设))(?:了|于|在)?"
)
_WHOSE = (
    r"(?:[^，。；、]{1,20}的(?=[^，。；、的]{2,8}(?:[，。；、]|\Z)))?"  # 用于核心产品的(临床开发)
)
_GOAL = rf"{_WHOSE}(?P<goal>[^，。；！？“”（()）、]{{2,24}})"
_DEED = (
    r"(?:合共|共同?|把|将)?(?P<act>(?:与[^，。；\d]{2,20}(?=[有相]关)"
    r"|[^，。；、！？“”（()）\d的以元及和与来自占])[^，。；！？“”（()）\d]{1,17})(?!\d)"
)
_ACT = re.compile(rf"(?:的(?:企业|公司|人))?{_ADVERBS}(?:(?P<to>{_TO}){_GOAL}|{_DEED})")


@dataclass(frozen=True, slots=True)
class Act:
    """What a part does, or with ``goal`` what it goes to."""

    span: Span
    goal: bool


def is_spent(lead: str) -> bool:
    """Whether a verb of spending stands right before a value."""
    return _SPENT.search(lead) is not None


def built(key: str, start: int, end: int) -> tuple[Span, bool] | None:
    """The words that name what money behind them builds; whether the verb belongs to them."""
    match = _BUILT.match(key, start, end)
    if match is None:
        return None
    whole = match["act"] == "建"
    return Span(match.start("act") if whole else match.start("name"), match.end("name")), whole


def given(lead: str, key: str, start: int, end: int) -> Span | None:
    """The support that an amount is: 最高300万元(资助), 按30%予以(补贴)."""
    match = _SUPPORT.match(key, start, end) if _GIVEN.search(lead) else None
    return None if match is None else Span(*match.span("name"))


def bought(lead: str, key: str, start: int, end: int) -> Span | None:
    """The shares that 以N元 buys."""
    if "以" not in lead[-8:]:
        return None
    match = _BOUGHT.match(key, start, end)
    return None if match is None else Span(*match.span("name"))


def stake(key: str, start: int, end: int) -> Span | None:
    """The shares that a percentage is of: 三成(股权)."""
    match = _STAKE.match(key, start, end)
    return None if match is None else Span(*match.span("name"))


def inner(key: str, start: int, end: int) -> Span | None:
    """A noun between hedge and number: 最高(补助)300万元."""
    match = _INNER.search(key, start, end)
    return None if match is None else Span(*match.span())


def done(key: str, start: int, end: int) -> Act | None:
    """What a part does (六成从事X), or what it goes to (六成用于X)."""
    match = _ACT.match(key, start, end)
    if match is None:
        return None
    goal = match["to"] is not None
    return Act(Span(*match.span("goal" if goal else "act")), goal)
