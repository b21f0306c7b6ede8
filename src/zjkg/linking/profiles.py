"""What identity looks at: the names of one article's entity, and what that article says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from zjkg.folding import match_key, simplified
from zjkg.linking.coined import coined
from zjkg.linking.editions import edition_of
from zjkg.linking.lexicon import places
from zjkg.linking.names import Core, core
from zjkg.linking.posts import post_groups
from zjkg.linking.readings import read_aloud
from zjkg.linking.remembering import REMEMBERED
from zjkg.linking.romanization import likeness, wade_giles
from zjkg.linking.translation import parts_of
from zjkg.model import (
    Article,
    ArticleRecord,
    Entity,
    EntityType,
    LanguageTag,
    LocalKey,
    Predicate,
)

_WHOLES = frozenset({Predicate.PART_OF, Predicate.SUBSIDIARY_OF, Predicate.LOCATED_IN})
_WORDS_OF_A_PERSON = 2
_NONE: frozenset[str] = frozenset()
_SPECIFIC = ("国家", "中国", "中华", "全国")
_UNDATED = datetime.max.replace(tzinfo=UTC)
_PLACES = (EntityType.PLACE, EntityType.PARK)


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """What the names of an entity tell by themselves; entities that are named alike share it.

    ``tagged`` are the names as they stand with their languages, ``written`` with whether they are
    English, ``names`` folded.
    """

    type: EntityType
    tagged: tuple[tuple[str, LanguageTag], ...]
    names: frozenset[str]
    written: tuple[tuple[str, bool], ...]
    cores: frozenset[Core]
    pinyin: frozenset[str]
    likeness: frozenset[str]
    editions: frozenset[str]

    def __reduce__(self) -> tuple[object, ...]:
        """A naming that travels is, where it arrives, again the one that is shared."""
        return naming_of, (self.type, self.tagged)


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One local entity.

    ``neighbours`` are the things that the article speaks of, apart from places and the people;
    ``wholes`` those that the article says this one is a part or subsidiary of. ``houses`` are the
    coined words of the employers' names: a firm and its subsidiaries share one. ``codes`` are
    accepted stock codes.
    """

    key: LocalKey
    naming: Naming
    posts: frozenset[str]
    employers: frozenset[LocalKey]
    houses: frozenset[str]
    neighbours: frozenset[LocalKey]
    wholes: frozenset[LocalKey]
    codes: frozenset[str]

    @property
    def type(self) -> EntityType:
        """What it is."""
        return self.naming.type

    @property
    def names(self) -> frozenset[str]:
        """Its names, folded."""
        return self.naming.names

    @property
    def written(self) -> tuple[tuple[str, bool], ...]:
        """Its names as they stand, with whether they are English."""
        return self.naming.written


def is_person(profile: Profile) -> bool:
    """Whether an entity is a person."""
    return profile.type is EntityType.PERSON


def published(article: Article) -> tuple[datetime, str]:
    """By what articles are put in order of publication; those without a date come last."""
    when = article.published
    return (when.instant if when else _UNDATED), article.source


def profiles_of(record: ArticleRecord) -> list[Profile]:
    """The profiles of all entities of an article, in its order."""
    source = record.article.source
    keys = {entity.key: LocalKey(source, entity.key) for entity in record.entities}
    near = frozenset(
        keys[entity.key]
        for entity in record.entities
        if entity.type not in (EntityType.PLACE, EntityType.PERSON)
    )
    return [_profile(record, entity, keys, near) for entity in record.entities]


def _profile(
    record: ArticleRecord, entity: Entity, keys: Mapping[str, LocalKey], near: frozenset[LocalKey]
) -> Profile:
    text = record.article.text
    roles = [role for role in record.claims.roles if role.person == entity.key]
    return Profile(
        key=keys[entity.key],
        naming=naming_of(entity.type, tuple((n.text, n.language) for n in entity.names)),
        posts=shared(group for role in roles for group in post_groups(role.post.of(text))),
        employers=frozenset(
            keys[role.organization]
            for role in roles
            if role.organization is not None and role.organization in keys
        ),
        houses=shared(_houses(record, {role.organization for role in roles})),
        neighbours=near,
        wholes=frozenset(
            keys[relation.object]
            for relation in record.claims.relations
            if relation.subject == entity.key
            and relation.predicate in _WHOLES
            and relation.object in keys
        ),
        codes=frozenset(
            code
            for link in record.claims.stock_links
            if link.accepted and link.entity == entity.key
            for code in (record.article.links[link.link].code,)
            if code
        ),
    )


@lru_cache(maxsize=REMEMBERED)
def naming_of(kind: EntityType, names: tuple[tuple[str, LanguageTag], ...]) -> Naming:
    """The naming of an entity of a type with these names."""
    person = kind is EntityType.PERSON
    return Naming(
        type=kind,
        tagged=names,
        names=frozenset(match_key(name) for name, _ in names),
        written=tuple((name, language is LanguageTag.EN) for name, language in names),
        cores=frozenset(core(name, kind) for name, _ in names),
        pinyin=_spellings(names) if person else _NONE,
        likeness=_likeness(names) if person else _NONE,
        editions=shared(edition for name, _ in names for edition in edition_of(name)),
    )


def shared(words: Iterable[str]) -> frozenset[str]:
    """The words as one object for all that have them."""
    return _one(frozenset(words))


@lru_cache(maxsize=REMEMBERED)
def _one(words: frozenset[str]) -> frozenset[str]:
    return words


def _houses(record: ArticleRecord, employers: set[str | None]) -> frozenset[str]:
    return frozenset(
        word
        for entity in record.entities
        if entity.key in employers
        for name in entity.names
        for word in coined(name.text, english=name.language is LanguageTag.EN)
    )


def _likeness(names: Iterable[tuple[str, LanguageTag]]) -> frozenset[str]:
    return frozenset(
        mark
        for name, language in names
        for mark in likeness(
            name if language is LanguageTag.EN else simplified(name),
            english=language is LanguageTag.EN,
        )
    )


def _spellings(names: Iterable[tuple[str, LanguageTag]]) -> frozenset[str]:
    return frozenset(key for name, language in names for key in pinyin_keys(name, language))


@lru_cache(maxsize=REMEMBERED)
def pinyin_keys(name: str, language: LanguageTag) -> frozenset[str]:
    """The keys under which a person's name in Han characters meets its Latin spellings.

    A Latin name is read in both orders, so ``Shi Qian`` and ``Qian Shi`` share a key with 石谦.
    """
    if language is not LanguageTag.EN:
        return frozenset({read_aloud(name), wade_giles(name)})
    words = [word.casefold() for word in name.replace("-", " ").split()]
    if len(words) < _WORDS_OF_A_PERSON or not all(word.isalpha() for word in words):
        return frozenset()
    return frozenset(
        {"".join(words), "".join([*words[1:], words[0]]), "".join([words[-1], *words[:-1]])}
    )


@lru_cache(maxsize=REMEMBERED)
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
