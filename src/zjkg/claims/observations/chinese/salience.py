"""What a Chinese article has spoken of so far, and how prominent each thing is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from zjkg.claims.observations.chinese.functions import Function, Standing
from zjkg.claims.observations.chinese.kinds import Kind, kind_of
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType

_MAIN = 3
_GROUP = re.compile(
    r"(?:\A[两二三四五六七八九十几各][个座]?|[两三四五六七八九十]大)(?:科[学技])?(?:园区?|省|市|地|区)\Z"
)
_FIRM = re.compile(r"(?:公司|科技|生物|医药|制药|药业|医疗|生技|生医)\Z")
"""How the names of firms end; such a name is no slip of the reader."""
SITES = frozenset({EntityType.PARK, EntityType.PLACE})


@dataclass(slots=True)
class Past:
    """What one sentence was about: names in order, those in subject position, owners of values."""

    block: int
    title: bool
    standings: list[Standing] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    values: list[str | None] = field(default_factory=list)

    def named(self) -> set[str]:
        """The entities named in the sentence, those inside longer names left out."""
        return set(self.ordered())

    def ordered(self) -> list[str]:
        """The same in text order, each as often as it is named."""
        return [e.actor.entity for e in self.standings if e.function is not Function.WITHIN]


class Salience:
    """Remembers the sentences of an article and whom its people work for."""

    def __init__(self, text: Text) -> None:
        self._types = {item.entity: item.type for item in text.named}
        self._names: dict[str, list[str]] = {}
        for item in text.named:
            self._names.setdefault(item.entity, []).append(item.span.of(text.key))
        self.kinds = {
            key: kind_of(self._types[key], max(names, key=len))
            for key, names in self._names.items()
        }
        self._sizes = {key: len(names) for key, names in self._names.items()}
        first: dict[Kind, str] = {}
        for key in sorted(self._sizes, key=lambda key: -self._sizes[key]):
            first.setdefault(self.kinds[key], key)
        self._main = frozenset(key for key in first.values() if self._sizes[key] >= _MAIN)
        self._doubtful = frozenset(
            key for key in text.doubtful if not _FIRM.search(max(self._names[key], key=len))
        )
        self.past: list[Past] = []
        self.employers: dict[str, str] = {}
        self._operated: dict[str, str] = {}
        self._count: Counter[str] = Counter()
        self._known: set[str] = set()
        self.speaker: str | None = None
        self.spoken_at = -1

    @property
    def now(self) -> Past:
        """The sentence that is being read."""
        return self.past[-1]

    def type_of(self, entity: str) -> EntityType:
        """The type of an entity."""
        return self._types[entity]

    def begin(self, block: int, *, title: bool) -> None:
        """A new sentence begins."""
        self.past.append(Past(block, title))

    def stand(self, standing: Standing) -> None:
        """A name stands in the sentence."""
        self.now.standings.append(standing)
        self._known.add(standing.actor.entity)
        if standing.reference is None and standing.function is not Function.WITHIN:
            self._count[standing.actor.entity] += 1

    def head(self, entity: str) -> None:
        """A clause is about an entity."""
        self._known.add(entity)
        if not self.now.heads or self.now.heads[-1] != entity:
            self.now.heads.append(entity)

    def speak(self, person: str) -> None:
        """A person speaks in the sentence."""
        self.speaker = person
        self.spoken_at = len(self.past)

    def operate(self, operator: str, site: str) -> None:
        """A company runs a park."""
        self._operated[operator] = site

    def operated(self, operator: str) -> str | None:
        """The park that a body runs, as the text says or its name shows."""
        known = self._operated.get(operator)
        return known or self.inside_name(operator, SITES)

    def entities(self) -> tuple[str, ...]:
        """The entities of the article, in order of their first mention."""
        return tuple(self._types)

    def is_known(self, entity: str) -> bool:
        """Whether an entity was named or spoken of before this sentence."""
        return entity in self._known

    def is_group(self, entity: str) -> bool:
        """Whether an entity is called by a number of sites: 三园区, 两地."""
        return all(map(_GROUP.search, self._names[entity]))

    def is_doubtful(self, entity: str) -> bool:
        """Whether no mention of an entity has strong evidence."""
        return entity in self._doubtful

    def is_outdone(self, entity: str) -> bool:
        """Whether an entity is doubtful, and a surer one of its kind was named before."""
        if entity not in self._doubtful:
            return False
        kind = self.kinds[entity]
        return any(self.kinds[key] is kind for key in self._known - self._doubtful)

    def counts(self) -> dict[str, int]:
        """How often each entity was named so far."""
        return self._count

    def inside_name(self, entity: str, types: frozenset[EntityType]) -> str | None:
        """The park or place that stands inside the name of an office or of a plan."""
        whole = max(self._names[entity], key=len)
        best: tuple[int, str] | None = None
        for key, names in self._names.items():
            if key == entity or self._types[key] not in types:
                continue
            size = max((len(name) for name in names if name in whole), default=0)
            if size and (best is None or size > best[0]):
                best = (size, key)
        return None if best is None else best[1]

    def is_called(self, entity: str, name: str) -> bool:
        """Whether the text calls an entity by a name (made simplified)."""
        return name in self._names[entity]

    def sizes(self) -> dict[str, int]:
        """How often the whole text names each entity."""
        return self._sizes

    def main_of_kinds(self) -> frozenset[str]:
        """The entity of each kind that the whole text names most, where it does so often."""
        return self._main

    def names_of(self, entity: str) -> list[str]:
        """The names of an entity, made simplified, once for each time that it is named."""
        return self._names[entity]

    def most_named(self, entities: Iterable[str]) -> str | None:
        """Of some entities, the one that the whole text names most."""
        return max(entities, key=lambda key: len(self._names[key]), default=None)

    def is_speaking(self) -> bool:
        """Whether somebody speaks in the sentence that is being read."""
        return self.spoken_at >= len(self.past)

    def employer(self) -> str | None:
        """Whom the last speaker works for."""
        return self.employers.get(self.speaker or "")

    def paragraph(self, block: int) -> list[Past]:
        """The sentences of a paragraph so far, without the one that is being read."""
        found: list[Past] = []
        for past in reversed(self.past[:-1]):
            if past.block != block:
                break
            found.append(past)
        return found[::-1]
