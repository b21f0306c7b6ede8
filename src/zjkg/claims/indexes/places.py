"""Where a text speaks of which index: its name, a report named after it, or a word for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.names import Slot
from zjkg.model import EntityType, Sentence, Span

_WORD: Final = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[该此本版套一]))指数(?!级|化|型|增长|函数|基金|投资|平台)"
    r"|(?<=该)指标体系"
    r"|\b(?:the|this|its) (?:(?:(?:19|20)\d\d|new|latest) )?(?:index|edition|reading)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"[\s（(]*(?:19|20)\d\d年?[度版]?[）)]?\s*")
_NO_NAME: Final = re.compile(r"[该此本新最版的年度\s]*指数|(?:the |this )?index", re.IGNORECASE)
_SHORTEST_LABEL: Final = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Words that stand for an index; ``named`` where they name it or its report."""

    span: Span
    index: str
    named: bool


def index_places(reading: Reading) -> dict[Span, tuple[Place, ...]]:
    """The places of every sentence that has any, by the sentence's span, in text order.

    A word such as 该指数 stands for the index named last; before the first name, for the only
    index of the article.
    """
    labels = index_labels(reading)
    if not labels:
        return {}
    last: str | None = next(iter(labels)) if len(labels) == 1 else None
    found: dict[Span, tuple[Place, ...]] = {}
    for item in reading.sentences:
        places = [
            Place(slot.span, owner, named=True)
            for slot in reading.slots.inside(item.sentence.span)
            if (owner := _owner(reading, slot, labels)) is not None
        ]
        places.extend(_words(reading, item.sentence, places, labels, last))
        if places:
            found[item.sentence.span] = tuple(sorted(places, key=lambda place: place.span))
            last = found[item.sentence.span][-1].index
    return found


def index_at(places: tuple[Place, ...], offset: int) -> str | None:
    """The index of the place before an offset, else of the first place."""
    before = [place.index for place in places if place.span.start <= offset]
    if before:
        return before[-1]
    return places[0].index if places else None


def index_labels(reading: Reading) -> dict[str, str]:
    """The label of each index of the article, without years, by key.

    2021版指数 alone names no index: it is a word for the one spoken of.
    """
    keys = dict.fromkeys(slot.key for slot in reading.slots.items if slot.type is EntityType.INDEX)
    labels = {key: _YEAR.sub("", reading.labels[key]) for key in keys}
    return {key: label for key, label in labels.items() if not _NO_NAME.fullmatch(label)}


def _owner(reading: Reading, slot: Slot, labels: dict[str, str]) -> str | None:
    """The index that a slot stands for; a report or a list that is named after one counts."""
    if slot.type is EntityType.INDEX:
        return slot.key if slot.key in labels else None
    if slot.type is not EntityType.PROJECT:
        return None
    name = slot.span.of(reading.key)
    owners = [
        (len(label), key)
        for key, label in labels.items()
        if len(label) >= _SHORTEST_LABEL and label in name
    ]
    return max(owners)[1] if owners else None


def _words(
    reading: Reading,
    sentence: Sentence,
    places: list[Place],
    labels: dict[str, str],
    last: str | None,
) -> list[Place]:
    """Words that stand for the index named before them, in the sentence or before it."""
    spans = [
        slot.span
        for slot in reading.slots.inside(sentence.span)
        if slot.type is EntityType.INDEX and slot.key not in labels
    ]
    words = _WORD.finditer(reading.key, sentence.span.start, sentence.span.end)
    spans += [span for word in words if reading.slots.free(span := Span(*word.span()))]
    found: list[Place] = []
    for span in spans:
        before = [place.index for place in places if place.span.start < span.start]
        owner = before[-1] if before else last
        if owner is not None:
            found.append(Place(span, owner, named=False))
    return found
