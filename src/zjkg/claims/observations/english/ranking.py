"""Which candidate a value is given to, and which rule stands for the decision."""

from __future__ import annotations

from zjkg.claims.observations.english.candidates import Candidate
from zjkg.claims.observations.english.weights import WEIGHTS

_RULES = (
    ("grammar:clause", "clause"),
    ("grammar:reference", "reference"),
    ("grammar:trial", "trial"),
    ("grammar:site", "site"),
    ("slot:", "clause"),
    ("null", "none"),
    ("joined", "continued"),
    ("given:", "continued"),
    ("generic:called", "reference"),
    ("generic:fits", "reference"),
    ("employer", "speaker"),
    ("speaker:now", "speaker"),
    ("here:", "sentence"),
    ("bare:topic", "topic"),
    ("told:topic", "topic"),
    ("sited:topic", "topic"),
    ("", "prominence"),
)


def likeliest(found: list[Candidate]) -> Candidate:
    """The candidate with the highest sum of weights; of equals, the first."""
    return max(found, key=_score)


def rule_of(candidate: Candidate) -> str:
    """The rule id of a decision: the strongest kind of evidence that its candidate has."""
    return next(
        f"subject:{rule}"
        for start, rule in _RULES
        if any(feature.startswith(start) for feature in candidate.features)
    )


def _score(candidate: Candidate) -> float:
    return sum(WEIGHTS.get(feature, 0.0) for feature in sorted(candidate.features))
