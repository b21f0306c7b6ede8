"""Milestones of an article: what its sentences state, judged, each once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
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
    topic: Slot | None = None
    block = -1
    for index, (item, scene) in enumerate(zip(reading.sentences, scenes(reading), strict=True)):
        span = item.sentence.span
        within = dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        inside = tuple(date for date in within if reading.slots.free(_place(date)))
        if item.sentence.block != block:
            topic, block = None, item.sentence.block
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
        parts = clauses(reading.key, span, tokens, slots, inside)
        if telling:
            passage = Passage(span, reading.key, words, parts, reading.labels, topic)
            yield from ((span, each) for each in chinese_milestones(passage))
        for part in parts:
            subject = leading_theme(part.units)
            if subject is not None and len(subject.slots) == 1:
                topic = subject.slots[0] if subject.thing is None else None
                break


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
