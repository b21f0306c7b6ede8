"""Matching keys: what two spellings of one text have in common. Never stored, never shown.

Promise 4 of the design: the original script is stored, conversion is only a key. ``simplified``
keeps the length, so offsets into the key are offsets into the text; ``match_key`` does not.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import opencc

# Quotation marks, brackets, spaces, hyphens and dots carry no identity in a name.
_NO_IDENTITY = str.maketrans(
    "",
    "",
    " \t\n\u3000\u00a0\u200b\ufeff\"'“”‘’「」『』《》〈〉()[]【】·•.,、-–—_/",
)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """The text with traditional characters made simplified; same length, code point by code point.

    Raises:
        ValueError: if the conversion changed the length (it must not: offsets depend on it).
    """
    converted: str = _converter().convert(text)
    if len(converted) != len(text):
        raise ValueError(f"conversion changed the length of {text[:40]!r}")
    return converted


def match_key(name: str) -> str:
    """The key under which two spellings of one name meet.

    Script, full and half width, case, spaces, quotation marks, brackets and hyphens are folded:
    ``上海張江（集團）有限公司`` and ``上海张江(集团)有限公司`` have one key.
    """
    folded = unicodedata.normalize("NFKC", simplified(name)).casefold()
    return folded.translate(_NO_IDENTITY)
