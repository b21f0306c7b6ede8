"""Whether the time that an English text told before is that of a quantity, too."""

from __future__ import annotations

import re

from zjkg.measurement.dating_english import AREAS, INTENDED, NEW_VERB
from zjkg.measurement.units import CODES
from zjkg.model import Period, Span

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
    r"|expanded|came (?:in )?(?:to|at)|totall?ed|amounted to|accounted for|averaged)\b"
    r"|\b(?:made up|represented|accounted for) [^,;.]* of (?:that|those|the total)\b"
    r"|\b(?:growth|increase|rise|decline|fall|drop)\b[^,;.]{0,20} was\b"
)

# Gross profit margin was 70.0%, down 1.6 percentage points
_RESULT = re.compile(
    r"\b(?:revenues?|turnover|sales|profits?|loss(?:es)?|margin|income|earnings|ebitda|expenses"
    r"|expenditure|costs)\b[^;.]*?(?<!has )(?<!have )\b(?:was|were|amounted|rose|fell|grew|slipped"
    r"|increased|decreased|declined|narrowed|widened|reached|totall?ed|came|stood|climbed|dropped)\b",
    re.IGNORECASE,
)


def is_stretch(period: Period) -> bool:
    """Whether a period starts and ends, and is longer than a day."""
    start, end = period.start, period.end
    return start is not None and end is not None and len(start) < len("2020-01-01")


def flows_on(key: str, sentence: Span, quantity: Span, unit: str) -> bool:
    """Whether a rise, a fall or a sum told in the past tense is of the time told just before."""
    counted = unit not in CODES and _NUMBER_OF.search(key, sentence.start, quantity.start) is None
    if counted or unit in AREAS or INTENDED.search(key, sentence.start, quantity.start):
        return False
    return _FLOWED.search(key, sentence.start, min(quantity.end + 14, sentence.end)) is not None


def is_reported(key: str, sentence: Span, quantity: Span, unit: str) -> bool:
    """Whether a value is one of the results of the time that a firm reports on."""
    if unit not in CODES or INTENDED.search(key, sentence.start, quantity.start):
        return False
    return _RESULT.search(key, sentence.start, quantity.start) is not None


def goes_on(key: str, sentence: Span, quantity: Span) -> bool:
    """Whether a sentence (``It accounts for …``) speaks of the time of the one before it."""
    if INTENDED.search(key, sentence.start, quantity.start):
        return False
    if NEW_VERB.search(key, sentence.start, quantity.start):
        return False
    return _SAME_TIME.match(key, sentence.start, sentence.end) is not None
