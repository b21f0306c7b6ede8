"""Kinds of evidence that two local entities are one thing, and when they are enough.

A merge needs two kinds that agree. How a name sounds never merges alone, nor does a translation
of a name that many things may bear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from zjkg.folding import match_key
from zjkg.linking.names import is_short_form
from zjkg.linking.profiles import Naming, Profile, is_generic
from zjkg.linking.readings import read_aloud
from zjkg.linking.remembering import REMEMBERED
from zjkg.linking.substances import substance
from zjkg.linking.things import Things
from zjkg.linking.translation import translates
from zjkg.model import EntityType

SHORT = 3
"""Han characters of a name that is long enough to name one thing within a corpus."""
_LATIN_LETTERS = 5
KINDS = {
    "judgement": 100,
    "authority": 50,
    "stock-code": 8,
    "name": 6,
    "core-name": 5,
    "translation": 5,
    "employer": 4,
    "short-form": 3,
    "pinyin": 2,
    "likeness": 1,
    "house": 2,
    "post": 2,
    "co-mention": 1,
    "type": 0,
}
"""Every kind of evidence, and how strong it is."""
_NAMED = frozenset({"name", "core-name", "translation", "short-form", "pinyin", "likeness"})


def is_named_alike(a: Profile, b: Profile) -> bool:
    """Whether a name or a code agrees, without which nothing else is evidence."""
    return _named(a, b) is not None or not a.codes.isdisjoint(b.codes)


def agreement(a: Profile, b: Profile, things: Things) -> tuple[str, ...]:
    """The kinds of evidence that agree, sorted; none where no name and no code agrees.

    ``things`` tells which entities of different articles are known to be one: employers and
    neighbours count by them.
    """
    named = _named(a, b)
    codes = a.codes & b.codes
    if named is None and not codes:
        return ()
    kinds = {named} if named is not None else set()
    if a.type is b.type:
        kinds.add("type")
    if codes:
        kinds.add("stock-code")
    if a.posts & b.posts:
        kinds.add("post")
    if things.of(a.employers) & things.of(b.employers):
        kinds.add("employer")
    elif a.houses & b.houses:
        kinds.add("house")
    # An employer is evidence of its own kind, not a neighbour too.
    both = things.around(a) & things.around(b)
    if both and both - things.of([a.key, b.key, *a.employers, *b.employers]):
        kinds.add("co-mention")
    return tuple(sorted(kinds))


def _named(a: Profile, b: Profile) -> str | None:
    alike = a.type is b.type or a.names & b.names
    return _name_kind(a.naming, b.naming) if alike else None


@lru_cache(maxsize=REMEMBERED)
def _name_kind(a: Naming, b: Naming) -> str | None:
    """How the names agree, by the strongest way."""
    return next((kind for kind, agrees in _WAYS if agrees(a, b)), None)


def _translated(a: Naming, b: Naming) -> bool:
    if a.type is EntityType.PERSON:
        return False
    if a.type is EntityType.PRODUCT and any(
        substance(zh, english=False) == substance(en, english=True) is not None
        for zh, en in _crossed(a, b)
    ):
        return True
    return any(translates(zh, en) for zh, en in _crossed(a, b))


def _sound_alike(a: Naming, b: Naming) -> bool:
    """People by their spellings in both orders; places and parks as they are read aloud."""
    sited = a.type in (EntityType.PLACE, EntityType.PARK)
    alike = sited and any(_sounds(zh) == match_key(en) for zh, en in _crossed(a, b))
    return alike or bool(a.pinyin & b.pinyin)


def _shortened(a: Naming, b: Naming) -> bool:
    if a.type is EntityType.PERSON:
        return False
    pairs = product((name for name, _ in a.written), (name for name, _ in b.written))
    ordered = (sorted(pair, key=len) for pair in pairs)
    return any(is_short_form(short, long, a.type) for short, long in ordered)


_WAYS: Final[tuple[tuple[str, Callable[[Naming, Naming], bool]], ...]] = (
    ("name", lambda a, b: bool(a.names & b.names)),
    ("core-name", lambda a, b: any(x.agrees(y) for x in a.cores for y in b.cores)),
    ("translation", _translated),
    ("pinyin", _sound_alike),
    ("likeness", lambda a, b: bool(a.likeness & b.likeness and _is_crossed(a, b))),
    ("short-form", _shortened),
)


def _crossed(a: Naming, b: Naming) -> Iterator[tuple[str, str]]:
    """Each Chinese name of one with each English name of the other."""
    for one, other in ((a, b), (b, a)):
        for (chinese, english_too), (english, is_english) in product(one.written, other.written):
            if is_english and not english_too:
                yield chinese, english


def _is_crossed(a: Naming, b: Naming) -> bool:
    return any(True for _ in _crossed(a, b))


@lru_cache(maxsize=REMEMBERED)
def _sounds(chinese: str) -> str:
    key = match_key(chinese)
    return read_aloud(key[:-1] if len(key) > SHORT - 1 and key[-1] in "市省区县镇" else key)


def enough(kinds: tuple[str, ...], a: Profile, b: Profile) -> bool:
    """Whether the evidence carries a merge: two kinds at least, and what each kind asks beside."""
    found = frozenset(kinds)
    if not found & _NAMED or len(found) < 2:  # noqa: PLR2004 - two kinds, as promised
        return False
    if "stock-code" in found:
        return True
    if a.type is EntityType.PERSON:
        return _enough_of_person(found)
    if found & {"pinyin", "short-form"}:
        return {"type", "co-mention"} <= found
    if "type" not in found:
        return False
    return "co-mention" in found or _is_distinctive(a, b, found)


def _enough_of_person(found: frozenset[str]) -> bool:
    if "likeness" in found:
        return {"employer", "post"} <= found
    if "pinyin" in found:
        if {"house", "post", "co-mention"} <= found:
            return True
        return "employer" in found and bool(found & {"post", "co-mention"})
    return bool(found & {"employer", "post", "co-mention"})


def _is_distinctive(a: Profile, b: Profile, found: frozenset[str]) -> bool:
    """Whether the names that agree are hardly borne by two things."""
    if a.type is EntityType.PLACE:
        return True
    shared = a.names & b.names if "name" in found else a.names | b.names
    return any(_is_long(name) and not is_generic(name, a.type) for name in shared)


def _is_long(name: str) -> bool:
    return len(name) >= (_LATIN_LETTERS if name.isascii() else SHORT)


def strength(kinds: Iterable[str]) -> int:
    """By what the surest pairs are joined first."""
    return sum(KINDS.get(kind, 0) for kind in kinds)
