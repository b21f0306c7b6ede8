"""The licence-trade query on a graph written by hand: words beside a number, and concepts."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from zjkg.query import named, records, run
from zjkg.settings import resource

DERIVED = NamedNode("https://zjkg.example/graph/derived")
GRAPH = NamedNode("https://zjkg.example/article/a/version/v")
PREFIXES = """
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix zj: <https://zjkg.example/ontology#> .
@prefix : <https://zjkg.example/x/> .
<https://zjkg.example/article/a/version/v> a zj:ArticleVersion ; zj:source "a" .
:sentence oa:hasSelector :quote , :position .
:quote oa:exact "2030年，滨江对外许可交易金额12亿元。" .
:position oa:start 0 ; oa:end 20 .
:binjiang zj:name "滨江"@zh-Hans .
"""
CONCEPT = "zj:measureConcept zj:measure-licence-{} , zj:measure-{}"
TRADE = ":t{0} a zj:LicenceTrade ; zj:figure :o{0} {1} ."


def observation(name: int, value: int, unit: str, measure: str, more: str = "") -> str:
    return (
        f':o{name} a zj:Observation ; zj:value {value}.0 ; zj:comparator "=" ; zj:unit "{unit}" ;'
        f' zj:modality "actual" ; zj:rule "observation:left-noun" ; zj:evidence :sentence ;'
        f' zj:subject :binjiang ; zj:measure "{measure}"@zh-Hans {more} .\n'
    )


def loaded(*statements: str) -> Store:
    """What an article states, and in a graph of its own what is derived from it."""
    store = Store()
    for quad in parse((PREFIXES + "\n".join(statements)).encode(), RdfFormat.TURTLE):
        graph = DERIVED if quad.predicate.value.endswith("#measureConcept") else GRAPH
        store.add(Quad(quad.subject, quad.predicate, quad.object, graph))
    store.extend(parse((resource("ontology") / "measures.ttl").read_bytes(), RdfFormat.TURTLE))
    return store


def table(store: Store) -> list[tuple[object, ...]]:
    columns = ("direction", "kind", "of", "value", "base", "subjectLabel")
    found = records(run(store, named("licence-trade")))
    return sorted((tuple(row[column] for column in columns) for row in found), key=str)


@pytest.mark.parametrize("direction", ["out", "in"])
def test_the_concepts_of_a_measure_give_the_direction_and_what_is_shared(direction: str) -> None:
    amount = CONCEPT.format(direction, "transaction-value")
    count = CONCEPT.format(direction, "transaction-count")
    whole = '; zj:shareOf "全国"@zh-Hans'
    store = loaded(
        observation(1, 12, "CNY", "许可交易", f"; {amount}"),
        observation(2, 3, "项", "许可交易", f"; {count}"),
        observation(3, 40, "%", "许可交易", f"; {amount} {whole}"),
        observation(4, 20, "%", "许可交易", f"; {count} {whole}"),
        observation(5, 7, "家", "企业", "; zj:measureConcept zj:measure-company-count"),
        observation(6, 9, "人", "引进人才", f"; {CONCEPT.format(direction, 'staff-count')}"),
    )
    assert table(store) == sorted(
        [
            (direction, "amount", "amount", 12, None, "滨江"),
            (direction, "count", "count", 3, None, "滨江"),
            (direction, "share", "amount", 40, "全国", "滨江"),
            (direction, "share", "count", 20, "全国", "滨江"),
        ],
        key=str,
    )


def test_words_beside_the_number_win_over_concepts_and_make_one_row() -> None:
    concepts = CONCEPT.format("in", "transaction-value")
    store = loaded(
        observation(1, 12, "CNY", "交易金额", f"; {concepts}"),
        TRADE.format(1, '; zj:tradeDirection "out"'),
    )
    assert table(store) == [("out", "amount", "amount", 12, None, "滨江")]


def test_a_trade_without_direction_takes_that_of_its_concept() -> None:
    concepts = CONCEPT.format("in", "transaction-value")
    store = loaded(
        observation(1, 12, "CNY", "交易金额", f"; {concepts}"),
        TRADE.format(1, ""),
        observation(2, 5, "CNY", "许可交易金额"),
        TRADE.format(2, ""),
    )
    assert table(store) == [
        ("in", "amount", "amount", 12, None, "滨江"),
        (None, "amount", "amount", 5, None, "滨江"),
    ]


def test_a_growth_is_no_share() -> None:
    grown = observation(1, 40, "%", "对外许可交易金额").replace("left-noun", "growth")
    store = loaded(grown, TRADE.format(1, '; zj:tradeDirection "out"'))
    assert table(store) == [("out", "growth", "amount", 40, None, "滨江")]
