"""Who does what in an English sentence, read from its dependencies.

The parser gives each word its governor. This module answers what claims ask: the words that
act in a verb, also where the subject stands with another verb (``X opened a plant and hired 50``;
``X plans to hire 50``; ``X, which hired 50``), what is acted on, and what a preposition brings.
Words are indexes into the tokens of the sentence.

The labels are those of spaCy's English models, after Choi and Palmer, "Guidelines for the CLEAR
Style Constituent to Dependency Conversion" (2012).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from zjkg.model import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
_SHARING = frozenset({"xcomp", "advcl", "conj", "pcomp"})
"""Clauses that have the subject of the clause above when they have none of their own."""
_ACTIVE = ("aux", "dobj", "nsubj")
"""What a participle has that is part of an active verb."""
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """The dependencies of one sentence; make it with ``Syntax.of``."""

    tokens: tuple[Token, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    lemmas: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, tokens: tuple[Token, ...]) -> Syntax | None:
        """The syntax of a sentence, or None where its words have none (Chinese)."""
        parsed = [token.syntax for token in tokens]
        if not parsed or any(each is None for each in parsed):
            return None
        known = [each for each in parsed if each is not None]
        children: list[list[int]] = [[] for _ in tokens]
        for index, each in enumerate(known):
            if each.head != index:
                children[each.head].append(index)
        return cls(
            tokens,
            tuple(each.head for each in known),
            tuple(each.relation for each in known),
            tuple(each.lemma for each in known),
            tuple(tuple(each) for each in children),
            tuple(token.span.start for token in tokens),
        )

    def word_at(self, offset: int) -> int | None:
        """The word that covers an offset of the article."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.tokens[index].span.end:
            return index
        return None

    def words_in(self, span: Span) -> range:
        """The words that begin inside a stretch."""
        first = bisect_right(self.starts, span.start - 1)
        return range(first, bisect_right(self.starts, span.end - 1))

    def head_of(self, span: Span) -> int | None:
        """The word of a stretch that governs the stretch's other words (the last such one)."""
        inside = self.words_in(span)
        members = frozenset(inside)
        tops = [i for i in inside if self.heads[i] not in members or self.heads[i] == i]
        return tops[-1] if tops else None

    def dependents(self, word: int, *relations: str) -> list[int]:
        """The words that hang on a word by one of the relations, in text order."""
        return [i for i in self.children[word] if self.relations[i] in relations]

    def path_up(self, word: int) -> Iterator[int]:
        """The governors of a word from the nearest to the root."""
        seen = {word}
        while self.heads[word] not in seen:
            word = self.heads[word]
            seen.add(word)
            yield word

    def coordinated(self, word: int) -> list[int]:
        """A word with those joined to it by ``and``, ``or`` or commas, in text order."""
        found, open_ = [word], [word]
        while open_:
            for each in self.dependents(open_.pop(), "conj"):
                if each not in found:
                    found.append(each)
                    open_.append(each)
        return sorted(found)

    def first_joined(self, word: int) -> int:
        """The word that a chain of joined words begins with."""
        for above in (word, *self.path_up(word)):
            if self.relations[above] != "conj":
                return above
        return word

    def subjects(self, verb: int) -> list[int]:
        """The words in subject position of a verb, its own or those it shares; relatives resolved.

        Of a passive verb they are what is acted on: see ``is_passive``.
        """
        for clause in (verb, *self.path_up(verb)):
            own = self.dependents(clause, *_SUBJECTS)
            if own:
                return [noun for each in own for noun in self._meant(each, clause)]
            relation = self.relations[clause]
            if relation in {"relcl", "acl"}:
                return [self.heads[clause]]
            if relation == "prep" or relation in _SHARING:
                continue
            return []
        return []

    def _meant(self, word: int, clause: int) -> list[int]:
        """A noun with those joined to it; for a relative pronoun the noun that it takes up."""
        if self.lemmas[word] in _RELATIVE and self.relations[clause] == "relcl":
            return [self.heads[clause]]
        return self.coordinated(word)

    def is_passive(self, verb: int) -> bool:
        """Whether what stands as subject is acted on (``was opened``, ``a plant opened by X``)."""
        if self.dependents(verb, "nsubjpass", "auxpass", "agent"):
            return True
        syntax = self.tokens[verb].syntax
        form = syntax.form if syntax is not None else ""
        opens = self.relations[verb] == "advcl" and not self.dependents(verb, *_ACTIVE)
        return form == "VBN" and (self.relations[verb] == "acl" or opens)  # Located in X, …

    def objects(self, verb: int) -> list[int]:
        """What a verb acts on or says its subject to be, with what is joined to it."""
        if self.is_passive(verb):
            return self.subjects(verb)
        own = [noun for each in self.dependents(verb, *_OBJECTS) for noun in self.coordinated(each)]
        if own or self.relations[verb] != "relcl":
            return own
        return [] if self.heads[verb] in self.subjects(verb) else [self.heads[verb]]

    def agents(self, verb: int) -> list[int]:
        """Who acts: the subjects, of a passive what ``by`` brings."""
        if self.is_passive(verb):
            return self.brought(verb, "by")
        return self.subjects(verb)

    def brought(self, word: int, *prepositions: str) -> list[int]:
        """What the prepositions bring to a word, with what is joined to it."""
        found = []
        for each in self.dependents(word, *_PREPOSITIONS):
            if self.lemmas[each] in prepositions:
                for noun in self.dependents(each, "pobj"):
                    found.extend(self.coordinated(noun))
        return found

    def subtree(self, word: int) -> list[int]:
        """A word and all that hangs on it, in text order."""
        found, open_ = [word], [word]
        while open_:
            inner = self.children[open_.pop()]
            found.extend(inner)
            open_.extend(inner)
        return sorted(found)
