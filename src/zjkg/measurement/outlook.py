"""Whether the words around a time speak of what is to come or of what has been."""

from __future__ import annotations

import re

_AHEAD = re.compile(
    r"(?:将于?|拟于?|计划于?|预计|料|力争|[预暂]?订于?|定于|赶在|最快)\Z"
    r"|\b(?:until|before|by) (?:the end of )?\Z"
    r"|\b(?:will|due to|is to|are to|scheduled|expected|plans? to|planned|aims? to)\b[^.;]*\Z"
    r"|\b(?:begins?|starts?|opens?|resumes?|takes? (?:effect|place)) (?:in|on) \Z"
)
# nine drugs were in late trials by the end of December
_LOOKS_BACK = re.compile(
    r"\b(?:were|was|had|stood|reached|totall?ed|rose|grew|numbered|climbed)\b"
    r"(?! (?:\w+ )?(?:to|expected|due|planned|scheduled|set)\b)[^.;]* by (?:the end of )?\Z"
)
# no verb of the past stands between: the money raised in January
_TO_COME = re.compile(
    r"\b(?:will|due to|is to|are to|scheduled to|expected to|plans? to|set to)"
    r" (?:(?!\w+ed\b|that\b|which\b)[\w-]+ ){1,5}(?:in|on) \Z"
)
_GOAL = re.compile(r"\b(?:goals?|targets?|hop(?:es?|ing)|pledged?|vow(?:s|ed)|[wc]ould|should)\b")
_RUNS_ON = re.compile(r"\buntil (?:the end of )?\Z")
_AHEAD_AFTER = re.compile(
    r"[^，,。；;]{0,4}?(?:还?将|还有|有望|预计|料|拟|计划|力[争拼拚]|可望|挑战|目标)"
)
_BEFORE, _AFTER = 60, 10  # characters that are looked at


def is_ahead(match: re.Match[str]) -> bool:
    """Whether the words around a month or part of a year speak of what is to come."""
    start, end = match.span()
    before = match.string[max(0, start - _BEFORE) : start]
    if _LOOKS_BACK.search(before):
        return False
    return bool(_AHEAD.search(before) or _AHEAD_AFTER.match(match.string, end, end + _AFTER))


def is_to_come(match: re.Match[str]) -> bool:
    """Whether a verb that tells what will be governs a month: will go on sale in January."""
    start = match.start()
    return _TO_COME.search(match.string, max(0, start - _BEFORE), start) is not None


def is_goal(match: re.Match[str]) -> bool:
    """Whether the words before a number of years speak of a goal."""
    start = match.start()
    return bool(_GOAL.search(match.string, max(0, start - 2 * _BEFORE), start))


def runs_on(match: re.Match[str]) -> bool:
    """Whether something lasts up to that time: until June."""
    return bool(_RUNS_ON.search(match.string[: match.start()]))
