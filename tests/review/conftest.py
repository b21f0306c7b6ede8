"""Four invented articles: one person's name in three of them, a firm and its short form in two."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from zjkg import linking
from zjkg.ids import Minter
from zjkg.model import (
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Claims,
    EntityType,
    Identity,
    LanguageTag,
    Measurement,
    Mention,
    Publication,
    Recognition,
    Sentence,
    Span,
)
from zjkg.review import Material
from zjkg.store import ArticleState, GraphStore, State

HEADER = b"first,second,same,who,when,why\n"
PERSON, FIRM, PARK, PLACE = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.PARK,
    EntityType.PLACE,
)
TEXTS: dict[str, tuple[str, list[tuple[str, EntityType]]]] = {
    "a1": (
        "林岚谈创新\n林岚说，药物研发要有耐心。\n蓝舟科技有限公司昨日开业。",
        [("林岚", PERSON), ("林岚", PERSON), ("蓝舟科技有限公司", FIRM)],
    ),
    "a2": ("论坛开幕\n林岚出席论坛。\n落户青禾。", [("林岚", PERSON), ("青禾", PLACE)]),
    "a3": (
        "院校动态\n林岚回到母校，参观了青禾。\n青禾很大。",
        [("林岚", PERSON), ("青禾", PARK), ("青禾", PLACE)],
    ),
    "a4": ("快讯\n蓝舟获得融资。", [("蓝舟", FIRM)]),
}


def made(source: str, text: str, names: Sequence[tuple[str, EntityType]]) -> ArticleRecord:
    """The record of an article whose first line is its title, each line a sentence."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    kinds = [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * (len(spans) - 1)
    day = f"2024-05-0{source[-1]}T08:00:00+08:00"
    article = Article(
        source=source,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        media_type="text/plain",
        text=text,
        language=LanguageTag.HANS,
        title=spans[0],
        publisher=None,
        published=Publication(datetime.fromisoformat(day), day),
        blocks=tuple(Block(span, kind) for span, kind in zip(spans, kinds, strict=True)),
        sentences=tuple(Sentence(span, LanguageTag.HANS, n) for n, span in enumerate(spans)),
    )
    mentions, at = [], 0
    for name, kind in names:
        start = text.index(name, at)
        at = start + len(name)
        mentions.append(Mention(Span(start, at), kind, ("test",), 1.0))
    recognition = Recognition((), tuple(mentions), ())
    found = linking.entities(article, recognition)
    return ArticleRecord(article, recognition, Measurement(()), found, Claims())


def resolved(records: Sequence[ArticleRecord], rows: Sequence[linking.Judgement] = ()) -> Identity:
    return linking.resolve(records, (), rows, Minter("https://zjkg.example/"))


@pytest.fixture
def records() -> list[ArticleRecord]:
    return [made(source, text, names) for source, (text, names) in TEXTS.items()]


@pytest.fixture
def material(records: list[ArticleRecord]) -> Material:
    return Material({each.article.source: each for each in records}, resolved(records))


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "judgements.csv").write_bytes(HEADER)
    return folder


@pytest.fixture
def store(tmp_path: Path, records: list[ArticleRecord]) -> Path:
    """A store that holds the records and no graph: what a review needs."""
    folder = tmp_path / "store"
    articles = {}
    with GraphStore.open(folder, write=True) as opened:
        for record in records:
            key = f"record-{record.article.source}"
            opened.save_record(key, msgspec.json.encode(record))
            articles[record.article.source] = ArticleState(
                file_digest=record.article.digest, record_key=key, graph=f"https://g/{key}"
            )
        opened.save_state(State(articles=articles))
    return folder
