"""Firms whose brand is a coined word: 映海生物, 颐泽君基因, also where the tagger cuts it up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.lexicon import common_words
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import longest_place_prefix
from zjkg.recognition.vocabulary import BRAND_HEADS, GENERIC, NOT_NAMES

_TRADE = re.compile(f"(?:{'|'.join(map(re.escape, BRAND_HEADS))})+")
_BRAND = re.compile(r"[\u4e00-\u9fff]{2,4}")
_OUTSIDE = frozenset({"w", "u", "p", "r", "m", "q", "f", "t", "TIME", "xc"})
"""Tags of words that no brand holds."""
_FUNCTION = frozenset({"c", "d", "ad", "v", "vd"})
"""Tags of words that a brand may hold (川和) but that more often stand before one."""
_CLASS = re.compile("产业|领域|行业|企业|公司|板块|药企|市场|园")
_MOST_TOKENS = 3
_HALF = 2


def propose(passage: Passage) -> Iterator[Candidate]:
    """Coined words with a trade behind them."""
    for match in _TRADE.finditer(passage.text, passage.span.start, passage.span.end):
        end = match.end()
        if _CLASS.match(passage.text, end) or not _at_edge(passage, end):
            continue
        start = _brand_start(passage, match.start())
        if start is None:
            continue
        whole = passage.tokens[passage.token_from(start)].span.end >= match.start()
        kind = "pattern:coined" if whole else "pattern:coined-parts"
        yield Candidate(Span(start, end), EntityType.ORGANIZATION, kind)


def _at_edge(passage: Passage, end: int) -> bool:
    index = passage.token_before(end)
    return index >= 0 and passage.tokens[index].span.end == end


def _brand_start(passage: Passage, head: int) -> int | None:
    """Where the shortest stretch of words that can be a coined brand begins."""
    last = passage.token_before(head)
    for first in range(last, max(-1, last - _MOST_TOKENS), -1):
        if passage.tokens[first].tag in _OUTSIDE:
            return None
        start = passage.tokens[first].span.start
        brand = passage.text[start:head]
        if len(brand) >= _HALF:
            single = first == last
            fits = _is_coined(brand) and (single or passage.tokens[first].tag not in _FUNCTION)
            return start if fits else None
    return None


def _is_coined(brand: str) -> bool:
    if _BRAND.fullmatch(brand) is None or brand in GENERIC or brand in NOT_NAMES:
        return False
    if longest_place_prefix(brand):
        return False
    known = common_words()
    halves = (brand, brand[:_HALF], brand[-_HALF:])
    return not any(part in known or part in GENERIC for part in halves)
