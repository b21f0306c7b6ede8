"""English noun phrases that say where a firm is, too short for the parser to be needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.article_frames import SentenceFrame
from zjkg.claims.frames.patterns import en
from zjkg.claims.relations.matches import RelationMatch
from zjkg.claims.relations.places import COUNTRIES
from zjkg.model import Predicate

_COUNTRY = re.compile(f"{COUNTRIES}$", re.IGNORECASE)
_FIRM = (
    r"(?:[\w-]+ ){0,3}(?P<v>start-?up|firm|company|biotech|drugmaker|maker|developer|investor"
    r"|manufacturer|landlord|venture|spin-?out|spin-?off|supplier|charity"
)
_PHRASES: Final = (
    ("relation-en-city-firm", en(rf"(?P<o>@PLACE) {_FIRM}),? (?P<s>@ORG)")),
    ("relation-en-firm-of-city", en(r"(?P<s>@ORG) (?P<v>of) (?P<o>@PLACE)(?!'s|-)")),
    ("relation-en-city-firm-aside", en(rf"(?P<s>@ORG), (?:a|an|the) (?P<o>@PLACE) {_FIRM}|group)")),
)


def appositions(item: SentenceFrame, labels: dict[str, tuple[str, ...]]) -> Iterator[RelationMatch]:
    """Firms that a phrase places in a city: *a Leeds firm, Marlow*; *Marlow of Leeds*."""
    slots = item.frame.slots
    for rule, phrase in _PHRASES:
        for match in phrase.finditer(item.frame.text):
            firm, city = slots[match.start("s")], slots[match.start("o")]
            if firm is None or city is None:
                continue
            if any(not _COUNTRY.match(name) for name in labels.get(city.key, ())):
                yield RelationMatch(rule, Predicate.LOCATED_IN, match.span("v"), (firm,), (city,))
