"""Which pairs of local entities are compared at all: those that share a key.

Entities of equal names stand for each other, so cost grows with the number of different names
under a key and not with the square of the entities. A key that hundreds of names share tells
nothing and is left out; such names still meet under their other keys.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TypeVar

from zjkg.folding import match_key
from zjkg.linking.coined import coined, sited
from zjkg.linking.editions import without_edition
from zjkg.linking.lexicon import senses, words_of
from zjkg.linking.profiles import Naming, Profile
from zjkg.linking.readings import read_aloud
from zjkg.linking.remembering import REMEMBERED
from zjkg.linking.substances import substance
from zjkg.linking.translation import parts_of
from zjkg.model import EntityType

Member = TypeVar("Member")
MOST_GROUPS = 60
"""How many differently named groups are compared under one key."""
MOST_NAMESAKES = 40
"""So many entities under one key are all compared with each other, of more each with the next."""
_PHRASE = 6
_STEM = 2


def keys_of(profile: Profile) -> frozenset[str]:
    """The keys under which a profile meets others."""
    own = {f"code:{code}" for code in profile.codes}
    # Weak likeness is looked at only where a post agrees too.
    own |= {f"like:{like}|{post}" for like in profile.naming.likeness for post in profile.posts}
    return _keys_of_names(profile.naming) | own


@lru_cache(maxsize=REMEMBERED)
def _keys_of_names(profile: Naming) -> frozenset[str]:
    keys = {f"name:{name}" for name in profile.names}
    keys |= {f"pinyin:{spelling}" for spelling in profile.pinyin}
    if profile.type is EntityType.PERSON:
        return frozenset(keys)
    for each in profile.cores:
        keys.add(f"core:{each.rest}")
        if profile.type is EntityType.ORGANIZATION and len(each.rest) >= _STEM:
            keys.add(f"stem:{_stem(each.rest)}")
    if profile.type is EntityType.ORGANIZATION:
        keys |= {f"ends:{n[0]}{n[-1]}" for n in profile.names if _may_be_contracted(n)}
    for name, is_english in profile.written:
        coinages = coined(name, english=is_english)
        keys |= {f"coined:{each}" for each in coinages}
        if profile.type is EntityType.PRODUCT and (mark := substance(name, english=is_english)):
            keys.add(f"substance:{mark}")
        if not coinages:
            keys |= {f"site:{each}" for each in sited(name, english=is_english)}
        found = {_sense_of_english(name)} if is_english else _senses_of_chinese(name)
        keys |= {f"sense:{sense}" for sense in found}
        initials = "".join(word[0] for word in name.split() if word[:1].isupper())
        if is_english and len(initials) > _STEM:
            keys.add(f"initials:{initials.casefold()}")
        if is_english and name.isupper():
            keys.add(f"initials:{match_key(name)}")
    return frozenset(keys)


def _may_be_contracted(name: str) -> bool:
    """Institutes, offices and hospitals are; firms lose their legal form instead."""
    return not name.isascii() and len(name) > _STEM + 2 and name[-1] not in "司团社厂"


def _stem(rest: str) -> str:
    return rest.split(" ", maxsplit=1)[0][:_PHRASE] if rest.isascii() else rest[:_STEM]


def _senses_of_chinese(name: str) -> set[str]:
    """The senses of the words in any order, and the letters of what is spelled.

    A single character is read both ways: 东 of 东湖 is East or the first half of Donghu.
    """
    found = set()
    for shortest in (1, 2):
        known: list[str] = []
        letters = ""
        for part in parts_of(without_edition(name)):
            if part.spelled or len(part.text) < shortest:
                letters += read_aloud(part.text)
            elif all(part.options):
                known.append(" ".join(senses()[part.options[0]]))
        found.add(_key(known, letters))
    return found


def _sense_of_english(name: str) -> str:
    words = words_of(without_edition(name))
    found: list[str] = []
    letters, at = "", 0
    while at < len(words):
        size = next(
            (
                n
                for n in range(_PHRASE, 0, -1)
                if words[at : at + n] in senses() and at + n <= len(words)
            ),
            0,
        )
        if size:
            found.append(" ".join(senses()[words[at : at + size]]))
        else:
            letters += words[at]
        at += size or 1
    return _key(found, letters)


def _key(found: list[str], letters: str) -> str:
    return "|".join(sorted(set(found))) + "/" + "".join(sorted(letters))


Bearers = tuple[str, tuple[str, ...], tuple[str, ...]]


def bearers_of(profile: Profile) -> Bearers:
    """What is equal for entities that stand for each other: type, names and posts."""
    return profile.type.value, tuple(sorted(profile.names)), tuple(sorted(profile.posts))


def pairs_of_block(members: Sequence[tuple[Member, Hashable]]) -> Iterator[tuple[Member, Member]]:
    """The pairs of entities that share a key.

    ``members`` are in order of publication, each with what is equal for those that stand for each
    other.
    """
    if len(members) <= MOST_NAMESAKES:
        yield from combinations((member for member, _ in members), 2)
        return
    groups: dict[Hashable, list[Member]] = {}
    for member, bearers in members:
        groups.setdefault(bearers, []).append(member)
    for group in groups.values():
        yield from pairwise(group)
    if len(groups) <= MOST_GROUPS:
        yield from combinations((group[0] for group in groups.values()), 2)
