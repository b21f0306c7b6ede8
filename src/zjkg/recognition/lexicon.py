"""The common words of Chinese, so that a coined one stands out.

A brand is coined to be new: 映海, 晶泰, 泽璟 stand in no dictionary. jieba's dictionary has 349,000
words with their counts in news text; its proper names (tags nr, nz, nt …) and rare words are left
out here, since firms take their names from those too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_NAMES = frozenset({"nr", "nrt", "nrfg", "nz", "nt"})
_SIZES = range(2, 4)
_ORDINARY_SIZES = range(2, 5)
_COMMON = 100
"""The least count of a common word; firms' names in the dictionary stay below (measured)."""


_PROPER = _NAMES | {"ns", "j", "zg"}
_ORDINARY = 10


@cache
def common_words() -> frozenset[str]:
    """Chinese words of two or three characters that every reader knows, in simplified script."""
    return frozenset(
        word
        for word, count, tag in _entries()
        if len(word) in _SIZES and count >= _COMMON and tag not in _NAMES
    )


@cache
def ordinary_words() -> frozenset[str]:
    """Words of two to four characters that name no person, place or firm; rarer ones too."""
    return frozenset(
        word
        for word, count, tag in _entries()
        if len(word) in _ORDINARY_SIZES and count >= _ORDINARY and tag not in _PROPER
    )


@cache
def listed_words() -> frozenset[str]:
    """All words of two to four characters that name no person, place or firm, however rare.

    Its tag for other proper names also stands at common words (申报, 多肽).
    """
    return frozenset(
        word
        for word, _, tag in _entries()
        if len(word) in _ORDINARY_SIZES and (tag == "nz" or tag not in _PROPER)
    )


def made_of_listed_words(words: str, particles: frozenset[str]) -> bool:
    """Whether characters can be cut into listed words, with single ``particles`` among them."""
    reach = [True] + [False] * len(words)
    for end in range(1, len(words) + 1):
        reach[end] = (reach[end - 1] and words[end - 1] in particles) or any(
            reach[end - size] and words[end - size : end] in listed_words()
            for size in _ORDINARY_SIZES
            if size <= end
        )
    return reach[-1]


def _entries() -> Iterator[tuple[str, int, str]]:
    """Word, count and tag of each line of the dictionary.

    The dictionary alone: importing the package would load its segmenter and print warnings.
    """
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="jieba")
    text = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, count, tag = line.split(" ")
        yield word, int(count), tag
