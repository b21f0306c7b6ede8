"""Rounding, also of what is too long to be rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zjkg.measurement import numerals
from zjkg.rounding import rounded


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [("2.34567", 4, "2.3457"), ("12", 2, "12.00"), ("0", 4, "0.0000"), ("-0.00005", 4, "-0.0000")],
)
def test_places(value: str, places: int, expected: str) -> None:
    assert str(rounded(Decimal(value), places)) == expected


@pytest.mark.parametrize("digits", [23, 24, 25, 28, 29, 40, 4000])
def test_a_long_number_stays_a_number(digits: int) -> None:
    value = Decimal("9" * digits)
    assert abs(rounded(value, 4) - value) <= value * Decimal("1e-20")
    assert numerals.ratio(value, Decimal(3)) > 0
