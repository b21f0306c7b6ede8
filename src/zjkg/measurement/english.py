"""The grammar of quantities in English sentences."""

from __future__ import annotations

import re
from decimal import Decimal

from zjkg.errors import Bilingual
from zjkg.measurement import hedges, numerals, units
from zjkg.measurement.candidates import Candidate, Numeral
from zjkg.model import Comparator, Span, Token

_SCALE = numerals.ENGLISH_SCALE
_NUMBER = (
    rf"(?:{numerals.ARABIC}(?:[ -]?(?:{_SCALE})(?![A-Za-z]))?"
    rf"|{numerals.ENGLISH_WORD}(?:[ -](?:{_SCALE}|dozen)(?![A-Za-z]))?"
    rf"|an? (?:{_SCALE}|dozen)(?![A-Za-z]))"
)
_NUMERAL = re.compile(
    rf"(?:(?<![\w.,/])|(?<=RMB|CNY|USD|EUR|HKD|GBP))(?:(?P<fraction>{numerals.ENGLISH_FRACTION})"
    r"|(?P<slash>\d/\d{1,3})(?![\d/])"
    r"|(?P<doubled>doubled|tripled|quadrupled)(?![a-z])"
    rf"|(?P<number>{_NUMBER})(?![\d]))",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<count>an?|{numerals.ARABIC}|{numerals.ENGLISH_WORD})"
    rf"(?:[ -]?(?P<scale>{_SCALE}|dozen))?\Z",
    re.IGNORECASE,
)
_RANGE_GAP = re.compile(r"\s?[-–—~]\s?|\s(?:to|and)\s")
_BETWEEN = re.compile(r"(?:between|from|range of|ranging from)\s\S{0,3}\Z", re.IGNORECASE)
_MULTIPLE = {"doubled": 2, "tripled": 3, "quadrupled": 4}
_HIGHER = re.compile(r"\s(?:higher|more|greater|larger|bigger|faster)(?=\sthan\b|\b)")
_AMBIGUOUS_TIMES = Bilingual(
    "“{0} times higher” can mean {0} times or {1} times the other value",
    "“高{0}倍”可指另一数值的{0}倍,也可指{1}倍",
)
_SCORE_BEFORE = re.compile(
    r"(?:scor(?:ed|es|ing|e)|stood|stands|standing|rating|rated|index|reading|reached|reaching)"
    r"(?: (?:of|at|was|is|a))*\s\Z",
    re.IGNORECASE,
)
_SCORE_REACH = 24
_COMPOUND = re.compile(r"-(?P<unit>[A-Za-z]{2,})(?![A-Za-z])")
_OF_WHOLE = re.compile(
    r"\s(?:out )?of (?:the |its |their |these |those )?(?:world['’]s |nation['’]s )?"
    r"(?:(?:over |some )?(?:top )?[\d,]+ )?"
)
_TIME_WORDS = frozenset({"last", "this", "next", "each", "every", "year", "years", "more", "so"})
_NOMINAL = re.compile(r"(?:n|a$|an|vn|nz|PER|LOC|ORG|j$|b$)")


def _value(word: str) -> tuple[Decimal, bool] | None:
    parts = _PARTS.match(word)
    if parts is None:
        return None
    count, scale = parts["count"].lower(), parts["scale"] or ""
    if count in ("a", "an"):
        base = Decimal(1)
    elif count[0].isdigit():
        base = numerals.arabic(count)
    else:
        base = numerals.english(count)
    return base * numerals.english_scale(scale), bool(scale)


def _numeral(match: re.Match[str]) -> Numeral | None:
    span = Span(*match.span())
    if match["fraction"]:
        return Numeral(span, numerals.english_fraction(match["fraction"]), unit="ratio")
    if match["slash"]:
        numerator, _, denominator = match["slash"].partition("/")
        if int(numerator) >= int(denominator):
            return None
        return Numeral(span, numerals.ratio(Decimal(numerator), Decimal(denominator)), unit="ratio")
    if match["doubled"]:
        return Numeral(span, Decimal(_MULTIPLE[match["doubled"].lower()]), unit="times")
    read = _value(match["number"])
    return None if read is None else Numeral(span, read[0], scaled=read[1])


def _joined(key: str, first: Numeral, end: int) -> Numeral:
    """The first number, extended to a range where ``-``, ``to`` or ``and`` and another follow."""
    gap = _RANGE_GAP.match(key, first.span.end, end)
    if gap is None or first.unit is not None:
        return first
    between = _BETWEEN.search(key, max(0, first.span.start - 20), first.span.start)
    if "and" in gap[0] and between is None:
        return first
    at = gap.end()
    if (prefix := units.currency_before(key, at + 4)) is not None and prefix[1] == at:
        at += 4
    match = _NUMERAL.match(key, at, end)
    second = _numeral(match) if match is not None else None
    if second is None or second.unit is not None:
        return first
    low = first.value
    if second.scaled and not first.scaled and (parts := _PARTS.match(second.span.of(key))):
        low *= numerals.english_scale(parts["scale"] or "")
    if low >= second.value:
        return first
    return Numeral(
        Span(first.span.start, second.span.end),
        low,
        Comparator.RANGE,
        second.value,
        scaled=second.scaled,
    )


