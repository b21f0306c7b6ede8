"""Posts that the syntax of an English sentence gives to a person, and their organizations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.english.clauses import doers, form, is_verb, possessors, things
from zjkg.claims.frames.english.scene import Scene
from zjkg.claims.frames.english.words import FACILITIES, FIRMS
from zjkg.claims.frames.names import Slot
from zjkg.claims.roles.english.posts import EN_BASE, EN_MODIFIER
from zjkg.model import EntityType, Span

_BASE: Final = re.compile(rf"(?:{EN_BASE}|executive|specialist)", re.IGNORECASE)
_MODIFIER: Final = re.compile(rf"(?:{EN_MODIFIER})", re.IGNORECASE)
_TIME: Final = re.compile(
    "former|then|ex|current|new|long-?time|outgoing|incoming|inaugural|full-time|part-time"
    "|company|firm",
    re.IGNORECASE,
)
_PERSONS: Final = frozenset({EntityType.PERSON})
_EMPLOYERS: Final = frozenset({EntityType.ORGANIZATION, EntityType.PARK})
_AT: Final = ("of", "at", "for", "with", "in", "to")
_BEFORE: Final = frozenset({"compound", "nmod", "amod"})
_APPOINTS: Final = frozenset(
    {"appoint", "name", "hire", "promote", "elect", "recruit", "choose", "pick", "bring", "install"}
)
_PAST: Final = frozenset({"previously", "formerly", "once", "late"})
_JOINS: Final = frozenset({"join", "rejoin", "leave", "serve", "work", "sit"})


@dataclass(frozen=True, slots=True)
class Title:
    """A post, who holds it, and where, as far as the sentence says it."""

    post: Span
    person: Slot
    organization: Slot | None
    whose: str = ""
    """What the post is at, where that is a generic word: the plant, the firm."""


@dataclass(frozen=True, slots=True)
class TitleFinder:
    """Finds the posts of one sentence by their head nouns."""

    scene: Scene

    def titles(self) -> Iterator[Title]:
        """Every post of a person, in text order."""
        syntax = self.scene.syntax
        for noun in range(len(syntax.tokens)):
            if not form(syntax, noun).startswith("NN") or self.scene.slot_at(noun) is not None:
                continue
            if self._is_modifier(noun):
                continue
            first = self._first(noun)
            if not _BASE.fullmatch(self._text(first, noun)) and not _BASE.fullmatch(
                self._text(noun, noun)
            ):
                continue
            people = self._holders(noun)
            if len(people) == 1:
                person = people[0]
                employer = self._employer(noun, person)
                yield Title(self._post(first, noun), person, employer, self._whose(noun))

    def _is_modifier(self, noun: int) -> bool:
        """Whether a post's head follows: chief in *chief officer*."""
        syntax = self.scene.syntax
        behind = noun + 1
        if behind >= len(syntax.tokens) or self.scene.slot_at(behind) is not None:
            return False
        compound = form(syntax, behind).startswith("NN") and syntax.relations[noun] in _BEFORE
        return compound or syntax.lemmas[behind] == "-"

    def _text(self, first: int, last: int) -> str:
        frame, tokens = self.scene.item.frame, self.scene.syntax.tokens
        start, end = frame.find(tokens[first].span.start), frame.find(tokens[last].span.end)
        return frame.text[start:end]

    def _first(self, noun: int) -> int:
        """Where the words of a post begin: senior, vice, process in front of the noun."""
        syntax = self.scene.syntax
        first = noun
        while first > 0 and self.scene.slot_at(first - 1) is None:
            word = first - 1
            text = self._text(word, word)
            joined = text == "-" or syntax.lemmas[first] == "-"
            common = form(syntax, word) == "NN" and syntax.relations[word] in {"compound", "nmod"}
            if _TIME.fullmatch(text) or not (joined or common or _MODIFIER.fullmatch(text)):
                break
            first = word
        return first

    def _post(self, first: int, noun: int) -> Span:
        """The words of a post with what it is about (head of research)."""
        syntax = self.scene.syntax
        last = noun
        for mark in syntax.dependents(noun, "prep"):
            if syntax.lemmas[mark] not in {"of", "for"} or mark != noun + 1:
                continue
            field = self._field(mark)
            named = any(self.scene.slot_at(each) is not None for each in field)
            definite = any(syntax.relations[each] in {"det", "poss", "nummod"} for each in field)
            if field and (not (named or definite) or syntax.lemmas[field[-1]] == "board"):
                last = field[-1]
        return Span(syntax.tokens[first].span.start, syntax.tokens[last].span.end)

    def _field(self, mark: int) -> list[int]:
        """The words behind *of* up to the next preposition."""
        syntax = self.scene.syntax
        found: list[int] = []
        for each in syntax.subtree(mark):
            if each > mark and syntax.relations[each] in {"prep", "appos", "relcl", "acl"}:
                break
            if each > mark:
                found.append(each)
        while found and syntax.relations[found[-1]] in {"punct", "cc"}:
            found.pop()
        return found

    def _holders(self, noun: int) -> tuple[Slot, ...]:
        scene, syntax = self.scene, self.scene.syntax
        first = syntax.first_joined(noun)
        words = [*scene.same(noun), *(scene.same(first) if first != noun else [])]
        relation, above = syntax.relations[first], syntax.heads[first]
        if relation == "oprd":
            words.extend(things(syntax, above))
        verb = next((each for each in syntax.path_up(first) if is_verb(syntax, each)), None)
        if relation == "pobj" and syntax.lemmas[above] == "as" and verb is not None:
            appointed = syntax.lemmas[verb] in _APPOINTS
            words.extend(things(syntax, verb) if appointed else doers(syntax, verb))
        if relation == "attr" and is_verb(syntax, above):
            words.extend(syntax.subjects(above))
        return scene.names(words, _PERSONS)

    def _employer(self, noun: int, person: Slot) -> Slot | None:
        """The organization beside the post, else beside the posts joined to it."""
        syntax = self.scene.syntax
        joined = syntax.coordinated(syntax.first_joined(noun))
        for each in (noun, *(other for other in joined if other != noun)):
            found = self._beside(each)
            if found is not None:
                return found
        return self._of_verb(syntax.first_joined(noun), person)

    def _beside(self, noun: int) -> Slot | None:
        scene, syntax = self.scene, self.scene.syntax
        before = scene.names(possessors(syntax, noun), _EMPLOYERS)
        places = before or scene.names(syntax.dependents(noun, "compound", "nmod"), _EMPLOYERS)
        above = syntax.heads[noun] if syntax.relations[noun] in _BEFORE else noun
        behind = [*syntax.brought(noun, *_AT), *syntax.brought(above, *_AT)]
        behind.extend(inner for each in list(behind) for inner in syntax.brought(each, *_AT))
        behind.extend(scene.appositions(noun))
        behind = [each for each in behind if not self._is_past(each)]
        places = places or scene.names(behind, _EMPLOYERS)
        return places[0] if places else None

    def _is_past(self, noun: int) -> bool:
        """Whether a preposition brings where somebody was before: previously of X."""
        mark = self.scene.syntax.heads[noun]
        return mark > 0 and self.scene.syntax.lemmas[mark - 1] in _PAST

    def _whose(self, noun: int) -> str:
        """The word for a firm or for what a firm has, that a post is at."""
        syntax = self.scene.syntax
        for each in syntax.brought(noun, "at", "of", "for", "with"):
            definite = any(syntax.lemmas[det] == "the" for det in syntax.dependents(each, "det"))
            if definite and syntax.lemmas[each] in FIRMS | FACILITIES:
                return syntax.lemmas[each]
        return ""

    def _of_verb(self, noun: int, person: Slot) -> Slot | None:
        """The organization that the verb of a post names (joined X as head)."""
        scene, syntax = self.scene, self.scene.syntax
        verb = next((each for each in syntax.path_up(noun) if is_verb(syntax, each)), None)
        if verb is None or syntax.relations[noun] not in {"pobj", "oprd", "attr"}:
            return None
        where = [each for each in syntax.children[verb] if syntax.lemmas[each] == "where"]
        if where and syntax.relations[verb] == "relcl":
            found = scene.names([syntax.heads[verb]], _EMPLOYERS)
        elif syntax.lemmas[verb] in _JOINS:
            found = scene.names([*things(syntax, verb), *syntax.brought(verb, "at")], _EMPLOYERS)
        elif syntax.lemmas[verb] in _APPOINTS:
            found = scene.names(doers(syntax, verb), _EMPLOYERS)
        else:
            found = scene.names(things(syntax, syntax.first_joined(verb)), _EMPLOYERS)
        return next((slot for slot in found if slot.key != person.key), None)
