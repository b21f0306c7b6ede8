"""A Chinese sentence, clause by clause, with the functions of its names and of generic words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zjkg.claims.observations.chinese.antecedents import Antecedents
from zjkg.claims.observations.chinese.functions import HEADS, Function, Standing, functions
from zjkg.claims.observations.chinese.kinds import Kind
from zjkg.claims.observations.chinese.positions import Actor, body_start, has_post
from zjkg.claims.observations.chinese.salience import Salience
from zjkg.claims.observations.references import Reference, Sort, references
from zjkg.claims.observations.text import Text, masked
from zjkg.model import EntityType, Sentence, Span

_IS = re.compile(r"(?:是|担任|出任|现任|任|系)")
_HE = re.compile(r"[^〓]{0,12}?(?<![其吉])[他她](?!们|人|国|地)")
_OPENING = ("“", "‘", "《", "「", "『", '"')
_GOVERNS = re.compile(r"(?<![说称示露绍出计望期为是有])\Z")
_SOME = re.compile(
    r"(?:一[家间名位个]|某[家些]?|多[家位名]|有)[^，。；：〓]{0,12}?"
    r"(?:企业|公司|药企|厂商|负责人|老板|业者)"
)
_DURING = re.compile(r"(?:上|期|期间)\Z")
_POST_REACH = 4  # sentences back in which the company of 总经理某某 may stand


@dataclass(slots=True)
class Scene:
    """A sentence with the functions of its names; ``given`` are the owners of its values so far.

    ``standings`` and ``words``, in which names are masked, run parallel to ``clauses``.
    ``references`` are the generic words, each with what it means, None where that is nothing named.
    """

    text: Text
    sentence: Sentence
    clauses: tuple[Span, ...]
    standings: list[list[Standing]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    references: list[tuple[Reference, str | None]] = field(default_factory=list)
    given: list[tuple[int, str | None]] = field(default_factory=list)
    entities: set[str] = field(default_factory=set)


class Scenes:
    """Reads sentences into scenes, in the light of what was read before."""

    def __init__(self, text: Text, salience: Salience) -> None:
        self._text = text
        self._salience = salience
        self._antecedents = Antecedents(salience)

    def read(self, sentence: Sentence) -> Scene:
        """The scene of a sentence; notes who speaks in it."""
        scene = Scene(self._text, sentence, self._text.clauses(sentence))
        begin = sentence.span.start + body_start(masked(self._text, sentence.span))
        governed = self._governed(sentence)
        for clause in scene.clauses:
            words = masked(self._text, clause)
            found = self._actors(scene, clause, words)
            actors = [actor for actor, _ in found]
            standings = [
                Standing(actor, _placed(function, actor, word, begin), word)
                for (actor, word), function in zip(
                    found, functions(words, clause.start, actors, governed), strict=True
                )
            ]
            standings.extend(self._within(clause, standings))
            self._speakers(scene, clause, words, standings)
            scene.standings.append(standings)
            scene.words.append(words)
            scene.entities.update(each.actor.entity for each in standings)
        return scene

    def _governed(self, sentence: Sentence) -> frozenset[int]:
        """The offsets right behind a verb; a verb that reports governs a clause, not a name."""
        key = self._text.key
        number = self._text.sentence_of(sentence.span)
        return frozenset(
            each.span.end + (key[each.span.end : each.span.end + 1] in _OPENING)
            for each in self._text.words(number, sentence.span)
            if each.tag == "v" and _GOVERNS.search(each.span.of(key))
        )

    def _within(self, clause: Span, standings: list[Standing]) -> list[Standing]:
        """The names inside longer ones: the hospital of a department."""
        outer = {each.actor.span for each in standings}
        return [
            Standing(Actor(item.span, item.entity, item.type), Function.WITHIN)
            for item in self._text.all_in(clause)
            if item.span not in outer and any(span.covers(item.span) for span in outer)
        ]

    def _actors(
        self, scene: Scene, clause: Span, words: str
    ) -> list[tuple[Actor, Reference | None]]:
        """Names and generic words of a clause, in text order."""
        found: list[tuple[Actor, Reference | None]] = [
            (Actor(item.span, item.entity, item.type), None)
            for item in self._text.names_in(clause)
            if item.entity not in self._salience.cast.groups
        ]
        earlier = [each for standings in scene.standings for each in standings]
        earlier += [Standing(actor, Function.SUBJECT) for actor, _ in found]
        for word in references(words, clause.start, english=False):
            entity = self._resolve(scene, word, earlier)
            scene.references.append((word, entity))
            if entity is not None:
                kind = self._salience.type_of(entity)
                own = word.sort in (Sort.TOPIC, Sort.SPEAKER)
                span = Span(word.start, word.end)
                found = [each for each in found if not each[0].span.overlaps(span)]
                found.append((Actor(span, entity, kind, generic=True, possessive=own), word))
        return sorted(found, key=lambda item: item[0].span)

    def _resolve(self, scene: Scene, word: Reference, earlier: list[Standing]) -> str | None:
        """What a generic word means; nothing where an unnamed company has just come up."""
        if word.sort is Sort.FIRM:
            span = scene.sentence.span
            if _SOME.search(masked(self._text, span)[: word.start - span.start]):
                return None
        return self._antecedents.resolve(word, earlier)

    def _speakers(self, scene: Scene, clause: Span, words: str, standings: list[Standing]) -> None:
        """Note who speaks, and whose post the speaker has."""
        organization: str | None = None
        for standing in standings:
            actor = standing.actor
            if actor.type is not EntityType.PERSON:
                if standing.function is Function.EMPLOYER and organization is None:
                    organization = actor.entity
                continue
            if organization is None:
                organization = _post_of(clause, words, standing, standings)
            if organization is not None:
                self._salience.employers[actor.entity] = organization
            elif has_post(words[: actor.span.start - clause.start]):
                self._employ(scene, actor.entity)
            organization = None
            self._salience.speak(actor.entity)
        if not standings and _HE.match(words) and self._salience.speaker is not None:
            self._salience.speak(self._salience.speaker)

    def _employ(self, scene: Scene, person: str) -> None:
        """A person with a post and no company works for the one that was spoken of."""
        here = [
            each.actor.entity
            for standings in reversed(scene.standings)
            for each in standings
            if each.function in HEADS
        ]
        past = reversed(self._salience.past[-_POST_REACH:])
        for key in (*here, *(key for each in past for key in each.heads)):
            if self._salience.kind_of(key) is Kind.FIRM:
                self._salience.employers.setdefault(person, key)
                return


def _placed(function: Function, actor: Actor, word: Reference | None, begin: int) -> Function:
    """The function of an actor, that of what only says where or by whose account amended."""
    if actor.span.start < begin:
        return Function.SOURCE
    if word is not None and word.sort is Sort.EVENT and _DURING.search(word.word):
        return Function.LOCATIVE
    return function


def _post_of(clause: Span, words: str, person: Standing, standings: list[Standing]) -> str | None:
    """The employer of 甲是该公司总经理."""
    link = _IS.match(words, person.actor.span.end - clause.start)
    if link is None:
        return None
    at = clause.start + link.end()
    return next((each.actor.entity for each in standings if each.actor.span.start == at), None)
