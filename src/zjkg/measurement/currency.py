"""Money: units that a list shares, and one amount written in two currencies."""

from __future__ import annotations

import re
from dataclasses import replace

from zjkg.measurement.candidates import Candidate
from zjkg.measurement.units import CURRENCY_CODES
from zjkg.model import Comparator, Quantity, Span

_LIST_GAP = re.compile(r"\s?(?:、|和|与|及|以及|,|，|and|, and)\s?\Z")
_MONEY_BEFORE = re.compile(
    r"(?:金额|投资额?|产值|收入|营收|销售额|市值|规模|融资|募资|总额|资金|产业)(?:为|达到|达|超过?|约|近|逾|突破|将|的|了){0,3}\Z"
)
_RESTATED = re.compile(r"\s?[(（](?:约|合|折合|相当于|about |around |approx\. |or |roughly )*\Z")
_OR = re.compile(r",? or (?:about |around )?\Z")
_MONEY_REACH = 14


_TAIWAN_MONEY = re.compile(r"新台币|台币|民国\d{2,3}年|NT\$")
_TAIWAN = re.compile(
    r"台湾|台北|新北市|桃园|新竹|苗栗|台中|彰化|云林|嘉义|台南|高雄|屏东|宜兰|花莲|竹北|竹科|中科|南科|南港"
    r"|兴柜|柜买|证交所|卫福部|食药署|经济部|国科会|科技部|中研院|工研院"
    r"|生技|生医|执行长|法说会|每股盈余|每股纯益|合并营收|年增"  # words of its press
)
_HONG_KONG_MONEY = re.compile(r"港元|港币|HK\$")
_HONG_KONG = re.compile(
    r"香港|港交所|联交所|港股|港府|立法会|恒指"
    r"|孖展|招股|入场费|每手|暗盘|本港"  # words of its press
)
_SIGNS_OF_HONG_KONG = 3
_AMERICA = re.compile(  # the Chinese press of the United States writes its dollars as 元
    r"麻州|麻省|波士顿|纽约|加州|旧金山|湾区|硅谷|矽谷|洛杉矶|圣地牙哥|圣地亚哥|西雅图|芝加哥|德州|休斯敦"
    r"|费城|新泽西|马里兰|北卡|华府|剑桥市|哈佛|麻省理工"
)
_SIGNS_OF_AMERICA = 3
_MAINLAND = re.compile(r"人民币")
_SIGNS_OF_TAIWAN = 3


def local_currency(key: str, *, traditional: bool) -> str:
    """What a bare 元 is in an article: the yuan, unless an article in traditional script says.

    Money or several institutions and cities of Taiwan, Hong Kong or the United States make it
    their dollar.
    """
    if not traditional:
        return "CNY"
    of_hong_kong = len(_HONG_KONG.findall(key)) + len(_HONG_KONG_MONEY.findall(key))
    signs = (
        ("TWD", _TAIWAN_MONEY.search(key) is not None),
        ("HKD", of_hong_kong >= _SIGNS_OF_HONG_KONG),
        ("CNY", _MAINLAND.search(key) is not None),
        ("HKD", _HONG_KONG_MONEY.search(key) is not None),
        ("USD", len(set(_AMERICA.findall(key))) >= _SIGNS_OF_AMERICA),
        ("TWD", len(set(_TAIWAN.findall(key))) >= _SIGNS_OF_TAIWAN),
    )
    return next((code for code, holds in signs if holds), "CNY")


def localized(key: str, candidates: tuple[Candidate, ...], code: str) -> tuple[Candidate, ...]:
    """The candidates, a bare 元 (not 人民币) read as the currency of the article."""
    return tuple(
        replace(item, unit=code) if item.unit == "CNY" and _is_bare(key, item) else item
        for item in candidates
    )


def _is_bare(key: str, candidate: Candidate) -> bool:
    span = candidate.span
    return "元" in span.of(key) + key[span.end : span.end + 1] and not _MAINLAND.search(
        key, span.start, span.end + 3
    )


def inherited(key: str, candidates: tuple[Candidate, ...], code: str) -> tuple[Candidate, ...]:
    """The candidates with the units that they share with a neighbour or take from the noun."""
    result = list(candidates)
    for index in range(len(result) - 2, -1, -1):
        current, following = result[index], result[index + 1]
        if (
            current.unit is None
            and following.unit is not None
            and _LIST_GAP.match(key[current.span.end : following.span.start])
        ):
            result[index] = replace(current, unit=following.unit)
    for index in range(1, len(result)):
        result[index] = _with_shared_limit(key, result[index - 1], result[index])
    for index, current in enumerate(result):
        if (
            current.unit is None
            and current.numeral.scaled
            and _of_money(key, current, result, code)
        ):
            result[index] = replace(current, unit=code)
    return tuple(result)


def _with_shared_limit(key: str, first: Candidate, second: Candidate) -> Candidate:
    """最高300万元、500万元: the limit before the first amount holds for the list."""
    if first.comparator is not Comparator.AT_MOST or second.comparator is not Comparator.EQUAL:
        return second
    if first.unit != second.unit or not _LIST_GAP.match(key[first.span.end : second.span.start]):
        return second
    return replace(second, comparator=Comparator.AT_MOST)


def _of_money(key: str, candidate: Candidate, others: list[Candidate], code: str) -> bool:
    """Whether a bare 500亿 is money: its noun says so and the sentence has no other currency."""
    start = candidate.span.start
    if not _MONEY_BEFORE.search(key[max(0, start - _MONEY_REACH) : start]):
        return False
    currencies = {item.unit for item in others if item.unit in CURRENCY_CODES}
    return currencies <= {code}


def linked(key: str, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities, those in brackets after an amount of another currency linked to it."""
    result = list(quantities)
    for index in range(1, len(result)):
        first, second = result[index - 1], result[index]
        if not (first.unit in CURRENCY_CODES and second.unit in CURRENCY_CODES):
            continue
        if first.unit == second.unit:
            continue
        between = Span(first.span.end, second.span.start).of(key)
        if _RESTATED.match(between) or _OR.match(between):
            result[index] = replace(
                second,
                equivalent_to=index - 1,
                period=first.period,
                share_of=first.share_of,
                comparator=_shared(first, second),
            )
    return tuple(result)


def _shared(first: Quantity, second: Quantity) -> Comparator:
    """The restatement takes the bound of the amount it restates unless it has its own."""
    return first.comparator if second.comparator is Comparator.EQUAL else second.comparator
