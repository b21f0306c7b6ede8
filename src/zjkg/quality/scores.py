"""Counts of right, predicted and gold rows, and the three figures that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """``right`` of ``predicted`` rows agree with ``right`` of ``gold`` rows.

    For an attribute of rows that were found (the period of a quantity), ``predicted`` and ``gold``
    are both the number of rows found, so that the three figures are one share.
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @classmethod
    def share(cls, right: int, found: int) -> Score:
        """The score of an attribute: ``right`` of the ``found`` rows have it right."""
        return cls(right, found, found)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Right of predicted; 1 where nothing was predicted and nothing was to be."""
        return self._ratio(self.predicted)

    @property
    def recall(self) -> float:
        """Right of gold; 1 where nothing was to be found and nothing was predicted."""
        return self._ratio(self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        rows = self.predicted + self.gold
        return 2 * self.right / rows if rows else 1.0

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to find and nothing was predicted."""
        return not self.predicted and not self.gold

    def _ratio(self, rows: int) -> float:
        if rows:
            return self.right / rows
        return 1.0 if self.is_empty else 0.0


Figures = dict[str, Score]
"""Scores by the name of their class, in the order of presentation."""


def total(all_figures: Iterable[Figures]) -> Figures:
    """The sum of the counts, class by class; not a mean of the figures."""
    summed: Figures = {}
    for each in all_figures:
        for name, score in each.items():
            summed[name] = summed.get(name, Score()) + score
    return summed
