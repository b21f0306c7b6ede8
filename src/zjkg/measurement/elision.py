"""Counts whose noun is left out, since it was just named: the total rose to more than 2,050."""

from __future__ import annotations

import re

from zjkg.measurement.candidates import Candidate
from zjkg.measurement.units import CODES, ENGLISH_DURATIONS
from zjkg.model import Span

_LEADS = re.compile(
    r"(?:\b(?:reach(?:es|ed|ing)?|total(?:s|led|ling)?|number(?:s|ed|ing)?|pass(?:es|ed|ing)?"
    r"|to|from|against|at"
    r"|hit(?:s|ting)?|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|add(?:s|ed|ing)?|another"
    r"|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|stands? at|is|was|were|of"
    r"|versus|with|has|have|had"
    r"|than|and)\s(?:between |only |just |already |still )?)\Z"
)
_FOLLOWS = re.compile(
    r"\s?(?:more|others|additional)?(?:[,;.)]|\Z|$"
    r"|\s(?:by|in|at|as of|as|last|this|now|up|from|and|to|since|over|within|when|once|if|after"
    r"|before|earlier|(?:the|a) (?:year|month|quarter|decade|previous|prior|preceding|same)"
    r"|(?:a|two|three|four|five|ten|\d+) (?:years?|months?))\b|[“”\"])"
)
_NUMBER_OF = re.compile(
    r"\b[Nn]umber of (?:[\w’'-]+ ){0,4}?(?P<noun>(?!its\b|this\b)[a-z][\w-]*s)\b"
)
_NUMBERING = re.compile(r"(?P<noun>[a-z][\w-]*s) (?:now |currently )?number(?:s|ed|ing)?\s\Z")
_OPENS = re.compile(
    r"(?:[Aa]nother |[Oo]f (?:the|these|those|its) (?P<noun>[a-z][\w-]*s), "
    r"|(?:[Aa]mong|[Oo]f) [^,;]{3,36}, )\Z"
)
_VERB_FOLLOWS = re.compile(
    r"\s(?:have|has|had|are|were|will|would|more than|fewer than|won|went|took|came|got|became"
    r"|made|left|work|live|remain|come|serve|sit|stay|operate|belong|[a-z]{2,}ed)\b"
)
_CLAUSE = re.compile(r"(?:;|, and|, but|, while|—|–|:) \Z")
_LISTED = re.compile(r"(?:,|;|,? and|,? with) \Z")
_SECTOR = re.compile(r"\s(?:in|at|from|for|on) (?!(?:19|20)\d\d)(?!total|all\b)[A-Za-z]")
_PART_OF = re.compile(
    r"(?:\b(?:half|most|some|all|thirds?|quarters?|fifths?|per ?cent)|%) of"
    r" (?:the|its|these|those) (?:[a-z-]+ )?(?P<noun>[a-z][\w-]*s)\b",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|those)\s\Z")
_WHO = re.compile(r"\s(?:who|that|which|already|now|currently)\b")
_OF_WHICH = re.compile(r"\bof (?:which|whom),? (?:only |just |about |some |nearly |more than )?\Z")
_SEVERAL = re.compile(
    r"\b(?:several|many|some|various|other|dozens of|hundreds of|a handful of)"
    r" (?:[\w-]+ ){0,2}?(?P<noun>[a-z-]{3,}s)\b",
    re.IGNORECASE,
)
_EMPLOYS = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|staff of|workforce of) (?:[a-z]+ ){0,2}?\Z"
    r"|\b(?:headcount|workforce|staff|payroll|sales force|team) (?:[a-z%\d]+ ){0,6}?"
    r"(?:to|from|at|of|reached|is|was)"
    r" (?:[a-z]+ ){0,2}?\Z"
)
_OF_THEM = re.compile(r"\s(?:of (?:them|these|those|which|whom)|others)\b")
_PEOPLE = frozenset({"staff", "employees", "people", "workers", "jobs"})
_AREAS = frozenset({"m2", "km2", "ha", "acres", "square feet"})
_SCORED = re.compile(r"(?:\b(?:with|at|on|by|to|from|against|and|,|scored)\s|\()\Z")
_DECIMAL = re.compile(r"\d{1,3}\.\d+")
_COMPARED = re.compile(r"\b(?:against|from|versus|compared (?:with|to))\s\Z")
_RATES = re.compile(
    r"\b(?:age|ratio|rate|price|score|index|ranking|temperature)\b[^,;.]{0,12}\Z", re.IGNORECASE
)
_OF_DURATION = re.compile(r" to [\d.,]+[ -](?:minute|hour|day|week|month|year|per ?cent|%)")
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
    if _OF_THEM.match(key, candidate.span.end, sentence.end) is not None:
        return named or _several(key, sentence, candidate)
    if _OF_WHICH.search(key, sentence.start, candidate.span.start):
        return named
    if _THE.search(key, sentence.start, candidate.span.start):  # on top of the 480 who work there
        return named if _WHO.match(key, candidate.span.end, sentence.end) else None
    if _VERB_FOLLOWS.match(key, candidate.span.end, sentence.end):
        return _of_subject(key, sentence, candidate, named)
    return _of_object(key, sentence, candidate, named)


