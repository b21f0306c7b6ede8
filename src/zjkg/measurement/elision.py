"""Counts whose noun is left out, since it was just named: the total rose to more than 2,050."""

from __future__ import annotations

import re

from zjkg.measurement.candidates import Candidate
from zjkg.measurement.units import CODES, ENGLISH_DURATIONS
from zjkg.model import Span

_LEADS = re.compile(
    r"(?:\b(?:reach(?:es|ed|ing)?|total(?:s|led|ling)?|number(?:s|ed|ing)?|pass(?:es|ed|ing)?"
    r"|to|from|against|at"
    r"|hit(?:s|ting)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|stands? at|is|was|of|versus"
    r"|than|and)\s(?:between )?)\Z"
)
_FOLLOWS = re.compile(
    r"\s?(?:[,;.)]|\Z|$|\s(?:by|in|at|as of|as|last|this|now|up|from|and|to|since|over|within"
    r"|before|earlier"
    r"|(?:a|two|three|four|five|ten|\d+) (?:years?|months?))\b|[“”\"])"
)
_NUMBER_OF = re.compile(
    r"\b[Nn]umber of (?:[\w’'-]+ ){0,4}?(?P<noun>(?!its\b|this\b)[a-z][\w-]*s)\b"
)
_NUMBERING = re.compile(r"(?P<noun>[a-z][\w-]*s) (?:now |currently )?number(?:s|ed|ing)?\s\Z")
_OF_THEM = re.compile(r"\s(?:of (?:them|these|those|which|whom)|others)\b")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_REACH = 120
_HEDGE_REACH = 40


def elided_noun(key: str, sentence: Span, candidate: Candidate, named: str | None) -> str | None:
    """The noun that an English number without one counts.

    ``named`` is the noun that the number before it counted, in this sentence or the last.
    """
    value = candidate.numeral.value
    if value != value.to_integral_value() or _YEAR.fullmatch(candidate.numeral.span.of(key)):
        return None
    start = candidate.span.start
    low = max(sentence.start, start - _HEDGE_REACH)
    if _OF_THEM.match(key, candidate.span.end, sentence.end) is not None:
        return named
    if (match := _NUMBERING.search(key, low, start)) is not None:
        return match["noun"]
    hedged = start != candidate.numeral.span.start
    if not hedged and _LEADS.search(key, low, start) is None:
        return None
    if _FOLLOWS.match(key, candidate.span.end, sentence.end) is None:
        return None
    counted = [
        match["noun"]
        for match in _NUMBER_OF.finditer(key, max(sentence.start, start - _REACH), start)
    ]
    return counted[-1] if counted else named


def counted_unit(candidate: Candidate) -> str | None:
    """The noun that a candidate counts, None where it has a unit of measure."""
    unit = candidate.unit
    if unit is None or unit in CODES or unit in ENGLISH_DURATIONS or candidate.counted is None:
        return None
    return unit
