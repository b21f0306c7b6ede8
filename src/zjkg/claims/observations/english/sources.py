"""Whom an English text only cites for its figures: according to X, data from X."""

from __future__ import annotations

import re
from typing import Final

from zjkg.model import Span

_CITED: Final = re.compile(
    r"\b(?:according to|(?:report|study|survey|analysis|figures|data|research|estimates|index)"
    r" (?:[a-z]+ ){0,2}?(?:by|from|of)|compiled by|brokerage|broker|consultancy|consultants?"
    r"|analysts? (?:at|with)|data provider|researcher)\s(?:the )?(?:[a-z]+ ){0,3}\Z",
    re.IGNORECASE,
)
_CITES: Final = re.compile(r"['’]?s? (?:data|figures|analysts?|estimates|survey|economists?)\b")
_REACH: Final = 48


def is_source(key: str, name: Span) -> bool:
    """Whether the words around a name cite it for a figure."""
    low = max(0, name.start - _REACH)
    cited = _CITED.search(key, low, name.start)
    return cited is not None or _CITES.match(key, name.end, name.end + _REACH) is not None
