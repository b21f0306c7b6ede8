"""The roles of reporters and editors whom by-lines name."""

from __future__ import annotations

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.names import Slot
from zjkg.errors import Bilingual
from zjkg.model import Dropped, EntityType, Evidence, Role, Span


def credited_roles(reading: Reading) -> tuple[list[Role], list[Dropped]]:
    """The roles of reporters and editors whom the article credits."""
    roles, dropped = [], []
    for credit in reading.article.credits:
        person = _slot_over(reading, credit.name, EntityType.PERSON)
        if person is None or credit.post.start >= credit.post.end:
            reason = Bilingual(
                "a credited name that was not recognized as a person, or has no post",
                "署名未被识别为人名，或没有职务",
            )
            dropped.append(Dropped("claims", "role-credit", credit.name, reason))
            continue
        organization = (
            _slot_over(reading, credit.organization, EntityType.ORGANIZATION)
            if credit.organization
            else None
        )
        sentence = reading.sentence_at(credit.name.start)
        parts = [credit.post, credit.name]
        if organization is not None and sentence.covers(organization.span):
            parts.append(organization.span)
        focus = tuple(sorted(part for part in parts if sentence.covers(part)))
        key = organization.key if organization else None
        roles.append(Role(person.key, key, credit.post, Evidence(sentence, focus), "role-credit"))
    return roles, dropped


def _slot_over(reading: Reading, span: Span, kind: EntityType) -> Slot | None:
    reach = reading.sentence_at(span.start)
    for slot in reading.slots.inside(reach):
        if slot.type is kind and slot.span.overlaps(span):
            return slot
    return None
