"""One turning point with two dates: opened in March, says one article, in May, says the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from zjkg.comparison.periods import When
from zjkg.errors import Bilingual
from zjkg.folding import match_key
from zjkg.model import (
    ArticleRecord,
    ClaimKind,
    ClaimRef,
    ConflictType,
    Contradiction,
    Identity,
    LocalKey,
    Milestone,
    MilestoneKind,
    Modality,
)

# What happens to a thing once. A firm may be listed twice, and sign or release whenever it likes.
_ONCE: Final = {
    MilestoneKind.FOUNDED: "founded",
    MilestoneKind.OPENED: "opened",
    MilestoneKind.PRODUCTION: "opened",  # 投产 and "went into operation" are one for a plant
    MilestoneKind.LAUNCHED: "launched",
    MilestoneKind.CONSTRUCTION: "construction",
    MilestoneKind.COMPLETED: "completed",
}
_OF_THINGS: Final = frozenset({"opened", "construction", "completed"})
"""What may also happen to an unnamed part of the subject: its plant, its laboratory."""
_FACILITIES: Final = (
    ("基地", ("base", "site")),
    ("厂", ("plant", "factory", "facility")),
    ("实验室", ("laboratory", "lab")),
    ("总部", ("headquarters",)),
    ("中心", ("centre", "center")),
    ("生产线", ("line", "lines")),
    ("孵化器", ("incubator",)),
    ("平台", ("platform",)),
    ("大楼", ("building", "tower")),
    ("园", ("park", "campus")),
)
_SLACK_DAYS: Final = 7
"""Announcement, ceremony and report may lie so many days apart without a contradiction."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A milestone with its subject's IRI; ``thing`` is the key of the words of what it befell."""

    ref: ClaimRef
    subject: str
    kind: str
    thing: str
    when: When
    start: str
    end: str


def misdated(turns: Iterable[Turn]) -> Iterator[Contradiction]:
    """The pairs of milestones of two articles that date one turning point differently."""
    found: dict[tuple[str, str], list[Turn]] = {}
    for turn in turns:
        found.setdefault((turn.subject, turn.kind), []).append(turn)
    for _, turning in sorted(found.items()):
        dated: dict[tuple[str, str, str], list[Turn]] = {}
        for turn in turning:
            dated.setdefault((turn.thing, turn.start, turn.end), []).append(turn)
        for some, others in combinations(dated.values(), 2):  # those of one date do not differ
            if _one_thing(some[0], others[0]) and _apart(some[0], others[0]):
                yield from _between(some, others)


def _between(some: Iterable[Turn], others: Sequence[Turn]) -> Iterator[Contradiction]:
    for pair in product(some, others):
        a, b = sorted(pair, key=lambda turn: turn.ref)
        if a.ref.source != b.ref.source:
            yield Contradiction(ConflictType.TIME, a.ref, b.ref, _reason(a, b))


def turns_of(record: ArticleRecord, identity: Identity) -> Iterator[Turn]:
    """The milestones of an article that a thing passes once."""
    source, text = record.article.source, record.article.text
    for index, milestone in enumerate(record.claims.milestones):
        subject = identity.iris.get(LocalKey(source, milestone.subject))
        if subject and _is_dated_once(milestone):
            yield Turn(
                ClaimRef(source, index, ClaimKind.MILESTONE),
                subject,
                _ONCE[milestone.kind],
                match_key(milestone.thing.of(text)) if milestone.thing else "",
                When.of(milestone.start, milestone.end, None),
                milestone.start,
                milestone.end,
            )


def _is_dated_once(milestone: Milestone) -> bool:
    kind = _ONCE.get(milestone.kind)
    if kind is None or milestone.modality is not Modality.ACTUAL:
        return False
    if milestone.thing is None:
        return milestone.kind is not MilestoneKind.PRODUCTION  # a firm may have several plants
    return kind in _OF_THINGS


def _one_thing(a: Turn, b: Turn) -> bool:
    """The subject itself in both, or the same part of it, by its words or its kind of facility."""
    if not a.thing or not b.thing:
        return a.thing == b.thing
    short, long = sorted((a.thing, b.thing), key=len)
    if short in long:
        return True
    chinese, english = (a.thing, b.thing) if b.thing.isascii() else (b.thing, a.thing)
    return any(chinese.endswith(zh) and english.endswith(words) for zh, words in _FACILITIES)


def _apart(a: Turn, b: Turn) -> bool:
    """Whether the dates exclude each other, as fine as the coarser of the two."""
    if a.start.startswith(b.start) or b.start.startswith(a.start):
        return False
    if not (a.when.first and a.when.last and b.when.first and b.when.last):
        return False
    early, late = sorted((a.when, b.when), key=lambda when: (when.first, when.last))
    if early.last is None or late.first is None:
        return False
    return (late.first - early.last).days >= (_SLACK_DAYS if _is_day(a) and _is_day(b) else 1)


def _is_day(turn: Turn) -> bool:
    return turn.when.first == turn.when.last


def _reason(a: Turn, b: Turn) -> Bilingual:
    return Bilingual(
        f"one article dates it {a.start}, the other {b.start} ({a.kind})",
        f"一篇说是 {a.start}，另一篇说是 {b.start}（{a.kind}）",
    )
