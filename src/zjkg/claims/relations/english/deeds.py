"""Relations that English verbs and nouns state, read from the dependencies of their sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.english.clauses import (
    doers,
    form,
    has_words,
    is_verb,
    possessors,
    things,
    verb_above,
)
from zjkg.claims.frames.english.scene import NOBODY, Keys, Scene, Types
from zjkg.claims.frames.english.words import PROSPECTS
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.references import is_firm
from zjkg.claims.relations.english.nouns import NOUNS
from zjkg.claims.relations.english.senses import AGENT, EACH, Sense
from zjkg.claims.relations.english.sides import Sides
from zjkg.claims.relations.english.verbs import VERBS
from zjkg.claims.relations.matches import RelationMatch
from zjkg.claims.relations.signatures import SIGNATURES
from zjkg.model import EntityType, Predicate

_FIRMS: Final = frozenset({EntityType.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class DeedFinder:
    """Finds what the verbs and nouns of one sentence state."""

    scene: Scene

    def matches(self) -> Iterator[RelationMatch]:
        """Every verb and noun of the lexicon with names on both sides."""
        syntax = self.scene.syntax
        for word in range(len(syntax.tokens)):
            if self.scene.slot_at(word) is not None:
                continue
            if syntax.lemmas[word] == "together":
                yield from self._together(word)
            if is_verb(syntax, word):
                yield from self._verb(word)
            elif form(syntax, word).startswith(("NN", "RB")):
                yield from self._noun(word)

    def _verb(self, verb: int) -> Iterator[RelationMatch]:
        for sense in VERBS.get(self._lemma(verb), ()):
            if sense.with_words and not has_words(self.scene.syntax, verb, sense.with_words):
                continue
            if sense.around and sense.around.isdisjoint(self.scene.syntax.lemmas):
                continue
            yield from self._match(verb, sense, verb)

    def _lemma(self, verb: int) -> str:
        """The lemma with its particle (set-up), or with the noun that it forms a phrase with."""
        syntax = self.scene.syntax
        lemma = syntax.lemmas[verb]
        for particle in syntax.dependents(verb, "prt", "advmod"):
            if f"{lemma}-{syntax.lemmas[particle]}" in VERBS:
                return f"{lemma}-{syntax.lemmas[particle]}"
        for thing in syntax.dependents(verb, "dobj"):
            if f"{lemma}-{syntax.lemmas[thing]}" in VERBS:
                return f"{lemma}-{syntax.lemmas[thing]}"
        return lemma

    def _noun(self, noun: int) -> Iterator[RelationMatch]:
        syntax = self.scene.syntax
        for sense in NOUNS.get(syntax.lemmas[noun], ()):
            below = [each for child in syntax.children[noun] for each in syntax.children[child]]
            inner = {syntax.lemmas[each] for each in (*syntax.children[noun], *below)}
            if sense.with_words and sense.with_words.isdisjoint(inner):
                continue
            above = verb_above(syntax, noun)
            if sense.predicate is Predicate.SIGNS and syntax.relations[noun] == "compound":
                continue  # a contract research organisation signs nothing
            yield from self._match(noun, sense, above if self._is_done(noun, above) else None)

    def _is_done(self, noun: int, verb: int | None) -> bool:
        """Whether the noun says what the verb does (signed an agreement)."""
        relation = self.scene.syntax.relations[noun]
        return verb is not None and relation in {"dobj", "attr", "nsubjpass", "pobj"}

    def _match(self, word: int, sense: Sense, verb: int | None) -> Iterator[RelationMatch]:
        signature = SIGNATURES[sense.predicate]
        domain, codomain = sense.subjects or signature.domain, sense.objects or signature.range
        subjects, used = self._first(word, sense.subject, domain, "")
        if not subjects:
            return
        keys = frozenset(slot.key for slot in subjects)
        objects, _ = self._first(word, sense.object, codomain, used, keys)
        if not objects and EACH in sense.object:
            subjects, objects = subjects[:1], subjects[1:]
        makes = sense.predicate is Predicate.DEVELOPS and AGENT in sense.subject
        if makes and self._is_of_another(word, keys):
            return
        predicate = self._predicate(sense, subjects, objects)
        if objects and predicate is not None:
            mood = self._mood(verb) if verb is not None else ""
            yield RelationMatch(
                sense.id, predicate, self.scene.place(word), subjects, objects, mood
            )

    def _mood(self, verb: int) -> str:
        prospect = self.scene.syntax.lemmas[verb] in PROSPECTS
        return ("plans to " if prospect else "") + self.scene.mood(verb)

    def _together(self, word: int) -> Iterator[RelationMatch]:
        """A, together with B, does something: they are partners in it."""
        scene, syntax = self.scene, self.scene.syntax
        verb = verb_above(syntax, word)
        if verb is None or syntax.lemmas[word + 1 : word + 2] != ("with",):
            return
        others = [n for n in syntax.dependents(word + 1, "pobj") for n in syntax.coordinated(n)]
        objects = scene.names(others, _FIRMS)
        keys = frozenset(slot.key for slot in objects)
        acting = scene.names(doers(syntax, verb), _FIRMS, keys)
        subjects = tuple(slot for slot in acting if slot.key not in keys)
        if subjects and objects:
            yield RelationMatch(
                "relation-en-together-with",
                Predicate.PARTNERS_WITH,
                scene.place(word),
                subjects,
                objects,
                self._mood(verb),
            )

    def _is_of_another(self, word: int, keys: Keys) -> bool:
        """Whether the thing made or sold is called somebody else's (sells A's drug)."""
        syntax = self.scene.syntax
        made = things(syntax, word) if is_verb(syntax, word) else []
        owners = [owner for thing in made for owner in possessors(syntax, thing)]
        return any(slot.key not in keys for slot in self.scene.names(owners, _FIRMS))

    def _predicate(
        self, sense: Sense, subjects: tuple[Slot, ...], objects: tuple[Slot, ...]
    ) -> Predicate | None:
        """The predicate that the kinds of organizations leave.

        A firm that is part of another is its subsidiary; of an authority, its department. Who
        joins a firm is no member of it.
        """
        if sense.predicate is Predicate.PART_OF and self._are_firms((*subjects, *objects)):
            return Predicate.SUBSIDIARY_OF
        joins = sense.predicate is Predicate.MEMBER_OF and AGENT not in sense.subject
        return None if joins and self._are_firms(objects) else sense.predicate

    def _are_firms(self, names: tuple[Slot, ...]) -> bool:
        return all(
            slot.type in _FIRMS and is_firm(self.scene.labels.get(slot.key, "")) for slot in names
        )

    def _first(
        self,
        word: int,
        places: tuple[str, ...],
        types: Types,
        used: str,
        besides: Keys = NOBODY,
    ) -> tuple[tuple[Slot, ...], str]:
        """The names at the first place that has any, and the place."""
        for place in places:
            if place in {used, EACH}:
                continue
            named = Sides(self.scene, types, besides).at(word, place)
            found = tuple(slot for slot in named if slot.key not in besides)
            if found:
                return found, place
        return (), ""
