from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from zjkg.comparison import Brought, MeasureScheme, Units, brought
from zjkg.comparison.packing import Kind, fact_of, marks_of, packed, told_apart, told_by
from zjkg.comparison.shelf import Shelf
from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import ArticleRecord
from zjkg.settings import resource

Make = Callable[..., ArticleRecord]


@pytest.fixture
def some(make_record: Make, scheme: MeasureScheme, said: Any) -> dict[str, Brought]:  # noqa: ANN401 - a class of conftest.py
    """What three articles bring, of which the first and the last say the same."""
    records = []
    for source, number in (("a", "30"), ("b", "40"), ("c", "30")):
        text = f"2020年滨江园企业{number}家，占全省约5.50%。"
        numbers = (
            said(f"{number}家", number, "家", "企业"),
            said("5.50%", "5.50", "%", "企业", share_of="全省"),
        )
        records.append(make_record(source, text, *numbers))
    identity = resolve(records, [], [], Minter("https://example.org/"))
    units = Units.load(resource("ontology") / "units.ttl")
    return {each.article.source: brought(each, identity, scheme, units) for each in records}


def test_facts_come_back_as_they_were(some: dict[str, Brought]) -> None:
    for each in some.values():
        claims, content = packed(each)
        told = [fact_of(content[c.matter.number]) for c in claims if c.matter.kind is Kind.FACT]
        assert told == [told_apart(fact)[0] for fact in each.facts]
        assert str(told[1].stored) == "5.50"
        for says, fact in zip(told, each.facts, strict=True):
            assert told_by(says, told_apart(fact)[1]) == replace(fact, span=says.span)


def test_claims_that_say_the_same_are_one_matter(some: dict[str, Brought]) -> None:
    shelf = Shelf()
    for source, each in some.items():
        for claim in packed(each)[0]:
            shelf.put(source, claim, is_new=source == "b")
    claims = [claim for each in some.values() for claim in packed(each)[0]]
    assert len(shelf) == len(claims)
    marks = np.array(sorted(marks_of(claims)), dtype=np.int64)
    blocks = dict(shelf.blocks(marks))
    assert list(blocks) == marks.tolist()
    told = {
        tuple(tuple(t.ref.source for t in each.tellings) for each in block)
        for block in blocks.values()
    }
    assert told >= {(("a", "c"), ("b",)), (("a", "c"),), (("a", "b", "c"),)}
    for block in blocks.values():
        assert all(each.is_new is any(t.ref.source == "b" for t in each.tellings) for each in block)
        assert all(t.published for each in block for t in each.tellings[:])


def test_nothing_is_under_a_mark_of_one_claim(some: dict[str, Brought]) -> None:
    shelf = Shelf()
    claims = packed(some["a"])[0]
    shelf.put("a", claims[0])
    marks = np.array(sorted(marks_of(claims)), dtype=np.int64)
    assert all(block == [] for _, block in shelf.blocks(marks))
    assert all(block == [] for _, block in Shelf().blocks(marks))
