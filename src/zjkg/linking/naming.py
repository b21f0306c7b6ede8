"""Under which IRI each thing goes: the authority's, else the one of its name first published.

Where two things want one IRI the one that was published first has it. So a thing that came, went or
wants another IRI than before may change those of the things that want the same, and of no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zjkg.ids import Minter
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.grouping import Regrouped
from zjkg.linking.listing import all_names, listed_iri, named_iri
from zjkg.linking.noted import mark_of
from zjkg.linking.profiles import Profile
from zjkg.linking.register import Place, Register
from zjkg.model import EntityType, LanguageTag, LocalKey, Resolved
from zjkg.notes import LostNoteError


class _Claim(NamedTuple):
    """What a thing may be called, and where its first member stands."""

    place: Place
    type: EntityType
    listed: str | None
    plain: str
    apart: str

    @property
    def wanted(self) -> set[str]:
        """The IRIs that others may want too."""
        return {self.plain} if self.listed is None else {self.listed, self.plain}


class _Named(NamedTuple):
    claim: _Claim
    iri: str

    @property
    def home(self) -> str:
        """The article that the thing belongs to: the one published first."""
        return self.claim.place[1]

    @property
    def called(self) -> tuple[str, EntityType]:
        """What the graph says of each member."""
        return self.iri, self.claim.type


class _Members(NamedTuple):
    keys: tuple[LocalKey, ...]
    names: tuple[tuple[str, LanguageTag], ...]


class Naming:
    """The things with their IRIs, members and names, as they are noted.

    ``renamed`` are the entities whose thing has another IRI or type than before; ``homes`` the
    articles that things belong to of which anything is otherwise.
    """

    def __init__(self, register: Register, minter: Minter) -> None:
        self._register, self._notes, self._minter = register, register.notes, minter
        self.renamed: set[LocalKey] = set()
        self.homes: set[str] = set()

    def rename(self, found: Regrouped) -> None:
        """Note what the things are called, and who is one of them."""
        claims: dict[int, _Claim] = {}
        free: set[str] = set()
        homes: set[tuple[str, str]] = set()
        for number, members in found.things.items():
            profiles = {key: self._register.profile(key) for key in members}
            known = self._register.listing.entries(profiles.values())
            claim = self._claim(members, profiles[members[0]], known)
            former = self._notes.read("thing", str(number), _Named)
            names = all_names(members, profiles, known)
            if self._enter(number, _Members(tuple(sorted(members)), names)):
                self.homes.add(claim.place[1])
            if former is None or former.claim != claim:
                claims[number] = claim
                free |= claim.wanted
                homes |= {(iri, claim.place[1]) for iri in claim.wanted}
                if former is not None:
                    free |= former.claim.wanted
                    homes |= {(iri, former.claim.place[1]) for iri in former.claim.wanted}
        for number in found.gone:
            former = self._notes.read_surely("thing", str(number), _Named)
            free |= former.claim.wanted
            homes |= {(iri, former.claim.place[1]) for iri in former.claim.wanted}
            self.homes.add(former.home)
            self._notes.drop("thing", str(number))
            self._notes.drop("members", str(number))
            self._notes.drop_appended("members since", str(number))
        self._settle(claims, free)
        self._keep_homes(homes)

    def change(self, number: int, member: LocalKey, *, came: bool) -> None:
        """Note that a thing won or lost an entity, whose names others published before have too."""
        self._notes.append("members since", str(number), (member, came))

    def _enter(self, number: int, members: _Members) -> bool:
        """Note the members of a thing; whether they have other names than before."""
        before = self._noted(number)
        if before != members:
            self._notes.write("members", str(number), members)
            self._notes.drop_appended("members since", str(number))
        return before is None or before.names != members.names

    def _members(self, number: int) -> _Members:
        found = self._noted(number)
        if found is None:
            raise LostNoteError("members", str(number))
        return found

    def _noted(self, number: int) -> _Members | None:
        """The members of a thing with all that came and went since they were noted."""
        noted = self._notes.read("members", str(number), _Members)
        changes = self._notes.appended("members since", str(number), tuple[LocalKey, bool])
        if noted is None or not changes:
            return noted
        keys = set(noted.keys)
        for member, came in changes:
            (keys.add if came else keys.remove)(member)
        return _Members(tuple(sorted(keys)), noted.names)

    def _claim(
        self, members: Sequence[LocalKey], first: Profile, known: Mapping[LocalKey, AuthorityEntry]
    ) -> _Claim:
        return _Claim(
            place=self._register.place(members[0]),
            type=first.type,
            listed=listed_iri(members, known),
            plain=named_iri(first, self._minter, is_namesake=False),
            apart=named_iri(first, self._minter, is_namesake=True),
        )

    def _settle(self, claims: dict[int, _Claim], free: set[str]) -> None:
        """Give out the IRIs anew that the things may want, and those that others want of them."""
        asked: set[str] = set()
        while not free <= asked:
            for iri in sorted(free - asked):
                asked.add(iri)
                for number, named in self._wanting(iri):
                    if number not in claims:
                        claims[number] = named.claim
                        free |= named.claim.wanted
        taken: set[str] = set()
        for number, claim in sorted(claims.items(), key=lambda each: each[1].place):
            wanted = (claim.listed, claim.plain)
            iri = next((each for each in wanted if each and each not in taken), claim.apart)
            taken.add(iri)
            self._call(number, _Named(claim, iri))

    def _call(self, number: int, named: _Named) -> None:
        """Note what a thing is called."""
        former = self._notes.read("thing", str(number), _Named)
        self._notes.write("thing", str(number), named)
        before = (former.called, former.home) if former is not None else None
        if before != (named.called, named.home):
            self.homes |= {named.home} | ({former.home} if former is not None else set())
        if self._register.articles and (former is None or former.called != named.called):
            self.renamed.update(self._members(number).keys)

    def _wanting(self, iri: str) -> Iterable[tuple[int, _Named]]:
        """The things, as they are noted, that may want an IRI."""
        for source in self._notes.sharing(mark_of("wanted", iri)):
            if source in self._register.articles_now:
                yield from self._at_home(source, iri)

    def _at_home(self, source: str, iri: str) -> Iterable[tuple[int, _Named]]:
        """The things that want an IRI and whose first member is of an article."""
        for number in sorted(self._register.things(source)):
            named = self._notes.read("thing", str(number), _Named)
            if named is not None and named.claim.place[1] == source and iri in named.claim.wanted:
                yield number, named

    def _keep_homes(self, homes: Iterable[tuple[str, str]]) -> None:
        """Note in which articles the things are at home that want an IRI."""
        for iri, source in sorted(homes):
            mark = {mark_of("wanted", iri)}
            if source in self._register.articles_now and any(self._at_home(source, iri)):
                self._notes.share(source, mark)
            else:
                self._notes.unshare(source, mark)

    def all_things(self, sources: Iterable[str]) -> tuple[Resolved, ...]:
        """The things of all articles, in the order of their IRIs."""
        numbers = {number for source in sources for number in self._register.things(source)}
        found = map(self.thing, numbers)
        return tuple(sorted(found, key=lambda thing: thing.iri))

    def called(self, number: int) -> tuple[str, EntityType]:
        """The IRI and the type of a thing."""
        return self._notes.read_surely("thing", str(number), _Named).called

    def home(self, number: int) -> str:
        """The article that a thing belongs to."""
        return self._notes.read_surely("thing", str(number), _Named).home

    def thing(self, number: int) -> Resolved:
        """A thing with its members."""
        members = self._members(number)
        return Resolved(*self.called(number), members.keys, members.names)
