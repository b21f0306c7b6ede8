"""What the words of an English sentence stand for: a name, or what was named before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.english.words import AGENCIES, EVENTS, FIRMS, FUNDS, GOODS, PARKS, REGIONS
from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.kinds import NATIONS
from zjkg.claims.observations.english.sentences import Parsed, is_works
from zjkg.model import EntityType

PLURAL: Final = frozenset("they their them themselves".split())
_THINGS: Final = frozenset("it its itself".split()) | PLURAL
_HERE: Final = frozenset("there here".split())
_SPEAKERS: Final = frozenset("we our us i my".split())
_PERSONS: Final = frozenset("he his she her him".split())
_PARTIES: Final = frozenset(
    "landlord owner operator lender buyer seller acquirer investor partner sponsor bidder bank"
    " broker tenant retailer distributor insurer shareholder subsidiary parent producer".split()
)
_PLANS: Final = frozenset("programme program initiative scheme project plan policy measure".split())
_LANDS: Final = frozenset("country state island nation territory capital economy".split())
_SCOREBOARDS: Final = frozenset("index ranking survey".split())
_STUDIES: Final = frozenset({"trial", "study"})
_TOWNS: Final = frozenset("city district town region province state county area zone".split())
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_BUILDINGS: Final = frozenset(
    "property building centre center laboratory facility lecture round".split()
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A name's entity, or a generic word (``sort``) for something."""

    entity: str | None
    sort: str = "name"
    lemma: str = ""


class Meanings:
    """The names and generic words of one sentence; words before ``begin`` are a dateline."""

    def __init__(self, parsed: Parsed, discourse: Discourse, begin: int) -> None:
        self._parsed = parsed
        self._discourse = discourse
        self._begin = begin

    def of(self, word: int) -> Meaning | None:
        """What a word stands for, None where it stands for nothing that has a name."""
        item = self._parsed.names.get(word)
        if item is not None:
            if item.span.start < self._begin:
                return None
            based = self._based(word) if item.type is EntityType.PLACE else None
            if based is None:
                return Meaning(item.entity)
            word = based
        nation = NATIONS.get(self._parsed.lemma(word))
        if nation is not None and item is None:
            land = self._discourse.named_one_of(nation)
            return None if land is None else Meaning(land)
        surface = self._parsed.surface(word)
        lone = item is None and surface[:1].isupper()
        short = self._discourse.short_name(surface) if lone else None
        if short is not None:
            return Meaning(short)
        if item is None and (coming := self.announced(word)) is not None:
            return Meaning(coming)
        sort = "firm" if item is not None else self._sort(word)
        return None if sort is None else Meaning(None, sort, self._parsed.lemma(word))

    def announced(self, word: int) -> str | None:
        """The company that a text speaks of before it names it: A Cheshire firm has …."""
        if self._parsed.lemma(word) not in FIRMS or self._parsed.form(word) not in ("NN", "NNP"):
            return None
        if self._parsed.relation(word) not in ("nsubj", "nsubjpass"):
            return None
        determined = self._parsed.syntax.dependents(word, "det")
        if any(self._parsed.lemma(each) not in ("a", "an") for each in determined):
            return None
        return self._discourse.coming_firm(self._parsed.span)

    def _based(self, word: int) -> int | None:
        """The generic noun behind a place: ``the Cambridge, Massachusetts-based startup``."""
        syntax = self._parsed.syntax
        if not syntax.dependents(word, "det"):
            return None
        apposed = syntax.dependents(word, "appos")
        return next((e for e in apposed if SORTS.get(self._parsed.lemma(e)) == "firm"), None)

    def _sort(self, word: int) -> str | None:
        lemma = self._parsed.lemma(word)
        for sort, words in (
            ("thing", _THINGS),
            ("here", _HERE),
            ("speaker", _SPEAKERS),
            ("person", _PERSONS),
        ):
            if lemma in words:
                return sort
        if not self._parsed.is_noun(word) or not self._is_definite(word):
            return None
        if is_works(self._parsed, word):
            return None
        return SORTS.get(lemma)

    def _is_definite(self, word: int) -> bool:
        """Whether ``the`` stands before a noun that is in the singular, or that is a pair."""
        if self._parsed.form(word) not in ("NN", "NNP"):
            return False
        determined = self._parsed.syntax.dependents(word, "det")
        return any(self._parsed.lemma(each) in _DEFINITE for each in determined)

    def fits(self, entity: str, meaning: Meaning) -> str:
        """How well an entity fits a generic word: ``called`` so, ``fits`` it, or ``misfits``."""
        kind = self._discourse.type_of(entity)
        if meaning.sort in ("thing", "speaker"):
            return "misfits" if kind is EntityType.PERSON else "fits"
        if meaning.sort == "person":
            return "fits" if kind is EntityType.PERSON else "misfits"
        if meaning.lemma and self._discourse.is_called(entity, meaning.lemma):
            return "called"
        if meaning.lemma in _TOWNS and kind is EntityType.PLACE and self._discourse.is_land(entity):
            return "misfits"
        if meaning.sort == "firm":
            return "fits" if self._discourse.is_firm(entity) else "misfits"
        return "fits" if kind in _TYPES[meaning.sort] else "misfits"


_SITES: Final = frozenset({EntityType.PARK, EntityType.PLACE})
_TYPES: Final = {
    "here": _SITES,
    "park": frozenset({EntityType.PARK}),
    "place": frozenset({EntityType.PLACE}),
    "product": frozenset({EntityType.PRODUCT}),
    "event": frozenset({EntityType.EVENT}),
    "plan": frozenset({EntityType.PROJECT, EntityType.POLICY}),
    "index": frozenset({EntityType.INDEX}),
    "trial": frozenset({EntityType.PRODUCT, EntityType.PROJECT}),
    "body": frozenset[EntityType](),
    "building": frozenset[EntityType](),
}
SORTS: Final[dict[str, str]] = {
    lemma: sort
    for sort, words in (
        ("building", _BUILDINGS),
        ("body", AGENCIES | FUNDS),
        ("plan", _PLANS),
        ("trial", _STUDIES),
        ("index", _SCOREBOARDS),
        ("event", EVENTS),
        ("product", GOODS),
        ("place", (REGIONS | _LANDS) - {"quarter"}),
        ("park", PARKS | {"estate", "valley", "science"}),
        ("firm", FIRMS | _PARTIES),
    )
    for lemma in sorted(words)
}
"""The sort of thing that a generic noun stands for."""
