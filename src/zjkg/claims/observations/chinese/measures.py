"""What Chinese numbers measure: the likeliest of what the grammar suggests and the words around.

The grammar (``suggestions``) knows the constructions. Where a clause is none of them, or more than
one, weights decide that were fitted on annotated articles; what the grammar suggests is evidence
among others.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from zjkg.claims.observations.chinese import bounds, lexicon, options
from zjkg.claims.observations.chinese.options import ChineseSentence
from zjkg.claims.observations.chinese.suggestions import PASSING, WHOLE, Suggestions
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.options import CARRIED, Earlier, Option
from zjkg.claims.observations.scales import Scales, weights
from zjkg.claims.observations.text import Text
from zjkg.model import Quantity, Sentence, Span

_RULES: Final = {
    options.LEFT: "weighed-left",
    options.RIGHT: "weighed-right",
    options.EARLIER: "weighed-earlier",
    CARRIED: "weighed-carried",
}


@cache
def _options() -> Scales:
    """The weights of options; one for all articles, since it keeps what it added up."""
    return Scales(options.SLOTS, weights(__package__, "measures.tsv"))


@cache
def _bounds() -> Scales:
    """The weights of bounds."""
    return Scales(bounds.SLOTS, weights(__package__, "bounds.tsv"))


class ChineseMeasures:
    """Finds the measures of Chinese sentences; must be asked in text order."""

    def __init__(
        self, text: Text, scales: Scales | None = None, prefixes: Scales | None = None
    ) -> None:
        self._text = text
        self._scales = scales or _options()
        self._prefixes = prefixes or _bounds()
        self._suggestions = Suggestions(text)

    def read(
        self, index: int, sentence: Sentence, quantities: tuple[Quantity, ...]
    ) -> ChineseSentence:
        """The words of the sentence of that index."""
        return ChineseSentence(self._text, index, sentence, quantities)

    def suggest(self, sentence: ChineseSentence, quantity: Quantity, last: Span | None) -> Measured:
        """What the grammar suggests; ``last`` is the measure before, to lean on."""
        return self._suggestions.measure(sentence.index, quantity, last)

    def choose(
        self,
        sentence: ChineseSentence,
        quantity: Quantity,
        earlier: Earlier,
        suggestion: Measured,
    ) -> Measured:
        """The measure of a value; ``earlier`` are the values before."""
        if suggestion.is_whole or suggestion.rule in WHOLE:
            return suggestion
        found = sentence.options(quantity, earlier, suggestion)
        if not found:
            return suggestion
        best = max(found, key=lambda each: self._scales.score(each.features))
        phrase = self.phrase(sentence, best, suggestion)
        if suggestion.span is not None and self._is_kept(suggestion.span, phrase):
            return suggestion
        return Measured(phrase, _RULES[best.features.zone])

    def _is_kept(self, suggested: Span, phrase: Span) -> bool:
        """Whether a phrase is what the grammar suggests, or less of it than the words say.

        A clause before 的 is often more than what is counted (获批上市的新药), save before a share:
        设研发中心的企业占比.
        """
        if suggested.end != phrase.end or suggested.start > phrase.start:
            return False
        words = suggested.of(self._text.key)
        is_clause = "的" in words and lexicon.RATE.search(words) is None
        return suggested == phrase or not is_clause

    def phrase(self, sentence: ChineseSentence, option: Option, suggestion: Measured) -> Span:
        """The words of an option."""
        if option.span is not None:
            return option.span
        start = sentence.words[option.word].span.start
        for at, features in bounds.steps(sentence, option, suggestion.span):
            if self._prefixes.score(features) <= 0:
                break
            start = sentence.words[at].span.start
        return Span(max(start, option.within.start), option.within.end)


def leans_on(found: Measured) -> bool:
    """Whether later values may lean on a measure."""
    return found.span is not None and found.rule not in PASSING
