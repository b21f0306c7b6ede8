"""Kinds of evidence that two local entities are one thing, and reasons why they cannot be.

A merge needs two kinds that agree. Pinyin or a shared place in a sentence alone never merges.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pypinyin import lazy_pinyin

from zjkg.errors import Bilingual
from zjkg.folding import match_key
from zjkg.linking.names import Core, core
from zjkg.model import ArticleRecord, Entity, EntityType, LanguageTag, LocalKey

# Posts that translate each other; the English word stands for the group.
_POSTS = {
    "director": "所长 院长 主任 局长 厅长 处长 馆长 总监 director",
    "president": "总裁 校长 会长 行长 president",
    "chair": "董事长 主席 理事长 chairman chairwoman chairperson chair",
    "chief executive": "首席执行官 ceo chiefexecutive chiefexecutiveofficer 总经理 generalmanager",
    "vice": "副总经理 副总裁 vicepresident deputygeneralmanager",
    "founder": "创始人 创办人 联合创始人 founder cofounder",
    "reporter": "记者 通讯员 reporter correspondent",
}
_POST_GROUP = {word: group for group, words in _POSTS.items() for word in words.split()}
_SINGLE_LETTER_PARTS = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """What identity looks at: names, posts and employers of one local entity."""

    key: LocalKey
    type: EntityType
    names: frozenset[str]
    cores: frozenset[Core]
    pinyin: frozenset[str]
    posts: frozenset[str]
    employers: frozenset[LocalKey]


def profile(record: ArticleRecord, entity: Entity) -> Profile:
    """Gather the evidence that one article holds about one of its entities."""
    text = record.article.text
    source = record.article.source
    roles = [role for role in record.claims.roles if role.person == entity.key]
    return Profile(
        LocalKey(source, entity.key),
        entity.type,
        frozenset(match_key(name.text) for name in entity.names),
        frozenset(core(name.text, entity.type) for name in entity.names),
        frozenset(
            key
            for name in entity.names
            if entity.type is EntityType.PERSON
            for key in pinyin_keys(name.text, name.language)
        ),
        frozenset(_post_group(role.post.of(text)) for role in roles),
        frozenset(LocalKey(source, role.organization) for role in roles if role.organization),
    )


def _post_group(post: str) -> str:
    key = match_key(post)
    return _POST_GROUP.get(key, key)


@cache
def pinyin_keys(name: str, language: LanguageTag) -> frozenset[str]:
    """The keys under which a person's name in Han characters meets its Latin spellings.

    A Latin name is read in both orders, so ``Shi Qian`` and ``Qian Shi`` share a key with 石谦.
    """
    if language is not LanguageTag.EN:
        return frozenset({"".join(lazy_pinyin(name))})
    words = [word.casefold() for word in name.replace("-", " ").split()]
    if len(words) < _SINGLE_LETTER_PARTS or not all(word.isalpha() for word in words):
        return frozenset()
    return frozenset(
        {"".join(words), "".join([*words[1:], words[0]]), "".join([words[-1], *words[:-1]])}
    )


def agreement(a: Profile, b: Profile, iris: dict[LocalKey, str]) -> tuple[str, ...]:
    """The kinds of evidence that agree, sorted; ``iris`` tells which employers are one."""
    kinds: list[str] = []
    if a.names & b.names:
        kinds.append("name")
    elif any(x.agrees(y) for x in a.cores for y in b.cores):
        kinds.append("core-name")
    elif a.pinyin & b.pinyin:
        kinds.append("pinyin")
    if a.type is b.type and ("name" in kinds or "core-name" in kinds):
        kinds.append("type")
    if a.posts & b.posts:
        kinds.append("post")
    if _employer_iris(a, iris) & _employer_iris(b, iris):
        kinds.append("employer")
    return tuple(sorted(kinds))


def obstacle(a: Profile, b: Profile, iris: dict[LocalKey, str]) -> Bilingual | None:
    """Why the two cannot be one thing, or None where nothing stands against it."""
    if a.type is not b.type:
        return Bilingual("they are of different types", "类型不同")
    if a.type is not EntityType.PERSON:
        return None
    mine, others = _employer_iris(a, iris), _employer_iris(b, iris)
    if mine and others and not mine & others:
        return Bilingual(
            "same name, but different employers",
            "同名，但任职单位不同",
        )
    return None


def enough(kinds: tuple[str, ...]) -> bool:
    """Whether the evidence carries a merge: two kinds, and pinyin only with post and employer."""
    if "pinyin" in kinds:
        return {"post", "employer"} <= set(kinds)
    return len(kinds) > 1 and ("name" in kinds or "core-name" in kinds)


def _employer_iris(person: Profile, iris: dict[LocalKey, str]) -> set[str]:
    return {iris[employer] for employer in person.employers if employer in iris}
