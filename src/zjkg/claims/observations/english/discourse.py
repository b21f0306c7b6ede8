"""What an English article has spoken of so far, and whom its generic words mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from zjkg.claims.observations.references import TYPES, Reference, Sort, is_firm
from zjkg.claims.observations.text import Named, Text
from zjkg.model import EntityType

_AUTHORITY = re.compile(
    r"\b(?:bureau|administration|committee|commission|department|office|government|ministry)\b",
    re.IGNORECASE,
)
_REACH = 12  # how many sentences back a generic word looks
_NEAR = 4
_OFTEN = 2
_SHORT_NAME = 4  # letters that a word needs to stand for the name that it begins
_SITE_NOUNS = frozenset("zone valley island city village campus town district area".split())


@dataclass(slots=True)
class Spoken:
    """The things of one sentence in text order, and those that a clause of it was about."""

    names: list[Named] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


class Discourse:
    """Remembers names sentence by sentence; what was a subject comes before what was not.

    ``topic`` is what the text was last about, ``speaker`` the organization of the person whom the
    sentence names, ``employers`` the organizations of people.
    """

    def __init__(self, text: Text) -> None:
        self._history: list[Spoken] = []
        self._types = {item.entity: item.type for item in text.named}
        self._names: dict[str, list[str]] = {}
        for item in text.named:
            self._names.setdefault(item.entity, []).append(item.span.of(text.key))
        self._short = self._short_names()
        self.employers: dict[str, str] = {}
        self.topic: str | None = None
        self.speaker: str | None = None
        self._last_speaker: str | None = None

    def type_of(self, entity: str) -> EntityType:
        """The type of an entity."""
        return self._types[entity]

    def is_firm(self, entity: str | None) -> bool:
        """Whether an entity is a company rather than an authority, a school or an outlet."""
        if entity is None or self._types[entity] is not EntityType.ORGANIZATION:
            return False
        return is_firm(self._names[entity][0])

    def is_authority(self, entity: str) -> bool:
        """Whether an entity is a body of government."""
        return any(_AUTHORITY.search(name) for name in self._names[entity])

    def short_name(self, word: str) -> str | None:
        """The company whose name a word begins, where no other name begins so."""
        return self._short.get(word)

    def begin(self) -> None:
        """A new sentence begins."""
        self._history.append(Spoken())
        del self._history[:-_REACH]
        self._last_speaker = self.speaker or self._last_speaker
        self.speaker = None

    def mention(self, item: Named, *, beside: bool = False) -> None:
        """A name stands in the sentence, or beside what it speaks of: ``with X``."""
        self._history[-1].names.append(item)
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
                return self.speaker or self._last_speaker or self.topic
            case Sort.FIRM:
                return self.speaker if self.is_firm(self.speaker) else self.last_firm()
            case _:
                return self._last_of(reference)

    def recent(self, kind: EntityType) -> str | None:
        """What was named last of a type, in this sentence or the few before."""
        return self._named(kind, self._history[-_NEAR:])

    def last_named(self, kind: EntityType) -> str | None:
        """The last entity of a type that was named."""
        return self._named(kind, self._history)

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
        """What was named last with a name that ends in a noun: ``the programme``."""
        for spoken in reversed(self._history):
            named = (item.entity for item in reversed(spoken.names))
            for key in (*reversed(spoken.heads), *named):
                if self._is_called(key, noun):
                    return key
        called = [key for key in self._names if self._is_called(key, noun)]
        return called[0] if len(called) == 1 else None

    def _is_called(self, key: str, noun: str) -> bool:
        return any(_last_word(name) == noun for name in self._names[key])

    def _most_named(self, fits: Callable[[str], bool], least: int = _OFTEN) -> str | None:
        fitting = [key for key, names in self._names.items() if fits(key) and len(names) >= least]
        return max(fitting, key=lambda key: len(self._names[key]), default=None)

    def _named(self, kind: EntityType, history: list[Spoken]) -> str | None:
        for spoken in reversed(history):
            for item in reversed(spoken.names):
                if item.type is kind:
                    return item.entity
        return None

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
            return self._last_head(EntityType.PLACE) or self.last_site()
        kinds = sorted(TYPES[reference.sort])
        heads = (self._last_head(kind) for kind in kinds)
        named = (self.last_named(kind) for kind in kinds)
        return next((each for each in (*heads, *named) if each is not None), None)

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
        return None

    def _is_sort(self, key: str) -> bool:
        """Whether a name says what sort of site it is, so that another word means another."""
        return any(_last_word(name) in _SITE_NOUNS for name in self._names[key])

    def _ends(self, key: str, tail: str) -> bool:
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


def _last_word(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower().replace("center", "centre")
