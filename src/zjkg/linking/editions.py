"""Which edition of a series a name tells: its year, its ordinal; 2022…峰会, 第三届…, third …."""

from __future__ import annotations

import re
from typing import Final

_HAN_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九十")}
_ENGLISH: Final = (
    *("inaugural", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth"),
)
_EDITION = re.compile(
    r"(?P<year>(?:19|20)\d\d)年?度?"
    r"|首[届屆]|第(?P<han>[一二三四五六七八九十]{1,3}|\d{1,3})[届屆]"
    rf"|\b(?:(?P<word>{'|'.join(_ENGLISH)})|(?P<number>\d{{1,3}})(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def edition_of(name: str) -> frozenset[str]:
    """The years and ordinals of a name, as numbers."""
    return frozenset(_number(match) for match in _EDITION.finditer(name))


def without_edition(name: str) -> str:
    """The name of the series."""
    return _EDITION.sub("", name).strip()


def _number(match: re.Match[str]) -> str:
    if match["year"] or match["number"]:
        return match["year"] or match["number"]
    if match["word"]:
        return str(max(1, _ENGLISH.index(match["word"].lower())))
    han = match["han"]
    if han is None:
        return "1"
    return han if han.isdigit() else str(_value(han))


def _value(han: str) -> int:
    tens, mark, ones = han.rpartition("十")
    if not mark:
        return _HAN_DIGITS[han]
    return _HAN_DIGITS.get(tens, 1) * 10 + (_HAN_DIGITS[ones] if ones else 0)
