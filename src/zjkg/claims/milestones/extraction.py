"""Milestones of an article: what its sentences state, judged, each once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.english.hearing import scenes
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.stance import Refusal
from zjkg.claims.milestones.candidates import Candidate
from zjkg.claims.milestones.chinese.finder import chinese_milestones
from zjkg.claims.milestones.chinese.nouns import leading_theme
from zjkg.claims.milestones.chinese.passage import Passage
from zjkg.claims.milestones.chinese.units import clauses, masked
from zjkg.claims.milestones.chinese.verbs import VERB
from zjkg.claims.milestones.english.finder import EnglishFinder
from zjkg.model import (
    Article,
    BlockKind,
    Dropped,
    Evidence,
    Measurement,
    Milestone,
    Modality,
    Period,
    Recognition,
    Span,
    Token,
)


def find_milestones(
    reading: Reading, recognition: Recognition, measurement: Measurement, zone: ZoneInfo
) -> tuple[tuple[Milestone, ...], tuple[Dropped, ...]]:
    """The milestones that an article states, in text order, and the candidates refused.

    A milestone stated twice is kept where it is stated first. ``speaker`` is left to the rules for
    quotations.
    """
    published = _published(reading.article, zone)
    kept: dict[tuple[object, ...], Milestone] = {}
    dropped: list[Dropped] = []
    for sentence, candidate in _candidates(reading, recognition, measurement):
        refusal = candidate.stance.refusal
        if refusal is None:
            milestone = _milestone(sentence, candidate, published)
            mark = _mark(reading.key, milestone)
            if kept.setdefault(mark, milestone) is milestone:
                continue
            refusal = Refusal.REPEATED
        dropped.append(Dropped("claims", candidate.rule, candidate.verb, refusal.value))
    found = sorted(kept.values(), key=lambda item: (item.evidence.focus, item.subject, item.kind))
    return tuple(found), tuple(dict.fromkeys(dropped))


def _candidates(
    reading: Reading, recognition: Recognition, measurement: Measurement
) -> Iterator[tuple[Span, Candidate]]:
    dates = measurement.dates
    starts = [_place(date).start for date in dates]
    topics = _Topics(reading)
    for index, (item, scene) in enumerate(zip(reading.sentences, scenes(reading), strict=True)):
        span = item.sentence.span
        within = dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        inside = tuple(date for date in within if reading.slots.free(_place(date)))
        topics.enter(item.sentence.block)
        if _is_byline(reading, item):
            continue
        if scene is not None:
            found = EnglishFinder(scene, inside, reading.key).candidates() if inside else ()
            yield from ((span, each) for each in found)
            continue
        if not item.chinese:
            continue
        tokens = recognition.tokens[index] if index < len(recognition.tokens) else ()
        slots = reading.slots.inside(span)
        words = masked(reading.key, span, slots, inside)
        telling = bool(inside) and VERB.search(words) is not None
        if not telling and not slots:
            continue
        if telling:
            parts = clauses(reading.key, span, tokens, slots, inside)
            passage = Passage(span, reading.key, words, parts, reading.labels, topics.now())
            yield from ((span, each) for each in chinese_milestones(passage))
        topics.read(span, tokens, slots, inside)


_Read = tuple[Span, tuple[Token, ...], tuple[Slot, ...], tuple[Period, ...]]
"""What the clauses of a sentence are made of."""


@dataclass(slots=True)
class _Topics:
    """What the sentences of a block are about; looked for only where one is asked about it."""

    reading: Reading
    block: int = -1
    topic: Slot | None = None
    unasked: list[_Read] = field(default_factory=list)

    def enter(self, block: int) -> None:
        """A new block forgets the topic of the one before."""
        if block != self.block:
            self.block, self.topic = block, None
            self.unasked.clear()

    def read(self, *sentence: *_Read) -> None:
        """A sentence has been read."""
        self.unasked.append(sentence)

    def now(self) -> Slot | None:
        """The subject that leads the last clause that has one; none where a thing of it leads."""
        led = (
            subject
            for sentence in reversed(self.unasked)
            for part in clauses(self.reading.key, *sentence)
            if (subject := leading_theme(part.units)) is not None and len(subject.slots) == 1
        )
        if (subject := next(led, None)) is not None:
            self.topic = subject.slots[0] if subject.thing is None else None
        self.unasked.clear()
        return self.topic


def _is_byline(reading: Reading, item: SentenceFrame) -> bool:
    return reading.article.blocks[item.sentence.block].kind is BlockKind.BYLINE


def _place(date: Period) -> Span:
    return date.expression if date.expression is not None else Span(0, 0)


def _published(article: Article, zone: ZoneInfo) -> str | None:
    if article.published is None:
        return None
    return article.published.instant.astimezone(zone).date().isoformat()


def _milestone(sentence: Span, found: Candidate, published: str | None) -> Milestone:
    start, end = found.date.start or "", found.date.end or ""
    modality = found.stance.modality
    if modality is Modality.ACTUAL and published is not None and start > published[: len(start)]:
        modality = Modality.TARGET  # what lies after the publication is no fact yet
    spans = {found.verb, _place(found.date), found.slot.span}
    if found.thing is not None:
        spans.add(found.thing)
    focus = tuple(sorted(span for span in spans if sentence.covers(span)))
    return Milestone(
        found.slot.key,
        found.thing,
        found.kind,
        start,
        end,
        modality,
        None,
        Evidence(sentence, focus),
        found.rule,
    )


def _mark(key: str, item: Milestone) -> tuple[object, ...]:
    words = item.thing.of(key).lower() if item.thing is not None else ""
    return item.subject, words, item.kind, item.start, item.end, item.modality
