from __future__ import annotations

import contextlib
import time

import pytest
from pyoxigraph import Store

from zjkg.errors import QueryError
from zjkg.query import records, run
from zjkg.query.guard import refuse_unsafe, spoken_tokens
from zjkg.query.results import Value
from zjkg.query.tokens import TokenKind, tokens


def rows(store: Store, text: str, **parameters: str) -> list[dict[str, Value]]:
    return list(records(run(store, text, parameters)))


def test_prefixes_need_no_declaration_and_may_be_declared(store: Store) -> None:
    counted = "SELECT (COUNT(*) AS ?n) { ?c a zj:Claim }"
    assert rows(store, counted) == rows(
        store, "PREFIX zj: <https://zjkg.example/ontology#> " + counted
    )
    assert rows(store, counted) == [{"n": 10}]


def test_all_four_forms(store: Store) -> None:
    assert rows(store, "ASK { ?c a zj:Contradiction }") == [{"boolean": True}]
    [triple] = rows(store, "CONSTRUCT { ?c a zj:Found } WHERE { ?c a zj:Quotation }")
    assert triple["object"] == "https://zjkg.example/ontology#Found"
    assert rows(store, "DESCRIBE ?c WHERE { ?c a zj:Contradiction }")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "PREFIX x: <a:b>\n# a note\ndelete where { ?s ?p ?o }",
        "CLEAR ALL",
        "LOAD <file:///etc/passwd>",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DROP ALL",
    ],
)
def test_updates_are_refused(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="changes data"):
        run(store, text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p true.SeRvIcE<http://localhost:1/>{ ?a ?b ?c } }",
        "SELECT * { ?s ?p trueSERVICE<http://localhost:1/>{ ?a ?b ?c } }",
        "SELECT * { ?s ?p 1SERVICE<http://localhost:1/>{ ?a ?b ?c } }",
        "PREFIX e: <http://localhost:1/> SELECT * { ?s ?p ?o SERVICEe:x{ ?a ?b ?c } }",
        "PREFIX : <http://localhost:1/> SELECT * { ?s ?p ?o SERVICE:x{ ?a ?b ?c } }",
        "SELECT * { <http://a\\u0041#> ?p ?o . SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a\\'#' . SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a"#\n""" . SERVICE <http://localhost:1/> { ?s ?p ?o } }',
        "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE<http://localhost:1/>{ ?s ?p ?o } }",
        "SELECT * { # <\nSERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } }",
    ],
)
def test_calls_of_other_servers_are_refused(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE calls another server"):
        run(store, text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'SERVICE' }",
        'SELECT * { ?s ?p """INSERT " SERVICE <a:b> {""" }',
        "SELECT * { ?s ?p <http://example.org/SERVICE> }",
        "SELECT ?SERVICE { ?SERVICE ?p ?o } # SERVICE <a:b> {}",
        "SELECT * { ?s schema:SERVICE ?o }",
        "# INSERT DATA\nSELECT * { ?insert ?delete 'CLEAR' } LIMIT 1",
    ],
)
def test_the_words_may_stand_in_strings_iris_names_and_comments(store: Store, text: str) -> None:
    assert isinstance(rows(store, text), list)


@pytest.mark.parametrize(
    "text",
    [
        '"\\' * 60_000,
        "a." * 60_000,
        "<" * 100_000,
        '"""\\"' * 30_000,
        "'\n" * 60_000,
        "?x:" * 40_000,
    ],
)
def test_cutting_hostile_text_is_linear_and_loses_nothing(text: str) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(QueryError):  # some are refused for their length
        refuse_unsafe(spoken_tokens(text), "query")
    assert time.perf_counter() - begin < 5
    assert "".join(token.text for token in tokens(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {'{' * 20_000}{'}' * 20_000}",
        f"SELECT ({'(' * 20_000}1{')' * 20_000} AS ?x) {{}}",
        f"SELECT ({'!' * 20_000}true AS ?x) {{}}",
        f"SELECT ({'1+' * 20_000}1 AS ?x) {{}}",
        f"SELECT * {{ {{}}{' UNION {}' * 20_000} }}",
        f"SELECT * {{ ?s zj:a{'/zj:a' * 20_000} ?o }}",
        f"SELECT * {{ ?s ?p {'[zj:a ' * 20_000}1{']' * 20_000} }}",
    ],
)
def test_what_would_overflow_the_engine_is_refused(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="too long or nested too deeply"):
        run(store, text)


def test_long_lists_of_values_are_asked(store: Store) -> None:
    many = " ".join(f"<https://example.org/{number}> '{number}'" for number in range(10_000))
    assert rows(store, f"SELECT ?s {{ VALUES ?s {{ {many} }} ?s a zj:Claim }}") == []


