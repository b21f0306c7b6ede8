"""The firm of which somebody holds a part: 某公司持股12%, ``owns 31% of its shares``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from zjkg.measurement.candidates import Candidate
from zjkg.model import Span

_HELD = re.compile(
    r"(?:(?P<held>持股|占股|(?<![支维保坚扶主])持(?!有))(?:比例?|比重|率)?|持有)(?:为|达到?|共|约|近|逾|超过)*"
    r"(?:[\d.]+%[、及和])*\s?\Z"
)
_OF_FIRM = re.compile(
    r"\s(?:out )?of (?:(?:its|their|the (?:company|firm|group|business)['’]s) (?:shares|stock"
    r"|equity|share capital)\b|the (?:company|firm|business|start-?up)\b(?!['’]))"
)
_HOLDS = re.compile(r"\b(?:holds?|owns?|held|owned|controls?|controlled|has)\b[^,;.]{0,24}\Z")
_STAKE_OF = re.compile(r"\bstake of (?:[a-z]+ ){0,2}\Z")
_EQUITY = re.compile(r"(?:以上|左右)?(?:的?(?:股权|股份|股本|权益)|[^，,。；;]{0,4}(?:股权|股份))")
_NEXT_HELD = re.compile(r"[、及和][\d.]+%")  # 分别持有12%及7%
_MARKET = re.compile(r"板\Z|交易所|联交所|证监会|Exchange|Nasdaq|NYSE|Commission", re.IGNORECASE)
_ADVERBS = re.compile(
    r"(?:目前|现|仍|共|合计|则|就|各|分别|间接|直接|也|已|,? (?:now|still|also|who|which))*\s?"
)
_JOINED = re.compile(r"[、和与及]")
_INVESTOR_BEFORE = re.compile(r"(?:[获由被]|引入|股东[为是])[^，,。；;]{0,4}\Z")
_REACH = 30


def firm_held(
    key: str, candidate: Candidate, sentence: Span, organizations: tuple[Span, ...]
) -> Span | None:
    """The firm whose shares a percentage is of, None where it is no holding.

    It is the firm that the sentence speaks of beside the holder, else that which the article has
    spoken of most. ``organizations`` stand in text order.
    """
    start, end = candidate.span.start, candidate.span.end
    low = max(sentence.start, start - _REACH)
    held = _HELD.search(key, low, start)
    if held is not None:
        listed = "%" in held[0] or _EQUITY.match(key, end) or _NEXT_HELD.match(key, end)
        if not held["held"] and not listed:
            return None
        return _beside_holder(key, held.start(), sentence, organizations)
    if _STAKE_OF.search(key, low, start):
        inside = [span for span in organizations if sentence.start <= span.start < start]
        return inside[-1] if len(inside) > 1 else None
    holds = _HOLDS.search(key, low, start)
    if holds is None or _OF_FIRM.match(key, end, sentence.end) is None:
        return None
    inside = [span for span in organizations if sentence.start <= span.start < start]
    holders = [span for span in inside if _ADVERBS.fullmatch(key, span.end, holds.start())]
    return _spoken_of(key, holds.start(), organizations, holders)


def _beside_holder(
    key: str, at: int, sentence: Span, organizations: tuple[Span, ...]
) -> Span | None:
    """The first firm of the sentence that is not the holder; the nearest where none is named."""
    inside = [span for span in organizations if sentence.start <= span.start < at]
    holders = _holders(key, at, inside)
    others = [span for span in inside if span not in holders]
    if not others:
        return _spoken_of(key, at, organizations, holders)
    invested = not holders and not _INVESTOR_BEFORE.search(key, sentence.start, others[-1].start)
    return others[-1] if invested else others[0]


def _holders(key: str, at: int, inside: list[Span]) -> list[Span]:
    """The organizations that stand right before 持股, or that are told to be shareholders."""
    holders: list[Span] = []
    for span in reversed(inside):
        gap = key[span.end : at]
        joins = _JOINED.fullmatch(gap) if holders else _ADVERBS.fullmatch(gap)
        if joins or _INVESTOR_BEFORE.search(key, max(0, span.start - _REACH), span.start):
            holders.append(span)
            at = span.start
    return holders


def _short(name: str) -> str:
    """The part of a name that its short forms share: the first word, in Chinese two characters."""
    return name.split(maxsplit=1)[0] if name.isascii() else name[:2]


def _spoken_of(
    key: str, at: int, organizations: tuple[Span, ...], holders: list[Span]
) -> Span | None:
    """The last mention of the organization named most before, or first; not that of a holder."""
    earlier = organizations[: bisect_left(organizations, at, key=lambda span: span.start)]
    holding = {_short(span.of(key)) for span in holders}
    counts: Counter[str] = Counter()
    last: dict[str, Span] = {}
    for span in earlier:
        name = span.of(key)
        if _short(name) not in holding and not _MARKET.search(name):
            counts[_short(name)] += 1
            last[_short(name)] = span
    return last[counts.most_common(1)[0][0]] if counts else None
