from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from rdflib import Dataset

import zjkg
from zjkg.api import Graph, Observation, Quotation, Relation, Role
from zjkg.errors import QueryError, SettingsError, StoreError
from zjkg.store import GraphStore


@pytest.fixture(scope="module")
def graph(five_folder: Path) -> Iterator[Graph]:
    with zjkg.open(five_folder) as opened:
        yield opened


def test_entities_are_those_of_the_query(graph: Graph) -> None:
    rows = graph.rows("entities")
    entities = graph.entities()
    assert [each.iri for each in entities] == sorted({row["entity"] for row in rows})
    assert {(each.iri, source) for each in entities for source in each.sources} == {
        (row["entity"], row["source"]) for row in rows
    }
    parks = graph.entities("Park")
    assert parks
    assert parks == [each for each in entities if each.type == "Park"]


def test_a_thing_is_found_by_any_name_or_its_iri(graph: Graph) -> None:
    (person,) = graph.find("王凱榮")
    assert graph.find("王凯荣") == graph.find(person.iri) == [person]
    assert graph.find("nobody at all") == []


def test_every_quote_stands_at_its_offsets(graph: Graph) -> None:
    texts = {
        row["source"]: row["text"]
        for row in graph.rows("SELECT ?source ?text { ?v zj:source ?source ; zj:text ?text }")
    }
    claims = graph.claims()
    assert len(claims) > 200
    for claim in claims:
        for place in (claim.evidence, *claim.focus):
            assert texts[place.source][place.start : place.end] == place.quote


def test_observations_have_the_columns_of_metrics(graph: Graph) -> None:
    rows = {row["observation"]: row for row in graph.rows("metrics")}
    claims = graph.claims("Observation")
    assert {each.iri for each in claims} == set(rows)
    for claim in claims:
        assert isinstance(claim, Observation)
        row = rows[claim.iri]
        assert isinstance(claim.value, Decimal)
        assert (claim.value, claim.value_max) == (row["value"], row["valueMax"])
        assert (claim.unit, claim.comparator) == (row["unit"], row["comparator"])
        assert (claim.period_start, claim.period_end) == (row["periodStart"], row["periodEnd"])
        assert (claim.modality, claim.share_of) == (row["modality"], row["shareOf"])


@pytest.mark.parametrize(
    ("kind", "record", "query"),
    [
        ("Role", Role, "roles"),
        ("Relation", Relation, "relations"),
        ("Quotation", Quotation, "quotes"),
    ],
)
def test_kinds_are_records_of_their_own(graph: Graph, kind: str, record: type, query: str) -> None:
    claims = graph.claims(kind)
    assert len(claims) == len(graph.rows(query))
    assert all(type(each) is record for each in claims)


def test_claims_about_a_thing_have_it_as_a_value(graph: Graph) -> None:
    (person,) = graph.find("石谦")
    claims = graph.claims(about=person.iri)
    assert {"Role", "Quotation"} <= {each.kind for each in claims}
    assert all(
        person.iri in {value for values in each.values.values() for value in values}
        for each in claims
    )


def test_one_claim_and_its_evidence(graph: Graph) -> None:
    first = graph.claims()[0]
    assert graph.claim(first.iri) == first
    assert graph.evidence(first.iri) == first.evidence
    assert graph.claim("https://zjkg.example/nothing") is None
    assert graph.evidence("https://zjkg.example/nothing") is None


def test_conflicts_have_both_claims(graph: Graph) -> None:
    found = graph.conflicts()
    told = {(each.type, each.first.evidence.quote, each.second.evidence.quote) for each in found}
    rows = graph.rows("conflicts")
    assert told == {(row["type"], row["quoteA"], row["quoteB"]) for row in rows}
    assert all(each.reason_en and each.reason_zh for each in found)


def test_corroborations_count_their_claims(graph: Graph) -> None:
    groups = graph.corroborations()
    assert groups
    for group in groups:
        assert len(group.claims) == group.mentions
        assert len({each.evidence.source for each in group.claims}) == group.articles
        assert 1 <= group.origins <= group.articles


def test_the_dataset_holds_what_the_store_holds(graph: Graph, five: GraphStore) -> None:
    dataset = graph.dataset()
    assert isinstance(dataset, Dataset)
    assert len({*dataset.quads()}) == len(five.engine)


def test_networkx_is_the_view_of_the_export(graph: Graph) -> None:
    people = graph.networkx("people")
    iris = {each.iri for each in graph.entities("Person")}
    assert {node for node, data in people.nodes(data=True) if data["type"] == "Person"} <= iris
    assert people.number_of_edges() > 0


def test_what_is_no_iri_or_no_store_is_told(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="is no IRI"):
        graph.claims(about="a> } DROP ALL")
    with pytest.raises(StoreError, match="zjkg build"):
        zjkg.open(tmp_path)
    with pytest.raises(SettingsError):
        zjkg.open("http://")


def test_the_package_is_imported_without_its_libraries() -> None:
    asked = (
        "import sys, zjkg; sys.exit(bool({'pyoxigraph', 'rdflib', 'networkx'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
