"""What the governors of an English number say that it measures: ``revenue of``, ``rose``."""

from __future__ import annotations

import re

from zjkg.claims.observations.phrases import RATIOS, Measured
from zjkg.claims.observations.phrases_english import EnglishPhrases
from zjkg.claims.observations.sentences_english import Parsed
from zjkg.model import Quantity, Span

_CHANGES = frozenset({*RATIOS, "times", "百分点"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "predet", "poss"})
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CHANGE_NOUNS = frozenset(
    "growth increase rise gain jump surge climb decrease decline drop fall reduction cut expansion"
    " upturn downturn slump improvement slide rebound".split()
)
"""What changes stands behind ``in``, else it was spoken of before."""
_LEADING = frozenset("average maximum minimum median total level peak range value".split())
"""Nouns that only lead to the value: ``an average of 34 percent``."""
_PRICES = frozenset({"cost", "price"})
_COMPARING = frozenset(
    {"against", "versus", "than", "compare", "up", "down", "more", "less", "few", "high", "low"}
)
"""Words that set a value beside the one before."""
_SHARING = frozenset(
    "account make represent comprise contribute occupy constitute form equal amount".split()
)
_MEASURING = frozenset(
    "reach hit total exceed surpass pass top average cost near approach equal number grow rise fall"
    " climb drop gain lose increase decrease jump surge decline slip slide".split()
)
"""Verbs whose object measures their subject."""
_EXTENDING = frozenset({"cover", "span", "occupy", "measure"})
_AIMING = frozenset({"target", "see", "forecast", "expect", "project", "estimate", "predict"})
_COPULAS = frozenset({"be", "become", "remain", "stay"})
_GOING = frozenset({"go", "come", "work", "focus", "belong", "specialize", "specialise"})
_PURPOSES = frozenset({"in", "into", "on", "for", "towards", "toward", "as"})
_WHOLES = frozenset({"total", "country", "nation", "world", "city", "one"})
_RELATIVE = frozenset({"which", "that", "who", "whom", "what"})
_PERSONAL = frozenset("it they we he she i this there these those you them".split())
_MISTAKEN = frozenset({"account", "number"})
"""Verbs that the parser takes for nouns: ``the payment accounts for``, ``tenants now number``."""
_BARE = frozenset({"number", "figure", "total", "amount", "that"})
"""Subjects that only take up the value before."""
_SIZES = frozenset({"ha", "mu", "acres", "ping", "tons", "tonnes", "litres"})
_DETERMINES = frozenset({"DT", "PRP$", "POS"})
_PREMODIFIES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "HYPH", "CC", "CD"})
_DEPTH = 12


def is_change(quantity: Quantity) -> bool:
    """Whether a value says how much something else changes, or how big a part of it is."""
    return quantity.unit in _CHANGES


