"""Arguments of somebody who means harm: each ends in an answer or in an error, soon."""

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import pytest
from mcp_types import CallToolResult

from zjkg.agents.toolbox import Toolbox

HUGE = "药" * 3_000_000
RIGHTS = "SELECT (1 AS ?one) {}"
_REST = "(SUBSTR(?text, 2000, 100) AS ?rest)"


class Agent(Protocol):
    """A client in a session with a server."""

    def result(self, tool: str, **arguments: object) -> CallToolResult: ...

    def call(self, tool: str, **arguments: object) -> dict[str, Any]: ...

    def error(self, tool: str, **arguments: object) -> dict[str, Any]: ...


@pytest.fixture(scope="module")
def short(
    connect: Callable[..., AbstractContextManager[Agent]], five_folder: Path
) -> Iterator[Agent]:
    """A session whose queries end after a second."""
    options = ("--seconds", "1", "--rows", "50", "--memory", "256")
    with connect(("--store", str(five_folder), *options)) as opened:
        opened.call("sparql", query=RIGHTS)
        yield opened


@pytest.fixture
def trap() -> Iterator[tuple[int, list[Any]]]:
    """A port of this machine, and everyone who connects to it."""
    callers: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    callers.append(listener.accept()[1])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        yield listener.getsockname()[1], callers
        stop.set()
        thread.join()


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("search", {"words": HUGE}),
        ("search", {"words": "a", "limit": 0}),
        ("search", {"words": "a", "limit": 10**9}),
        ("search", {"words": "a", "limit": "5"}),
        ("search", {"words": "a", "limit": True}),
        ("search", {"words": "a", "kind": "everything"}),
        ("search", {"words": ["a"]}),
        ("search", {"words": None}),
        ("search", {}),
        ("search", {"words": "a", "unknown": 1}),
        ("search", {"words": "…"}),
        ("entity", {"thing": HUGE}),
        ("entity", {"thing": "https://zjkg.example/entity/none"}),
        ("entity", {"thing": "https://zjkg.example/> } SERVICE <http://127.0.0.1/"}),
        ("entity", {"thing": "zj:Claim"}),
        ("entity", {"thing": "x" * 2_000}),
        ("compare", {}),
        ("compare", {"things": ["张江"] * 6}),
        ("compare", {"things": [HUGE]}),
        ("compare", {"things": ["nobody at all"]}),
        ("conflicts", {"type": '"} DROP ALL #'}),
        ("conflicts", {"about": "nobody at all"}),
        ("questions", {"user": "root"}),
        ("ask", {"question": "../../etc/passwd"}),
        ("ask", {"question": "metrics", "parameters": {"a": 1}}),
        ("ask", {"question": "metrics", "parameters": {str(n): n for n in range(30)}}),
        ("ask", {"question": "metrics", "parameters": {"a": {"b": 1}}}),
        ("ask", {"question": "quantities-of", "parameters": {"name": HUGE}}),
        ("ask", {"question": "targets", "parameters": {"year": "2027) } #"}}),
        ("sparql", {"query": HUGE}),
        ("sparql", {"query": "x"}),
        ("sparql", {"query": "SELECT * {" + "{" * 90 + "}" * 90 + "}"}),
        ("sparql", {"query": "SELECT " + " ".join(f"?v{n}" for n in range(300)) + " {}"}),
        ("sparql", {"query": f"SELECT ?{'v' * 9_000} {{}}"}),
        ("sparql", {"query": "DROP ALL"}),
        ("sparql", {"query": "INSERT DATA { <a:a> <b:b> <c:c> }"}),
        ("sparql", {"query": "LOAD <file:///etc/passwd>"}),
        ("sparql", {"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"}),
        ("no-such-tool", {}),
        ("", {}),
    ],
)
def test_bad_arguments_are_told_in_one_shape(
    short: Agent, tool: str, arguments: dict[str, Any]
) -> None:
    begin = time.monotonic()
    problem = short.error(tool, **arguments)
    assert len(json.dumps(problem)) < 20_000
    assert time.monotonic() - begin < 10
    assert short.call("sparql", query=RIGHTS)["rows"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?u { <http://127.0.0.1:PORT/> } SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { { SELECT * { OPTIONAL { service<http://127.0.0.1:PORT/>{ ?s ?p ?o } } } } }",
        "LOAD <http://127.0.0.1:PORT/>",
        "SELECT * FROM <http://127.0.0.1:PORT/> { ?s ?p ?o }",
    ],
)
def test_nothing_calls_out(short: Agent, trap: tuple[int, list[Any]], query: str) -> None:
    port, callers = trap
    asked = query.replace("PORT", str(port))
    result = short.result("sparql", query=asked)
    assert result.is_error or result.structured_content["page"]["total"] == 0
    injected = f'"}} }} {asked} #'
    for tool, arguments in (
        ("search", {"words": injected}),
        ("evidence", {"thing": injected}),
        ("compare", {"measure": injected}),
        ("ask", {"question": "figures-of-measure", "parameters": {"words": injected}}),
        ("ask", {"question": "search", "parameters": {"words": injected}}),
        ("ask", {"question": "evidence-of", "parameters": {"claim": f"https://a/{injected}"}}),
    ):
        short.result(tool, **arguments)
    assert not callers


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT * { ?s (zj:evidence|!zj:evidence)* ?o . ?o (!rdf:type)* ?x } ORDER BY ?s",
        'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), "(a|aa)+$")) }',
    ],
)
def test_a_query_without_end_is_ended(short: Agent, query: str) -> None:
    begin = time.monotonic()
    result = short.result("sparql", query=query)
    assert time.monotonic() - begin < 6
    assert result.is_error or result.structured_content["limited"] in {"time", "rows"}
    if result.is_error:
        assert result.structured_content["error"]["what"]["en"].startswith("the query was stopped")
    assert short.call("search", words="石谦")["entities"]


