"""What an article has spoken of so far, and whom its generic words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zjkg.claims.observations.references import TYPES, Reference, Sort, is_firm
from zjkg.claims.observations.text import Named, Text
from zjkg.model import EntityType

_AUTHORITY = re.compile(
    r"(?:局|[市区县省]委|委员会|管委会|政府|办公室|署|厅|司|办)\Z"
    r"|\b(?:bureau|administration|committee|commission|department|office|government|ministry)\b",
    re.IGNORECASE,
)
_REACH = 12  # how many sentences back a generic word looks
_SITES = frozenset({EntityType.PARK, EntityType.PLACE})
_NEAR = 4
_SHORT_NAME = 4  # letters that a word needs to stand for the name that it begins
_PLACES = {"全港": "香港", "本港": "香港", "全台": "台湾"}


@dataclass(slots=True)
class Spoken:
    """The things of one sentence in text order, and those that a clause of it was about."""

    names: list[Named] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


class Discourse:
    """Remembers names sentence by sentence; what was a subject comes before what was not."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._history: list[Spoken] = []
        self._types = {item.entity: item.type for item in text.named}
        self._names: dict[str, list[str]] = {}
        for item in text.named:
            self._names.setdefault(item.entity, []).append(item.span.of(text.key))
        self._short = _short_names(text)
        self._count = {key: len(names) for key, names in self._names.items()}
        self.employers: dict[str, str] = {}
        self._operated: dict[str, str] = {}
        self.topic: str | None = None
        self.speaker: str | None = None
        self._last_speaker: str | None = None

    def type_of(self, entity: str) -> EntityType:
        """The type of an entity."""
        return self._types[entity]

    def is_firm(self, entity: str | None) -> bool:
        """Whether an entity is a company rather than an authority, a school or an outlet."""
        return (
            entity is not None
            and self._types[entity] is EntityType.ORGANIZATION
            and any(is_firm(name) for name in self._names[entity][:1])
        )

    def is_authority(self, entity: str) -> bool:
        """Whether an entity is a body of government."""
        return any(_AUTHORITY.search(name) for name in self._names[entity])

    def short_name(self, word: str) -> str | None:
        """The organization whose English name a word begins, where no other name begins so."""
        return self._short.get(word)

    def begin(self) -> None:
        """A new sentence begins."""
        self._history.append(Spoken())
        del self._history[:-_REACH]
        self._last_speaker = self.speaker or self._last_speaker
        self.speaker = None

    def operate(self, operator: str, site: str) -> None:
        """A company runs a park; what its people say is about the park."""
        self._operated[operator] = site

    def operated(self, operator: str) -> str | None:
        """The park that a company runs, as the text says or its name shows."""
        known = self._operated.get(operator)
        return known or self.inside_name(operator, frozenset({EntityType.PARK}))

    def recent(self, kind: EntityType) -> str | None:
        """What was named last of a type, in this sentence or the few before."""
        for spoken in reversed(self._history[-_NEAR:]):
            for item in reversed(spoken.names):
                if item.type is kind:
                    return item.entity
        return None

    def mention(self, item: Named, *, beside: bool = False) -> None:
        """A name stands in the sentence, or beside what it speaks of: 与某公司合作."""
        self._history[-1].names.append(item)
        if beside:
            self._history[-1].beside.append(item.entity)

    def focus(self, entity: str) -> None:
        """A clause is about an entity."""
        self.topic = entity
        self._history[-1].heads.append(entity)

    def resolve(self, reference: Reference) -> str | None:
        """The entity that a generic word means, None where nothing before it fits."""
        if reference.word == "这里":
            here = self.topic is not None and self._types[self.topic] in _SITES
            return self.topic if here else self.last_site()
        match reference.sort:
            case Sort.TOPIC:
                found = self.topic
            case Sort.SPEAKER:
                found = self.speaker or self._last_speaker or self.topic
            case Sort.LATTER:
                found = self._latter()
            case Sort.FIRM:
                found = self.speaker if self.is_firm(self.speaker) else self.last_firm()
            case _:
                found = self._last_of(reference)
        return found

    def last_firm(self) -> str | None:
        """The company that the text last spoke of: what it was about before what it named."""
        besides: list[str] = []
        for spoken in reversed(self._history):
            firms = [key for key in spoken.heads if self.is_firm(key)]
            named = [item.entity for item in spoken.names if self.is_firm(item.entity)]
            firms = firms or [key for key in named if key not in spoken.beside]
            if firms:
                return firms[0]
            besides.extend(named)
        return besides[0] if besides else None

    def last_site(self) -> str | None:
        """The park, else the place, that the text was last about."""
        for types in ((EntityType.PARK,), (EntityType.PLACE,)):
            for spoken in reversed(self._history):
                for key in reversed(spoken.heads):
                    if self._types[key] in types:
                        return key
        sites = [
            key for key, kind in self._types.items() if kind in (EntityType.PARK, EntityType.PLACE)
        ]
        return max(sites, key=lambda key: self._count[key], default=None)

    def last_named(self, kind: EntityType) -> str | None:
        """The last entity of a type that was named."""
        for spoken in reversed(self._history):
            for item in reversed(spoken.names):
                if item.type is kind:
                    return item.entity
        return None

    def inside_name(self, entity: str, kinds: frozenset[EntityType]) -> str | None:
        """The park or place that stands inside the name of an office or of a plan."""
        whole = self._names[entity][0]
        best: tuple[int, str] | None = None
        for key, names in self._names.items():
            if key == entity or self._types[key] not in kinds:
                continue
            size = max((len(name) for name in names if name in whole), default=0)
            if size and (best is None or size > best[0]):
                best = (size, key)
        return None if best is None else best[1]

    def called(self, noun: str) -> str | None:
        """What was named last with a name that ends in a noun: ``the programme``."""
        for spoken in reversed(self._history):
            named = (item.entity for item in reversed(spoken.names))
            for key in (*reversed(spoken.heads), *named):
                if any(_last_word(name) == noun for name in self._names[key]):
                    return key
        return None

    def _latter(self) -> str | None:
        for spoken in reversed(self._history):
            last = [item for item in spoken.names if item.type is EntityType.ORGANIZATION]
            if last:
                return last[-1].entity
        return None

    def _last_of(self, reference: Reference) -> str | None:
        kinds = TYPES[reference.sort]
        word = reference.word
        if word in _PLACES:
            return self._called(_PLACES[word])
        if reference.sort in (Sort.PARK, Sort.PLACE) and self._history:
            inside = self._inside_sentence(kinds)
            if inside is not None:
                return inside
        tail = word[-1] if word[0] in "全本" and len(word) > 1 else word.split()[-1]
        ending = None if word == "city" else self._last_ending(reference, tail)
        if ending is not None or reference.sort is Sort.BODY:
            return ending
        if reference.sort is Sort.PLACE:
            return self._last_place() or self.last_site()
        return self._last_kind(kinds)

    def _last_ending(self, reference: Reference, tail: str) -> str | None:
        """What was named last with a name that ends so; in English also the park last spoken of."""
        kinds = (*TYPES[reference.sort], EntityType.PARK)
        english = reference.sort is Sort.PARK and tail.isascii()
        for spoken in reversed(self._history):
            named = [item.entity for item in spoken.names]
            for key in (*reversed(spoken.heads), *reversed(named)):
                headed = english and key in spoken.heads
                if self._types[key] in kinds and (headed or self._ends(key, tail)):
                    return key
        return None

    def _last_place(self) -> str | None:
        for spoken in reversed(self._history):
            for key in spoken.heads:
                if self._types[key] is EntityType.PLACE:
                    return key
        return None

    def _last_kind(self, kinds: frozenset[EntityType]) -> str | None:
        for spoken in reversed(self._history):
            for key in spoken.heads:
                if self._types[key] in kinds:
                    return key
        for spoken in reversed(self._history):
            for item in reversed(spoken.names):
                if item.type in kinds:
                    return item.entity
        return None

    def _inside_sentence(self, kinds: frozenset[EntityType]) -> str | None:
        """石家庄高新区管委会副主任说，园区…: the park that the speaker's office has in its name."""
        for item in self._history[-1].names:
            if item.type in (EntityType.ORGANIZATION, EntityType.POLICY):
                inside = self.inside_name(item.entity, kinds)
                if inside is not None and not self.is_firm(item.entity):
                    return inside
        return None

    def _ends(self, key: str, tail: str) -> bool:
        return any(name.lower().endswith(tail.lower()) for name in self._names[key])

    def _called(self, name: str) -> str | None:
        return next((key for key, names in self._names.items() if name in names), None)


def _last_word(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower().replace("center", "centre")


def _short_names(text: Text) -> dict[str, str]:
    """The words that alone can stand for the English name of one organization."""
    began: dict[str, set[tuple[str, EntityType]]] = {}
    for item in text.named:
        first = item.span.of(text.key).split(maxsplit=1)[0]
        began.setdefault(first, set()).add((item.entity, item.type))
    short: dict[str, str] = {}
    for word, owners in began.items():
        (owner, kind), *others = sorted(owners)
        if not others and kind is EntityType.ORGANIZATION and len(word) >= _SHORT_NAME:
            short[word] = owner
    return short
