"""What the columns of a row say about where its facts stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from zjkg.agents.facts import Scalar

_QUOTE, _SOURCE = "quote", "source"
_WORDS = frozenset({"surface", "anchor"})


def quotes(row: Mapping[str, Scalar]) -> Iterator[tuple[str, str]]:
    """The columns that hold words of an article, each with the article's column.

    ``quoteA`` belongs to ``sourceA``; ``outQuote`` to the only ``source``.
    """
    for column, cell in row.items():
        if not isinstance(cell, str) or not cell:
            continue
        if _QUOTE in column.lower():
            source = row.get(column.replace(_QUOTE, _SOURCE)) or row.get(_SOURCE)
        elif column in _WORDS or (column == "text" and "speaker" in row):
            source = row.get(_SOURCE)
        else:
            continue
        if isinstance(source, str):
            yield cell, source


def lexical(cell: Scalar) -> str:
    """A value as RDF writes it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def is_iri(text: str) -> bool:
    """Whether a text is the address of something on the web."""
    if not text.startswith(("http://", "https://")):
        return False
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True
