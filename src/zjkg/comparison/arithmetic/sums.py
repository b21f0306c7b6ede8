"""A whole and the parts that it is made of: 920亩，其中290亩…630亩."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from zjkg.comparison.arithmetic.passages import Passage, check
from zjkg.comparison.facts import Fact
from zjkg.model import ArithmeticCheck
from zjkg.rounding import rounded

_PARTITIVE = re.compile(
    r"其中|當中|当中|[这這]些[^，。]{0,12}中|分[别別][为為]|"
    r"\b(?:of (?:which|whom|these|them|those|the total)|among (?:them|these)|including)\b",
    re.IGNORECASE,
)
_FEWEST_PARTS = 2
_EXACT = Decimal("1e-9")  # 亩 in square metres is no finite decimal
_NEAR_FEW, _NEAR_MANY = Decimal("0.03"), Decimal("0.15")
"""How far from the whole a sum may be and still be meant as the whole: for two parts, for more.

Parts that an article names as examples add up to less, and overlapping ones to anything.
"""


def sums(passage: Passage) -> Iterator[ArithmeticCheck]:
    """The check of the first whole of the passage that has parts."""
    opening = _PARTITIVE.search(passage.words)
    if opening is None:
        return
    start = passage.facts[0].sentence.start + opening.start()
    after = [fact for fact in passage.facts if fact.span.start >= start]
    before = [fact for fact in passage.facts if fact.span.start < start] or passage.before
    for whole in reversed(before):
        parts = [fact for fact in after if _is_part(fact, whole)]
        if len(parts) < _FEWEST_PARTS or not whole.is_exact:
            continue
        total = sum((part.value for part in parts), Decimal(0))
        fits = abs(total - whole.value) <= _EXACT * whole.value
        near = _NEAR_FEW if len(parts) == _FEWEST_PARTS else _NEAR_MANY
        if fits or abs(total - whole.value) <= near * whole.value:
            in_stored_unit = rounded(total * whole.stored / whole.value, 4)
            yield check("sum", [whole, *parts], whole.stored, in_stored_unit, fits=fits)
        return


def _is_part(fact: Fact, whole: Fact) -> bool:
    """An exact value in the whole's unit, less than it."""
    return fact.is_exact and fact.unit == whole.unit and fact.value < whole.value
