"""Pairs of claims that cannot both be right, with the kind of disagreement and the reasoning."""

from __future__ import annotations

from collections.abc import Callable

from zjkg.comparison.contradictions.dates import misdated
from zjkg.comparison.contradictions.meanings import other_object, other_whole
from zjkg.comparison.contradictions.strength import weakened
from zjkg.comparison.contradictions.times import other_time
from zjkg.comparison.contradictions.values import other_value, transposed
from zjkg.comparison.facts import Fact
from zjkg.errors import Bilingual
from zjkg.model import ConflictType, Contradiction

__all__ = ["contradiction", "misdated"]

_Judge = Callable[[Fact, Fact], tuple[ConflictType, Bilingual] | None]
# The first that finds something says what kind of disagreement it is.
_JUDGES: tuple[_Judge, ...] = (
    transposed,
    weakened,
    other_whole,
    other_object,
    other_time,
    other_value,
)


def contradiction(first: Fact, second: Fact) -> Contradiction | None:
    """The contradiction between two facts, if there is one.

    Two numbers of one sentence are not set against each other: it means both.
    """
    if first.ref.source == second.ref.source and first.sentence == second.sentence:
        return None
    for judge in _JUDGES:
        verdict = judge(first, second)
        if verdict:
            kind, reason = verdict
            return Contradiction(kind, first.ref, second.ref, reason)
    return None
