"""Places that every reader knows, found in the text even where the tagger cuts words wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

import ahocorasick

from zjkg.model import EntityType, Span
from zjkg.recognition.lexicon import common_words
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import COUNTRIES, PLACES
from zjkg.recognition.vocabulary import BRAND_HEADS

_DIVISION = re.compile(r"(?:市|省|县)(?![场值委政级民府长内区域立])|(?:特别行政区|自治区)")
_PARKS = re.compile("(?:竹科|南科)(?![管技大普学生医创研])|(?:竹科|南科)(?=生技|医材)")
_LONG = 3


def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for place in sorted(PLACES):
        automaton.add_word(place, len(place))
    automaton.make_automaton()
    return automaton


_KNOWN = _automaton()


def propose(passage: Passage) -> Iterator[Candidate]:
    """Known places that begin a word or follow another place, also with 市 or 县 behind them."""
    edges = {edge for token in passage.tokens for edge in (token.span.start, token.span.end)}
    behind = set[int]()
    for last, length in sorted(_KNOWN.iter(passage.sentence), key=_by_start):
        start = passage.span.start + last + 1 - length
        end = start + length
        plant = _at_plant(passage, start, end)
        if start not in edges and start not in behind and not plant:
            continue
        if end not in edges and not plant and not _ends_freely(passage, start, end):
            continue
        behind.add(end)
        yield Candidate(Span(start, end), EntityType.PLACE, "vocabulary:place")
        if match := _DIVISION.match(passage.text, end, passage.span.end):
            yield Candidate(Span(start, match.end()), EntityType.PLACE, "vocabulary:place")


def parks(passage: Passage) -> Iterator[Candidate]:
    """The science parks of Taiwan by the short names that everybody uses."""
    for match in _PARKS.finditer(passage.text, passage.span.start, passage.span.end):
        index = passage.token_from(match.start())
        if index >= len(passage.tokens) or passage.tokens[index].span.start != match.start():
            continue
        yield Candidate(Span(*match.span()), EntityType.PARK, "vocabulary:park")


def _at_plant(passage: Passage, start: int, end: int) -> bool:
    """Whether a place stands between a firm and its plant: 某某生医|竹北|新厂."""
    firm = passage.text.endswith(BRAND_HEADS, passage.span.start, start)
    return firm and _PLANT.match(passage.text, end, passage.span.end) is not None


_PLANT = re.compile("新厂|二厂|厂区|工厂|厂房|总部|研发中心|生产基地")


def _by_start(found: tuple[int, int]) -> tuple[int, int]:
    last, length = found
    return last - length, -length


def _ends_freely(passage: Passage, start: int, end: int) -> bool:
    """Whether a place may end inside the tagger's word: a country or long name, no word cut."""
    place = passage.text[start:end]
    cut = passage.text[end - 1 : end + 1] in common_words()
    return not cut and (place in COUNTRIES or len(place) >= _LONG)