def test_tokens_have_kinds() -> None:
    kinds = [
        (token.kind, token.text)
        for token in tokens("SELECT ?a { ?a zj:b $c . <a#b> ?p 'x'@zh-Hans } # end")
        if token.kind is not TokenKind.SPACE
    ]
    assert kinds == [
        (TokenKind.WORD, "SELECT"),
        (TokenKind.VARIABLE, "?a"),
        (TokenKind.OTHER, "{"),
        (TokenKind.VARIABLE, "?a"),
        (TokenKind.PREFIXED, "zj:b"),
        (TokenKind.PARAMETER, "$c"),
        (TokenKind.OTHER, "."),
        (TokenKind.IRI, "<a#b>"),
        (TokenKind.VARIABLE, "?p"),
        (TokenKind.STRING, "'x'"),
        (TokenKind.LANGUAGE, "@zh-Hans"),
        (TokenKind.OTHER, "}"),
        (TokenKind.COMMENT, "# end"),
    ]


def test_a_syntax_error_shows_the_place(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, "SELECT * WHERE {\n  ?s ?p ?o .\n  FILTER(?x\n}")
    where = caught.value.problem.where
    position, shown, mark = where.split("\n")
    assert position == "query, 4:1"
    assert (shown, mark) == ("}", "^")


@pytest.mark.parametrize("filler", ["a", "药"])
@pytest.mark.parametrize("place", [0, 5_000, 50_000])
def test_of_a_long_line_only_the_place_is_shown(place: int, filler: str) -> None:
    prologue = "SELECT * {"
    text = f"{prologue}{' ' * place}]{filler * 50_000}"
    with pytest.raises(QueryError) as caught:
        run(Store(), text)
    where = caught.value.problem.where
    _, shown, mark = where.split("\n")
    assert len(where) < 500
    assert shown[len(mark) - 1] in {"]", filler}
    assert "…" in shown
    assert len(caught.value.problem.what.en) < 300


def test_an_unknown_prefix_is_a_query_error(store: Store) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        run(store, "SELECT * { ?s nowhere:x ?o }")


ATTACKS = [
    '" } #',
    "' . ?s ?p ?o } #",
    '\\" } UNION { ?s ?p ?o } #',
    '""" } #',
    "\\u0022 } #",
    "\\",
    "a\nb\r\tc",
    "> } #",
    "$x ?s",
    "𠮷",
]


@pytest.mark.parametrize("value", ATTACKS)
def test_a_string_parameter_is_only_ever_a_string(store: Store, value: str) -> None:
    text = "SELECT ?v ?w { BIND($x AS ?v) BIND(CONCAT($x, '') AS ?w) }"
    assert rows(store, text, x=value) == [{"v": value, "w": value}]
    assert rows(store, 'SELECT ?v { VALUES ?v { ""$x} }', x="s")[1:] == [{"v": "s"}]


@pytest.mark.parametrize("value", ATTACKS)
@pytest.mark.parametrize("kind", ["iri", "integer", "decimal", "date", "name"])
def test_other_types_refuse_what_they_are_not(store: Store, kind: str, value: str) -> None:
    text = f"# parameter: x {kind} - words\nSELECT ?v {{ VALUES ?v {{ $x }} }}"
    with pytest.raises(QueryError):
        run(store, text, {"x": value})
    with pytest.raises(QueryError):
        run(store, text, {"x": f"https://example.org/{value}>"})


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("integer", "-5", -5),
        ("decimal", "4.5", 4.5),
        ("date", "2021-10-13", "2021-10-13"),
        ("iri", "zj:partOf", "https://zjkg.example/ontology#partOf"),
        ("iri", "<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_typed_parameters(store: Store, kind: str, value: str, expected: Value) -> None:
    text = f"# parameter: x {kind} - words\nSELECT ?v {{ VALUES ?v {{ $x }} }}"
    [row] = rows(store, text, x=value)
    assert row["v"] == expected


def test_missing_and_unknown_parameters(store: Store) -> None:
    text = "# parameter: x string - words\nSELECT ?v { BIND($x AS ?v) }"
    with pytest.raises(QueryError, match="needs a value for x"):
        run(store, text)
    with pytest.raises(QueryError, match="no parameter y"):
        run(store, text, {"x": "1", "y": "2"})
    with pytest.raises(QueryError, match="'2021-02-30'"):
        run(store, "# parameter: x date - d\nASK { BIND($x AS ?v) }", {"x": "2021-02-30"})
    assert rows(store, "SELECT $s { $s a zj:Contradiction }")
