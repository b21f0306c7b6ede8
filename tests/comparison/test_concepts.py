"""What a number is said to measure, in the terms of the measure scheme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zjkg.model import ArticleRecord, Comparison

Make = Callable[..., ArticleRecord]
Compare = Callable[..., Comparison]
FixtureClass = Any  # a class of conftest.py, which a test module cannot import


@pytest.mark.parametrize(
    ("sentence", "measure", "concepts"),
    [
        ("明远生物的营收为3元。", "营收", {"revenue"}),
        ("明远生物的营收增加，每股收益3元。", "每股收益", {"earnings-per-share"}),
        ("明远生物的营收增加，税后净利3元。", "税后净利", {"net-profit"}),
        # a measure of other words is not called by its neighbour's; a bare one is
        ("明远生物的营收增加，开门利是3元。", "开门利是", set()),
        ("明远生物的营收合计3元。", "合计", {"revenue"}),
    ],
)
def test_a_number_is_not_called_by_what_stands_beside_it(
    make_record: Make,
    compared: Compare,
    said: FixtureClass,
    sentence: str,
    measure: str,
    concepts: set[str],
) -> None:
    number = said("3元", "3", "CNY", measure=measure, subject="明远生物")
    found = compared(make_record("a", sentence, number)).concepts
    named = {iri.partition("measure-")[2] for _, iris in found for iri in iris}
    assert named == concepts
