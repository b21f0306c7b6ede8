"""A relation as found in a sentence, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.claims.frames.names import Slot
from zjkg.model import Predicate


@dataclass(frozen=True, slots=True)
class RelationMatch:
    """A verb found in a sentence, with the names on its two sides."""

    rule: str
    predicate: Predicate
    verb: tuple[int, int]
    subjects: tuple[Slot, ...]
    objects: tuple[Slot, ...]
    mood: str | None = None
    """The words that say how the text speaks of the verb, where its syntax tells them."""
