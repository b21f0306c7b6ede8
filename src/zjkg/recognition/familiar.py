"""What the rest of an article tells about a name: a firm's short name, and words glued to a name.

A firm introduced as 岱禾生医 is 岱禾 from then on. Where a tagger then takes 岱禾自行 for a name,
the article knows better: what it names elsewhere, with ordinary words around it, is no new name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import prod

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.recognition.lexicon import listed_words, made_of_listed_words
from zjkg.recognition.passage import Candidate
from zjkg.recognition.places import PLACES, longest_place_prefix
from zjkg.recognition.vocabulary import BRAND_HEADS, GENERIC, NOT_NAMES, SURNAMES, head_type, row_of
from zjkg.recognition.weights import weight

_LEGAL = re.compile("(?:(?:股份|责任|集团|控股)*有限(?:责任)?公司|公司)$")
_BRACKETED = re.compile("[（(][^（）()]{2,6}[）)]")
_HEADS = compiled(f"{row_of(BRAND_HEADS)}$")
_BRAND = re.compile("[\u4e00-\u9fff]{2,4}")
_DOUBT = 0.3
_LIKELY = 0.5
_AGAIN = 2
_LONGEST_REST = 8
_AGENTS = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})
_GUESSED = frozenset({"tagger:lac", "tagger:bilstm", "pattern:geographic"})
"""Evidence for a place that a coined word gives by its looks alone."""
_LEVELS = "市区县镇乡"
_PLACE_ENDS = "州里村"
_PARTICLES = frozenset("新昨今亦也则已将与和及在于由被对向的是有并更再首现该本")
_GLUED = frozenset({"tagger:lac", "tagger:bilstm", "pattern:distinct-head", "pattern:head"})
"""Evidence that takes in ordinary words around a name."""


def short_firms(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every place where a firm is called by its brand alone."""
    for brand in sorted(brands(text, known)):
        for match in re.finditer(re.escape(brand), text):
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, "pattern:short-form")


def brands(text: str, known: Sequence[Candidate]) -> frozenset[str]:
    """The coined words that firms of the article are called by: 岱禾 of 岱禾生医."""
    doubts: dict[tuple[str, EntityType], dict[str, float]] = defaultdict(dict)
    for candidate in known:
        found = doubts[candidate.span.of(text), candidate.type]
        found[candidate.kind] = 1.0 - weight(candidate)
    firms = {
        name
        for (name, kind), found in doubts.items()
        if kind is EntityType.ORGANIZATION
        and prod(found.values()) <= _DOUBT
        and (name, EntityType.PARK) not in doubts
    }
    named = {brand for name in firms if (brand := _brand(name)) is not None}
    sites = {
        c.span.of(text)
        for c in known
        if c.type not in _AGENTS and (c.type is not EntityType.PLACE or c.kind not in _GUESSED)
    }
    divided = {
        brand
        for brand in named
        if brand[-1] in _PLACE_ENDS or any(brand + level in text for level in _LEVELS)
    }
    return frozenset(named - sites - divided)


def _sites(text: str, known: Sequence[Candidate]) -> set[str]:
    return {c.span.of(text) for c in known if c.type not in _AGENTS}


def _brand(name: str) -> str | None:
    plain = _BRACKETED.sub("", name)
    bare = _LEGAL.sub("", plain)
    place = longest_place_prefix(bare)
    core = bare.removeprefix(place) if len(bare) - len(place) > _AGAIN else bare
    heads = _HEADS.search(core)
    if heads is None:
        return None
    brand = core[: heads.start()]
    coined = _BRAND.fullmatch(brand) and not _is_word(brand) and brand not in PLACES
    return brand if coined and not longest_place_prefix(brand) else None


def _is_word(word: str) -> bool:
    return (
        word in listed_words()
        or word in GENERIC
        or word in NOT_NAMES
        or head_type(word) is not None
    )


def glued(text: str, known: Sequence[Candidate]) -> dict[Candidate, Span]:
    """Candidates that are a name of the article and ordinary words, with the name's place."""
    places: dict[str, set[Span]] = defaultdict(set)
    for candidate in known:
        places[candidate.span.of(text)].add(candidate.span)
    sites = PLACES | _sites(text, known)
    familiar = brands(text, known) | {
        name
        for name, spans in places.items()
        if len(spans) >= _AGAIN and len(name) >= _AGAIN and name not in sites
    }
    people = {
        c.span.of(text)
        for c in known
        if c.type is EntityType.PERSON and weight(c) >= _LIKELY and c.span.of(text)[0] in SURNAMES
    }
    familiar |= people - sites
    found: dict[Candidate, Span] = {}
    for candidate in known:
        name = candidate.span.of(text)
        if candidate.kind not in _GLUED or name in familiar or len(places[name]) >= _AGAIN:
            continue
        part = _part(name, familiar)
        if part is not None:
            start = candidate.span.start + part.start
            found[candidate] = Span(start, start + part.end - part.start)
    return found


def _part(name: str, familiar: frozenset[str]) -> Span | None:
    """Where in words a familiar name stands, with nothing but ordinary words beside it."""
    for size in range(len(name) - 1, 1, -1):
        if name[:size] in familiar and _ordinary(name[size:]):
            return Span(0, size)
        if name[-size:] in familiar and _ordinary(name[:-size]):
            return Span(len(name) - size, len(name))
    return None


def _ordinary(words: str) -> bool:
    """Whether characters are words of the language, and nothing that a name is made of."""
    if len(words) > _LONGEST_REST or _HEADS.fullmatch(words) or head_type("某" + words) is not None:
        return False
    return made_of_listed_words(words, _PARTICLES)
