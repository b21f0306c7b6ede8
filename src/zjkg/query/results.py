"""Results as bytes: JSON records, the W3C formats, RDF, and tables for people."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

import msgspec
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from zjkg.errors import Bilingual, QueryError
from zjkg.query.execution import Result
from zjkg.query.prefixes import PREFIXES
from zjkg.query.table import Labeller, table_text

Value = str | int | Decimal | bool | None
AnyTerm = NamedNode | BlankNode | Literal | Triple


class ResultFormat(StrEnum):
    """How a result can be written."""

    TABLE = "table"
    RECORDS = "records"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    NQUADS = "nquads"


_SOLUTION_FORMATS: Mapping[ResultFormat, QueryResultsFormat] = {
    ResultFormat.CSV: QueryResultsFormat.CSV,
    ResultFormat.TSV: QueryResultsFormat.TSV,
    ResultFormat.JSON: QueryResultsFormat.JSON,
    ResultFormat.XML: QueryResultsFormat.XML,
}
_GRAPH_FORMATS: Mapping[ResultFormat, RdfFormat] = {
    ResultFormat.TURTLE: RdfFormat.TURTLE,
    ResultFormat.NQUADS: RdfFormat.N_QUADS,
}
_INTEGERS = frozenset(
    f"{PREFIXES['xsd']}{name}"
    for name in (
        "integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger "
        "negativeInteger unsignedLong unsignedInt unsignedShort unsignedByte"
    ).split()
)
_DECIMAL = f"{PREFIXES['xsd']}decimal"
_FLOATS = frozenset(f"{PREFIXES['xsd']}{name}" for name in ("double", "float"))
_BOOLEAN = f"{PREFIXES['xsd']}boolean"
_TRIPLE_COLUMNS = ("subject", "predicate", "object")
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def write(
    result: Result,
    form: ResultFormat,
    *,
    width: int | None = None,
    label: Labeller = lambda _: None,
) -> bytes:
    """The result in a format; reads it up, so a result is written once.

    For tables ``width`` is that of the terminal, None where lines may be of any length, and
    ``label`` the name to show for an IRI. Triples are written in a fixed order. Text ends with a
    line feed.

    Raises:
        QueryError: if the format does not suit the kind of result.
    """
    if form is ResultFormat.RECORDS:
        return records_json(records(result))
    if form is ResultFormat.TABLE:
        columns, rows = _term_rows(result)
        return table_text(columns, rows, lang=result.lang, width=width, label=label).encode()
    if isinstance(result.answer, QueryTriples):
        return _graph(result.answer, form)
    return _solutions(result.answer, form)


_NOTHING = {
    ResultFormat.RECORDS: b"[]",
    ResultFormat.TURTLE: b"",
    ResultFormat.NQUADS: b"",
}


def holds_nothing(content: bytes, form: ResultFormat) -> bool:
    """Whether what was written in a format holds no row and no triple."""
    stripped = content.strip()
    if form in _NOTHING:
        return stripped == _NOTHING[form]
    if form is ResultFormat.JSON:
        return b'"bindings":[]' in stripped
    if form is ResultFormat.XML:
        return b"<result>" not in stripped and b"<boolean>" not in stripped
    if form is ResultFormat.TABLE:
        return stripped.endswith((b"\n0 rows", "\n0 行".encode()))
    return content.count(b"\n") <= 1 and stripped not in {b"true", b"false"}  # only the heading


def records(result: Result) -> Iterator[dict[str, Value]]:
    """The rows as flat objects: numbers as numbers, booleans as booleans, unbound as None.

    An ASK gives one object with ``boolean``, a CONSTRUCT one per triple.
    """
    columns, rows = _term_rows(result)
    for row in rows:
        yield {column: plain(term) for column, term in zip(columns, row, strict=True)}


def plain(term: AnyTerm | None) -> Value:
    """The JSON value of a term: text or IRI, an exact number, a boolean, or None."""
    if isinstance(term, Literal):
        return _plain_literal(term)
    if isinstance(term, NamedNode):
        return term.value
    return None if term is None else str(term)


def _plain_literal(literal: Literal) -> Value:
    datatype, lexical = literal.datatype.value, literal.value
    try:
        if datatype in _INTEGERS:
            return int(lexical)
        if datatype == _DECIMAL:
            return Decimal(lexical)
        if datatype in _FLOATS and math.isfinite(float(lexical)):
            return Decimal(lexical)
    except (ValueError, ArithmeticError):
        return lexical  # RDF allows an ill-typed literal; its text is all that there is
    if datatype == _BOOLEAN and lexical in {"true", "false", "1", "0"}:
        return lexical in {"true", "1"}
    return lexical


def _term_rows(result: Result) -> tuple[tuple[str, ...], Iterator[tuple[AnyTerm | None, ...]]]:
    answer = result.answer
    if isinstance(answer, QuerySolutions):
        columns = result.columns
        return columns, (tuple(row[column] for column in columns) for row in answer)
    if isinstance(answer, QueryBoolean):
        truth = Literal(value=bool(answer))
        return ("boolean",), iter([(truth,)])
    triples = _ordered(answer)
    return _TRIPLE_COLUMNS, ((t.subject, t.predicate, t.object) for t in triples)


def records_json(rows: Iterable[Mapping[str, Value]]) -> bytes:
    """A JSON array with one object a line."""
    lines = b",\n".join(_ENCODER.encode(row) for row in rows)
    return b"[\n" + lines + b"\n]\n" if lines else b"[]\n"


def _solutions(answer: QuerySolutions | QueryBoolean, form: ResultFormat) -> bytes:
    engine_form = _SOLUTION_FORMATS.get(form)
    if engine_form is None:
        raise _unsuitable(
            form,
            Bilingual("a table or a yes/no answer", "表格或是否结果"),
            [ResultFormat.TABLE, ResultFormat.RECORDS, *_SOLUTION_FORMATS],
        )
    content = answer.serialize(format=engine_form) or b""
    return content if content.endswith(b"\n") else content + b"\n"


def _graph(answer: QueryTriples, form: ResultFormat) -> bytes:
    engine_form = _GRAPH_FORMATS.get(form)
    if engine_form is None:
        raise _unsuitable(
            form,
            Bilingual("triples", "三元组"),
            [ResultFormat.TABLE, ResultFormat.RECORDS, *_GRAPH_FORMATS],
        )
    prefixes = dict(PREFIXES) if form is ResultFormat.TURTLE else None
    return serialize(_ordered(answer), format=engine_form, prefixes=prefixes) or b""


def _ordered(answer: QueryTriples) -> list[Triple]:
    return sorted(set(answer), key=str)


def _unsuitable(form: ResultFormat, kind: Bilingual, suitable: list[ResultFormat]) -> QueryError:
    names = ", ".join(suitable)
    return QueryError(
        Bilingual(
            f"the query gives {kind.en}, which {form} cannot hold",
            f"查询结果为{kind.zh}，无法写成 {form}",
        ),
        where=f"--format {form}",
        expected=Bilingual(f"one of {names}", f"以下之一：{names}"),
        next_step=Bilingual(
            "choose another format; CONSTRUCT and DESCRIBE give triples, SELECT gives a table",
            "请选择其他格式；CONSTRUCT 和 DESCRIBE 得到三元组，SELECT 得到表格",
        ),
    )
