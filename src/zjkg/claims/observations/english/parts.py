"""What an English number measures that is a part: ``20 percent of``, ``half of them are``."""

from __future__ import annotations

from zjkg.claims.observations.english.clues import (
    COPULAS,
    OBJECTS,
    PERSONAL,
    PREMODIFIES,
    SHARING,
    SUBJECTS,
    ClueReader,
    is_money,
    is_size,
)
from zjkg.claims.observations.english.kinds import FACILITIES, PEOPLE
from zjkg.claims.observations.measured import RATIOS, Measured
from zjkg.model import Quantity, Span

_GOING = frozenset({"go", "come", "work", "focus", "belong", "specialize", "specialise"})
_USING = frozenset({"spend", "use", "invest", "allocate", "earmark"})
_PLACING = _GOING | _USING | {"make", "earn", "generate", "sell"}
_LETTING = frozenset({"let", "lease", "occupy", "rent"})
_HOLDING = frozenset({"own", "hold"})
_WHOLES = frozenset({"total", "country", "nation", "world", "city", "one"})
_MEANING = frozenset({"say", "plan", "intend", "expect", "want", "hope", "agree", "report"})
"""Verbs that tell nothing without the next: ``said they planned to expand``."""
_MARKS = frozenset({",", ".", ":", ";", "-RRB-"})
_RELATIVE = frozenset({"which", "that", "who", "whom", "what"})


