"""What an office is for: no name (Secretary for Commerce, Vice President of Regulatory Affairs)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.model import Span
from zjkg.recognition.passage import Passage

_FIELD: Final = (
    r"(?:Agriculture|Business|Commerce|Communications|Culture|Defen[cs]e|Development|Digital|Economic"
    r"|Economy|Education|Employment|Energy|Enterprise|Environment|Finance|Financial|Food|Foreign|Health"
    r"|Higher Education|Home|Housing|Industrial|Industries|Industry|Information|Innovation"
    r"|Internal|Interior"
    r"|Investment|IT|Justice|Labou?r|Life Sciences?|Manpower|Medical|Planning|Research"
    r"|Science|Services|Social"
    r"|State|Technology|Trade|Tourism|Transport|Treasury|Universities|Welfare|Affairs|Security|Resources)"
)
_LIST: Final = rf"{_FIELD}(?: {_FIELD})?(?:(?:,? and |, | & |,? for ){_FIELD}(?: {_FIELD})?)*"
_OFFICES: Final = r"(?:Minister|Secretary|Commissioner|Undersecretary|Under-Secretary)"
_BEHIND: Final = re.compile(rf"\b{_OFFICES} (?:of|for) (?:the )?{_LIST}(?=[ ,.])|\({_LIST}\)")
_BEFORE: Final = re.compile(
    rf"\b{_LIST}(?= (?:Permanent |Deputy |Vice[- ]|Principal |Under)?{_OFFICES}\b)"
    r"|\bParty(?= (?:[Ss]ecretary|[Cc]hief|[Cc]ommittee|[Mm]embers?)\b)"
)
_FUNCTION: Final = (
    r"(?:(?:Corporate|Business|Clinical|Product|Drug|Process|Market|Commercial|Medical|Regulatory|"
    r"Government|Public|External|Global|Technical|Scientific|Investor|Human|Legal|Quality|Strategic|"
    r"Translational|Public|Supply|Digital|Financial|Government|Patient|Media|Research|Early) )?"
    r"(?:Development|Affairs|Operations|Relations|Resources|Communications?|Strategy|Marketing|Sales|"
    r"Manufacturing|Finance|Research|Medicine|Partnerships?|Partnering|Assurance|Compliance|Policy|"
    r"Technology|Innovation|Discovery|Chain|Sciences?|Safety|Access|Science|Engineering|Counsel)"
)
_COMPANY_POSTS: Final = r"(?:President|VP|Officer|Head|Director|Manager|Lead|Leader|Chief)"
_FUNCTIONS: Final = re.compile(
    rf"(?<=\b){_COMPANY_POSTS}(?:,| of| for| -| –) (?:Global )?"
    rf"({_FUNCTION}(?:(?:,? and |, | & ){_FUNCTION})*)"
    r"(?=,| (?:at|of|for|with|and)\b|$)"
)


def portfolios(passage: Passage) -> list[Span]:
    """Where a sentence says what somebody is minister or vice president of."""
    start, end = passage.span.start, passage.span.end
    public = (m.span() for p in (_BEHIND, _BEFORE) for m in p.finditer(passage.text, start, end))
    private = (match.span(1) for match in _FUNCTIONS.finditer(passage.text, start, end))
    return [Span(*each) for each in (*public, *private)]


def without(spans: list[Span], span: Span, text: str) -> Iterator[Span]:
    """What is left of a name outside some stretches of the text."""
    if not any(each.overlaps(span) for each in spans):
        yield span
        return
    start = span.start
    for each in sorted(spans):
        if each.overlaps(span):
            if start < each.start:
                yield from _trimmed(text, start, each.start)
            start = max(start, each.end)
    if start < span.end:
        yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start] in " ,(":
        start += 1
    while end > start and text[end - 1] in " ,)":
        end -= 1
    if start < end:
        yield Span(start, end)
