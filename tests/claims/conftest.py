"""Articles of a few sentences, with their names given instead of recognized."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from zjkg.claims import extract
from zjkg.measurement import measure
from zjkg.model import (
    Article,
    Block,
    BlockKind,
    Claims,
    Credit,
    Entity,
    EntityType,
    LanguageTag,
    Link,
    Measurement,
    Mention,
    Name,
    Publication,
    Recognition,
    Sentence,
    Span,
    Token,
)
from zjkg.recognition.tagger.english import EnglishTagger
from zjkg.settings import SHANGHAI

_SENTENCE = re.compile(r"(?:[^。！？\n.]|\.(?!\s|$|[\"”]))+(?:[。！？]|\.)?[”」』\"]?")
_TYPES = {kind.value.lower(): kind for kind in EntityType}
_MARKED = re.compile(r"\[(\w):([^\]]+)\]")
_LETTERS = {
    "O": "organization",
    "P": "person",
    "K": "park",
    "L": "place",
    "E": "event",
    "D": "product",
    "I": "index",
    "Y": "policy",
    "J": "project",
}


@dataclass(frozen=True)
class Case:
    """An article with its claims, and views of them that name things by their labels."""

    article: Article
    recognition: Recognition
    entities: tuple[Entity, ...]
    claims: Claims
    measurement: Measurement

    def label(self, key: str | None) -> str | None:
        if key is None:
            return None
        return next(e.names[0].text for e in self.entities if e.key == key)

    @property
    def roles(self) -> set[tuple[str | None, str | None, str]]:
        text = self.article.text
        return {
            (self.label(r.person), self.label(r.organization), r.post.of(text))
            for r in self.claims.roles
        }

    @property
    def relations(self) -> set[tuple[str | None, str, str | None]]:
        return {
            (self.label(r.subject), r.predicate.value, self.label(r.object))
            for r in self.claims.relations
        }

    @property
    def quotes(self) -> list[tuple[str | None, tuple[str, ...]]]:
        text = self.article.text
        return [
            (self.label(q.speaker), tuple(part.of(text) for part in q.parts))
            for q in self.claims.quotations
        ]


Make = Callable[..., Case]
MakeMarked = Callable[[str], Case]


def _language(text: str, default: LanguageTag) -> LanguageTag:
    han = sum("一" <= char <= "鿿" for char in text)
    return LanguageTag.EN if han * 4 < len(text) else default


def _blocks(text: str, title: str | None) -> tuple[Block, ...]:
    blocks, at = [], 0
    for line in text.split("\n"):
        kind = BlockKind.TITLE if line == title else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    return tuple(blocks)


def _sentences(text: str, blocks: tuple[Block, ...], tag: LanguageTag) -> tuple[Sentence, ...]:
    found = []
    for index, block in enumerate(blocks):
        for match in _SENTENCE.finditer(text, block.span.start, block.span.end):
            words = match[0]
            start = match.start() + len(words) - len(words.lstrip())
            span = Span(start, start + len(words.strip()))
            if span.start < span.end:
                found.append(Sentence(span, _language(words, tag), index))
    return tuple(found)


def _mentions(text: str, names: dict[str, tuple[str, str]]) -> list[tuple[Mention, str, str]]:
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return [
        (
            Mention(Span(*match.span()), _TYPES[names[match[0]][0]], ("test",), 1.0),
            names[match[0]][1],
            match[0],
        )
        for match in (pattern.finditer(text) if names else ())
    ]


def _article(
    text: str, title: str | None, links: tuple[Link, ...], credits_: tuple[Credit, ...]
) -> Article:
    tag = LanguageTag.HANT if re.search("[園區協會張]", text) else LanguageTag.HANS
    blocks = _blocks(text, title)
    return Article(
        source="test",
        digest="0" * 64,
        encoding="utf-8",
        media_type="text/plain",
        text=text,
        language=_language(text, tag),
        title=None,
        publisher=None,
        published=None,
        blocks=blocks,
        sentences=_sentences(text, blocks, tag),
        links=links,
        credits=credits_,
    )


def _tokens(article: Article, tagger: EnglishTagger) -> tuple[tuple[Token, ...], ...]:
    """The words of the English sentences with their syntax; the others have no words."""
    sentences = article.sentences
    english = [index for index, s in enumerate(sentences) if s.language is LanguageTag.EN]
    found: dict[int, tuple[Token, ...]] = {}
    tagged = tagger.tag([sentences[index].span.of(article.text) for index in english])
    for index, words in zip(english, tagged, strict=True):
        base = sentences[index].span.start
        found[index] = tuple(
            Token(Span(base + start, base + end), tag, syntax)
            for (start, end, tag), syntax in zip(words.words, words.syntax, strict=True)
        )
    return tuple(found.get(index, ()) for index in range(len(sentences)))


@pytest.fixture(scope="session")
def make() -> Make:
    """Build an article and extract its claims.

    Names are ``surface=type``, or ``surface=type=label`` where another name labels the entity.
    """
    tagger = EnglishTagger()

    def build(
        given: str | Article,
        *names: str,
        links: tuple[Link, ...] = (),
        credits_: tuple[Credit, ...] = (),
        tokens: tuple[tuple[Token, ...], ...] = (),
        title: str | None = None,
    ) -> Case:
        parts = [name.split("=") for name in names]
        known = {part[0]: (part[1], part[2] if len(part) > 2 else part[0]) for part in parts}
        article = given if isinstance(given, Article) else _article(given, title, links, credits_)
        text, tag = article.text, article.language
        found = _mentions(text, known)
        groups: dict[tuple[str, EntityType], list[int]] = {}
        for index, (mention, label, _) in enumerate(found):
            groups.setdefault((label, mention.type), []).append(index)
        entities = tuple(
            Entity(
                f"e{number}",
                kind,
                (Name(label, tag, found[indexes[0]][0].span),),
                tuple(indexes),
            )
            for number, ((label, kind), indexes) in enumerate(groups.items())
        )
        words = tokens or _tokens(article, tagger)
        recognition = Recognition(words, tuple(item[0] for item in found), ())
        claims = extract(article, recognition, Measurement(()), entities)
        return Case(article, recognition, entities, claims, Measurement(()))

    return build


@pytest.fixture(scope="session")
def make_marked(make: Make) -> MakeMarked:
    """Build an article from a text in which a name is written ``[O:Marlow Bio]``.

    The letter is that of its type: ``O`` organization, ``P`` person, ``K`` park, ``L`` place,
    ``E`` event, ``D`` product, ``I`` index, ``Y`` policy, ``J`` project.
    """

    def build(text: str) -> Case:
        names = (f"{name}={_LETTERS[kind]}" for kind, name in _MARKED.findall(text))
        return make(_MARKED.sub(r"\2", text), *names)

    return build


@pytest.fixture(scope="session")
def make_measured(make_marked: MakeMarked) -> Callable[..., Case]:
    """Like ``make_marked``, with the numbers of the text and, where given, its day."""

    def build(text: str, published: str | None = None) -> Case:
        case = make_marked(text)
        article = case.article
        if published is not None:
            instant = datetime.fromisoformat(published).replace(tzinfo=SHANGHAI)
            article = replace(article, published=Publication(instant, published))
        measured = measure(article, case.recognition, zone=SHANGHAI)
        claims = extract(article, case.recognition, measured, case.entities)
        return Case(article, case.recognition, case.entities, claims, measured)

    return build
