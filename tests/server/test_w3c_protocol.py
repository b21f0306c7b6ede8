"""The W3C's tests of the SPARQL 1.1 Protocol, those for queries.

The edition of the suite that is fetched names and describes the tests, without their requests:
these are written here after the descriptions. An edition with requests (``ZJKG_W3C_TESTS``) is
sent as it is, too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from zjkg.store import GraphStore, State

FETCHED = Path(__file__).parents[2] / ".servers/w3c"
SUITE = Path(os.environ.get("ZJKG_W3C_TESTS", FETCHED))
MANIFEST = SUITE / "sparql11/protocol/manifest.ttl"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")

DIRECT = {"Content-Type": "application/sparql-query"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ONE, TWO, THREE = (f"https://example.org/graph/{name}" for name in ("one", "two", "three"))
TABLES = frozenset(
    {
        "application/sparql-results+xml",
        "application/sparql-results+json",
        "text/csv",
        "text/tab-separated-values",
    }
)
BOOLEANS = frozenset({"application/sparql-results+xml", "application/sparql-results+json"})
GRAPHS = frozenset({"application/rdf+xml", "text/turtle", "application/n-triples"})
OFFERED = {"boolean": BOOLEANS, "tabular": TABLES, "RDF": GRAPHS}


class Reply(Protocol):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any: ...  # noqa: ANN401  # what JSON holds


class Server(Protocol):
    def request(
        self, method: str, path: str, body: bytes | None = None, headers: object = None
    ) -> Reply: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A request and what should come back; ``form`` is the kind of result."""

    method: str
    path: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    statuses: frozenset[int] = frozenset({2, 3})
    form: str | None = None
    boolean: bool | None = None


def path(*fields: tuple[str, str]) -> str:
    return "/sparql/?" + urlencode(fields, quote_via=quote)


def get(query: str, *fields: tuple[str, str], boolean: bool | None = True) -> Asked:
    return Asked("GET", path(("query", query), *fields), form="boolean", boolean=boolean)


def direct(
    query: str, *fields: tuple[str, str], form: str = "boolean", boolean: bool | None = True
) -> Asked:
    return Asked("POST", path(*fields), query.encode(), DIRECT, form=form, boolean=boolean)


