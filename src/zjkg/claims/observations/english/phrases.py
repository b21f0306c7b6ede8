"""The shortest noun phrase around an English noun that says what it is."""

from __future__ import annotations

from zjkg.claims.observations.english.sentences import Parsed
from zjkg.model import EntityType, Span

_MODIFIES = frozenset(
    {"compound", "amod", "nmod", "advmod", "npadvmod", "conj", "cc", "punct", "nummod"}
)
_EMPTY = frozenset(
    "such other more additional further extra same first-half half-year full such own various"
    " different latest recent previous whole entire old several many overall odd recorded"
    " reported registered so".split()
)
_QUANTIFIES = frozenset({"number", "amount", "total", "majority", "rest", "dozen", "lot"})
"""Nouns that only count what ``of`` brings."""
_RELATIONAL = frozenset(
    "rate ratio share proportion percentage risk export import output production shipment supply"
    " demand decline spending lack shortage market level concentration incidence"
    " prevalence burden result".split()
)
"""Nouns that alone say too little: ``vacancy rate for lab space``, ``exports of devices``."""
_ALONE = frozenset({"milestone"})
"""Nouns before which stands only for what they are: ``development and sales milestones``."""
_RATES = frozenset("rate ratio share proportion percentage risk decline".split())
_COMPLETED = _RATES | {"market"}
_PERIODS = frozenset("quarter half year month week day hour minute period decade end".split())
_ORDINALS = frozenset({"first", "second", "third", "fourth"})
_AGENTS = frozenset(
    "company firm group park cluster hub bureau agency institute hospital university alliance city"
    " district region fund startup start-up mr ms mrs dr prof president chairman chief head"
    " director spokesman spokeswoman spokesperson official officer executive government authority"
    " maker developer unit subsidiary industry sector market country nation province zone area"
    " committee ministry department administration association manager analyst founder"
    " reporter".split()
)
"""Nouns that say who or where; in the plural they can be what is counted."""
_TRADES = frozenset({"sector", "industry", "market"})
_THINGS = frozenset(
    "plant factory vaccine drug kit deal report survey figure datum data statistic study index"
    " statement document plan part body addition total number date".split()
)
"""Nouns of which a clause speaks while it measures something else."""
_LONGEST = 8
_DATES = frozenset(
    "January February March April May June July August September October November December Jan Feb"
    " Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday yesterday today".split()
)
_PORTIONS = frozenset(
    "ton tonne litre liter ping piece unit set batch gram kilogram kilo round kind type litres"
    " tons tonnes".split()
)
_GENERAL = frozenset(
    {EntityType.PLACE, EntityType.PARK, EntityType.ORGANIZATION, EntityType.PERSON}
)


