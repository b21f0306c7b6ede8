"""Relations that names themselves state: 市药监局 in 市药监局审评中心, 上海 before 张江."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.places import COUNTRIES, SITES
from zjkg.folding import simplified
from zjkg.model import Entity, EntityType, Evidence, Modality, Predicate, Relation

_DEPARTMENT: Final = re.compile(
    "(?!附属)(?!.*(?:公司|医院|研究所|集团|基金|联盟|协会|学会)$)"
    "(?:.{0,20}(?:办公[室厅]|工作站|委员会|专委会|事业部|课题组|研究中心|研究所|实验室|中心|学院|书院|分[院会局])"
    "|.{1,24}(?:处|科|部|室|组|司|局|署|办|系|支队|大队|厅))"
)
_PART_OF_PARK: Final = re.compile(
    "第?(?:首|一|二|三|四|五|六|七|八|九|十|[0-9])期.{0,6}"
    "|.{1,6}(?:园区|分园|片区|孵化园|加速[园器]|孵化器|创新园|中试园|产业园)"
    "|[东西南北中]?(?:[A-Z0-9一二三四五六七八九十甲乙丙]{1,3})?(?:园区?|区|片区|组团|地块|分园|楼|座|号楼|栋)"
)
_ENGLISH_DEPARTMENT: Final = re.compile(
    r"\b(?:office|department|cent(?:er|re)|school|institute|faculty|division|bureau|laboratory|lab"
    r"|unit|college|section|committee|agency|branch|programme)\b",
    re.IGNORECASE,
)
_OWNED: Final = re.compile("'s? ")
_COUNTRIES: Final = re.compile(COUNTRIES, re.IGNORECASE)
_ENDS: Final = re.compile(
    r",? (?:in|on|at|to|by|for|with|from|that|which|as|when|where|who|said|says|has|have|is|was)\b"
    r"|,? [(–—-]|[-.)–—:;]|$|, (?:[A-Z][a-z]+\.? )?\d|, (?!and\b|or\b)[a-z]| and [A-Z]+,"
)
"""What stands behind a place that says where the one before it lies."""
_PART_OF: Final = re.compile(" of (?:the )?(?:city of )?")
_WITHIN: Final = re.compile(", in (?:the )?(?:[a-z]+ )?")
_OF: Final = re.compile(r" (?:of|at|in|under) (?:the )?")


def name_relations(reading: Reading, entities: tuple[Entity, ...]) -> Iterator[Relation]:
    """Departments and their parents, parts of parks, places beside the places that hold them."""
    yield from _nested(reading, entities, EntityType.ORGANIZATION, _DEPARTMENT, "department-name")
    yield from _nested(reading, entities, EntityType.PARK, _PART_OF_PARK, "park-part-name")
    for item in reading.sentences:
        slots, text = item.frame.slots, item.frame.text
        places = [at for at, slot in enumerate(slots) if slot is not None]
        for first, second in pairwise(places):
            left, right = slots[first], slots[second]
            if left is None or right is None or left.key == right.key:
                continue
            between = text[first + 1 : second]
            found = (
                _side_by_side(left, right, between)
                if item.chinese
                else _beside(reading, left, right, between)
            )
            if found is not None:
                name, inner, predicate, outer = found
                yield Relation(
                    inner.key,
                    predicate,
                    outer.key,
                    Modality.ACTUAL,
                    None,
                    Evidence(item.sentence.span, tuple(sorted((left.span, right.span)))),
                    f"relation-{'zh' if item.chinese else 'en'}-{name}",
                )


def _nested(
    reading: Reading,
    entities: tuple[Entity, ...],
    kind: EntityType,
    rest: re.Pattern[str],
    rule: str,
) -> Iterator[Relation]:
    """A name that is another's name and the word for a part of such a thing."""
    owners = {
        simplified(name.text): entity.key
        for entity in entities
        if entity.type is kind
        for name in entity.names
    }
    for entity in entities:
        for name in entity.names if entity.type is kind else ():
            label = simplified(name.text)
            for end in range(len(label) - 1, 1, -1):
                owner = owners.get(label[:end])
                if owner is None or not rest.fullmatch(label[end:]):
                    continue
                if owner != entity.key:
                    sentence = reading.sentence_at(name.span.start)
                    yield Relation(
                        entity.key,
                        Predicate.PART_OF,
                        owner,
                        Modality.ACTUAL,
                        None,
                        Evidence(sentence, (name.span,)),
                        f"relation-zh-{rule}",
                    )
                break


Found = tuple[str, Slot, Predicate, Slot] | None


def _side_by_side(left: Slot, right: Slot, between: str) -> Found:
    """上海张江: of places that follow one another the second lies in the first."""
    if between or left.type is not EntityType.PLACE or right.type not in SITES:
        return None
    return "adjacent", right, Predicate.LOCATED_IN, left


def _beside(reading: Reading, left: Slot, right: Slot, between: str) -> Found:
    """Names with an English possessive, an "of", an "in" or a comma between them."""
    kinds = {left.type, right.type}
    if kinds == {EntityType.ORGANIZATION}:
        return _department(reading, left, right, between)
    if not kinds <= SITES:
        return None
    if _WITHIN.fullmatch(between) or (kinds == {EntityType.PLACE} and _PART_OF.fullmatch(between)):
        return "within", left, Predicate.LOCATED_IN, right
    if _OWNED.fullmatch(between):
        part = Predicate.PART_OF if left.type is EntityType.PARK else Predicate.LOCATED_IN
        return "adjacent", right, part, left
    if kinds == {EntityType.PLACE} and between == ", " and not _lists(reading, left, right):
        return "adjacent", left, Predicate.LOCATED_IN, right
    return None


def _lists(reading: Reading, left: Slot, right: Slot) -> bool:
    """Whether two places stand side by side (in Spain, Italy and France)."""
    text = reading.key
    if _COUNTRIES.fullmatch(left.span.of(text)):
        return True
    return not _ENDS.match(text, right.span.end)


def _department(reading: Reading, left: Slot, right: Slot, between: str) -> Found:
    if _OWNED.fullmatch(between) and _is_department(reading, right):
        return "department-of", right, Predicate.PART_OF, left
    if _OF.fullmatch(between) and _is_department(reading, left):
        return "department-of", left, Predicate.PART_OF, right
    return None


def _is_department(reading: Reading, slot: Slot) -> bool:
    return bool(_ENGLISH_DEPARTMENT.search(slot.span.of(reading.article.text)))
