"""Where the Chinese tagger's words do not end where names do.

A class noun or conjunction is parted from the firm beside it (企业|某某科技, 某某生技|与), and the
names that are made of common words are words of their own (港深创新及科技园).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from zjkg.patterns import compiled
from zjkg.recognition.lexicon import common_words
from zjkg.recognition.tagger.lac import Word
from zjkg.recognition.vocabulary import BRAND_HEADS, GENERIC

_NAMED: Final = frozenset({"n", "nz", "nw", "vn", "ORG", "PER", "LOC"})
_PROPER: Final = frozenset({"ORG", "PER", "LOC", "nz"})
_SHORTEST: Final = 5
_CLASS: Final = re.compile("企业|公司|药企|厂商|业者|机构")
_CONJUNCTIONS: Final = ("与", "和", "及")
_HALF: Final = 2
COMMON_PARKS: Final = ("港深创新及科技园", "数码港", "生医园区")
"""Parks whose names no tagger knows from the words that they are made of."""
_KNOWN: Final = compiled("落马洲河套(?:地区|区)?|" + "|".join(COMMON_PARKS))


def jointed(text: str, words: Iterable[Word]) -> list[Word]:
    """The words of a folded sentence, each name one word and nothing else in it."""
    return list(parted(text, _known(text, list(words))))


def _known(text: str, words: list[Word]) -> list[Word]:
    """The words with the names made of common words put together."""
    for name in _KNOWN.finditer(text):
        start, end = name.span()
        if any(
            w[0] <= start and end <= w[1] and (w[:2] == (start, end) or w[2] in _PROPER)
            for w in words
        ):
            continue  # a word already, or part of a longer name
        words = [
            *(w for w in words if w[1] <= start),
            *((w[0], start, w[2]) for w in words if w[0] < start < w[1]),
            (start, end, "LOC"),
            *((end, w[1], w[2]) for w in words if w[0] < end < w[1]),
            *(w for w in words if w[0] >= end),
        ]
    return words


def parted(text: str, words: Iterable[Word]) -> Iterator[Word]:
    """The words of a folded sentence, a class noun or conjunction apart from the firm beside it."""
    for word in words:
        start, end, tag = word
        if end - start < _SHORTEST or tag not in _NAMED:
            yield word
            continue
        firm = _CLASS.match(text, start, end)
        if firm is not None and _is_firm(text[firm.end() : end]):
            yield (start, firm.end(), "n")
            yield (firm.end(), end, "nz")
        elif text.endswith(_CONJUNCTIONS, start, end) and _is_firm(text[start : end - 1]):
            yield (start, end - 1, tag)
            yield (end - 1, end, "c")
        else:
            yield word


def _is_firm(name: str) -> bool:
    """Whether a coined brand and its trade are all that a word holds."""
    opening = name[:_HALF]
    return (
        name.endswith(BRAND_HEADS)
        and name not in BRAND_HEADS
        and opening not in GENERIC
        and opening not in common_words()
    )
