"""Clauses of a sentence: the stretches between its commas, semicolons and colons."""

from __future__ import annotations

import re
from bisect import bisect_right

from zjkg.model import Span

_BREAK = re.compile(
    r"[，；。：！？;!?\n]|,(?!\d{3}(?!\d))|:(?!\d)|——|(?<=[一-鿿”])[ \u3000_](?=[一-鿿“])"
)
_STRONG = re.compile(r"[；。！？;!?\n]")


def clauses(key: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of a sentence, without their closing marks, in text order."""
    return _split(key, sentence, _BREAK)


def segments(key: str, sentence: Span) -> tuple[Span, ...]:
    """The parts of a sentence between semicolons."""
    return _split(key, sentence, _STRONG)


def _split(key: str, sentence: Span, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    parts: list[Span] = []
    start = sentence.start
    for match in pattern.finditer(key, sentence.start, sentence.end):
        if match.start() > start:
            parts.append(Span(start, match.start()))
        start = match.end()
    if start < sentence.end:
        parts.append(Span(start, sentence.end))
    return tuple(parts)


def holding(parts: tuple[Span, ...], at: int) -> Span:
    """The part that holds the offset, or the last one that starts before it."""
    return parts[max(0, bisect_right(parts, at, key=lambda part: part.start) - 1)]
