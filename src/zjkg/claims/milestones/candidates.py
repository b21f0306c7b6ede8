"""What the rules of both languages find, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.stance import Stance
from zjkg.model import EntityType, MilestoneKind, Period, Span

_OWNERS: Final = frozenset(
    {
        EntityType.ORGANIZATION,
        EntityType.PARK,
        EntityType.PLACE,
        EntityType.PROJECT,
        EntityType.PRODUCT,
    }
)
"""What may own or be the whole of the thing that a milestone is about."""
_OWN: Final = {
    MilestoneKind.FOUNDED: (EntityType.ORGANIZATION, EntityType.PARK, EntityType.PROJECT),
    MilestoneKind.OPENED: (
        EntityType.ORGANIZATION,
        EntityType.PARK,
        EntityType.EVENT,
        EntityType.PROJECT,
    ),
    MilestoneKind.LAUNCHED: (
        EntityType.PROJECT,
        EntityType.POLICY,
        EntityType.PRODUCT,
        EntityType.INDEX,
        EntityType.EVENT,
    ),
    MilestoneKind.CONSTRUCTION: (EntityType.PROJECT, EntityType.PARK, EntityType.ORGANIZATION),
    MilestoneKind.PRODUCTION: (
        EntityType.PROJECT,
        EntityType.PARK,
        EntityType.PRODUCT,
        EntityType.ORGANIZATION,
    ),
    MilestoneKind.COMPLETED: (EntityType.PROJECT, EntityType.PARK, EntityType.ORGANIZATION),
    MilestoneKind.LISTED: (EntityType.ORGANIZATION,),
    MilestoneKind.APPROVED: (
        EntityType.PRODUCT,
        EntityType.PROJECT,
        EntityType.POLICY,
        EntityType.PARK,
    ),
    MilestoneKind.RELEASED: (EntityType.INDEX, EntityType.POLICY, EntityType.PROJECT),
    MilestoneKind.SIGNED: (
        EntityType.ORGANIZATION,
        EntityType.PARK,
        EntityType.PLACE,
        EntityType.PROJECT,
    ),
    MilestoneKind.MOVED_IN: (EntityType.ORGANIZATION, EntityType.PROJECT),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A turning point at a date; ``verb`` are the words that state it."""

    slot: Slot
    thing: Span | None
    kind: MilestoneKind
    date: Period
    verb: Span
    stance: Stance
    rule: str


def may_happen(kind: MilestoneKind, slot: Slot, thing: Span | None) -> bool:
    """Whether such a thing can have such a milestone."""
    return slot.type in (_OWNERS if thing is not None else _OWN[kind])


def is_point(date: Period) -> bool:
    """Whether a time is one that something happens at: no longer than a year."""
    return date.start is not None and date.end is not None and date.start[:4] == date.end[:4]
