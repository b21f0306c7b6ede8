"""Where a side of a relation stands in an English sentence, by the places of the lexicon."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.english.clauses import (
    antecedents,
    brought_words,
    doers,
    has_words,
    is_verb,
    possessors,
    things,
    verb_above,
)
from zjkg.claims.frames.english.scene import NOBODY, Keys, Scene, Types
from zjkg.claims.frames.english.words import GET, GIVE, ROUNDS, SHARES
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.english.senses import (
    AGENT,
    COMPOUND,
    DOER,
    GETTER,
    GIVER,
    HOLDER,
    OBJECT,
    OWNER,
    PEOPLE,
    ROUND,
    TOPIC,
)
from zjkg.model import EntityType

_SAME: Final = frozenset({"be", "become", "remain", "include", "comprise"})
_COUNT: Final = frozenset({"count", "list", "have", "include", "name"})
_FIRMS: Final = frozenset({EntityType.ORGANIZATION})
_FOR_MONEY: Final = _FIRMS | {EntityType.PROJECT}
_RAISE: Final = frozenset({"raise", "close", "complete", "secure", "announce", "receive", "win"})
_MONEY: Final = ROUNDS | {"million", "billion", "m", "mn", "bn", "$", "£", "€", "¥", "us$", "hk$"}
"""What is raised where somebody raises money."""
_FEW: Final = 16
"""How many words a list of names may have."""
_ACTORS: Final = frozenset({AGENT, DOER, GIVER, GETTER})


@dataclass(frozen=True, slots=True)
class Sides:
    """Finds the names of some types at a place; none of those ``besides``."""

    scene: Scene
    types: Types
    besides: Keys = NOBODY

    def at(self, word: int, place: str) -> tuple[Slot, ...]:
        """The names at a place of the lexicon, seen from a verb or a noun."""
        syntax = self.scene.syntax
        verb = word if is_verb(syntax, word) else verb_above(syntax, word)
        if place in _ACTORS:
            return self._actor(verb, place) if verb is not None else ()
        if place == ROUND:
            return self._raiser(word)
        if place == TOPIC:
            firm = "firm" if self.types == _FIRMS else ""
            return self.scene.spoken_of(word, self.types, self.besides, firm)
        if place in {OBJECT, HOLDER, PEOPLE, OWNER, COMPOUND}:
            return self._names(self._words(word, verb, place))
        return self._brought(word, verb, place.split())

    def _names(self, words: list[int]) -> tuple[Slot, ...]:
        return self.scene.names(words, self.types, self.besides)

    def _words(self, word: int, verb: int | None, place: str) -> list[int]:
        """The words at a place that a single dependency gives."""
        syntax = self.scene.syntax
        if place == OBJECT:
            found = things(syntax, verb) if verb is not None else []
            listed = verb is not None and syntax.is_passive(verb)
            return [*found, *self._sellers(found)] if listed else found
        if place == OWNER:
            return self._owners(word)
        if place == COMPOUND:
            return syntax.dependents(word, "compound", "nmod", "amod")
        holders = self._holders(word)
        if place == PEOPLE:
            return [each for holder in holders for each in syntax.subtree(holder)]
        return holders

    def _actor(self, verb: int, place: str) -> tuple[Slot, ...]:
        """Who acts, where the verb is of the right kind; whose shares act for them."""
        syntax = self.scene.syntax
        wanted = {GIVER: GIVE, GETTER: GET}.get(place)
        if wanted is not None and syntax.lemmas[verb] not in wanted:
            return ()
        if place == DOER and syntax.is_passive(verb):
            return ()
        acting = doers(syntax, verb)
        found = self._names(acting) or self._names(self._sellers(acting))
        return found or self._names(antecedents(syntax, verb)[:1])

    def _sellers(self, nouns: list[int]) -> list[int]:
        """Whose shares the nouns are."""
        syntax = self.scene.syntax
        shares = [each for each in nouns if syntax.lemmas[each] in SHARES]
        owners = [owner for share in shares for owner in self._owners(share)]
        return owners + [each for share in shares for each in syntax.brought(share, "of", "in")]

    def _owners(self, noun: int) -> list[int]:
        syntax = self.scene.syntax
        owners = possessors(syntax, noun)
        if not owners and syntax.relations[noun] == "compound":
            owners = possessors(syntax, syntax.heads[noun])  # in A's subsidiary B it hangs on B
        return owners

    def _brought(self, word: int, verb: int | None, prepositions: list[str]) -> tuple[Slot, ...]:
        """What prepositions bring to a word, or, behind it, to its verb."""
        syntax = self.scene.syntax
        if word == verb:
            nouns = brought_words(syntax, word, prepositions)
        else:
            nouns = syntax.brought(word, *prepositions)
        found = self._names(nouns) or self._names(self._sellers(nouns))
        rest = [each for each in prepositions if each != "of"]
        if found or verb is None or word == verb or not rest:
            return found
        return self._names(brought_words(syntax, verb, rest))

    def _holders(self, noun: int) -> list[int]:
        """The words for what the noun names."""
        scene, syntax = self.scene, self.scene.syntax
        found = scene.same(noun)
        first = syntax.first_joined(noun)
        relation, above = syntax.relations[first], syntax.heads[first]
        if relation == "pobj":
            verb = syntax.heads[above]
            if syntax.lemmas[above] == "as" and is_verb(syntax, verb):
                found.extend(things(syntax, verb) or doers(syntax, verb))
            elif syntax.lemmas[above] == "among" and syntax.lemmas[verb] in _COUNT:
                found.extend(syntax.objects(verb))
            elif syntax.lemmas[above] == "among" and (named := self._beside_among(above)):
                found.extend(named)
            elif syntax.lemmas[above] == "among" or syntax.lemmas[noun] == "stage":
                found.extend(syntax.subjects(verb) + syntax.objects(verb))
        elif relation in {"nsubj", "attr"} and syntax.lemmas[above] in _SAME:
            found.extend(syntax.subjects(above) + syntax.objects(above))
            found.extend(_after_semicolons(scene, above))
        return [each for each in found if each != noun]

    def _beside_among(self, preposition: int) -> list[int]:
        """Who stands right before ``among``: with A and B among its tenants."""
        syntax = self.scene.syntax
        for word in range(preposition - 1, max(0, preposition - _FEW), -1):
            if syntax.lemmas[word] == "with" and syntax.relations[word] == "prep":
                return [
                    n for each in syntax.dependents(word, "pobj") for n in syntax.coordinated(each)
                ]
        return []

    def _raiser(self, word: int) -> tuple[Slot, ...]:
        """Who raises the money: the owner of the round, who raises it, else who did before."""
        scene, syntax = self.scene, self.scene.syntax
        sides = Sides(scene, self.types & _FOR_MONEY, self.besides)
        for each in (word, *syntax.path_up(word)):
            found = sides._of_round(each)
            if found:
                return found
        earlier = (scene.raiser, *scene.topics)
        return tuple(
            slot
            for slot in earlier
            if slot is not None and slot.type in sides.types and slot.key not in self.besides
        )[:1]

    def _of_round(self, word: int) -> tuple[Slot, ...]:
        """Who raises money in a verb, or whose round a noun is."""
        syntax = self.scene.syntax
        found: tuple[Slot, ...] = ()
        if is_verb(syntax, word) and syntax.lemmas[word] in _RAISE:
            found = self._names(doers(syntax, word))
        nouns = things(syntax, word) if is_verb(syntax, word) else [word]
        for noun in nouns:
            if not found and syntax.lemmas[noun] in ROUNDS:
                found = (
                    self._names(self._owners(noun))
                    or self._names(syntax.dependents(noun, "compound", "nmod"))
                    or self._names(syntax.brought(noun, "of", "for", "in", "by"))
                )
        return tuple(slot for slot in found if slot.key not in self.besides)


def raiser_in(scene: Scene) -> Slot | None:
    """Who raises money in the sentence."""
    syntax = scene.syntax
    for word, lemma in enumerate(syntax.lemmas):
        money = _MONEY if lemma == "raise" else ROUNDS
        if lemma in _RAISE and is_verb(syntax, word) and has_words(syntax, word, money):
            for slot in scene.names(doers(syntax, word), _FOR_MONEY):
                return slot
    return None


def _after_semicolons(scene: Scene, verb: int) -> list[int]:
    """The heads of the names that stand first behind the semicolons of a list."""
    marks = [i for i, lemma in enumerate(scene.syntax.lemmas) if lemma == ";" and i > verb]
    found: list[int] = []
    for mark in marks:
        behind = bisect_right(scene.starts, scene.syntax.starts[mark])
        found.extend(scene.heads[behind : behind + 1])
    return found
