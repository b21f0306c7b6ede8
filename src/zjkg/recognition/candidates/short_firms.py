"""The first words of a firm's name where they stand alone (Hollis Ridge for … Capital)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zjkg.model import EntityType, Span
from zjkg.recognition.candidates.phrases import CORPORATE
from zjkg.recognition.english_places import ENGLISH_PLACES
from zjkg.recognition.passage import Candidate
from zjkg.recognition.weights import weight

_SITES: Final = frozenset({EntityType.PLACE, EntityType.PARK})
_SURE: Final = 0.5
_SHORTEST: Final = 4
_COMMON: Final = frozenset(
    "Advanced Advisory African Alliance American Antibody Applied Asian Australian Bank Bio"
    " Biomedical"
    " Biotech Blue British Canadian Capital Cell Central Chinese City Clinical Dental Digital"
    " Dutch East"
    " Eastern Ecology European Federal First Food French Gene General German Global Green"
    " Group Health"
    " Healthcare Human Immune Indian Industrial Innovation International Investment Japanese"
    " Joint Korean"
    " Life Medical Medicine Metropolitan Modern National Natural Nordic North Northern"
    " Nuclear Pacific"
    " Pharma Pharmaceutical Precision Private Public Quality Regional Research Royal Science"
    " Second Smart"
    " South Southern State Summit Surgical Swiss Systems Tech Technology Union United"
    " Universal Vaccine"
    " Venture Western World York".split()
)
_JOINS: Final = re.compile(r" (?:[A-Z&]|and [A-Z]\w+ (?:Inc|Ltd|LLC|Co|Partners))|[-’'&]\w{2,}")


def propose(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The places where the first words of firms stand alone."""
    firms = {
        candidate.span.of(text)
        for candidate in known
        if candidate.type is EntityType.ORGANIZATION and weight(candidate) >= _SURE
    }
    places = {
        c.span.of(text) for c in known if c.type in _SITES and not c.kind.startswith("tagger")
    }
    for short in sorted({short for firm in firms if (short := _short(firm))} - firms - places):
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text):
            if not _JOINS.match(text, match.end()):
                yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, "pattern:short-form")


def _short(name: str) -> str:
    """A firm's name without the words for its form and trade at the end."""
    words = name.split(" ")
    last = len(words)
    while last > 1 and CORPORATE.fullmatch(words[last - 1].rstrip(",")):
        last -= 1
    short = " ".join(words[:last]).rstrip(",")
    if last == len(words) or short in ENGLISH_PLACES or not short[:1].isupper():
        return ""
    if last == 1 and (short in _COMMON or len(short) < _SHORTEST):
        return ""
    return "" if words[last - 1] in ("&", "and", "of", "for") else short
