"""Simplified copies of text as matching keys; offsets stay those of the stored text."""

from __future__ import annotations

from functools import cache

import opencc


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold(text: str) -> str:
    """A copy in simplified characters, of equal length; used as a key, never stored."""
    folded: str = _converter().convert(text)
    if len(folded) == len(text):
        return folded
    # A conversion that changes length would break every offset: go character by character.
    single = (_converter().convert(char) for char in text)
    return "".join(key if len(key) == 1 else char for key, char in zip(single, text, strict=True))
