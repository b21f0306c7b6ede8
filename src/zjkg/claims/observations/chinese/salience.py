"""What a Chinese article has spoken of so far, and how prominent each thing is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from zjkg.claims.observations.chinese.cast import SITES, Cast
from zjkg.claims.observations.chinese.functions import Function, Standing
from zjkg.claims.observations.chinese.kinds import Kind
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType

_WINDOW = 48
"""Sentences back in which a thing must have been named to be meant, unless it is a main one."""


@dataclass(slots=True)
class Past:
    """What one sentence was about: names in order, those in subject position, owners of values."""

    block: int
    title: bool
    standings: list[Standing] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    values: list[str | None] = field(default_factory=list)
    ordered: list[str] = field(default_factory=list)
    """The entities named in text order, each as often as it is named, those inside longer names
    left out."""
    inner: set[str] = field(default_factory=set)
    """Those inside longer names."""

    def stand(self, standing: Standing) -> None:
        """A name stands in the sentence."""
        self.standings.append(standing)
        if standing.function is Function.WITHIN:
            self.inner.add(standing.actor.entity)
        else:
            self.ordered.append(standing.actor.entity)

    def touched(self) -> set[str]:
        """Every entity that the sentence names or speaks of."""
        return self.inner.union(self.ordered, self.heads)


class Salience:
    """Remembers the sentences of an article and whom its people work for.

    What is looked back at is bounded, so that the cost of a value does not grow with the article.
    """

    def __init__(self, text: Text) -> None:
        self.cast = Cast(text)
        self.past: list[Past] = []
        self.titles: list[Past] = []
        self.employers: dict[str, str] = {}
        self.posts: dict[str, str] = {}
        self.speaker: str | None = None
        self.spoken_at = -1
        self.paragraph_head: str | None = None
        self.announced: str | None = None
        """What the paragraph has turned to in so many words: 至于某园，…."""
        self.main_site: str | None = None
        self.most = 0
        self._operated: dict[str, str] = {}
        self._count: Counter[str] = Counter()
        self._known: set[str] = set()
        self._sure: set[Kind] = set()
        self._window: set[str] = set()

    @property
    def now(self) -> Past:
        """The sentence that is being read."""
        return self.past[-1]

    def before(self, reach: int = _WINDOW) -> list[Past]:
        """The last sentences before the one that is being read."""
        return self.past[-reach - 1 : -1]

    def type_of(self, entity: str) -> EntityType:
        """The type of an entity."""
        return self.cast.types[entity]

    def is_person(self, entity: str) -> bool:
        """Whether an entity of the text is a person."""
        return self.cast.types.get(entity) is EntityType.PERSON

    def kind_of(self, entity: str) -> Kind:
        """The kind of an entity."""
        return self.cast.kinds[entity]

    def begin(self, block: int, *, title: bool) -> None:
        """A new sentence begins."""
        if self.past and self.now.block == block:
            if self.paragraph_head is None:
                self.paragraph_head = next(iter(self.now.heads), None)
        else:
            self.paragraph_head = self.announced = None
        self.past.append(Past(block, title))
        if title:
            self.titles.append(self.now)
        self._window = set(self.cast.leads & self._known).union(
            *(past.touched() for past in (*self.before(), *self.titles[:1]))
        )

    def around(self, here: set[str]) -> list[str]:
        """What may be meant: the things ``here``, those named lately, the main ones.

        They come in the order of their first mention.
        """
        return sorted(self._window | here, key=lambda key: self.cast.order[key])

    def stand(self, standing: Standing) -> None:
        """A name stands in the sentence."""
        entity = standing.actor.entity
        self.now.stand(standing)
        self._know(entity)
        if standing.reference is None and standing.function is not Function.WITHIN:
            self._count[entity] += 1
            self.most = max(self.most, self._count[entity])
            if self.type_of(entity) in SITES and (
                self.main_site is None or self._count[entity] > self._count[self.main_site]
            ):
                self.main_site = entity

    def head(self, entity: str) -> None:
        """A clause is about an entity."""
        self._know(entity)
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
        return self._operated.get(operator) or self.cast.site_inside(operator)

    def is_operator(self, entity: str) -> bool:
        """Whether a company runs a site, as the text says or its name shows."""
        return entity in self._operated or self.cast.develops_site(entity)

    def is_known(self, entity: str) -> bool:
        """Whether an entity was named or spoken of before this sentence."""
        return entity in self._known

    def is_outdone(self, entity: str) -> bool:
        """Whether an entity is doubtful, and a surer one of its kind was named before."""
        return entity in self.cast.doubtful and self.kind_of(entity) in self._sure

    def main_firm(self) -> tuple[str | None, int]:
        """The firm that the text is about, and how often it is named with its main person.

        That is the firm of the person who is named most, else the one named most itself.
        """
        person = self.cast.main_person
        employer = None if person is None else self.employer_of(person)
        if person is not None and employer is not None and self.kind_of(employer) is Kind.FIRM:
            return employer, self.cast.sizes[employer] + self.cast.sizes[person]
        firm = self.cast.main_firm
        return firm, 0 if firm is None else self.cast.sizes[firm]

    def count(self, entity: str) -> int:
        """How often an entity was named so far."""
        return self._count[entity]

    def is_of_paragraph(self, firm: str) -> bool:
        """Whether a firm is the only one that the paragraph has named so far."""
        firms = {
            each.actor.entity
            for past in self.before()
            if past.block == self.now.block and not past.title
            for each in past.standings
            if each.reference is None and self.kind_of(each.actor.entity) is Kind.FIRM
        }
        return firms == {firm}

    def is_speaking(self) -> bool:
        """Whether somebody speaks in the sentence that is being read."""
        return self.spoken_at >= len(self.past)

    def employer(self) -> str | None:
        """Whom the last speaker works for."""
        return None if self.speaker is None else self.employer_of(self.speaker)

    def employer_of(self, person: str) -> str | None:
        """Whom a person works for: as the text has told so far, else as it tells anywhere."""
        return self.employers.get(person) or self.posts.get(person)

    def _know(self, entity: str) -> None:
        self._known.add(entity)
        if entity not in self.cast.doubtful:
            self._sure.add(self.kind_of(entity))
