from __future__ import annotations

import time

import pytest
from pyoxigraph import Quad, Store

from zjkg.errors import QueryError
from zjkg.graph import ontology_quads
from zjkg.ids import Minter
from zjkg.query import advice, run
from zjkg.query.emptiness import why_empty
from zjkg.query.library import named
from zjkg.query.vocabulary import unknown_terms
from zjkg.store import GraphStore


def reasons(store: Store, text: str) -> list[str]:
    return [reason.en for reason in why_empty(store, text)]


@pytest.fixture(scope="module")
def explained() -> Store:
    """The ontology alone."""
    store = Store()
    store.extend(ontology_quads(Minter("https://zjkg.example/")))
    return store


def test_a_pattern_that_matches_nothing_is_named(store: Store) -> None:
    assert reasons(store, "SELECT * { ?c a zj:Role ; zj:nowhere ?x }") == [
        "nothing in the graph matches this pattern, even alone: ?c zj:nowhere ?x"
    ]


def test_the_pattern_that_removes_the_last_row_is_named(store: Store) -> None:
    found = reasons(store, "SELECT * { ?c a zj:Role . ?c zj:post ?p . ?c zj:text ?t }")
    assert found[0] == (
        "this removes the last row: ?c zj:text ?t (the 2 patterns before it still gave rows)"
    )
    assert not any("without" in reason for reason in found)


def test_other_patterns_without_which_rows_remain(store: Store) -> None:
    found = reasons(store, "SELECT * { ?c a zj:Role . ?c a zj:Quotation . ?c zj:rule ?r }")
    assert found == [
        "this removes the last row: ?c a zj:Quotation (the pattern before it still gave rows)",
        "rows would also remain without: ?c a zj:Role",
    ]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("?c zj:post ?p FILTER(STR(?p) = 'x')", "FILTER(STR(?p) = 'x')"),
        ("FILTER(STR(?p) = 'x') GRAPH ?v { ?c zj:post ?p }", "FILTER(STR(?p) = 'x')"),
        ("?c a zj:Role MINUS { ?c zj:rule ?r }", "MINUS { ?c zj:rule ?r }"),
        ("?c zj:value ?v VALUES ?v { 5 }", "VALUES ?v { 5 }"),
        ("BIND('x' AS ?x) ?c zj:rule ?x, ?y . FILTER(?y = ?x)", "?c zj:rule ?x"),
        ("?c a zj:Role FILTER EXISTS { ?c zj:value ?x }", "FILTER EXISTS { ?c zj:value ?x }"),
        ("?c a zj:Role { ?c zj:value 1 } UNION { ?c zj:value 2 }", "UNION"),
    ],
)
def test_every_kind_of_piece_can_be_to_blame(store: Store, text: str, piece: str) -> None:
    assert not list(run(store, f"SELECT * {{ {text} }}").answer)  # type: ignore[arg-type]
    assert piece in reasons(store, f"SELECT * {{ {text} }}")[0]


def test_optional_and_bind_are_never_to_blame(store: Store) -> None:
    text = "SELECT * { BIND(1 AS ?one) OPTIONAL { ?c zj:nothing ?x } ?c a zj:Nothing }"
    assert "?c a zj:Nothing" in reasons(store, text)[0]


def test_a_language_tag_is_missing(store: Store) -> None:
    found = reasons(store, 'SELECT * { ?e rdfs:label "青禾药谷" }')
    assert found[1].lower().endswith('"青禾药谷"@zh-hans')


def test_rows_may_be_lost_after_the_where_clause(store: Store) -> None:
    for tail in ("OFFSET 100", "LIMIT 0", "GROUP BY ?c HAVING(COUNT(*) > 9)"):
        [reason] = reasons(store, f"SELECT ?c {{ ?c a zj:Role }} {tail}")
        assert "HAVING, LIMIT or OFFSET" in reason


