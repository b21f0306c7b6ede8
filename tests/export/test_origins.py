from __future__ import annotations

from zjkg.export.origins import Origins


def test_what_is_tied_to_one_thing_is_one_origin() -> None:
    origins = Origins({"a": ["paper"], "b": ["paper"], "c": ["repost"], "d": ["repost"]}, {})
    assert origins.count([("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")]) == 2
    assert origins.count([("a", "1"), ("c", "3"), ("e", "5")]) == 3


def test_ties_chain() -> None:
    origins = Origins({"a": ["paper"], "b": ["paper", "repost"], "c": ["repost"]}, {})
    assert origins.count([("a", "1"), ("b", "2"), ("c", "3")]) == 1
    assert origins.count([("a", "1"), ("c", "3")]) == 2


def test_claims_of_one_release_are_one_origin() -> None:
    origins = Origins({}, {"1": ["release"], "2": ["release"], "3": ["other"]})
    assert origins.count([("a", "1"), ("b", "2"), ("c", "3")]) == 2


def test_nothing_stated_has_no_origin() -> None:
    assert Origins({}, {}).count([]) == 0
