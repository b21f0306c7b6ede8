"""How an article begins, for where one without a headline is named."""

from __future__ import annotations

import re

from zjkg.query.reader import GraphReader

_LENGTH = 32  # characters
_CLAUSE_END = re.compile(r"[。，；！？：]|[,.;:!?](?!\d)")


def opening(reader: GraphReader, article: str, version: str) -> str:
    """The first words of the text behind lines that only name its outlet or its authors."""
    lines = (reader.first(version, "zj:text", version) or "").strip().splitlines()
    named = {
        name
        for term in ("dcterms:publisher", "schema:author")
        for entity in reader.values(article, term, version)
        for name in reader.values(entity, "rdfs:label", version)
    }
    said = (line.strip() for line in lines if line.strip() not in named)
    return beginning(next(said, lines[0].strip() if lines else ""))


def beginning(text: str) -> str:
    """The first words of a text, with a sign that more follow.

    It is cut where a clause ends, else between words, where there is such a place.
    """
    if len(text) <= _LENGTH:
        return text
    ends = [match.start() for match in _CLAUSE_END.finditer(text, _LENGTH // 2, _LENGTH + 1)]
    space = text.rfind(" ", _LENGTH // 2, _LENGTH)
    end = max(ends, default=space if space > 0 else _LENGTH)
    return f"{text[:end]}…"
