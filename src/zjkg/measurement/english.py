"""The grammar of quantities in English sentences."""

from __future__ import annotations

import re
from decimal import Decimal

from zjkg.errors import Bilingual
from zjkg.measurement import hedges, numerals, units
from zjkg.measurement.candidates import Candidate, Numeral
from zjkg.model import Comparator, Span, Token
from zjkg.patterns import compiled

_SCALE = numerals.ENGLISH_SCALE
_NUMBER = (
    rf"(?:{numerals.ARABIC}(?:[ -]?(?:{_SCALE})(?![A-Za-z])|(?<=\d)[MB](?![A-Za-z]))?"
    rf"|{numerals.ENGLISH_WORD}(?![A-Za-z])(?:[ -](?:{_SCALE}|dozen)(?![A-Za-z]))?"
    rf"|an? (?:{_SCALE}|dozen)(?![A-Za-z]))"
)
_NUMERAL = compiled(
    r"(?:(?<![\w.,/])|(?<=RMB|CNY|USD|EUR|HKD|GBP|CHF|SEK|DKK|NOK|SGD|JPY|INR|NTD|TWD)|(?<=Rs))"
    rf"(?:(?P<six>half[- ]a[- ]dozen)|(?P<fraction>{numerals.ENGLISH_FRACTION})"
    rf"|(?P<proportion>{numerals.ENGLISH_PROPORTION})"
    r"|(?P<slash>\d/\d{1,3})(?![\d/])"
    r"|(?P<doubled>doubled|tripled|quadrupled)(?![a-z])"
    r"|(?P<multiple>twice|double|triple|quadruple)(?= (?:the|its|their|that|as|what|last|this)\b)"
    rf"|(?P<number>{_NUMBER})(?![\d]))",
    re.IGNORECASE,
)
_PARTS = compiled(
    rf"(?P<count>an?|{numerals.ARABIC}|{numerals.ENGLISH_WORD})"
    rf"(?:[ -]?(?P<scale>{_SCALE}|dozen|[MB]))?\Z",
    re.IGNORECASE,
)
_RANGE_GAP = re.compile(r"(?:%| per ?cent)?(?:\s?[-–—~]\s?|\s(?:to|and)\s)")
_BETWEEN = re.compile(
    r"(?:between|from|range of|ranging from)\s(?:[A-Z]{0,3}[$€£¥]|[A-Z]{2,3}\s?|Rs\s?)?\Z",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%| ?per ?cent")
_BETWEEN_REACH = 20
_CHANGE = re.compile(r"(?<!ranging )(?<!range )\bfrom\s\S{0,6}\Z")
_RISING = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|gr(?:o|e)w(?:s|n|ing)?|expand(?:s|ed|ing)?"
    r"|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|up|down|f(?:a|e)ll(?:s|ing)?|drop(?:s|ped)?"
    r"|lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)|boost(?:s|ed|ing)?|cut(?:s|ting)?|went|go|goes)\b"
    r"[^,;.]{0,40}\bfrom (?:[a-z]+ )?(?:[A-Z]{0,3}[$€£¥])?\Z",
    re.IGNORECASE,
)
_RISING_REACH = 40
_MULTIPLE = {"twice": 2, "double": 2, "triple": 3, "quadruple": 4}
_HIGHER = re.compile(r"\s(?:higher|more|greater|larger|bigger|faster)(?=\sthan\b|\b)")
_AMBIGUOUS_TIMES = Bilingual(
    "“{0} times higher” can mean {0} times or {1} times the other value",
    "“高{0}倍”可指另一数值的{0}倍，也可指{1}倍",
)
_SCORE_BEFORE = re.compile(
    r"(?:scor(?:ed|es|ing|e)|stood|stands|standing|rating|rated|index|reading)"
    r"(?: (?:of|at|was|is|a))*\s\Z",
    re.IGNORECASE,
)
_SCORE_REACH = 24
# the index reading rose to 131.6 in 2022 from 118.2 in 2020
_READING_BEFORE = re.compile(
    r"\b(?:index|gauge|reading|score)\b(?:[^,;.]|[.](?=\d))*?"
    r"\b(?:to|at|from|of|reached|hit|was|is|with)\s\Z",
    re.IGNORECASE,
)
_READING_REACH = 70
_IS_READING = re.compile(r"\d+\.\d+\Z")
_COMPOUND = re.compile(r"-(?!(?:odd|plus|ish)\b)(?P<unit>[A-Za-z]{2,})(?![A-Za-z])")
_OF_WHOLE = re.compile(
    r"\s(?:out )?of (?:the |its |their |our |these |those )?(?:[A-Za-z]+['’]s )?"
    rf"(?:(?:over |some )?(?:top )?(?:[\d,]+|{numerals.ENGLISH_WORD}) )?"
)
_RANK = re.compile(
    r"\s(?:[Cc]lass|[Pp]hase|[Gg]rade|[Tt]ype|[Tt]ier|[Cc]ategory|[Ll]evel|[Ss]tage)[ -]"
    r"(?:[IVX]{1,4}|\d[a-z]?|[A-D]|one|two|three)(?:[/-](?:[IVX]{1,4}|\d[a-z]?))?(?=\s[a-z])"
)
_ACTS = re.compile(
    r"(?:work|live|sign|remain|come|serve|sit|stay|operate|belong|specialise|specialize)"
    r" (?:in|on|at|for|as|with|from|to|up|outside|abroad|there|here|of)\b"
)
_METRIC = re.compile(r"metric tons?\Z")
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
    if match["six"]:
        return Numeral(span, Decimal(6))
    if match["number"]:
        read = _value(match["number"])
        return None if read is None else Numeral(span, read[0], scaled=read[1])
    if (match["doubled"] or "").lower() == "doubled":  # growth, as 翻一番 is
        return Numeral(span, Decimal(100), unit="%")
    if multiple := match["multiple"] or match["doubled"]:
        return Numeral(span, Decimal(_MULTIPLE[multiple.lower().rstrip("d")]), unit="times")
    part = _part(match)
    return None if part is None else Numeral(span, part, unit="ratio")


