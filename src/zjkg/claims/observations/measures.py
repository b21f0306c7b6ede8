"""What is counted or measured: the shortest noun phrase that says it, as a span of the text."""

from __future__ import annotations

from zjkg.claims.observations.measures_chinese import RATE, ChineseMeasures
from zjkg.claims.observations.measures_english import EnglishMeasures
from zjkg.claims.observations.phrases import Measured
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
        finder = self._english if is_english(sentence) else self._chinese
        found = finder.measure(index, sentence, quantity, self._last)
        if found.rule != RATE:
            self._last = found.span or self._last
        return found
