"""Facts that say the same are compared once; what comes of it is as if each pair was compared."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from zjkg.comparison import MeasureScheme, Units, agreeing_facts, contradictions_among
from zjkg.comparison.alike import alike
from zjkg.comparison.contradictions import contradiction
from zjkg.comparison.corroboration import agree
from zjkg.comparison.facts import Fact, facts
from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import ArticleRecord, Comparator, Comparison, Modality
from zjkg.partition import Partition
from zjkg.settings import resource

PERIODS = ((None, None), (None, None), ("2020", "2020"), (None, "2020-12-31"), ("2021", None))
NUMBERS = ("1527", "1572", "1530", "1530", "1530")
DAYS = ("2020-12-30", "2021-01-10", "2021-02-20", "2022-06-01", None)


def _kind(rng: random.Random) -> dict[str, Any]:
    start, end = rng.choice(PERIODS)
    return {
        "value": rng.choice(NUMBERS),
        "start": start,
        "end": end,
        "comparator": rng.choice((Comparator.EQUAL, Comparator.EQUAL, Comparator.MORE)),
        "modality": rng.choice((Modality.ACTUAL, Modality.ACTUAL, Modality.TARGET)),
        "speaker": rng.choice((None, None, "林晓")),
        "qualifier": rng.choice((None, None, None, "至多")),
    }


@pytest.fixture
def block(
    make_record: Callable[..., ArticleRecord],
    scheme: MeasureScheme,
    said: Any,  # noqa: ANN401 - a class of conftest.py
    paper: Any,  # noqa: ANN401 - a class of conftest.py
    request: pytest.FixtureRequest,
) -> list[Fact]:
    """Facts of many articles that say much the same, of one subject."""
    rng = random.Random(request.param)  # noqa: S311 - a test
    kinds = [_kind(rng) for _ in range(5)]
    records = []
    for source in "abcdefghijklmnop":
        chosen = rng.choices(kinds, k=rng.choice((1, 2)))
        both = [kind["value"] for kind in (*chosen, *chosen)]
        text = f"林晓称滨江园至多入驻企业{both[0]}家。滨江园入驻公司{both[1]}家。"
        numbers = (
            said(f"{name}{kind['value']}家", unit="家", measure=name, **kind)
            for name, kind in zip(("企业", "公司"), chosen, strict=False)
        )
        records.append(make_record(source, paper(text, rng.choice(DAYS)), *numbers))
    identity = resolve(records, [], [], Minter("https://example.org/"))
    return list(facts(records, identity, scheme, Units.load(resource("ontology") / "units.ttl")))


@pytest.mark.parametrize("block", range(40), indirect=True)
def test_contradictions_are_those_of_all_pairs(block: list[Fact]) -> None:
    expected = [found for pair in combinations(block, 2) if (found := contradiction(*pair))]
    assert contradictions_among(block) == expected
    assert len(alike(block)) < len(block)


@pytest.mark.parametrize("block", range(40), indirect=True)
def test_groups_that_say_the_same_are_those_of_all_pairs(block: list[Fact]) -> None:
    tied = Partition(fact.ref for fact in block)
    for a, b in combinations(block, 2):
        if agree(a, b):
            tied.join(a.ref, b.ref)
    expected = {frozenset(group) for group in tied.groups() if len(group) > 1}
    found = agreeing_facts(block)
    assert {frozenset(said.ref for said in group) for group in found} == expected
    speakers = {fact.ref: fact.speaker for fact in block}
    assert all(said.speaker == speakers[said.ref] for group in found for said in group)


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_first_and_the_last_year(
    make_record: Callable[..., ArticleRecord],
    compared: Callable[..., Comparison],
    said: Any,  # noqa: ANN401 - a class of conftest.py
    year: str,
) -> None:
    def article(source: str, number: str, **when: str | None) -> ArticleRecord:
        return make_record(
            source, f"滨江园企业{number}家。", said(f"{number}家", number, "家", "企业", **when)
        )

    dated = {"start": year, "end": year}
    found = compared(
        article("a", "30", **dated),
        article("b", "40", **dated),
        article("c", "50", start=None, end=None),
    )
    assert [each.first.source for each in found.contradictions] == ["a"]
