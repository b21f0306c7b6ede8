"""Reads gold annotation: one JSON file per article, checked against its closed lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

import msgspec

from zjkg.errors import Bilingual, SettingsError
from zjkg.model import Article, Comparator, EntityType, Modality, Predicate
from zjkg.reading import read
from zjkg.settings import Settings, resource

SETS = ("five", "written", "held")
_TEXTS = (".txt", ".html", ".md")
_CLOSED_LISTS: dict[str, type[StrEnum]] = {
    "type": EntityType,
    "predicate": Predicate,
    "comparator": Comparator,
    "modality": Modality,
}


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A row of a gold file; a field that the format does not know is a mistake."""


class GoldEntity(_Row, frozen=True):
    """A named thing: its longest name, its type, its other names."""

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


class GoldRole(_Row, frozen=True):
    """A person holds a post, at an organization where the text names one."""

    person: str
    organization: str | None
    post: str


class GoldQuantity(_Row, frozen=True):
    """A number with its meaning; missing an ``optional`` one costs nothing."""

    value: float
    value_max: float | None
    unit: str
    comparator: Comparator
    period_start: str | None
    period_end: str | None
    modality: Modality
    share_of: str | None
    subject: str | None
    measure: str
    quote: str
    optional: bool = False


class GoldRelation(_Row, frozen=True):
    """A relation of the closed list."""

    subject: str
    predicate: Predicate
    object: str


class GoldQuotation(_Row, frozen=True):
    """Direct speech."""

    speaker: str | None
    text: str


class Gold(_Row, frozen=True):
    """Everything in one article that counts."""

    source: str
    language: Literal["zh-Hans", "zh-Hant", "en"]
    published: str | None
    entities: tuple[GoldEntity, ...]
    roles: tuple[GoldRole, ...]
    quantities: tuple[GoldQuantity, ...]
    relations: tuple[GoldRelation, ...]
    quotations: tuple[GoldQuotation, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its annotation."""

    article: Article
    gold: Gold


def gold_folder(settings: Settings) -> Path:
    """Where the gold sets are."""
    return (settings.seeds or resource("seeds")) / "gold"


def load_set(name: str, settings: Settings) -> list[GoldArticle]:
    """The articles of one of ``SETS``, in the order of their names.

    Raises:
        SettingsError: where a file is malformed or names a thing that is not among its entities,
            or an article's text is missing.
        ReadingError: where an article cannot be read.
    """
    folder = gold_folder(settings)
    files = sorted((folder / name).glob("*.json"))
    if not files:
        raise _problem(
            str(folder / name),
            Bilingual("there is no gold annotation here", "此处没有标注文件"),
            Bilingual("<source>.json files", "<来源名>.json 文件"),
        )
    texts = folder.parent / "articles" if name == "five" else folder / name
    return [
        GoldArticle(read(_text_of(file, texts), zone=settings.zone), load_gold(file))
        for file in files
    ]


def load_gold(file: Path) -> Gold:
    """One gold file.

    Raises:
        SettingsError: says the file, the place in it and what was expected there.
    """
    try:
        gold = msgspec.json.decode(file.read_bytes(), type=Gold)
    except OSError as error:
        raise _problem(
            str(file),
            Bilingual(
                f"the gold file cannot be read: {error.strerror}",
                f"无法读取标注文件：{error.strerror}",
            ),
            Bilingual("a readable file", "可读的文件"),
        ) from error
    except msgspec.DecodeError as error:
        raise _malformed(file, str(error)) from error
    if gold.source != file.stem:
        raise _problem(
            f"{file}: $.source",
            Bilingual(f"the source is {gold.source!r}", f"source 为 {gold.source!r}"),
            Bilingual(f"the file's name, {file.stem!r}", f"文件名 {file.stem!r}"),
        )
    for place, name in _unknown_names(gold):
        raise _problem(
            f"{file}: {place}",
            Bilingual(f"{name!r} is no entity of the file", f"{name!r} 不是该文件中的实体"),
            Bilingual("a name or an alias of one of its entities", "其中某个实体的名称或别名"),
        )
    return gold


def _unknown_names(gold: Gold) -> Iterator[tuple[str, str]]:
    known = {name for entity in gold.entities for name in entity.names}
    named: list[tuple[str, str | None]] = []
    for index, role in enumerate(gold.roles):
        named.append((f"$.roles[{index}].person", role.person))
        named.append((f"$.roles[{index}].organization", role.organization))
    for index, quantity in enumerate(gold.quantities):
        named.append((f"$.quantities[{index}].subject", quantity.subject))
    for index, relation in enumerate(gold.relations):
        named.append((f"$.relations[{index}].subject", relation.subject))
        named.append((f"$.relations[{index}].object", relation.object))
    for index, quotation in enumerate(gold.quotations):
        named.append((f"$.quotations[{index}].speaker", quotation.speaker))
    return ((place, name) for place, name in named if name is not None and name not in known)


def _text_of(file: Path, texts: Path) -> Path:
    for suffix in _TEXTS:
        text = texts / f"{file.stem}{suffix}"
        if text.is_file():
            return text
    raise _problem(
        str(file),
        Bilingual("the text of the annotated article is missing", "缺少所标注文章的文本"),
        Bilingual(
            f"{texts / file.stem} with one of {', '.join(_TEXTS)}",
            f"{texts / file.stem}，扩展名为 {'、'.join(_TEXTS)} 之一",
        ),
    )


def _malformed(file: Path, message: str) -> SettingsError:
    said, _, quoted = message.partition(" - at ")
    place = quoted.strip("`")
    closed = _CLOSED_LISTS.get(place.rpartition(".")[2])
    if closed:
        expected = Bilingual(f"one of: {', '.join(closed)}", f"以下之一：{'、'.join(closed)}")
    else:
        expected = Bilingual(
            "the format that seeds/gold/README.md states", "seeds/gold/README.md 所述的格式"
        )
    return _problem(
        f"{file}: {place}" if place else str(file),
        Bilingual(f"the gold file is malformed: {said}", f"标注文件格式有误：{said}"),
        expected,
    )


def _problem(where: str, what: Bilingual, expected: Bilingual) -> SettingsError:
    return SettingsError(
        what,
        where=where,
        expected=expected,
        next_step=Bilingual("correct the gold file", "请更正标注文件"),
    )
