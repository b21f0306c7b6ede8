"""What is counted or measured: the shortest noun phrase that says it, as a span of the text."""

from __future__ import annotations

from zjkg.claims.observations.chinese.measures import ChineseMeasures, leans_on
from zjkg.claims.observations.english.measures import EnglishMeasures
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.options import REMEMBERED
from zjkg.claims.observations.text import Text, is_english
from zjkg.model import Quantity, Sentence, Span


class MeasureFinder:
    """Finds measures in text order and remembers the last ones, for values that lean on them."""

    def __init__(self, text: Text) -> None:
        self._english = EnglishMeasures(text)
        self._chinese = ChineseMeasures(text)
        self._earlier: list[tuple[Quantity, Span | None]] = []
        self._last: Span | None = None

    def sentence(
        self, index: int, sentence: Sentence, quantities: tuple[Quantity, ...]
    ) -> list[Measured]:
        """The measures of the values of the next sentence; ``index`` is its number."""
        if not quantities:
            return []
        if is_english(sentence):
            return [
                self._noted(q, self._english.measure(index, sentence, q, self._last))
                for q in quantities
            ]
        words = self._chinese.read(index, sentence, quantities)
        found = []
        for quantity in quantities:
            suggestion = self._chinese.suggest(words, quantity, self._last)
            earlier = tuple(self._earlier[-REMEMBERED:])
            measured = self._chinese.choose(words, quantity, earlier, suggestion)
            found.append(self._noted(quantity, measured))
        return found

    def _noted(self, quantity: Quantity, found: Measured) -> Measured:
        self._earlier.append((quantity, found.span))
        if leans_on(found):
            self._last = found.span
        return found
