"""What a search finds: entities and sentences, each with how it matched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zjkg.errors import Bilingual


class SearchKind(StrEnum):
    """What can be searched for."""

    ENTITY = "entity"
    SENTENCE = "sentence"


class Match(StrEnum):
    """How closely something matches, the closest first.

    NAME: the words are one of the names, or stand in the sentence; NUMBER: they are a number that
    the sentence states in its own writing; PREFIX: a name begins with them; WORDS: a name or a
    sentence holds them one by one.
    """

    NAME = "name"
    NUMBER = "number"
    PREFIX = "prefix"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity: its type, its label in the language asked for, its other names, its mentions."""

    iri: str
    match: Match
    type: str
    label: str
    names: tuple[str, ...]
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of an article: its text and offsets, and the spans that match.

    ``start``, ``end`` and ``hits`` are half-open and count code points of the article's stored
    text; ``version`` is the IRI of the article version that holds it.
    """

    version: str
    source: str
    title: str | None
    published: str | None
    match: Match
    text: str
    start: int
    end: int
    hits: tuple[tuple[int, int], ...]

    @property
    def marked(self) -> str:
        """The sentence with each hit between 【 and 】."""
        pieces, at = [], self.start
        for first, last in self.hits:
            before = self.text[at - self.start : first - self.start]
            pieces.append(f"{before}【{self.text[first - self.start : last - self.start]}】")
            at = last
        return "".join(pieces) + self.text[at - self.start :]


@dataclass(frozen=True, slots=True)
class FoundSentences:
    """The best sentences, and how many there are in the articles that were looked at.

    ``looked_at`` is how many these are, the first by publication; None where they are all.
    """

    shown: tuple[FoundSentence, ...] = ()
    total: int = 0
    looked_at: int | None = None


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The best entities and sentences, in a fixed order; the totals count before the limit.

    Where so many articles match that only the first were looked at, ``looked_at`` is how many;
    ``sentence_total`` counts only in these. Where nothing is found, ``suggestions`` holds names
    that resemble the words.
    """

    words: str
    entities: tuple[FoundEntity, ...] = ()
    sentences: tuple[FoundSentence, ...] = ()
    entity_total: int = 0
    sentence_total: int = 0
    suggestions: tuple[str, ...] = ()
    looked_at: int | None = None

    @property
    def left_out(self) -> Bilingual | None:
        """What is said of articles that were not looked at; None where all were."""
        if self.looked_at is None:
            return None
        return Bilingual(
            f"sentences of the first {self.looked_at} articles that match, by date; more match: "
            "ask for more words",
            f"仅查看了按日期最早的 {self.looked_at} 篇相符文章中的句子，另有更多文章相符；"
            "请增加检索词",
        )