def _counted(key: str, at: int, tokens: tuple[Token, ...]) -> Span | None:
    """The noun phrase that directly follows a number: modifiers and nouns up to its head."""
    following = [token for token in tokens if token.span.start >= at]
    if not following or following[0].span.start > at + 1:
        return None
    phrase: list[Token] = []
    for index, token in enumerate(following):
        previous_end = phrase[-1].span.end if phrase else at
        if (
            key[previous_end : token.span.start].strip()
            or key[previous_end : token.span.start] == "\n"
        ):
            break
        if phrase and token.span.of(key).lower() in _TIME_WORDS:
            break
        if not (_NOMINAL.match(token.tag) or _is_modifier(key, following, index)):
            break
        phrase.append(token)
    while phrase and not phrase[-1].tag.startswith(("n", "vn", "PER", "LOC", "ORG")):
        phrase.pop()
    if not phrase:
        return None
    return Span(phrase[0].span.start, phrase[-1].span.end)


def _counted_of(key: str, at: int, tokens: tuple[Token, ...]) -> Span | None:
    """The noun phrase in ``nine of the top 20 drugmakers``."""
    whole = _OF_WHOLE.match(key, at)
    return None if whole is None else _counted(key, whole.end() - 1, tokens)


def _is_modifier(key: str, tokens: list[Token], index: int) -> bool:
    """A participle or a hyphen in front of a noun: 4,000 *surveyed* scientists."""
    token = tokens[index]
    word = token.span.of(key).lower()
    if word in ("-", "’s", "'s", "of") and word != "of":
        return True
    follows = index + 1 < len(tokens) and bool(_NOMINAL.match(tokens[index + 1].tag))
    return token.tag.startswith("v") and word.endswith(("ed", "ing")) and follows


def scan(key: str, sentence: Span, tokens: tuple[Token, ...]) -> tuple[Candidate, ...]:
    """Every numeral of an English sentence with its hedges and unit, in text order."""
    found: list[Candidate] = []
    at = sentence.start
    while (match := _NUMERAL.search(key, at, sentence.end)) is not None:
        at = match.end()
        numeral = _numeral(match)
        if numeral is None:
            continue
        numeral = _joined(key, numeral, sentence.end)
        candidate = _with_unit(key, numeral, sentence, tokens)
        at = max(numeral.span.end, at)
        found.append(candidate)
    return tuple(found)


def _with_unit(key: str, numeral: Numeral, sentence: Span, tokens: tuple[Token, ...]) -> Candidate:
    start, end = numeral.span.start, numeral.span.end
    code: str | None = numeral.unit
    counted = None
    plus = hedges.after(key, end, chinese=False)
    comparator = numeral.comparator
    if plus is not None:
        comparator, end = comparator or plus[0], plus[1]
    if (prefix := units.currency_before(key, start)) is not None:
        code, start = prefix
    if code is None and (unit := units.english_unit(key, end)) is not None:
        code, end = unit.code, unit.end
    if code is None and (compound := _COMPOUND.match(key, end)) is not None:
        code, end = compound["unit"], compound.end()
    if code is None:
        counted = _counted(key, end, tokens) or _counted_of(key, end, tokens)
        code = _head(key, counted, tokens)
    if code is None and _SCORE_BEFORE.search(key, max(0, start - _SCORE_REACH), start):
        code = "score"
    left = hedges.before(key, start, chinese=False)
    if left is not None and left[1] >= sentence.start:
        start = left[1]
        comparator = comparator or left[0]
    ambiguity = _ambiguity(key, numeral, code, end)
    return Candidate(
        Span(start, end),
        numeral,
        code,
        comparator or Comparator.EQUAL,
        "quantity:english",
        counted,
        ambiguity,
    )


def _head(key: str, counted: Span | None, tokens: tuple[Token, ...]) -> str | None:
    """The last word of the counted noun phrase, as written."""
    if counted is None:
        return None
    inside = [token for token in tokens if counted.covers(token.span)]
    return inside[-1].span.of(key)


def _ambiguity(key: str, numeral: Numeral, code: str | None, end: int) -> Bilingual | None:
    """The two readings of “N times higher than”."""
    if code != "times" or _HIGHER.match(key, end) is None:
        return None
    low, high = numeral.value.normalize(), (numeral.value + 1).normalize()
    return Bilingual(
        _AMBIGUOUS_TIMES.en.format(f"{low:f}", f"{high:f}"),
        _AMBIGUOUS_TIMES.zh.format(f"{low:f}", f"{high:f}"),
    )
