"""What a person new to SPARQL is told beside an answer."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Store

from zjkg.errors import Bilingual
from zjkg.query.emptiness import why_empty
from zjkg.query.library import NamedQuery, parse_query
from zjkg.query.names import entities_named
from zjkg.query.parameters import bound_text
from zjkg.query.vocabulary import unknown_terms


def advice(
    store: Store,
    query: str | NamedQuery,
    parameters: Mapping[str, str] | None = None,
    *,
    empty: bool,
    seconds: float = 2.0,
) -> tuple[Bilingual, ...]:
    """Misspelt terms of a query that was answered, and why it has no rows where it is ``empty``.

    Takes no longer than ``seconds`` or little more.
    """
    asked = parse_query("query", query) if isinstance(query, str) else query
    text = bound_text(asked, parameters or {}, lambda name: entities_named(store, name))
    misspelt = unknown_terms(store, text)
    return misspelt + (why_empty(store, text, seconds=seconds) if empty else ())
