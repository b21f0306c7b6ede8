"""What the governors of an English number say that it measures: ``revenue of``, ``rose``."""

from __future__ import annotations

from zjkg.claims.observations.english.clues import (
    COPULAS,
    OBJECTS,
    PERSONAL,
    PREMODIFIES,
    SHARING,
    SUBJECTS,
    ClueReader,
    Clues,
    is_money,
    is_size,
)
from zjkg.claims.observations.english.parts import Parts
from zjkg.claims.observations.measured import RATIOS, Measured
from zjkg.model import Quantity, Span

_CHANGES = frozenset({*RATIOS, "times", "百分点"})
_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "predet", "poss"})
_CHANGE_NOUNS = frozenset(
    "growth increase rise gain jump surge climb decrease decline drop fall reduction cut expansion"
    " upturn downturn slump improvement slide rebound".split()
)
"""What changes stands behind ``in``, else it was spoken of before."""
_LEADING = frozenset(
    "average maximum minimum median total level peak range value ceiling cap limit sum".split()
)
"""Nouns that only lead to the value: ``an average of 34 percent``."""
_COMPARING = frozenset(
    {"against", "versus", "than", "compare", "up", "down", "more", "less", "few", "high", "low"}
)
"""Words that set a value beside the one before."""
_MEASURING = frozenset(
    "reach hit total exceed surpass pass top average cost near approach equal number grow rise fall"
    " climb drop gain lose increase decrease jump surge decline slip slide plunge plummet tumble"
    " slump soar sink shrink dip swell narrow widen ease edge balloon".split()
)
"""Verbs whose object measures their subject."""
EXTENTS = frozenset({"capacity", "output", "throughput", "area", "volume", "length", "height"})
_EXTENDING = frozenset({"cover", "span", "occupy", "measure"})
_AIMING = frozenset({"target", "see", "forecast", "expect", "project", "estimate", "predict"})
_SPENDING = frozenset(
    "invest spend put commit allocate earmark pour inject pay contribute provide offer channel"
    " devote set budget".split()
)
"""Verbs of money that is for something."""
_PURPOSES = frozenset({"in", "into", "on", "for", "towards", "toward", "as"})
_MISTAKEN = frozenset({"account", "number"})
"""Verbs that the parser takes for nouns: ``the payment accounts for``, ``tenants now number``."""
_TRADES = frozenset({"market", "industry", "sector"})
_DETERMINES = frozenset({"DT", "PRP$", "POS"})
_DEPTH = 12


def is_change(quantity: Quantity) -> bool:
    """Whether a value says how much something else changes, or how big a part of it is."""
    return quantity.unit in _CHANGES


