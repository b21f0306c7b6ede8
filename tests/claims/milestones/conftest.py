"""Sentences with their names given, tagged and dated as the pipeline does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from zjkg.claims import extract
from zjkg.folding import simplified
from zjkg.measurement import measure
from zjkg.model import (
    Article,
    Block,
    BlockKind,
    Claims,
    Entity,
    EntityType,
    LanguageTag,
    Mention,
    Name,
    Publication,
    Recognition,
    Sentence,
    Span,
    Token,
)
from zjkg.recognition.tagger.english import EnglishTagger
from zjkg.recognition.tagger.lac import LacTagger
from zjkg.settings import SHANGHAI

_LETTERS = {
    "O": EntityType.ORGANIZATION,
    "P": EntityType.PERSON,
    "K": EntityType.PARK,
    "L": EntityType.PLACE,
    "E": EntityType.EVENT,
    "D": EntityType.PRODUCT,
    "I": EntityType.INDEX,
    "Y": EntityType.POLICY,
    "J": EntityType.PROJECT,
}
_MARKED = re.compile(r"\[(\w):([^\]]+)\]")
_SENTENCE = re.compile(r"[^。.]+(?:[。]|\.(?=\s|$))?")


@dataclass(frozen=True)
class Read:
    """An article of some sentences, with its claims."""

    text: str
    names: dict[str, str]
    claims: Claims

    @property
    def rows(self) -> list[str]:
        """Each milestone as a line: kind | subject | thing | start | end | modality."""
        return [
            " | ".join(
                (
                    item.kind,
                    self.names[item.subject],
                    item.thing.of(self.text) if item.thing is not None else "-",
                    item.start,
                    item.end,
                    item.modality,
                )
            )
            for item in self.claims.milestones
        ]


Reader = Callable[[str], Read]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Reads a text in which a name is written ``[O:Marlow Bio]``, published on 15 March 2024."""
    chinese, english = LacTagger(), EnglishTagger()

    def words(text: str, span: Span, language: LanguageTag) -> tuple[Token, ...]:
        if language is LanguageTag.EN:
            tagged = english.tag([span.of(text)])[0]
            return tuple(
                Token(Span(span.start + start, span.start + end), tag, syntax)
                for (start, end, tag), syntax in zip(tagged.words, tagged.syntax, strict=True)
            )
        return tuple(
            Token(Span(span.start + start, span.start + end), tag)
            for start, end, tag in chinese.tag([simplified(span.of(text))])[0]
        )

    def read(marked: str) -> Read:
        text = _MARKED.sub(r"\2", marked)
        language = LanguageTag.HANT if re.search("[園區號於發產業務]", text) else LanguageTag.HANS
        language = language if re.search("[一-鿿]", text) else LanguageTag.EN
        kinds = {name: _LETTERS[letter] for letter, name in _MARKED.findall(marked)}
        mentions, entities = _named(text, kinds, language)
        spans = [
            Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
            for match in _SENTENCE.finditer(text)
            if match[0].strip()
        ]
        article = Article(
            source="test",
            digest="0" * 64,
            encoding="utf-8",
            media_type="text/plain",
            text=text,
            language=language,
            title=None,
            publisher=None,
            published=Publication(datetime(2024, 3, 15, 4, tzinfo=UTC), "2024-03-15"),
            blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),),
            sentences=tuple(Sentence(span, language, 0) for span in spans),
        )
        tokens = tuple(words(text, span, language) for span in spans)
        recognition = Recognition(tokens, mentions, ())
        measurement = measure(article, recognition, zone=SHANGHAI)
        claims = extract(article, recognition, measurement, entities)
        names = {entity.key: entity.names[0].text for entity in entities}
        return Read(text, names, claims)

    return read


def _named(
    text: str, kinds: dict[str, EntityType], language: LanguageTag
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    if not kinds:
        return (), ()
    pattern = re.compile("|".join(map(re.escape, sorted(kinds, key=len, reverse=True))))
    found = list(pattern.finditer(text))
    mentions = tuple(
        Mention(Span(*match.span()), kinds[match[0]], ("test",), 1.0) for match in found
    )
    entities: list[Entity] = []
    for name in dict.fromkeys(match[0] for match in found):
        indexes = tuple(i for i, match in enumerate(found) if match[0] == name)
        names = (Name(name, language, mentions[indexes[0]].span),)
        entities.append(Entity(f"e{len(entities)}", kinds[name], names, indexes))
    return mentions, tuple(entities)