def _part(match: re.Match[str]) -> Decimal | None:
    """The value of ``two thirds``, ``two in five`` or ``2/5``; None where it is no part."""
    if match["fraction"]:
        return numerals.english_fraction(match["fraction"])
    if match["proportion"]:
        return numerals.english_proportion(match["proportion"])
    numerator, _, denominator = match["slash"].partition("/")
    if int(numerator) >= int(denominator):
        return None
    return numerals.ratio(Decimal(numerator), Decimal(denominator))


def _joined(key: str, first: Numeral, end: int) -> Numeral:
    """The first number, extended to a range where ``-``, ``to`` or ``and`` and another follow."""
    gap = _RANGE_GAP.match(key, first.span.end, end)
    if gap is None or first.unit is not None or not _is_range(key, first, gap[0]):
        return first
    at = units.currency_here(key, gap.end()) or gap.end()
    match = _NUMERAL.match(key, at, end)
    second = _numeral(match) if match is not None else None
    if second is None or second.unit is not None:
        return first
    low = first.value
    if second.scaled and not first.scaled and (parts := _PARTS.match(second.span.of(key))):
        low *= numerals.english_scale(parts["scale"] or "")
    of_percent = _PERCENT.match(gap[0]) is not None
    if low >= second.value or (of_percent and not _PERCENT.match(key, second.span.end)):
        return first
    return Numeral(
        Span(first.span.start, second.span.end),
        low,
        Comparator.RANGE,
        second.value,
        scaled=second.scaled,
    )


def _is_range(key: str, first: Numeral, gap: str) -> bool:
    """Whether the words around a gap make a range, not a list or a change.

    ``8% to 14%`` is a range, ``from 24 percent to 28 percent`` a change, ``3 and 5`` a list.
    """
    low = max(0, first.span.start - _BETWEEN_REACH)
    if gap.strip() == "to" and _RISING.search(key, max(0, low - _RISING_REACH), first.span.start):
        return False
    if "and" in gap:
        opens = _BETWEEN.search(key, low, first.span.start)
        return opens is not None and not opens[0].lower().startswith("from")
    return not _PERCENT.match(gap) or _CHANGE.search(key, low, first.span.start) is None


