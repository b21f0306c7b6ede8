"""The grammar of quantities in Chinese sentences, run on the matching key."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from zjkg.measurement import hedges, numerals, units
from zjkg.measurement.candidates import Candidate, Numeral
from zjkg.model import Comparator, Span
from zjkg.patterns import compiled

_AR, _ZH, _MULT = numerals.ARABIC, numerals.CHINESE, numerals.MULTIPLIER
_NUMERAL = compiled(
    rf"百分之(?P<percent>{_AR}|{_ZH})"
    rf"|(?P<denominator>[一二三四五六七八九十百千万]+)分之(?P<numerator>[一二三四五六七八九十百]+|{_AR})"
    r"|(?<![一二三四五六七八九十百\d])(?P<parts>[三四五六八十])分(?P<of>[一二三])(?![一二三四五六七八九十\d个之家])"
    r"|(?<![\d/])(?P<slash>\d{1,3}/\d{1,4})(?![\d/])"
    r"|(?P<tenths>[一两二三四五六七八九]|\d)成(?:(?P<tenths2>[一二三四五六七八九半]))?(?!(?<![，,、；;约近逾有]\w成)为)(?![立员果功长本熟就都型分绩效像品])"
    r"|(?P<half>一半|半数|(?<=过)半)(?![径导])"
    r"|翻了?(?P<doubling>[一两二三四])?番"
    rf"|(?P<number>(?<![\d.])(?:{_AR}|{_ZH}))(?P<more>余|多|几)?"
    rf"(?:[ \u00a0\u2009\u202f]?(?P<scale>{_MULT}))?"
    rf"(?:(?<=[兆亿万])(?P<lower>{numerals.LOWER}))?(?P<more2>余"
    rf"|多(?!元|种|个))?"
)
_SEPARATOR = re.compile(r"\s?(?:-|–|—|~|至|到)\s?")
_GROWN = re.compile(
    r"(?:增长|增加|增|提高|提升|上升|扩[大建容]|扩|上涨|涨|高出?|多出?|翻|放大|成长)(?:幅度?)?(?:了|出|至|达|约|近|超过?|逾|将近|接近|整整)*\Z"
)
_GROWN_REACH = 10
_BARE_CHINESE = re.compile(rf"{_ZH}\Z")
_NO_RANGE = re.compile(r"[从由自][^,,。;；]{0,12}\Z")


@dataclass(frozen=True, slots=True)
class _Read:
    """A numeral and what directly follows it."""

    numeral: Numeral
    unit: str | None
    end: int
    hedge: Comparator | None


def _number(match: re.Match[str]) -> Numeral | None:
    """A plain numeral: digits or Chinese numeral, an inner 余, a multiplier."""
    word = match["number"]
    scale = numerals.multiplier(match["scale"] or "")
    inner = Comparator.MORE if match["more"] or match["more2"] else None
    # 百万 and 亿 alone are read as numerals only where something is counted with them
    pair = numerals.neighbours(word)
    span = Span(*match.span())
    if pair is not None:
        low, high = (end * scale for end in pair)
        return Numeral(span, low, Comparator.RANGE, high, scaled=scale > 1)
    is_chinese = bool(_BARE_CHINESE.match(word))
    value = (numerals.chinese(word) if is_chinese else numerals.arabic(word)) * scale
    value += numerals.lower_places(match["lower"] or "")
    scaled = scale > 1 or (is_chinese and word[-1] in "万亿")
    return Numeral(span, value, inner, scaled=scaled)


def _numeral(match: re.Match[str]) -> Numeral | None:
    """The numeral that a match of ``_NUMERAL`` is worth."""
    if match["number"]:
        return _number(match)
    span = Span(*match.span())
    if match["slash"]:
        return _slash(match["slash"], span)
    value, unit = _relative(match)
    return Numeral(span, value, unit=unit)


def _relative(match: re.Match[str]) -> tuple[Decimal, str]:
    """The value and unit of a form that implies its unit: 百分之十, 三分之二, 四分一, 四成."""
    if match["percent"]:
        return _either(match["percent"]), "%"
    if match["denominator"]:
        denominator = numerals.chinese(match["denominator"])
        return numerals.ratio(_either(match["numerator"]), denominator), "ratio"
    if match["parts"]:
        return numerals.ratio(_either(match["of"]), numerals.chinese(match["parts"])), "ratio"
    if match["tenths"]:
        part = match["tenths2"]
        ones = Decimal(5) if part == "半" else numerals.chinese(part or "零")
        return _either(match["tenths"]) * 10 + ones, "%"
    if match["half"]:
        return Decimal("0.5"), "ratio"
    doublings = int(numerals.chinese(match["doubling"] or "一"))
    return (Decimal(100), "%") if doublings == 1 else (Decimal(2**doublings), "times")


def _slash(text: str, span: Span) -> Numeral | None:
    numerator, _, denominator = text.partition("/")
    if not int(denominator) or int(numerator) >= int(denominator):
        return None
    return Numeral(span, numerals.ratio(Decimal(numerator), Decimal(denominator)), unit="ratio")


def _either(text: str) -> Decimal:
    return numerals.arabic(text) if text[0].isdigit() else numerals.chinese(text)


def _read(key: str, text: str, at: int, end: int) -> _Read | None:
    """The numeral that starts at ``at`` with its unit, without hedges and ranges."""
    match = _NUMERAL.match(key, at, end)
    numeral = _numeral(match) if match is not None else None
    if numeral is None:
        return None
    if numeral.unit is not None:
        return _Read(numeral, numeral.unit, numeral.span.end, None)
    at = numeral.span.end
    hedge = None
    if key[at : at + 1] == "余":
        hedge, at = Comparator.MORE, at + 1
    unit = units.chinese_unit(key, text, at)
    if unit is None or unit.end > end:
        return _Read(numeral, None, numeral.span.end, hedge)
    if unit.code == "times" and _is_growth(key, numeral):
        return _Read(replace(numeral, value=numeral.value * 100), "%", unit.end, hedge)
    return _Read(numeral, unit.code, unit.end, hedge)


def _is_growth(key: str, numeral: Numeral) -> bool:
    """Whether 一倍 says by how much a thing grew: 增长一倍 is growth of 100 %."""
    start = numeral.span.start
    return numeral.value == 1 and bool(_GROWN.search(key, max(0, start - _GROWN_REACH), start))


def _join(key: str, text: str, first: _Read, end: int) -> _Read:
    """The first number, extended to a range where a separator and a second number follow."""
    gap = _SEPARATOR.match(key, first.end, end)
    if gap is None or first.numeral.value_max is not None:
        return first
    if first.unit is not None and _NO_RANGE.search(
        key, max(0, first.numeral.span.start - 16), first.numeral.span.start
    ):
        return first
    second = _read(key, text, gap.end(), end)
    if second is None or second.unit is None or first.unit not in (None, second.unit):
        return first
    low, high = first.numeral, second.numeral
    factor = _shared_scale(key, low, high)
    if low.value * factor >= high.value:
        return first
    numeral = Numeral(
        Span(low.span.start, high.span.end),
        low.value * factor,
        Comparator.RANGE,
        high.value,
        scaled=high.scaled,
    )
    return _Read(numeral, second.unit, second.end, second.hedge)


def _shared_scale(key: str, low: Numeral, high: Numeral) -> int:
    """The multiplier that 3 shares with 5万 in 3-5万; 1 where each number has its own."""
    if low.scaled or not high.scaled:
        return 1
    suffix = re.search(rf"{_MULT}\Z", high.span.of(key).rstrip("余多"))
    return numerals.multiplier(suffix[0]) if suffix else 1


def scan(key: str, text: str, sentence: Span) -> tuple[Candidate, ...]:
    """Every numeral of a Chinese sentence with its hedges and unit, in text order.

    Chinese numerals without a unit are words, not numbers, and are left out.
    """
    found: list[Candidate] = []
    at = sentence.start
    while (match := _NUMERAL.search(key, at, sentence.end)) is not None:
        read = _read(key, text, match.start(), sentence.end)
        at = match.end()
        if read is None:
            continue
        read = _join(key, text, read, sentence.end)
        if read.unit is None and not _countable(key, read):
            continue
        candidate = _with_hedges(key, read, sentence)
        at = max(at, read.end)
        found.append(candidate)
    return tuple(found)


def _countable(key: str, read: _Read) -> bool:
    """Whether a number without a unit can still be one: it has digits, or a scale and a digit."""
    written = read.numeral.span.of(key)
    if written[0].isdigit():
        return True
    return read.numeral.scaled and len(written) > 1 and written[0] not in "万亿千百"


def _with_hedges(key: str, read: _Read, sentence: Span) -> Candidate:
    start, end, unit = read.numeral.span.start, read.end, read.unit
    prefix = units.currency_before(key, start)
    if prefix is not None and (unit is None or unit in units.CURRENCY_CODES):
        unit, start = prefix[0], prefix[1]
    comparator = read.numeral.comparator or read.hedge
    left = hedges.before(key, start, chinese=True)
    if left is not None and left[1] >= sentence.start:
        start = left[1]
        comparator = comparator if comparator is Comparator.RANGE else left[0]
    right = hedges.after(key, end, chinese=True)
    if right is not None and right[1] <= sentence.end and read.unit is not None:
        end = right[1]
        comparator = comparator or right[0]
    if comparator is None and key[start - 1 : start] == "上" and key[start] in "百千万亿":
        comparator, start = Comparator.AT_LEAST, start - 1
    span = Span(start, end)
    numeral = replace(read.numeral, unit=unit)
    return Candidate(span, numeral, unit, comparator or Comparator.EQUAL, "quantity:chinese")
