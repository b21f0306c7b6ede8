"""Numbered stages inside a measure: C轮 and Series C, Ⅱ期 and Phase II, 1类 and Class 1.

Two values of different stages are never about the same, whatever the words around them.
"""

from __future__ import annotations

import re
import unicodedata

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_HAN = {han: str(number) for number, han in enumerate("一二三四五六七八九", start=1)}
_NUMBER = r"(?P<number>[0-9]|iii|ii|iv|i|v|[一二三四五六七八九])"
_ANY = re.compile("轮|期|类|round|series|phase|class")
_STAGES = (
    ("round", re.compile(r"(?<![a-z])(?P<number>(?:pre-)?[a-h]\+{0,2})\s*轮")),
    ("round", re.compile(r"\b(?P<number>pre-)?series\s+(?P<letter>[a-h]\+{0,2})")),
    ("round", re.compile(r"\b(?P<number>(?:pre-)?[a-h]\+{0,2})(?=\s+round\b)")),
    ("phase", re.compile(rf"{_NUMBER}\s*期")),
    ("phase", re.compile(rf"\bphase\s+{_NUMBER}\b")),
    ("class", re.compile(r"(?<![0-9.])(?P<number>[1-9])\s*类")),
    ("class", re.compile(r"\bclass\s+(?P<number>[1-9])\b")),
)


def ordinals(words: str) -> tuple[frozenset[str], str]:
    """The stages that words name, as ``round-c``, ``phase-2`` or ``class-1``; and the rest."""
    rest = unicodedata.normalize("NFKC", words).casefold()
    if not _ANY.search(rest):
        return frozenset(), rest
    found: set[str] = set()
    for kind, form in _STAGES:
        found.update(f"{kind}-{_number(match)}" for match in form.finditer(rest))
        rest = form.sub(" ; ", rest)
    return frozenset(found), rest


def _number(found: re.Match[str]) -> str:
    groups = found.groupdict()
    written = (groups["number"] or "") + (groups.get("letter") or "")
    return _ROMAN.get(written, _HAN.get(written, written))
