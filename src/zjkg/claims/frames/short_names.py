"""The first word of an organization's name, where the text uses it alone (Marlow Bio, Marlow)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.names import Slot, Slots
from zjkg.model import Entity, EntityType, Span

_ALONE: Final = re.compile(r"(?<![-\w&/.])[A-Z][a-zA-Z]{3,}(?![-\w&/])(?! [A-Z])")
_CAPITAL_BEFORE: Final = re.compile(r"\b[A-Z][\w.’'-]* $")
_OPENING: Final = frozenset({"The", "But", "And", "When", "As", "While", "For", "In", "At", "With"})


def short_firms(entities: tuple[Entity, ...], text: str) -> dict[str, str]:
    """The first words that belong to one organization alone, with its key.

    A word that the text also writes small, or that begins the name of another thing, is none.
    """
    found: dict[str, set[str]] = {}
    kinds: dict[str, set[EntityType]] = {}
    for entity in entities:
        for name in entity.names:
            first, _, rest = name.text.partition(" ")
            kinds.setdefault(first, set()).add(entity.type)
            if rest:
                found.setdefault(first, set()).add(entity.key)
    small = frozenset(re.findall(r"\b[a-z]{4,}\b", text))
    return {
        first: next(iter(keys))
        for first, keys in found.items()
        if len(keys) == 1
        and kinds[first] == {EntityType.ORGANIZATION}
        and first.lower() not in small
    }


def alone(firms: dict[str, str], key: str, sentence: Span, named: Slots) -> Iterator[Slot]:
    """The places of a sentence where the first word of a name stands for it."""
    for match in _ALONE.finditer(key, sentence.start, sentence.end) if firms else ():
        owner = firms.get(match[0])
        span = Span(*match.span())
        if owner is None or not named.free(span):
            continue
        before = _CAPITAL_BEFORE.search(key, max(sentence.start, span.start - 24), span.start)
        if before is None or before[0].strip() in _OPENING:
            yield Slot(span, EntityType.ORGANIZATION, owner)
