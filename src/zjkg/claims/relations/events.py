"""The event of a sentence, and those who speak at it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.claims.frames.article_frames import SentenceFrame
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.matches import RelationMatch
from zjkg.model import EntityType, Predicate


def event_of(item: SentenceFrame) -> Slot | None:
    """The first event that the sentence itself names."""
    return next((s for s in item.frame.slots if s and s.type is EntityType.EVENT), None)


def speakers(
    speech: re.Pattern[str], rule: str, item: SentenceFrame, event: Slot
) -> Iterator[RelationMatch]:
    """Those who give a speech at an event; ``speech`` begins with the person."""
    for match in speech.finditer(item.frame.text):
        speaker = item.frame.slots[match.start()]
        if speaker is not None:
            verb = match.start() + 1, match.end()
            yield RelationMatch(rule, Predicate.ATTENDS, verb, (speaker,), (event,))
