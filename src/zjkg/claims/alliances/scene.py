"""Of which alliance a clause speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.alliances.grammar import Side
from zjkg.claims.alliances.kinds import WORD
from zjkg.claims.frames.article_frames import SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.claims.frames.names import Slot
from zjkg.model import EntityType

_CARRIED = 3
"""How many sentences an alliance stays the one that is spoken of."""
_STOP: Final = "，。；：！？,;:"
_TOPIC: Final = re.compile(
    r"(?:该|此|本)?联盟\Z|\b(?:alliance|consortium|coalition)\b[^.;]{0,24}\Z"
)
_LONGEST_ADVERB = 2
_FARTHEST = 12
_AGENTS: Final = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})


@dataclass(frozen=True, slots=True)
class Spoken:
    """The alliance named last, and how many sentences ago."""

    key: str | None = None
    ago: int = 0

    def after(self, item: SentenceFrame, alliances: frozenset[str]) -> Spoken:
        """What is spoken of once the sentence is read."""
        named = [slot.key for slot in item.frame.slots if slot and slot.key in alliances]
        if named:
            return Spoken(named[-1])
        return Spoken(self.key, self.ago + 1) if self.ago < _CARRIED else Spoken()


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, the alliances of its article, the one spoken of before, the article's key."""

    item: SentenceFrame
    alliances: frozenset[str]
    spoken: str | None
    key: str

    def is_word(self, slot: Slot) -> bool:
        """Whether the place says the alliance, whatever it was taken to refer to."""
        return slot.referring and WORD.search(slot.span.of(self.key)) is not None

    def alliance(self, match: re.Match[str], side: Side) -> str | None:
        """The alliance that a match of a pattern is about."""
        if match.groupdict().get("a"):
            return self._named(match)
        if side is Side.NAMED:
            return None
        if side is Side.BEFORE:
            return self._topic(match.start())
        inside = [s.key for s in self.item.frame.slots if s and s.key in self.alliances]
        return self._before(match.start()) or (inside[0] if inside else self.spoken)

    def clause_start(self, end: int) -> int:
        """Where the clause that holds a position of the frame begins."""
        at = end
        while at > 0 and self.item.frame.text[at - 1] not in _STOP:
            at -= 1
        return at

    def _named(self, match: re.Match[str]) -> str | None:
        slots = self.item.frame.slots_in(*match.span("a"))
        if slots and slots[0].key in self.alliances:
            return slots[0].key
        if slots and not self.is_word(slots[0]):
            return None
        return self._before(match.start("a")) or self.spoken

    def _before(self, end: int) -> str | None:
        named = [s.key for s in self.item.frame.slots_in(0, end) if s.key in self.alliances]
        return named[-1] if named else None

    def _topic(self, start: int) -> str | None:
        """The alliance of a clause that names no other subject before ``start``."""
        frame = self.item.frame
        named = [slot for slot in frame.slots_in(0, start) if slot.type in _AGENTS]
        own = named[-1].key if named and named[-1].key in self.alliances else None
        if _TOPIC.search(frame.text[:start]) and (own is not None or not named):
            return own or self.spoken
        begin = self.clause_start(start)
        letters = [at for at in range(begin, start) if frame.text[at] in ANY_LETTER]
        if letters:
            last = frame.slots[letters[-1]]
            near = start - letters[-1] <= _FARTHEST
            return own if near and last is not None and last.key == own else None
        adverb = frame.text[begin:start].strip()
        if len(adverb) > (_LONGEST_ADVERB if self.item.chinese else _FARTHEST):
            return None
        if named:
            return named[0].key if named[0].key in self.alliances else own
        return self.spoken if WORD.search(frame.text) else None
