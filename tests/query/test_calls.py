"""No query calls another server, however it is written; what calls nobody is answered."""

from __future__ import annotations

import os
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, Store
from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from zjkg.errors import ZjkgError
from zjkg.query.calls import refuse_calls
from zjkg.query.execution import evaluate
from zjkg.query.guard import QueryRefusedError

SUITE = Path(os.environ.get("ZJKG_W3C_TESTS", Path(__file__).parents[2] / ".servers/w3c"))
TRAP = "<http://127.0.0.1:1/>"

# What readers of SPARQL that take the longest token see as an IRI or a string.
HIDDEN = {
    "behind an operator": "SELECT * { FILTER(1<2)SERVICE#>\nTRAP{ ?s ?p ?o } }",
    "of a variable": "SELECT * { VALUES ?e { TRAP } FILTER(1<2)SERVICE#>\n?e{ ?s ?p ?o } }",
    "silent": "SELECT * { FILTER(1<2)SERVICE#>\nSILENT TRAP{ ?s ?p ?o } }",
    "in a string": "SELECT * { FILTER('<'<'>')SERVICE TRAP{ ?s ?p ?o } #'\n}",
    "in a long string": "SELECT * { FILTER('<'<'''>''')SERVICE TRAP{ ?s ?p ?o } #'''\n}",
    "in an aggregate": "ASK { { SELECT (MAX(1<2) AS ?m) { FILTER(1<2)SERVICE#>\nTRAP{} } } }",
    "in a condition": "ASK { FILTER(1<2&&EXISTS{SERVICE#>\nTRAP{ ?s ?p ?o } }) }",
    "with a name": "PREFIX : TRAP SELECT * { FILTER(1<2)SERVICE:{ ?s ?p ?o } }",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_calls_are_found(name: str) -> None:
    text = HIDDEN[name].replace("TRAP", TRAP)
    Store().query(text.replace("ASK", "SELECT *", 1))  # well formed; nothing is asked yet
    with pytest.raises(QueryRefusedError, match="SERVICE calls another server"):
        evaluate(Store(), text, "query")


@pytest.mark.parametrize(
    "text",
    [
        "PREFIX service: <urn:x> SELECT * { service:a ?Service service:SERVICE }",
        "SELECT * { ?s <urn:service#>\n?o . { ?o ?p ?q } }",
        "SELECT (1 AS ?SERVICE) (2 AS ?service) {}",
        "SELECT * { ?s ?p 'SERVICE <a:b> {' FILTER(1<2) } # SERVICE#>\n",
        "SELECT * { BIND('''<SERVICE#>\n?e { }''' AS ?x) _:service ?p 'x'@service }",
    ],
)
def test_the_word_alone_is_no_call(text: str) -> None:
    refuse_calls(text, "query")


@pytest.mark.parametrize("text", ["ASK { ?s ?p 'service of all kinds", "SELECT ?service { ?s ?p }"])
def test_malformed_queries_with_the_word_say_what_is_malformed(text: str) -> None:
    with pytest.raises(ZjkgError, match="the query cannot be read"):
        evaluate(Store(), text, "query")


@pytest.mark.parametrize("word", ["SERVIC\\u0045", "\u017fERVICE", "SERV\u0131CE", "SERVICE\u200b"])
def test_the_engine_knows_no_other_spelling(word: str) -> None:
    with pytest.raises(SyntaxError):
        Store().query(f"SELECT * {{ {word} {TRAP} {{ ?s ?p ?o }} }}")


class Trap:
    """A server that counts who calls."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.iri = f"<http://127.0.0.1:{self._socket.getsockname()[1]}/>"
        self.calls = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                caller = self._socket.accept()[0]
                self.calls += 1
                caller.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    listener = Trap()
    yield listener
    listener.close()


# Groups as lists of tokens, with words that mislead where tokens are cut otherwise.
PLAIN = [
    ["?s", "?p", "?o", "."],
    ["?s", "<urn:p#SERVICE>", "'>'", "."],
    ["?s", "service:p", '"SERVICE TRAP {"@en', "."],
    ["FILTER", "(", "1", "<", "2", ")"],
    ["FILTER", "(", "'<'", "<", "'>'", ")"],
    ["FILTER", "(", "?s", "<", "<urn:x>", "||", "2", ">", "1", ")"],
    ["FILTER", "(", "1", "<", "2", "&&", "?service", ">", "'''#'''", ")"],
    ["VALUES", "?service", "{", "TRAP", "}"],
    ["MINUS", "{", "[]", "service:", "1", "}"],
]
CALLS = [
    ["SERVICE", "TRAP", "{", "?s", "?p", "?o", "}"],
    ["sErVice", "SILENT", "TRAP", "{", "}"],
    ["SERVICE", "t:", "{", "?a", "?b", "?c", "}"],
    ["FILTER", "EXISTS", "{", "SERVICE", "TRAP", "{", "}", "}"],
]
GAPS = ["", "", "", " ", "\n", "#>\n", "#'\n", '#"""\n', "#\r", "# SERVICE TRAP { } <\n", "\t#}\n"]
STARTS = ["SELECT*", "SELECT DISTINCT *", "ASK"]

Parts = list[list[str]]
_GROUPS = st.recursive(
    st.lists(st.sampled_from([*PLAIN, *CALLS]), min_size=1, max_size=4),
    lambda inner: st.builds(
        lambda first, word, middle, last: [*first, [word, "{"], *middle, ["}"], *last],
        inner,
        st.sampled_from(["", "OPTIONAL", "GRAPH ?g"]),
        inner,
        inner,
    ),
    max_leaves=4,
)


@st.composite
def queries(draw: st.DrawFn, groups: st.SearchStrategy[Parts] = _GROUPS) -> tuple[str, bool]:
    """A query, and whether it was made with a call."""
    parts = draw(groups)
    cut = ["PREFIX", "service:", "<urn:s#>", "PREFIX", "t:", "TRAP", draw(st.sampled_from(STARTS))]
    cut += ["{", *(token for part in parts for token in part if token), "}"]
    text = cut[0]
    for before, token in pairwise(cut):
        gap = draw(st.sampled_from(GAPS))
        text += (gap or " " * _run_together(before, token)) + token
    return text, any(part in CALLS for part in parts)


def _run_together(before: str, token: str) -> bool:
    """Whether two tokens without a gap would be another one, for every reader."""
    return bool(re.search(r"[\w:?.@]$", before) and re.search(r"^[\w:?.@_]", token))


def is_refused(text: str) -> bool:
    """Whether the query may not be asked; one that cannot be read never is."""
    try:
        refuse_calls(text, "query")
    except (QueryRefusedError, SyntaxError):
        return True
    return False


def ask(text: str) -> None:
    """Has the engine answer to the end."""
    store = Store()
    store.add(Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("o"), NamedNode("urn:g")))
    with suppress(SyntaxError):
        answer = store.query(text, use_default_graph_as_union=True)
        if not isinstance(answer, QueryBoolean):
            list(answer)


