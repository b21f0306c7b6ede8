from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from zjkg.comparison import MeasureScheme, Units
from zjkg.comparison.blocks import keys
from zjkg.comparison.facts import Fact, facts
from zjkg.comparison.packing import fact_of, packed_fact
from zjkg.comparison.shelf import Shelf, runs
from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import ArticleRecord
from zjkg.settings import resource

Make = Callable[..., ArticleRecord]


def some_facts(make_record: Make, scheme: MeasureScheme, said: Any) -> list[Fact]:  # noqa: ANN401 - a class of conftest.py
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
    return list(facts(records, identity, scheme, units))


def shelved(shelf: Shelf, known: list[Fact]) -> None:
    for fact in known:
        packed = packed_fact(fact)
        shelf.put(packed, packed.marks)


def test_facts_come_back_as_they_were(make_record: Make, scheme: MeasureScheme, said: Any) -> None:  # noqa: ANN401
    known = some_facts(make_record, scheme, said)
    with Shelf() as shelf:
        shelved(shelf, known)
        assert len(shelf) == len(known)
        back = [fact_of(shelf.content(number)) for number in (2, 0, 1)]
        assert back == [known[2], known[0], known[1]]
        assert str(back[2].stored) == "5.50"


def test_a_block_is_what_shares_a_key(make_record: Make, scheme: MeasureScheme, said: Any) -> None:  # noqa: ANN401
    known = some_facts(make_record, scheme, said)
    expected: dict[tuple[str, ...], list[int]] = {}
    for number, fact in enumerate(known):
        for key in set(keys(fact)):
            expected.setdefault(key, []).append(number)
    with Shelf() as shelf:
        shelved(shelf, known)
        found = list(shelf.blocks())
    blocks = [block for _, block in found]
    assert sorted(blocks) == sorted(block for block in expected.values() if len(block) > 1)
    assert [0, 2, 4] in blocks
    marks = [mark for mark, _ in found]
    assert marks == sorted(set(marks))


def test_an_empty_shelf_has_no_blocks() -> None:
    with Shelf() as shelf:
        assert list(shelf.blocks()) == []


def test_runs_of_equal_values() -> None:
    values = np.array([1, 1, 2, 3, 3, 3, 9], dtype=np.int64)
    assert list(runs(values)) == [(0, 2), (3, 6)]
