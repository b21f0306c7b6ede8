"""What the choice of a measure looks at in both languages: options, and the values before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.observations.scales import Features
from zjkg.claims.observations.text import Text
from zjkg.model import Quantity, Sentence, Span

CARRIED = "carried"
"""The zone of measures of values before."""
REMEMBERED = 4
_CURRENCY = re.compile(r"[A-Z]{3}")
_KINDS = {
    unit: kind
    for kind, units in (
        ("size", "m2 km2 ha mu 坪 平方呎 acres ping".split()),
        ("share", ["%", "ratio"]),
        ("times", ["times"]),
        ("points", ["百分点"]),
        ("score", ["score"]),
        ("people", "人 人次 名 位 people".split()),
    )
    for unit in units
}
_SEVERAL = 2
Earlier = tuple[tuple[Quantity, Span | None], ...]
"""The values before with what they measure, in text order."""


@dataclass(frozen=True, slots=True)
class Option:
    """What a value may measure: the phrase of a word, or with ``span`` what another measured.

    ``within`` is the stretch that the phrase must not leave.
    """

    features: Features
    word: int
    within: Span
    span: Span | None = None


def kind_of(quantity: Quantity) -> str:
    """The kind of a value's unit: money, a size, a share, a count …."""
    if _CURRENCY.fullmatch(quantity.unit):
        return "money"
    return _KINDS.get(quantity.unit, "count")


def is_within(span: Span, quantities: tuple[Quantity, ...]) -> bool:
    """Whether a word is part of a value."""
    return any(span.overlaps(each.span) for each in quantities)


def alike(first: Quantity, second: Quantity) -> str:
    """Whether two values have one unit, units of one kind, or others."""
    if first.unit == second.unit:
        return "same"
    return "kind" if kind_of(first) == kind_of(second) else "other"


def lent(text: Text, sentence: Sentence, quantity: Quantity, earlier: Earlier) -> list[Lent]:
    """The measures of the values before, the last first, each once."""
    found: list[Lent] = []
    for back, (each, span) in enumerate(reversed(earlier[-REMEMBERED:])):
        if span is not None and all(span != other.span for other in found):
            here = sentence.span.covers(each.span)
            between = text.key[each.span.end : quantity.span.start]
            number = str(min(back, _SEVERAL))
            found.append(Lent(span, each, number, alike(each, quantity), here, between))
    return found


@dataclass(frozen=True, slots=True)
class Lent:
    """The measure of a value before, with what stands between the values.

    ``back`` says how many values lie between, ``here`` whether it is in the same sentence.
    """

    span: Span
    quantity: Quantity
    back: str
    alike: str
    here: bool
    between: str