def _counted(key: str, at: int, tokens: tuple[Token, ...]) -> Span | None:
    """The noun phrase that directly follows a number: modifiers and nouns up to its head."""
    if (rank := _RANK.match(key, at)) is not None:  # nine Class I drugs
        at = rank.end()
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
        if phrase and _closes(key, phrase[-1], following, index):
            break
        if not (
            _NOMINAL.match(token.tag)
            or _is_modifier(key, following, index)
            or (phrase and _coordinates(key, phrase[-1], following, index))
        ):
            break
        phrase.append(token)
    while phrase and not phrase[-1].tag.startswith(("n", "vn", "PER", "LOC", "ORG")):
        phrase.pop()
    if phrase and _ACTS.match(key, phrase[-1].span.start):  # 95 work in research
        phrase.pop()
    if not phrase:
        return None
    return Span(phrase[0].span.start, phrase[-1].span.end)


def _closes(key: str, last: Token, following: list[Token], index: int) -> bool:
    """Whether a word cannot continue a noun phrase: a time word, a verb after a plural noun."""
    token = following[index]
    word = token.span.of(key).lower()
    if word in _TIME_WORDS:
        return True
    return _is_plural(key, last) and token.tag.startswith(("v", "nz", "PER", "LOC", "ORG", "a"))


def _is_plural(key: str, token: Token) -> bool:
    word = token.span.of(key)
    return token.tag in ("n", "vn") and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _coordinates(key: str, last: Token, following: list[Token], index: int) -> bool:
    """Whether ``and`` joins two modifiers of one head: cell *and* gene therapies."""
    if following[index].span.of(key).lower() not in ("and", "or", "&"):
        return False
    if _is_plural(key, last) or index + 1 >= len(following):
        return False
    return bool(_NOMINAL.match(following[index + 1].tag))


def _counted_of(key: str, at: int, tokens: tuple[Token, ...]) -> Span | None:
    """The noun phrase in ``nine of the top 20 drugmakers``."""
    whole = _OF_WHOLE.match(key, at)
    return None if whole is None else _counted(key, whole.end() - 1, tokens)


def _is_modifier(key: str, tokens: list[Token], index: int) -> bool:
    """A participle or a hyphen in front of a noun: 4,000 *surveyed* scientists."""
    token = tokens[index]
    word = token.span.of(key).lower()
    if word in ("-", "’s", "'s"):
        return True
    if key[token.span.end : token.span.end + 1] == "-" or key[token.span.start - 1] == "-":
        return index + 1 < len(tokens)  # 17 out-licensing deals
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
        code = _head(key, counted)
    if code is None and _is_score(key, numeral):
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


def _is_score(key: str, numeral: Numeral) -> bool:
    """Whether a number without a unit is a score or the reading of an index."""
    start = numeral.span.start
    if _SCORE_BEFORE.search(key, max(0, start - _SCORE_REACH), start):
        return True
    reading = _IS_READING.match(numeral.span.of(key)) is not None
    return reading and bool(_READING_BEFORE.search(key, max(0, start - _READING_REACH), start))


def _head(key: str, counted: Span | None) -> str | None:
    """The last word of the counted noun phrase, as written."""
    if counted is None:
        return None
    start = max(counted.start, key.rfind(" ", counted.start, counted.end) + 1)
    if (metric := _METRIC.search(key, counted.start, counted.end)) is not None:
        start = metric.start()
    return key[start : counted.end]


def _ambiguity(key: str, numeral: Numeral, code: str | None, end: int) -> Bilingual | None:
    """The two readings of “N times higher than”."""
    if code != "times" or _HIGHER.match(key, end) is None:
        return None
    low, high = numeral.value.normalize(), (numeral.value + 1).normalize()
    return Bilingual(
        _AMBIGUOUS_TIMES.en.format(f"{low:f}", f"{high:f}"),
        _AMBIGUOUS_TIMES.zh.format(f"{low:f}", f"{high:f}"),
    )