def bad(
    method: str, place: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Asked:
    return Asked(method, place, body, headers or {}, frozenset({4}))


def default(*graphs: str) -> tuple[tuple[str, str], ...]:
    return tuple(("default-graph-uri", graph) for graph in graphs)


def named(*graphs: str) -> tuple[tuple[str, str], ...]:
    return tuple(("named-graph-uri", graph) for graph in graphs)


# "药" stands in the first graph, "b" in the second, "word 0" in the third.
MERGED = 'ASK { ?x ?p "药" . ?y ?q "b" }'
APART = 'ASK { GRAPH ?g { ?x ?p "药" } GRAPH ?h { ?y ?q "b" } }'
BOTH = f'{APART[:-1]} ?z ?r "word 0" FILTER NOT EXISTS {{ ?x ?p "药" }} }}'
TABLE, DESCRIBED = "SELECT (1 AS ?value) {}", f"DESCRIBE <{ONE}#0>"
CONSTRUCTED = 'CONSTRUCT { <urn:s> <urn:p> 1 } { ?x ?p "药" }'

CASES: dict[str, tuple[Asked, ...]] = {
    "query_get": (get("ASK {}"),),
    "query_post_form": (
        Asked("POST", "/sparql/", b"query=ASK%20%7B%7D", FORM, form="boolean", boolean=True),
    ),
    "query_post_direct": (direct("ASK {}"),),
    "query_dataset_default_graphs_get": (
        get(MERGED, *default(ONE, TWO)),
        get(MERGED, *default(ONE), boolean=False),
    ),
    "query_dataset_default_graphs_post": (
        direct(MERGED, *default(ONE, TWO)),
        direct(MERGED, *default(TWO), boolean=False),
    ),
    "query_dataset_named_graphs_get": (
        get(APART, *named(ONE, TWO)),
        get(APART, *named(ONE), boolean=False),
    ),
    "query_dataset_named_graphs_post": (
        direct(APART, *named(ONE, TWO)),
        direct(MERGED, *named(ONE, TWO), boolean=False),
    ),
    "query_dataset_full": (
        direct(BOTH, *default(THREE), *named(ONE, TWO)),
        direct(BOTH, *default(ONE, THREE), *named(ONE, TWO), boolean=False),
    ),
    "query_multiple_dataset": (
        direct(f"ASK FROM <{THREE}> {APART[4:]}", *named(ONE, TWO)),
        direct(f'ASK FROM <{THREE}> {{ ?z ?r "word 0" }}', *default(ONE), boolean=False),
    ),
    "query_content_type_select": (direct(TABLE, form="tabular", boolean=None),),
    "query_content_type_ask": (direct("ASK {}"),),
    "query_content_type_describe": (direct(DESCRIBED, form="RDF", boolean=None),),
    "query_content_type_construct": (direct(CONSTRUCTED, form="RDF", boolean=None),),
    "bad_query_method": (bad("PUT", path(("query", "ASK {}"))),),
    "bad_multiple_queries": (
        bad("GET", path(("query", "ASK {}"), ("query", "SELECT * {}"))),
        bad("POST", "/sparql/", b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM),
    ),
    "bad_query_wrong_media_type": (
        bad("POST", "/sparql/", b"ASK {}", {"Content-Type": "text/plain"}),
    ),
    "bad_query_missing_form_type": (bad("POST", "/sparql/", b"query=ASK%20%7B%7D"),),
    "bad_query_missing_direct_type": (bad("POST", "/sparql/", b"ASK {}"),),
    "bad_query_non_utf8": (
        bad(
            "POST",
            "/sparql/",
            "ASK {}".encode("utf-16"),
            {"Content-Type": "application/sparql-query; charset=UTF-16"},
        ),
    ),
    "bad_query_syntax": (bad("GET", path(("query", "ASK {"))),),
}


def judge(asked: Asked, server: Server) -> None:
    reply = server.request(asked.method, asked.path, asked.body, asked.headers)
    assert reply.status // 100 in asked.statuses, reply.body
    if asked.form is not None:
        assert reply.headers["content-type"].partition(";")[0] in OFFERED[asked.form]
    if asked.boolean is not None:
        assert reply.json["boolean"] is asked.boolean


@pytest.mark.parametrize("name", CASES)
def test_protocol(name: str, small: Server) -> None:
    for asked in CASES[name]:
        judge(asked, small)


def test_every_query_test_of_the_suite_is_here() -> None:
    if not MANIFEST.exists():
        pytest.skip("the suite is missing: run make servers")
    graph = Graph().parse(MANIFEST)
    names = {str(test).rpartition("#")[2] for test in graph.subjects(RDF.type, MF.ProtocolTest)}
    assert {name for name in names if "update" not in name} <= {*CASES}


@pytest.fixture(scope="module")
def manifest() -> Graph:
    graph = Graph().parse(MANIFEST) if MANIFEST.exists() else Graph()
    if (None, MF.action, None) not in graph:
        pytest.skip("this edition of the suite has no requests")
    return graph


@pytest.fixture(scope="module")
def w3c(
    manifest: Graph,
    tmp_path_factory: pytest.TempPathFactory,
    launch: Callable[..., AbstractContextManager[Server]],
) -> Iterator[Server]:
    """A server over the graphs of the suite."""
    folder = tmp_path_factory.mktemp("protocol") / "store"
    with GraphStore.open(folder, write=True) as store:
        for given in manifest.objects(None, UT.graphData):
            name = NamedNode(str(manifest.value(given, RDFS.label)))
            file = MANIFEST.parent / str(manifest.value(given, UT.graph)).rpartition("/")[2]
            triples = parse(file.read_bytes(), format=RdfFormat.N_TRIPLES)
            store.engine.extend(Quad(t.subject, t.predicate, t.object, name) for t in triples)
        store.save_state(State(rules="done"))
    with launch(folder) as server:
        yield server


def test_requests_of_the_suite(manifest: Graph, w3c: Server) -> None:
    tests = {str(t).rpartition("#")[2]: t for t in manifest.subjects(RDF.type, MF.ProtocolTest)}
    for name in CASES:
        for request in _listed(manifest, _one(manifest, tests[name], MF.action, HT.requests)):
            judge(_read(manifest, request), w3c)


def _read(graph: Graph, request: Node) -> Asked:
    response = _one(graph, request, HT.resp)
    boolean = graph.value(response, MF.expectedBoolean)
    form = graph.value(response, MF.expectedFormat)
    body = graph.value(request, HT.body)
    text = graph.value(body, CNT.chars)
    encoding = graph.value(body, CNT.characterEncoding)
    return Asked(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)),
        str(text).encode(str(encoding or "utf-8")) if text is not None else None,
        {
            str(graph.value(header, HT.fieldName)): str(graph.value(header, HT.fieldValue))
            for header in _listed(graph, graph.value(request, HT.headers))
        },
        frozenset(int(str(each)[-3]) for each in graph.objects(response, MF.expectedStatus)),
        str(form) if form is not None else None,
        str(boolean) == "true" if boolean is not None else None,
    )


def _one(graph: Graph, start: Node, *steps: URIRef) -> Node:
    for step in steps:
        found = graph.value(start, step)
        assert found is not None
        start = found
    return start


def _listed(graph: Graph, head: Node | None) -> list[Node]:
    return list(Collection(graph, head)) if head is not None else []
