"""What an English sentence calls the things that it names: later ``the base`` means such a one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.english.words import REGIONS
from zjkg.claims.observations.english.meanings import SORTS
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.model import EntityType

_COPULAS: Final = frozenset({"be", "become", "remain"})


def classes(parsed: Parsed) -> Iterator[tuple[str, str]]:
    """Each thing that a sentence calls something, with the noun.

    ``X, the biomedicine base of Y``; ``X is a park``; ``X district`` of a place.
    """
    syntax = parsed.syntax
    for word, item in parsed.names.items():
        if item.type is EntityType.PERSON or syntax.head_of(item.span) != word:
            continue
        nouns = syntax.dependents(word, "appos")
        above = parsed.head(word)
        if parsed.relation(word) == "nsubj" and parsed.lemma(above) in _COPULAS:
            nouns.extend(syntax.dependents(above, "attr"))
        for noun in nouns:
            if noun not in parsed.names and parsed.lemma(noun) in SORTS:
                yield item.entity, parsed.lemma(noun)
        behind = syntax.words_in(item.span).stop
        region = item.type is EntityType.PLACE and behind < len(syntax.tokens)
        if region and parsed.head(word) == behind and parsed.lemma(behind) in REGIONS:
            yield item.entity, parsed.lemma(behind)
