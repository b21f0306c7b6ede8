from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

import numpy as np

from zjkg.comparison import MeasureScheme, Units
from zjkg.comparison.blocks import keys
from zjkg.comparison.facts import Fact, facts
from zjkg.comparison.reposts import clauses_of, reposts
from zjkg.comparison.shelf import FactShelf, runs
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


def test_facts_come_back_as_they_were(make_record: Make, scheme: MeasureScheme, said: Any) -> None:  # noqa: ANN401
    known = some_facts(make_record, scheme, said)
    with FactShelf() as shelf:
        for fact in known:
            shelf.put(fact)
        assert shelf.facts(range(len(known))) == known
        assert str(shelf.facts([1])[0].stored) == "5.50"
        assert shelf.facts([2, 0]) == [known[2], known[0]]


def test_a_block_is_what_shares_a_key(make_record: Make, scheme: MeasureScheme, said: Any) -> None:  # noqa: ANN401
    known = some_facts(make_record, scheme, said)
    expected: dict[tuple[str, ...], list[int]] = {}
    for number, fact in enumerate(known):
        for key in set(keys(fact)):
            expected.setdefault(key, []).append(number)
    with FactShelf() as shelf:
        for fact in known:
            shelf.put(fact)
        blocks = list(shelf.blocks())
        assert sorted(blocks) == sorted(block for block in expected.values() if len(block) > 1)
        assert [0, 2, 4] in blocks
        assert shelf.digest([0, 2]) != shelf.digest([0, 4])
        assert shelf.digest([0, 2]) == shelf.digest([0, 2])


def test_an_empty_shelf_has_no_blocks() -> None:
    with FactShelf() as shelf:
        assert list(shelf.blocks()) == []


def test_runs_of_equal_values() -> None:
    values = np.array([1, 1, 2, 3, 3, 3, 9], dtype=np.uint64)
    assert list(runs(values)) == [(0, 2), (3, 6)]


def test_reposts_by_shared_clauses() -> None:
    told = "，".join(f"第{n}号厂房已经交付给入驻企业使用" for n in "一二三四五六")
    other = "，".join(f"第{n}号厂房仍在等待有关部门的验收" for n in "一二三四五六")
    clauses = {"a": clauses_of(told), "b": clauses_of(f"{told}。本报讯"), "c": clauses_of(other)}
    [found] = reposts(clauses)
    assert (found.first, found.second, found.share) == ("a", "b", 1.0)
    assert reposts({}) == reposts({"a": array("Q")}) == ()
