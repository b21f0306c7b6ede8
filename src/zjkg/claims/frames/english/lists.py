"""Names in a row in English text: the list that a name is in, the place and date of a report."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.frame import Frame
from zjkg.claims.frames.names import Slot

_JOINED: Final = re.compile(r",? and (?:the )?|,? & |, (?:the )?")
_LAST: Final = re.compile(r",? and (?:the )?|,? & ")
_DASH: Final = re.compile(r" (?:--|[–—-]) |: ")
_DATELINE: Final = 120
"""How long the place and date before a report can be, in characters."""


def list_of(frame: Frame, slot: Slot) -> tuple[Slot, ...]:
    """The names of one type that stand in a list with a name, by commas and *and* alone.

    The parser often tears lists of names (``A, B and C``), so the words between them decide.
    """
    places = [at for at, each in enumerate(frame.slots) if each is not None]
    at = frame.find(slot.span.start)
    if at not in places:
        return ()
    here = places.index(at)
    first = here
    while first > 0 and _joins(frame, places[first - 1], places[first]):
        first -= 1
    last, ended = first, first
    while last + 1 < len(places) and _joins(frame, places[last], places[last + 1]):
        last += 1
        if _LAST.fullmatch(frame.text[places[last - 1] + 1 : places[last]]):
            ended = last
    if ended < here:
        return ()
    listed = (frame.slots[place] for place in places[first : ended + 1])
    return tuple(each for each in listed if each is not None)


def _joins(frame: Frame, left: int, right: int) -> bool:
    first, second = frame.slots[left], frame.slots[right]
    if first is None or second is None or first.type is not second.type:
        return False
    return bool(_JOINED.fullmatch(frame.text[left + 1 : right]))


def dateline_end(sentence: str) -> int:
    """Where a sentence begins behind its place and date (``Leeds, May 3 – ``)."""
    mark = _DASH.search(sentence[:_DATELINE])
    if mark is None:
        return 0
    words = [word.strip(",.()/") for word in sentence[: mark.start()].split()]
    names = [word for word in words if word not in {"and", "of", ""}]
    if not all(word[0].isupper() or word.isdigit() for word in names):
        return 0
    dated = any(word.isdigit() for word in names) or all(word.isupper() for word in names)
    return mark.end() if dated else 0
