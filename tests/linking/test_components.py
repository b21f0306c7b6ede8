from __future__ import annotations

import random

from zjkg.linking.components import Component, Components
from zjkg.model import LocalKey

KEYS = [LocalKey(source, f"e{n}") for source in ("b", "a", "c") for n in range(4)]
ORDER = {key: number for number, key in enumerate(KEYS)}


def pair(first: int, second: int) -> tuple[LocalKey, LocalKey]:
    return KEYS[first], KEYS[second]


def test_what_is_tied_by_way_of_others_is_one_component() -> None:
    ties = [pair(0, 5), pair(5, 9), pair(2, 3), pair(0, 5), pair(9, 11)]
    found = Components(ORDER, ties)
    one = Component((KEYS[0], KEYS[5], KEYS[9], KEYS[11]), [pair(0, 5), pair(5, 9), pair(9, 11)])
    assert list(found) == [one, Component((KEYS[2], KEYS[3]), [pair(2, 3)])]
    assert list(found) == list(found)
    assert list(found.alone()) == [KEYS[n] for n in (1, 4, 6, 7, 8, 10)]


def test_the_order_of_ties_does_not_matter() -> None:
    rng = random.Random(3)  # noqa: S311 - made-up ties
    keys = [LocalKey(f"{n // 3}", f"e{n % 3}") for n in range(300)]
    order = {key: number for number, key in enumerate(keys)}
    ties = [tuple(sorted(rng.sample(range(300), 2))) for _ in range(140)]
    named = [(keys[a], keys[b]) for a, b in ties]
    found = list(Components(order, named))
    assert list(Components(order, named[::-1])) == found
    members = [key for component in found for key in component.members]
    assert len(members) == len(set(members))
    for component in found:
        inside = set(component.members)
        assert set(component.pairs) == {each for each in named if each[0] in inside}
        assert {key for each in component.pairs for key in each} == inside


def test_no_ties() -> None:
    assert list(Components(ORDER, [])) == []
    assert list(Components({}, [])) == []
