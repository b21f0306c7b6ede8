"""Who speaks in the sentences of an English text, and for which organization."""

from __future__ import annotations

from collections.abc import Iterable

from zjkg.claims.observations.voices import Voices
from zjkg.model import Span


class Speakers:
    """The organizations of people, and the one whose person speaks in the sentence that is read.

    ``employers`` are known from the posts that the text tells, and from what stands beside names.
    """

    def __init__(self, voices: Voices) -> None:
        self.employers: dict[str, str] = dict(voices.employers)
        self.now: str | None = None
        self.last: str | None = None
        self._waiting = list(reversed(voices.spans))

    def begin(self) -> None:
        """A new sentence begins."""
        self.last = self.now or self.last
        self.now = None

    def hear(self, sentence: Span, people: Iterable[str]) -> None:
        """Find who speaks in a sentence: whom it quotes, else the first one that it names."""
        known = (self.employers.get(each) for each in (*self._quoted(sentence), *people))
        self.now = next((each for each in known if each is not None), None)

    def _quoted(self, sentence: Span) -> list[str]:
        while self._waiting and self._waiting[-1][0].end <= sentence.start:
            self._waiting.pop()
        if self._waiting and self._waiting[-1][0].start < sentence.end:
            return [self._waiting[-1][1]]
        return []
