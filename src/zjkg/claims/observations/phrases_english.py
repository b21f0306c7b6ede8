"""English noun phrases right and left of a number."""

from __future__ import annotations

import re

from zjkg.claims.observations.text import Text
from zjkg.model import Span, Token

_NOUNS = frozenset({"n", "nz", "vn", "an"})
_INSIDE = _NOUNS | {"a"}
_NAMES = frozenset({"LOC", "ORG", "PER"})
_GENERIC = re.compile(
    r"(?:new |whole |entire )?(?:company|firm|group|park|cluster|hub|bureau|agency|institute"
    r"|hospital|university"
    r"|alliance|city|district|region|fund|start-?up|centre|center|plant|factory|vaccine|drug|kit"
    r"|deal|Mr|Ms"
    r"|Mrs|Dr|Prof|president|chairman|chief|head|director|spokes\w+|officials?|government"
    r"|authorit\w+"
    r"|report|survey|figures?|data|statistics|study|index|statement|document|part|body|maker"
    r"|developer|unit"
    r"|subsidiary|(?:[\w-]+ )*(?:industry|sector|market)|[\w -]* (?:agency|developer|maker"
    r"|company|firm|officer|director|executive|adviser))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:first |second |third |fourth |last |next |past |previous |same |fiscal |full |recent )*"
    r"(?:quarter|half|year|years|month|months|week|weeks|day|days|period|decade|end|time|today"
    r"|yesterday"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|date|addition|total|number"
    r"|percent|per cent|cent|yuan|dollars?|euros?|pounds?|yen|Rs|SEK|EUR|CHF|USD"
    r"|CNY|RMB|NT|HK)",
    re.IGNORECASE,
)
_SPANS = frozenset(
    {"year", "month", "week", "day", "acre", "metre", "meter", "foot", "storey", "bed"}
)
_SUMS = frozenset({"combined", "total", "annual", "net", "gross", "operating", "aggregate"})
_ACTIVITY = re.compile(
    r"(?:.* )?(?:funding|financing|spending|manufacturing|listings?|holdings?|savings|earnings"
    r"|building"
    r"|lending|offerings?|filings?|openings?|warning)",
    re.IGNORECASE,
)
_TRADED = re.compile(
    r"(?:exports|imports|sales|shipments|output|production|trade)\Z", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"(?:the|an?|its|their|our|his|her|this|that|these|those|all|each|every|some|any|new|planned"
    r"|total number of)\s+",
    re.IGNORECASE,
)


class EnglishPhrases:
    """Finds noun phrases by the words' tags; names are left out."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def right(self, index: int, start: int, end: int) -> Span | None:
        """The noun phrase that begins at an offset, without its determiners and owner."""
        key = self._text.key
        start = _skipped(key, start, end)
        phrase: list[Token] = []
        for token in self._text.words(index, Span(start, end)):
            word = token.span.of(key)
            if phrase and token.span.start > phrase[-1].span.end + 1:
                break
            if word in ("'s", "’s", "'", "’") and phrase:
                phrase = []
                continue
            if not (token.tag in _INSIDE or (phrase and self._glues(word, token, phrase))):
                if not phrase and (token.tag in _NAMES or token.tag in ("m", "r")):
                    continue
                break
            phrase.append(token)
        return self._span(phrase)

    def left(self, index: int, start: int, end: int) -> Span | None:
        """The noun phrase that ends at an offset."""
        phrase: list[Token] = []
        key = self._text.key
        for token in reversed(self._text.words(index, Span(start, end))):
            word = token.span.of(key)
            inside = token.tag in _INSIDE or word in _SUMS
            if not (phrase and word == "-") and not (inside and (phrase or token.tag != "a")):
                break
            phrase.insert(0, token)
        return self._span(phrase)

    def first(self, index: int, start: int, end: int) -> Span | None:
        """The first noun phrase of a stretch that says what is spoken of, not who or when."""
        key = self._text.key
        phrase: list[Token] = []
        names = [item.span for item in self._text.names_in(Span(start, end))]
        for token in self._text.words(index, Span(start, end)):
            named = any(token.span.overlaps(name) for name in names) or token.tag == "PER"
            gerund = token.tag == "vn" and bool(phrase) and phrase[-1].tag == "n"
            hyphen = token.span.of(key) == "-" and bool(phrase)
            inside = token.tag in _INSIDE or token.tag in _NAMES
            if (inside or hyphen) and not named and not gerund:
                phrase.append(token)
                continue
            if token.span.of(key) not in ("'s", "’s", "'", "’"):
                found = self._telling(phrase)
                if found is not None:
                    return self._traded(index, found, end)
            phrase = []
        return self._telling(phrase)

    def _traded(self, index: int, found: Span, end: int) -> Span:
        """``exports of medical devices``: what alone says too little."""
        key = self._text.key
        if _TRADED.match(found.of(key)) is None or not key.startswith(" of ", found.end):
            return found
        start = found.end + len(" of ")
        names = self._text.names_in(Span(start, end))
        goods = self.right(index, start, end)
        plain = goods is not None and (not names or names[0].span.start > goods.end)
        bare = goods is not None and goods.start == start
        return Span(found.start, goods.end) if goods is not None and plain and bare else found

    def _telling(self, phrase: list[Token]) -> Span | None:
        found = self._span(phrase)
        if found is None:
            return None
        words = found.of(self._text.key)
        if all(token.tag == "vn" for token in phrase) and not _ACTIVITY.fullmatch(words):
            return None
        return None if _GENERIC.fullmatch(words) or _TIME.fullmatch(words) else found

    def _glues(self, word: str, token: Token, phrase: list[Token]) -> bool:
        """Whether a hyphen or an ``and`` goes on: ``sequencing and reagent plant``."""
        adjacent = phrase[-1].span.end == token.span.start
        return (word == "-" and adjacent) or (word == "and" and phrase[-1].tag in ("vn", "a"))

    def _span(self, phrase: list[Token]) -> Span | None:
        key = self._text.key
        while phrase and (phrase[-1].tag not in _NOUNS):
            phrase = phrase[:-1]
        if phrase and key[phrase[0].span.start - 1] == "-" and phrase[0].span.of(key) in _SPANS:
            phrase = phrase[1:]  # a ten-year lease
        while phrase and phrase[0].span.of(key) in ("-", "and", "new", "other", "such", "more"):
            phrase = phrase[1:]
        return Span(phrase[0].span.start, phrase[-1].span.end) if phrase else None


def _skipped(key: str, start: int, end: int) -> int:
    while (match := _DETERMINER.match(key, start, end)) is not None:
        start = match.end()
    return start
