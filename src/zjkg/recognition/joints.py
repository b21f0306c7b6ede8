"""Where the Chinese tagger's words do not end where names do.

A class noun or conjunction is parted from the firm beside it: 企业|某某科技, 某某生技|与.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from zjkg.recognition.lexicon import common_words
from zjkg.recognition.tagger.lac import Word
from zjkg.recognition.vocabulary import BRAND_HEADS, GENERIC

_NAMES: Final = frozenset({"nz", "nw", "ORG", "PER", "LOC"})
_NAMED: Final = _NAMES | {"n", "vn"}
_SHORTEST: Final = 3
_SHORTEST_JOINED: Final = 5
_CLASS: Final = re.compile("企业|公司|药企|厂商|业者|机构")
_CONJUNCTIONS: Final = ("与", "和", "及")
_NEVER_LAST: Final = ("与",)  # no name ends so: 南科与
_HALF: Final = 2


def parted(text: str, words: Iterable[Word]) -> Iterator[Word]:
    """The words of a folded sentence, a class noun or conjunction apart from the firm beside it."""
    for word in words:
        start, end, tag = word
        if end - start < _SHORTEST or tag not in _NAMED:
            yield word
            continue
        if tag in _NAMES and text.endswith(_NEVER_LAST, start, end):
            yield (start, end - 1, tag)
            yield (end - 1, end, "c")
            continue
        if end - start < _SHORTEST_JOINED:
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
