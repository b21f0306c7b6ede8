from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
from pyoxigraph import RdfFormat, Store, parse
from rdflib import Graph
from rdflib.plugins.sparql.results.jsonresults import JSONResultParser
from rdflib.plugins.sparql.results.xmlresults import XMLResultParser
from rich.cells import cell_len

from zjkg.errors import MessageLanguage, QueryError
from zjkg.query import ResultFormat, holds_nothing, named, run, write

SPARQL_XML = "{http://www.w3.org/2005/sparql-results#}"
LINE = "青禾药谷总经理林晓表示，去年青禾药谷对外许可交易额达461亿元，约占全国80%。"
TRIPLES = "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a zj:Park ; rdfs:label ?l }"


def written(store: Store, name: str, form: ResultFormat) -> str:
    return write(run(store, named(name)), form).decode()


def test_records_are_flat_typed_json(store: Store) -> None:
    text = """SELECT ?i ?d ?f ?x ?b ?t ?u ?n ?g { VALUES (?i ?d ?f ?x ?b ?t ?u ?n) {
        (5 0.6667 1.5e3 "INF"^^xsd:double true "文\\"字"@zh zj:Claim UNDEF) }
        BIND("461"^^xsd:gYear AS ?g) }"""
    content = write(run(store, text), ResultFormat.RECORDS)
    assert json.loads(content) == [
        {
            "i": 5,
            "d": 0.6667,
            "f": 1500.0,
            "x": "INF",
            "b": True,
            "t": '文"字',
            "u": "https://zjkg.example/ontology#Claim",
            "n": None,
            "g": "461",
        }
    ]
    assert '"文' in content.decode()


def test_large_decimals_keep_every_digit(store: Store) -> None:
    text = "SELECT (46100000000.123456789 AS ?v) {}"
    content = write(run(store, text), ResultFormat.RECORDS)
    assert content == b'[\n{"v":46100000000.123456789}\n]\n'


def test_no_rows_are_an_empty_array(store: Store) -> None:
    assert write(run(store, "SELECT * { ?x a zj:Nothing }"), ResultFormat.RECORDS) == b"[]\n"


def test_csv_and_tsv_hold_the_rows(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(written(store, "metrics", ResultFormat.CSV))))
    assert [row["value"] for row in rows][:2] == ["46100000000", "80"]
    assert rows[0]["quote"] == LINE
    header, first = written(store, "metrics", ResultFormat.TSV).split("\n")[:2]
    assert header.split("\t")[5] == "?value"
    assert first.split("\t")[15] == "9"


def test_json_and_xml_are_read_by_rdflib(store: Store) -> None:
    from_json = JSONResultParser().parse(  # type: ignore[no-untyped-call]
        io.BytesIO(written(store, "roles", ResultFormat.JSON).encode())
    )
    content = written(store, "roles", ResultFormat.XML)
    from_xml = XMLResultParser().parse(  # type: ignore[no-untyped-call]
        io.BytesIO(content.encode())
    )
    assert from_json.bindings == from_xml.bindings
    assert len(from_json.bindings) == 2
    root = ET.fromstring(content)  # noqa: S314  # written by the code under test
    variables = [node.attrib["name"] for node in root.iter(f"{SPARQL_XML}variable")]
    assert variables == "source person personLabel org orgLabel role quote".split()


@pytest.mark.parametrize(("form", "rdflib_form"), [("turtle", "turtle"), ("nquads", "nt")])
def test_triples_are_read_by_rdflib(store: Store, form: str, rdflib_form: str) -> None:
    content = write(run(store, TRIPLES), ResultFormat(form))
    assert len(Graph().parse(data=content, format=rdflib_form)) == 6
    assert content == write(run(store, TRIPLES), ResultFormat(form))


def test_turtle_uses_the_prefixes(store: Store) -> None:
    content = write(run(store, TRIPLES), ResultFormat.TURTLE)
    assert b"rdfs:label" in content
    assert len(list(parse(content, format=RdfFormat.TURTLE))) == 6


@pytest.mark.parametrize("form", [ResultFormat.TURTLE, ResultFormat.NQUADS])
def test_rows_are_no_triples(store: Store, form: ResultFormat) -> None:
    with pytest.raises(QueryError, match=f"{form} cannot hold") as caught:
        write(run(store, named("roles")), form)
    assert "csv" in caught.value.problem.expected.en


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_triples_are_no_rows(store: Store, form: str) -> None:
    with pytest.raises(QueryError, match="triples") as caught:
        write(run(store, TRIPLES), ResultFormat(form))
    assert "turtle" in caught.value.problem.expected.zh


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "table", "records"])
def test_a_yes_or_no_fits_every_table_format(store: Store, form: str) -> None:
    assert b"true" in write(run(store, "ASK {}"), ResultFormat(form))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "table", "records"])
def test_nothing_is_told_from_something(store: Store, form: str, lang: MessageLanguage) -> None:
    def nothing(text: str) -> bool:
        content = write(run(store, text, lang=lang), ResultFormat(form))
        return holds_nothing(content, ResultFormat(form))

    assert nothing("SELECT ?s { ?s a zj:Nothing }")
    assert not nothing("SELECT ?s { ?s a zj:Role }")
    assert not nothing("SELECT ?x { VALUES ?x { UNDEF } }")
    assert not nothing("ASK { ?s a zj:Nothing }")


@pytest.mark.parametrize("form", ["turtle", "nquads", "table", "records"])
def test_no_triples_are_nothing(store: Store, form: str) -> None:
    for kind, nothing in (("Nothing", True), ("Role", False)):
        result = run(store, f"CONSTRUCT {{ ?s a zj:Found }} {{ ?s a zj:{kind} }}")
        content = write(result, ResultFormat(form))
        assert holds_nothing(content, ResultFormat(form)) is nothing


def test_a_table_aligns_wide_characters_and_fits(store: Store) -> None:
    text = write(run(store, named("metrics"), lang="zh"), ResultFormat.TABLE, width=150).decode()
    lines = text.splitlines()
    assert max(map(cell_len, lines)) <= 150
    assert lines[-1] == "4 行"
    wide = write(run(store, named("relations")), ResultFormat.TABLE).decode().splitlines()
    places = [
        cell_len(line[: line.index("青禾药谷")])
        for line in wide
        if "locatedIn" in line or "partOf" in line
    ]
    assert places
    assert wide[-1] == "2 rows"
    column = [
        cell_len(line[: line.index(word)])
        for line in wide[2:4]
        for word in ("locatedIn", "partOf")
        if word in line
    ]
    assert len(set(column)) == 1


def test_a_table_shortens_iris_and_disarms_controls(store: Store) -> None:
    text = 'SELECT (zj:Claim AS ?iri) ("\\u001b[2J[red]x" AS ?text) {}'
    table = write(run(store, text), ResultFormat.TABLE).decode()
    assert "zj:Claim" in table
    assert "\x1b" not in table
    assert "[red]x" in table
    assert table.endswith("1 row\n")
