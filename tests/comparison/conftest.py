from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from zjkg.comparison import MeasureScheme, Units, compare
from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import (
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Claims,
    Comparator,
    Comparison,
    Entity,
    EntityType,
    Evidence,
    LanguageTag,
    Measurement,
    Mention,
    Modality,
    Name,
    Observation,
    Period,
    Publication,
    Quantity,
    Recognition,
    Role,
    Sentence,
    Span,
)
from zjkg.settings import resource

SUBJECT = "滨江园"


@dataclass(frozen=True, slots=True)
class Said:
    """One number of a test article; all words must stand in its text."""

    number: str
    value: str
    unit: str
    measure: str
    subject: str = SUBJECT
    comparator: Comparator = Comparator.EQUAL
    start: str | None = "2020"
    end: str | None = "2020"
    modality: Modality = Modality.ACTUAL
    share_of: str | None = None
    qualifier: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """What a test article says besides its numbers."""

    text: str
    published: str | None = "2021-03-01"
    outlet: str | None = None
    names: tuple[tuple[str, EntityType], ...] = ()
    roles: tuple[tuple[str, str, str], ...] = ()


class Draft:
    """Builds the record of a test article."""

    def __init__(self, source: str, paper: Paper, said: tuple[Said, ...]) -> None:
        self.source, self.paper, self.said = source, paper, said
        named = dict.fromkeys([*(each.subject for each in said)], EntityType.PARK)
        named |= {each.speaker: EntityType.PERSON for each in said if each.speaker}
        self.named = named | dict(paper.names)

    def record(self) -> ArticleRecord:
        mentions = tuple(
            Mention(self.at(name), kind, ("test",), 1.0) for name, kind in self.named.items()
        )
        entities = tuple(
            Entity(f"e{i}", kind, (Name(name, LanguageTag.HANS, self.at(name)),), (i,))
            for i, (name, kind) in enumerate(self.named.items())
        )
        claims = Claims(
            tuple(self.observation(i, each) for i, each in enumerate(self.said)),
            tuple(
                Role(
                    self.key(who),
                    self.key(org),
                    self.at(post),
                    Evidence(self.sentence(who)),
                    "test",
                )
                for who, org, post in self.paper.roles
            ),
        )
        quantities = tuple(self.quantity(each) for each in self.said)
        return ArticleRecord(
            self.article(), Recognition((), mentions, ()), Measurement(quantities), entities, claims
        )

    def article(self) -> Article:
        text, published = self.paper.text, self.paper.published
        whole = Span(0, len(text))
        instant = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
        return Article(
            self.source, self.source, "utf-8", "text/plain", text, LanguageTag.HANS, None,
            self.at(self.paper.outlet) if self.paper.outlet else None,
            Publication(instant, published or "") if instant else None,
            (Block(whole, BlockKind.PARAGRAPH),), (Sentence(whole, LanguageTag.HANS, 0),),
        )  # fmt: skip

    def quantity(self, each: Said) -> Quantity:
        period = Period(each.start, each.end, None) if each.start or each.end else None
        share = self.at(each.share_of) if each.share_of else None
        number = self.at(each.number)
        return Quantity(
            number, number, Decimal(each.value), None, each.unit, each.comparator, period, share,
            None, "test",
        )  # fmt: skip

    def observation(self, index: int, each: Said) -> Observation:
        return Observation(
            index, self.key(each.subject), self.at(each.subject), self.at(each.measure),
            each.modality, self.at(each.qualifier) if each.qualifier else None,
            self.key(each.speaker) if each.speaker else None,
            Evidence(self.sentence(each.number), (self.at(each.number),)), "test",
        )  # fmt: skip

    def sentence(self, words: str) -> Span:
        """The stretch between full stops that holds the words."""
        text, place = self.paper.text, self.at(words)
        start = text.rfind("。", 0, place.start) + 1
        end = text.find("。", place.end)
        return Span(start, end + 1 if end >= 0 else len(text))

    def at(self, words: str) -> Span:
        start = self.paper.text.index(words)
        return Span(start, start + len(words))

    def key(self, name: str) -> str:
        return f"e{list(self.named).index(name)}"


MakeRecord = Callable[..., ArticleRecord]


@pytest.fixture(scope="session")
def said() -> type[Said]:
    return Said


@pytest.fixture(scope="session")
def paper() -> type[Paper]:
    return Paper


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """A record of one paragraph, with one entity per name."""

    def make(source: str, text: str | Paper, *numbers: Said) -> ArticleRecord:
        return Draft(source, text if isinstance(text, Paper) else Paper(text), numbers).record()

    return make


@pytest.fixture(scope="session")
def scheme() -> MeasureScheme:
    return MeasureScheme.load(resource("ontology") / "measures.ttl")


@pytest.fixture(scope="session")
def compared(scheme: MeasureScheme) -> Callable[..., Comparison]:
    """The comparison of records, with the ontology's measures and units."""
    units = Units.load(resource("ontology") / "units.ttl")

    def compare_all(*records: ArticleRecord) -> Comparison:
        identity = resolve(records, [], [], Minter("https://example.org/"))
        return compare(records, identity, scheme, units)

    return compare_all
