"""What is counted or measured: the shortest noun phrase that says it, as a span of the text."""

from __future__ import annotations

from zjkg.claims.observations.chinese.measures import PASSING, ChineseMeasures
from zjkg.claims.observations.english.measures import EnglishMeasures
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.text import Text, is_english
from zjkg.model import Quantity, Sentence, Span


class MeasureFinder:
    """Finds measures in text order and remembers the last one, for values that lean on it."""

    def __init__(self, text: Text) -> None:
        self._english = EnglishMeasures(text)
        self._chinese = ChineseMeasures(text)
        self._last: Span | None = None

    def measure(self, index: int, sentence: Sentence, quantity: Quantity) -> Measured:
        """The measure of the next quantity; ``index`` is that of its sentence."""
        if is_english(sentence):
            found = self._english.measure(index, sentence, quantity, self._last)
        else:
            found = self._chinese.measure(index, quantity, self._last)
        if found.rule not in PASSING:
            self._last = found.span or self._last
        return found
