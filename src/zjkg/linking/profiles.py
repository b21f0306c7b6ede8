"""What identity looks at: the names of one article's entity, and what that article says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pypinyin import lazy_pinyin

from zjkg.folding import match_key, simplified
from zjkg.linking.coined import coined
from zjkg.linking.editions import edition_of
from zjkg.linking.lexicon import places
from zjkg.linking.names import Core, core
from zjkg.linking.posts import post_groups
from zjkg.linking.romanization import likeness, wade_giles
from zjkg.linking.translation import parts_of
from zjkg.model import (
    ArticleRecord,
    Entity,
    EntityType,
    LanguageTag,
    LocalKey,
    Name,
    Predicate,
)

_WHOLES = frozenset({Predicate.PART_OF, Predicate.SUBSIDIARY_OF, Predicate.LOCATED_IN})
_WORDS_OF_A_PERSON = 2
_SPECIFIC = ("国家", "中国", "中华", "全国")
_PLACES = (EntityType.PLACE, EntityType.PARK)


@dataclass(frozen=True, slots=True)
class Profile:
    """One local entity.

    ``names`` are folded, ``written`` as they stand. ``neighbours`` are the other things that the
    article speaks of, apart from places and the people; ``wholes`` those that the article says
    this one is a part or subsidiary of. ``houses`` are the coined words of the employers' names:
    a firm and its subsidiaries share one. ``codes`` are accepted stock codes.
    """

    key: LocalKey
    type: EntityType
    names: frozenset[str]
    written: tuple[tuple[str, bool], ...]
    cores: frozenset[Core]
    pinyin: frozenset[str]
    likeness: frozenset[str]
    posts: frozenset[str]
    employers: frozenset[LocalKey]
    houses: frozenset[str]
    neighbours: frozenset[LocalKey]
    wholes: frozenset[LocalKey]
    codes: frozenset[str]
    editions: frozenset[str]


def profiles_of(record: ArticleRecord) -> list[Profile]:
    """The profiles of all entities of an article, in its order."""
    near = frozenset(
        LocalKey(record.article.source, entity.key)
        for entity in record.entities
        if entity.type not in (EntityType.PLACE, EntityType.PERSON)
    )
    return [_profile(record, entity, near) for entity in record.entities]


def _profile(record: ArticleRecord, entity: Entity, near: frozenset[LocalKey]) -> Profile:
    source, text = record.article.source, record.article.text
    key = LocalKey(source, entity.key)
    roles = [role for role in record.claims.roles if role.person == entity.key]
    links = record.claims.stock_links
    return Profile(
        key=key,
        type=entity.type,
        names=frozenset(match_key(name.text) for name in entity.names),
        written=tuple((name.text, name.language is LanguageTag.EN) for name in entity.names),
        cores=frozenset(core(name.text, entity.type) for name in entity.names),
        pinyin=_spellings(entity.names) if entity.type is EntityType.PERSON else frozenset(),
        likeness=_likeness(entity.names) if entity.type is EntityType.PERSON else frozenset(),
        posts=frozenset(group for role in roles for group in post_groups(role.post.of(text))),
        employers=frozenset(LocalKey(source, r.organization) for r in roles if r.organization),
        houses=_houses(record, {role.organization for role in roles}),
        neighbours=near - {key},
        wholes=frozenset(
            LocalKey(source, relation.object)
            for relation in record.claims.relations
            if relation.subject == entity.key and relation.predicate in _WHOLES
        ),
        codes=frozenset(
            code
            for link in links
            if link.accepted and link.entity == entity.key
            for code in (record.article.links[link.link].code,)
            if code
        ),
        editions=frozenset().union(*(edition_of(name.text) for name in entity.names)),
    )


def _houses(record: ArticleRecord, employers: set[str | None]) -> frozenset[str]:
    return frozenset(
        word
        for entity in record.entities
        if entity.key in employers
        for name in entity.names
        for word in coined(name.text, english=name.language is LanguageTag.EN)
    )


def _likeness(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(
        mark
        for name in names
        for mark in likeness(
            name.text if name.language is LanguageTag.EN else simplified(name.text),
            english=name.language is LanguageTag.EN,
        )
    )


def _spellings(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(key for name in names for key in pinyin_keys(name.text, name.language))


@cache
def pinyin_keys(name: str, language: LanguageTag) -> frozenset[str]:
    """The keys under which a person's name in Han characters meets its Latin spellings.

    A Latin name is read in both orders, so ``Shi Qian`` and ``Qian Shi`` share a key with 石谦.
    """
    if language is not LanguageTag.EN:
        return frozenset({"".join(lazy_pinyin(name)), wade_giles(name)})
    words = [word.casefold() for word in name.replace("-", " ").split()]
    if len(words) < _WORDS_OF_A_PERSON or not all(word.isalpha() for word in words):
        return frozenset()
    return frozenset(
        {"".join(words), "".join([*words[1:], words[0]]), "".join([words[-1], *words[:-1]])}
    )


@cache
def is_generic(name: str, kind: EntityType) -> bool:
    """Whether many things bear a Chinese name: it has no place and no coined word (市科技局)."""
    if kind in _PLACES or kind is EntityType.PERSON:
        return False
    parts = parts_of(name)
    if not parts or any(part.spelled for part in parts):
        return False
    return not any(part.text.startswith(_SPECIFIC) or _is_place(part.options) for part in parts)


def _is_place(options: tuple[tuple[str, ...], ...]) -> bool:
    return any(option in places() for option in options)
