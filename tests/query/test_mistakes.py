"""What is said of a query that cannot be read: the place, what stands there, what was expected."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from zjkg.errors import Bilingual, QueryError
from zjkg.query.execution import evaluate

JARGON = ("\\u{", "..=", "[_]", "LATERAL")


@pytest.mark.parametrize(
    ("query", "place", "what", "expected"),
    [
        ("SELEC ?x {}", "1:1", ("begins with SELEC", "以 SELEC 开头"), "SELECT"),
        ("张江", "1:1", ("begins with 张江", "以 张江 开头"), "DESCRIBE"),
        ("SELECT ?x {\n  ?x a zj:Person\n", "1:11", ("closes this {", "{ 没有结束"), "}"),
        ("SELECT (COUNT(?x AS ?n) { ?x ?p ?o }", "1:8", ("closes this (", "( 没有结束"), ")"),
        ("SELECT * { ?x a zj:Person }}", "1:28", ("this } closes nothing", "} 没有与之"), ""),
        ("SELECT * { ?x ?p ( 1 ] }", "1:22", ("this ] closes nothing", "] 没有与之"), ")"),
        ('SELECT *\n{ ?s ?p "abc }', "2:9", ("text is not closed", "没有结束的引号"), '"'),
        ("SELECT ?x WHERE { ?x a }\n", "1:25", ("read to here", "已读到此处"), ""),
        ("SELECT (COUNT(?x) ?n) {?x ?p ?n}", "1:23", ("{ does not fit", "不应是 {"), ""),
    ],
)
def test_a_mistake_in_words(query: str, place: str, what: tuple[str, str], expected: str) -> None:
    with pytest.raises(QueryError) as refused:
        evaluate(Store(), query, "query")
    problem = refused.value.problem
    said = Bilingual(problem.text("en"), problem.text("zh"))
    line, _, column = place.partition(":")
    assert f"line {line}, column {column}: " in said.en
    assert f"第 {line} 行第 {column} 列：" in said.zh
    assert f"query, {place}\n" in problem.where
    assert what[0] in said.en
    assert what[1] in said.zh
    assert expected in problem.expected.en
    assert expected in problem.expected.zh
    assert not any(word in said.en + said.zh for word in JARGON)


def test_marks_stand_in_texts_and_comments() -> None:
    evaluate(Store(), 'SELECT * { ?s ?p "}" } # )', "query")


def test_an_unknown_prefix_is_still_told_as_one() -> None:
    with pytest.raises(QueryError, match="nothing is known as skoz:"):
        evaluate(Store(), "SELECT * { ?s a skoz:Concept }", "query")
