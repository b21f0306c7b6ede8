"""Whether the time that an English text told before is that of a quantity, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zjkg.measurement import calendar_dates
from zjkg.measurement.attachment import Tree
from zjkg.measurement.calendar_dates import Stretch
from zjkg.measurement.candidates import Candidate
from zjkg.measurement.dated import Dated
from zjkg.measurement.english_cues import HAS_SINCE, INTENDED, NEW_VERB
from zjkg.measurement.time_expressions import Known
from zjkg.measurement.told_earlier import Told
from zjkg.measurement.trading_english import traded
from zjkg.measurement.units import AREAS, CODES
from zjkg.model import Period, Quantity, Span, Token

_SAME_TIME = re.compile(
    r"(?:It|This|That|They|These|Together|Combined|In total|Overall)\b"
    r"(?= (?:also |then |alone )?(?:(?:was|were)(?= (?:up|down|about|more|less|\d|the"
    r" (?:highest|lowest|first|equivalent)|equal|equivalent))|represents?|represented"
    r"|compares?|compared"
    r"|marks?|marked"
    r"|makes? up|made up|accounts? for|includes?|included|came|comes|reached|totall?ed|amounted"
    r"|brought|brings|adds? up|equals?|exceeded|had|made|did|won|gave|got|took|[a-z]+ed)\b)"
)
_NUMBER_OF = re.compile(
    r"\b[Nn]umber of\b[^,;.]* (?:rose|fell|grew|dropped|climbed|increased|declined)\b"
)
# slipped 2.5% to $108: what is told of the stretch of time that the sentence before named
_FLOWED = re.compile(
    r"(?<!has )(?<!have )(?<!had )\b(?:rose|fell|slipped|jumped|climbed|dropped|gained|lost|grew"
    r"|increased|declined|decreased|edged|slid|surged|soared|shrank|narrowed|widened|dipped|eased"
    r"|expanded|came (?:in )?(?:to|at)|totall?ed|amounted to|accounted for|averaged|contributed"
    r"|generated|earned|brought in)\b"
    r"|\b(?:made up|represented|accounted for) [^,;.]* of (?:that|those|the total)\b"
    r"|\b(?:growth|increase|rise|decline|fall|drop)\b[^,;.]{0,20} was\b"
)

# Gross profit margin was 70.0%, down 1.6 percentage points
_RESULT = re.compile(
    r"\b(?:revenues?|turnover|sales|profits?|loss(?:es)?|margin|income|earnings|ebitda|expenses"
    r"|expenditure|costs)\b[^;.]*?(?<!has )(?<!have )\b(?:was|were|amounted|rose|fell|grew|slipped"
    r"|increased|decreased|declined|narrowed|widened|reached|totall?ed|came|stood|climbed|dropped"
    r"|reduced|improved|edged)\b",
    re.IGNORECASE,
)
# Revenue of £14.2 million: the line of a list
_RESULT_LINE = re.compile(
    r"(?:[-•*–] )?(?:[A-Za-z&-]+ ){0,3}(?:revenues?|turnover|sales|profit|loss|margin|income"
    r"|earnings|ebitda|expenses|expenditure)(?: for the [a-z]+)? of\b",
    re.IGNORECASE,
)
_NEAR = 3  # blocks after which a report on a stretch of time is no longer gone on with
_STUDIED = re.compile(
    r"\b(?:patients?|trials?|stud(?:y|ies)|survey(?:ed)?|target price|price target)\b"
)
_BASE = re.compile(
    r"\b(?:from|against|versus|than|compared (?:with|to))\s(?:(?:just|only|an?) )?\Z"
)
_BASE_REACH = 24
_DEFINITE = re.compile(r"(?:the|these|those) ")
_OF_THAT = re.compile(r"\s(?:out )?of that\b")
_FROM = re.compile(
    r"(?: [a-z]+)?(?: (?:in|at|for) [^,;.]{1,20}?)? from"
    r" (?:about |around |nearly |some |just |only )?\Z"
)


def is_base(key: str, quantity: Quantity) -> bool:
    """Whether a value is only what another is compared with: its time is not gone on with."""
    low = max(0, quantity.span.start - _BASE_REACH)
    return _BASE.search(key, low, quantity.span.start) is not None


def is_stretch(period: Period) -> bool:
    """Whether a period starts and ends, and is longer than a day."""
    start, end = period.start, period.end
    return start is not None and end is not None and len(start) < len("2020-01-01")


def flows_on(key: str, sentence: Span, quantity: Span, unit: str) -> bool:
    """Whether a rise, a fall or a sum told in the past tense is of the time told just before."""
    if _OF_THAT.match(key, quantity.end, sentence.end):
        return INTENDED.search(key, sentence.start, quantity.start) is None
    counted = unit not in CODES and _NUMBER_OF.search(key, sentence.start, quantity.start) is None
    if counted or unit in AREAS or INTENDED.search(key, sentence.start, quantity.start):
        return False
    return _FLOWED.search(key, sentence.start, min(quantity.end + 14, sentence.end)) is not None


def is_reported(key: str, sentence: Span, quantity: Span, unit: str) -> bool:
    """Whether a value is one of the results of the time that a firm reports on."""
    if unit not in CODES or INTENDED.search(key, sentence.start, quantity.start):
        return False
    line = _RESULT_LINE.match(key, sentence.start, quantity.start)
    return line is not None or _RESULT.search(key, sentence.start, quantity.start) is not None


def before_change(key: str, last: Quantity | None, candidate: Span, unit: str) -> Period | None:
    """The time of what a value fell or rose from: of the same stretch of the year before.

    The number of deals fell to 57 from 71.
    """
    if last is None or last.unit != unit or last.period is None or not is_stretch(last.period):
        return None
    if _FROM.fullmatch(key, last.span.end, candidate.start) is None:
        return None
    start, end = last.period.start, last.period.end
    if start is None or end is None:
        return None
    stretch = calendar_dates.a_year_before(Stretch(start, end))
    return Period(stretch.start, stretch.end, None, last.period.anchor)


def of_whole(
    dated: Dated, candidate: Candidate, share: Span | None, before: Sequence[Quantity]
) -> Period | None:
    """The time of the number that a part is of: 86 firms came in May, and 31 of them make drugs.

    Of a number told in an earlier sentence only where this one is in the past tense, too.
    """
    if share is None:
        return None
    key = dated.key
    tense = Tree(dated.tokens).tense(candidate.span.end - 1)
    for each in reversed(before):
        here = each.span.start >= dated.sentence.start
        if tense == "perfect" or (tense != "past" and not here):
            continue
        end = each.span.end if each.counted is None else max(each.span.end, each.counted.end)
        if share.overlaps(Span(each.span.start, end)) and each.span.end <= candidate.span.start:
            return each.period
        if _DEFINITE.match(key, share.start) and _head(key, share) == _head(key, each.counted):
            return each.period
    return None


def _head(key: str, words: Span | None) -> str:
    return "" if words is None else words.of(key).rsplit(" ", 1)[-1].lower()


def goes_on(key: str, sentence: Span, quantity: Span) -> bool:
    """Whether a sentence (``It accounts for …``) speaks of the time of the one before it."""
    if INTENDED.search(key, sentence.start, quantity.start):
        return False
    if NEW_VERB.search(key, sentence.start, quantity.start):
        return False
    return _SAME_TIME.match(key, sentence.start, sentence.end) is not None


def english_told_before(
    dated: Dated, candidate: Candidate, told: Known, last: Told | None
) -> Period | None:
    """The time of a value without one: since the last, of the day, of the report, of the last."""
    key, sentence = dated.key, dated.sentence
    span, unit = candidate.span, candidate.unit or ""
    if told.stretch and HAS_SINCE.search(key, sentence.start, span.start):
        return Period(told.stretch.start, None, None, None)
    session = traded(dated, span, unit, told, last)
    if session is not None:
        return session
    if told.report is not None and is_reported(key, sentence, span, unit):
        return Period(told.report.start, told.report.end, None, None)
    if last is None:
        return None
    on = told_on(dated, span, unit, last)
    if on is not None:
        return on
    return last.period if goes_on(key, sentence, span) else None


def told_on(dated: Dated, quantity: Span, unit: str, last: Told) -> Period | None:
    """The stretch of time told before, where a value goes on with a report on it."""
    stretch = is_stretch(last.period) and _is_told_on(dated, quantity, unit, last.blocks)
    return last.period if stretch else None


def of_flow(dated: Dated, candidate: Candidate, period: Period, stretch: Period | None) -> Period:
    """The stretch told before, for what rose or fell until it ended, not only what there was then.

    Output was 5 billion last year. The park had 20 firms at the end of 2021, and output grew 9%.
    """
    if stretch is None or period.start is not None or period.end is None or not stretch.end:
        return period
    if candidate.unit not in CODES or not period.end.startswith(stretch.end[: len(period.end)]):
        return period
    flows = flows_on(dated.key, dated.sentence, candidate.span, candidate.unit)
    return stretch if flows else period


def _is_told_on(dated: Dated, quantity: Span, unit: str, blocks: int) -> bool:
    """Whether a value goes on with a report on a stretch of time that was told before.

    One in the past tense that no one only expects does so in the paragraph, and a rise, a fall or a
    sum some paragraphs later still; the results of a study never do.
    """
    tree = Tree(dated.tokens)
    tense = tree.tense(quantity.end - 1)
    if tense in ("present", "perfect"):
        return False
    if blocks <= _NEAR and flows_on(dated.key, dated.sentence, quantity, unit):
        return True
    if tense != "past" or blocks > 1 or unit not in CODES:
        return False
    if INTENDED.search(dated.key, dated.sentence.start, quantity.start):
        return False
    apart = _STUDIED.search(dated.key, dated.sentence.start, dated.sentence.end)
    return apart is None and not tree.reports(quantity.end - 1)


def without_asides(quantities: list[Quantity], tokens: tuple[Token, ...]) -> list[Quantity]:
    """The quantities, without the time of those in a clause that only says who is meant."""
    tree = Tree(tokens)
    if not tree.is_parsed:
        return quantities
    return [
        replace(each, period=None) if tree.is_apart(each.span.end - 1) else each
        for each in quantities
    ]
