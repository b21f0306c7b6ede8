"""Numbers that look like quantities and are none: codes, durations, articles, counted lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from zjkg.errors import Bilingual
from zjkg.measurement.candidates import Candidate
from zjkg.measurement.units import DURATION_UNITS, ENGLISH_DURATIONS
from zjkg.model import Span

# No count or amount has more digits: the money of the world has 15 before the point.
_MOST_DIGITS = 24
_TOO_LONG = Bilingual(
    f"more than {_MOST_DIGITS} digits: a code or noise, no amount",
    f"超过 {_MOST_DIGITS} 位数字，是编码或杂讯，不是数量",
)
_NO_UNIT = Bilingual("no unit and nothing counted stands with it", "没有单位，也没有所计之物")
_DURATION = Bilingual("how long something lasts, or how old it is", "时长或年龄")
_ONE = Bilingual("“one” as an article, not a count", "“一”只作不定指，并非计数")
_LISTED = Bilingual("it counts the names listed before it", "只是对前列名称的计数")
_LISTED_BEFORE = re.compile(r"[、和与及]\Z")


def rejected(candidate: Candidate, key: str, names: Sequence[Span]) -> tuple[str, Bilingual] | None:
    """The rule and the reason by which a number is no quantity; None where it is one.

    Args:
        candidate: The number with its unit and what it counts.
        key: The article's matching key.
        names: The names in its sentence.
    """
    if _is_too_long(candidate.numeral.value) or _is_too_long(candidate.numeral.value_max):
        return "too-long", _TOO_LONG
    if candidate.unit is None:
        return "no-unit", _NO_UNIT
    if candidate.unit in DURATION_UNITS or candidate.unit.lower() in ENGLISH_DURATIONS:
        return "duration", _DURATION
    written = candidate.numeral.span.of(key).lower()
    if (
        written in ("one", "a", "an")
        or candidate.unit == "others"
        or (written == "一" and candidate.unit not in ("%", "times"))
    ):
        return "indefinite", _ONE
    if _counts_listed(candidate, written, key, names):
        return "listed", _LISTED
    return None


def _counts_listed(candidate: Candidate, written: str, key: str, names: Sequence[Span]) -> bool:
    """甲、乙和丙三位院士: a Chinese numeral right after a list of names counts that list."""
    if written.isascii() or candidate.numeral.unit in ("%", "ratio"):
        return False
    before = next((name for name in names if name.end == candidate.span.start), None)
    if before is None:
        return False
    return bool(_LISTED_BEFORE.search(key, max(0, before.start - 1), before.start))


def _is_too_long(value: Decimal | None) -> bool:
    return value is not None and (
        len(value.as_tuple().digits) > _MOST_DIGITS or value.adjusted() >= _MOST_DIGITS
    )