class EnglishPhrases:
    """Noun phrases of one sentence; numbers and what they measure are left out."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed

    def around(self, word: int) -> Span | None:
        """The phrase of a noun: its modifiers, what it is joined to, what it needs behind."""
        word = self.counted(word)
        if not self._parsed.is_noun(word) or self._parsed.is_numeric(word):
            return None
        start = word if self._parsed.lemma(word) in _ALONE else self._first(word)
        end = self._joined(word)
        start = self._plain(start, word)
        if start and self._parsed.surface(start - 1).lower() == "asking":
            start -= 1  # asking rents, which the parser takes for a clause
        tokens = self._parsed.syntax.tokens
        if start == word or self._parsed.lemma(word) in _COMPLETED:
            end = self._completed(word, end)
        return Span(tokens[start].span.start, tokens[end].span.end)

    def whole(self, word: int) -> Span:
        """The phrase of a noun with its owner and numbers: ``the world's top 1% list``."""
        parsed, tokens = self._parsed, self._parsed.syntax.tokens
        start, end = parsed.syntax.subtree(word)[0], self._joined(word)
        if parsed.form(start) == "DT":
            start += 1
        if start >= word:
            return self.around(word) or tokens[word].span
        return Span(tokens[start].span.start, tokens[end].span.end)

    def counted(self, word: int) -> int:
        """What ``the number of`` counts; else the word itself."""
        syntax = self._parsed.syntax
        while self._parsed.lemma(word) in _QUANTIFIES:
            inner = [
                each for each in syntax.brought(word, "of") if not self._parsed.is_numeric(each)
            ]
            if not inner:
                break
            word = inner[0]
        return word

    def _first(self, word: int) -> int:
        """The first of the words that stand before a noun and hang on it."""
        parsed, start = self._parsed, word
        for each in range(word - 1, -1, -1):
            if not self._belongs(each, start, word):
                break
            start = each
        while start < word and parsed.relation(start) in ("punct", "cc"):
            start += 1
        while start > 1 and parsed.surface(start - 1) == "-" and self._is_glued(start):
            start -= 2  # sub-parks: part of the word, whatever the parser says
        return start

    def _is_glued(self, word: int) -> bool:
        tokens = self._parsed.syntax.tokens
        first, hyphen, second = tokens[word - 2 : word + 1]
        glued = first.span.end == hyphen.span.start and hyphen.span.end == second.span.start
        return glued and not self._parsed.is_numeric(word - 2)

    def _belongs(self, each: int, start: int, word: int) -> bool:
        parsed = self._parsed
        if self._parsed.is_numeric(each) or self._is_name(each, word):
            return False
        if parsed.surface(each) in ("-", "–", "/", "&"):
            return True
        if parsed.relation(each) == "punct" or parsed.form(each) in ("CD", "DT", "PRP$", "WDT"):
            return parsed.surface(each) in ("'", "’") and start != word
        for above in (each, *parsed.syntax.path_up(each)):
            if above == word:
                return True
            if parsed.relation(above) not in _MODIFIES:
                return False
        return False

    def _is_name(self, each: int, word: int) -> bool:
        """Whether a word names who or where, which is the subject's matter."""
        named = self._parsed.names.get(each)
        return (
            named is not None and named.type in _GENERAL and self._parsed.names.get(word) != named
        )

    def _plain(self, start: int, word: int) -> int:
        """Where a phrase begins without words that say only when, which or how many."""
        parsed = self._parsed
        while start < word:
            surface = parsed.surface(start).lower()
            hyphen = start + 1 < word and parsed.surface(start + 1) in ("-", "–")
            if hyphen and surface in _ORDINALS and parsed.lemma(start + 2) in _PERIODS:
                start += 3
            elif (
                surface in ("-", "–", "and")
                or parsed.lemma(start) in _PERIODS
                or (surface in _EMPTY and not hyphen)
            ):
                start += 1
            else:
                break
        return min(start, word)

    def _joined(self, word: int) -> int:
        """The last of the nouns right behind that are joined by ``and``."""
        parsed = self._parsed
        for each in parsed.syntax.dependents(word, "conj"):
            between = range(word + 2, each + 1)
            plain = all(parsed.is_noun(i) and not parsed.is_numeric(i) for i in between)
            if between and plain and parsed.surface(word + 1) in ("and", "or"):
                return each
        return word

    def _completed(self, word: int, end: int) -> int:
        """The last word of what a noun needs behind: ``exports of medical devices``."""
        parsed = self._parsed
        if parsed.lemma(word) not in _RELATIONAL:
            return end
        follows = end + 1
        if follows >= len(parsed.syntax.tokens) or parsed.head(follows) != word:
            return end
        if parsed.relation(follows) == "prep" and parsed.lemma(follows) in (
            "of",
            "for",
            "in",
            "on",
        ):
            for noun in parsed.syntax.dependents(follows, "pobj"):
                if parsed.lemma(word) == "market":
                    return self._whole_end(noun, end)
                bare = self._first(noun) == follows + 1
                if bare and not self._parsed.is_numeric(noun) and noun not in parsed.names:
                    return self._joined(noun)
        return end

    def _whole_end(self, noun: int, end: int) -> int:
        """The last word of all that hangs on a noun, if that is short and has no number or mark."""
        words = self._parsed.syntax.subtree(noun)
        plain = len(words) <= _LONGEST and words[-1] - words[0] < len(words)
        marked = any(self._parsed.is_numeric(i) or self._parsed.surface(i) == "," for i in words)
        return words[-1] if plain and not marked else end

    def before(self, word: int) -> Span | None:
        """The phrase of the nearest noun before a word, if that is no name."""
        for each in range(word - 1, -1, -1):
            if self._parsed.is_noun(each) and not self._parsed.is_numeric(each):
                return None if each in self._parsed.names else self.around(each)
        return None

    def tells(self, word: int) -> bool:
        """Whether a noun says what is spoken of: not who, where or when."""
        parsed = self._parsed
        if not parsed.is_noun(word) or parsed.is_numeric(word):
            return False
        generic = self.is_agent(word) or parsed.lemma(word) in _THINGS
        return not generic and not self.dates(word)

    def is_agent(self, word: int) -> bool:
        """Whether a noun only says who or where: ``the company``, ``the park``."""
        parsed = self._parsed
        if parsed.lemma(word) not in _AGENTS or parsed.form(word) == "NNS":
            return False
        sort = parsed.lemma(word) in _TRADES and self._first(word) < word
        return not sort  # the biomedical sector: what is measured

    def dates(self, word: int) -> bool:
        """Whether a noun says when: ``year``, ``May``."""
        return self._parsed.lemma(word) in _PERIODS or self._parsed.surface(word) in _DATES

    def substance(self, noun: int) -> Span | None:
        """What there is so much of, behind a noun that is a unit: ``300 tons of plasma``."""
        if self._parsed.lemma(noun) not in _PORTIONS:
            return None
        brought = self._parsed.syntax.brought(noun, "of")
        return self.around(brought[0]) if brought else None

    def accompanied(self, noun: int, phrase: Span) -> Span:
        """A counted noun with what marks it: ``patients with rare diseases``."""
        parsed, follows = self._parsed, noun + 1
        tokens = parsed.syntax.tokens
        if follows >= len(tokens) or parsed.lemma(follows) != "with":
            return phrase
        for mark in parsed.syntax.dependents(follows, "pobj"):
            inside = (*range(follows + 1, mark), *parsed.syntax.brought(mark, "of", "at"))
            plain = not any(parsed.is_numeric(each) for each in inside)
            if plain and mark not in parsed.names and parsed.form(follows + 1) != "DT":
                return Span(phrase.start, tokens[mark].span.end)
        return phrase
