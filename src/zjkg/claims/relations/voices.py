"""For whom those speak who are quoted: what 我们 and 公司 stand for in their words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zjkg.claims.frames.names import Slot
from zjkg.model import Entity, Role, Span
from zjkg.stretches import Stretches


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of text with the key of who says it, or of whom that is said for."""

    span: Span
    speaker: str


def employed(voices: tuple[Voice, ...], roles: tuple[Role, ...]) -> tuple[Voice, ...]:
    """The same stretches with the organization of the speaker, where the text names one."""
    employers: dict[str, str] = {}
    for role in roles:
        if role.organization is not None:
            employers.setdefault(role.person, role.organization)
    return tuple(
        replace(voice, speaker=employers[voice.speaker])
        for voice in voices
        if voice.speaker in employers
    )


@dataclass(frozen=True, slots=True)
class Voices:
    """All voices of an article, and the entities that they speak for."""

    spans: Stretches[Voice]
    entities: dict[str, Entity]

    @classmethod
    def of(cls, spans: tuple[Voice, ...], entities: tuple[Entity, ...]) -> Voices:
        """The voices of an article with these entities."""
        stretches = Stretches(spans, lambda voice: voice.span)
        return cls(stretches, {entity.key: entity for entity in entities})

    def we(self, span: Span) -> Slot | None:
        """What the word for *we* at this place stands for."""
        for voice in self.spans.near(span):
            entity = self.entities.get(voice.speaker)
            if voice.span.covers(span) and entity is not None:
                return Slot(span, entity.type, entity.key, referring=True)
        return None

    def speaking(self, sentence: Span) -> tuple[Slot, ...]:
        """What a sentence in which somebody speaks is about, where it names nothing."""
        for voice in self.spans.near(sentence):
            entity = self.entities.get(voice.speaker)
            if voice.span.overlaps(sentence) and entity is not None:
                return (Slot(voice.span, entity.type, entity.key, referring=True),)
        return ()
