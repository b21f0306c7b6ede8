from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from zjkg.linking import entities
from zjkg.model import (
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Claims,
    Entity,
    EntityType,
    Evidence,
    LanguageTag,
    Measurement,
    Mention,
    Publication,
    Recognition,
    Role,
    Sentence,
    Span,
)

Named = tuple[str, EntityType]
MakeRecord = Callable[..., ArticleRecord]


def _article(source: str, text: str, language: LanguageTag, date: str | None) -> Article:
    span = Span(0, len(text))
    published = Publication(datetime.fromisoformat(date), date) if date else None
    return Article(
        source=source,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        media_type="text/plain",
        text=text,
        language=language,
        title=None,
        publisher=None,
        published=published,
        blocks=(Block(span, BlockKind.PARAGRAPH),),
        sentences=(Sentence(span, language, 0),),
    )


def _mentions(text: str, names: Sequence[Named]) -> tuple[Mention, ...]:
    """Names in the order of the text; the same name again means its next occurrence."""
    at = 0
    found: list[Mention] = []
    for name, kind in names:
        start = text.index(name, at)
        at = start + len(name)
        found.append(Mention(Span(start, at), kind, ("test",), 1.0))
    return tuple(found)


@pytest.fixture
def make_record() -> MakeRecord:
    """An article record from text, its names in order, and (person, organization, post) roles."""

    def make(
        source: str,
        text: str,
        names: Sequence[Named],
        *,
        roles: Sequence[tuple[str, str | None, str]] = (),
        language: LanguageTag = LanguageTag.HANS,
        date: str | None = "2024-05-01T08:00:00+08:00",
    ) -> ArticleRecord:
        article = _article(source, text, language, date)
        recognition = Recognition((), _mentions(text, names), ())
        found = entities(article, recognition)

        def key(name: str) -> str:
            return next(e.key for e in found if name in {n.text for n in e.names})

        said = tuple(
            Role(
                key(person),
                key(organization) if organization else None,
                Span(text.index(post), text.index(post) + len(post)),
                Evidence(Span(0, len(text))),
                "test",
            )
            for person, organization, post in roles
        )
        return ArticleRecord(article, recognition, Measurement(()), found, Claims(roles=said))

    return make


@pytest.fixture
def names_of() -> Callable[[ArticleRecord], list[set[str]]]:
    def names(record: ArticleRecord) -> list[set[str]]:
        return [{name.text for name in entity.names} for entity in record.entities]

    return names


@pytest.fixture
def entity_of() -> Callable[[ArticleRecord, str], Entity]:
    def find(record: ArticleRecord, name: str) -> Entity:
        return next(e for e in record.entities if name in {n.text for n in e.names})

    return find
