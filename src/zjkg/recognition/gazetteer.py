"""Known names, found in one pass over the text."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator

import ahocorasick

from zjkg.folding import simplified
from zjkg.model import EntityType, Span

_MIN_LENGTH = 2
_OF_WHICH = re.compile("其中国[家内际有企产资药]")
_ACRONYM = 4
# Only ASCII: lower() may change the length of other letters.
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class Gazetteer:
    """Names with their types; matching ignores the Chinese script and the case of Latin letters."""

    def __init__(self, names: Iterable[tuple[str, EntityType]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for name, entity_type in sorted(names):
            key = _key(simplified(name.strip()))
            if len(key) >= _MIN_LENGTH and not self._automaton.exists(key):
                self._automaton.add_word(key, (len(key), entity_type))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, folded: str) -> Iterator[tuple[Span, EntityType]]:
        """Every known name in text that is folded already; overlapping ones included."""
        if self._empty:
            return
        key = _key(folded)
        for last, (length, entity_type) in self._automaton.iter(key):
            span = Span(last + 1 - length, last + 1)
            if whole_word(key, span) and not _common_word(folded, span):
                yield span, entity_type


def _common_word(folded: str, span: Span) -> bool:
    """Whether a short Latin name is written small (us), or opens an amount (US$).

    So is a country across the edge of two words: 其中|国家级.
    """
    if _OF_WHICH.match(folded, max(0, span.start - 1), span.end + 1):
        return True
    name = span.of(folded)
    if not name.isascii() or len(name) > _ACRONYM:
        return False
    return name.islower() or folded.startswith(("$", " dollar"), span.end)


def whole_word(text: str, span: Span) -> bool:
    """Whether no Latin word or number runs on over an edge of the span."""
    return not (_joined(text, span.start) or _joined(text, span.end))


def _joined(text: str, edge: int) -> bool:
    return 0 < edge < len(text) and _latin(text[edge - 1]) and _latin(text[edge])


def _latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"  # Chinese characters need no space around a name


def _key(folded: str) -> str:
    return folded.translate(_SMALL)
