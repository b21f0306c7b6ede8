"""What a person new to SPARQL is told beside an answer."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Store

from zjkg.errors import Bilingual
from zjkg.query.binding import bound
from zjkg.query.emptiness import why_empty
from zjkg.query.library import NamedQuery, parse_query
from zjkg.query.portions import unread
from zjkg.query.vocabulary import unknown_terms


def advice(
    store: Store,
    query: str | NamedQuery,
    parameters: Mapping[str, str] | None = None,
    *,
    empty: bool,
    seconds: float = 2.0,
) -> tuple[Bilingual, ...]:
    """What was not read, misspelt terms, and why there is no row where the answer is ``empty``.

    Of a question of the library it tells what was asked, in words; of a query that somebody wrote,
    which of its patterns left no row. Takes no longer than ``seconds`` or little more.
    """
    asked = parse_query("query", query) if isinstance(query, str) else query
    text = bound(store, asked, parameters)
    left_out = unread(text)
    partial = (left_out.words,) if left_out else ()
    misspelt = unknown_terms(store, text)
    if not empty:
        return partial + misspelt
    if isinstance(query, NamedQuery):
        told = _unanswered(query, parameters or {}, whole=left_out is None)
        return (*partial, *misspelt, told)
    return partial + misspelt + why_empty(store, text, seconds=seconds)


def _unanswered(query: NamedQuery, parameters: Mapping[str, str], *, whole: bool) -> Bilingual:
    """What was asked; of a store that was not read ``whole`` no more than what was read is told."""
    read = (
        Bilingual("of this store", "本图库中没有文章")
        if whole
        else Bilingual("that was read", "已读取的文章都未")
    )
    given = ", ".join(f"{name}={value}" for name, value in sorted(parameters.items()))
    return Bilingual(
        f"no article {read.en} answers “{query.title.en}”{f' for {given}' if given else ''};"
        f" zjkg query --explain {query.name} shows what is asked",
        f"{read.zh}能回答“{query.title.zh}”{f'（{given}）' if given else ''}；"
        f"zjkg query --explain {query.name} 可查看所问内容",
    )
