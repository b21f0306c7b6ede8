"""Relations of the closed list, from verb frames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.article_frames import Reading, SentenceFrame
from zjkg.claims.frame import Frame
from zjkg.claims.names import Slot
from zjkg.claims.patterns import zh
from zjkg.claims.relation_rules import RelationRule
from zjkg.claims.relations_en import EN_RELATIONS
from zjkg.claims.relations_zh_acts import ZH_ACTS
from zjkg.claims.relations_zh_structure import ZH_STRUCTURE
from zjkg.claims.signatures import SIGNATURES
from zjkg.claims.stance import Refusal, Stance, is_passive, stance_of
from zjkg.folding import simplified
from zjkg.model import (
    Dropped,
    Entity,
    EntityType,
    Evidence,
    Modality,
    Predicate,
    Relation,
    Span,
)

_ZH_RELATIONS: Final = (*ZH_STRUCTURE, *ZH_ACTS)
_CLAUSE_MARKS = "，。；：！？,.;:!?“”"
_SITES: Final = frozenset({EntityType.PARK, EntityType.PLACE})
_ELIDED_GATHERING = zh("(?:^|[，；])~(?P<v>集聚|聚集|汇聚|汇集|云集|集结)(?:了|有)?~(?P<s>%ORG)")
_NOUN_LINKS = ("的", "旗下", "自有", "'", "based", "headquartered", "子公司")
_BY = re.compile(r"^[^,]{0,24}\bby (?:the |a |an )?$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|alongside) (?:the )?$", re.IGNORECASE)
_JOINED = re.compile("[、，,和与及]|联合|携手|会同| and | & ")
_SHARE = re.compile("(?:占|占到|居|全)$")


@dataclass(frozen=True, slots=True)
class _Match:
    """A verb frame found in a sentence."""

    rule: RelationRule
    start: int
    verb: tuple[int, int]
    subjects: tuple[Slot, ...]
    objects: tuple[Slot, ...]


def find_relations(
    reading: Reading, entities: tuple[Entity, ...]
) -> tuple[tuple[Relation, ...], tuple[Dropped, ...]]:
    """All relations that the sentences state, in text order, and the candidates refused."""
    labels = {e.key: tuple(simplified(name.text) for name in e.names) for e in entities}
    relations: list[Relation] = []
    dropped: list[Dropped] = []
    spoken: list[Slot] = []
    for index, item in enumerate(reading.sentences):
        finder = _SentenceFinder(reading, item, labels, spoken)
        matches = finder.matches()
        matches.extend(_gatherings(reading, index))
        for match in sorted(matches, key=lambda match: (match.verb, match.rule.id)):
            finder.judge(match, relations, dropped)
        spoken.extend(item.frame.slots_in(0, len(item.frame.slots)))
    return _distinct(relations), tuple(dropped)


@dataclass(frozen=True, slots=True)
class _SentenceFinder:
    """Finds the verb frames of one sentence and judges them."""

    reading: Reading
    item: SentenceFrame
    labels: dict[str, tuple[str, ...]]
    spoken: list[Slot]

    def matches(self) -> list[_Match]:
        rules = _ZH_RELATIONS if self.item.chinese else EN_RELATIONS
        if not any(self.item.frame.slots):
            return []
        whole = [rule for rule in rules if {"s", "o"} <= rule.pattern.groupindex.keys()]
        partial = [rule for rule in rules if rule not in whole]
        found: list[_Match] = []
        for rule in (*whole, *partial):
            for match in rule.pattern.finditer(self.item.frame.text):
                completed = self._complete(rule, match, found)
                if completed is not None:
                    found.append(completed)
        return found

    def _complete(
        self, rule: RelationRule, match: re.Match[str], found: list[_Match]
    ) -> _Match | None:
        frame = self.item.frame
        groups = match.groupdict()
        subjects = _slots(frame, match, "s") if groups.get("s") else ()
        objects = _slots(frame, match, "o") if groups.get("o") else ()
        verb = match.span("v") if groups.get("v") else (match.start(), match.end())
        behind = frame.text[verb[1] : match.start("o")] if objects else ""
        if not self.item.chinese and not rule.id.endswith("-by") and _BY.search(behind):
            return None  # the passive, which another rule reads
        ahead = frame.text[max(0, match.start("s") - 15) : match.start("s")] if subjects else ""
        if not self.item.chinese and _WITH.search(ahead):
            return None  # a companion, not the subject
        before = [m for m in found if m.verb[1] <= verb[0]]
        same = [m for m in before if m.rule.predicate is rule.predicate]
        if not subjects and before:
            nearest = max(before, key=lambda m: m.verb)
            both = nearest.rule.predicate is Predicate.PARTNERS_WITH
            subjects = nearest.subjects + (nearest.objects if both else ())
        if not objects and same:
            objects = max(same, key=lambda m: m.verb).objects
        elif not objects and rule.predicate is not Predicate.INVESTS:
            objects = self._object_nearby(rule, verb, subjects)
        if rule.subject_form is not None:
            subjects = tuple(s for s in subjects if self._matches(rule.subject_form, s))
        if not subjects or not objects:
            return None
        return _Match(rule, match.start(), verb, subjects, objects)

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

    def judge(self, match: _Match, relations: list[Relation], dropped: list[Dropped]) -> None:
        """Keep the relations of a verb frame, or record why not."""
        stance = self._stance(match)
        pairs = self._pairs(match)
        refusal = stance.refusal or (None if pairs else Refusal.SIGNATURE)
        verb = self.item.frame.source(*match.verb)
        if refusal is not None:
            dropped.append(Dropped("claims", match.rule.id, verb, refusal.value))
            return
        for subject, target in pairs:
            relations.append(
                Relation(
                    subject.key,
                    match.rule.predicate,
                    target.key,
                    stance.modality,
                    None,
                    Evidence(self.item.sentence.span, self._focus(subject, verb, target)),
                    match.rule.id,
                )
            )

    def _focus(self, subject: Slot, verb: Span, target: Slot) -> tuple[Span, ...]:
        sentence = self.item.sentence.span
        spans = {subject.span, verb, target.span}
        return tuple(sorted(span for span in spans if sentence.covers(span)))

    def _stance(self, match: _Match) -> Stance:
        text = self.item.frame.text
        verb_start, verb_end = match.verb
        if self.item.chinese and is_passive(text[max(0, verb_start - 4) : verb_start]):
            return Stance(refusal=Refusal.PASSIVE)
        clause_start = max(text.rfind(mark, 0, verb_start) for mark in _CLAUSE_MARKS) + 1
        if (
            text[verb_start:verb_end].startswith(_NOUN_LINKS)
            or text[verb_end : verb_end + 1] == "的"
        ):
            # Inside a noun phrase the modality of the clause's own verb does not apply.
            clause_start = max(clause_start, verb_start - 4)
        return stance_of(
            text[clause_start:verb_end],
            text[max(clause_start, verb_start - 30) : verb_start],
            text,
            chinese=self.item.chinese,
        )

    def _pairs(self, match: _Match) -> list[tuple[Slot, Slot]]:
        rule = match.rule
        signature = SIGNATURES[rule.predicate]
        subjects = _only(match.subjects, rule.only)
        return [
            (subject, target)
            for subject in subjects
            for target in match.objects
            if subject.type in signature.domain
            and target.type in signature.range
            and subject.key != target.key
            and (rule.predicate is not Predicate.PART_OF or _may_contain(subject, target))
        ]


def _slots(frame: Frame, match: re.Match[str], group: str) -> tuple[Slot, ...]:
    """The names of a group, without employers; of adjacent places only the most specific."""
    start, end = match.span(group)
    found = []
    for index in range(start, end):
        slot = frame.slots[index]
        following = frame.slots[index + 1] if index + 1 < end else None
        if slot is None or (following and slot.type in _SITES and following.type in _SITES):
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


def _may_contain(part: Slot, whole: Slot) -> bool:
    """Parts are of the whole's kind, except that places and parks contain one another."""
    if part.type in _SITES and whole.type in _SITES:
        return True
    return part.type is whole.type or {part.type, whole.type} <= {
        EntityType.EVENT,
        EntityType.PROJECT,
        EntityType.POLICY,
    }


