"""Whom the words of an English sentence stand for: names, pronouns, owners, sites."""

from __future__ import annotations

from zjkg.claims.observations.discourse import Discourse
from zjkg.claims.observations.positions import masked
from zjkg.claims.observations.references import Reference, Sort, references
from zjkg.claims.observations.sentences_english import Parsed
from zjkg.model import EntityType

_SITING = (
    "in",
    "at",
    "within",
    "across",
    "throughout",
    "on",
    "from",
    "through",
    "inside",
    "around",
)
_PRONOUNS = frozenset({Sort.TOPIC, Sort.SPEAKER})
_DEFINITE = frozenset({"the", "this", "that"})
_OF_KINDS = frozenset({"city", "park", "company", "group"})
"""Nouns that stand for more than what is called so."""
_DEPTH = 4


class Referents:
    """The entities behind the words of one sentence; words before ``begin`` are a dateline."""

    def __init__(self, parsed: Parsed, discourse: Discourse, begin: int) -> None:
        self._parsed = parsed
        self._syntax = parsed.syntax
        self._discourse = discourse
        self._begin = begin
        words = masked(parsed.text, parsed.span)
        found = references(words, parsed.span.start, english=True)
        self._references: dict[int, Reference] = {}
        for reference in found:
            word = self._syntax.word_at(reference.end - 1)
            if word is not None and word not in parsed.names:
                self._references[word] = reference

    def named(self, word: int) -> str | None:
        """The entity that a word is a name of; nobody's person, no dateline."""
        item = self._parsed.names.get(word)
        if item is None:
            surface = self._parsed.surface(word)
            return self._discourse.short_name(surface) if surface[0].isupper() else None
        if item.type is EntityType.PERSON or item.span.start < self._begin:
            return None
        if item.type is EntityType.PLACE and self._based(word) is not None:
            return None
        return item.entity

    def _based(self, word: int) -> int | None:
        """The generic noun behind a place: ``the Cambridge, Massachusetts-based startup``."""
        if not self._syntax.dependents(word, "det"):
            return None
        apposed = self._syntax.dependents(word, "appos")
        return next((each for each in apposed if each in self._references), None)

    def refers(self, word: int) -> bool:
        """Whether a word is a pronoun or generic."""
        return word in self._references

    def owner(self, word: int, depth: int = _DEPTH) -> str | None:
        """Whose a noun is: its name, what it refers to, its possessor, ``of X``, ``X firms``."""
        if depth == 0:
            return None
        named = self.named(word)
        if named is not None:
            return named
        called = self._called(word)
        if called is not None:
            return called
        reference = self._references.get(word)
        if reference is None or reference.sort not in _PRONOUNS:
            for each in self._near(word):
                found = self.owner(each, depth - 1)
                if found is not None:
                    return found
        return None if reference is None else self._antecedent(word, reference)

    def _called(self, word: int) -> str | None:
        """What ``the programme`` means: a thing whose name ends so."""
        parsed, syntax = self._parsed, self._syntax
        definite = any(parsed.lemma(each) in _DEFINITE for each in syntax.dependents(word, "det"))
        if not definite or parsed.form(word) != "NN" or syntax.dependents(word, "poss"):
            return None
        if parsed.lemma(word) in _OF_KINDS or syntax.brought(word, "of"):
            return None
        return self._discourse.called(parsed.lemma(word).replace("center", "centre"))

    def _near(self, word: int) -> list[int]:
        syntax, parsed = self._syntax, self._parsed
        if word in self._references:  # the Leeds company: where it is from
            return syntax.brought(word, "of")
        based = self._based(word)
        if based is not None:
            return [based]
        near = syntax.dependents(word, "poss")
        if parsed.relation(word) == "appos" and not parsed.is_numeric(parsed.head(word)):
            near.append(parsed.head(word))
        near.extend(each for each in syntax.dependents(word, "appos") if each in parsed.names)
        modifiers = syntax.dependents(word, "compound", "nmod", "amod")
        near.extend(each for each in modifiers if self._owns(each))
        near.extend(syntax.brought(word, "of"))
        return [each for each in near if each in parsed.names or not parsed.is_numeric(each)]

    def _owns(self, word: int) -> bool:
        """Whether a word in front of a noun is a name: ``Suzhou firms``, not ``Suzhou-based``."""
        item = self._parsed.names.get(word)
        if item is None:
            return self.named(word) is not None
        after = self._parsed.text.key[item.span.end : item.span.end + len("-area")]
        return after[:1] not in ("-", "–") or after.endswith("area")

    def site(self, word: int, depth: int = _DEPTH) -> str | None:
        """Where a noun or a verb has its place: ``companies in X``, ``firms based in X``."""
        if depth == 0:
            return None
        syntax = self._syntax
        for each in syntax.brought(word, *_SITING):
            found = self.owner(each) or self.site(each, depth - 1)
            if found is not None and self._discourse.type_of(found) is not EntityType.EVENT:
                return found
        for clause in syntax.dependents(word, "acl", "relcl"):
            found = self.site(clause, depth - 1)
            if found is not None:
                return found
        for each in syntax.brought(word, "of"):
            found = self.site(each, depth - 1)
            if found is not None:
                return found
        return None

    def _antecedent(self, word: int, reference: Reference) -> str | None:
        """Whom a generic word means; a pronoun means what its own sentence first speaks of."""
        if reference.sort is Sort.TOPIC:
            syntax = self._syntax
            for verb in syntax.path_up(word):
                if not self._parsed.is_verb(verb):
                    continue
                for subject in syntax.subjects(verb):
                    if subject < word and word not in syntax.subtree(subject):
                        found = self.owner(subject, 2) or self.site(subject, 2)
                        if found is not None:
                            return found
        return self._discourse.resolve(reference)
