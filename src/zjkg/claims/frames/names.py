"""Where the entities of an article stand in its text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from zjkg.model import Entity, EntityType, Recognition, Span


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the text that stands for an entity: by name, or by a word that refers to it."""

    span: Span
    type: EntityType
    key: str
    referring: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """Slots in text order that do not overlap."""

    items: tuple[Slot, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, candidates: list[Slot]) -> Slots:
        """The longest slots; a name inside a longer name is no slot of its own."""
        kept: list[Slot] = []
        for slot in sorted(candidates, key=lambda slot: (slot.span.start, -slot.span.end)):
            if not kept or slot.span.start >= kept[-1].span.end:
                kept.append(slot)
        return cls(tuple(kept), tuple(slot.span.start for slot in kept))

    def inside(self, span: Span) -> tuple[Slot, ...]:
        """The slots that begin and end inside the span."""
        low = bisect_left(self.starts, span.start)
        high = bisect_left(self.starts, span.end)
        return tuple(slot for slot in self.items[low:high] if slot.span.end <= span.end)

    def free(self, span: Span) -> bool:
        """Whether no slot touches the span."""
        low = max(0, bisect_left(self.starts, span.start) - 1)
        high = bisect_left(self.starts, span.end)
        return not any(slot.span.overlaps(span) for slot in self.items[low:high])


def keys_of_mentions(entities: tuple[Entity, ...]) -> dict[int, Entity]:
    """The entity of each mention index."""
    return {index: entity for entity in entities for index in entity.mentions}


def named_slots(recognition: Recognition, entities: tuple[Entity, ...]) -> Slots:
    """A slot for every mention that belongs to an entity."""
    owner = keys_of_mentions(entities)
    return Slots.of(
        [
            Slot(mention.span, owner[index].type, owner[index].key)
            for index, mention in enumerate(recognition.mentions)
            if index in owner
        ]
    )
