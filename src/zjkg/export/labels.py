"""Labels of nodes: the best name in each language, and a form short enough to draw."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from zjkg.folding import simplified

_IDEOGRAPH = re.compile("[\u3400-\U0010ffff]")
_WIDTH = 24  # 12 full-width or 24 half-width characters: longer CJK labels make Gephi slow
_WIDE = frozenset("WF")
_JOINER = "\u200d"
_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A label with its language tag; ``preferred`` marks the one chosen over all articles.

    ``lang`` is in lower case, as stores may return tags in any case.
    """

    text: str
    lang: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """The best names of an entity; empty where there is none."""

    full: str
    en: str
    zh: str
    pinyin: str


def choose(names: Collection[Name]) -> Labels:
    """The best name in each language, and over all: Chinese before English before others."""
    pinyin = [name for name in names if "-latn" in name.lang]
    spelled = [name for name in names if "-latn" not in name.lang]
    chinese = [name for name in spelled if name.lang.startswith("zh")]
    english = [name for name in spelled if name.lang.startswith("en")]
    zh, en = _best(chinese), _best(english)
    return Labels(zh or en or _best(spelled) or _best(pinyin), en, zh, _best(pinyin))


def written_once(names: Iterable[str]) -> tuple[str, ...]:
    """What to show of names that may be one in several scripts and languages, in their order.

    Chinese before others; of simplified and traditional writings of one the simplified.
    """
    given = tuple(dict.fromkeys(names))
    chinese = [name for name in given if _IDEOGRAPH.search(name)]
    writings: dict[str, str] = {}
    for name in chinese or given:
        key = simplified(name)
        if key not in writings or name == key:
            writings[key] = name
    return tuple(writings.values())


def shorten(text: str) -> str:
    """The text on one line, at most 24 columns wide, where a CJK character takes two.

    Controls of text direction are left out, since a cut could leave one open; combining marks
    and joined emoji are not torn apart.
    """
    line = "".join(char for char in " ".join(text.split()) if char not in _BIDI_CONTROLS)
    width = 0
    last = 0
    for index, char in enumerate(line):
        width += _columns(char)
        if width <= _WIDTH - 1:
            last = index + 1
        if width > _WIDTH:
            return line[: _boundary(line, last)].rstrip() + "…"
    return line


def _best(names: Collection[Name]) -> str:
    ranked = sorted(
        names,
        key=lambda name: (
            not name.preferred,
            name.lang != "zh-hans",
            -len(name.text),
            name.text,
        ),
    )
    return ranked[0].text if ranked else ""


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def _boundary(text: str, end: int) -> int:
    """The last index up to ``end`` where the text may be cut without tearing a character."""
    while 0 < end < len(text) and (
        text[end] == _JOINER
        or text[end - 1] == _JOINER
        or unicodedata.category(text[end]) in {"Mn", "Me"}
    ):
        end -= 1
    return end