class Parts(ClueReader):
    """Says what those are or do of whom a value counts a part, and what a part is of."""

    def measure(self, word: int, quantity: Quantity) -> Measured | None:
        """What a value says of a whole: ``20 percent of output``, ``5 tons of plasma``."""
        parsed = self._parsed
        whole = next(
            (each for each in self._syntax.brought(word, "of") if not parsed.is_numeric(each)), None
        )
        if whole is None:
            consists = self._consists(word) if is_money(quantity.unit) else None
            return consists or self._of_whom(quantity)
        return self._of_whom(quantity) or self._of_whole(word, whole, quantity)

    def _of_whole(self, word: int, whole: int, quantity: Quantity) -> Measured | None:
        """What a value says of the whole that ``of`` brings to it."""
        parsed = self._parsed
        pronoun = parsed.lemma(whole) in PERSONAL
        if parsed.relation(word) in SUBJECTS and not is_size(quantity.unit):
            above = parsed.head(word)
            leans = quantity.unit not in RATIOS and not self._said(above)
            carried = self._clues.carried() if pronoun and leans else None
            taken_up = pronoun or parsed.lemma(whole) in _RELATIVE
            return carried or self.does(above, None if taken_up else whole)
        if pronoun or parsed.lemma(whole) in _RELATIVE:
            return self._beside(whole) or self._clues.carried()
        if quantity.unit not in RATIOS:
            if parsed.lemma(whole) == "total" and self._clues.kept is not None:
                return self._clues.carried()
            return self._clues.measured(whole, "noun")
        return self._share(word, whole, quantity)

    def _of_whom(self, quantity: Quantity) -> Measured | None:
        """What those do of whom a clause tells: ``a third of whom work in research``."""
        parsed = self._parsed
        after = self._syntax.words_in(quantity.span).stop
        if after + 1 >= len(self._syntax.tokens) or parsed.surface(after + 1) not in (
            "whom",
            "which",
        ):
            return None
        clauses = (
            each for each in self._syntax.path_up(after + 1) if parsed.relation(each) == "relcl"
        )
        verb = next(clauses, None)
        return None if verb is None or parsed.lemma(verb) in SHARING else self.does(verb)

    def _consists(self, word: int) -> Measured | None:
        """What an amount consists in: ``$5 million in milestones``."""
        for each in self._syntax.dependents(word, "prep"):
            if self._parsed.lemma(each) == "in":
                for noun in self._syntax.dependents(each, "pobj"):
                    if self._clues.is_purpose(noun):
                        return self._clues.measured(self.last_listed(noun), "noun")
        return None

    def last_listed(self, noun: int) -> int:
        """The head of a list that the parser cut: ``clinical, regulatory and sales milestones``."""
        parsed = self._parsed
        if parsed.form(noun) != "NN" or noun + 1 >= len(self._syntax.tokens):
            return noun
        last = noun
        while (
            last + 1 < len(self._syntax.tokens)
            and not (parsed.form(last) == "NNS" and parsed.surface(last + 1) == ",")
            and (parsed.form(last + 1) in PREMODIFIES or parsed.surface(last + 1) == ",")
        ):
            last += 1
        return last if parsed.form(last) == "NNS" and not parsed.is_numeric(last) else noun

    def _share(self, word: int, whole: int, quantity: Quantity) -> Measured | None:
        """What a percentage of a whole measures, by the verb that it completes."""
        parsed = self._parsed
        relation, above = parsed.relation(word), parsed.head(word)
        if relation == "pobj":
            while quantity.span.start <= parsed.start(above) < quantity.span.end:
                relation, above = "dobj", parsed.head(above)  # made up less than a fifth
            if relation == "pobj":
                above = parsed.head(above)
        if relation in (*OBJECTS, "pobj") and parsed.lemma(above) in SHARING:
            return self.shared(word, above)
        held = whole in parsed.names or self._phrases.is_agent(whole)
        if relation in OBJECTS and held and parsed.lemma(above) in _HOLDING:
            return self._clues.verb(above)
        if relation in OBJECTS and parsed.lemma(whole) not in _WHOLES:
            return self._clues.measured(whole, "share-noun")
        return self._clues.carried() if self._found and relation != "pobj" else None

    def _beside(self, whole: int) -> Measured | None:
        """What a verbless clause says of a part: ``40 percent of them in life sciences``."""
        parsed, tokens = self._parsed, self._syntax.tokens
        first = whole + 1
        if first < len(tokens) and parsed.is_preposition(first):
            first += 1
        if first < len(tokens) and parsed.form(first) == "DT":
            first += 1
        last = first
        while last < len(tokens) and parsed.form(last) in PREMODIFIES:
            last += 1
        named = any(word in parsed.names for word in range(first, last))
        verbless = last == len(tokens) or parsed.form(last) in _MARKS
        if last == first or named or not verbless:
            return None
        return Measured(Span(tokens[first].span.start, tokens[last - 1].span.end), "share-does")

    def shared(self, word: int, verb: int) -> Measured | None:
        """What makes up a part of a whole; where that only has a name, the whole's noun."""
        parsed = self._parsed
        if not parsed.is_verb(verb):  # the payment accounts for: the parser took a noun
            before = self._phrases.before(verb)
            return None if before is None else Measured(before, "share-noun")
        for noun in self._clues.about(verb):
            if parsed.lemma(noun) == "it" and self._whole(word) is not None:
                break
            if noun in self._found or parsed.lemma(noun) in PERSONAL or self._clues.is_bare(noun):
                kept = self._found.get(noun, self._clues.kept)
                return None if kept is None else Measured(kept, "share-noun")
            bears = parsed.lemma(noun) in FACILITIES and parsed.form(noun) == "NN"
            if noun not in parsed.names and not self._phrases.is_agent(noun) and not bears:
                return self._clues.measured(noun, "share-noun")
        return self._whole(word) or self._clues.carried()

    def _whole(self, word: int) -> Measured | None:
        """The noun of a whole that says what it is: ``the country's drug output``, no ``total``."""
        for whole in self._syntax.brought(word, "of"):
            if self._parsed.lemma(whole) not in _WHOLES:
                return self._clues.measured(whole, "share-noun")
        return None

    def does(self, verb: int, whole: int | None = None) -> Measured | None:
        """What those do or are whom a value counts: ``half of the staff hold a doctorate``.

        Where only a verb says it (half of the firms come from abroad), they are what is counted.
        """
        parsed = self._parsed
        if parsed.relation(verb) == "amod":  # are listed firms: the parser took a verb
            return self._clues.measured(parsed.head(verb), "share-does")
        if parsed.lemma(verb) in _MEANING:
            for meant in self._syntax.dependents(verb, "ccomp", "xcomp"):
                return self.does(meant)
        for each in self._said(verb):
            if parsed.is_noun(each):
                return Measured(self._phrases.whole(each), "share-does")
            return Measured(self._syntax.tokens[each].span, "share-does")
        if parsed.lemma(verb) in _USING:  # 60 percent of the proceeds will be spent on trials
            for noun in self._syntax.brought(verb, "on", "for", "in"):
                if self._clues.is_purpose(noun):
                    return self._clues.measured(noun, "share-does")
        told = whole is not None and parsed.lemma(whole) not in PEOPLE
        told = told and parsed.lemma(verb) not in _LETTING
        those = self._clues.measured(whole, "share-noun") if told and whole is not None else None
        if those is None and parsed.lemma(verb) in _PLACING:  # 17 percent of which came from X
            those = self._clues.carried()
        return those or self._clues.verb(verb, "share-does")

    def _said(self, verb: int) -> list[int]:
        """What a verb says of its subject: its object, its predicate, where they go or belong."""
        parsed, syntax = self._parsed, self._syntax
        lemma = parsed.lemma(verb)
        said = syntax.dependents(verb, "attr", "acomp") if lemma in COPULAS else []
        said = said or [each for each in syntax.dependents(verb, "dobj") if parsed.is_noun(each)]
        if said or lemma not in _GOING | COPULAS:
            return said
        brought = [
            noun
            for each in syntax.dependents(verb, "prep")
            for noun in syntax.dependents(each, "pobj")
            if each > verb and parsed.is_noun(noun) and noun not in parsed.names
        ]
        return [noun for noun in brought if not self._phrases.dates(noun)]
