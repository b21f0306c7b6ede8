"""The row-by-row writers beside the engine's own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

import pytest
from lxml import etree
from pyoxigraph import (
    QueryResultsFormat,
    QuerySolutions,
    Store,
    parse_query_results,
)

from zjkg.server.negotiation import chosen_type
from zjkg.server.tables import table_writer

QUERY = r"""SELECT * { VALUES (?a ?b) {
  (<urn:x> "plain") ("t\tab" "q\"uote, & <tag> 'x'") ("line\nfeed\r" "药"@zh-Hans)
  (UNDEF 1.50) (true "2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date>) (UNDEF UNDEF)
} }"""


def solutions() -> QuerySolutions:
    answer = Store().query(QUERY)
    assert isinstance(answer, QuerySolutions)
    return answer


def ours(form: QueryResultsFormat) -> bytes:
    answer = solutions()
    columns = [variable.value for variable in answer.variables]
    writer = table_writer(form)
    rows = writer.between.join(writer.row(columns, list(row)) for row in answer)
    return writer.head(columns) + rows + writer.tail("")


def read(body: bytes, form: QueryResultsFormat) -> list[list[str]]:
    answer = parse_query_results(body, form)
    assert isinstance(answer, QuerySolutions)
    return [[str(term) for term in row] for row in answer]


@pytest.mark.parametrize(
    "form", [QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.TSV]
)
def test_the_engine_reads_back_what_it_would_have_written(form: QueryResultsFormat) -> None:
    assert read(ours(form), form) == [[str(term) for term in row] for row in solutions()]


def test_csv_is_what_the_engine_writes() -> None:
    def rows(body: bytes) -> Iterable[list[str]]:
        return list(csv.reader(io.StringIO(body.decode(), newline="")))

    engines = solutions().serialize(format=QueryResultsFormat.CSV) or b""
    assert rows(ours(QueryResultsFormat.CSV)) == rows(engines)


def test_what_xml_cannot_hold_is_replaced() -> None:
    writer = table_writer(QueryResultsFormat.XML)
    answer = Store().query(r'SELECT ("a\u0001b" AS ?x) {}')
    assert isinstance(answer, QuerySolutions)
    body = writer.head(["x"]) + b"".join(writer.row(["x"], list(row)) for row in answer)
    tree = etree.fromstring(body + writer.tail("cut"))
    assert [element.text for element in tree.iter() if element.text and "a" in element.text] == [
        "a\ufffdb"
    ]


def test_the_notice_is_json() -> None:
    writer = table_writer(QueryResultsFormat.JSON)
    assert json.loads(writer.head(["x"]) + writer.tail('cut "here"'))["cut"] == 'cut "here"'


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "a/one"),
        ("a/*", "a/one"),
        ("a/two, a/one", "a/one"),
        ("a/one;q=0.5, a/two", "a/two"),
        ("*/*;q=0.1, b/three;q=0.2", "b/three"),
        ("a/*, a/one;q=0", "a/two"),
        ("A/TWO ; Q=1", "a/two"),
        ("a/one;q=nonsense", None),
        ("c/four", None),
    ],
)
def test_negotiation(accept: str, chosen: str | None) -> None:
    assert chosen_type(accept, ("a/one", "a/two", "b/three")) == chosen
