"""The whole of which a value in English is a part: ``nine of the top 20``, ``half of them``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from zjkg.measurement.candidates import Candidate, Earlier
from zjkg.measurement.units import AREAS, CURRENCY_CODES, RATIOS
from zjkg.model import Quantity, Span

_OF = re.compile(
    r"\s(?:out )?of (?:all )?(?P<base>(?:(?!(?:and|or|have|has|had|having|are|is|was|were"
    r"|will|would|which|that"
    r"|who|whose|to|from|by|for|with|while|last|as|but|when|since|after|before|between|during|in|on"
    r"|at|came|come|made|went|go|entered|accounted|accounting)\b)[A-Za-z0-9'’%&-]+ ?){1,10})"
)
_NO_BASE = re.compile(
    r"(?:them|it)\b|(?:these|those)\b(?! [a-z]+s\b)"
    r"|(?:this|last|next|the) (?:year|month|quarter|week)\b"
    r"|(?:19|20)\d{2}\b"
)
_OF_BEFORE = re.compile(
    r"(?:[Oo]f|[Aa]mong(?:st)?) (?:all )?(?P<base>(?:[^,;:]|,(?=\d)){3,80}), [^,;:]{0,4}\Z"
)
_OF_THOSE = re.compile(
    r"\s(?:out )?of (?:them|it|which|whom|(?:these|those)(?! [a-z]+s\b))\b"
    r"|\s?(?:of )?(?:them|it)\b(?= (?:from"
    r"|are|in))"
)
# 48% of those given the higher dose had clear skin
_OF_THOSE_WHO = re.compile(
    r"\s(?:out )?of (?P<base>those (?:on|in|with|without|who|at|from|given|[a-z]+(?:ed|ing))"
    r"\b[^,;.]*?)(?=\s(?:had|have|has|were|are|was|is|did|said|reported|showed|saw|chose|planned"
    r"|after|compared|rather)\b|[,;.)]|$)"
)
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those|them)\b[^;]{0,40}\Z")
_COMPARED = re.compile(
    r"(?:up|down|against|compared with|compared to|versus) (?:from )?[^,;]{0,12}\Z"
)
# 64 per cent of them named …, and only 9 per cent …: parts of one whole
_AND_OTHERS = re.compile(
    r"\A(?:(?!rose|fell|grew|gr[eo]w|climb|increas|declin|drop|gain|from|to reach)[^;.]){0,160}"
    r"(?:,| and) (?:and )?(?:only |just |(?:a |an )?(?:further |other |additional )"
    r"|another |[a-z]+ [a-z]+s )?\Z"
)
_RESTATED = re.compile(r", or [^,;]{0,16}\Z")
_STAKE = re.compile(
    r"\s(?:(?:equity|minority|majority|controlling) )?(?:stake|interest|holding|shareholding) in "
    r"(?P<base>(?:the )?[A-Z][\w&'’-]*(?: (?:[A-Z&][\w&'’-]*|of|and))*)"
)
_STAKE_OF = re.compile(r"\b(?:stake|interest|holding|shareholding) of (?:[a-z]+ ){0,3}\Z")
_IN_FIRM = re.compile(r"\sin (?P<base>(?:the )?[A-Z][\w&'’-]*(?: (?:[A-Z&][\w&'’-]*|of|and))*)")
_IN_EVERY = re.compile(r"\s(?P<base>(?:[a-z][\w-]*[ ])*?[a-z][\w-]*s)\b")
_ELLIPTIC = re.compile(r"\s?(?:have|has|had|were|are|was|is|hold|held)\b")
_PROPORTION = re.compile(r"\b(?:in|out of)\b")
_AND_SOME = re.compile(r",? and (?:only |about |some |nearly |another )?\Z")
_AND_REACH = 14
_OF_REACH = 100
_OF_THAT = re.compile(r"\s(?:out )?of that\b(?= (?:was|were|is|came|comes|went|will)\b|[,;.)]|$)")
_TAKES_UP = re.compile(
    rf"(?:{_OF_THOSE_WHO.pattern})|(?:{_OF_THAT.pattern})|(?:{_OF_THOSE.pattern})".replace(
        "(?P<base>", "(?:"
    )
)
# compared with 17% in the placebo arm
_IN_ARM = re.compile(
    r"\s(?:in|on|for|among) (?P<base>(?:the |a )?(?:[a-z-]+ ){1,3}(?:arm|group|cohort))\b"
)
_AMOUNT_OF = re.compile(
    r"(?:\b(?:an?|the|its|their|his|her|this|total|combined|with|posted|reported|had|raised) )"
    r"(?P<base>[a-z][\w-]*(?: [a-z][\w-]*){0,2}) of (?:[a-z]+ ){0,2}\Z"
)
_AMOUNT_IN = re.compile(
    r"(?:\)|\s\([^)]*\))? in (?P<base>(?!total\b|all\b|addition\b|cash\b)[a-z][a-z-]+"
    r"(?: (?!in\b|over\b|from\b|last\b|this\b|and\b|for\b|of\b|on\b|to\b|by\b)[a-z]+)?)\b"
)
_AMOUNT_TOLD = re.compile(
    r"(?<![\w’'-])(?!(?:the|its|their|an?|and|while|but) )"
    r"(?P<base>[A-Z]?[a-z][\w-]*(?: (?!the|its|that)[a-z][\w-]*){0,2}?)"
    r"(?: of [^,;.]{1,60}| in [^,;.]{1,40})?"
    r" (?:rose|fell|grew|climbed|dropped|jumped|reached|(?:was|were)(?! [a-z]+ing\b)|stood"
    r"|totall?ed|came|amounted|increased|decreased|declined|surged|hit)\b[^,;]{0,24}\Z"
)
_OPENS = (", ", " that ")


class ToldBefore(NamedTuple):
    """What the sentences before have left in a paragraph.

    ``share`` is the whole of their last share (“nearly 65 percent have …” leans on it), ``amount``
    the last things that they counted (“58% of them”), ``money`` what their last amount was of
    (“more than half of that”).
    """

    share: Span | None
    amount: Span | None
    money: Span | None = None


def english_share_of(
    key: str,
    candidate: Candidate,
    sentence: Span,
    earlier: tuple[Earlier, ...],
    before: ToldBefore,
) -> Span | None:
    """The whole that an English candidate is a part of.

    ``earlier`` are the numbers of the sentence, ``before`` is what those before it left.
    """
    if candidate.unit in AREAS or candidate.unit in CURRENCY_CODES or candidate.unit == "百分点":
        return None
    if _TAKES_UP.match(key, candidate.span.end, sentence.end):
        return _taken_up(key, candidate, sentence, earlier, before)
    if (match := _OF.match(key, candidate.span.end, sentence.end)) is not None:
        base = Span(*match.span("base"))
        return None if _NO_BASE.match(key, base.start) else _stripped(key, _cut(base, candidate))
    if candidate.unit not in RATIOS:
        return (
            _and_some(key, candidate, earlier)
            or _opening(key, candidate, sentence)
            or _of_which(key, candidate, sentence, earlier)
        )
    return (
        _told(key, candidate, sentence)
        or _leaning(key, candidate, sentence, earlier)
        or _continued(key, candidate, sentence, before.share)
    )


def _taken_up(
    key: str,
    candidate: Candidate,
    sentence: Span,
    earlier: tuple[Earlier, ...],
    before: ToldBefore,
) -> Span | None:
    """The whole that a pronoun takes up: half of them, a fifth of that, 48% of those given it."""
    if (those := _OF_THOSE_WHO.match(key, candidate.span.end, sentence.end)) is not None:
        return Span(*those.span("base"))
    if _OF_THAT.match(key, candidate.span.end, sentence.end):
        sums = [item for item in earlier if is_amount(item.candidate.unit or "")]
        return amount_of(key, sentence, sums[-1].candidate.span) if sums else before.money
    counted = tuple(item for item in earlier if item.candidate.unit not in RATIOS)
    if counted:
        return _whole_words(key, sentence, _first_amount(key, counted))
    share = earlier[-1].share if earlier else None
    return share or before.amount


def _cut(base: Span, candidate: Candidate) -> Span:
    """The whole up to what is counted of it: two of our three lines (run around the clock)."""
    counted = candidate.counted
    if counted is None or not base.start <= counted.start < counted.end < base.end:
        return base
    return Span(base.start, counted.end)


def _first_amount(key: str, earlier: tuple[Earlier, ...]) -> Candidate:
    """The amount before, not its restatement in brackets in another currency."""
    last = earlier[-1].candidate
    if len(earlier) == 1 or last.unit not in CURRENCY_CODES:
        return last
    first = earlier[-2].candidate
    restated = first.unit in CURRENCY_CODES and first.unit != last.unit
    return first if restated and "(" in key[first.span.end : last.span.start] else last


def _whole_words(key: str, sentence: Span, whole: Candidate) -> Span:
    """What an amount is of, else the number with the noun that it counts."""
    noun = amount_of(key, sentence, whole.span) if is_amount(whole.unit or "") else None
    return noun or _words_of(whole)


def is_amount(unit: str) -> bool:
    """Whether a unit says how much there is of something that another word names."""
    return unit in AREAS or unit in CURRENCY_CODES


def amount_of(key: str, sentence: Span, amount: Span) -> Span | None:
    """The noun of an amount: sales of 312 million euros, revenue rose to 2.8 billion yuan."""
    low = max(sentence.start, amount.start - _OF_REACH)
    found = (
        _AMOUNT_OF.search(key, low, amount.start)
        or _AMOUNT_IN.match(key, amount.end, sentence.end)
        or _AMOUNT_TOLD.search(key, low, amount.start)
    )
    return None if found is None else Span(*found.span("base"))


def counted_words(quantity: Quantity) -> Span | None:
    """A number with the things behind it that it counts."""
    counted, start = quantity.counted, quantity.number.start
    ahead = counted is not None and counted.start >= quantity.number.end
    return Span(start, counted.end) if counted is not None and ahead else None


def money_told(
    key: str, sentence: Span, quantities: Sequence[Quantity], before: Span | None
) -> Span | None:
    """What the last amount of a sentence is of; where it has none, what was told before."""
    sums = [each for each in quantities if is_amount(each.unit)]
    return amount_of(key, sentence, sums[-1].span) if sums else before


def _words_of(candidate: Candidate) -> Span:
    """The number with the noun that it counts."""
    end = candidate.span.end if candidate.counted is None else candidate.counted.end
    return Span(candidate.numeral.span.start, max(end, candidate.span.end))


def _told(key: str, candidate: Candidate, sentence: Span) -> Span | None:
    """The whole in words around the number: ``Of the 54 trials,``, ``one in five applicants``."""
    if (whole := _opening(key, candidate, sentence)) is not None:
        return whole
    if (stake := _STAKE.match(key, candidate.span.end, sentence.end)) is not None:
        return Span(*stake.span("base"))
    if _STAKE_OF.search(key, sentence.start, candidate.span.start):
        firm = _IN_FIRM.match(key, candidate.span.end, sentence.end)
        return None if firm is None else Span(*firm.span("base"))
    if _PROPORTION.search(candidate.numeral.span.of(key)):
        noun = _IN_EVERY.match(key, candidate.span.end, sentence.end)
        return None if noun is None else Span(*noun.span("base"))
    return None


def _opening(key: str, candidate: Candidate, sentence: Span) -> Span | None:
    """The whole that opens the sentence or clause: ``Of the newcomers, 38 …``."""
    start = max(sentence.start, candidate.span.start - _OF_REACH)
    for match in _OF_BEFORE.finditer(key, start, candidate.span.start):
        if match.start() == sentence.start or key.endswith(_OPENS, sentence.start, match.start()):
            return _stripped(key, Span(*match.span("base")))
    return None


def _leaning(
    key: str, candidate: Candidate, sentence: Span, earlier: tuple[Earlier, ...]
) -> Span | None:
    """The whole that the number before is, or is a part of."""
    if not earlier:
        return None
    last = earlier[-1]
    between = key[last.candidate.span.end : candidate.span.start]
    if last.candidate.unit in RATIOS:
        arm = _IN_ARM.match(key, candidate.span.end, sentence.end)
        if arm is not None and last.share is not None:
            return Span(*arm.span("base"))
        same = _COMPARED.search(between) or _AND_OTHERS.search(between)
        return last.share if same else None
    if (whole := _of_which(key, candidate, sentence, earlier)) is not None:
        return whole
    return (last.share or last.candidate.counted) if _RESTATED.search(between) else None


def _and_some(key: str, candidate: Candidate, earlier: tuple[Earlier, ...]) -> Span | None:
    """Half of the firms make tests, and 13 come from abroad: of the same firms."""
    if candidate.counted is not None or not earlier or earlier[-1].candidate.unit not in RATIOS:
        return None
    return (
        earlier[-1].share
        if _AND_SOME.search(key, candidate.span.start - _AND_REACH, candidate.span.start)
        else None
    )


def _of_which(
    key: str, candidate: Candidate, sentence: Span, earlier: tuple[Earlier, ...]
) -> Span | None:
    """The amount before: 736 employees, of whom 241 work in research."""
    if not earlier:
        return None
    between = key[earlier[-1].candidate.span.end : candidate.span.start]
    if _OF_WHICH.search(between) is None:
        return None
    return _whole_words(key, sentence, _first_amount(key, earlier))


def _continued(key: str, candidate: Candidate, sentence: Span, carried: Span | None) -> Span | None:
    opens = candidate.span.start == sentence.start
    return carried if opens and _ELLIPTIC.match(key, candidate.span.end) else None


def _stripped(key: str, span: Span) -> Span:
    words = key[span.start : span.end]
    return Span(span.start, span.start + len(words.rstrip()))
