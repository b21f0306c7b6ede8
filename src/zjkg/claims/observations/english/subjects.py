"""The subjects of English sentences: each value is given to the likeliest of the things named."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zjkg.claims.observations.english.candidates import Candidate, View, candidates
from zjkg.claims.observations.english.classes import classes
from zjkg.claims.observations.english.clauses import Clauses
from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.meanings import Meanings
from zjkg.claims.observations.english.ranking import RANKING
from zjkg.claims.observations.english.referents import Referents
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.text import Text, masked
from zjkg.model import BlockKind, Quantity, Sentence

_CAPITAL = r"(?:[A-Z〓\d(][\w.,'’()〓/]*|and|of)"
_DATELINE = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{0,9}}(?: [-–—]+ |: )(?=[A-Z〓])")
_Given = tuple[str | None, str]
Choose = Callable[[list[Candidate], int], list[tuple[float, Candidate]]]
_WAYS = 3
"""How many ways to give the first values of a sentence are kept in mind up to its last."""

_DOUBT = 1.0
"""How much less likely (in logarithms) than the best a way may be to be kept."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to give the first values of a sentence: how likely, whose, by their words."""

    chance: float
    given: tuple[_Given, ...]
    owners: dict[int, str | None]

    def on(self, quantity: Quantity, parsed: Parsed, chance: float, given: _Given) -> _Way:
        """This way with one more value given."""
        syntax = parsed.syntax
        words = list(syntax.words_in(quantity.span))
        noun = None if quantity.counted is None else syntax.head_of(quantity.counted)
        owners = self.owners | dict.fromkeys(words if noun is None else [*words, noun], given[0])
        return _Way(self.chance + chance, (*self.given, given), owners)


class EnglishSubjects:
    """Reads English sentences in order and remembers what they speak of."""

    def __init__(self, text: Text, discourse: Discourse, choose: Choose = RANKING.likely) -> None:
        self._text = text
        self._choose = choose
        self._discourse = discourse

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> Sequence[_Given]:
        """The subject of each quantity of a sentence, in order, with the rule that found it."""
        kind = self._text.article.blocks[sentence.block].kind
        self._discourse.open(sentence.block, title=kind is BlockKind.TITLE)
        dateline = _DATELINE.match(masked(self._text, sentence.span))
        if dateline is not None and dateline[0].count("(") > dateline[0].count(")"):
            dateline = None  # … of Alder Bio (NASDAQ: ALDR)
        begin = sentence.span.start + (dateline.end() if dateline is not None else 0)
        parsed = Parsed.of(self._text, self._text.sentence_of(sentence.span), sentence)
        if parsed is None:
            self._mention(sentence, begin, None, attending=False)
            return [(self._discourse.topic, "subject:topic") for _ in quantities]
        for thing, noun in classes(parsed):
            self._discourse.classify(thing, noun)
        clauses = Clauses(parsed, self._discourse, begin)
        clauses.employ()
        given = self._given(parsed, begin, clauses, quantities)
        for entity in dict.fromkeys([clauses.main(), *(entity for entity, _ in given)]):
            if entity is not None:
                self._discourse.focus(entity)
        if (main := clauses.main()) is not None:
            self._discourse.topic = main
        self._mention(sentence, begin, parsed, attending=clauses.attends())
        owners = [entity for entity, _ in given if entity is not None]
        referents = Referents(parsed, self._discourse, begin)
        owner = owners[-1] if owners else clauses.main()
        self._discourse.belongings.note(parsed, owner, referents.owner)
        return given

    def _given(
        self, parsed: Parsed, begin: int, clauses: Clauses, quantities: list[Quantity]
    ) -> tuple[_Given, ...]:
        """Whose the values are: of the ways to give them all, the likeliest as a whole."""
        meanings = Meanings(parsed, self._discourse, begin)
        referents = Referents(parsed, self._discourse, begin)
        most = _WAYS if len(quantities) > 1 else 1
        ways = [_Way(0.0, (), {})]
        for quantity in quantities:
            ways = [
                way.on(quantity, parsed, chance, given)
                for way in ways
                for chance, given in self._next(
                    View(parsed, self._discourse, meanings, begin, way.owners, referents, clauses),
                    way,
                    quantity,
                    most,
                )
            ]
            ways = sorted(ways, key=lambda way: -way.chance)[:most]
            ways = [way for way in ways if way.chance > ways[0].chance - _DOUBT]
        self._discourse.give(entity for entity, _ in ways[0].given)
        return ways[0].given

    def _next(
        self, view: View, way: _Way, quantity: Quantity, most: int
    ) -> list[tuple[float, _Given]]:
        """Whose the next value may be, with the logarithm of the chance."""
        if quantity.equivalent_to is not None and way.given:
            return [(0.0, way.given[-1])]
        self._discourse.give(entity for entity, _ in way.given)
        return [
            (chance, (best.entity, RANKING.rule_of(best)))
            for chance, best in self._choose(candidates(view, quantity), most)
        ]

    def _mention(
        self, sentence: Sentence, begin: int, parsed: Parsed | None, *, attending: bool
    ) -> None:
        for item in self._text.names_in(sentence.span):
            if item.span.start >= begin:
                beside = parsed is not None and parsed.is_brought(item.span)
                word = None if parsed is None else parsed.syntax.head_of(item.span)
                role = "" if word is None or parsed is None else parsed.role(word)
                self._discourse.mention(item, role=role, beside=beside or attending)
