from __future__ import annotations

import time

import pytest
from pyoxigraph import Store

from zjkg.query import PREFIXES
from zjkg.query.clauses import PieceKind, clauses


def pieces(text: str) -> list[tuple[str, str]]:
    found = clauses(text)
    assert found is not None
    return [(piece.kind.value, piece.text) for piece in found.group.pieces()]


def test_each_triple_is_a_piece() -> None:
    assert pieces("SELECT * WHERE { ?a a zj:Role ; zj:post ?p, 'x'@en ; . ?b zj:value 1.5. }") == [
        ("triple", "?a a zj:Role"),
        ("triple", "?a zj:post ?p"),
        ("triple", "?a zj:post 'x'@en"),
        ("triple", "?b zj:value 1.5"),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("?a zj:partOf+/^zj:hosts ?b", ("?a", "zj:partOf+/^zj:hosts", "?b")),
        ("?a (zj:partOf|!(a|zj:b))* ?b", ("?a", "(zj:partOf|!(a|zj:b))*", "?b")),
        ("[ a zj:Role ] zj:post ?p", ("[ a zj:Role ]", "zj:post", "?p")),
        ("?a zj:x '1'^^xsd:date", ("?a", "zj:x", "'1'^^xsd:date")),
        ("?a zj:x -1.5e3", ("?a", "zj:x", "-1.5e3")),
        ("?a zj:x (1 2 [zj:y 3])", ("?a", "zj:x", "(1 2 [zj:y 3])")),
        ("<a:b#c> <p.> <d:e>", ("<a:b#c>", "<p.>", "<d:e>")),
        ("?a zj:x zj:Claim.", ("?a", "zj:x", "zj:Claim")),
        ("?a zj:x true.", ("?a", "zj:x", "true")),
        ("?a zj:x 5.", ("?a", "zj:x", "5")),
    ],
)
def test_subject_predicate_and_object(text: str, parts: tuple[str, ...]) -> None:
    found = clauses(f"ASK {{ {text} }}")
    assert found is not None
    [piece] = found.group.pieces()
    assert piece.parts == parts


def test_clauses_of_every_kind() -> None:
    text = """
    PREFIX x: <a:b>  # { not a group }
    SELECT ?a (COUNT(*) AS ?n) FROM <g:1> FROM NAMED <g:2> WHERE {
      ?a x:b ?c FILTER(?c > 1) OPTIONAL { ?a x:d ?e } MINUS { ?a x:f ?g }
      FILTER NOT EXISTS { ?a x:h "}" } FILTER REGEX(STR(?c), "x")
      BIND(1 AS ?one) VALUES (?y ?z) { (1 2) }
      GRAPH ?v { ?a x:i ?j . FILTER(?j) }
      { ?a x:k ?l } UNION { ?a x:m ?n } { SELECT ?a { ?a ?b ?c } }
      { ?a x:o ?p }
    } GROUP BY ?a HAVING(COUNT(*) > 1) VALUES ?a { x:q }
    """
    found = clauses(text)
    assert found is not None
    assert found.dataset.split() == ["FROM", "<g:1>", "FROM", "NAMED", "<g:2>"]
    assert [kind for kind, _ in pieces(text)] == (
        "triple filter optional minus filter filter bind values triple filter other other triple "
        "values"
    ).split()


def test_what_a_query_makes_is_no_pattern() -> None:
    assert pieces("CONSTRUCT { ?a x:new ?b } WHERE { ?a x:old ?b }") == [("triple", "?a x:old ?b")]
    assert pieces("CONSTRUCT WHERE { ?a x:old ?b }") == [("triple", "?a x:old ?b")]
    assert pieces("SELECT (EXISTS { ?x ?y ?z } AS ?w) { ?a x:old ?b }") == [
        ("triple", "?a x:old ?b")
    ]


def test_a_query_without_a_where_group() -> None:
    assert clauses("DESCRIBE <a:b>") is None
    assert clauses("") is None


def test_what_is_kept_is_asked(store: Store) -> None:
    found = clauses(
        "SELECT * { ?c a zj:Role . GRAPH ?v { ?c zj:post ?p ; org:member ?m FILTER(?p = 1) } }"
    )
    assert found is not None
    text = found.ask(lambda piece: piece.kind is PieceKind.TRIPLE)
    assert "FILTER" not in text
    assert store.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    assert "GRAPH" not in found.ask(lambda piece: piece.text == "?c a zj:Role")


@pytest.mark.parametrize(
    "text",
    ["{" * 60, "SELECT {", "SELECT * { ?a", "ASK { ?a zj:b ;;; }", "ASK } {", "SELECT * WHERE"],
)
def test_broken_text_ends(text: str) -> None:
    clauses(text)


def test_long_text_is_cut_in_time() -> None:
    begin = time.perf_counter()
    assert len(pieces("ASK {" + "?a zj:b ?c ; zj:d [ a zj:e ] . " * 1000 + "}")) == 2000
    assert time.perf_counter() - begin < 2
