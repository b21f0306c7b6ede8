"""The subjects of English sentences: names, pronouns, and the topic that is carried on."""

from __future__ import annotations

import re
from itertools import pairwise

from zjkg.claims.observations.discourse import Discourse
from zjkg.claims.observations.positions import Actor, masked
from zjkg.claims.observations.positions_english import (
    acts,
    body_start,
    frame_end,
    houses,
    is_apposed,
    is_attribute,
    is_governed,
    is_oblique,
    is_operator,
    is_relative,
    is_site,
    leads_to,
    segment_start,
)
from zjkg.claims.observations.references import Reference, Sort, references
from zjkg.claims.observations.text import Named, Text
from zjkg.model import EntityType, Quantity, Sentence, Span

_SUBJECT_TYPES = frozenset(EntityType) - {EntityType.PERSON}
_SITES = frozenset({EntityType.PLACE, EntityType.PARK})
_REPORTERS = frozenset({EntityType.ORGANIZATION, EntityType.INDEX, EntityType.POLICY})
_ACTING = re.compile(r"\s(?:scoring|scored|scores|got|gained|reached|reaching)\b[^,]*\Z")
_HAS_POST = re.compile(r"['’]s? |, | (?:[\w-]+ ){1,5}\Z")
_CURRENCY = re.compile(r"[A-Z]{3}")
_CAME = re.compile(r"[\w -]{0,24}? (?:came to|attended|joined|took part in|gathered)\b")
_POST_REACH = 60
_OWN_REACH = 30
_Given = tuple[str | None, str]


