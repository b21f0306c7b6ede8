"""Finds the Chinese sentence frames of the table, and the object that a frame leaves out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.frame import Frame
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.patterns import zh
from zjkg.claims.relations.chinese.rules import RelationRule
from zjkg.claims.relations.chinese.structure import ZH_STRUCTURE
from zjkg.claims.relations.matches import RelationMatch
from zjkg.claims.relations.places import SITES
from zjkg.claims.relations.signatures import SIGNATURES
from zjkg.model import EntityType, Predicate
from zjkg.patterns import Table

_WHOLE: Final = tuple(rule for rule in ZH_STRUCTURE if "o" in rule.pattern.groupindex)
_PARTIAL: Final = tuple(rule for rule in ZH_STRUCTURE if rule not in _WHOLE)
_RULES: Final = Table((*_WHOLE, *_PARTIAL), lambda rule: rule.pattern)
_ELIDED_GATHERING = zh("(?:^|[，；])~(?P<v>集聚|聚集|汇聚|汇集|云集|集结)(?:了|有)?~(?P<s>%ORG)")
_JOINED = re.compile("[、，,和与及]|联合|携手|会同")
_SHARE = re.compile("(?:占|占到|居|全)$")


@dataclass(frozen=True, slots=True)
class FrameFinder:
    """Finds the sentence frames of one Chinese sentence."""

    item: SentenceFrame
    labels: dict[str, tuple[str, ...]]
    spoken: list[Slot]

    def matches(self) -> list[RelationMatch]:
        """The frames found, each with both sides."""
        found: list[RelationMatch] = []
        text = self.item.frame.text
        for rule in _RULES.possible(text) if any(self.item.frame.slots) else ():
            for match in rule.pattern.finditer(text):
                completed = self._complete(rule, match, found)
                if completed is not None:
                    found.append(completed)
        return found

    def _complete(
        self, rule: RelationRule, match: re.Match[str], found: list[RelationMatch]
    ) -> RelationMatch | None:
        verb = match.span("v") if match["v"] else match.span()
        subjects = _slots(self.item.frame, match, "s")
        if rule in _PARTIAL:
            objects = self._missing(rule, verb, subjects, found)
        else:
            objects = _slots(self.item.frame, match, "o")
        if rule.object_form is not None:
            objects = tuple(s for s in objects if self._matches(rule.object_form, s))
        if rule.subject_form is not None:
            subjects = tuple(s for s in subjects if self._matches(rule.subject_form, s))
        if not subjects or not objects:
            return None
        return RelationMatch(rule.id, rule.predicate, verb, _only(subjects, rule.only), objects)

    def _missing(
        self,
        rule: RelationRule,
        verb: tuple[int, int],
        subjects: tuple[Slot, ...],
        found: list[RelationMatch],
    ) -> tuple[Slot, ...]:
        """The object that a rule leaves out: that of the same predicate before, or one nearby."""
        before = [m for m in found if m.predicate is rule.predicate and m.verb[1] <= verb[0]]
        if before:
            return max(before, key=lambda m: m.verb).objects
        return self._object_nearby(rule, verb, subjects)

    def _object_nearby(
        self, rule: RelationRule, verb: tuple[int, int], subjects: tuple[Slot, ...]
    ) -> tuple[Slot, ...]:
        """The nearest name that fits: in the sentence, or, for a form, of before."""
        frame = self.item.frame
        before = frame.slots_in(0, verb[0])[::-1]
        after = frame.slots_in(verb[1], len(frame.slots))
        earlier = tuple(reversed(self.spoken[-200:])) if rule.object_form else ()
        keys = {slot.key for slot in subjects}
        allowed = SIGNATURES[rule.predicate].range
        for slot in (*before, *after, *earlier):
            if slot.type in allowed and slot.key not in keys and self._looks(rule, slot):
                return (slot,)
        return ()

    def _looks(self, rule: RelationRule, slot: Slot) -> bool:
        return rule.object_form is None or self._matches(rule.object_form, slot)

    def _matches(self, form: re.Pattern[str], slot: Slot) -> bool:
        return any(form.search(name) for name in self.labels.get(slot.key, ()))


def main_topic(
    spoken: list[Slot], kinds: frozenset[EntityType], besides: tuple[Slot, ...]
) -> tuple[Slot, ...]:
    """What the text speaks of most, other than what stands beside it; of equals the first."""
    keys = {slot.key for slot in besides}
    fitting = [s for s in spoken[-300:] if s.type in kinds and s.key not in keys]
    counts = Counter(slot.key for slot in fitting)
    return tuple(sorted(fitting, key=lambda slot: -counts[slot.key])[:1])


def _slots(frame: Frame, match: re.Match[str], group: str) -> tuple[Slot, ...]:
    """The names of a group, without employers; of adjacent places only the most specific."""
    start, end = match.span(group)
    found = []
    for index in range(start, end):
        slot = frame.slots[index]
        following = frame.slots[index + 1] if index + 1 < end else None
        if slot is None or (following and slot.type in SITES and following.type in SITES):
            continue
        if slot.type is EntityType.ORGANIZATION and _employs(frame, index, end):
            continue
        found.append(slot)
    return tuple(found)


def _employs(frame: Frame, index: int, end: int) -> bool:
    """Whether an organization only says where the person behind it works (甲校教授张三)."""
    for at in range(index + 1, end):
        slot = frame.slots[at]
        if slot is not None:
            between = frame.text[index + 1 : at]
            return slot.type is EntityType.PERSON and not _JOINED.search(between)
    return False


def _only(slots: tuple[Slot, ...], kind: EntityType | None) -> tuple[Slot, ...]:
    kept = tuple(slot for slot in slots if slot.type is kind)
    return kept or slots


def gatherings(reading: Reading, index: int) -> list[RelationMatch]:
    """A sentence that gathers firms without saying where: in the place spoken of just before."""
    item = reading.sentences[index]
    if index == 0 or not item.chinese:
        return []
    match = _ELIDED_GATHERING.search(item.frame.text)
    previous = reading.sentences[index - 1]
    if match is None or previous.sentence.block != item.sentence.block:
        return []
    if any(slot.type in SITES for slot in item.frame.slots_in(0, match.start("s"))):
        return []
    for at, slot in enumerate(previous.frame.slots):
        if (
            slot
            and slot.type in SITES
            and not _SHARE.search(previous.frame.text[max(0, at - 2) : at])
        ):
            subjects = _slots(item.frame, match, "s")
            verb = match.span("v")
            return [
                RelationMatch("relation-zh-gathers", Predicate.LOCATED_IN, verb, subjects, (slot,))
            ]
    return []
