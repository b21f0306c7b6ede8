"""Written numbers and their values: Arabic, Chinese and English numerals, fractions, 成.

All patterns run on a matching key (see ``keys``), and none of them backtracks over a repeated
group, so their cost is linear in the length of the text.
"""

from __future__ import annotations

import re
from decimal import Decimal

from zjkg.rounding import rounded

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_TRILLION = 10**12  # 兆 as it is used in Taiwan
_DIGIT_CLASS = "〇○零一二两三四五六七八九"

# Thousands are marked by commas or by spaces, thin or plain (3 200).
_SPACE = "[ \u00a0\u2009\u202f]"
ARABIC = rf"(?:\d{{1,3}}(?:(?:,\d{{3}})+|(?:{_SPACE}\d{{3}})+)(?!\d|\s?[%/:：])|\d+)(?:\.\d+)?"
CHINESE = rf"[{_DIGIT_CLASS}十百千万亿]+(?:点[{_DIGIT_CLASS}]+)?"
MULTIPLIER = (
    r"(?:[十百千]?万亿|[十百千]?[万亿]|兆(?![瓦赫字])"
    r"|千(?![克米瓦伏兆帕卡赫字家户人])|百(?![分强家户]))"
)
# The lower places of a number in parts: 1兆9664亿, 3亿5000万, 1万2,000, 2万5千.
_PLACE = r"(?:\d{1,3},\d{3}|\d{1,4}(?:\.\d+)?)"
LOWER = (
    rf"(?:(?<=[兆亿]){_PLACE}(?:[千百]?万|亿)(?:{_PLACE}(?:[千百]?万|亿))?|(?<=\d万)(?=\d))"
    rf"(?:\d千(?!\d)|\d,?\d{{3}}(?![\d,.万亿千]))?"
)

_PLACES = re.compile(r"(?P<count>\d[\d,]*(?:\.\d+)?)(?P<scale>[千百]?[万亿]|千)?")
_PAIR = re.compile(r"[一二两三四五六七八九]{2}")
_ENGLISH_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH: dict[str, int] = {word: value for value, word in enumerate(_ENGLISH_ONES)} | {
    word: 10 * value for value, word in enumerate(_ENGLISH_TENS, start=2)
}
_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bln": 10**9,
    "m": 10**6,
    "b": 10**9,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12,
}
_FRACTIONS = {
    "half": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "third": Decimal(1) / 3,
    "quarter": Decimal("0.25"),
    "fourth": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "sixth": Decimal(1) / 6,
    "seventh": Decimal(1) / 7,
    "eighth": Decimal("0.125"),
    "ninth": Decimal(1) / 9,
    "tenth": Decimal("0.1"),
}
_RATIO_PLACES = 4
_MARKS = re.compile(r"[,\s]")

_ONES_WORDS = "|".join(sorted(_ENGLISH_ONES[1:], key=len, reverse=True))
_TENS_WORDS = "|".join(_ENGLISH_TENS)
ENGLISH_SCALE = "hundred|thousand|million|billion|trillion|crore|lakh|mln|bln|mn|bn"
ENGLISH_WORD = rf"(?:(?:{_TENS_WORDS})(?:[- ](?:{_ONES_WORDS}))?|{_ONES_WORDS})"
# “a ninth building” is the next one; “a ninth of the buildings” is a part.
_PART_FOLLOWS = (
    r"(?=\s(?:of|to|from|in|by|more|less|fewer|higher|lower|larger|smaller|are|is|was|were|came"
    r"|each|on|toward|towards|into|since|compared|over|at|and|or|year|have|has|as)\b|[^\w\s-]|\s?$|\s[–—(])"
)
ENGLISH_FRACTION = (
    r"(?:(?:one|a|two|three|four|five|\d)[- ](?:half|halves|thirds|quarters?|fourths|fifths"
    r"|sixths|sevenths|eighths|ninths|tenths)(?![\w-])"
    r"|(?<!first )(?<!second )(?<!latter )(?<!first-)half(?![\w-])"
    rf"|(?:one|a)[- ](?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth){_PART_FOLLOWS})"
)
ENGLISH_PROPORTION = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in|out of) (?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?![\w%,.-])"
)


def arabic(text: str) -> Decimal:
    """The value of digits with optional separators and a decimal point: ``1,400.5``."""
    return Decimal(_MARKS.sub("", text))


def chinese(text: str) -> Decimal:
    """The value of a Chinese numeral such as 三百二十, 两千零五, 二〇二一 or 一点五."""
    whole, _, fraction = text.partition("点")
    value = Decimal(_chinese_whole(whole))
    if fraction:
        value += Decimal("0." + "".join(str(_DIGITS[c]) for c in fraction))
    return value


def _chinese_whole(text: str) -> int:
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        elif char == "万":
            total += (section + digit or 1) * _LARGE[char]
            section = digit = 0
        else:
            total = (total + section + digit or 1) * _LARGE[char]
            section = digit = 0
    return total + section + digit


def neighbours(text: str) -> tuple[Decimal, Decimal] | None:
    """The two ends that 两三 or 三五 name, or None where the words name one number."""
    if not _PAIR.fullmatch(text):
        return None
    low, high = (Decimal(_DIGITS[c]) for c in text)
    return (low, high) if low < high else None


def multiplier(text: str) -> int:
    """The factor of 万, 百万, 千亿, 万亿 …; 1 for no multiplier."""
    if text == "兆":
        return _TRILLION
    return _chinese_whole(text) if text else 1


def lower_places(text: str) -> Decimal:
    """The value of what follows 兆, 亿 or 万 in a number of several parts: 9664亿3000万."""
    parts = _PLACES.finditer(text)
    return sum(
        (arabic(part["count"]) * multiplier(part["scale"] or "") for part in parts), Decimal(0)
    )


def ratio(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction as a decimal of four places: 三分之二 is 0.6667."""
    return rounded(numerator / denominator, _RATIO_PLACES)


def is_english(text: str) -> bool:
    """Whether the text is an English number word such as ``twelve``."""
    return all(word in _ENGLISH for word in re.split(r"[- ]", text.lower()))


def english(text: str) -> Decimal:
    """The value of English number words without a scale: ``twelve``, ``forty-two``."""
    return Decimal(sum(_ENGLISH[word] for word in re.split(r"[- ]", text.lower())))


def english_scale(word: str) -> int:
    """The factor of ``million``, ``dozen`` …; 1 for no word."""
    return _SCALES[word.lower()] if word else 1


def english_fraction(text: str) -> Decimal:
    """The value of ``half``, ``one-quarter``, ``two thirds`` as a decimal of four places."""
    count, _, part = text.lower().replace("-", " ").rpartition(" ")
    base = _FRACTIONS[part if part in _FRACTIONS else part.rstrip("s")]
    times = 1 if count in ("", "a") else int(count) if count.isdigit() else _ENGLISH[count]
    return rounded(base * times, _RATIO_PLACES)


def english_proportion(text: str) -> Decimal | None:
    """The value of ``two in five`` as a decimal of four places; None where it is no part."""
    words = re.split(r" (?:in|out of) (?:every )?", text.lower())
    part, whole = (Decimal(word) if word.isdigit() else english(word) for word in words)
    return ratio(part, whole) if part < whole else None