class EnglishSubjects:
    """Reads English sentences."""

    def __init__(self, text: Text, discourse: Discourse) -> None:
        self._text = text
        self._discourse = discourse

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> list[_Given]:
        """The subject of each quantity of a sentence, in order, with the rule that found it."""
        self._discourse.begin()
        span = sentence.span
        words = masked(self._text, span)
        names = self._text.names_in(span)
        begin = body_start(words)
        self._employ(span, words, names)
        given: list[_Given] = []
        for quantity in quantities:
            given.append(self._subject(span, words, begin, quantity))
            self._focus(*given[-1])
        if not quantities:
            head = self._head(span, words, begin, span.end, None)
            if head is not None:
                self._discourse.focus(head.entity)
        for item in names:
            if item.span.start - span.start >= begin:
                self._discourse.mention(item)
        return given

    def _focus(self, entity: str | None, rule: str) -> None:
        """What a value is of is what the text goes on about, but for a place around a park."""
        if entity is None or rule not in ("subject:clause", "subject:site", "subject:reference"):
            return
        topic = self._discourse.topic
        wider = rule == "subject:site" and self._discourse.type_of(entity) is EntityType.PLACE
        if not (wider and topic and self._discourse.type_of(topic) is EntityType.PARK):
            self._discourse.focus(entity)

    def _subject(self, span: Span, words: str, begin: int, quantity: Quantity) -> _Given:
        limit = quantity.span.start
        start = segment_start(words, begin, limit - span.start)
        adjacent = self._adjacent(span, quantity)
        if adjacent is not None:
            return adjacent, "subject:adjacent"
        if _CAME.match(self._text.key, quantity.span.end):
            event = self._discourse.last_named(EntityType.EVENT)
            if event is not None:
                return event, "subject:event"
        head = self._head(span, words, start, limit, quantity)
        if head is None and start > begin:
            head = self._head(span, words, begin, limit, quantity)
        if head is not None:
            return head.entity, "subject:reference" if head.generic else "subject:clause"
        site = self._site(span, words, begin, quantity)
        if site is not None:
            return site, "subject:site"
        if frame_end(words, begin, limit - span.start) > begin:
            return self._reported(), "subject:speaker"
        return self._discourse.topic or self._discourse.last_site(), "subject:topic"

    def _reported(self) -> str | None:
        """Of whom someone speaks who names nobody: of the own company, else of the site."""
        speaker = self._discourse.speaker
        if self._discourse.is_firm(speaker):
            return speaker
        return self._discourse.last_site()

    def _head(
        self, span: Span, words: str, start: int, limit: int, quantity: Quantity | None
    ) -> Actor | None:
        end = limit - span.start
        actors = self._actors(span, words, limit, quantity)
        related = self._related(span, words, actors, start, end)
        if related is not None:
            return related
        begin = frame_end(words, start, end)
        for first in dict.fromkeys((begin, start)):
            head = self._first(span, words, actors, first)
            if head is not None and self._is_told(head, reports=first != begin):
                return self._run(span, words, actors, head, quantity)
        return None

    def _is_told(self, head: Actor, *, reports: bool) -> bool:
        """Whether a name is spoken of, not one that only reports."""
        acting = head.type not in _REPORTERS or self._discourse.is_firm(head.entity)
        return acting or not reports

    def _run(
        self, span: Span, words: str, actors: list[Actor], head: Actor, quantity: Quantity | None
    ) -> Actor:
        """The park, where the name is that of who runs it and counts what is there."""
        counted = quantity is not None and not _CURRENCY.fullmatch(quantity.unit)
        if not counted or not is_operator(words[head.span.end - span.start :]):
            return head
        run = (item for item in actors if item.span.start > head.span.end)
        return next((item for item in run if item.type in _SITES), head)

    def _first(
        self,
        span: Span,
        words: str,
        actors: list[Actor],
        start: int,
    ) -> Actor | None:
        """The first name in subject position behind an offset."""
        for number, actor in enumerate(actors):
            at, stop = actor.span.start - span.start, actor.span.end - span.start
            if at < start or is_attribute(words[stop:]):
                continue
            if is_governed(words[start:at]):
                return None
            if actor.type is EntityType.PLACE and not acts(words[stop:]):
                continue
            beside = actor.type is EntityType.PLACE and is_apposed(words[:at])
            if beside or is_oblique(words[:at]):
                skipped = self._innermost(span, words, actors[number:])
                start = max(start, skipped.span.end - span.start)
                continue
            return self._innermost(span, words, actors[number:])
        return None

    def _innermost(self, span: Span, words: str, actors: list[Actor]) -> Actor:
        head = actors[0]
        for actor in actors[1:]:
            between = words[head.span.end - span.start : actor.span.start - span.start]
            if "〓" in between or not (
                leads_to(between) or (head.possessive and len(between) < _OWN_REACH)
            ):
                break
            if head.possessive and actor.type is not EntityType.PRODUCT:
                break
            head = actor
        return head

    def _related(
        self, span: Span, words: str, actors: list[Actor], start: int, end: int
    ) -> Actor | None:
        """The name that a relative clause around the value is about."""
        for actor in reversed(actors):
            stop = actor.span.end - span.start
            after = words[stop:end]
            related = houses(after) if actor.type in _SITES else is_relative(after)
            if actor.span.start - span.start >= start and related:
                tail = re.sub(r"^,? \w+", "", after)
                if not re.search(r",|\b(?:said|and)\b", tail):
                    return actor
        return None

    def _actors(self, span: Span, words: str, limit: int, quantity: Quantity | None) -> list[Actor]:
        named = [
            Actor(item.span, item.entity, item.type)
            for item in self._text.names_in(span)
            if item.span.end <= limit
            and item.type in _SUBJECT_TYPES
            and not (quantity is not None and _in_share(item.span, quantity))
        ]
        generic: list[Actor] = []
        for word in references(words, span.start, english=True):
            around = quantity is not None and word.start < limit < word.end
            known = word.end <= limit or around
            entity = self._antecedent(span, words, word, named) if known else None
            if entity is not None:
                kind = self._discourse.type_of(entity)
                own = word.word.lower() in ("its", "their", "our")
                generic.append(
                    Actor(Span(word.start, word.end), entity, kind, generic=True, possessive=own)
                )
        free = [
            item for item in named if not any(other.span.overlaps(item.span) for other in generic)
        ]
        return sorted((*free, *generic), key=lambda item: item.span)

    def _antecedent(
        self, span: Span, words: str, word: Reference, named: list[Actor]
    ) -> str | None:
        """Whom a generic word means: a pronoun, what its own sentence first speaks of."""
        if word.sort is Sort.TOPIC:
            begin = body_start(words)
            for actor in named:
                at = actor.span.start - span.start
                if begin <= at < word.start - span.start and not is_oblique(words[:at]):
                    inner = self._innermost(span, words, named[named.index(actor) :])
                    if inner.span.end <= word.start and inner.type is not EntityType.PRODUCT:
                        return inner.entity
        return self._discourse.resolve(word)

    def _site(self, span: Span, words: str, begin: int, quantity: Quantity) -> str | None:
        """The park or place of ``in X``, before the value, else after it."""
        for item in self._actors(span, words, span.end, quantity):
            at = item.span.start - span.start
            if at >= begin and item.type in _SITES and is_site(words[:at]):
                return item.entity
        return None

    def _adjacent(self, span: Span, quantity: Quantity) -> str | None:
        """The name in ``… shows Zhangjiang scoring 117``: right before the verb of the value."""
        for item in reversed(self._text.names_in(Span(span.start, quantity.span.start))):
            between = self._text.key[item.span.end : quantity.span.start]
            return item.entity if _ACTING.match(between) else None
        return None

    def _employ(self, span: Span, words: str, names: tuple[Named, ...]) -> None:
        """Note whose post a speaker has: ``Bluefin's president, X``; ``X, head of the bureau``."""
        for first, second in pairwise(names):
            between = words[first.span.end - span.start : second.span.start - span.start]
            if len(between) > _POST_REACH or "." in between.replace("Mr.", ""):
                continue
            organization = first if second.type is EntityType.PERSON else second
            person = second if second.type is EntityType.PERSON else first
            if (
                person.type is EntityType.PERSON
                and organization.type is EntityType.ORGANIZATION
                and _HAS_POST.match(between)
            ):
                self._discourse.employers.setdefault(person.entity, organization.entity)
        people = (item.entity for item in names if item.type is EntityType.PERSON)
        known = (self._discourse.employers.get(person) for person in people)
        self._discourse.speaker = next((each for each in known if each is not None), None)


def _in_share(span: Span, quantity: Quantity) -> bool:
    share = quantity.share_of
    return share is not None and share.overlaps(span) and span.end <= share.end
