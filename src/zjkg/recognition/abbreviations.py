"""Short forms that the text itself declares: 全称（简称X）, 全称（ABC）, Full Name (ABC)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zjkg.model import Abbreviation, EntityType, Span
from zjkg.recognition.passage import Candidate

_DECLARED = re.compile(
    r"[”\"》」]?(?:[（(]|，)(?:以下|下文)?(?:简称|下称|又称)(?:为|作)?[：:]?[“\"「『《]?"
    r"(?P<short>[\w·&+-]{2,14})[”\"」』》]?(?=[）)，。；])"
)
_ACRONYM = re.compile(r"[”\"》]? ?[（(](?P<short>[A-Z][A-Za-z0-9&-]{1,11})[）)]")
_INITIALS = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declared short form and the type of its long form."""

    abbreviation: Abbreviation
    type: EntityType

    def candidate(self) -> Candidate:
        """The short form as a name."""
        return Candidate(self.abbreviation.short, self.type, "declared")


def declarations(folded: str, known: Iterable[Candidate]) -> Iterator[Declaration]:
    """Declared short forms of candidates that end where the declaration begins."""
    by_end: dict[int, Candidate] = {}
    for candidate in known:
        longest = by_end.get(candidate.span.end)
        if longest is None or candidate.span.start < longest.span.start:
            by_end[candidate.span.end] = candidate
    for match in _DECLARED.finditer(folded):
        yield from _declare(match, by_end, "abbreviation:declared")
    for match in _ACRONYM.finditer(folded):
        long = by_end.get(match.start())
        if long is not None and _fits(long.span.of(folded), match.group("short")):
            yield from _declare(match, by_end, "abbreviation:acronym")


def _declare(
    match: re.Match[str], by_end: dict[int, Candidate], rule: str
) -> Iterator[Declaration]:
    long = by_end.get(match.start())
    if long is not None:
        short = Span(*match.span("short"))
        yield Declaration(Abbreviation(long.span, short, rule), long.type)


def _fits(long: str, short: str) -> bool:
    """Whether the acronym's capitals stand in the long form in their order; Chinese has none."""
    capitals = _INITIALS.findall(long)
    if not long.isascii():
        return True
    rest = iter(capitals)
    return all(letter in rest for letter in _INITIALS.findall(short))
