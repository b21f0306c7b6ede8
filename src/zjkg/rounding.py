"""Decimals rounded to places, also where they are too long to have any."""

from __future__ import annotations

from decimal import Decimal, getcontext


def rounded(value: Decimal, places: int) -> Decimal:
    """The value with so many places, half to even.

    Nonsense such as 三分之 and forty digits may be written, and ``round`` refuses what does not fit
    the precision of the context: such a value stays as it is.
    """
    fits = value.adjusted() + 1 + places < getcontext().prec
    return round(value, places) if fits else value