FUZZ = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FUZZ
@given(made=queries())
def test_exactly_what_calls_is_refused(made: tuple[str, bool], trap: Trap) -> None:
    text, has_call = made[0].replace("TRAP", trap.iri), made[1]
    assert is_refused(text) is has_call
    if not has_call:
        before = trap.calls
        ask(text)
        assert trap.calls == before


@FUZZ
@given(
    soup=st.lists(
        st.sampled_from([*{token for part in [*PLAIN, *CALLS] for token in part}, *GAPS]),
        max_size=40,
    )
)
def test_no_soup_of_tokens_calls(soup: list[str], trap: Trap) -> None:
    text = f"SELECT * {{ {''.join(soup)} }}".replace("TRAP", trap.iri)
    if not is_refused(text):
        before = trap.calls
        ask(text)
        assert trap.calls == before


def test_the_trap_works(trap: Trap) -> None:
    with suppress(OSError, RuntimeError):
        ask(f"SELECT * {{ SERVICE {trap.iri} {{ ?s ?p ?o }} }}")
    assert trap.calls > 0


def calls_in_tree(text: str) -> bool:
    """Whether rdflib's parse tree has a call."""
    nodes: list[object] = [parseQuery(text)]
    for node in nodes:
        if isinstance(node, CompValue):
            if node.name == "ServiceGraphPattern":
                return True
            nodes.extend(node.values())
        elif isinstance(node, list | ParseResults):
            nodes.extend(node)
    return False


@settings(FUZZ, max_examples=100)
@given(made=queries())
def test_another_library_sees_the_same_calls(made: tuple[str, bool]) -> None:
    """As far as it can read: what runs together it often cannot."""
    text = made[0].replace("TRAP", TRAP)
    with suppress(ParseException, RecursionError):
        assert calls_in_tree(text) == is_refused(text)


def test_another_library_sees_the_same_calls_in_the_suite() -> None:
    texts = [path.read_text("utf-8", "replace") for path in sorted(SUITE.rglob("*.rq"))]
    if not texts:
        pytest.skip("the W3C's SPARQL tests are missing: run make servers")
    compared = calls = 0
    for text in texts:
        if "service" in text.lower():
            with suppress(ParseException, RecursionError):
                assert calls_in_tree(text) == is_refused(text)
                calls += is_refused(text)
                compared += 1
        else:
            refuse_calls(text, "query")
    assert compared >= calls > 5
