"""Search keys of a name: the ways in which a person may type it, so that plain SPARQL finds it.

A key is in lower case and half width, without marks over letters. Each name has its key in
simplified and in traditional characters without spaces or punctuation; where it has Latin letters
also with one space between words; and its pinyin, by syllables, by words, and run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zjkg.folding import search_key, simplified, spaced, squeezed, traditional
from zjkg.graph.pinyin import pinyin, syllables
from zjkg.model import EntityType, LanguageTag

_LATIN = re.compile(r"[a-z]")
_SURNAME_AND_GIVEN_NAME = 2


def search_keys(names: Iterable[tuple[str, LanguageTag]], kind: EntityType) -> tuple[str, ...]:
    """All search keys of a thing's names, sorted, none empty."""
    found = {key for name, _ in names for key in _keys(name, kind)}
    return tuple(sorted(found - {""}))


def _keys(name: str, kind: EntityType) -> Iterator[str]:
    yield search_key(name)
    yield squeezed(name)
    yield squeezed(traditional(simplified(name)))
    latin = spaced(simplified(name))
    if _LATIN.search(latin):
        yield latin
    for sound in _sounds(name, kind):
        # Keyboards write v for the vowel of 吕; passports write u.
        for spelled in (sound, sound.replace("ü", "v")):
            yield spaced(spelled)
            yield squeezed(spelled)


def _sounds(name: str, kind: EntityType) -> Iterator[str]:
    whole = pinyin(name, kind)
    if not whole:
        return
    yield whole
    if kind is not EntityType.PERSON:
        return
    yield syllables(name)
    parts = whole.split()
    if len(parts) == _SURNAME_AND_GIVEN_NAME:
        yield f"{parts[1]} {parts[0]}"
