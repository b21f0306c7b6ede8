"""Numbers that are asked for, and how the graph writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from pyoxigraph import Literal

from zjkg.query.reader import node

Asked = Sequence[tuple[Decimal, str | None]]
"""Values in the base unit, each with its unit; None where any unit will do."""
QuantityParser = Callable[[str], Asked]

_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[+-]?[0-9]+(?:\.[0-9]+)?")


def plain_numbers(text: str) -> Asked:
    """The number that the text is, where it is one in digits."""
    return [(Decimal(text.replace(",", "")), None)] if _PLAIN_NUMBER.fullmatch(text) else []


def written(number: Decimal) -> Literal:
    """The number as the graph writes numbers, so that an index finds it."""
    shortest = f"{number.normalize():f}"
    return Literal("0" if shortest == "-0" else shortest, datatype=node("xsd:decimal"))
