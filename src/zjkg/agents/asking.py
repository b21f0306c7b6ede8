"""SPARQL within limits, answered in pages of rows with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from zjkg.agents.arguments import Arguments
from zjkg.agents.calls import Call
from zjkg.agents.grounding import Grounds
from zjkg.agents.rows import RowsAnswer, Table, limit_note, shown, table
from zjkg.errors import Bilingual
from zjkg.query import unread
from zjkg.query.vocabulary import unknown_terms

_LONGEST_CHECKED = 10_000
_MOST_NOTES = 10
_Arguments = TypeVar("_Arguments", bound=Arguments)


def answer_rows(call: Call[_Arguments], text: str) -> RowsAnswer:
    """A page of the rows of a query.

    The query runs anew for each page; a cursor holds the digest of all rows, so pages of answers
    that differ are never put together. Why there is no row is asked in a worker, too.

    Raises:
        QueryError: if the query, or the cursor, cannot be used.
        QueryEndedError: if the guard, the engine or a limit ended the query.
    """
    place = call.place
    found = table(call.reading.ask(text), text)
    grounds = Grounds(call.reading.engine)
    rows = shown(found, place.offset, place.end, grounds)
    paged = place.page(rows, len(found.rows), found.content)
    notes = [note.pick(call.lang) for note in _notes(call, text, found)]
    return RowsAnswer(
        list(found.columns),
        paged.items,
        found.limited.value if found.limited else None,
        notes,
        paged.page,
    )


def _notes(call: Call[_Arguments], text: str, found: Table) -> Iterator[Bilingual]:
    cut = limit_note(found)
    if cut is not None:
        yield cut
    if len(text) <= _LONGEST_CHECKED and not found.rows:
        told = call.reading.advise(text)
        if told.problem is None:
            yield from msgspec.json.decode(told.body, type=_Advice).advice[:_MOST_NOTES]
            return
    left_out = unread(text)
    if left_out is not None:
        yield left_out.words
    if len(text) <= _LONGEST_CHECKED:
        yield from unknown_terms(call.reading.engine, text)[:_MOST_NOTES]


class _Advice(msgspec.Struct, frozen=True):
    """What a worker says of a query."""

    advice: list[Bilingual]
