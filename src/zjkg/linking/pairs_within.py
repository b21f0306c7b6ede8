"""Which names of an article are worth comparing as short and long form of one thing.

Comparing every name with every other takes time that grows with the square of the article. A short
form of whatever rule begins or ends its long form, is a word of it, or keeps its first and last
character: so each name asks for a few strings, and each longer name offers those by which it can be
meant. More pairs are found than are short and long form; none of those is missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from zjkg.folding import match_key
from zjkg.linking.names import core, initials
from zjkg.linking.offices import OFFICES
from zjkg.model import EntityType


def longer_names(names: Iterable[str], kind: EntityType) -> dict[str, list[str]]:
    """For each name the other names of its type that it may be short for, in their order."""
    names = list(names)
    usual = Counter(char for name in names for char in set(match_key(name)))
    asking: dict[str, list[str]] = {}
    for name in names:
        for asked in set(_asked(name, kind, usual)):
            asking.setdefault(asked, []).append(name)
    found: dict[str, list[str]] = {name: [] for name in names}
    for long in names:
        shorts = {short for offer in set(_offered(long, kind)) for short in asking.get(offer, ())}
        for short in shorts - {long}:
            found[short].append(long)
    return found


def _asked(short: str, kind: EntityType, usual: Counter[str]) -> Iterator[str]:
    key = match_key(short)
    yield key
    if kind is EntityType.PERSON:
        yield short.casefold()
    if kind is EntityType.ORGANIZATION:
        yield short
        yield " ".join(short.split())
        yield core(short, kind).rest
        if key:  # all its characters are in the long form: the rarest finds the fewest names
            yield key[0] + min(key, key=lambda char: (usual[char], char)) + key[-1]
        for office in OFFICES:
            if key.endswith(office):
                yield office + key[0]


def _offered(long: str, kind: EntityType) -> Iterator[str]:
    key = match_key(long)
    if kind is EntityType.PERSON:
        yield from (word.casefold() for word in long.split())
    elif kind is EntityType.PLACE:
        yield from _beginnings(key)
    elif kind is EntityType.ORGANIZATION:
        yield from _offered_by_organization(long, key)
    else:
        yield from (key[start:] for start in range(len(key)))


def _offered_by_organization(long: str, key: str) -> Iterator[str]:
    whole = core(long, EntityType.ORGANIZATION)
    words = long.split()
    yield from _beginnings(whole.rest)
    yield from (long[start:] for start in range(len(long)))
    yield from (" ".join(words[:count]) for count in range(1, len(words)))
    yield from words[1:2]
    yield initials(long)
    for name in {key, key.removeprefix(whole.place or "")} - {""}:
        yield from (name[0] + inside + name[-1] for inside in set(name))
    for office in OFFICES:
        if key.endswith(office):
            yield from (office + char for char in set(key))


def _beginnings(key: str) -> Iterator[str]:
    return (key[:end] for end in range(1, len(key) + 1))
