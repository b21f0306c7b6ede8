"""Who or what is at a place: 在…设立, 在园区，甲的车间…投产."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese.arguments import Arguments, Types
from zjkg.claims.relations.places import SITES

_MARK: Final = re.compile("(?:在|于|走进|来到|步入)(?:(?![在于])[^，。；：]){0,12}$")
_BESIDE: Final = re.compile("旁|附近|对面|周边|隔壁|以[东南西北]|方向")
_ALONE: Final = re.compile(
    f"(?:[^，。；：{ANY_LETTER}]{{0,6}})(?:在|走进|来到|步入|漫步)[^，。；：{ANY_LETTER}]{{0,6}}[{ANY_LETTER}]+"
    "(?:[一-鿿]{0,2}[内里中上])?，$"
)
"""A clause that only names a place, for the clause behind it."""
_HEAD: Final = re.compile("[^，。；：]{0,6}")
"""Words between a clause and the name that it describes (在科创板上市的药企甲)."""
_FEW: Final = 2
"""At how many places somebody can be said to be; over more, shops and customers are spread."""
_AND: Final = re.compile("[、和与及]|以及")


def placed(
    arguments: Arguments, verb: tuple[int, int], doers: Types, things: Types
) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """Those who do something at the places named before the verb, and these places."""
    start = arguments.clause_start(verb[0])
    text = arguments.frame.text
    opening = _ALONE.search(text, max(0, start - 40), start)
    if opening is not None:
        start = opening.start()
    found = _sites(arguments, start, verb[0], things)
    if found is None:
        return (), ()
    mark, places = found
    sites = tuple(slot for at in places if (slot := arguments.frame.slots[at]) is not None)
    if len(sites) > _FEW:
        return (), ()
    keys = {slot.key for slot in sites}
    relative = _described(arguments, verb, doers - SITES)
    if relative and not arguments.heads(start, mark, doers):
        return relative, sites
    built = tuple(
        slot
        for slot in arguments.object(verb, doers - (things - SITES))
        if slot.key not in keys and slot.type not in {each.type for each in sites}
    )
    if built:
        return built, sites
    behind = places[-1] + 1
    between = arguments.heads(behind, verb[0], doers - SITES)
    if between or arguments.owners(behind, verb[0], doers - SITES):
        return arguments.subject_in(behind, verb[0], doers - SITES), sites
    subjects = arguments.subject((mark, mark), doers, carried=False)
    return subjects or arguments.announced(mark, verb[1], doers - SITES), sites


def _described(arguments: Arguments, verb: tuple[int, int], doers: Types) -> tuple[Slot, ...]:
    """What stands right behind a clause that describes it: 在科创板上市的甲."""
    text = arguments.frame.text
    if not text.startswith("的", verb[1]):
        return ()
    end = arguments.clause_end(verb[1])
    for at in arguments.names_in(verb[1], end, doers):
        described = _HEAD.fullmatch(text, verb[1] + 1, at)
        return arguments.listed_from(at) if described else ()
    return ()


def _sites(
    arguments: Arguments, start: int, end: int, things: Types
) -> tuple[int, list[int]] | None:
    """Where the words for the place begin, and the places; of adjacent ones the innermost."""
    text, slots = arguments.frame.text, arguments.frame.slots
    found: list[int] = []
    begin = -1
    for at in range(start, end):
        slot = slots[at]
        if slot is None or slot.type not in things or _BESIDE.match(text, at + 1):
            continue
        if not found:
            mark = _MARK.search(text[start:at])
            if mark is None:
                continue
            begin, found = start + mark.start(), [at]
        elif at == found[-1] + 1:
            found[-1] = at
        elif _AND.fullmatch(text, found[-1] + 1, at):
            found.append(at)
    return (begin, found) if found else None
