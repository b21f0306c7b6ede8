"""Words in texts: where they stand, whatever their script, width, case and spacing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from zjkg.folding import simplified

_SENTENCE_END = re.compile(r"[。！？!?…]+[”’」』\"']*|(?<=[a-z)\"”])\.(?=\s)|\n")
_REMEMBERED = 1 << 14


def folded(text: str) -> str:
    """The text as it is compared: simplified, half width, lower case, without white space."""
    return "".join(unicodedata.normalize("NFKC", simplified(text)).casefold().split())


def comparable(text: str) -> str:
    """The text folded character by character, as ``occurrences`` compares it."""
    return "".join(_folded_characters(text))


def occurrences(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """The spans of ``text`` that equal the words when folded, from left to right."""
    wanted = comparable(words)
    if not wanted:
        return ()
    characters = _folded_characters(text)
    origins = [index for index, piece in enumerate(characters) for _ in piece]
    haystack = "".join(characters)
    spans = []
    at = haystack.find(wanted)
    while at >= 0:
        spans.append((origins[at], origins[at + len(wanted) - 1] + 1))
        at = haystack.find(wanted, at + len(wanted))
    return tuple(spans)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, inside one line, that holds the span."""
    first = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    last = len(text) if line_end < 0 else line_end
    for match in _SENTENCE_END.finditer(text, first, last):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end or match.end() >= end:
            last = match.end()
            break
    while first < start and text[first].isspace():
        first += 1
    return first, last


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of all sentences of a text, in order, without white space around them."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start, end = sentence_around(text, at, at + 1)
        yield start, end
        at = max(end, at + 1)


def folded_sentences(text: str) -> list[str]:
    """The sentences of a text in order, as they are compared; together ``comparable`` of it."""
    characters = _folded_characters(text)
    return ["".join(characters[start:end]) for start, end in sentences(text)]


def _folded_characters(text: str) -> list[str]:
    """One folded piece for each character, empty for white space."""
    return [_folded_character(character) for character in simplified(text)]


@lru_cache(maxsize=_REMEMBERED)
def _folded_character(character: str) -> str:
    return "".join(unicodedata.normalize("NFKC", character).casefold().split())
