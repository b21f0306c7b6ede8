"""What a score is made of: single misses, false alarms and wrong values; outputs by rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How an output and gold differ."""

    MISSED = "missed"
    FALSE_ALARM = "false-alarm"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference from gold. ``figure`` is the class it counts in, ``sentence`` its place."""

    kind: Kind
    figure: str
    what: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a rule's outputs were right."""

    right: int = 0
    outputs: int = 0

    @classmethod
    def of(cls, *, right: bool) -> Tally:
        """The tally of one output."""
        return cls(int(right), 1)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.outputs + other.outputs)

    @property
    def precision(self) -> float:
        """Right of all outputs; a tally is only made for a rule that has some."""
        return self.right / self.outputs


Rules = dict[str, Tally]
"""Tallies by rule id, each id with the step in front (``role:…``, ``mention:tagger:lac``)."""


def tally(rules: Rules, rule: str, *, right: bool) -> None:
    """Count one output of a rule."""
    rules[rule] = rules.get(rule, Tally()) + Tally.of(right=right)
