"""What English noun phrases state: whose product it is, and where somebody has a plant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.english.clauses import doers, form, is_verb, possessors, verb_above
from zjkg.claims.frames.english.scene import Scene
from zjkg.claims.frames.english.words import FACILITIES, FIRMS, LEAVE, PARKS, REGIONS
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.patterns import en
from zjkg.claims.relations.matches import RelationMatch
from zjkg.model import EntityType, Predicate

_ORG: Final = frozenset({EntityType.ORGANIZATION})
_SITES: Final = frozenset({EntityType.PARK, EntityType.PLACE})
_PARK: Final = frozenset({EntityType.PARK})
_FROM: Final = ("from", "by")
_BELOW: Final = frozenset({"appos", "compound", "nmod", "amod", "nummod"})
_IN: Final = ("in", "at", "inside", "within", "on")
_HOLDERS: Final = _ORG | {EntityType.PARK}
_PROPERTY: Final = {
    EntityType.EVENT: Predicate.HOSTS,
    EntityType.PROJECT: Predicate.LAUNCHES,
    EntityType.POLICY: Predicate.LAUNCHES,
}
"""What it means to own a thing of these types."""
_OF: Final = frozenset({"from", "at", "of"})
_PLACE_BEHIND: Final = en(" in (?:the )?@PLACE")
_NEAR: Final = 24
"""How many characters may stand between a noun and its place."""
_MARKED: Final = {
    "base": (Predicate.LOCATED_IN, _SITES),
    "headquarter": (Predicate.LOCATED_IN, _SITES),
    "list": (Predicate.LISTED_ON, _ORG),
    "back": (Predicate.INVESTS, _ORG),
}
"""Participles that a name stands before with a hyphen: Leeds-based, Marlow-backed."""


@dataclass(frozen=True, slots=True)
class BelongingFinder:
    """Finds what the noun phrases of one sentence state."""

    scene: Scene

    def matches(self) -> Iterator[RelationMatch]:
        """Products and their owners, firms and their sites."""
        for slot, head in zip(self.scene.slots, self.scene.heads, strict=True):
            if slot.type is EntityType.PRODUCT:
                yield from self._product(slot, head)
            else:
                yield from self._inside(slot, head)
                yield from self._coded(slot, head)
            if slot.type in _PROPERTY:
                yield from self._property(slot, head)
        for word, lemma in enumerate(self.scene.syntax.lemmas):
            if self.scene.slot_at(word) is None:
                yield from self._noun(word, lemma)

    def _noun(self, word: int, lemma: str) -> Iterator[RelationMatch]:
        """What a common noun or a participle says about the names beside it."""
        if lemma in FACILITIES and form(self.scene.syntax, word).startswith("NN"):
            yield from self._facility(word)
        if lemma in FIRMS:
            yield from self._native(word)
        if lemma in PARKS:
            for slot in self.scene.names([word], _PARK):
                yield from self._inside(slot, word)
        if lemma in _MARKED:
            yield from self._marked(word, lemma)

    def _inside(self, slot: Slot, head: int) -> Iterator[RelationMatch]:
        """A thing with a place behind it: the park in Leeds; X, a campus within the park."""
        scene, syntax = self.scene, self.scene.syntax
        nouns = [each for n in scene.appositions(head) for each in syntax.coordinated(n)]
        nouns.extend(part for noun in nouns for part in syntax.brought(noun, "of"))
        if syntax.relations[head] not in {"dobj", "dative"}:
            nouns.append(head)
        if syntax.relations[head] == "pobj" and syntax.lemmas[syntax.heads[head]] in _OF:
            yield from self._behind(slot, head)
        for noun in nouns:
            if noun != head and (scene.slot_at(noun) is not None or possessors(syntax, noun)):
                continue
            if not form(syntax, noun).startswith("NN"):
                continue
            marks = (*_IN, "of") if syntax.lemmas[noun] in REGIONS else _IN
            sites = scene.names(syntax.brought(noun, *marks), _SITES, frozenset({slot.key}))
            if sites and self._is_near(noun, sites[0]):
                yield RelationMatch(
                    "relation-en-inside",
                    Predicate.LOCATED_IN,
                    scene.place(noun),
                    (slot,),
                    sites[:1],
                    "",
                )
                return

    def _coded(self, slot: Slot, head: int) -> Iterator[RelationMatch]:
        """The market beside a firm's code: Marlow (NASDAQ: MRLW)."""
        scene, lemmas = self.scene, self.scene.syntax.lemmas
        bracketed = head > 1 and lemmas[head - 1] == "(" and lemmas[head + 1 : head + 2] == (":",)
        firm = scene.slot_at(head - 2) if bracketed else None
        if firm is not None:
            yield RelationMatch(
                "relation-en-coded", Predicate.LISTED_ON, scene.place(head), (firm,), (slot,), ""
            )

    def _native(self, word: int) -> Iterator[RelationMatch]:
        """The Leeds biotech company, which takes a firm up that was named before."""
        scene, syntax = self.scene, self.scene.syntax
        frame = scene.item.frame
        for each in syntax.dependents(word, "compound", "nmod", "amod"):
            slot = scene.slot_at(each)
            marked = slot is None or frame.text[frame.find(slot.span.start) + 1] in "-\u2013'"
            if slot is None or marked or slot.type is not EntityType.PLACE:
                continue
            if scene.beside(word, _ORG):
                return
            yield RelationMatch(
                "relation-en-native-firm",
                Predicate.LOCATED_IN,
                scene.place(word),
                scene.taken_up(word, _ORG),
                (slot,),
                "",
            )

    def _behind(self, slot: Slot, head: int) -> Iterator[RelationMatch]:
        """The place right behind an organization (from the institute in Leeds), however parsed."""
        frame = self.scene.item.frame
        at = frame.find(slot.span.start)
        found = _PLACE_BEHIND.match(frame.text, at + 1)
        place = frame.slots[found.end() - 1] if found else None
        if slot.type in _ORG and place is not None:
            yield RelationMatch(
                "relation-en-inside",
                Predicate.LOCATED_IN,
                self.scene.place(head),
                (slot,),
                (place,),
                "",
            )

    def _property(self, slot: Slot, head: int) -> Iterator[RelationMatch]:
        """The park's Science Day, the agency's Growth Programme."""
        owners = self.scene.names(possessors(self.scene.syntax, head), _HOLDERS)
        if owners:
            yield RelationMatch(
                "relation-en-property",
                _PROPERTY[slot.type],
                self.scene.place(head),
                owners,
                (slot,),
                "",
            )

    def _is_near(self, noun: int, site: Slot) -> bool:
        """Whether the site follows the noun at once, where the sentence names it."""
        here = self.scene.syntax.tokens[noun].span.end
        return site.span.start < here or site.span.start - here <= _NEAR

    def _product(self, slot: Slot, head: int) -> Iterator[RelationMatch]:
        for noun in self._phrase(slot, head):
            owners = self._owners(noun, head)
            if owners:
                yield RelationMatch(
                    "relation-en-own",
                    Predicate.DEVELOPS,
                    self.scene.place(noun),
                    owners,
                    (slot,),
                    "",
                )
                return

    def _phrase(self, slot: Slot, head: int) -> list[int]:
        """The nouns that name the same thing as a product: those above it and its appositions."""
        syntax = self.scene.syntax
        start = syntax.word_at(slot.span.start)
        before = start - 1 if start else None
        found = [head]
        for above in syntax.path_up(head):
            relation = syntax.relations[found[-1]]
            if relation not in _BELOW and relation != "conj":
                break
            if not form(syntax, above).startswith("NN"):
                break
            found.append(above)
        found.extend(self.scene.appositions(head))
        if syntax.relations[head] == "attr" and syntax.lemmas[syntax.heads[head]] == "be":
            found.extend(syntax.subjects(syntax.heads[head]))  # whose lead product is P
        if before is not None and form(syntax, before).startswith("NN"):
            found.append(before)  # its antibody P, however it was parsed
        return found

    def _owners(self, noun: int, head: int) -> tuple[Slot, ...]:
        scene, syntax = self.scene, self.scene.syntax
        owners = possessors(syntax, noun)
        if owners:
            return scene.names(owners, _ORG)
        before = [each for each in syntax.dependents(noun, "compound", "nmod") if each < head]
        named = scene.names(before, _ORG)
        if named:
            return named
        return scene.names(syntax.brought(noun, *_FROM), _ORG)

    def _facility(self, noun: int) -> Iterator[RelationMatch]:
        scene, syntax = self.scene, self.scene.syntax
        verb = verb_above(syntax, noun)
        joined = syntax.first_joined(noun)
        owners = scene.names(possessors(syntax, noun), _ORG)
        if not owners:
            owners = scene.names(syntax.dependents(noun, "compound", "nmod"), _ORG)
        placed = scene.names(syntax.dependents(noun, "compound", "nmod"), _SITES)
        if not owners and placed:  # the Kendall Square office of X
            owners = scene.names(syntax.brought(noun, "of"), _ORG)
        is_object = verb is not None and syntax.relations[joined] in {"dobj", "attr"}
        if not owners and is_object and verb is not None:
            owners = scene.names(doers(syntax, verb), _ORG)
        if not owners or (verb is not None and syntax.lemmas[verb] in LEAVE):
            return
        nouns = syntax.brought(noun, *_IN)
        sites = scene.names(nouns, _SITES) or scene.names(
            syntax.dependents(noun, "compound", "nmod"), _SITES
        )
        if not sites and verb is not None and (is_object or self._lies(noun, verb)):
            sites = scene.brought(verb, _IN, _SITES)
        if sites:
            mood = scene.mood(verb) if is_object and verb is not None else ""
            yield RelationMatch(
                "relation-en-site", Predicate.LOCATED_IN, scene.place(noun), owners, sites, mood
            )

    def _lies(self, noun: int, verb: int) -> bool:
        syntax = self.scene.syntax
        return syntax.relations[noun] in {"nsubj", "nsubjpass"} and syntax.lemmas[verb] in {
            "be",
            "lie",
            "stand",
            "sit",
            "locate",
            "open",
        }

    def _marked(self, word: int, lemma: str) -> Iterator[RelationMatch]:
        """Leeds-based Marlow; the Nasdaq-listed chipmaker."""
        scene, syntax = self.scene, self.scene.syntax
        predicate, types = _MARKED[lemma]
        text = scene.item.frame.text
        start, end = scene.place(word)
        if text[start - 1 : start] != "-" or start == 1:
            return
        place = scene.item.frame.slots[start - 2]
        outer = scene.item.frame.slots[start - 5] if text[start - 4 : start - 2] == ", " else None
        if outer is not None and outer.type in types:
            place = outer  # Boston, Massachusetts-based
        if place is None or place.type not in types:
            return
        head = syntax.heads[word]
        beside = scene.item.frame.slots[end + 1] if end + 1 < len(text) else None
        adjacent = () if beside is None or beside.type not in _ORG else (beside,)
        holders = adjacent or scene.names([head], _ORG) or self._called(head)
        if not holders:
            following = next((s for s in scene.item.frame.slots[end : end + 40] if s), None)
            named = following is not None and following.type in _ORG
            holders = (following,) if named and following is not None else ()
        if holders:
            backed = predicate is Predicate.INVESTS
            yield RelationMatch(
                f"relation-en-{lemma}-before",
                predicate,
                (start, end),
                (place,) if backed else holders,
                holders if backed else (place,),
                "",
            )

    def _called(self, noun: int) -> tuple[Slot, ...]:
        """The organization that an apposition describes (Marlow, a Leeds-based firm)."""
        syntax = self.scene.syntax
        first = syntax.first_joined(noun)
        if syntax.relations[first] in {"appos", "compound"}:
            return self.scene.names([syntax.heads[first]], _ORG)
        above = syntax.heads[first]
        if syntax.relations[first] == "attr" and is_verb(syntax, above):
            return self.scene.names(syntax.subjects(above), _ORG)
        return ()
