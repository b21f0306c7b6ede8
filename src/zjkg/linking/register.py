"""What identity has noted of each article: its profiles, and what its entities are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from sys import intern
from typing import NamedTuple, Self

from zjkg.linking.components import Component, Pair
from zjkg.linking.groups import Groups
from zjkg.linking.judgements import addresses_of, judged_names, judged_pairs, written_names
from zjkg.linking.listing import Listing
from zjkg.linking.namesakes import ENTRY, Namesakes
from zjkg.linking.noted import NotedProfiles, Profiles, mark_of
from zjkg.linking.profiles import Profile
from zjkg.model import Judgement, LocalKey
from zjkg.notes import Met, Notes

Place = tuple[int, str, int]
"""Of an entity in the order of publication: the instant, the article, which of its entities."""

_Rows = list[tuple[str, int, int, int, int]]
_OF_ARTICLES = ("decided", "known", "profiles")
"""The kinds of notes that go with their article."""
_AT_HAND = 4096
"""So many articles are at hand with their profiles made, those that were asked for last."""


class Standing(NamedTuple):
    """What an entity belongs to, by numbers: 0 is nothing yet, and no group of tied entities.

    ``named`` is the thing that it is by names alone, ``joined`` by what articles have in common
    besides, ``thing`` after all that.
    """

    group: int = 0
    named: int = 0
    joined: int = 0
    thing: int = 0


class _Standings:
    """What the entities of an article belong to, by their keys there, in little memory."""

    __slots__ = ("_numbers", "_places")

    def __init__(self, keys: tuple[str, ...], numbers: array[int]) -> None:
        self._places, self._numbers = _places(keys), numbers

    @classmethod
    def of(cls, rows: Iterable[tuple[str, int, int, int, int]]) -> Self:
        """Of rows as they are noted."""
        known = list(rows)
        keys = tuple(intern(key) for key, *_ in known)
        return cls(keys, array("q", [number for _, *numbers in known for number in numbers]))

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def __getitem__(self, key: str) -> Standing:
        start = self._places[key] * _NUMBERS
        return Standing(*self._numbers[start : start + _NUMBERS])

    def number(self, key: str, what: int) -> int:
        """One of the numbers of a standing."""
        return self._numbers[self._places[key] * _NUMBERS + what]

    def put(self, key: str, what: int, number: int) -> None:
        """Replace one of them."""
        self._numbers[self._places[key] * _NUMBERS + what] = number

    def items(self) -> Iterator[tuple[str, Standing]]:
        """The keys with what they belong to."""
        return ((key, self[key]) for key in self._places)


GROUP, NAMED, JOINED, THING = range(len(Standing._fields))
"""The places of the numbers in a standing."""
_NUMBERS = len(Standing._fields)


@lru_cache(maxsize=1 << 14)
def _places(keys: tuple[str, ...]) -> dict[str, int]:
    """Places by keys, which are alike in most articles."""
    return {key: place for place, key in enumerate(keys)}


@dataclass(frozen=True, slots=True)
class Article:
    """An article's entities; ``listed`` are the places of those that the authority lists."""

    source: str
    published: int
    profiles: Profiles
    listed: dict[int, list[int]]

    def rows(self) -> dict[int, set[Met]]:
        """Its entities under each of their marks."""
        return {
            mark: {
                Met(bearers, self.published, self.source, place, key)
                for place, key, bearers in rows
            }
            for mark, rows in self.profiles.marked().items()
        }

    def listed_rows(self) -> dict[int, set[Met]]:
        """Those that the authority lists, under each of its entries."""
        keys = list(self.profiles)
        return {
            mark: {Met(ENTRY, self.published, self.source, n, keys[n].key) for n in places}
            for mark, places in self.listed.items()
        }

    def rows_of(self, key: LocalKey) -> dict[int, Met]:
        """One of its entities under each of its marks."""
        return _of_entity(self.rows(), key)

    def listed_of(self, key: LocalKey) -> dict[int, Met]:
        """One of them under each of its entries in the authority."""
        return _of_entity(self.listed_rows(), key)


def _of_entity(rows: Mapping[int, set[Met]], key: LocalKey) -> dict[int, Met]:
    return {mark: row for mark, each in rows.items() for row in each if row.key == key.key}


def _made(source: str, noted: NotedProfiles) -> Article:
    profiles = noted.profiles(source)
    listed: dict[int, list[int]] = {}
    for mark, place in noted.listed:
        listed.setdefault(mark, []).append(place)
    return Article(source, noted.published, profiles, listed)


def _read(notes: Notes, source: str) -> Article:
    return _made(source, notes.read_surely("profiles", source, NotedProfiles))


