"""IRIs of things where several would have one: the thing first published gets it."""

from __future__ import annotations

from zjkg.distributed.naming import first_come, given_iris

LISTED = frozenset({"urn:listed", "urn:other"})


def test_the_first_gets_the_plain_iri_whatever_the_order() -> None:
    rivals = [("2", "apart-2", "b"), ("1", "apart-1", "a"), ("3", "apart-3", "a")]
    expected = [("a", ("1", "plain")), ("b", ("2", "apart-2")), ("a", ("3", "apart-3"))]
    assert list(first_come(("plain", rivals))) == expected
    assert list(first_come(("plain", rivals[::-1]))) == expected


def test_an_entry_of_the_authority_is_one_thing() -> None:
    rivals = [("2", "urn:listed", "p2", "a2"), ("1", "urn:listed", "p1", "a1")]
    assert given_iris(rivals, LISTED) == {"1": "urn:listed"}  # the second goes by its name


def test_a_name_whose_iri_the_authority_has_is_decided_with_the_entries() -> None:
    rivals = [("1", None, "urn:listed", "a1"), ("2", "urn:listed", "p2", "a2")]
    assert given_iris(rivals, LISTED) == {"1": "urn:listed"}
    later = [("1", "urn:listed", "p1", "a1"), ("2", None, "urn:listed", "a2")]
    assert given_iris(later, LISTED) == {"1": "urn:listed", "2": "a2"}
