"""Names: keys, sounds, short forms, translations."""

from __future__ import annotations

from fuzz.text import any_text
from zjkg.folding import match_key, simplified
from zjkg.graph.pinyin import pinyin
from zjkg.graph.search_keys import search_keys
from zjkg.linking.names import core, is_short_form
from zjkg.linking.romanization import likeness
from zjkg.linking.translation import translates
from zjkg.model import EntityType, LanguageTag

_KINDS = tuple(EntityType)


def names(data: bytes) -> None:
    """Names in any script, and whether two are one."""
    text = any_text(data)
    first, _, second = text.partition("|")
    if len(simplified(text)) != len(text):
        raise AssertionError("a matching key of another length")
    kind = _KINDS[len(data) % len(_KINDS)]
    for name in (first, second):
        match_key(name)
        pinyin(name, kind)
        likeness(name, english=len(data) % 2 == 0)
        search_keys([(name, LanguageTag.HANS), (name, LanguageTag.EN)], kind)
        if name.strip():
            core(name, kind)
    if first.strip() and second.strip():
        is_short_form(first, second, kind)
        translates(first, second)