def _gatherings(reading: Reading, index: int) -> list[_Match]:
    """A sentence that gathers firms without saying where: in the place spoken of just before."""
    item = reading.sentences[index]
    if index == 0 or not item.chinese:
        return []
    match = _ELIDED_GATHERING.search(item.frame.text)
    previous = reading.sentences[index - 1]
    if match is None or previous.sentence.block != item.sentence.block:
        return []
    if any(slot.type in _SITES for slot in item.frame.slots_in(0, match.start("s"))):
        return []
    rule = next(rule for rule in _ZH_RELATIONS if rule.id == "relation-zh-gathers")
    for at, slot in enumerate(previous.frame.slots):
        if (
            slot
            and slot.type in _SITES
            and not _SHARE.search(previous.frame.text[max(0, at - 2) : at])
        ):
            subjects = _slots(item.frame, match, "s")
            return [_Match(rule, match.start(), match.span("v"), subjects, (slot,))]
    return []


def _distinct(relations: list[Relation]) -> tuple[Relation, ...]:
    """One relation for each pair, predicate and modality in a sentence."""
    seen: set[tuple[str, Predicate, str, Modality, Span]] = set()
    kept = []
    for relation in relations:
        mark = (
            relation.subject,
            relation.predicate,
            relation.object,
            relation.modality,
            relation.evidence.sentence,
        )
        if mark not in seen:
            seen.add(mark)
            kept.append(relation)
    return tuple(kept)
