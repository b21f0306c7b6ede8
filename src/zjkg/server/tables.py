"""Solutions in the four W3C formats, row by row, so that they can be cut and say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, Triple

Term = NamedNode | BlankNode | Literal | Triple
Row = Sequence[Term | None]

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTED_IN_CSV = re.compile('[",\r\n]')
_json = msgspec.json.encode


@dataclass(frozen=True, slots=True)
class TableWriter:
    """How a table is written: ``head``, the rows with ``between`` them, ``tail``.

    ``tail`` takes the notice that the answer was cut, or an empty text. CSV and TSV have no place
    for it.
    """

    head: Callable[[Sequence[str]], bytes]
    row: Callable[[Sequence[str], Row], bytes]
    between: bytes
    tail: Callable[[str], bytes]


def table_writer(form: QueryResultsFormat) -> TableWriter:
    """The writer of a format."""
    return {
        QueryResultsFormat.JSON: TableWriter(_json_head, _json_row, b",\n", _json_tail),
        QueryResultsFormat.XML: TableWriter(_xml_head, _xml_row, b"", _xml_tail),
        QueryResultsFormat.CSV: TableWriter(_csv_head, _csv_row, b"", _nothing),
        QueryResultsFormat.TSV: TableWriter(_tsv_head, _tsv_row, b"", _nothing),
    }[form]


def _nothing(_: str) -> bytes:
    return b""


def _json_head(columns: Sequence[str]) -> bytes:
    return b'{"head":{"vars":' + _json(list(columns)) + b'},"results":{"bindings":[\n'


def _json_row(columns: Sequence[str], row: Row) -> bytes:
    return _json({name: _json_term(term) for name, term in zip(columns, row, strict=True) if term})


def _json_tail(notice: str) -> bytes:
    return b"\n]}" + (b',"cut":' + _json(notice) if notice else b"") + b"}\n"


def _json_term(term: Term) -> dict[str, object]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Triple():
            names = ("subject", "predicate", "object")
            parts = (term.subject, term.predicate, term.object)
            return {
                "type": "triple",
                "value": {n: _json_term(part) for n, part in zip(names, parts, strict=True)},
            }
    written: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        written["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        written["datatype"] = term.datatype.value
    return written


def _xml_head(columns: Sequence[str]) -> bytes:
    variables = "".join(f'<variable name="{_xml(name)}"/>' for name in columns)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        f"<head>{variables}</head>\n<results>\n"
    ).encode()


def _xml_row(columns: Sequence[str], row: Row) -> bytes:
    cells = "".join(
        f'<binding name="{_xml(name)}">{_xml_term(term)}</binding>'
        for name, term in zip(columns, row, strict=True)
        if term
    )
    return f"<result>{cells}</result>\n".encode()


def _xml_tail(notice: str) -> bytes:
    comment = f"\n<!-- {notice} -->" if notice else ""
    return f"</results></sparql>{comment}\n".encode()


def _xml_term(term: Term) -> str:
    match term:
        case NamedNode():
            return f"<uri>{_xml(term.value)}</uri>"
        case BlankNode():
            return f"<bnode>{_xml(term.value)}</bnode>"
        case Triple():
            return (
                f"<triple><subject>{_xml_term(term.subject)}</subject>"
                f"<predicate>{_xml_term(term.predicate)}</predicate>"
                f"<object>{_xml_term(term.object)}</object></triple>"
            )
    if term.language:
        return f'<literal xml:lang="{_xml(term.language)}">{_xml(term.value)}</literal>'
    if term.datatype.value == _STRING:
        return f"<literal>{_xml(term.value)}</literal>"
    return f'<literal datatype="{_xml(term.datatype.value)}">{_xml(term.value)}</literal>'


def _xml(text: str) -> str:
    """Text for an element or an attribute; what XML cannot hold becomes U+FFFD."""
    clean = _NOT_IN_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;")
    return clean.replace(">", "&gt;").replace('"', "&quot;").replace("\r", "&#13;")


def _csv_head(columns: Sequence[str]) -> bytes:
    return (",".join(columns) + "\r\n").encode()


def _csv_row(_: Sequence[str], row: Row) -> bytes:
    return (",".join(_csv_cell(term) for term in row) + "\r\n").encode()


def _csv_cell(term: Term | None) -> str:
    if term is None:
        return ""
    text = term.value if isinstance(term, NamedNode | Literal) else str(term)
    if not _QUOTED_IN_CSV.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _tsv_head(columns: Sequence[str]) -> bytes:
    return ("\t".join(f"?{name}" for name in columns) + "\n").encode()


def _tsv_row(_: Sequence[str], row: Row) -> bytes:
    """Terms as Turtle writes them; the engine escapes tabs and line feeds."""
    return ("\t".join("" if term is None else str(term) for term in row) + "\n").encode()
