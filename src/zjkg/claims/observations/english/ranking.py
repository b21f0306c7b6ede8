"""Which candidate a value is given to, and which rule stands for the decision."""

from __future__ import annotations

from typing import Final

from zjkg.claims.observations.english.weights import WEIGHTS
from zjkg.claims.observations.ranking import Ranking

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


RANKING: Final = Ranking(WEIGHTS, _RULES)
