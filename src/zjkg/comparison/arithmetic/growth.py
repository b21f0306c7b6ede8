"""Two levels of one measure and the rate that leads from one to the other: 8亿 → 10.4亿, 30 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zjkg.comparison.arithmetic.passages import Passage, check
from zjkg.comparison.facts import Fact, Sort
from zjkg.comparison.kinship import Kinship, kinship
from zjkg.comparison.units import PERCENT, SHARE
from zjkg.model import ArithmeticCheck
from zjkg.rounding import rounded

_HUNDRED = 100


def growth(passage: Passage) -> Iterator[ArithmeticCheck]:
    """The check of each rate in a sentence with exactly two levels of its measure.

    With more levels it would be a guess which two the rate connects.
    """
    for rate in passage.facts:
        if rate.sort is not Sort.RATE or rate.noun != PERCENT or not rate.is_exact:
            continue
        levels = [fact for fact in passage.facts if _is_level_of(fact, rate)]
        if len(levels) == len("ab") and _are_comparable(*levels):
            yield _checked(levels[0], levels[1], rate)


def _is_level_of(fact: Fact, rate: Fact) -> bool:
    """A level of the rate's subject, of the same measure or of none that is named."""
    if (
        fact.dimension == SHARE
        or fact.sort is not Sort.LEVEL
        or fact.subject != rate.subject
        or not fact.is_exact
    ):
        return False
    if not fact.value or fact.span.start > rate.span.start:
        return False
    return not rate.phrase.heads or bool(rate.phrase.heads & fact.phrase.heads)


def _are_comparable(first: Fact, second: Fact) -> bool:
    """Levels of one measure over stretches of one length: no half year against a year."""
    lengths = {fact.when.days for fact in (first, second) if fact.when.days is not None}
    return len(lengths) <= 1 and kinship(first, second) is not Kinship.NONE


def _checked(first: Fact, second: Fact, rate: Fact) -> ArithmeticCheck:
    """Growth leads from the lower level to the higher, a fall the other way.

    Levels of one sentence are taken to be written to one precision, that of the finer.
    """
    low, high = sorted((first, second), key=lambda fact: fact.value)
    base, level = (high, low) if _falls(rate) else (low, high)
    slack = min(_slack(first), _slack(second))
    rates = [abs((level.value + up) / (base.value - up) - 1) for up in (-slack, Decimal(0), slack)]
    fits = min(rates) - _slack(rate) <= rate.value <= max(rates) + _slack(rate)
    computed = rounded(rates[1] * _HUNDRED, 2)
    return check("growth", [first, second, rate], rate.stored, computed, fits=fits)


def _falls(rate: Fact) -> bool:
    return any(name.endswith("decline") for name in rate.phrase.changes | rate.context.changes)


def _slack(fact: Fact) -> Decimal:
    return (fact.bounds.high or fact.value) - fact.value
