"""Entities by IRI or by name, and what else has the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec
from pyoxigraph import NamedNode, Store

from zjkg.agents.facts import clipped
from zjkg.agents.schemas import meaning
from zjkg.errors import Bilingual, MessageLanguage, QueryError
from zjkg.ids import TERMS
from zjkg.query import close_names, entities_named, label_of
from zjkg.query.entity_search import mentions
from zjkg.query.labels import all_names
from zjkg.query.prefixes import expanded
from zjkg.query.reader import GraphReader

_CLASSES = tuple(
    "Organization Person Park Place Event Product Index Policy Project".split()  # the nine
)
_MOST_NAMES = 20
_LONGEST_NAME = 300


class Thing(msgspec.Struct, frozen=True, rename="camel"):
    """An entity: what it is, and how the articles call it."""

    iri: str
    type: str
    label: str
    names: Annotated[list[str], meaning("other names, at most twenty", "其他名称，至多二十个")]
    mentions: int
    articles: Annotated[int, meaning("articles that mention it", "提及它的文章数")]


@dataclass(frozen=True, slots=True)
class Named:
    """The entity that is meant, and the others of that name."""

    thing: Thing
    namesakes: list[Thing]


def the_thing(store: Store, asked: str, lang: MessageLanguage) -> Named:
    """The entity of that IRI or name; of several with one name the most often mentioned.

    Raises:
        QueryError: if nothing is called so.
    """
    words = asked.strip()
    iri = expanded(words)
    found = [iri] if iri else list(entities_named(store, words))
    things = [thing for each in found if (thing := described(store, each, lang)) is not None]
    if not things:
        raise _nothing(store, words)
    things.sort(key=lambda thing: (-thing.mentions, thing.iri))
    return Named(things[0], things[1:])


def described(store: Store, iri: str, lang: MessageLanguage) -> Thing | None:
    """All that is shown of an entity; None where the IRI is none."""
    try:
        NamedNode(iri)
    except ValueError:
        return None
    types = GraphReader(store).values(iri, "rdf:type")
    kind = next((each for each in _CLASSES if TERMS + each in types), None)
    if kind is None:
        return None
    label = label_of(store, iri, lang) or iri
    names = [name for name in all_names(store, iri) if name != label][:_MOST_NAMES]
    return Thing(
        iri,
        kind,
        clipped(label, _LONGEST_NAME),
        [clipped(name, _LONGEST_NAME) for name in names],
        *mentions(store, iri),
    )


def thing_lines(thing: Thing, lang: MessageLanguage) -> Iterator[str]:
    """An entity in two lines."""
    names = f" ({'; '.join(thing.names)})" if thing.names else ""
    yield f"{thing.label} [{thing.type}]{names}"
    counted = Bilingual(
        f"{thing.mentions} mentions in {thing.articles} articles",
        f"{thing.articles} 篇文章提及 {thing.mentions} 次",
    )
    yield f"   {counted.pick(lang)}; {thing.iri}"


def namesake_lines(namesakes: list[Thing], lang: MessageLanguage) -> Iterator[str]:
    """The other entities of the name, which the answer is not about."""
    if namesakes:
        yield Bilingual(
            "others of that name, not in this answer:", "同名的其他实体（不在本回答内）："
        ).pick(lang)
    for thing in namesakes:
        yield f"   {thing.label} [{thing.type}] {thing.iri}"


def _nothing(store: Store, words: str) -> QueryError:
    close = close_names(store, words, 3)
    return QueryError(
        Bilingual(
            f"no entity is called {clipped(words, _LONGEST_NAME)!r}",
            f"没有名为“{clipped(words, _LONGEST_NAME)}”的实体",
        ),
        where="thing",
        expected=Bilingual("the IRI or a name of an entity", "实体的 IRI 或名称"),
        next_step=Bilingual(
            (f"did you mean {' or '.join(close)}? " if close else "")
            + "the tool search finds names by a part of them",
            (f"是否想用 {' 或 '.join(close)}？" if close else "")
            + "可用工具 search 按部分名称检索",
        ),
    )
