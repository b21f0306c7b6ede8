"""What an English article has spoken of so far, and whom its generic words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from zjkg.claims.observations.english.belongings import Belongings
from zjkg.claims.observations.english.bystanders import Bystanders
from zjkg.claims.observations.english.kinds import CALLED_SO, COUNTRIES
from zjkg.claims.observations.english.speakers import Speakers
from zjkg.claims.observations.english.spoken import Spoken
from zjkg.claims.observations.references import TYPES, Reference, Sort, is_firm
from zjkg.claims.observations.text import Named, Text
from zjkg.claims.observations.voices import Voices
from zjkg.model import EntityType, Span

_AUTHORITY = re.compile(
    r"\b(?:bureau|administration|committee|commission|department|office|government|ministry"
    r"|fda|ema|nmpa|mhra|enterprise singapore|scottish enterprise|innovate uk)\b|\ba\*star\b",
    re.IGNORECASE,
)
_BEHIND_HEAD = re.compile(r"(?<=\w) (?:of|for|on) ")
_REACH = 12  # how many sentences back a generic word looks
_NEAR = 4
_EXACT = 3
_FEW = 6
_OFTEN = 2
_SHORT_NAME = 4  # letters that a word needs to stand for the name that it begins
_SITE_NOUNS = frozenset("zone valley island city village campus town district area".split())

_GROUPS = {
    EntityType.PARK: "site",
    EntityType.PLACE: "site",
    EntityType.ORGANIZATION: "body",
    EntityType.PRODUCT: "product",
    EntityType.INDEX: "index",
    EntityType.POLICY: "plan",
    EntityType.PROJECT: "plan",
    EntityType.PERSON: "person",
}


class Discourse:
    """Remembers names sentence by sentence; what was a subject comes before what was not.

    ``topic`` is what the text was last about, ``speakers`` know for whom people speak.
    """

    def __init__(self, text: Text, voices: Voices | None = None) -> None:
        self._history: list[Spoken] = []
        self._types = {item.entity: item.type for item in text.named}
        self._names: dict[str, list[str]] = {}
        for item in text.named:
            self._names.setdefault(item.entity, []).append(item.span.of(text.key))
        self._places = {
            item.span.of(text.key): item.entity
            for item in text.named
            if item.type is EntityType.PLACE
        }
        self._endings = {k: {_last_word(name) for name in v} for k, v in self._names.items()}
        bodies = (k for k, kind in self._types.items() if kind is EntityType.ORGANIZATION)
        self._companies = {key for key in bodies if is_firm(self._names[key][0])}
        self._authorities = {
            key for key, names in self._names.items() if any(map(_AUTHORITY.search, names))
        }
        self._classes: dict[str, set[str]] = {}
        self._order: dict[str, None] = {}
        self.bystanders = Bystanders(text, self.is_authority)
        self._firms = [item for item in text.named if self.is_firm(item.entity)]
        self._short = self._short_names()
        self._title: Spoken | None = None
        self._most = max((len(names) for names in self._names.values()), default=0)
        self._most_of: dict[EntityType, int] = {}
        for key, names in self._names.items():
            kind = self._types[key]
            self._most_of[kind] = max(self._most_of.get(kind, 0), len(names))
        self.belongings = Belongings()
        self.speakers = Speakers(voices or Voices())
        self.topic: str | None = None

    def entities(self) -> tuple[str, ...]:
        """The entities of the article, in order of their first mention."""
        return tuple(self._types)

    def named_one_of(self, names: tuple[str, ...]) -> str | None:
        """The place that has one of some names."""
        return next((key for name in names if (key := self._places.get(name)) is not None), None)

    def is_titled(self, entity: str) -> bool:
        """Whether the title names an entity."""
        return self._title is not None and self._title.has_named(entity)

    def was_nobodys(self) -> bool:
        """Whether the last value before, in this sentence or the few before, was nobody's."""
        values = [value for each in self._history[-_NEAR:] for value in each.values]
        return bool(values) and values[-1] is None

    def is_land(self, entity: str) -> bool:
        """Whether a place is a country or a continent."""
        return any(name in COUNTRIES for name in self._names[entity])

    def is_called(self, entity: str, noun: str) -> bool:
        """Whether a name of an entity ends in a noun."""
        return self._is_called(entity, noun.replace("center", "centre"))

    def classify(self, entity: str, noun: str) -> None:
        """The text says what an entity is: ``X, the biomedicine base of``, ``X district``."""
        self._classes.setdefault(entity, set()).add(noun.replace("center", "centre"))

    def heads_backwards(self) -> list[list[str]]:
        """What the sentences were about, the last first."""
        return [each.heads for each in reversed(self._history)]

    def last_in(self, group: str, here: list[str]) -> str | None:
        """The last thing of a group that was named; ``here`` are the names of the sentence."""
        for key in reversed(here):
            if self.group_of(key) == group:
                return key
        for spoken in reversed(self._history):
            for item in reversed(spoken.names):
                if self.group_of(item.entity) == group:
                    return item.entity
        return None

    def last_head_in(self, group: str) -> str | None:
        """The last thing of a group that the text was about."""
        for spoken in reversed(self._history):
            for key in reversed(spoken.heads):
                if self.group_of(key) == group:
                    return key
        return None

    def group_of(self, entity: str) -> str:
        """The broad group of an entity: sites, bodies, products, others."""
        return _GROUPS.get(self._types[entity], "other")

    def give(self, entities: Iterable[str | None]) -> None:
        """The values of the sentence that is read, up to now, are of these."""
        self._history[-1].values[:] = entities

    def open(self, block: int, *, title: bool) -> None:
        """A sentence begins in a block of the article."""
        self.begin()
        self._history[-1].block = block
        if title:
            self._title = self._history[-1]

    def salience(self, entity: str) -> set[str]:
        """How prominent an entity is before the sentence that is being read."""
        return {*self._nearness(entity), *self._headings(entity), *self._weight(entity)}

    def _nearness(self, entity: str) -> Iterator[str]:
        """How long ago the text was about an entity, named it, or gave it a value."""
        past = self._history[::-1]
        headed = next((i for i, each in enumerate(past) if entity in each.heads), None)
        named = next((i for i, each in enumerate(past) if each.has_named(entity)), None)
        yield f"head-ago:{_ago(headed)}"
        yield f"named-ago:{_ago(named)}"
        if named is not None and named <= _NEAR:
            yield f"was:{past[named].roles[entity]}"
            if named == 1:
                yield f"just:{past[named].roles[entity]}"
        if self.topic == entity:
            yield "topic"
        values = (value for each in past[:_NEAR] for value in reversed(each.values))
        if next(values, None) == entity:
            yield "last-given"

    def _headings(self, entity: str) -> Iterator[str]:
        """Whether the paragraph is about an entity, or the title."""
        block = self._history[-1].block
        heads = [key for each in self._history if each.block == block for key in each.heads]
        if entity in heads[:1]:
            yield "paragraph:first"
        if entity in heads:
            yield "paragraph:head"
        if self._title is not None:
            if self._title.has_named(entity):
                yield "title"
            if entity in self._title.heads[:1]:
                yield "title:head"

    def _weight(self, entity: str) -> Iterator[str]:
        """How often the text names an entity; whether somebody speaks for it."""
        count = len(self._names[entity])
        if count == self._most:
            yield "most"
        if count == self._most_of[self._types[entity]]:
            yield "most:of-type"
        if count == 1:
            yield "once"
        if self.speakers.now == entity:
            yield "speaker:now"
        elif self.speakers.now is None and self.speakers.last == entity:
            yield "speaker:last"

    def type_of(self, entity: str) -> EntityType:
        """The type of an entity."""
        return self._types[entity]

    def is_firm(self, entity: str | None) -> bool:
        """Whether an entity is a company rather than an authority, a school or an outlet."""
        return entity in self._companies

    def is_authority(self, entity: str) -> bool:
        """Whether an entity is a body of government."""
        return entity in self._authorities

    def coming_firm(self, sentence: Span) -> str | None:
        """The company that the text names first, where that is behind a sentence."""
        first = self._firms[0] if self._firms else None
        return first.entity if first is not None and first.span.start >= sentence.end else None

    def short_name(self, word: str) -> str | None:
        """The company whose name a word begins, where no other name begins so."""
        return self._short.get(word)

    def begin(self) -> None:
        """A new sentence begins."""
        self._history.append(Spoken())
        del self._history[:-_REACH]
        self.speakers.begin()

    def mention(self, item: Named, *, role: str = "", beside: bool = False) -> None:
        """A name stands in the sentence, or beside what it speaks of: ``with X``."""
        self._history[-1].names.append(item)
        self._history[-1].roles.setdefault(item.entity, role)
        self._order.pop(item.entity, None)
        self._order[item.entity] = None
        if beside:
            self._history[-1].beside.append(item.entity)

    def focus(self, entity: str) -> None:
        """A clause is about an entity."""
        self.topic = entity
        self._history[-1].heads.append(entity)

    def resolve(self, reference: Reference) -> str | None:
        """The entity that a generic word means, None where nothing before it fits."""
        match reference.sort:
            case Sort.TOPIC:
                return self.topic
            case Sort.SPEAKER:
                return self.speakers.now or self.speakers.last or self.topic
            case Sort.FIRM:
                speaker = self.speakers.now
                return speaker if self.is_firm(speaker) else self.last_firm()
            case _:
                return self._last_of(reference)

    def last_named(self, kind: EntityType) -> str | None:
        """The last entity of a type that was named, however long ago."""
        return next((key for key in reversed(self._order) if self.type_of(key) is kind), None)

    def last_firm(self) -> str | None:
        """The company that the text last spoke of: what it was about before what it named."""
        besides: list[str] = []
        for spoken in reversed(self._history[-_NEAR:]):
            firms = [key for key in spoken.heads if self.is_firm(key)]
            if firms:
                return firms[0]
        for spoken in reversed(self._history):
            firms = [key for key in spoken.heads if self.is_firm(key)]
            named = [item.entity for item in spoken.names if self.is_firm(item.entity)]
            firms = firms or [key for key in named if key not in spoken.beside]
            if firms:
                return firms[0]
            besides.extend(named)
        return besides[0] if besides else self._most_named(self.is_firm)

    def recent_firm(self) -> str | None:
        """The company that was named since the text was last about its topic."""
        for spoken in reversed(self._history):
            if self.topic in spoken.heads:
                return None
            for item in spoken.names:
                if self.is_firm(item.entity) and item.entity not in spoken.beside:
                    return item.entity
        return None

    def last_site(self) -> str | None:
        """The park, else the place, that the text was last about; else the most named one."""
        for kind in (EntityType.PARK, EntityType.PLACE):
            found = self._last_head(kind)
            if found is not None:
                return found
        sites = (EntityType.PARK, EntityType.PLACE)
        return self._most_named(lambda key: self._types[key] in sites, least=1)

    def called(self, noun: str) -> str | None:
        """What the text was last about, else named last, with a name that ends in a noun."""
        for spoken in reversed(self._history):
            for key in reversed(spoken.heads):
                if self._is_called(key, noun):
                    return key
        past = self._history[::-1]
        for spoken in past if self._title is None else [self._title, *past]:
            for item in reversed(spoken.names):
                if self._is_called(item.entity, noun):
                    return item.entity
        called = [key for key in self._names if self._is_called(key, noun)]
        return called[0] if len(called) == 1 else None

    def _is_called(self, key: str, noun: str) -> bool:
        if noun in self._classes.get(key, ()):
            return True
        lands = CALLED_SO.get(noun)
        named = lands is not None and not lands.isdisjoint(self._names[key])
        return named or noun in self._endings[key]

    def _most_named(self, fits: Callable[[str], bool], least: int = _OFTEN) -> str | None:
        fitting = [key for key, names in self._names.items() if fits(key) and len(names) >= least]
        return max(fitting, key=lambda key: len(self._names[key]), default=None)

    def _last_head(self, kind: EntityType) -> str | None:
        for spoken in reversed(self._history):
            for key in reversed(spoken.heads):
                if self._types[key] is kind:
                    return key
        return None

    def _last_of(self, reference: Reference) -> str | None:
        """What ``the park`` or ``the institute`` means: what is called so, else the last such."""
        tail = reference.word.split()[-1]
        ending = None if tail == "city" else self._last_ending(reference, tail)
        if ending is not None or reference.sort is Sort.BODY:
            return ending
        if reference.sort is Sort.PLACE:
            return (
                (self._last_city() if tail == "city" else None)
                or self._last_head(EntityType.PLACE)
                or self.last_named(EntityType.PLACE)
                or self._most_named(lambda key: self._types[key] is EntityType.PLACE, least=1)
                or self.last_site()
            )
        kinds = sorted(TYPES[reference.sort])
        heads = (self._last_head(kind) for kind in kinds)
        named = (self.last_named(kind) for kind in kinds)
        return next((each for each in (*heads, *named) if each is not None), None)

    def _last_city(self) -> str | None:
        """The place last spoken of, else the most named one, that is no country."""
        for spoken in reversed(self._history):
            for key in reversed(spoken.heads):
                if self._types[key] is EntityType.PLACE and not self.is_land(key):
                    return key
        return self._most_named(
            lambda key: self._types[key] is EntityType.PLACE and not self.is_land(key), least=1
        )

    def _last_ending(self, reference: Reference, tail: str) -> str | None:
        """What was named last with a name that ends so, or the park last spoken of."""
        kinds = (*TYPES[reference.sort], EntityType.PARK)
        for spoken in reversed(self._history):
            named = [item.entity for item in spoken.names]
            for key in (*reversed(spoken.heads), *reversed(named)):
                headed = key in spoken.heads and not self._is_sort(key)
                fits = self._ends(key, tail) or (reference.sort is Sort.PARK and headed)
                if self._types[key] in kinds and fits:
                    return key
        long_ago = (key for key in reversed(self._order) if self._types[key] in kinds)
        return next((key for key in long_ago if self._ends(key, tail)), None)

    def _is_sort(self, key: str) -> bool:
        """Whether a name says what sort of site it is, so that another word means another."""
        return not _SITE_NOUNS.isdisjoint(self._endings[key])

    def _ends(self, key: str, tail: str) -> bool:
        if tail.lower() in self._classes.get(key, ()):
            return True
        return any(name.lower().endswith(tail.lower()) for name in self._names[key])

    def _short_names(self) -> dict[str, str]:
        """The words that alone can stand for the name of one company."""
        began: dict[str, set[str]] = {}
        for key, names in self._names.items():
            for name in names:
                began.setdefault(name.split(maxsplit=1)[0], set()).add(key)
        short: dict[str, str] = {}
        for word, (owner, *others) in began.items():
            if not others and self.is_firm(owner) and len(word) >= _SHORT_NAME:
                short[word] = owner
        return short


def _ago(sentences: int | None) -> str:
    """How many sentences ago, roughly."""
    if sentences is None:
        return "never"
    if sentences < _EXACT:
        return str(sentences)
    return "few" if sentences < _FEW else "long"


def _last_word(name: str) -> str:
    head = _BEHIND_HEAD.split(name, maxsplit=1)[0]  # Institute for Clinical Innovation
    return head.rsplit(maxsplit=1)[-1].lower().replace("center", "centre")
