"""What identity has noted of each article: its profiles, and what its entities are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from zjkg.linking.candidates import pairs_of_block
from zjkg.linking.components import Component, Pair
from zjkg.linking.judgements import addresses_of, judged_names, judged_pairs
from zjkg.linking.listing import Listing
from zjkg.linking.noted import NotedProfiles, mark_of
from zjkg.linking.profiles import Profile, is_person
from zjkg.model import Judgement, LocalKey
from zjkg.notes import Notes

Place = tuple[int, str, int]
"""Of an entity in the order of publication: the instant, the article, which of its entities."""

_Rows = list[tuple[str, int, int, int, int]]
_OF_ARTICLES = ("decided", "known", "profiles")
"""The kinds of notes that go with their article."""


class _Group(NamedTuple):
    """A group of tied entities as it is noted: ``pairs`` are places among its members."""

    members: tuple[LocalKey, ...]
    pairs: list[tuple[int, int]]
    verdicts: list[int]


@dataclass(slots=True)
class Standing:
    """What an entity belongs to, by numbers: 0 is nothing yet, and no group of tied entities.

    ``named`` is the thing that it is by names alone, ``joined`` by what articles have in common
    besides, ``thing`` after all that.
    """

    group: int = 0
    named: int = 0
    joined: int = 0
    thing: int = 0


@dataclass(slots=True)
class Article:
    """An article's entities; ``listed`` are the marks of their entries in the authority."""

    published: int
    profiles: dict[LocalKey, Profile]
    marked: dict[int, list[LocalKey]] = field(default_factory=dict)
    listed: dict[int, list[LocalKey]] = field(default_factory=dict)


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
        self._known: dict[str, Article] = {}
        self._profiles: dict[LocalKey, Profile] = {}  # those of the known articles
        self._standings: dict[str, dict[LocalKey, Standing]] = {}
        self._moved: set[str] = set()
        self.rethought: set[LocalKey] = set()

    def number(self) -> int:
        """A number that nothing has."""
        self._last += 1
        return self._last

    def article(self, source: str) -> Article:
        """An article's entities."""
        if source not in self._known:
            noted = self.notes.read_surely("profiles", source, NotedProfiles)
            self._know(source, self._made(source, noted))
        return self._known[source]

    def _know(self, source: str, article: Article) -> None:
        self._known[source] = article
        self._profiles |= article.profiles

    def _made(self, source: str, noted: NotedProfiles) -> Article:
        profiles = {profile.key: profile for profile in noted.profiles(source)}
        found = Article(noted.published, profiles)
        for key, row in zip(profiles, noted.rows, strict=True):
            for mark in row.marks:
                found.marked.setdefault(mark, []).append(key)
        for key, entry in self.listing.entries(profiles.values()).items():
            whose = "person entry" if is_person(profiles[key]) else "entry"
            found.listed.setdefault(mark_of(whose, entry.iri), []).append(key)
        return found

    def profile(self, key: LocalKey) -> Profile:
        """The profile of an entity."""
        found = self._profiles.get(key)
        return self.article(key.source).profiles[key] if found is None else found

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
        return article.published, key.source, list(article.profiles).index(key)

    def _in_order(self, sources: Iterable[str]) -> list[str]:
        return sorted(sources, key=lambda source: (self.article(source).published, source))

    def standing(self, key: LocalKey) -> Standing:
        """What an entity belongs to."""
        return self.standings(key.source)[key]

    def standings(self, source: str) -> Mapping[LocalKey, Standing]:
        """What the entities of an article belong to."""
        if source not in self._standings:
            rows = self.notes.read_surely("known", source, _Rows)
            self._standings[source] = {
                LocalKey(source, key): Standing(*numbers) for key, *numbers in rows
            }
        return self._standings[source]

    def things(self, source: str) -> set[int]:
        """The numbers of the things that an article speaks of."""
        if source in self._standings:
            return {standing.thing for standing in self._standings[source].values()}
        return {thing for *_, thing in self.notes.read_surely("known", source, _Rows)}

    def put(self, key: LocalKey, what: str, number: int) -> bool:
        """Say what an entity belongs to; whether it belonged to something else before."""
        standing = self.standing(key)
        former = getattr(standing, what)
        if former == number:
            return False
        setattr(standing, what, number)
        self._moved.add(key.source)
        if what == "thing":
            self.rethought.add(key)
        return bool(former)

    def arriving(self, come: Mapping[str, NotedProfiles]) -> Iterator[Article]:
        """The entities of articles that are not in it yet."""
        return (self._made(source, noted) for source, noted in come.items())

    def replace(self, gone: Iterable[str], come: Mapping[str, NotedProfiles]) -> None:
        """Take out articles, then take in others, whose entities belong to nothing yet."""
        for source in gone:
            self.notes.unshare(source, self._marks(source))
            self.notes.forget(source, _OF_ARTICLES)
            for key in self._known.pop(source).profiles:
                del self._profiles[key]
            self._standings.pop(source, None)
            self._moved.discard(source)
            self.articles_now.discard(source)
        for source, noted in come.items():
            self.notes.write("profiles", source, noted)
            article = self._made(source, noted)
            self._know(source, article)
            self._standings[source] = {key: Standing() for key in article.profiles}
            self._moved.add(source)
            self.articles_now.add(source)
            self.notes.share(source, self._marks(source))

    def _marks(self, source: str) -> set[int]:
        article = self.article(source)
        called = {
            mark_of("called", address)
            for profile in article.profiles.values()
            for address in addresses_of(profile)
            if address in self._addresses
        }
        return {*article.marked, *article.listed, *called}

    def pairs(self, mark: int) -> Iterator[Pair]:
        """The pairs of entities that are compared as they share a mark."""
        members = [
            key for each in self._sharing(mark) for key in self.article(each).marked.get(mark, ())
        ]
        if len(members) > 1:
            yield from pairs_of_block({key: self.profile(key) for key in members}, members)

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
            rows = [
                (key.key, s.group, s.named, s.joined, s.thing)
                for key, s in self.standings(source).items()
            ]
            self.notes.write("known", source, rows)
        self._moved.clear()
        self.notes.write("articles", "", dict(articles))
        self.notes.write("last number", "", self._last)
