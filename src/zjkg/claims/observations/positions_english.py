"""Which names of an English sentence can be what a value is of."""

from __future__ import annotations

import re

_DATELINE = re.compile(r"[A-Z〓][\w.,’'() 〓/]{1,70}?(?: [-–—]+ |: )(?=[A-Z〓])")
_OBLIQUE = re.compile(
    r"\b(?:in|at|on|of|by|with|from|to|for|near|across|within|than|into|and|or|via|through|around"
    r"|under|between|alongside|against|including|like|as|after|before|among|without|over|per|joins?"
    r"|joined|outside|inside|behind|according to)"
    r"(?: (?:the|a|an|its|their|both|nearby|neighbou?ring|[A-Z][a-z]+))?[ “\"(]*\Z"
)
_APPOSED = re.compile(r"〓, (?:[a-z]+ )?\Z")
_SITE = re.compile(r"\b(?:in|at|of|on|across|within|through|from) (?:the )?\Z", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:said|says|has|have|had|is|are|was|were|will|would|can|could|may|opened?|opens|signed"
    r"|signs|raised|added|adds|hosts?|houses?|invest(?:s|ed)?|plans?|aims?|expects?|supplies"
    r"|sells|sold|licensed|acquired|holds|owns|accounts?|accounted|employs?|reported|launched"
    r"|finished|completed|makes|made|counts|offers|granted|awarded|bought|joined|named|put|puts"
    r"|wants|forecasts?|warned|noted|told|founded|runs|run by|leads|led|backed|funded)\b"
)
_FRAME = re.compile(
    r"\b(?:said|says|noted|warned|told [^,]{1,30}|estimates?|estimated|expects?|forecasts?"
    r"|forecast|predicts?|believes?|found that|shows?|showed|announced|wants|reckons?|projects"
    r"|puts? the (?:number|value|rate|vacancy|cost|size|share|total|figure))"
    r"(?: (?:on|last|this) \w+| yesterday| today| Tuesday)?(?: that)?\b"
)
_BREAK = re.compile(
    r"[;]|: |, (?:while|but|and|whereas) |\. |, (?=(?:it|they)\b)| that (?=the |its )"
)
_RELATIVE = re.compile(r",? (?:which|who|whose|that)\b")
_RUNS = re.compile(r",? (?:which|who) (?:manages|runs|operates|owns|administers) ")
_HOUSES = re.compile(
    r",? (?:which|that) (?:already |now |currently )?(?:hosts?|houses|is home to|has|had|covers"
    r"|spans)\b"
)
_ACTS = re.compile(
    r"['’]s? |(?: \w+ly)? (?:has|had|have|is|was|will|would|aims?|plans?|hopes?|expects?|wants?"
    r"|saw|sees|boasts?"
    r"|hosts?|houses|ranks?|leads?|makes?|made|accounts?|\w+ed|\w+ing|shows?|put|set|is)\b"
)
_BASED = re.compile(r"[-–]based\b|[-–]listed\b|[-–]headquartered\b")
_POSSESSOR = re.compile(r"(?:'s|’s|s'|s’) (?:[\w-]+ ){0,2}\Z")
_DESCRIBED = re.compile(
    r" (?:(?:[\w-]+ ){0,5}?(?:vaccine|drug|therapy|product|kit|test|treatment|platform|device"
    r"|candidate|programme|program|subsidiary|unit|arm) )?\Z"
)


def body_start(masked: str) -> int:
    """Where a sentence begins behind a dateline: ``BASEL, June 8 –``."""
    match = _DATELINE.match(masked)
    return match.end() if match is not None else 0


def segment_start(masked: str, start: int, end: int) -> int:
    """Where the clause that runs up to ``end`` begins."""
    last = start
    for match in _BREAK.finditer(masked, start, end):
        last = match.end()
    return last


def frame_end(masked: str, start: int, end: int) -> int:
    """Where words that only report end: ``The bureau forecasts that |``; else ``start``."""
    match = _FRAME.search(masked, start, end)
    return match.end() if match is not None else start


def is_oblique(before: str) -> bool:
    """Whether a preposition or a conjunction stands before a name."""
    return _OBLIQUE.search(before) is not None


def is_apposed(before: str) -> bool:
    """Whether a place only says where the one before is: ``X Park, east China's Y``."""
    return _APPOSED.search(before) is not None


def is_site(before: str) -> bool:
    """Whether ``in``, ``at`` or ``of`` stands before a name."""
    return _SITE.search(before) is not None


def is_governed(lead: str) -> bool:
    """Whether a verb stands before, so that what follows is its object."""
    return _VERB.search(lead) is not None


def is_attribute(after: str) -> bool:
    """Whether a name only says where another is from: ``Hamburg-based``."""
    return _BASED.match(after) is not None


def is_relative(after: str) -> bool:
    """Whether a relative clause follows a name: ``X, which holds …``."""
    return _RELATIVE.match(after) is not None


def houses(after: str) -> bool:
    """Whether a relative clause says what a site has: ``X, which hosts …``."""
    return _HOUSES.match(after) is not None


def acts(after: str) -> bool:
    """Whether a verb or an owned thing follows the name of a place."""
    return _ACTS.match(after) is not None


def is_operator(after: str) -> bool:
    """Whether a relative clause says that who is named runs something: ``X, which runs …``."""
    return _RUNS.match(after) is not None


def leads_to(between: str) -> bool:
    """Whether the first of two names only owns the second: ``Bayside's Seed Programme``."""
    return _POSSESSOR.match(between) is not None or _DESCRIBED.fullmatch(between) is not None
