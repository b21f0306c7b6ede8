"""Sums, shares and growth rates inside one article, computed again from its own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zjkg.comparison.arithmetic.growth import growth
from zjkg.comparison.arithmetic.passages import passages
from zjkg.comparison.arithmetic.shares import shares
from zjkg.comparison.arithmetic.sums import sums
from zjkg.comparison.facts import Fact
from zjkg.model import ArithmeticCheck


def checks(texts: Mapping[str, str], facts: Iterable[Fact]) -> list[ArithmeticCheck]:
    """Everything that the articles let one compute again, by source and place.

    ``texts`` are the articles' stored texts by source.
    """
    found: list[ArithmeticCheck] = []
    for passage in passages(texts, facts):
        found += [*sums(passage), *shares(passage), *growth(passage)]
    return found
