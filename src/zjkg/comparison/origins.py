"""How many origins claims go back to that say the same.

Ten outlets that print one release are one origin. A claim counts for more only where it comes from
another text, outlet, speaker and release. Claims are tied where they share one of these: no pair is
looked at, as there are too many of what everybody says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, pairwise, product

from zjkg.model import ClaimRef, Origin, Repost
from zjkg.partition import Partition

_RELEASE = timedelta(days=31)
"""Within a month of each other two articles report of one release of an index or a meeting."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an article tells of where it comes from: outlet, date, and what it reports of."""

    outlet: str | None
    published: date | None
    releases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim and who makes it, None for the article itself."""

    ref: ClaimRef
    speaker: str | None


class Copies:
    """Which articles print one another's text."""

    def __init__(self, reposts: Iterable[Repost]) -> None:
        self._of: dict[str, set[str]] = {}
        for each in reposts:
            self._of.setdefault(each.first, set()).add(each.second)
            self._of.setdefault(each.second, set()).add(each.first)

    def among(self, articles: Collection[str]) -> Iterator[tuple[str, str]]:
        """The pairs of these articles."""
        for source in articles:
            for other in self._of.get(source, ()):
                if source < other and other in articles:
                    yield source, other

    def has(self, pair: tuple[str, str]) -> bool:
        """Whether two articles do."""
        return pair[1] in self._of.get(pair[0], ())


def origins(
    group: Iterable[Said], known: Mapping[str, Source], copies: Copies
) -> tuple[Origin, ...]:
    """The origins of claims that say the same, in the order of their first claims."""
    whole = _Claims(sorted(group, key=lambda each: each.ref), known, copies)
    return tuple(
        Origin(tuple(each.ref for each in part.said), tuple(part.ties())) for part in whole.parts()
    )


class _Claims:
    """Claims that say the same, in order, with the articles that make them."""

    def __init__(self, said: Sequence[Said], known: Mapping[str, Source], copies: Copies) -> None:
        self.said, self._known, self._copies = said, known, copies
        self._speakers: dict[str, set[str | None]] = {}
        for each in said:
            self._speakers.setdefault(each.ref.source, set()).add(each.speaker)

    def parts(self) -> Iterator[_Claims]:
        """The claims of each origin."""
        tied = Partition(self._speakers)
        alike = (*self._by_outlet(), *self._by_speaker())
        runs = chain(map(pairwise, alike), map(self._in_turn, self._by_release()))
        for pair in chain(self._copies.among(self._speakers), *runs):
            tied.join(*pair)
        found: dict[str, list[Said]] = {}
        for each in self.said:
            found.setdefault(tied.find(each.ref.source), []).append(each)
        return (_Claims(part, self._known, self._copies) for part in found.values())

    def ties(self) -> Iterator[str]:
        """The kinds of tie between the claims, in the order of the alphabet.

        Of two claims the first counts: one article, copies, one outlet, one speaker, one release.
        """
        if len(self.said) > len(self._speakers):
            yield "article"
        if self._are_apart(pair for group in self._by_outlet() for pair in combinations(group, 2)):
            yield "outlet"
        released = (pair for group in self._by_release() for pair in self._together(group))
        if self._are_apart(pair for pair in released if self._is_release(*pair)):
            yield "release"
        if any(True for _ in self._copies.among(self._speakers)):
            yield "repost"
        if self._are_apart(pair for group in self._by_speaker() for pair in self._across(group)):
            yield "speaker"

    def _are_apart(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Whether the articles of any pair are no copies."""
        return any(not self._copies.has(pair) for pair in pairs)

    def _is_release(self, one: str, other: str) -> bool:
        """Whether nothing but a release need tie two articles."""
        said = self._speakers[one] | self._speakers[other]
        is_one_speaker = len(said) == 1 and None not in said
        outlet = self._known[one].outlet
        return not is_one_speaker and (outlet is None or outlet != self._known[other].outlet)

    def _by_outlet(self) -> list[list[str]]:
        return _groups((self._known[each].outlet, each) for each in self._speakers)

    def _by_speaker(self) -> list[list[str]]:
        return _groups((who, each) for each, said in self._speakers.items() for who in said)

    def _by_release(self) -> list[list[str]]:
        """The articles that report of one thing, by their dates; those without come first."""
        found = _groups(
            (release, each) for each in self._speakers for release in self._known[each].releases
        )
        return [sorted(group, key=lambda each: self._day(each) or date.min) for group in found]

    def _day(self, article: str) -> date | None:
        return self._known[article].published

    def _in_turn(self, group: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Pairs that tie whatever of a release is tied; one without a date may be of any month."""
        has_undated = self._day(group[0]) is None
        return (pair for pair in pairwise(group) if has_undated or self._is_one_month(*pair))

    def _together(self, group: Sequence[str]) -> Iterator[tuple[str, str]]:
        """All pairs of a release that came out in one month."""
        for place, one in enumerate(group):
            for other in range(place + 1, len(group)):
                if not self._is_one_month(one, group[other]):
                    break
                yield one, group[other]

    def _is_one_month(self, one: str, other: str) -> bool:
        days = self._day(one), self._day(other)
        return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= _RELEASE

    def _across(self, articles: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The pairs of articles that are not of one outlet."""
        outlets: dict[str, list[str]] = {}
        for each in articles:
            outlets.setdefault(self._known[each].outlet or f"\0{each}", []).append(each)
        for some, others in combinations(outlets.values(), 2):
            yield from product(some, others)


def _groups(marked: Iterable[tuple[str | None, str]]) -> list[list[str]]:
    """The articles that share a mark, where several do."""
    found: dict[str, list[str]] = {}
    for mark, article in marked:
        if mark is not None:
            found.setdefault(mark, []).append(article)
    return [group for group in found.values() if len(group) > 1]
