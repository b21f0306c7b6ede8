"""Which graphs a query is about, and which it may not name."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from zjkg.query import QueryRefusedError, records, run
from zjkg.query.dataset import chooses_dataset, dataset_iris
from zjkg.query.guard import spoken_tokens


@pytest.mark.parametrize(
    ("text", "iris"),
    [
        ("SELECT * { ?from ?p 'FROM <urn:x>' } # FROM <urn:y>", []),
        ("SELECT * FROM <urn:x> FROM NAMED <urn:y> {}", ["urn:x", "urn:y"]),
        ("BASE <http://e.org/a/> SELECT * FROM <../b> {}", ["http://e.org/b"]),
        ("PREFIX f: <file:///etc/> SELECT * FROM f:passwd {}", ["file:///etc/passwd"]),
        ("BASE <file:///> PREFIX f: <etc/> ASK FROM NAMED f:x {}", ["file:///etc/x"]),
        ("ASK FROM <\\u0066ile:///x> {}", ["file:///x"]),
        ("ASK FROM", []),
    ],
)
def test_graphs_are_named_as_the_prologue_says(text: str, iris: list[str]) -> None:
    spoken = spoken_tokens(text)
    assert list(dataset_iris(spoken)) == iris
    assert chooses_dataset(spoken) == ("FROM" in text.partition("{")[0])


def test_relative_graphs_follow_the_base_of_the_request() -> None:
    spoken = spoken_tokens("ASK FROM <g> {}")
    assert list(dataset_iris(spoken, "http://e.org/sparql")) == ["http://e.org/g"]


def test_from_narrows_the_union() -> None:
    store = Store()
    store.update(
        "INSERT DATA { GRAPH <urn:a> { <urn:s> <urn:p> 1 } GRAPH <urn:b> { <urn:s> <urn:p> 2 } }"
    )
    assert len(list(records(run(store, "SELECT ?o { ?s ?p ?o }")))) == 2
    assert list(records(run(store, "SELECT ?o FROM <urn:a> { ?s ?p ?o }"))) == [{"o": 1}]
    assert list(records(run(store, "SELECT ?o FROM NAMED <urn:a> { ?s ?p ?o }"))) == []


@pytest.mark.parametrize("graph", ["file:///etc/passwd", "FILE:x", "jar:file:x", "data:text/n3,"])
def test_files_are_no_graphs(graph: str) -> None:
    with pytest.raises(QueryRefusedError):
        run(Store(), f"ASK FROM <{graph}> {{}}")
