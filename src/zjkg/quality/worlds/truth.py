"""Reads the truth about a world: one JSON file beside its articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from zjkg.errors import Bilingual, SettingsError
from zjkg.model import Article, ConflictType, EntityType
from zjkg.quality.gold import gold_folder
from zjkg.reading import read
from zjkg.settings import Settings

Quote = tuple[str, str]
"""An article and words that stand in it."""


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of a truth file; a field that the format does not know is a mistake."""


class TrueArticle(_Row, frozen=True):
    """An article of the world, as its author lists it."""

    source: str
    language: str
    published: str | None = None
    outlet: str | None = None


class Cluster(_Row, frozen=True):
    """A thing and the names that each article uses for it."""

    type: EntityType
    names: dict[str, tuple[str, ...]]


class Apart(_Row, frozen=True):
    """Two names that look alike and are different things."""

    first: Quote
    second: Quote
    why: str


class TrueContradiction(_Row, frozen=True):
    """Two sentences that contradict each other, with the values at odds."""

    type: ConflictType
    first: Quote
    second: Quote
    values: tuple[str, str]
    why: str


class LookAlike(_Row, frozen=True):
    """Two sentences of the shape of a contradiction that are none."""

    first: Quote
    second: Quote
    why: str
    values: tuple[str, str] = ("", "")


class TrueOrigin(_Row, frozen=True):
    """Claims of several articles and the number of origins that they go back to."""

    claims: tuple[Quote, ...]
    origins: int
    why: str


class Truth(_Row, frozen=True):
    """Everything that is known about a world."""

    articles: tuple[TrueArticle, ...]
    clusters: tuple[Cluster, ...]
    apart: tuple[Apart, ...]
    contradictions: tuple[TrueContradiction, ...]
    lookalikes: tuple[LookAlike, ...]
    reposts: tuple[tuple[str, str], ...]
    origins: tuple[TrueOrigin, ...]


@dataclass(frozen=True, slots=True)
class World:
    """The articles of a world as read, and the truth about them."""

    name: str
    articles: tuple[Article, ...]
    truth: Truth


def load_worlds(settings: Settings) -> list[World]:
    """The worlds of the gold folder, by name.

    Raises:
        SettingsError: where there is none, or a truth file is malformed.
        ReadingError: where an article cannot be read.
    """
    folder = gold_folder(settings) / "worlds"
    files = sorted(folder.glob("*.json"))
    if not files:
        raise _problem(folder, "no file")
    return [_world(file, settings) for file in files]


def _world(file: Path, settings: Settings) -> World:
    try:
        truth = msgspec.json.decode(file.read_bytes(), type=Truth)
    except (OSError, msgspec.DecodeError) as error:
        raise _problem(file, str(error)) from error
    articles = tuple(
        read(file.with_name(f"{each.source}.txt"), zone=settings.zone) for each in truth.articles
    )
    return World(file.stem, articles, truth)


def _problem(where: Path, found: str) -> SettingsError:
    return SettingsError(
        Bilingual(
            f"the truth about a world cannot be read: {found}", f"无法读取语料世界的标注：{found}"
        ),
        where=str(where),
        expected=Bilingual(
            "<world>.json beside its articles, as seeds/gold/README.md describes it",
            "文章旁的 <world>.json，格式见 seeds/gold/README.md",
        ),
        next_step=Bilingual("correct the file", "更正该文件"),
    )