class Governors:
    """Goes up from a value; ``found`` has the measures of the words that earlier values hang on.

    ``kept`` is the measure that a value without a noun of its own leans on.
    """

    def __init__(
        self,
        parsed: Parsed,
        phrases: EnglishPhrases,
        found: dict[int, Span],
        kept: Span | None,
    ) -> None:
        self._parsed = parsed
        self._syntax = parsed.syntax
        self._phrases = phrases
        self._found = found
        self._kept = kept

    def measure(self, word: int, quantity: Quantity) -> Measured | None:
        """The measure that the governors of a value's word give, None where they give none."""
        parsed = self._parsed
        if parsed.is_verb(word) and not parsed.is_numeric(word):  # doubled, tripled
            return self._acted_on(word) or self._subject(word, quantity)
        own = self._attributive(quantity) or self._worth(quantity) or self._part(word, quantity)
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
        while word < len(tokens) and parsed.form(word) in _PREMODIFIES:
            word += 1
        nouns = [i for i in range(first, word) if parsed.is_noun(i)]
        return self._noun(nouns[-1]) if nouns else None

    def _worth(self, quantity: Quantity) -> Measured | None:
        """The noun before ``worth``, wherever the parser hung that."""
        before = self._syntax.words_in(quantity.span).start - 1
        if before < 1 or self._parsed.lemma(before) != "worth":
            return None
        phrase = self._phrases.before(before)
        near = phrase is not None and phrase.end >= self._syntax.tokens[before - 1].span.start
        return Measured(phrase, "noun") if near else None

    def _governed(self, word: int, above: int, quantity: Quantity) -> Measured | None:
        relation = self._parsed.relation(word)
        if relation in _OBJECTS:
            return self._object(word, above, quantity)
        if relation in _SUBJECTS:
            return self._does(above)
        if relation == "pobj":
            return self._brought(word, above, quantity)
        lemmas = {self._parsed.lemma(above), self._parsed.lemma(word)}
        if lemmas & _COMPARING:
            return self._carried("growth") if self._found else None
        if relation == "conj" and is_change(quantity) and self._found:
            return self._carried()
        return self._completed(above, quantity)

    def _completed(self, above: int, quantity: Quantity) -> Measured | None:
        """What a word says that a value completes: a verb of its subject, a noun of itself."""
        if self._parsed.is_verb(above):
            acted_on = self._acted_on(above) if is_change(quantity) else None
            return acted_on or self._subject(above, quantity)
        return self._noun(above) if self._parsed.is_noun(above) else None

    def _carried(self, rule: str = "carried-noun") -> Measured | None:
        return None if self._kept is None else Measured(self._kept, rule)

    def _brought(self, word: int, preposition: int, quantity: Quantity) -> Measured | None:
        """What a value measures that a preposition brings: ``revenue of``, ``cut costs by``."""
        parsed = self._parsed
        above, lemma = parsed.head(preposition), parsed.lemma(preposition)
        if above in self._found:
            return Measured(self._found[above], "carried-noun")
        if lemma in _COMPARING and self._kept is not None:
            return self._carried()
        if parsed.is_noun(above) and not parsed.is_numeric(above):
            return self._noun(above)
        if not parsed.is_verb(above):
            return None
        if lemma == "for" and parsed.lemma(above) in _SHARING:
            return self._shared(word, above)
        return self._acted_on(above) or self._subject(above, quantity)

    def _noun(self, noun: int) -> Measured | None:
        """What a noun says to which a value belongs: ``a $5 million round``, ``revenue of``."""
        parsed, lemma = self._parsed, self._parsed.lemma(noun)
        phrase = self._phrases.around(noun)
        leads = lemma in _LEADING and phrase is not None and phrase.start == parsed.start(noun)
        if leads or self._phrases.dates(noun):
            return None
        if lemma in _MISTAKEN:
            return Measured(self._phrases.before(noun), "subject-noun")
        if self._is_bare(noun):
            return self._carried()
        if lemma in _CHANGE_NOUNS:
            return self._changed(noun)
        if noun in parsed.names:
            return self._named(noun)
        return self._priced_at(noun) or self._measured(noun, "noun")

    def _changed(self, noun: int) -> Measured | None:
        """What a noun of change says that changes: ``12 percent growth in output``."""
        for each in self._syntax.brought(noun, "in", "of"):
            if self._phrases.tells(each):
                return self._measured(each, "growth")
        kept = self._carried("growth") if self._found else None
        return kept or self._measured(noun, "growth")

    def _named(self, noun: int) -> Measured | None:
        """The last word of a name that a size stands before: ``the 900-square-metre X Centre``."""
        sizes = self._syntax.dependents(noun, *_MODIFIES)
        if not any(self._parsed.is_numeric(each) for each in sizes):
            return None
        return Measured(self._syntax.tokens[noun].span, "noun")

    def _priced_at(self, noun: int) -> Measured | None:
        """What ``at a cost of`` is paid for."""
        if self._parsed.lemma(noun) not in _PRICES or self._parsed.relation(noun) != "pobj":
            return None
        verb = self._parsed.head(self._parsed.head(noun))
        return (self._acted_on(verb) or self._passive(verb)) if self._parsed.is_verb(verb) else None

    def _measured(self, noun: int, rule: str) -> Measured | None:
        phrase = self._phrases.around(noun)
        return None if phrase is None else Measured(phrase, rule)

    def _acted_on(self, verb: int) -> Measured | None:
        """What a verb changes or sells: ``cut costs by``, ``licensed the rights for``."""
        for each in self._syntax.dependents(verb, *_OBJECTS):
            if not self._parsed.is_noun(each) or self._parsed.is_numeric(each):
                continue
            if each in self._found:
                return Measured(self._found[each], "carried-noun")
            if self._is_bare(each):
                return self._carried()
            if each in self._parsed.names:
                return self._verb(verb)
            return self._measured(each, "acted-on")
        return None

    def _is_bare(self, noun: int) -> bool:
        """Whether a noun only takes up the value before: ``bringing the total to``."""
        return self._parsed.lemma(noun) in _BARE and not self._syntax.brought(noun, "of")

    def _passive(self, verb: int) -> Measured | None:
        for each in self._syntax.subjects(verb):
            if self._phrases.tells(each) or self._parsed.is_noun(each):
                return self._measured(each, "subject-noun")
        return None

    def _verb(self, verb: int) -> Measured | None:
        """The verb that says what the amount is: ``raised``, ``covers``."""
        if self._parsed.lemma(verb) in _COPULAS:
            return self._carried()
        return Measured(self._syntax.tokens[verb].span, "verb")

    def _subject(self, verb: int, quantity: Quantity) -> Measured | None:
        """What stands as subject of a verb that a value completes: ``sales rose``."""
        parsed = self._parsed
        for noun in self._about(verb):
            if noun in self._found:
                return Measured(self._found[noun], "carried-noun")
            if self._is_another(noun, quantity):
                return self._carried()
            if (
                parsed.lemma(noun) in _PERSONAL
                or self._is_bare(noun)
                or noun in parsed.names
                or self._phrases.is_agent(noun)
            ):
                leans = is_change(quantity) or self._found or parsed.lemma(verb) in _MEASURING
                return (self._carried() if leans else None) or self._verb(verb)
            if parsed.is_noun(noun):
                return self._measured(noun, "growth" if is_change(quantity) else "subject-noun")
        return self._carried()

    def _is_another(self, noun: int, quantity: Quantity) -> bool:
        """Whether a bare count is of what was counted before: ``it will grow to 80 by May``."""
        elliptic = quantity.counted is None and quantity.unit.isalpha() and not is_change(quantity)
        if not elliptic or quantity.unit in _SIZES or _CURRENCY.fullmatch(quantity.unit):
            return False
        counted = self._parsed.surface(self._phrases.counted(noun))
        return self._kept is not None and counted != quantity.unit

    def _about(self, verb: int) -> list[int]:
        """The subjects of a verb; what a relative clause behind ``in X`` is about stands before."""
        parsed, syntax = self._parsed, self._syntax
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

    def _object(self, word: int, verb: int, quantity: Quantity) -> Measured | None:
        """What a value measures that is the object of a verb."""
        lemma = self._parsed.lemma(verb)
        if lemma in _SHARING and quantity.unit in RATIOS:
            return self._shared(word, verb)
        if lemma in _MEASURING:
            priced = self._priced(verb) if lemma == "cost" else None
            return priced or self._subject(verb, quantity)
        if lemma in _AIMING and self._found:
            return self._carried()
        purpose = self._purpose(word, verb)
        if purpose is not None:
            return purpose
        if lemma in _EXTENDING:
            found = self._subject(verb, quantity)
            if found is not None and found.rule == "subject-noun":
                return found
        return self._verb(verb)

    def _purpose(self, word: int, verb: int) -> Measured | None:
        """What an amount is for or consists in: ``in a plant``, ``to build a plant``."""
        parsed, syntax = self._parsed, self._syntax
        for each in (*syntax.dependents(word, "prep"), *syntax.dependents(verb, "prep", "dative")):
            if each < word or parsed.lemma(each) not in _PURPOSES:
                continue
            for noun in syntax.dependents(each, "pobj"):
                if self._is_purpose(noun):
                    return self._measured(noun, "spent-on")
            for gerund in syntax.dependents(each, "pcomp"):
                return Measured(syntax.tokens[gerund].span, "spent-on")
        for clause in syntax.dependents(verb, "xcomp", "advcl"):
            to = any(parsed.surface(each) == "to" for each in syntax.dependents(clause, "aux"))
            if clause > word and to:
                for noun in syntax.dependents(clause, "dobj"):
                    if self._is_purpose(noun):
                        return self._measured(noun, "spent-on")
        return None

    def _priced(self, verb: int) -> Measured | None:
        """What has a price: ``costs $5 per test``."""
        for noun in self._syntax.brought(verb, "per"):
            if not self._phrases.dates(noun):
                return self._measured(noun, "spent-on")
        return None

    def _is_purpose(self, noun: int) -> bool:
        who_or_when = self._phrases.is_agent(noun) or self._phrases.dates(noun)
        return self._parsed.is_noun(noun) and not who_or_when and noun not in self._parsed.names

    def _part(self, word: int, quantity: Quantity) -> Measured | None:
        """What a value says of a whole: ``20 percent of output``, ``5 tons of plasma``."""
        parsed = self._parsed
        whole = next(
            (each for each in self._syntax.brought(word, "of") if not parsed.is_numeric(each)), None
        )
        if whole is None:
            return self._consists(word) if _CURRENCY.fullmatch(quantity.unit) else None
        pronoun = parsed.lemma(whole) in _PERSONAL
        if parsed.relation(word) in _SUBJECTS:
            above = parsed.head(word)
            leans = quantity.unit not in RATIOS and parsed.lemma(above) not in _COPULAS
            return (self._carried() if pronoun and leans else None) or self._does(above)
        if pronoun or parsed.lemma(whole) in _RELATIVE:
            return self._beside(whole) or self._carried()
        if quantity.unit not in RATIOS:
            return self._measured(whole, "noun")
        return self._share(word, whole, quantity)

    def _consists(self, word: int) -> Measured | None:
        """What an amount consists in: ``$5 million in milestones``."""
        for each in self._syntax.dependents(word, "prep"):
            if self._parsed.lemma(each) == "in":
                for noun in self._syntax.dependents(each, "pobj"):
                    if self._is_purpose(noun):
                        return self._measured(self._last_listed(noun), "noun")
        return None

    def _last_listed(self, noun: int) -> int:
        """The head of a list that the parser cut: ``clinical, regulatory and sales milestones``."""
        parsed = self._parsed
        if parsed.form(noun) != "NN" or noun + 1 >= len(self._syntax.tokens):
            return noun
        last = noun
        while last + 1 < len(self._syntax.tokens) and (
            parsed.form(last + 1) in _PREMODIFIES or parsed.surface(last + 1) == ","
        ):
            last += 1
        return last if parsed.form(last) == "NNS" and not parsed.is_numeric(last) else noun

    def _share(self, word: int, whole: int, quantity: Quantity) -> Measured | None:
        """What a percentage of a whole measures, by the verb that it completes."""
        parsed = self._parsed
        relation, above = parsed.relation(word), parsed.head(word)
        if relation == "pobj":
            hedged = quantity.span.start <= parsed.start(above) < quantity.span.end
            relation, above = ("dobj" if hedged else relation), parsed.head(above)
        if relation in (*_OBJECTS, "pobj") and parsed.lemma(above) in _SHARING:
            return self._shared(word, above)
        if relation in _OBJECTS and parsed.lemma(whole) not in _WHOLES:
            return self._measured(whole, "share-noun")
        return self._carried() if self._found and relation != "pobj" else None

    def _beside(self, whole: int) -> Measured | None:
        """What a verbless clause says of a part: ``40 percent of them in life sciences``."""
        follows = whole + 1
        if follows == len(self._syntax.tokens) or not self._parsed.is_preposition(follows):
            return None
        nouns = self._syntax.dependents(follows, "pobj")
        named = any(noun in self._parsed.names for noun in nouns)
        return self._measured(nouns[0], "share-does") if nouns and not named else None

    def _shared(self, word: int, verb: int) -> Measured | None:
        """What makes up a part of a whole; where that only has a name, the whole's noun."""
        parsed = self._parsed
        for noun in self._about(verb):
            if noun in self._found or parsed.lemma(noun) in _PERSONAL or self._is_bare(noun):
                kept = self._found.get(noun, self._kept)
                return None if kept is None else Measured(kept, "share-noun")
            if noun not in parsed.names and not self._phrases.is_agent(noun):
                return self._measured(noun, "share-noun")
        for whole in self._syntax.brought(word, "of"):
            if parsed.lemma(whole) not in _WHOLES:
                return self._measured(whole, "share-noun")
        return self._carried()

    def _does(self, verb: int) -> Measured | None:
        """What those do or are whom a value counts: ``half of the staff hold a doctorate``."""
        parsed, syntax = self._parsed, self._syntax
        lemma = parsed.lemma(verb)
        said = syntax.dependents(verb, "attr", "acomp") if lemma in _COPULAS else []
        if parsed.relation(verb) == "amod":  # are listed firms: the parser took a verb
            return self._measured(parsed.head(verb), "share-does")
        said = said or [each for each in syntax.dependents(verb, "dobj") if parsed.is_noun(each)]
        if not said and lemma in _GOING | _COPULAS:
            said = [
                noun
                for each in syntax.dependents(verb, "prep")
                for noun in syntax.dependents(each, "pobj")
                if each > verb and parsed.is_noun(noun) and not self._phrases.dates(noun)
            ]
        for each in said:
            if parsed.is_noun(each):
                return Measured(self._phrases.whole(each), "share-does")
            return Measured(syntax.tokens[each].span, "share-does")
        return Measured(syntax.tokens[verb].span, "share-does")