def _of_subject(key: str, sentence: Span, candidate: Candidate, named: str | None) -> str | None:
    """Eleven have moved in; of the newcomers, 38 are small; 38 more than in 2019."""
    start = candidate.span.start
    opens = _OPENS.search(key, max(sentence.start, start - _HEDGE_REACH), start)
    if opens is not None and opens["noun"]:
        return opens["noun"]
    compared = key.startswith(("more", "fewer"), candidate.span.end + 1)
    begins = start == sentence.start or _CLAUSE.search(key, sentence.start, start)
    if opens is None and not begins and not compared:
        return None
    parts = [each["noun"] for each in _PART_OF.finditer(key, sentence.start, start)]
    return parts[-1] if parts else named  # half of the firms are new, and 13 come from abroad


def _several(key: str, sentence: Span, candidate: Candidate) -> str | None:
    """Several drugmakers are at it, and two of them are ahead."""
    found = [each["noun"] for each in _SEVERAL.finditer(key, sentence.start, candidate.span.start)]
    return found[-1] if found else None


def _of_object(key: str, sentence: Span, candidate: Candidate, named: str | None) -> str | None:
    """The number of firms rose to 300; tenants now number 155; it employs 31."""
    start = candidate.span.start
    low = max(sentence.start, start - _HEDGE_REACH)
    if _RATES.search(key, low, start) or _OF_DURATION.match(key, candidate.span.end, sentence.end):
        return None
    if (match := _NUMBERING.search(key, low, start)) is not None:
        return match["noun"]
    employs = _EMPLOYS.search(key, low, start) is not None
    if _LISTED.search(key, low, start) and _SECTOR.match(key, candidate.span.end, sentence.end):
        return named  # 95 work in research, 40 in services and 60 in sales
    hedged = start != candidate.numeral.span.start
    led = hedged or employs or _LEADS.search(key, low, start) is not None
    if not led or _FOLLOWS.match(key, candidate.span.end, sentence.end) is None:
        return None
    counted = [
        match["noun"]
        for match in _NUMBER_OF.finditer(key, max(sentence.start, start - _REACH), start)
    ]
    if employs:
        return named if named in _PEOPLE else "people"
    return counted[-1] if counted else named


def elided_unit(key: str, candidate: Candidate, before: Candidate | None) -> str | None:
    """The unit left out behind another: 640 acres, against 210 before; scored 92.3, B (88.1)."""
    if before is None:
        return None
    start = candidate.span.start
    low = max(before.span.end, start - _REACH)
    if before.unit == "score" and _DECIMAL.fullmatch(candidate.numeral.span.of(key)):
        return before.unit if _SCORED.search(key, low, start) else None
    if before.unit not in _AREAS or _FOLLOWS.match(key, candidate.span.end) is None:
        return None
    return before.unit if _COMPARED.search(key, low, start) else None


def counted_unit(candidate: Candidate) -> str | None:
    """The noun that a candidate counts, None where it has a unit of measure."""
    unit = candidate.unit
    if unit is None or unit in CODES or unit in ENGLISH_DURATIONS or candidate.counted is None:
        return None
    return unit
