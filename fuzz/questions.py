"""Queries of a stranger."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice

from pyoxigraph import QueryBoolean, Store

from fuzz.text import any_text
from zjkg.errors import QueryError
from zjkg.query import advice, evaluate

_EMPTY = Store()


def sparql(data: bytes) -> None:
    """A query: refused, malformed, or answered; never an end of the process."""
    text = any_text(data)
    with suppress(QueryError):
        answer = evaluate(_EMPTY, text, "query")
        if not isinstance(answer, QueryBoolean):
            list(islice(answer, 100))
    with suppress(QueryError):
        advice(_EMPTY, text, empty=True)
