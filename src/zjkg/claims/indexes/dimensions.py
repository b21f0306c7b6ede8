"""What an index is made of: lists of dimensions, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.indexes.enumerations import Enumeration, chinese_lists, english_lists
from zjkg.claims.indexes.places import Place, index_at
from zjkg.errors import Bilingual
from zjkg.model import DimensionScheme, Dropped, EntityType, Evidence, Span

_STEP: Final = "claims"
_COUNT: Final = Bilingual(
    "the list has not as many items as the text says", "列出的项数与原文所说的不符"
)
# What an index shows or a report has chapters on is not what the index is made of.
_ELSEWHERE: Final = re.compile(
    r"报告用|章节|(?:显示|表明|指出|认为|发现)[，,：]|\bchapters?\b|\bsections?\b", re.IGNORECASE
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Found:
    scheme: DimensionScheme
    stated: bool


def find_dimensions(
    reading: Reading, places: dict[Span, tuple[Place, ...]]
) -> tuple[tuple[DimensionScheme, ...], tuple[Dropped, ...]]:
    """The dimensions of every index, in text order; lists whose count is wrong are dropped.

    A list belongs to an index only where its sentence speaks of the index before the list.
    """
    found: list[_Found] = []
    dropped: list[Dropped] = []
    for item in reading.sentences:
        span = item.sentence.span
        here = places.get(span, ())
        if not here:
            continue
        lists = chinese_lists if item.chinese else english_lists
        for each in lists(reading.key, span):
            index = _subject(reading, here, each)
            if index is None:
                continue
            if each.count is not None and not each.fits:
                dropped.append(Dropped(_STEP, "dimension-count", each.words, _COUNT))
                continue
            if len(each.items) >= _FEWEST:
                focus = (each.words,)
                scheme = DimensionScheme(
                    index, each.title, each.items, Evidence(span, focus), each.rule
                )
                found.append(_Found(scheme, each.count is not None))
    return tuple(_distinct(reading, found)), tuple(dropped)


def _subject(reading: Reading, places: tuple[Place, ...], each: Enumeration) -> str | None:
    """The index of which a list speaks: named before it, with nothing else taking over."""
    start = each.words.start
    before = [place for place in places if place.span.end <= start]
    if not before:
        return None
    between = reading.key[before[-1].span.end : start]
    named = [slot for slot in reading.slots.inside(each.words) if slot.type is not EntityType.INDEX]
    if _ELSEWHERE.search(between) or named:
        return None
    return index_at(places, start)


def _distinct(reading: Reading, found: list[_Found]) -> Iterator[DimensionScheme]:
    """Each list once: one that states its number wins over the same items without it."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    kept: list[DimensionScheme] = []
    for each in sorted(found, key=lambda one: not one.stated):
        words = tuple(span.of(reading.key).lower() for span in each.scheme.dimensions)
        if (each.scheme.index, words) not in seen:
            seen.add((each.scheme.index, words))
            kept.append(each.scheme)
    yield from sorted(kept, key=lambda scheme: scheme.dimensions)
