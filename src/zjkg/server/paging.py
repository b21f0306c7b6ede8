"""A page in a worker."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Store, Triple

from zjkg.errors import QueryError
from zjkg.pages import answer
from zjkg.server.evaluation import graph_body
from zjkg.server.messages import Answered, Asked, Cut, Outcome, limited


def paged(store: Store, asked: Asked) -> Answered:
    """The page that is asked for; its triples are cut at the limit of rows."""
    if asked.page is None:
        raise TypeError(asked.task)
    try:
        page = answer(store, asked.page, _triples, asked.rows)
    except QueryError as error:
        return Answered(outcome=Outcome.MALFORMED, problem=error.problem)
    except MemoryError:
        return limited(Cut.MEMORY, asked.seconds, 0)
    if page.is_missing:
        return Answered(outcome=Outcome.MISSING)
    cut = Cut.ROWS if page.is_cut else None
    return Answered(
        outcome=Outcome.ANSWERED, body=page.body, media_type=asked.page.media_type, cut=cut
    )


def _triples(triples: Iterable[Triple], media_type: str) -> bytes:
    return graph_body(triples, media_type)
