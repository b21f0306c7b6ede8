"""How much each feature of a candidate counts, and which rule stands for a decision."""

from __future__ import annotations

from typing import Final

from zjkg.claims.observations.chinese.candidates import Candidate

# Found over all annotated Chinese articles: each starts at what grammar suggests and moves as far
# as the articles ask (maximum likelihood of the right candidate, held to the start by a quadratic
# penalty). Judged by leaving whole articles out. Weights under 0.1 are left out.
WEIGHTS: Final[dict[str, float]] = {
    "behind:described": 1.06,
    "behind:sited": 3.08,
    "behind:sized": 4.01,
    "carried:bare:first-head": 1.26,
    "carried:bare:last-head": 0.27,
    "carried:bare:only-head": 2.08,
    "carried:headed:only-head": 0.19,
    "centre:first": 0.72,
    "centre:last": 0.17,
    "earlier1:aside": 0.16,
    "earlier1:employer": 0.20,
    "earlier1:final": 0.18,
    "earlier1:object": 0.32,
    "earlier1:possessor": 0.34,
    "earlier1:subject": 0.43,
    "earlier2:employer": 0.17,
    "earlier2:object": 0.29,
    "earlier2:possessor": 0.35,
    "far:centre:first": 0.34,
    "far:head-ago:1": 0.41,
    "far:head-ago:3-5": -0.19,
    "far:named-ago:2": -0.33,
    "far:named-ago:3-5": -0.12,
    "far:named-in:other": -0.58,
    "fit:odd": -0.90,
    "fit:typical": 1.09,
    "fit:wrong": -2.94,
    "given:clause:bare": 1.40,
    "given:clause:headed": 0.71,
    "given:other:headed": -0.17,
    "given:same:bare": 0.19,
    "given:sentence:bare": 2.29,
    "given:sentence:stale": 0.62,
    "head-ago:1": 0.62,
    "head-ago:3-5": 0.12,
    "head-in:other": 0.14,
    "head-in:same": 0.60,
    "here:agent:share": 1.00,
    "here:agent:spending": 4.50,
    "here:agent:stake": 1.00,
    "here:aside": -0.35,
    "here:companion": -0.21,
    "here:employer": -0.42,
    "here:first-head": 0.86,
    "here:head:place": 0.20,
    "here:last-head": 0.31,
    "here:listed": -0.54,
    "here:modifier": -0.11,
    "here:nearest": 1.18,
    "here:only-head": 1.67,
    "here:part": -2.53,
    "here:possessor": 1.29,
    "here:receiver:deal": 3.04,
    "here:receiver:grant": 0.50,
    "here:ref:place": -0.15,
    "here:ref:speaker": -0.16,
    "here:ref:speaker:site": 1.06,
    "here:share": -2.94,
    "here:source": -1.00,
    "here:standard": -1.05,
    "here:subject": 1.43,
    "here:whole": -2.00,
    "inside:authority:now": 1.56,
    "inside:policy:now": 0.36,
    "kind:authority": -0.15,
    "kind:fund": -0.13,
    "kind:index": 0.26,
    "kind:outlet": -1.53,
    "kind:park": -0.28,
    "kind:person": -1.13,
    "kind:place": -0.42,
    "kind:policy": 0.17,
    "kind:product": 0.44,
    "kind:school": -0.41,
    "later": -0.80,
    "named-ago:1": 0.12,
    "named-in:other": -0.30,
    "named-in:same": 0.67,
    "null": -0.29,
    "null:firm": 5.50,
    "null:given:clause:bare": 1.00,
    "null:given:sentence:bare": 1.78,
    "null:unnamed-before": 0.25,
    "null:unnamed-here": 1.05,
    "null:whole": 3.66,
    "null:whole-before": 1.37,
    "odd:carried": -0.28,
    "odd:given": 0.12,
    "paragraph:first": 0.28,
    "ref:earlier:fits": 0.15,
    "ref:earlier:misfits": -0.28,
    "ref:here:fits": 0.63,
    "ref:here:misfits": -0.36,
    "sentence:first-head": 0.38,
    "speaker:now:employer:authority": 0.33,
    "speaker:now:employer:firm": 0.27,
    "speaker:now:employer:other": 0.14,
    "speaker:now:site": 0.22,
    "text:last-of-type": 0.21,
    "text:main-site": 0.34,
    "text:most": 0.46,
    "title": 0.25,
    "title:head": 0.28,
    "typical:carried": 0.20,
    "typical:given": 0.26,
    "typical:head": 0.13,
    "typical:later": 0.59,
    "typical:object": 1.89,
    "typical:site": 0.17,
    "unseen": -2.54,
}


_RULES = (
    ("behind:sized", "described"),
    ("behind:described", "described"),
    ("behind:sited", "sited"),
    ("here:receiver", "receiver"),
    ("here:agent", "agent"),
    ("here:ref:speaker", "speaker"),
    ("here:ref:", "reference"),
    ("here:possessor", "possessor"),
    ("here:subject", "clause"),
    ("here:locative", "site"),
    ("given:clause", "continued"),
    ("given:sentence", "continued"),
    ("carried:", "carried"),
    ("earlier1:object", "object"),
    ("speaker:now", "speaker"),
    ("inside:", "office"),
    ("null", "none"),
    ("centre:", "topic"),
    ("given:", "topic"),
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
