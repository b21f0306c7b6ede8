"""Whether a Chinese quantity without a date is about the time that an earlier sentence told."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from zjkg.measurement.candidates import Candidate
from zjkg.measurement.chinese_cues import AT_ANY_TIME, FLOW, FULLY, INTENDED, LEVEL
from zjkg.measurement.clauses import clauses, holding
from zjkg.measurement.dated import Dated
from zjkg.measurement.units import AREAS, CURRENCY_CODES, RATIOS
from zjkg.model import Period, Span

_POLICY = re.compile(r"给予|资助|补贴|补助|奖励|扶持|减免|最高(?:可|给|再|奖|补|支)|每年累计|收取")
_SAME_TIME = re.compile(r"与此同时|同期|其中|上述|首付款|这一数字|这些")
_TURN = re.compile(r"同时|此外|另外|[^，,。；;]{1,8}方面[，,]|[分按从][^，,。；;]{1,8}[看来][，,]")
_OF_THE_DAY = re.compile(
    r"(?:此次|本次)(?![^，,。；;]{1,8}的是)|同时|现场(?!看到|见到|了解|采访|获悉|参观)|仪式(?:上|开始[前后])|开幕[式礼]上|(?<![协工学年])会上"
)
# What people and firms do at a meeting; where it stands near the meeting's day it is of that day.
_AT_MEETING = re.compile(
    r"参会|参展|到场|与会|出席|登台|亮相|展出|路演|带来|举行|举办|开幕|参加|投出|拿出|展览面积"
)
_SAID = re.compile(r"(?:介绍|表示|透露|指出|说|称|回忆|坦言|建议)")
_BARE = re.compile(r"(?:已|首次|共|合计|约|仅|只有|高|则)*(?:达到?|为|增至|升至|降至)?")
_LEVEL_TOLD = re.compile(
    r"(?:(?:出租|预租|入驻|进驻|使用|空置)率|从业人员|员工|人才|职工|就业人数|企业|机构|人员)[^，,。；;\d]{0,6}(?:达到?|[为约]|共有|突破|超过?|占比)"
)
_HOURS = re.compile(r"[早午尾]盘|盘中|[开收]盘|[午收]市|复牌|[涨跌]停|收报|报收")
_NEAR = 2  # blocks after which a report is no longer gone on with
_QUOTED = re.compile(r"[“「『][^”」』]*\Z")
_EACH = re.compile(r"每|单[例价个]")
_DEAL_REACH = 6
_ISSUED = re.compile(r"发行|增资|招股|募[得资集]")
_DEAL = re.compile(r"收购|受让|转让|认购|协议[，,]?金额|合同|金额|首付|融资|出资|占股")


@dataclass(frozen=True, slots=True)
class Told:
    """The period told last, and how many blocks before."""

    period: Period
    blocks: int


def told_before(key: str, sentence: Span, quantity: Span, unit: str, told: Told) -> bool:
    """Whether a quantity without a date of its own is still about the time told before.

    It is where its sentence goes on with the report: 其中, 与此同时 or a further flow.
    """
    if _POLICY.search(key, sentence.start, sentence.end) or unit in AREAS:
        return False
    if INTENDED.search(key, sentence.start, quantity.start) or told.blocks > _NEAR:
        return False
    if FULLY.search(key, sentence.start, quantity.start):
        return False
    if AT_ANY_TIME.search(key, sentence.start, quantity.start):
        return False
    if _SAME_TIME.match(key, sentence.start, sentence.end):
        return True
    goes_on = not told.blocks or _TURN.match(key, sentence.start, sentence.end)
    return bool(goes_on) and told.period.start is not None and is_flow(key, sentence, quantity)


def goes_on(dated: Dated, candidate: Candidate, passed: tuple[tuple[str, Period], ...]) -> bool:
    """Whether a quantity is of the time told before because those beside it in its sentence are.

    It is where it is a share of that one, or the same kind of number of the next thing in a row:
    化学药营收81亿元，占45%；生物制品34亿元.
    """
    key, unit = dated.key, candidate.unit or ""
    clause = holding(dated.parts, candidate.span.start)
    before = key[clause.start : candidate.span.start]
    if INTENDED.search(before) or LEVEL.search(before) or unit in AREAS:
        return False
    if _EACH.search(before) or _QUOTED.search(before):
        return False
    if unit in RATIOS:
        return "占" in before
    return any(unit == each for each, _ in passed)


def is_level_told(key: str, sentence: Span, quantity: Span, unit: str, told: Told) -> bool:
    """Whether a paragraph goes on with what there was at a date: 截至年底…。从业人员达3万人."""
    if told.period.start is not None or unit in AREAS or unit in CURRENCY_CODES:
        return False
    if INTENDED.search(key, sentence.start, quantity.start):
        return False
    clause = holding(clauses(key, sentence), quantity.start)
    return bool(_LEVEL_TOLD.search(key, clause.start, quantity.start))


def is_planned(key: str, sentence: Span, quantity: Span) -> bool:
    """Whether a quantity is what is aimed at or expected: its time is not gone on with."""
    clause = holding(clauses(key, sentence), quantity.start)
    return INTENDED.search(key, clause.start, quantity.start) is not None


def is_flow(key: str, sentence: Span, quantity: Span) -> bool:
    """Whether a quantity is one of a flow: what there is more or less of in a stretch of time."""
    parts = clauses(key, sentence)
    clause = holding(parts, quantity.start)
    at = parts.index(clause)
    if at and _BARE.fullmatch(key, clause.start, quantity.start):  # 收入首次破亿，达到1.05亿元
        clause = Span(parts[at - 1].start, clause.end)
    if _OF_THE_DAY.search(key, sentence.start, quantity.start):
        return False
    return bool(FLOW.search(key, clause.start, quantity.start)) and not LEVEL.search(
        key, clause.start, quantity.start
    )


def is_of_the_day(dated: Dated, quantity: Span, unit: str, blocks: int) -> bool:
    """Whether a quantity (此次签约项目26个) is of the day of the event told so many blocks ago.

    What is said at a meeting (会上介绍，已有60家) is about other times.
    """
    key, sentence = dated.key, dated.sentence
    if _is_traded(dated, quantity, unit, blocks):
        return True
    if INTENDED.search(key, sentence.start, quantity.start):
        return False
    cues = list(_OF_THE_DAY.finditer(key, sentence.start, quantity.start))
    if not cues:
        return blocks <= 1 and _is_done_there(key, sentence, quantity, unit)
    match = cues[-1]
    if unit in CURRENCY_CODES and _DEAL.search(key, match.end(), quantity.end + _DEAL_REACH):
        return False
    if _ISSUED.search(key, match.end(), quantity.start):
        return False
    gap = key[match.end() : quantity.start]
    said = match[0].endswith(("上", "现场")) and _SAID.search(gap)
    return not (said or _QUOTED.search(gap) or _EACH.search(gap))


def _is_traded(dated: Dated, quantity: Span, unit: str, blocks: int) -> bool:
    """Whether a price or its move is of the hours of trading of the day told: 午后复牌封死涨停."""
    key, start = dated.key, dated.sentence.start
    if blocks > 1 or dated.usable or not (unit in CURRENCY_CODES or unit in RATIOS):
        return False
    if INTENDED.search(key, start, quantity.start) or _SAID.search(key, start, quantity.start):
        return False
    return _HOURS.search(key, start, quantity.start) is not None


def _is_done_there(key: str, sentence: Span, quantity: Span, unit: str) -> bool:
    """Whether a quantity counts who or what is at a meeting: 320家企业参展."""
    if unit in RATIOS or unit in CURRENCY_CODES:
        return False
    parts = clauses(key, sentence)
    clause = holding(parts, quantity.start)
    before = key[sentence.start : quantity.start]
    if _SAID.search(before) or _QUOTED.search(before) or LEVEL.search(before):
        return False
    return bool(_AT_MEETING.search(key, clause.start, clause.end))


def is_within(period: Period, others: list[Period]) -> bool:
    """Whether a stretch is a part of another one told beside it: 前三季度…，9月当月…."""
    start, end = period.start, period.end
    if start is None or end is None:
        return False
    return any(
        other.start is not None
        and other.end is not None
        and (other.start, other.end) != (start, end)
        and other.start <= start
        and end <= other.end[: len(end)]
        for other in others
    )


def passed_on(
    passed: tuple[tuple[str, Period], ...],
    candidate: Candidate,
    own: Period | None,
    period: Period | None,
) -> tuple[tuple[str, Period], ...]:
    """The units of a sentence's quantities that have the time of an earlier one, with that time."""
    if own is not None:
        return ()
    return passed if period is None else (*passed, (candidate.unit or "", period))


def is_ahead(period: Period, published: dt.date | None) -> bool:
    """Whether a stretch lies after the publication: what is told next is not of that time."""
    if published is None or period.start is None:
        return False
    return period.start > published.isoformat()[: len(period.start)]
