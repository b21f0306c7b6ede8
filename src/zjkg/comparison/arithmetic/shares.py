"""A part, its whole and the share that the article gives: 16 of 54, nearly a third."""

from __future__ import annotations

from collections.abc import Iterator

from zjkg.comparison.arithmetic.passages import Passage, check
from zjkg.comparison.facts import Fact, Sort
from zjkg.comparison.units import PERCENT, SHARE
from zjkg.model import ArithmeticCheck

_HUNDRED = 100


def shares(passage: Passage) -> Iterator[ArithmeticCheck]:
    """The checks of a part after the one larger number in its unit that the sentence has."""
    levels = [fact for fact in passage.facts if fact.dimension != SHARE]
    for part in levels:
        wholes = [w for w in levels if w.unit == part.unit and w.value > part.value]
        if len(wholes) != 1 or wholes[0].span.start > part.span.start:
            continue
        for share in passage.facts:
            if _is_share_of(share, wholes[0]):
                yield _checked(part, wholes[0], share)


def _is_share_of(share: Fact, whole: Fact) -> bool:
    """A share of the same whole as the larger number's, written alike."""
    is_share = share.dimension == SHARE and share.sort is Sort.LEVEL
    return is_share and bool(share.whole.key) and share.whole.key == whole.whole.key


def _checked(part: Fact, whole: Fact, share: Fact) -> ArithmeticCheck:
    """Whether the quotient lies where the words of the share allow, in the share's own unit."""
    quotient = part.value / whole.value
    fits = share.bounds.holds(quotient)
    computed = quotient * _HUNDRED if share.noun == PERCENT else quotient
    return check("share", [part, whole, share], share.stored, round(computed, 4), fits=fits)
