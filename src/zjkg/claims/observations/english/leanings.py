"""The subjects of English values whose clause names nobody: what the text was about, by kind."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.kinds import (
    DEMONYMS,
    FACILITIES,
    OF_BOTH,
    OF_FIRMS,
    OF_SITES,
    SURVEYS,
)
from zjkg.claims.observations.english.referents import Given, Referents
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.model import EntityType, Quantity

_SITES = frozenset({EntityType.PLACE, EntityType.PARK})
_BESIDE = frozenset({"pobj", "conj", "appos", "dobj"})


@dataclass(frozen=True, slots=True)
class Stance:
    """How a value is told: by a verb of saying, by an authority, beside who only took part."""

    reported: bool
    official: bool
    attending: bool


class Leanings:
    """Finds whose a value is of which the governors say nothing; ``begin`` ends a dateline."""

    def __init__(
        self, parsed: Parsed, discourse: Discourse, referents: Referents, begin: int
    ) -> None:
        self._parsed = parsed
        self._syntax = parsed.syntax
        self._discourse = discourse
        self._referents = referents
        self._begin = begin

    def subject(self, path: list[int], quantity: Quantity, stance: Stance) -> Given:
        """The subject that a clause without one leans on: a name, a site, what was spoken of."""
        actor = None if stance.reported or stance.attending else self._actor(path, quantity)
        if actor is not None:
            return actor, "subject:clause"
        whole = self._referents.of_whole(path, quantity) or self._surveyed()
        if whole is not None:
            return whole
        site = self._site(path, quantity)
        if site is None and self._is_of_a_nation(path):
            return None, "subject:none"
        return self._leaning(self._measured(path, quantity), site, stance)

    def _leaning(self, lemma: str, site: str | None, stance: Stance) -> Given:
        """Who has what is measured, of those that the text was about and where they are."""
        discourse = self._discourse
        topic, speaker = discourse.topic, discourse.speakers.now
        kind = None if topic is None else discourse.type_of(topic)
        official = stance.official or (speaker is not None and not discourse.is_firm(speaker))
        if lemma in OF_FIRMS | OF_BOTH and not official:
            both = lemma in OF_BOTH and kind in _SITES
            firm = discourse.recent_firm() if both else discourse.last_firm()
            firm = topic if kind is EntityType.ORGANIZATION else firm
            return speaker or firm or topic, "subject:topic"
        if site is None and lemma and (official or lemma in OF_SITES):
            site = topic if kind in _SITES else discourse.last_site()
        if site is not None:
            return site, "subject:site"
        if stance.reported and speaker is not None and not discourse.is_authority(speaker):
            return speaker, "subject:speaker"
        return topic or discourse.last_site(), "subject:topic"

    def _measured(self, path: list[int], quantity: Quantity) -> str:
        """The noun that tells what sort of thing has a value: what it counts, or belongs to."""
        parsed, syntax = self._parsed, self._syntax
        nouns = [] if quantity.counted is None else [syntax.head_of(quantity.counted)]
        nouns.extend(syntax.brought(path[0], "of") if path else ())
        for word in path[1:]:
            if parsed.is_verb(word):
                nouns.extend(syntax.subjects(word))
                nouns.extend(syntax.dependents(word, "dobj"))
                break
            nouns.append(word)
        lemmas = [parsed.lemma(each) for each in nouns if each is not None]
        return next((each for each in lemmas if each in OF_FIRMS | OF_SITES | OF_BOTH), "")

    def _acts(self, name: int, path: list[int]) -> bool:
        """Whether a name stands in a clause that a value hangs on, not in one beside it."""
        for above in self._syntax.path_up(name):
            if above in path:
                return True
            if self._parsed.is_verb(above):
                return self._parsed.relation(above) != "advcl"
        return True

    def _actor(self, path: list[int], quantity: Quantity) -> str | None:
        """The first name of a sentence that no preposition brings."""
        for word in self._parsed.names:
            item = self._parsed.names[word]
            if item.span.start >= quantity.span.start:
                return None
            heads = self._syntax.head_of(item.span) == word and self._acts(word, path)
            heads = heads and not self._parsed.is_base(word)
            found = self._referents.named(word) if heads else None
            if found is not None and self._parsed.relation(word) not in _BESIDE:
                return None if self._discourse.is_authority(found) else found
        return None

    def _site(self, path: list[int], quantity: Quantity) -> str | None:
        """The park or place of the words that a value hangs on, else one named before it."""
        if self._is_of_facility(path):
            return None
        for word in path:
            found = self._referents.site(word)
            if found is not None and self._discourse.type_of(found) in _SITES:
                return found
        for word, item in self._parsed.names.items():
            inside = self._begin <= item.span.start < quantity.span.start
            if inside and item.type in _SITES and self._parsed.relation(word) == "pobj":
                return item.entity
        return None

    def _is_of_facility(self, path: list[int]) -> bool:
        """Whether a clause tells of a plant, which is not the place's in which it stands."""
        verb = next((word for word in path if self._parsed.is_verb(word)), None)
        about = [] if verb is None else self._syntax.subjects(verb)
        return any(
            self._parsed.lemma(each) in FACILITIES and each not in self._parsed.names
            for each in about
        )

    def _surveyed(self) -> Given | None:
        """Whose a survey is or whom it asked; else nobody in the text."""
        for word, lemma in enumerate(self._syntax.lemmas):
            if lemma in SURVEYS and self._parsed.is_noun(word):
                asked = self._syntax.brought(word, "by", "of", "among")
                found = (self._referents.owner(each) for each in asked)
                return next((each for each in found if each is not None), None), "subject:survey"
        return None

    def _is_of_a_nation(self, path: list[int]) -> bool:
        """Whether who acts is only of a nationality: ``Chinese companies signed``."""
        verbs = (word for word in path if self._parsed.is_verb(word))
        nouns = (noun for verb in verbs for noun in self._syntax.subjects(verb))
        modifiers = (each for noun in nouns for each in self._syntax.dependents(noun, "amod"))
        return any(self._parsed.lemma(each) in DEMONYMS for each in modifiers)
