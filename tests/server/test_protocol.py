"""The SPARQL 1.1 Protocol over HTTP: requests, datasets, formats, statuses, descriptions."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import pytest
import rdflib
from lxml import etree
from pyoxigraph import NamedNode, Quad
from rdflib.namespace import RDF, RDFS

from zjkg.store import GraphStore, State

GRAPHS = "https://example.org/graph/"
SAYS = "<https://example.org/says>"
ALL = f"SELECT ?word {{ ?s {SAYS} ?word }}"
FORM = "application/x-www-form-urlencoded"
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
RDFLIB_WARNS = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)  # of itself, in its own readers


class Reply(Protocol):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, dict[str, list[dict[str, dict[str, str]]]]]: ...


class Server(Protocol):
    host: str
    port: int

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply: ...
    def get(self, query: str, accept: str = "", **fields: str | list[str]) -> Reply: ...
    def form(self, query: str, **fields: str | list[str]) -> Reply: ...
    def direct(self, query: bytes, kind: str = ..., path: str = "") -> Reply: ...


def words(reply: Reply) -> set[str]:
    assert reply.status == 200, reply.body
    return {row["word"]["value"] for row in reply.json["results"]["bindings"]}


def test_three_ways_to_ask(small: Server) -> None:
    query = f"SELECT ?word {{ GRAPH <{GRAPHS}one> {{ ?s {SAYS} ?word }} }}"
    found = words(small.get(query))
    assert "药" in found
    assert words(small.form(query)) == found
    assert words(small.direct(query.encode())) == found
    assert words(small.direct(query.encode(), "application/sparql-query; charset=UTF-8")) == found


def test_the_place_may_end_in_a_slash(small: Server) -> None:
    assert small.request("GET", "/sparql/?query=ASK%20%7B%7D").status == 200


def test_the_default_graph_is_the_union(small: Server) -> None:
    reply = small.get(f"ASK {{ <{GRAPHS}one#0> ?p ?a . <{GRAPHS}two#0> ?q ?b }}", "text/csv")
    assert reply.body.strip() == b"true"


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_the_request_names_the_graphs(small: Server, way: str) -> None:
    named = f"SELECT ?word {{ GRAPH ?g {{ ?s {SAYS} ?word }} }}"
    one, two = f"{GRAPHS}one", f"{GRAPHS}two"

    def asked(query: str, **fields: str | list[str]) -> set[str]:
        if way == "direct":
            pairs = [
                (k, v) for k, vs in fields.items() for v in ([vs] if isinstance(vs, str) else vs)
            ]
            path = "?" + "&".join(f"{k}={quote(v, safe='')}" for k, v in pairs)
            return words(small.direct(query.encode(), path=path))
        return words(
            small.get(query, "", **fields) if way == "get" else small.form(query, **fields)
        )

    assert asked(ALL, **{"default-graph-uri": two}) >= {"b"}
    assert "药" not in asked(ALL, **{"default-graph-uri": two})
    assert {"药", "b"} <= asked(ALL, **{"default-graph-uri": [one, two]})
    assert asked(named, **{"default-graph-uri": one}) == set()
    assert "药" in asked(named, **{"named-graph-uri": one})
    assert asked(ALL, **{"named-graph-uri": one}) == set()
    assert "b" in asked(named, **{"default-graph-uri": one, "named-graph-uri": two})


def test_from_chooses_and_the_request_counts_before_it(small: Server) -> None:
    text = ALL.replace("{", f"FROM <{GRAPHS}two> {{", 1)
    assert "b" in words(small.get(text))
    assert "药" not in words(small.get(text))
    assert "药" in words(small.get(text, "", **{"default-graph-uri": f"{GRAPHS}one"}))


@pytest.mark.parametrize(
    ("accept", "sent"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.2, application/xml;q=0.9", "application/xml"),
        ("text/html, */*;q=0.1", "application/sparql-results+json"),
        ("text/turtle, application/sparql-results+xml;q=0.5", "application/sparql-results+xml"),
    ],
)
def test_table_formats(small: Server, accept: str, sent: str) -> None:
    reply = small.get(f"SELECT ?word {{ <{GRAPHS}one#0> ?p ?word }}", accept)
    assert reply.status == 200
    assert reply.headers["content-type"] == sent
    assert "药" in reply.body.decode()


@RDFLIB_WARNS
@pytest.mark.parametrize(
    ("accept", "parser"),
    [
        ("", "turtle"),
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
        ("application/n-quads", "nquads"),
        ("application/trig", "trig"),
    ],
)
def test_graph_formats(small: Server, accept: str, parser: str) -> None:
    reply = small.get(f"DESCRIBE <{GRAPHS}two#1>", accept)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith(accept or "text/turtle")
    read = rdflib.Dataset(default_union=True).parse(data=reply.body, format=parser)
    assert {str(o) for _, _, o, *_ in read} == {'tab\tquote" comma, & < line\nfeed'}


@pytest.mark.parametrize("accept", ["image/png", "text/turtle"])
def test_what_no_format_fits_is_not_acceptable(small: Server, accept: str) -> None:
    reply = small.get("ASK {}", accept)
    assert reply.status == 406
    assert b"application/sparql-results+json" in reply.body


def test_csv_and_xml_keep_every_character(small: Server) -> None:
    query = f"SELECT ?word {{ <{GRAPHS}two#1> ?p ?word }}"
    table = list(csv.reader(io.StringIO(small.get(query, "text/csv").body.decode(), newline="")))
    assert table == [["word"], ['tab\tquote" comma, & < line\nfeed']]
    tree = etree.fromstring(small.get(query, "application/sparql-results+xml").body)
    literal = tree.find(".//{http://www.w3.org/2005/sparql-results#}literal")
    assert literal is not None
    assert literal.text == table[1][0]


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status"),
    [
        ("PUT", "/sparql?query=ASK%20%7B%7D", b"", "", 405),
        ("DELETE", "/sparql", None, "", 405),
        ("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, "", 400),
        ("GET", "/sparql?query=ASK%20%7B", None, "", 400),
        ("GET", "/sparql?query=", None, "", 400),
        ("GET", "/sparql?default-graph-uri=urn:x", None, "", 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", None, "", 400),
        ("GET", "/sparql?query=ASK%7B%7D%FF", None, "", 400),
        ("POST", "/sparql", b"ASK {}", "text/plain", 415),
        ("POST", "/sparql", b"ASK {}", "", 415),
        ("POST", "/sparql", b"query=ASK%20%7B%7D", "", 415),
        ("POST", "/sparql", b"ASK {}", "application/sparql-query; charset=UTF-16", 415),
        ("POST", "/sparql", b"ASK {} #\xff", "application/sparql-query", 400),
        ("POST", "/sparql?query=ASK%7B%7D", b"ASK {}", "application/sparql-query", 400),
        ("POST", "/sparql", b"x=1", FORM, 400),
        ("POST", "/sparql", b"update=CLEAR%20ALL", FORM, 403),
        ("POST", "/sparql", b"CLEAR ALL", "application/sparql-update", 403),
        ("POST", "/sparql", b"CLEAR ALL", "application/sparql-query", 400),
        ("GET", "/sparql?update=CLEAR%20ALL", None, "", 403),
        ("POST", "/sparql", b" " * 1_100_000, "application/sparql-query", 413),
        ("GET", "/elsewhere", None, "", 404),
        ("POST", "/.well-known/void", b"", "", 405),
    ],
)
def test_wrong_requests_have_the_right_status(
    small: Server, method: str, path: str, body: bytes | None, kind: str, status: int
) -> None:
    reply = small.request(method, path, body, {"Content-Type": kind} if kind else {})
    assert reply.status == status, reply.body
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert reply.body.startswith(b"error: ")


def test_errors_come_in_both_languages_and_as_json(small: Server) -> None:
    path = "/sparql?query=ASK%20%7B"
    chinese = small.request("GET", path, headers={"Accept-Language": "zh-CN,en;q=0.5"})
    assert chinese.body.decode().startswith("错误：")
    problem = small.request("GET", path, headers={"Accept": "application/json"}).json["error"]
    assert {"what", "where", "expected", "next_step"} == set(problem)


@pytest.mark.parametrize(
    ("accept", "says"),
    [
        ("application/sparql-results+json", b'"cut":"cut by the limit of rows after 20'),
        ("application/sparql-results+xml", b"<!-- cut by the limit of rows after 20"),
    ],
)
def test_a_cut_is_announced_in_header_and_body(small: Server, accept: str, says: bytes) -> None:
    reply = small.get(ALL, accept)
    assert reply.status == 200
    assert reply.headers["zjkg-cut"] == "rows"
    assert reply.headers["zjkg-rows"] == "20"
    assert says in reply.body
    whole = small.get(ALL + " LIMIT 20", accept)
    assert "zjkg-cut" not in whole.headers
    assert b"cut by" not in whole.body


def test_a_cut_graph_says_so_in_a_comment(small: Server) -> None:
    reply = small.get("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")
    assert reply.headers["zjkg-cut"] == "rows"
    assert b"\n# cut by the limit of rows after 20 rows" in reply.body
    assert len(rdflib.Graph().parse(data=reply.body, format="turtle")) == 20


def test_advice_names_unknown_terms_and_what_removes_the_last_row(small: Server) -> None:
    def told(query: str) -> str:
        reply = small.request("GET", f"/sparql/advice?query={quote(query)}")
        assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
        assert set(reply.json) == {"advice"}
        return reply.body.decode()

    assert told(ALL) == '{"advice":[]}'
    assert told("ASK {}") == '{"advice":[]}'
    assert "did you mean zj:Claim" in told("SELECT ?c { ?c a zj:Claims }")
    nothing = f'SELECT ?s {{ ?s {SAYS} "b" ; {SAYS} "c" }}'
    assert "nothing in the graph matches this pattern" in told(nothing)
    assert "没有任何内容匹配" in told(nothing)


@pytest.mark.parametrize("query", ["SELECT ?c { ?c a zj:Persn }", "ASK { ?c a zj:Persn }"])
def test_an_answer_names_misspelt_terms_in_its_head(small: Server, query: str) -> None:
    reply = small.get(query)
    assert "did you mean zj:Person" in reply.headers["zjkg-advice"]
    assert "Zjkg-Advice" in reply.headers["access-control-expose-headers"]
    assert "zjkg-advice" not in small.get(ALL).headers
    assert "zj:%E4%BA%BA%E5" in small.get("ASK { ?c a zj:人员们 }").headers["zjkg-advice"]


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("SELECT * {", 400), ("SELECT * { SERVICE <urn:x> {} }", 403), ("CLEAR ALL", 400)],
)
def test_advice_has_the_endpoints_errors(small: Server, query: str, status: int) -> None:
    reply = small.request("GET", f"/sparql/advice?query={quote(query)}")
    assert reply.status == status
    assert reply.body.startswith(b"error: ")


def test_other_sites_may_ask(small: Server) -> None:
    preflight = small.request("OPTIONS", "/sparql", headers={"Origin": "https://example.org"})
    assert preflight.status == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    for reply in (small.get("ASK {}"), small.get("ASK {")):
        assert reply.headers["access-control-allow-origin"] == "*"
        assert "Zjkg-Cut" in reply.headers["access-control-expose-headers"]
        assert reply.headers["x-content-type-options"] == "nosniff"


def test_head_has_no_body(small: Server) -> None:
    reply = small.request("HEAD", "/sparql?query=ASK%20%7B%7D")
    assert (reply.status, reply.body) == (200, b"")


def test_the_service_describes_itself(small: Server) -> None:
    reply = small.request("GET", "/sparql")
    graph = rdflib.Graph().parse(data=reply.body, format="turtle")
    service = graph.value(predicate=RDF.type, object=SD.Service, any=False)
    endpoint = rdflib.URIRef(f"http://{small.host}:{small.port}/sparql")
    assert (service, SD.endpoint, endpoint) in graph
    assert (service, SD.feature, SD.UnionDefaultGraph) in graph
    assert (None, RDFS.comment, None) not in graph
    names = {str(name) for name in graph.objects(None, SD.name)}
    assert names == {f"{GRAPHS}{name}" for name in ("one", "two", "three")}


def test_a_description_that_leaves_out_graphs_says_so(
    tmp_path: Path,
    launch: Callable[..., AbstractContextManager[Server]],
) -> None:
    graphs = [NamedNode(f"{GRAPHS}{number}") for number in range(1_001)]
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.engine.extend(Quad(each, each, each, each) for each in graphs)
        store.save_state(State(rules="done"))
    with launch(tmp_path / "store") as server:
        reply = server.request("GET", "/sparql")
        listed = rdflib.Graph().parse(data=reply.body, format="turtle")
        query = "SELECT ?graph { GRAPH ?graph { } }"
        assert len(server.get(query).json["results"]["bindings"]) == 1_001
    assert len(set(listed.objects(None, SD.name))) == 1_000
    comments = [c for c in listed.objects(None, RDFS.comment) if isinstance(c, rdflib.Literal)]
    assert {each.language for each in comments} == {"en", "zh"}
    assert all("1001" in words and query in words for words in comments)


@RDFLIB_WARNS
def test_void_counts_the_data(small: Server) -> None:
    reply = small.request("GET", "/.well-known/void", headers={"Accept": "application/ld+json"})
    graph = rdflib.Graph().parse(data=reply.body, format="json-ld")
    dataset = graph.value(predicate=RDF.type, object=VOID.Dataset, any=False)
    triples = graph.value(dataset, VOID.triples)
    assert isinstance(triples, rdflib.Literal)
    assert triples.toPython() == 34


def test_a_bare_dollar_variable_and_known_prefixes(small: Server) -> None:
    assert small.get("SELECT $s { $s a zj:Claim }").json["results"]["bindings"] == []


@pytest.mark.parametrize("path", ["/", "/sources", "/conflicts", "/search", "/metrics"])
def test_a_form_that_a_page_lacks_is_refused_with_those_it_has(small: Server, path: str) -> None:
    reply = small.request("GET", f"{path}?format=pdf", headers={"Accept": "text/html"})
    assert reply.status == 406
    said = reply.body.decode()
    assert "format=pdf" in said
    assert "html" in said
    assert small.request("GET", f"{path}?format=html").status == 200
