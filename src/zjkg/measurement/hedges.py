"""Hedges: the words around a number that make it a bound or an approximation."""

from __future__ import annotations

import re

from zjkg.model import Comparator

_ABOUT, _MORE, _AT_LEAST = Comparator.ABOUT, Comparator.MORE, Comparator.AT_LEAST
_LESS, _AT_MOST = Comparator.LESS, Comparator.AT_MOST

_ZH_BEFORE = (
    ("不低于|不少于|不小于|不亚于|至少|最少|起码|最低", _AT_LEAST),
    ("不超过|不高于|不大于|不多于|至多|最多|最高可达|最高达|最高|上限为", _AT_MOST),
    ("不足|不到|不及|未达|未满|低于|少于|小于", _LESS),
    (
        "已?超过了?|已?超越|超出|超|逾|突破了?|跨越|多于|高于|大于|跃过|(?<![赶反])超(?:过)?|过(?=半)",
        _MORE,
    ),
    (
        (
            "大约为?|约为|约合|(?<![签合节预契条公履制违特邀婚相])约|将近|接近|近乎|(?<![附最靠邻贴临])近"
            "|差不多|大概|估计"
        ),
        _ABOUT,
    ),
)
_ZH_AFTER = (
    ("以上|之上|及以上|起", _AT_LEAST),
    ("以内|以下|之内|封顶", _AT_MOST),
    ("左右|上下|前后|许(?=[，。、；])", _ABOUT),
    ("余|多(?![种个家样元])", _MORE),
)
_EN_BEFORE = (
    (
        "at least|(?:no|not) (?:less|fewer) than|a minimum of|minimum of|or more",
        _AT_LEAST,
    ),
    ("up to|at most|(?:no|not) more than|a maximum of|maximum of", _AT_MOST),
    ("fewer than|less than|under|below|short of", _LESS),
    (
        (
            "more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards of|surpass(?:es|ed|ing)?"
            "|greater than|higher than|topp(?:ed|ing)|beyond"
        ),
        _MORE,
    ),
    (
        (
            "nearly|almost|about|around|approximately|approx\\.|roughly|some|close to|approaching"
            "|an estimated|estimated|circa|nearing"
        ),
        _ABOUT,
    ),
)
_EN_AFTER = (
    (r" or more| and above| or above", _AT_LEAST),
    (r" or (?:less|fewer)| or below", _AT_MOST),
    (r" or so", _ABOUT),
    (r"\+| plus", _MORE),
)


def _compile(table: tuple[tuple[str, Comparator], ...], shape: str) -> re.Pattern[str]:
    groups = "|".join(f"(?P<h{i}>{words})" for i, (words, _) in enumerate(table))
    return re.compile(shape.format(groups), re.IGNORECASE)


_BEFORE_ZH = _compile(_ZH_BEFORE, r"(?:{})(?:达到|达)?\s?\Z")
_AFTER_ZH = _compile(_ZH_AFTER, r"(?:{})")
_BEFORE_EN = _compile(_EN_BEFORE, r"(?<![A-Za-z])(?:{})(?: an?)?\s\Z")
_AFTER_EN = _compile(_EN_AFTER, r"(?:{})")
_REACH_ZH = 8
_REACH_EN = 20

Hedge = tuple[Comparator, int]


def _found(match: re.Match[str] | None, table: tuple[tuple[str, Comparator], ...]) -> Hedge | None:
    if match is None or match.lastgroup is None:
        return None
    return table[int(match.lastgroup[1:])][1], match.start()


def before(key: str, start: int, *, chinese: bool) -> Hedge | None:
    """The hedge that ends at ``start`` and where it begins."""
    if chinese:
        return _found(_BEFORE_ZH.search(key, max(0, start - _REACH_ZH), start), _ZH_BEFORE)
    return _found(_BEFORE_EN.search(key, max(0, start - _REACH_EN), start), _EN_BEFORE)


def after(key: str, end: int, *, chinese: bool) -> Hedge | None:
    """The hedge that begins at ``end`` and where it ends."""
    pattern, table = (_AFTER_ZH, _ZH_AFTER) if chinese else (_AFTER_EN, _EN_AFTER)
    match = pattern.match(key, end)
    if match is None or match.lastgroup is None:
        return None
    return table[int(match.lastgroup[1:])][1], match.end()