class Governors(ClueReader):
    """Goes up from a value, from governor to governor, until one says what it measures."""

    def __init__(self, clues: Clues) -> None:
        super().__init__(clues)
        self._parts = Parts(clues)

    def measure(self, word: int, quantity: Quantity) -> Measured | None:
        """The measure that the governors of a value's word give, None where they give none."""
        found = self._measured(word, quantity)
        if found is None or found.span is None:
            return found
        inside = found.span.start < quantity.span.end < found.span.end
        if not inside or found.span.start < quantity.span.start:
            return found
        after = self._syntax.words_in(quantity.span).stop  # a six-storey building
        return Measured(Span(self._parsed.start(after), found.span.end), found.rule)

    def _measured(self, word: int, quantity: Quantity) -> Measured | None:
        parsed = self._parsed
        if parsed.is_verb(word) and not parsed.is_numeric(word):  # doubled, tripled
            return self._acted_on(word) or self._subject(word, quantity)
        own = (
            self._sized(quantity)
            or self._upfront(quantity)
            or self._spent(word, quantity)
            or self._attributive(quantity)
            or self._worth(quantity)
            or self._more_in(quantity)
            or self._parts.measure(word, quantity)
        )
        if own is not None:
            return own
        for _ in range(_DEPTH):
            above = parsed.head(word)
            if above == word:
                break
            if above in self._found:
                return Measured(self._found[above], "carried-noun")
            if parsed.is_numeric(above):
                word = above
                continue
            found = self._governed(word, above, quantity)
            if found is not None:
                return found
            word = above
        return None

    def _sized(self, quantity: Quantity) -> Measured | None:
        """The noun of extent that a counted unit only measures: ``a capacity of 400,000 units``."""
        parsed = self._parsed
        before = self._syntax.words_in(quantity.span).start - 1
        if before < 1 or parsed.lemma(before) != "of" or parsed.lemma(before - 1) not in EXTENTS:
            return None
        return self._clues.measured(before - 1, "noun")

    def _upfront(self, quantity: Quantity) -> Measured | None:
        """What is paid first, where no noun says so: ``receive $5 million upfront``."""
        after = self._syntax.words_in(quantity.span).stop
        tokens = self._syntax.tokens
        if not is_money(quantity.unit) or after >= len(tokens):
            return None
        noun = after + 1 < len(tokens) and self._parsed.is_noun(after + 1)
        if self._parsed.lemma(after) != "upfront" or noun:
            return None
        return Measured(tokens[after].span, "noun")

    def _spent(self, word: int, quantity: Quantity) -> Measured | None:
        """What a part of a sum is for: ``spent 14 percent of its revenue on research``."""
        verb = self._parsed.head(word)
        spends = self._parsed.lemma(verb) in _SPENDING and self._parsed.relation(word) in OBJECTS
        return self._purpose(word, verb) if spends and is_change(quantity) else None

    def _attributive(self, quantity: Quantity) -> Measured | None:
        """The noun behind an amount with an article: ``a $5 million (4 million euro) plant``."""
        parsed, tokens = self._parsed, self._syntax.tokens
        inside = self._syntax.words_in(quantity.span)
        if not inside or inside.start == 0 or parsed.form(inside.start - 1) not in _DETERMINES:
            return None
        word = inside.stop
        if word < len(tokens) and parsed.surface(word) == "(":
            word = next((i for i in range(word, len(tokens)) if parsed.surface(i) == ")"), word) + 1
        first = word
        while word < len(tokens) and parsed.form(word) in PREMODIFIES:
            word += 1
        nouns = [i for i in range(first, word) if parsed.is_noun(i)]
        return self._noun(nouns[-1]) if nouns else None

    def _worth(self, quantity: Quantity) -> Measured | None:
        """The noun before ``worth``, wherever the parser hung that."""
        before = self._syntax.words_in(quantity.span).start - 1
        if before < 1 or self._parsed.lemma(before) != "worth":
            return None
        for verb in (self._parsed.head(before), before):  # the market will be worth
            for noun in self._syntax.dependents(verb, *SUBJECTS):
                if self._phrases.tells(noun) or self._is_trade(noun, verb):
                    return self._clues.measured(noun, "subject-noun")
        phrase = self._phrases.before(before)
        near = phrase is not None and phrase.end >= self._syntax.tokens[before - 1].span.start
        return Measured(phrase, "noun") if near else None

    def _more_in(self, quantity: Quantity) -> Measured | None:
        """What ``$5 million (more) in milestones`` is, whatever the parser hung on what."""
        after = self._syntax.words_in(quantity.span).stop
        tokens = self._syntax.tokens
        if not is_money(quantity.unit) or after + 2 >= len(tokens):
            return None
        after += self._parsed.lemma(after) in ("more", "extra")
        if after + 1 >= len(tokens) or self._parsed.lemma(after) != "in":
            return None
        if self._parsed.form(after + 1) not in PREMODIFIES:
            return None
        word = after + 1
        while word + 1 < len(tokens) and self._parsed.form(word + 1) in PREMODIFIES:
            word += 1
        word = self._parts.last_listed(word)
        return self._clues.measured(word, "noun") if self._clues.is_purpose(word) else None

    def _governed(self, word: int, above: int, quantity: Quantity) -> Measured | None:
        relation = self._parsed.relation(word)
        if relation in OBJECTS:
            return self._object(word, above, quantity)
        if relation in SUBJECTS:
            leans = is_size(quantity.unit) or self._is_elliptic(quantity)  # of whom 241 work in X
            return (self._clues.carried() if leans else None) or self._parts.does(above)
        if relation == "pobj":
            return self._brought(word, above, quantity)
        lemmas = {self._parsed.lemma(above), self._parsed.lemma(word)}
        predicate = self._parsed.relation(above) == "acomp"  # rents are 20 percent higher
        if lemmas & _COMPARING and not predicate:
            return self._clues.carried("growth") if self._found else None
        if relation == "conj" and is_change(quantity) and self._found:
            return self._clues.carried()
        return self._completed(above, quantity)

    def _completed(self, above: int, quantity: Quantity) -> Measured | None:
        """What a word says that a value completes: a verb of its subject, a noun of itself."""
        if self._parsed.is_verb(above):
            acted_on = self._acted_on(above) if is_change(quantity) else None
            return acted_on or self._subject(above, quantity)
        return self._noun(above) if self._parsed.is_noun(above) else None

    def _brought(self, word: int, preposition: int, quantity: Quantity) -> Measured | None:
        """What a value measures that a preposition brings: ``revenue of``, ``cut costs by``."""
        parsed = self._parsed
        above, lemma = parsed.head(preposition), parsed.lemma(preposition)
        if above in self._found:
            return Measured(self._found[above], "carried-noun")
        if lemma in _COMPARING and self._clues.kept is not None:
            return self._clues.carried()
        if parsed.is_noun(above) and not parsed.is_numeric(above):
            return self._noun(above)
        if not parsed.is_verb(above):
            return None
        if lemma == "for" and parsed.lemma(above) in SHARING:
            return self._parts.shared(word, above)
        purpose = self._purpose(word, above) if lemma == "in" and is_money(quantity.unit) else None
        return purpose or self._acted_on(above) or self._subject(above, quantity)

    def _noun(self, noun: int) -> Measured | None:
        """What a noun says to which a value belongs: ``a $5 million round``, ``revenue of``."""
        parsed, lemma = self._parsed, self._parsed.lemma(noun)
        phrase = self._phrases.around(noun)
        leads = lemma in _LEADING and phrase is not None and phrase.start == parsed.start(noun)
        if leads or self._phrases.dates(noun):
            return None
        if lemma in _MISTAKEN:
            before = self._phrases.before(noun)
            return None if before is None else Measured(before, "subject-noun")
        if self._clues.is_bare(noun):
            return self._clues.carried()
        if lemma in _CHANGE_NOUNS:
            return self._changed(noun)
        if noun in parsed.names:
            return self._named(noun)
        return self._attributable(noun) or self._clues.measured(noun, "noun")

    def _attributable(self, noun: int) -> Measured | None:
        """The profit of which a noun says whose: ``profit attributable to shareholders of``."""
        to = self._parsed.head(noun)
        above = self._parsed.head(to)
        if self._parsed.relation(noun) != "pobj" or self._parsed.lemma(above) != "attributable":
            return None
        phrase = self._phrases.around(self._parsed.head(above))
        end = self._syntax.tokens[noun].span.end
        return None if phrase is None else Measured(Span(phrase.start, end), "noun")

    def _changed(self, noun: int) -> Measured | None:
        """What a noun of change says that changes: ``12 percent growth in output``."""
        rates = [e for e in self._syntax.brought(noun, "of") if self._parsed.is_numeric(e)]
        inner = (each for rate in rates for each in self._syntax.brought(rate, "in"))
        for each in (*self._syntax.brought(noun, "in", "of"), *inner):
            if each not in rates and self._phrases.tells(each):
                return self._clues.measured(each, "growth")
        if self._found:  # saw revenue rise 12% to 5 million
            return Measured(next(reversed(self._found.values())), "growth")
        return self._clues.measured(noun, "growth")

    def _named(self, noun: int) -> Measured | None:
        """The last word of a name that a size stands before: ``the 900-square-metre X Centre``."""
        sizes = self._syntax.dependents(noun, *_MODIFIES)
        if not any(self._parsed.is_numeric(each) for each in sizes):
            return None
        return Measured(self._syntax.tokens[noun].span, "noun")

    def _acted_on(self, verb: int) -> Measured | None:
        """What a verb changes or sells: ``cut costs by``, ``licensed the rights for``."""
        for each in self._syntax.dependents(verb, *OBJECTS):
            if not self._parsed.is_noun(each) or self._parsed.is_numeric(each):
                continue
            if each in self._found:
                return Measured(self._found[each], "carried-noun")
            if self._clues.is_bare(each):
                return self._clues.carried()
            agent = self._phrases.is_agent(each) and self._parsed.lemma(each) not in _TRADES
            if each in self._parsed.names or agent:
                return self._clues.verb(verb)
            return self._clues.measured(each, "acted-on")
        return None

    def _subject(self, verb: int, quantity: Quantity) -> Measured | None:
        """What stands as subject of a verb that a value completes: ``sales rose``."""
        parsed = self._parsed
        for noun in self._clues.about(verb):
            if noun in self._found:
                return Measured(self._found[noun], "carried-noun")
            if self._is_another(noun, quantity):
                return self._clues.carried()
            if (
                parsed.lemma(noun) in PERSONAL
                or self._clues.is_bare(noun)
                or noun in parsed.names
                or (self._phrases.is_agent(noun) and not self._is_trade(noun, verb))
            ):
                leans = is_change(quantity) or self._found or parsed.lemma(verb) in _MEASURING
                return (self._clues.carried() if leans else None) or self._clues.verb(verb)
            if parsed.is_noun(noun):
                return self._clues.measured(
                    noun, "growth" if is_change(quantity) else "subject-noun"
                )
        return self._clues.carried()

    def _is_trade(self, noun: int, verb: int) -> bool:
        """Whether a market is what is measured: the market will exceed $5 billion."""
        measures = self._parsed.lemma(verb) in _MEASURING | COPULAS
        return self._parsed.lemma(noun) in _TRADES and measures

    def _is_another(self, noun: int, quantity: Quantity) -> bool:
        """Whether a bare count is of what was counted before: ``it will grow to 80 by May``."""
        if not self._is_elliptic(quantity) or is_size(quantity.unit):
            return False
        counted = self._parsed.surface(self._phrases.counted(noun))
        return self._clues.kept is not None and counted != quantity.unit

    def _is_elliptic(self, quantity: Quantity) -> bool:
        """Whether a number counts what was counted before: its noun is left out."""
        return quantity.counted is None and quantity.unit.isalpha() and not is_change(quantity)

    def _object(self, word: int, verb: int, quantity: Quantity) -> Measured | None:
        """What a value measures that is the object of a verb."""
        lemma = self._parsed.lemma(verb)
        if lemma in SHARING and quantity.unit in RATIOS:
            return self._parts.shared(word, verb)
        if lemma in _MEASURING:
            priced = self._priced(verb) if lemma == "cost" else None
            return priced or self._subject(verb, quantity)
        if lemma in _AIMING and self._found:
            return self._clues.carried()
        purpose = self._taken_off(word, verb) or self._purpose(word, verb)
        if purpose is None and is_money(quantity.unit):
            purpose = self._each(verb) or self._each(word)
        if purpose is not None:
            return purpose
        if lemma in _EXTENDING:
            found = self._subject(verb, quantity)
            if found is not None and found.rule == "subject-noun":
                return found
        return self._clues.verb(verb)

    def _taken_off(self, word: int, verb: int) -> Measured | None:
        """What loses the value: ``wiped $4 million off its market value``."""
        for noun in (*self._syntax.brought(verb, "off"), *self._syntax.brought(word, "off")):
            if self._clues.is_purpose(noun):
                return self._clues.measured(noun, "acted-on")
        return None

    def _purpose(self, word: int, verb: int) -> Measured | None:
        """What an amount is for or consists in: ``in a plant``, ``to build a plant``."""
        parsed, syntax = self._parsed, self._syntax
        spends = parsed.lemma(verb) in _SPENDING
        purposes = _PURPOSES if spends else {"in", "under"}
        inner = [*syntax.brought(word, "of"), *syntax.brought(verb, "over", "within")]
        inside = (each for noun in inner for each in syntax.children[noun])
        brought = (*syntax.children[word], *inside, *syntax.children[verb])
        for each in brought:
            if each < word or parsed.lemma(each) not in purposes:
                continue
            for noun in syntax.dependents(each, "pobj"):
                if self._clues.is_purpose(noun):
                    return self._clues.measured(noun, "spent-on")
            for gerund in syntax.dependents(each, "pcomp"):
                return Measured(syntax.tokens[gerund].span, "spent-on")
        return self._built(word, verb) if spends else None

    def _built(self, word: int, verb: int) -> Measured | None:
        """What is to be made of an amount: ``invest $5 million to build a plant``."""
        parsed, syntax = self._parsed, self._syntax
        for clause in syntax.dependents(verb, "xcomp", "advcl"):
            to = any(parsed.surface(each) == "to" for each in syntax.dependents(clause, "aux"))
            for noun in syntax.dependents(clause, "dobj"):
                if clause > word and to and self._clues.is_purpose(noun):
                    return self._clues.measured(noun, "spent-on")
        return None

    def _each(self, verb: int) -> Measured | None:
        """What is paid for: ``promises up to 30 million yuan for each new drug``."""
        for noun in self._syntax.brought(verb, "for", "per"):
            each = {self._parsed.lemma(i) for i in self._syntax.dependents(noun, "det")}
            if each & {"each", "every"}:
                return self._clues.measured(noun, "spent-on")
        return None

    def _priced(self, verb: int) -> Measured | None:
        """What has a price: ``costs $5 per test``."""
        for noun in self._syntax.brought(verb, "per"):
            if not self._phrases.dates(noun):
                return self._clues.measured(noun, "spent-on")
        return None
