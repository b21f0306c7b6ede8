"""What a written number allows: 近20 is not 20, 超过10% is not 10 %, 14.8亿 may be 14.84亿."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from zjkg.comparison.units import Unit
from zjkg.model import Comparator, Quantity

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_ABOUT = Decimal("0.1")  # 近, 约 and "nearly" stay within a tenth of the number
_FRACTION_IN_WORDS = Decimal("0.05")  # nobody writes 0.3208 as 三分之一, but 0.32 often


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest value that words allow; None where they set no bound."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Bounds) -> bool:
        """Whether one value can be meant by both."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def holds(self, value: Decimal) -> bool:
        """Whether the words allow the value."""
        return self.meets(Bounds(value, value))

    @classmethod
    def of(cls, quantity: Quantity, number: str, unit: Unit) -> Bounds:
        """The bounds of a quantity whose number is written so, in the unit's base unit."""
        slack = _rounding(quantity, number)
        if quantity.comparator is Comparator.ABOUT:
            slack = max(slack, abs(quantity.value) * _ABOUT)
        low = unit.to_base(quantity.value - slack)
        high = unit.to_base((quantity.value_max or quantity.value) + slack)
        return cls(
            None if quantity.comparator in (Comparator.LESS, Comparator.AT_MOST) else low,
            None if quantity.comparator in (Comparator.MORE, Comparator.AT_LEAST) else high,
        )


def _not_above(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _rounding(quantity: Quantity, number: str) -> Decimal:
    """Half a unit of the last digit that is written; nothing for a count in full.

    461亿 may be 461.4亿, 42% may be 41.6 %, but 500 patients are 500.
    """
    found = _DIGITS.search(unicodedata.normalize("NFKC", number))
    is_share = quantity.unit in ("%", "ratio")
    if not found:
        return abs(quantity.value) * _FRACTION_IN_WORDS if is_share else Decimal(0)
    written = Decimal(found.group().replace(",", ""))
    decimals = len(found.group().partition(".")[2])
    scale = abs(quantity.value / written) if written else Decimal(1)
    if not decimals and scale == 1 and not is_share:
        return Decimal(0)
    return scale * Decimal("0.5").scaleb(-decimals)
