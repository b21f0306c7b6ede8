"""The choice among candidates by weighted features, and the rule that a choice goes by."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Featured(Protocol):
    """Whatever has features that weigh for and against it."""

    @property
    def features(self) -> frozenset[str]:
        """The features by name."""
        ...


Candidate = TypeVar("Candidate", bound=Featured)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Weights of features, and the rule for the first kind of evidence that a candidate has.

    ``rules`` are pairs of how a feature starts and a rule, the strongest first; the last must
    start with nothing, so that every candidate has one.
    """

    weights: Mapping[str, float]
    rules: tuple[tuple[str, str], ...]

    def likeliest(self, found: Iterable[Candidate]) -> Candidate:
        """The candidate with the highest sum of weights; of equals, the first."""
        return max(found, key=self._score)

    def likely(self, found: Iterable[Candidate], most: int) -> list[tuple[float, Candidate]]:
        """The likeliest candidates, each with the logarithm of its chance; of equals, the first."""
        scored = [(self._score(each), each) for each in found]
        top = max(score for score, _ in scored)
        whole = top + math.log(math.fsum(math.exp(score - top) for score, _ in scored))
        scored.sort(key=lambda each: -each[0])
        return [(score - whole, each) for score, each in scored[:most]]

    def rule_of(self, candidate: Featured) -> str:
        """The rule id of a decision: the strongest kind of evidence that its candidate has."""
        features = "".join(f"\n{feature}" for feature in candidate.features)
        return next(f"subject:{rule}" for start, rule in self.rules if f"\n{start}" in features)

    def _score(self, candidate: Featured) -> float:
        # Sorted, since floats do not add up alike in every order.
        return sum(map(self.weights.__getitem__, sorted(self.weights.keys() & candidate.features)))
