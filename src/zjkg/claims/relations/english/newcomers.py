"""Firms that a sentence names as some of those that the text just placed in a park."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.article_frames import SentenceFrame
from zjkg.claims.frames.frame import LETTERS
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.matches import RelationMatch
from zjkg.model import EntityType, Predicate

_FIRMS: Final = (
    r"(?:companies|firms|tenants|start-?ups|teams|residents|occupants|newcomers|arrivals|ventures"
    r"|enterprises|businesses|biotechs|drugmakers)"
)
_EXAMPLES: Final = re.compile(
    rf"(?P<v>Among (?:them|these|those|the (?:[\w-]+ ){{0,3}}{_FIRMS})(?: already there)?"
    rf" (?:are|is|were|was)|(?:They|These|(?:(?:The|Its|Other) )?(?:[\w-]+ ){{0,3}}{_FIRMS})"
    r" include[sd]?) "
)
"""How a sentence begins that names some of those of whom the one before spoke."""
_PLACED: Final = re.compile(
    r"\b(?:tenants|residents|occupants|newcomers|(?:moved|moving|settled) (?:in|into|there|here)"
    rf"|home to (?=.{{0,80}}{_FIRMS})|(?:houses?|housing|hosts?|hosting|attracted|incubates?"
    rf"|accommodates?|drew|drawn|welcomed)(?= (?!in |by |at ).{{0,80}}{_FIRMS})"
    rf"|{_FIRMS} (?:in|at|on|inside|within) (?:the |its )?(?:{LETTERS[EntityType.PARK]}|park|campus"
    r"|site|incubator|hub|building|cluster|base|island))"
)
"""How the sentence before says that firms are in a park."""
_SEMICOLON: Final = re.compile(";")
_JOINT: Final = re.compile(r"[,;]|\band\b")
_ASIDE: Final = re.compile(
    r"\b(?:of|by|from|with|to|at|in|for|on|against|which|that|who|whose|called|like)\b"
)


def newcomers(
    item: SentenceFrame, before: SentenceFrame | None, park: Slot | None
) -> Iterator[RelationMatch]:
    """Who is among the firms that the sentence before placed in the park spoken of."""
    start = _EXAMPLES.match(item.frame.text)
    if start is None or before is None or park is None or _PLACED.search(before.frame.text) is None:
        return
    firms = tuple(_listed(item, start.end()))
    if firms:
        yield RelationMatch(
            "relation-en-newcomers", Predicate.LOCATED_IN, start.span("v"), firms, (park,), ""
        )


def _listed(item: SentenceFrame, begin: int) -> Iterator[Slot]:
    """The firms that stand in the list themselves, not in what is said about one of them.

    Of a list with semicolons those are the first behind each, else those right behind a comma or
    *and*, with words beside them that bring no other.
    """
    text = item.frame.text
    marks = _SEMICOLON if ";" in text[begin:] else _JOINT
    start = begin
    for at, slot in enumerate(item.frame.slots[begin:], begin):
        if slot is None or slot.type is not EntityType.ORGANIZATION:
            continue
        start = max([start, *(mark.end() for mark in marks.finditer(text, start, at))])
        if at >= start and _ASIDE.search(text, start, at) is None:
            yield slot
            behind = marks.search(text, at)
            if behind is None:
                return
            start = behind.end()
