"""What the rules for the measure of an English value share: the sentence, and what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.frames.english.syntax import Syntax
from zjkg.claims.observations.english.phrases import EnglishPhrases
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.measured import Measured
from zjkg.model import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
PREMODIFIES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "HYPH", "CC", "CD"})
COPULAS = frozenset({"be", "become", "remain", "stay"})
SHARING = frozenset(
    "account make represent comprise contribute occupy constitute form equal amount".split()
)
"""Verbs that say how much of a whole their subject is."""
PERSONAL = frozenset("it they we he she i this there these those you them".split())
_SIZES = frozenset({"ha", "mu", "acres", "ping", "square feet", "m2", "km2", "tons", "litres"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_ADVERBIAL = frozenset(
    "total all addition part full sum return exchange turn recent advance trading trade".split()
)
"""Nouns that with ``in`` are an adverb."""
_BARE = frozenset({"number", "figure", "total", "amount", "that"})
"""Subjects that only take up the value before."""


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return _CURRENCY.fullmatch(unit) is not None


def is_size(unit: str) -> bool:
    """Whether a unit says how much there is of something, not how many: areas, money, weights."""
    return is_money(unit) or unit in _SIZES


@dataclass(frozen=True, slots=True)
class Clues:
    """A sentence, its phrases, and what its earlier values measure.

    ``found`` has the measures of the words that earlier values hang on; ``kept`` is the measure
    that a value without a noun of its own leans on.
    """

    parsed: Parsed
    phrases: EnglishPhrases
    found: dict[int, Span]
    kept: Span | None

    @property
    def syntax(self) -> Syntax:
        """The dependencies of the sentence."""
        return self.parsed.syntax

    def carried(self, rule: str = "carried-noun") -> Measured | None:
        """The measure that was found before, for a value that leans on it."""
        return None if self.kept is None else Measured(self.kept, rule)

    def measured(self, noun: int, rule: str) -> Measured | None:
        """The phrase of a noun as the measure."""
        phrase = self.phrases.around(noun)
        return None if phrase is None else Measured(phrase, rule)

    def is_bare(self, noun: int) -> bool:
        """Whether a noun only takes up the value before: ``bringing the total to``."""
        return self.parsed.lemma(noun) in _BARE and not self.syntax.brought(noun, "of")

    def about(self, verb: int) -> list[int]:
        """The subjects of a verb; what a relative clause behind ``in X`` is about stands before."""
        parsed, syntax = self.parsed, self.syntax
        found: list[int] = []
        for each in syntax.subjects(verb):
            above = parsed.head(each)
            if parsed.relation(each) == "attr":  # X is the biggest market, accounting for 9 percent
                found.extend(syntax.subjects(above))
            elif parsed.relation(each) == "pobj" and each in parsed.names:
                outer = parsed.head(above)
                found.append(outer if parsed.is_noun(outer) else each)
            else:
                found.append(each)
        return found

    def verb(self, verb: int, rule: str = "verb") -> Measured | None:
        """The verb that says what the amount is: ``raised``, ``covers``."""
        if self.parsed.lemma(verb) in COPULAS:
            return self.carried()
        tokens = self.syntax.tokens
        last = verb
        for particle in self.syntax.dependents(verb, "prt"):  # set up
            last = particle if particle == verb + 1 else last
        return Measured(Span(tokens[verb].span.start, tokens[last].span.end), rule)

    def is_purpose(self, noun: int) -> bool:
        """Whether a noun can be what an amount is for: not who, where or when."""
        if self.parsed.lemma(noun) in _ADVERBIAL:  # raised £44m in total
            return False
        who_or_when = self.phrases.is_agent(noun) or self.phrases.dates(noun)
        return self.parsed.is_noun(noun) and not who_or_when and noun not in self.parsed.names


class ClueReader:
    """Rules that read the clues of one sentence."""

    def __init__(self, clues: Clues) -> None:
        self._clues = clues
        self._parsed = clues.parsed
        self._syntax = clues.syntax
        self._phrases = clues.phrases
        self._found = clues.found
