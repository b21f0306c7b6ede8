"""What the observation rules look at: the text as a key, its clauses, words and names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from zjkg.folding import simplified
from zjkg.model import Article, Entity, EntityType, LanguageTag, Recognition, Sentence, Span, Token

_BREAK = re.compile(
    r"[，；。：！？;!?\n]|,(?!\d{3}(?!\d))|:(?!\d)|——|(?<=[一-鿿”])[ \u3000_](?=[一-鿿“])"
)


MASK = "〓"
_WHOLE_AREA = re.compile(r"[全本][市区县省镇港岛](?!域)")  # 全区生物制造: such words begin no name
_SURE = 0.85  # of the organizations below it every fourth is none, above it one in thirty


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the entity that it stands for."""

    span: Span
    entity: str
    type: EntityType


@dataclass(frozen=True)
class Text:
    """An article under the eyes of the rules; ``key`` has the length of the stored text.

    ``starts`` are the offsets of ``named``. ``doubtful`` are the entities that no mention has
    strong evidence for.
    """

    article: Article
    key: str
    named: tuple[Named, ...]
    starts: tuple[int, ...]
    tokens: tuple[tuple[Token, ...], ...]
    clauses_of: dict[Span, tuple[Span, ...]]
    doubtful: frozenset[str] = frozenset()

    @classmethod
    def of(cls, article: Article, recognition: Recognition, entities: tuple[Entity, ...]) -> Text:
        """The view of an article."""
        key = simplified(article.text)
        named = [
            Named(span, entity.key, entity.type)
            for entity in entities
            for span in (recognition.mentions[index].span for index in entity.mentions)
            if key[span.end : span.end + 1] != "$"  # US$ is money, not the country
            and _WHOLE_AREA.match(key, span.start) is None
        ]
        named.sort(key=lambda item: (item.span.start, -item.span.end))
        clauses = {item.span: _clauses(key, item.span) for item in article.sentences}
        doubtful = frozenset(
            entity.key
            for entity in entities
            if max(recognition.mentions[index].score for index in entity.mentions) < _SURE
        )
        starts = tuple(item.span.start for item in named)
        return cls(article, key, tuple(named), starts, recognition.tokens, clauses, doubtful)

    def sentence_of(self, span: Span) -> int:
        """The index of the sentence that holds a span."""
        return max(0, bisect_right(self._sentence_starts, span.start) - 1)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(item.span.start for item in self.article.sentences)

    @cached_property
    def _word_starts(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(word.span.start for word in words) for words in self.tokens)

    def clauses(self, sentence: Sentence) -> tuple[Span, ...]:
        """The stretches of a sentence between commas, semicolons and colons."""
        return self.clauses_of[sentence.span]

    def all_in(self, span: Span) -> tuple[Named, ...]:
        """The names inside a span, those inside longer ones too."""
        return tuple(item for item in self._starting_in(span) if item.span.end <= span.end)

    def names_in(self, span: Span) -> tuple[Named, ...]:
        """The names inside a span, outermost first where they nest."""
        found: list[Named] = []
        for item in self._starting_in(span):
            if item.span.end <= span.end and not (found and found[-1].span.covers(item.span)):
                found.append(item)
        return tuple(found)

    def _starting_in(self, span: Span) -> tuple[Named, ...]:
        first = bisect_left(self.starts, span.start)
        return self.named[first : bisect_left(self.starts, span.end, first)]

    def words(self, sentence: int, span: Span) -> tuple[Token, ...]:
        """The words of a sentence that begin inside a span."""
        if sentence >= len(self.tokens):
            return ()
        starts = self._word_starts[sentence]
        first = bisect_left(starts, span.start)
        return self.tokens[sentence][first : bisect_left(starts, span.end, first)]


def _clauses(key: str, sentence: Span) -> tuple[Span, ...]:
    parts: list[Span] = []
    start = sentence.start
    for match in _BREAK.finditer(key, start, sentence.end):
        if match.start() > start:
            parts.append(Span(start, match.start()))
        start = match.end()
    if start < sentence.end:
        parts.append(Span(start, sentence.end))
    return tuple(parts)


def masked(text: Text, span: Span) -> str:
    """A stretch with every character of a name made ``〓``; of the same length."""
    parts: list[str] = []
    at = span.start
    for item in text.names_in(span):
        start, end = max(at, item.span.start), max(at, item.span.end)
        parts += (text.key[at:start], MASK * (end - start))
        at = end
    return "".join((*parts, text.key[at : span.end]))


def clause_at(clauses: tuple[Span, ...], at: int) -> int:
    """The index of the clause that holds an offset."""
    return max(0, bisect_right(clauses, at, key=lambda clause: clause.start) - 1)


def is_english(sentence: Sentence) -> bool:
    """Whether the rules for English apply."""
    return sentence.language is LanguageTag.EN
