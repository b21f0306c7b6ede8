"""The common words of Chinese, so that a coined one stands out.

A brand is coined to be new: 映海, 晶泰, 泽璟 stand in no dictionary. jieba's dictionary has 349,000
words with their counts in news text; its proper names (tags nr, nz, nt …) and rare words are left
out here, since firms take their names from those too.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_NAMES = frozenset({"nr", "nrt", "nrfg", "nz", "nt"})
_SIZES = range(2, 4)
_COMMON = 100
"""The least count of a common word; firms' names in the dictionary stay below (measured)."""


@cache
def common_words() -> frozenset[str]:
    """Chinese words of two or three characters that every reader knows, in simplified script."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="jieba")
    # The dictionary alone: importing the package would load its segmenter and print warnings.
    lines = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split(" ") for line in lines)
    return frozenset(
        word
        for word, count, tag in entries
        if len(word) in _SIZES and int(count) >= _COMMON and tag not in _NAMES
    )
