"""A part, its whole and the share that the article gives: 16 of all 54, nearly a third."""

from __future__ import annotations

from collections.abc import Iterator

from zjkg.comparison.arithmetic.passages import Passage, check
from zjkg.comparison.facts import Fact, Sort, Whole
from zjkg.comparison.units import PERCENT, SHARE
from zjkg.folding import match_key
from zjkg.model import ArithmeticCheck
from zjkg.rounding import rounded

_HUNDRED = 100


def shares(passage: Passage) -> Iterator[ArithmeticCheck]:
    """The checks of each part of the sentence whose whole and share stand in it too."""
    levels = [fact for fact in passage.facts if fact.dimension != SHARE]
    for part in levels:
        whole = _whole_of(part, levels)
        if whole is None:
            continue
        for share in passage.facts:
            is_share = share.dimension == SHARE and share.sort is Sort.LEVEL
            if is_share and _is_one(share.whole, part.whole if part.whole.key else whole.whole):
                yield _checked(part, whole, share)


def _whole_of(part: Fact, levels: list[Fact]) -> Fact | None:
    """The number that stands in the words of the part's whole; else the one larger one before."""
    larger = [fact for fact in levels if fact.unit == part.unit and fact.value > part.value]
    named = [fact for fact in larger if match_key(fact.written) in part.whole.key]
    found = named or [fact for fact in larger if not part.whole.key]
    if len(found) != 1 or found[0].span.start > part.span.start:
        return None
    return found[0]


def _is_one(share: Whole, part: Whole) -> bool:
    """Whether the share is of the whole that the part is of: 占全国 after 全国的54项."""
    return bool(share.key) and (share.key == part.key or bool(share.things & part.things))


def _checked(part: Fact, whole: Fact, share: Fact) -> ArithmeticCheck:
    """Whether the quotient lies where the words of the share allow, in the share's own unit."""
    quotient = part.value / whole.value
    fits = share.bounds.holds(quotient)
    computed = quotient * _HUNDRED if share.noun == PERCENT else quotient
    return check("share", [part, whole, share], share.stored, rounded(computed, 4), fits=fits)