def test_time_is_bounded(store: Store) -> None:
    crossed = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(2))
    begin = time.monotonic()
    why_empty(store, f"SELECT * {{ {crossed} FILTER(CONTAINS(?c0, 'qqq')) }}", seconds=0.2)
    assert time.monotonic() - begin < 2


def messages(store: Store, text: str) -> list[str]:
    return [message.en for message in unknown_terms(store, text)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("zj:organization", "zj:Organization"),
        ("zj:Located_In", "zj:locatedIn"),
        ("zj:locatedInn", "zj:locatedIn"),
        ("zj:perodStart", "zj:periodStart"),
        ("zj:职务", "zj:"),
        ("org:memberof", "org:memberOf"),
        ("<https://zjkg.example/ontology#Persn>", "zj:Person"),
    ],
)
def test_misspelt_terms(explained: Store, written: str, meant: str) -> None:
    [message] = messages(explained, f"SELECT * {{ ?s {written} ?o }}")
    assert f"did you mean {meant}" in message


def test_prefixes_of_the_query_count(explained: Store) -> None:
    text = "PREFIX my: <https://zjkg.example/ontology#> ASK { ?s my:valeu ?o }"
    [message] = messages(explained, text)
    assert message.startswith("zj:valeu is no term of the ontology; did you mean zj:value")


def test_known_terms_strings_and_templates_are_let_be(explained: Store) -> None:
    text = """# zj:nothing
    CONSTRUCT { ?s zj:myOwn "zj:x" } { ?s a zj:Person ; foaf:nowhere ?o ; zj:value 'zj:valeu' }"""
    assert messages(explained, text) == []


def test_an_unknown_prefix_says_which_are_known(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, "SELECT * { ?s zjj:value ?o ; skso:prefLabel ?l }")
    problem = caught.value.problem
    assert "zjj:" in problem.what.en
    assert "skos:" in problem.expected.zh
    assert "did you mean zj:?" in problem.next_step.en


def test_misspelt_parameters_and_names(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, "# parameter: name name - n\nASK { VALUES ?x { $name } }", {"nmae": "x"})
    assert "did you mean name?" in caught.value.problem.next_step.en
    with pytest.raises(QueryError) as caught:
        run(store, "# parameter: name name - n\nASK { VALUES ?x { $name } }", {"name": "青禾药股"})
    assert "青禾药谷" in caught.value.problem.next_step.zh


def test_an_answer_with_rows_needs_no_explanation(store: Store, quads: list[Quad]) -> None:
    assert quads
    assert advice(store, "SELECT * { ?c a zj:Role }", empty=False) == ()
    assert advice(store, "SELECT * { ?c a zj:Role OPTIONAL { ?c zj:psot ?p } }", empty=False)


def test_the_five_articles_explain_an_empty_answer(five: GraphStore) -> None:
    text = "SELECT * { ?r a zj:Role ; zj:post ?p ; org:member ?who . ?who rdfs:label $name }"
    found = advice(five.engine, text, {"name": "王凯荣"}, empty=True)
    assert '?who rdfs:label "王凯荣"' in found[0].en
    assert "@zh-hans" in found[1].zh.lower()


def test_a_question_of_the_library_without_an_answer_is_told_in_words(five: GraphStore) -> None:
    asked = named("figures-of-measure")
    (told,) = advice(five.engine, asked, {"words": "火星人口"}, empty=True)
    assert told.en.startswith(f"no article of this store answers “{asked.title.en}” for words=火星")
    assert asked.title.zh in told.zh
    assert "?" not in told.en + told.zh
    assert advice(five.engine, asked, {"words": "参与度"}, empty=False) == ()


def test_only_the_graphs_of_from_clauses_count(store: Store) -> None:
    derived = "FROM <https://zjkg.example/graph/derived>"
    assert reasons(store, f"SELECT * {derived} {{ ?c a zj:Role }}") == [
        "nothing in the graph matches this pattern, even alone: ?c a zj:Role"
    ]
