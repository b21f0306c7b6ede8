"""Who holds which post where, sentence by sentence and in the by-line."""

from __future__ import annotations

from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.english.hearing import scenes
from zjkg.claims.frames.names import Slot
from zjkg.claims.roles.chinese.sentences import read_chinese
from zjkg.claims.roles.credits import credited_roles
from zjkg.claims.roles.english.posts import is_profession
from zjkg.claims.roles.english.sentences import read_english
from zjkg.claims.roles.holding import IMPLIED, Holdings
from zjkg.claims.roles.posts import founds
from zjkg.errors import Bilingual
from zjkg.model import Dropped, EntityType, Modality, Predicate, Relation, Role

_PROFESSION: Final = Bilingual(
    "a profession without an organization is no post", "未写明机构的专业身份不是职务"
)
_REPEATED: Final = Bilingual(
    "the same post is named with its organization elsewhere in the article",
    "同一职务在文中他处已连同机构一并写明",
)


def find_roles(reading: Reading) -> tuple[tuple[Role, ...], tuple[Dropped, ...]]:
    """All roles of an article, in text order, with the candidates that were not kept."""
    roles: list[Role] = []
    dropped: list[Dropped] = []
    employers: dict[str, Slot] = {}
    by_lines = [(credit.post, ("role-credit", 0)) for credit in reading.article.credits]
    subject: tuple[int, Slot] | None = None  # the block and the person spoken of last in it
    for item, scene in zip(reading.sentences, scenes(reading), strict=True):
        people = [s for s in item.frame.slots if s and s.type is EntityType.PERSON]
        spoken = subject[1] if subject and subject[0] == item.sentence.block else None
        if people:
            subject = (item.sentence.block, people[0])
        elif spoken is None:
            continue
        holdings = Holdings(reading, item, employers)
        holdings.held.extend(by_lines)
        if item.chinese:
            read_chinese(holdings, spoken)
        else:
            read_english(holdings, scene)
        roles.extend(holdings.roles)
        dropped.extend(holdings.dropped)
    credited, uncredited = credited_roles(reading)
    held, professions = _without_professions(reading, roles)
    kept, repeated = _without_repetitions(reading, [*credited, *held])
    ordered = sorted(kept, key=lambda role: (role.post, role.person))
    return tuple(ordered), (*dropped, *uncredited, *professions, *repeated)


def _without_professions(reading: Reading, roles: list[Role]) -> tuple[list[Role], list[Dropped]]:
    """Whoever is an immunologist nowhere named has a profession and no post."""
    kept: list[Role] = []
    dropped: list[Dropped] = []
    for role in roles:
        if role.organization is None and is_profession(role.post.of(reading.key)):
            dropped.append(Dropped("claims", "role-profession", role.post, _PROFESSION))
        else:
            kept.append(role)
    return kept, dropped


def _without_repetitions(reading: Reading, roles: list[Role]) -> tuple[list[Role], list[Dropped]]:
    """One role for each person, organization and post.

    所长李明 is left out where the article also says of which institute, and so is a role whose
    organization is only implied where the article names the organization of the same post.
    """
    named = [r for r in roles if r.organization is not None and not r.rule.endswith(IMPLIED)]
    implied = [r for r in roles if r.organization is not None and r.rule.endswith(IMPLIED)]
    bare = [r for r in roles if r.organization is None]
    kept: dict[tuple[str, str, str | None], Role] = {}
    known: set[tuple[str, str]] = set()
    dropped: list[Dropped] = []
    for group in (named, implied, bare):
        for role in group:
            mark = (role.person, role.post.of(reading.key).lower())
            if (group is not named and mark in known) or (*mark, role.organization) in kept:
                dropped.append(Dropped("claims", "role-repeated", role.post, _REPEATED))
            else:
                kept[*mark, role.organization] = role
        known = {(person, post) for person, post, _ in kept}
    return list(kept.values()), dropped


def founders(reading: Reading, roles: tuple[Role, ...]) -> tuple[Relation, ...]:
    """Who is called founder of an organization founded it."""
    return tuple(
        Relation(
            role.person,
            Predicate.FOUNDER_OF,
            role.organization,
            Modality.ACTUAL,
            None,
            role.evidence,
            "relation-founder-post",
        )
        for role in roles
        if role.organization is not None and founds(role.post.of(reading.key))
    )
