"""Who speaks at an event that an English text named before: *told the forum*, *in a keynote*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.article_frames import SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER, LETTERS
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.events import event_of, speakers
from zjkg.claims.relations.matches import RelationMatch
from zjkg.model import EntityType

_SPEECH: Final = re.compile(
    f"{LETTERS[EntityType.PERSON]}[^.;:!?{ANY_LETTER}]{{0,60}}?"
    rf"\b(?:told {LETTERS[EntityType.EVENT]}"
    r"|told (?:the )?(?:forum|conference|delegates|audience|meeting|summit|attendees"
    r"|participants|gathering|congress|(?:[a-z]+ )?(?:session|panel))"
    r"|in (?:an?|his|her|the|their) (?:[a-z-]+ )?(?:keynote|speech"
    r"|panel|address|opening remarks|talk)|on (?:stage|the sidelines)|keynote|delivered"
    r"|(?:opened|closed|chaired|moderated) the)(?!\w)",
)


def speakers_there(item: SentenceFrame, event: Slot | None) -> Iterator[RelationMatch]:
    """Those who speak at the event that the sentence names, else the event spoken of."""
    event = event_of(item) or event
    if event is not None:
        yield from speakers(_SPEECH, "relation-en-speech-there", item, event)
