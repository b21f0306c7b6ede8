"""What identity has noted of each article: its profiles, and what its entities are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from sys import intern
from typing import NamedTuple, Self

import msgspec

from zjkg.linking.candidates import pairs_of_block
from zjkg.linking.components import Component, Pair
from zjkg.linking.judgements import addresses_of, judged_names, judged_pairs, written_names
from zjkg.linking.listing import Listing
from zjkg.linking.noted import NotedProfiles, Profiles, mark_of
from zjkg.linking.profiles import Profile
from zjkg.model import Judgement, LocalKey
from zjkg.notes import LostNoteError, Notes

Place = tuple[int, str, int]
"""Of an entity in the order of publication: the instant, the article, which of its entities."""

Block = list[tuple[Place, LocalKey, int]]
"""Entities that share a mark; those stand for each other that have the same number."""
_Rows = list[tuple[str, int, int, int, int]]
_there = msgspec.msgpack.Decoder(list[tuple[int, int, str, int]])
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


def pairs_of(block: Block) -> set[Pair]:
    """The pairs that are compared of entities that share a mark."""
    return set(pairs_of_block([(key, bearers) for _, key, bearers in block]))


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


class _Group(NamedTuple):
    """A group of tied entities as it is noted: ``pairs`` are places among its members."""

    members: tuple[LocalKey, ...]
    pairs: list[tuple[int, int]]
    verdicts: list[int]


@dataclass(frozen=True, slots=True)
class Article:
    """An article's entities; ``listed`` are those that the authority lists, by their marks."""

    published: int
    profiles: Profiles
    listed: dict[int, list[LocalKey]]


def _made(source: str, noted: NotedProfiles) -> Article:
    profiles = noted.profiles(source)
    listed: dict[int, list[LocalKey]] = {}
    for mark, place in noted.listed:
        listed.setdefault(mark, []).append(LocalKey(source, noted.keys[place]))
    return Article(noted.published, profiles, listed)


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
        self._moved: set[str] = set()
        self.rethought: set[LocalKey] = set()

    def new_number(self) -> int:
        """A number that nothing has."""
        self._last += 1
        return self._last

    def article(self, source: str) -> Article:
        """An article's entities."""
        return self._at_hand(source)

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
            self.notes.unshare(source, self._marks(self.article(source)))
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
            there = {
                mark: msgspec.msgpack.encode([(article.published, *each) for each in rows])
                for mark, rows in article.profiles.marked().items()
            }
            self.notes.share(source, self._marks(article), there)
        return marks, entries

    def _marks(self, article: Article) -> set[int]:
        called = {
            mark_of("called", address)
            for profile in article.profiles.values()
            for address in addresses_of(profile)
            if address in self._addresses
        }
        return {*article.profiles.marks, *article.listed, *called}

    def block(self, mark: int) -> Block:
        """The entities that share a mark, in order of publication."""
        try:
            return sorted(
                ((published, source, place), LocalKey(source, key), bearers)
                for source, here in self.notes.shared(mark)
                for published, place, key, bearers in _there.decode(here)
            )
        except msgspec.DecodeError as error:
            raise LostNoteError("share", str(mark)) from error

    def pairs(self, mark: int) -> set[Pair]:
        """The pairs of entities that are compared as they share a mark."""
        return pairs_of(self.block(mark))

    def listed_pairs(self, mark: int) -> Iterator[Pair]:
        """The pairs of one entry of the authority, each entity with the one before."""
        yield from pairwise(
            key for each in self._sharing(mark) for key in self.article(each).listed.get(mark, ())
        )

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

    def _sharing(self, mark: int) -> list[str]:
        sources = self.notes.sharing(mark)
        return self._in_order(sources) if len(sources) > 1 else sources

    def group(self, number: int) -> Component:
        """A group of tied entities, as it is noted."""
        members, pairs, _ = self.notes.read_surely("group", str(number), _Group)
        return Component(members, [(members[a], members[b]) for a, b in pairs])

    def verdicts(self, number: int) -> dict[Pair, int]:
        """What was decided on the pairs of a group: a number is equal for equal verdicts."""
        members, pairs, verdicts = self.notes.read_surely("group", str(number), _Group)
        found = ((members[a], members[b]) for a, b in pairs)
        return dict(zip(found, verdicts, strict=True))

    def put_group(self, number: int, group: Component, verdicts: Mapping[Pair, int]) -> None:
        """Note a group with what was decided."""
        places = {key: place for place, key in enumerate(group.members)}
        pairs = [(places[a], places[b]) for a, b in group.pairs]
        decided = [verdicts[pair] for pair in group.pairs]
        self.notes.write("group", str(number), _Group(tuple(group.members), pairs, decided))

    def save(self, articles: Mapping[str, str]) -> None:
        """Note what changed; ``articles`` are all that there are, with their stamps."""
        for source in sorted(self._moved):
            rows = [(key, *each) for key, each in self._rows(source).items()]
            self.notes.write("known", source, rows)
        self._moved.clear()
        self.notes.write("articles", "", dict(articles))
        self.notes.write("last number", "", self._last)
