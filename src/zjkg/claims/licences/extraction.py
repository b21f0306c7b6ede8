"""Observations about trade in licences, with the direction that the words give."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.model import (
    Evidence,
    LicenceTrade,
    Measurement,
    Observation,
    Span,
    TradeDirection,
)

_OUT: Final = (
    r"对外(?:技术)?(?:许可|授权)|(?:许可|授权)(?:转出|出海|输出)|出海(?:授权|许可)"
    r"|(?<![A-Za-z])(?:licen[cs](?:e|ing)[- ]?out(?![A-Za-z])|out-?licen[cs]\w+|licen[cs]ed out\b)"
)
_IN: Final = (
    r"(?:许可|授权)(?:引进|转入|输入)|引进(?:许可|授权)|(?<=跨境)引进交易"
    r"|(?<![A-Za-z])(?:licen[cs](?:e|ing)[- ]?in(?![A-Za-z])|in-licen[cs]\w+|licen[cs]ed in\b)"
)
_PLAIN: Final = (
    r"(?:跨境)?(?:技术|专利|成果)?(?:许可|授权)(?=交易|项目|合同|金额|总额|收入)"
    r"|\b(?:cross-border )?(?:patent |technology |drug |R&D )?licen[cs]ing"
    r"(?= (?:revenue|deal|transaction|contract|income|fee|agreement|trade|value))"
)
_TRADE: Final = re.compile(f"(?P<out>{_OUT})|(?P<in>{_IN})|(?P<plain>{_PLAIN})", re.IGNORECASE)
_HEAD: Final = re.compile(
    r"交易|金额|总额|成交|合同额|\b(?:deals?|revenues?|transactions?|contracts?|value|amount|income)\b",
    re.IGNORECASE,
)
_PAYMENT: Final = re.compile(r"首付|里程碑|预付|\b(?:upfront|milestone|royalt\w+)\b", re.IGNORECASE)
_GIVES: Final = re.compile(r"\bgrant\w*|\bgiv\w+|转出|输出|许可给|授权给", re.IGNORECASE)
_GETS: Final = re.compile(
    r"\bgett?\w*|\bobtain\w*|\breceiv\w+|引进|转入|输入|获得许可|获得授权", re.IGNORECASE
)


def find_licence_trades(
    reading: Reading, observed: tuple[Observation, ...], measurement: Measurement
) -> tuple[LicenceTrade, ...]:
    """Which observations are about trade in licences, in the order of the observations.

    The words of the measure decide; a bare head such as 交易金额 takes the words that its
    sentence says before the number. One wording has one direction in an article.
    """
    found = [
        trade
        for number, item in enumerate(observed)
        if (trade := _trade(reading, number, item, measurement)) is not None
    ]
    known: dict[str, LicenceTrade] = {}
    for trade in found:
        if trade.direction is not None:
            known.setdefault(_measure(reading, observed[trade.observation]), trade)
    return tuple(_completed(reading, trade, observed, known) for trade in found)


def _completed(
    reading: Reading,
    trade: LicenceTrade,
    observed: tuple[Observation, ...],
    known: dict[str, LicenceTrade],
) -> LicenceTrade:
    other = known.get(_measure(reading, observed[trade.observation]))
    if trade.direction is not None or other is None:
        return trade
    return replace(trade, direction=other.direction, evidence=other.evidence)


def _measure(reading: Reading, item: Observation) -> str:
    return "" if item.measure is None else item.measure.of(reading.key).lower()


def _trade(
    reading: Reading, number: int, item: Observation, measurement: Measurement
) -> LicenceTrade | None:
    if item.measure is None or _PAYMENT.search(item.measure.of(reading.key)):
        return None
    match = _TRADE.search(reading.key, item.measure.start, item.measure.end)
    rule = "licence-measure"
    if match is None and _HEAD.search(item.measure.of(reading.key)):
        end = measurement.quantities[item.quantity].span.start
        before = list(_TRADE.finditer(reading.key, item.evidence.sentence.start, end))
        match = before[-1] if before else None
        rule = "licence-sentence"
    if match is None:
        return None
    words = Span(*match.span())
    sentence = reading.sentence_at(words.start)
    if not sentence.covers(words):
        return None
    if match["plain"] is None:
        direction = TradeDirection.OUT if match["out"] else TradeDirection.IN
        return LicenceTrade(number, direction, Evidence(sentence, (words,)), rule)
    gives = _GIVES.search(reading.key, sentence.start, sentence.end)
    gets = _GETS.search(reading.key, sentence.start, sentence.end)
    if gives is None or gets is None:
        return LicenceTrade(number, None, Evidence(sentence, (words,)), rule)
    focus = tuple(sorted({words, Span(*gives.span()), Span(*gets.span())}))
    return LicenceTrade(number, TradeDirection.BOTH, Evidence(sentence, focus), rule)