class Register:
    """Articles with their entities, as the notes have them, and as they are from now on.

    ``rethought`` are the entities that were another thing before, or none.
    """

    def __init__(
        self, notes: Notes, listing: Listing, judgements: Iterable[Judgement] = ()
    ) -> None:
        self.notes, self.listing, self._judgements = notes, listing, tuple(judgements)
        self.namesakes, self.groups = Namesakes(notes), Groups(notes)
        self._addresses = {
            address
            for row in self._judgements
            for addresses in judged_names(row)
            for address in addresses
        }
        self.articles: dict[str, str] = notes.read("articles", "", dict[str, str]) or {}
        self.articles_now = set(self.articles)
        self._last = notes.read("last number", "", int) or 0
        self._at_hand = lru_cache(_AT_HAND)(partial(_read, notes))
        self._standings: dict[str, _Standings] = {}
        self._former: dict[str, Article] = {}
        self._moved: set[str] = set()
        self.rethought: set[LocalKey] = set()

    def new_number(self) -> int:
        """A number that nothing has."""
        self._last += 1
        return self._last

    def article(self, source: str) -> Article:
        """An article's entities."""
        return self._at_hand(source)

    def former(self, source: str) -> Article | None:
        """The entities of an article that was taken out, None where none of that name was."""
        return self._former.get(source)

    def profile(self, key: LocalKey) -> Profile:
        """The profile of an entity."""
        return self.article(key.source).profiles[key]

    def in_order(self, keys: Iterable[LocalKey]) -> list[LocalKey]:
        """The entities in order of publication."""
        by_article: dict[str, set[LocalKey]] = {}
        for key in keys:
            by_article.setdefault(key.source, set()).add(key)
        return [
            key
            for source in self._in_order(by_article)
            for key in self.article(source).profiles
            if key in by_article[source]
        ]

    def place(self, key: LocalKey) -> Place:
        """Where an entity stands in the order of publication."""
        article = self.article(key.source)
        return article.published, key.source, article.profiles.place(key)

    def _in_order(self, sources: Iterable[str]) -> list[str]:
        return sorted(sources, key=lambda source: (self.article(source).published, source))

    def standing(self, key: LocalKey) -> Standing:
        """What an entity belongs to."""
        return self._rows(key.source)[key.key]

    def number_of(self, key: LocalKey, what: int) -> int:
        """One of the numbers of an entity's standing, by its place there."""
        return self._rows(key.source).number(key.key, what)

    def standings(self, source: str) -> dict[LocalKey, Standing]:
        """What the entities of an article belong to."""
        return {LocalKey(source, key): each for key, each in self._rows(source).items()}

    def _rows(self, source: str) -> _Standings:
        found = self._standings.get(source)
        if found is None:
            rows = self.notes.read_surely("known", source, _Rows)
            found = self._standings[source] = _Standings.of(rows)
        return found

    def things(self, source: str) -> set[int]:
        """The numbers of the things that an article speaks of."""
        return {standing.thing for _, standing in self._rows(source).items()}

    def put(self, key: LocalKey, what: int, number: int) -> None:
        """Say what an entity belongs to, in place of what it belonged to before."""
        rows = self._rows(key.source)
        if rows.number(key.key, what) == number:
            return
        rows.put(key.key, what, number)
        self._moved.add(key.source)
        if what == THING and self.articles:
            self.rethought.add(key)

    def arriving(self, come: Mapping[str, NotedProfiles]) -> Iterator[Article]:
        """The entities of articles that are not in it yet."""
        return (_made(source, noted) for source, noted in come.items())

    def replace(
        self, gone: Iterable[str], come: Mapping[str, NotedProfiles]
    ) -> tuple[set[int], set[int]]:
        """Take out articles, then take in others, whose entities belong to nothing yet.

        Returns:
            The marks of the entities taken in, and those of their entries in the authority.
        """
        marks: set[int] = set()
        entries: set[int] = set()
        for source in gone:
            article = self._former[source] = self.article(source)
            self.notes.part(_all_rows(article))
            self.notes.unshare(source, self._called(article))
            self.notes.forget(source, _OF_ARTICLES)
            self._standings.pop(source, None)
            self._moved.discard(source)
            self.articles_now.discard(source)
        if gone:
            self._at_hand.cache_clear()
        for source, noted in come.items():
            self.notes.write("profiles", source, noted)
            self._standings[source] = _Standings.of((key, *Standing()) for key in noted.keys)
            self._moved.add(source)
            self.articles_now.add(source)
            article = _made(source, noted)
            marks |= article.profiles.marks
            entries.update(article.listed)
            self.notes.meet(_all_rows(article))
            self.notes.share(source, self._called(article))
        return marks, entries

    def _called(self, article: Article) -> set[int]:
        """The marks of what judgements call its entities."""
        if not self._addresses:
            return set()
        return {
            mark_of("called", address)
            for profile in article.profiles.values()
            for address in addresses_of(profile)
            if address in self._addresses
        }

    def judged(self) -> dict[Pair, Judgement]:
        """The pairs that persons have judged."""
        marks = (mark_of("called", address) for address in self._addresses)
        sources = self._in_order({each for mark in marks for each in self.notes.sharing(mark)})
        profiles = (p for each in sources for p in self.article(each).profiles.values())
        return judged_pairs(self._judgements, profiles)

    def unborne(self) -> Iterator[tuple[Judgement, str]]:
        """The names in judgements that no entity bears, each with its judgement."""
        for row in self._judgements:
            for name, addresses in written_names(row).items():
                marks = (mark_of("called", address) for address in addresses)
                if not any(self.notes.sharing(mark, at_most=1) for mark in marks):
                    yield row, name

    def group(self, number: int) -> Component:
        """A group of tied entities, as it is noted."""
        return self.groups.group(number, self.in_order)

    def save(self, articles: Mapping[str, str]) -> None:
        """Note what changed; ``articles`` are all that there are, with their stamps."""
        for source in sorted(self._moved):
            rows = [(key, *each) for key, each in self._rows(source).items()]
            self.notes.write("known", source, rows)
        self._moved.clear()
        self.notes.write("articles", "", dict(articles))
        self.notes.write("last number", "", self._last)


def _all_rows(article: Article) -> Iterator[tuple[int, Met]]:
    for rows in (article.rows(), article.listed_rows()):
        for mark, each in rows.items():
            yield from ((mark, row) for row in each)
