"""An English sentence as the rules for values see it: its syntax, its names, its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.frames.english.syntax import Syntax
from zjkg.claims.observations.english.kinds import REPORTING
from zjkg.claims.observations.text import Named, Text
from zjkg.model import Quantity, Sentence, Span

_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
_UNITS = frozenset(
    "percent cent % percentage yuan dollar euro pound yen franc won rupee million billion trillion"
    " crore lakh m bn mn tn square meter metre foot kilometer kilometre hectare acre mu ping"
    " sq ft sqm km".split()
)
_SUBJECTS = ("nsubj", "nsubjpass")
_CAUSING = frozenset(
    {"make", "let", "have", "help", "keep", "get", "leave", "mean", "ensure", "be"}
)
"""Verbs with a clause of their own that says what comes about."""
_SITES = frozenset({"base", "site", "complex", "center", "centre", "hub", "campus"})
_WORKING = frozenset("production manufacturing produce plasma logistics pilot commercial".split())
_BASED = re.compile(r"[-–‑](?:based|headquartered|listed|born)\b")
_TICKER = re.compile(r"\([A-Za-z .-]{2,30}: ?[A-Z0-9.]{1,6}\)")  # (HKEX: 2697)
_PREPOSITIONAL = frozenset({"prep", "agent"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """The words of a sentence by index, with the names that they are part of."""

    text: Text
    span: Span
    syntax: Syntax
    names: dict[int, Named]

    @classmethod
    def of(cls, text: Text, index: int, sentence: Sentence) -> Parsed | None:
        """The parsed sentence, or None where its words have no syntax."""
        syntax = Syntax.of(text.tokens[index]) if index < len(text.tokens) else None
        if syntax is None:
            return None
        names: dict[int, Named] = {}
        for item in text.names_in(sentence.span):
            if _TICKER.match(text.key, max(0, item.span.start - 1)):
                continue
            for word in syntax.words_in(item.span):
                names[word] = item
        return cls(text, sentence.span, syntax, names)

    def lemma(self, word: int) -> str:
        """The dictionary form of a word, in lower case."""
        return self.syntax.lemmas[word]

    def relation(self, word: int) -> str:
        """How a word hangs on its governor."""
        return self.syntax.relations[word]

    def head(self, word: int) -> int:
        """The governor of a word; a root's is itself."""
        return self.syntax.heads[word]

    def surface(self, word: int) -> str:
        """A word as written."""
        return self.syntax.tokens[word].span.of(self.text.key)

    def start(self, word: int) -> int:
        """Where a word begins in the article."""
        return self.syntax.tokens[word].span.start

    def form(self, word: int) -> str:
        """The Penn Treebank tag of a word."""
        token = self.syntax.tokens[word].syntax
        return "" if token is None else token.form

    def is_verb(self, word: int) -> bool:
        """Whether a word is a form of a verb, or has a subject as one."""
        return self.form(word) in _VERBAL or bool(self.syntax.dependents(word, *_SUBJECTS))

    def tells(self, verb: int) -> bool:
        """Whether a verb only tells what others do: ``said``, ``complains that rents rose``."""
        lemma = self.lemma(verb)
        return lemma in REPORTING or (lemma not in _CAUSING and self._has_told_clause(verb))

    def _has_told_clause(self, verb: int) -> bool:
        clauses = self.syntax.dependents(verb, "ccomp")
        return any(self.syntax.dependents(each, *_SUBJECTS) for each in clauses)

    def begins_clause(self, verb: int) -> bool:
        """Whether a verb that is joined to another has a subject of its own."""
        joined = self.relation(verb) in ("conj", "parataxis")
        return joined and bool(self.syntax.dependents(verb, *_SUBJECTS, "expl"))

    def is_noun(self, word: int) -> bool:
        """Whether a word is a noun or part of a name."""
        return self.form(word) in _NOMINAL

    def is_preposition(self, word: int) -> bool:
        """Whether a word brings a noun to what it hangs on."""
        return self.relation(word) in _PREPOSITIONAL

    def is_base(self, word: int) -> bool:
        """Whether a name only says where another is from: ``Suzhou-based X``."""
        item = self.names.get(word)
        return item is not None and _BASED.match(self.text.key, item.span.end) is not None

    def is_brought(self, span: Span) -> bool:
        """Whether a preposition brings a name, so that it stands beside what is spoken of."""
        word = self.syntax.head_of(span)
        while word is not None and self.relation(word) in ("conj", "appos"):
            word = self.head(word)
        return word is not None and self.relation(word) == "pobj"

    def role(self, word: int) -> str:
        """What a name does in its clause; the same for those that are joined to it."""
        while self.relation(word) in ("conj", "appos") and self.head(word) != word:
            word = self.head(word)
        relation = self.relation(word)
        if relation == "pobj":
            lemma = self.lemma(self.head(word))
            return lemma if lemma in ("at", "in", "of", "by", "with", "to", "from") else "pobj"
        if relation in _SUBJECTS:
            return "told" if self.tells(self.head(word)) else "subject"
        return relation if relation in ("dobj", "poss", "compound") else "other"

    def is_numeric(self, word: int) -> bool:
        """Whether a word is a number or a unit: ``20``, ``million``, ``percent``, ``foot``."""
        if self.form(word) in ("CD", "$") or self.lemma(word) in _UNITS or "$" in self.lemma(word):
            return True
        return any(self.form(each) == "$" for each in self.syntax.children[word])

    def number(self, quantity: Quantity) -> int | None:
        """The word that stands for a value: the top of its number and unit, hedges aside."""
        word = self.syntax.word_at(quantity.number.end - 1)
        if word is None:
            return None
        within = frozenset(self.syntax.words_in(quantity.span))
        for above in self.syntax.path_up(word):
            if above not in within or self.is_verb(above) or self.is_preposition(above):
                break
            word = above
        return word


def is_works(parsed: Parsed, word: int) -> bool:
    """Whether a word that may mean a park means a plant: ``the production base``."""
    if parsed.lemma(word) not in _SITES:
        return False
    beside = parsed.syntax.dependents(word, "compound", "amod", "nmod")
    return any(parsed.lemma(each) in _WORKING for each in beside)