def test_a_cut_by_rows_is_told(short: Agent) -> None:
    content = short.call("sparql", query="SELECT * { ?s ?p ?o }", limit=100)
    assert content["limited"] == "rows"
    assert content["page"]["total"] == 50
    assert "there are more" in content["notes"][0]


def test_long_texts_are_shortened_and_named(short: Agent) -> None:
    query = "SELECT ?text ?again { ?v a zj:ArticleVersion ; zj:text ?text , ?again } ORDER BY ?text"
    row = short.call("sparql", query=query, limit=1)["rows"][0]
    assert len(row["cells"]["text"]) == 2_000
    assert row["cut"] == ["text", "again"]
    rest = short.call("sparql", query=query.replace("?text ?again", _REST, 1))["rows"][0]
    assert row["cells"]["text"].endswith("…")
    assert len(rest["cells"]["rest"]) == 100


def test_half_characters_are_refused(toolbox: Toolbox) -> None:
    for tool, name in (("search", "words"), ("entity", "thing"), ("sparql", "query")):
        outcome = toolbox.answer(tool, {name: "a\ud800"})
        assert outcome.failed
        json.dumps(outcome.content, ensure_ascii=False).encode()


def test_numbers_are_exact_or_text(toolbox: Toolbox) -> None:
    query = """SELECT * { VALUES (?v) { (461) (0.3333) (12345678901234567890) (1e3)
               ("9"^^xsd:byte) ("oops"^^xsd:integer) (true) } }"""
    rows = toolbox.answer("sparql", {"query": query, "limit": 100}).content["rows"]
    values = [row["cells"]["v"] for row in rows]
    assert set(map(repr, values)) == set(
        map(repr, (461, 0.3333, "12345678901234567890", 1000, 9, "oops", True))
    )


def test_a_store_that_is_gone_is_told(
    connect: Callable[..., AbstractContextManager[Agent]], five_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "store"
    shutil.copytree(five_folder, folder)
    with connect(("--store", str(folder))) as opened:
        assert opened.call("conflicts")["conflicts"]
        shutil.rmtree(folder)
        assert opened.error("conflicts")["what"]["en"]
        shutil.copytree(five_folder, folder)
        assert opened.call("conflicts")["conflicts"]
