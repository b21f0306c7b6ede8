"""Whether the pieces of a Chinese name and the words of an English one pair off exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from zjkg.linking.lexicon import Option
from zjkg.linking.readings import readings_of

_MOST_TRIED = 1_000
"""Names pair off within a few dozen steps; what is made to take longer is taken for no match."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a Chinese name: a dictionary word, or a stretch that is spelled in pinyin."""

    text: str
    options: tuple[Option, ...]
    spelled: bool


def uses_up(parts: tuple[Part, ...], words: Option) -> bool:
    """Whether some choice of translations and readings uses up the English words exactly."""
    return _Pairing(parts).leaves_nothing("", 0, tuple(sorted(words)))


class _Pairing:
    """Tries each state once: the rest of a reading, the next part, and the words that are left.

    Parts that can be read in many ways would otherwise lead to the same state again and again.
    """

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self._known: dict[tuple[str, int, Option], bool] = {}

    def leaves_nothing(self, sound: str, at: int, words: Option) -> bool:
        """Whether the words spell the sound in turn and pair off with the parts from ``at``."""
        state = sound, at, words
        if state not in self._known:
            if len(self._known) >= _MOST_TRIED:
                return False
            self._known[state] = False  # holds its place in the count
            self._known[state] = self._tried(sound, at, words)
        return self._known[state]

    def _tried(self, sound: str, at: int, words: Option) -> bool:
        if sound:
            return any(
                self.leaves_nothing(sound.removeprefix(word), at, _without(words, (word,)))
                for word in dict.fromkeys(words)
                if sound.startswith(word)
            )
        if at == len(self._parts):
            return not words
        return self._translated(at, words) or any(
            self.leaves_nothing(sound, at + size, words) for size, sound in self._read(at, words)
        )

    def _translated(self, at: int, words: Option) -> bool:
        part = self._parts[at]
        return not part.spelled and any(
            self.leaves_nothing("", at + 1, _without(words, option))
            for option in part.options
            if Counter(option) <= Counter(words)
        )

    def _read(self, at: int, words: Option) -> Iterator[tuple[int, str]]:
        """How many next parts are read by sound, and how: 东|湖 may be Donghu, not East …."""
        text = ""
        for size, part in enumerate(self._parts[at:], 1):
            if not part.spelled and len(part.text) > 1:
                return
            text += part.text
            for sound in readings_of(text):
                if sound.startswith(words):
                    yield size, sound


def _without(words: Option, taken: Option) -> Option:
    """The words, in their order, without those that are taken."""
    return tuple(sorted((Counter(words) - Counter(taken)).elements()))
