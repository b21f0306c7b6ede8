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
_RESTATED = re.compile(r"\s?[(（](?:约合?|合|折合|相当于|about |around |approx\. |or |roughly )*\Z")
_OR = re.compile(r",? or (?:about |around )?\Z")
_MONEY_REACH = 14


def inherited(key: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
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
    for index, current in enumerate(result):
        if current.unit is None and current.numeral.scaled and _of_money(key, current, result):
            result[index] = replace(current, unit="CNY")
    return tuple(result)


def _of_money(key: str, candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether a bare 500亿 is money: its noun says so and the sentence has no other currency."""
    start = candidate.span.start
    if not _MONEY_BEFORE.search(key[max(0, start - _MONEY_REACH) : start]):
        return False
    currencies = {item.unit for item in others if item.unit in CURRENCY_CODES}
    return currencies <= {"CNY"}


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
