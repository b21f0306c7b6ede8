"""Sums of fitted weights."""

from __future__ import annotations

import pytest

from zjkg.claims.observations.scales import PLAIN, Features, Scales, weights

SLOTS = {"left": ("tag", "suffix"), "right": ("tag",)}
TABLE = {
    ("left", "tag", PLAIN): {"n": 1.0, "v": -0.5},
    ("left", "tag", "money"): {"n": 0.25},
    ("left", "suffix", PLAIN): {"额": 2.0},
    ("right", "tag", PLAIN): {"n": -3.0},
}


@pytest.mark.parametrize(
    ("features", "score"),
    [
        (Features("left", (), ("n", "额")), 3.0),
        (Features("left", ("money",), ("n", "额")), 3.25),
        (Features("left", ("money",), ("v", "人")), -0.5),
        (Features("left", ("share",), ("n", "")), 1.0),
        (Features("right", (), ("n",)), -3.0),
    ],
)
def test_weights_of_slots_and_contexts_add_up(features: Features, score: float) -> None:
    scales = Scales(SLOTS, TABLE)
    assert scales.score(features) == score
    assert scales.score(features) == score  # what it kept of the first time adds nothing


def test_as_many_values_as_slots() -> None:
    with pytest.raises(ValueError, match="zip"):
        Scales(SLOTS, TABLE).score(Features("left", (), ("n",)))


@pytest.mark.parametrize("name", ["measures.tsv", "bounds.tsv"])
def test_the_tables_hold_only_slots_that_are_looked_at(name: str) -> None:
    from zjkg.claims.observations.chinese import bounds, options

    slots = {**options.SLOTS, **bounds.SLOTS}
    found = weights("zjkg.claims.observations.chinese", name)
    assert found
    assert {(zone, slot) for zone, slot, _ in found} <= {
        (zone, slot) for zone, names in slots.items() for slot in names
    }
