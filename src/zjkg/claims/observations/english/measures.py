"""What an English number measures: the noun that it counts, else what its governor says."""

from __future__ import annotations

from zjkg.claims.observations.english.clues import Clues
from zjkg.claims.observations.english.governors import EXTENTS, Governors, is_change
from zjkg.claims.observations.english.phrases import EnglishPhrases
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.measured import RATIOS, Measured, index_name
from zjkg.claims.observations.text import Text
from zjkg.model import Quantity, Sentence, Span

_REACH = 3  # how many sentences back a value of the same unit lends its measure
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STAFF = frozenset("workforce headcount staff payroll team".split())
_VOLUMES = frozenset("liters litres tons tonnes kilograms megawatts units doses".split())
"""Units that name nothing that they count."""
_LENGTHS = frozenset("metre metres meter meters ml mm cm feet foot millimetre millimeter".split())


class EnglishMeasures:
    """Finds the measures of English sentences in text order."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._index = -1
        self._sentence: _Sentence | None = None
        self._units: dict[str, tuple[int, Span]] = {}

    def measure(
        self, index: int, sentence: Sentence, quantity: Quantity, last: Span | None
    ) -> Measured:
        """The measure of a quantity; ``last`` is that of the value before, to lean on."""
        if index != self._index:
            parsed = Parsed.of(self._text, index, sentence)
            self._index = index
            self._sentence = None if parsed is None else _Sentence(parsed)
        if self._sentence is None:
            return Measured(quantity.counted or last, "right-noun")
        found = self._measured(index, sentence, self._sentence, quantity, last)
        if found.span is not None:
            self._units[quantity.unit] = index, found.span
        return found

    def _measured(
        self,
        index: int,
        sentence: Sentence,
        words: _Sentence,
        quantity: Quantity,
        last: Span | None,
    ) -> Measured:
        name = index_name(self._text, sentence, quantity.span.start)
        if quantity.unit == "score" and name is not None:
            return words.note(quantity, Measured(name, "index-name"))
        if is_change(quantity) or quantity.equivalent_to is not None:
            return words.measure(quantity, last, alike=last)
        at, alike = self._units.get(quantity.unit, (index, None))
        return words.measure(quantity, last, alike=alike if index - at <= _REACH else None)


class _Sentence:
    """The values of one sentence, with what was found for those before."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._phrases = EnglishPhrases(parsed)
        self._found: dict[int, Span] = {}

    def measure(self, quantity: Quantity, last: Span | None, *, alike: Span | None) -> Measured:
        """The measure of the next value; ``alike`` is that of the last value of such a kind."""
        return self.note(quantity, self._measured(quantity, last, alike=alike))

    def _measured(self, quantity: Quantity, last: Span | None, *, alike: Span | None) -> Measured:
        if quantity.equivalent_to is not None and last is not None:
            return Measured(last, "carried-noun")
        if alike is not None and quantity.unit in _VOLUMES and quantity.counted is not None:
            return Measured(alike, "carried-noun")  # to a total of 156,000 liters
        own = self._own(quantity)
        if own is not None:
            return own
        if alike is not None and self._leaves_out(quantity, alike):
            return Measured(alike, "carried-noun")
        word = self._parsed.number(quantity)
        if word is not None:
            governors = Governors(Clues(self._parsed, self._phrases, self._found, alike))
            found = governors.measure(word, quantity)
            if found is not None and not (found.span and found.span.overlaps(quantity.number)):
                return found
        return Measured(self._first(quantity) or last, "subject-noun")

    def _own(self, quantity: Quantity) -> Measured | None:
        """What is compared, what changes to a count, or what is counted."""
        if self._found and self._compares(quantity):
            return Measured(next(reversed(self._found.values())), "carried-noun")
        extent = self._extent(quantity)
        if extent is not None:
            return Measured(extent, "noun")
        return None if self._extends(quantity) else self._counted(quantity)

    def _leaves_out(self, quantity: Quantity, alike: Span) -> bool:
        """Whether a number has no noun since the one before had it: 40 firms, up from 30."""
        ends = alike.of(self._parsed.text.key).endswith(quantity.unit)
        return quantity.counted is None and quantity.share_of is None and ends

    def _counted(self, quantity: Quantity) -> Measured | None:
        """The noun right of the number, in ``300 tons of plasma`` what there is so much of."""
        ahead = quantity.counted is not None and quantity.counted.start < quantity.number.end
        if quantity.counted is None or ahead or quantity.unit in _LENGTHS:
            return None
        parsed, syntax = self._parsed, self._parsed.syntax
        noun = syntax.head_of(quantity.counted)
        word = parsed.number(quantity)
        if noun is None or word is None:
            return Measured(quantity.counted, "right-noun")
        if noun in syntax.brought(word, "of") and parsed.relation(word) in _SUBJECTS:
            return None  # Twelve of the firms are listed: what they do
        of = self._phrases.substance(noun)
        if of is not None:
            return Measured(of, "right-noun")
        phrase = self._phrases.around(noun)
        inside = phrase is not None and phrase.start >= quantity.number.end
        if phrase is None or not inside:
            return Measured(quantity.counted, "right-noun")
        return Measured(self._phrases.accompanied(noun, phrase), "right-noun")

    def _compares(self, quantity: Quantity) -> bool:
        """Whether a rate is only set beside the one before: ``against 36% of those on placebo``."""
        before = self._parsed.syntax.words_in(quantity.span).start - 1
        if before < 1 or quantity.unit not in RATIOS:
            return False
        lemma, first = self._parsed.lemma(before), self._parsed.lemma(before - 1)
        return lemma in ("against", "versus") or (lemma in ("with", "to") and first == "compare")

    def _extent(self, quantity: Quantity) -> Span | None:
        """The extent that changes to a count: ``raise its capacity to 580,000 liters``."""
        parsed, syntax = self._parsed, self._parsed.syntax
        word = parsed.number(quantity)
        if word is None or quantity.counted is None:
            return None
        for above in syntax.path_up(word):
            if parsed.is_verb(above):
                changed = [*syntax.dependents(above, "dobj"), *syntax.dependents(above, *_SUBJECTS)]
                fits = EXTENTS | (_STAFF if quantity.unit == "people" else frozenset[str]())
                found = (n for n in changed if n < word and parsed.lemma(n) in fits)
                noun = next(found, None)
                to = any(
                    parsed.lemma(e) == "to" and parsed.head(e) == above
                    for e in syntax.path_up(word)
                )
                return self._phrases.around(noun) if noun is not None and to else None
        return None

    def _extends(self, quantity: Quantity) -> bool:
        """Whether a unit only says how much there is of an extent: a capacity of 400 beds."""
        before = self._parsed.syntax.words_in(quantity.span).start - 1
        of = before > 0 and self._parsed.lemma(before) == "of"
        return of and self._parsed.lemma(before - 1) in EXTENTS

    def _first(self, quantity: Quantity) -> Span | None:
        """The first noun before a value that says what is spoken of, not who or when."""
        parsed = self._parsed
        for word in range(len(parsed.syntax.tokens)):
            if parsed.start(word) >= quantity.span.start:
                break
            if word in parsed.names or not self._phrases.tells(word):
                continue
            if parsed.relation(word) not in ("compound", "nmod", "poss"):
                return self._phrases.around(word)
        return None

    def note(self, quantity: Quantity, found: Measured) -> Measured:
        """Remember what a value measures, for those that hang on its words."""
        if found.span is None:
            return found
        for each in self._parsed.syntax.words_in(quantity.span):
            self._found[each] = found.span
        if quantity.counted is not None:
            noun = self._parsed.syntax.head_of(quantity.counted)
            if noun is not None:
                self._found[noun] = found.span
        return found
