"""A number on its way to becoming a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zjkg.errors import Bilingual
from zjkg.model import Comparator, Dropped, Span

STEP = "measurement"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A written number: where it stands, what it is worth, and what its own form already says.

    ``unit`` is set where the form implies one (三分之二 → ``ratio``, 四成 → ``%``).
    """

    span: Span
    value: Decimal
    comparator: Comparator | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numeral with its hedge and unit. ``unit`` is None as long as none was found."""

    span: Span
    numeral: Numeral
    unit: str | None
    comparator: Comparator
    rule: str
    counted: Span | None = None
    ambiguity: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A candidate before another of the same sentence, and the whole of which it is a part."""

    candidate: Candidate
    share: Span | None


def drop(rule: str, span: Span, reason: Bilingual) -> Dropped:
    """The record of a number that is no quantity."""
    return Dropped(STEP, f"measurement:{rule}", span, reason)
