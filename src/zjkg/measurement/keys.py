"""The matching key of a text: simplified, half-width digits and signs, of equal length."""

from __future__ import annotations

from zjkg.folding import simplified

_FULL_WIDTH = {ord("０") + digit: ord("0") + digit for digit in range(10)}
_SIGNS = str.maketrans(
    {"％": "%", "．": ".", "／": "/", "～": "~", "＋": "+", "＄": "$", "￥": "¥"}
)
_TABLE = _SIGNS | _FULL_WIDTH


def matching_key(text: str) -> str:
    """The text as the grammar reads it; offsets into the key are offsets into the text."""
    return simplified(text).translate(_TABLE)
