"""Those who act together: 甲与乙签署, 甲、乙和丙联手, 甲与乙签约，共同…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese.arguments import Arguments
from zjkg.model import EntityType

Pair = tuple[tuple[Slot, ...], tuple[Slot, ...]]
_PARTIES: Final = frozenset({EntityType.ORGANIZATION, EntityType.PARK, EntityType.PLACE})
_WITH: Final = re.compile(
    "(?:与|和|同|跟|及|联合|携手|联手|会同)(?:总部)?(?:[^，。；：、与和同]{0,16})$"
)
_UNNAMED: Final = re.compile(
    f"(?:的|[^，。；：、{ANY_LETTER}]{{0,4}})?[^，。；：、{ANY_LETTER}]{{0,3}}"
    "(?:企业|公司|机构|药厂|药企|客户|厂商|商|团队|伙伴|投资人|大学|医院)"
)
"""Words behind a place that make it the home of someone who has no name."""
_BOTH: Final = re.compile(
    "(?:[^，。；：]{0,6})(?:双方|两者|[两二三]家|[两二三]方)|将|拟|并|共同|合作|联合|携手"
)
_PAIR: Final = 2
_ORGS: Final = frozenset({EntityType.ORGANIZATION})
_THE_TWO: Final = re.compile("双方|两家(?:公司|企业|机构)|两者")
_ALIKE: Final = re.compile("联手|携手|共同|结盟")
_BY: Final = re.compile(
    f"由(?=[^，。；：{ANY_LETTER}]{{0,8}}[{ANY_LETTER}]+[^，。；：的{ANY_LETTER}]{{0,2}}$)"
)
_BROUGHT: Final = re.compile("(?:^|[，。；：])(?:在|于|从|据|随着|根据|对于|关于|对)$")
_FEW: Final = 5
"""How many may be said to act with one another; a longer list acts with the last named."""


def companions(arguments: Arguments, verb: tuple[int, int], *, mutual: bool) -> Iterator[Pair]:
    """The two sides; where all act alike (``mutual``), also the pairs among the first."""
    start = arguments.clause_start(verb[0])
    found = _sides(arguments, start, verb[0])
    if found is None and _BOTH.match(arguments.frame.text, start, verb[1]):
        before = arguments.clause_start(start - 1) if start else 0
        found = _sides(arguments, before, start - 1) if start else None
    if found is None and _THE_TWO.match(arguments.frame.text, start):
        found = _two(arguments, start)
    if found is None:
        return
    firsts, seconds = found
    yield firsts, seconds
    alike = mutual and _ALIKE.match(arguments.frame.text, verb[0])
    if alike and len(firsts) > 1 and len(firsts) + len(seconds) <= _FEW:
        for at in range(1, len(firsts)):
            yield firsts[:at], firsts[at : at + 1]


def _two(arguments: Arguments, end: int) -> Pair | None:
    """The two organizations that 双方 stands for: of the sentence, else of the one before."""
    named = arguments.names_in(0, end, _ORGS)
    slots = [slot for at in named if (slot := arguments.frame.slots[at]) is not None]
    here = tuple({slot.key: slot for slot in slots}.values())
    before = tuple({slot.key: slot for slot in arguments.topics if slot.type in _ORGS}.values())
    both = here or before[:2]
    return ((both[0],), (both[1],)) if len(both) == _PAIR else None


def partners_before(arguments: Arguments, start: int) -> tuple[Slot, ...]:
    """Those with whom the clause before acts (甲与乙合作，共同…)."""
    before = arguments.clause_start(start - 1) if start else 0
    found = _sides(arguments, before, start - 1) if start else None
    return () if found is None else found[1]


def _sides(arguments: Arguments, start: int, end: int) -> Pair | None:
    text, slots = arguments.frame.text, arguments.frame.slots
    for at in range(start, end):
        slot = slots[at]
        if slot is None or slot.type not in _PARTIES or not _acts(arguments, at):
            continue
        mark = _WITH.search(text, start, at)
        if mark is None or mark.end() != at:
            continue
        before = mark.start(), mark.start()
        first = (
            _agents(arguments, start, mark.start())
            or _side_by_side(arguments, mark.start())
            or arguments.subject(before, _PARTIES)
        )
        keys = {each.key for each in first}
        second = arguments.object((at - 1, at), _PARTIES, owners=True)
        second = tuple(each for each in second if each.key not in keys)
        if first and second:
            return first, second
    return None


def _side_by_side(arguments: Arguments, end: int) -> tuple[Slot, ...]:
    """Who stands right before the words for a companion, where a preposition brings both."""
    slot = arguments.frame.slots[end - 1] if end else None
    if slot is None or slot.type not in _PARTIES:
        return ()
    return (slot,) if _BROUGHT.search(arguments.frame.text, 0, end - 1) else ()


def _agents(arguments: Arguments, start: int, end: int) -> tuple[Slot, ...]:
    """The names of a clause that stand between 由 and the words for a companion (由甲与乙共建)."""
    by = _BY.search(arguments.frame.text, start, end)
    return arguments.subject_in(by.end(), end, _PARTIES) if by else ()


def _acts(arguments: Arguments, at: int) -> bool:
    """Whether a name is a party; a place may only stand before the party's name."""
    slot = arguments.frame.slots[at]
    if slot is None or slot.type is not EntityType.PLACE:
        return True
    return not _UNNAMED.match(arguments.frame.text, at + 1)
