"""Light folds for comparing words: enough for spelling, too little to hide a wrong name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_QUOTATION_MARKS = "\"'“”‘’「」『』﹁﹂﹃﹄«»‹›"
_MARKDOWN_MARKS = "*`#"
_TO_DROP = str.maketrans("", "", _QUOTATION_MARKS + _MARKDOWN_MARKS)
_FIRST_WIDE = "\u2e80"  # from the CJK radicals on, words stand without spaces
_MOSTLY = 0.6


def fold(text: str) -> str:
    """NFKC and case folded; spaces, quotation marks and Markdown marks dropped."""
    return "".join(_normal(text).split())


def words(text: str) -> tuple[str, ...]:
    """What containment is counted in: characters of a Chinese phrase, words of an English one."""
    normal = _normal(text)
    if any(character >= _FIRST_WIDE for character in normal):
        return tuple("".join(normal.split()))
    return tuple(normal.split())


def same_phrase(first: str | None, second: str | None) -> bool:
    """Equal when folded, or one inside the other with at least 60 % of the longer's words."""
    if first is None or second is None:
        return first is None and second is None
    if fold(first) == fold(second):
        return True
    shorter, longer = sorted((words(first), words(second)), key=len)
    return len(shorter) >= _MOSTLY * len(longer) and _stands_in(shorter, longer)


def one_contains_other(first: str | None, second: str | None) -> bool:
    """One of the folded texts stands in the other; None only equals None."""
    if first is None or second is None:
        return first is None and second is None
    one, other = fold(first), fold(second)
    return bool(one and other) and (one in other or other in one)


def folded(names: Iterable[str]) -> frozenset[str]:
    """The keys of several names."""
    return frozenset(fold(name) for name in names)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_TO_DROP)).casefold().translate(_TO_DROP)


def _stands_in(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    size = len(shorter)
    return size > 0 and any(
        longer[start : start + size] == shorter for start in range(len(longer) - size + 1)
    )
