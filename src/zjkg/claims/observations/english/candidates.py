"""All that a value of an English sentence may be of, with what speaks for and against each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.observations.english.belongings import is_definite
from zjkg.claims.observations.english.clauses import Clauses
from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.meanings import PLURAL, Meaning, Meanings
from zjkg.claims.observations.english.natures import fit, kind_of, nature
from zjkg.claims.observations.english.referents import Referents
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.english.slots import Slot, slots
from zjkg.claims.observations.english.unnamed import is_of_several, unnamed
from zjkg.claims.observations.text import Named
from zjkg.model import Quantity, Span

_TAIL = 2
_REACH = 24  # characters behind a value in which its own owner would be named
_COMPARED = re.compile(
    r"\b(?:up|down|compared (?:with|to)|against|versus|from|an? (?:[a-z-]+ )?(?:increase|rise|jump"
    r"|decrease|decline|drop|fall|gain)(?: of)?|(?:in|de)creasing|rising|falling|growing|climbing)"
    r"(?: (?:by|about|around|just|only|nearly|some|over|more than|less than))? ?\(?[$€£¥A-Z]{0,4}\Z"
)
_OPEN = frozenset({"bare", "told", "sited"})
_GROUPED = frozenset({"last-given", "topic", "head-ago:1"})
_TELLING = ("told", "cited")
_ASIDE = frozenset({"sits", "from"})
_STRONG = ("noun", "number", "subject", "acted", "object", "agent", "sharer")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing, None for what has no name, with the features that weigh for and against it."""

    entity: str | None
    features: frozenset[str]


def candidates(view: View, quantity: Quantity) -> list[Candidate]:
    """Everything that a value may be of, in order of first mention, and nothing named."""
    seen = _Value(view, quantity)
    named = [Candidate(key, seen.features(key)) for key in view.discourse.entities()]
    return [*named, Candidate(None, seen.unnamed())]


@dataclass(slots=True)
class View:
    """A sentence as the ranking sees it; ``given`` are the words of values with their owners."""

    parsed: Parsed
    discourse: Discourse
    meanings: Meanings
    begin: int
    given: dict[int, str | None]
    referents: Referents
    clauses: Clauses


class _Value:
    """One value, seen with all that the text has named."""

    def __init__(self, view: View, quantity: Quantity) -> None:
        self._view = view
        self._quantity = quantity
        self._parsed = view.parsed
        self._discourse = view.discourse
        self._features: dict[str | None, set[str]] = {}
        self._path = _path(view.parsed, quantity)
        self._places = slots(view.parsed, self._path)
        self._nature = nature(view.parsed, quantity, self._path)
        self._state = "bare"
        self._generic: Meaning | None = None
        self._resolved: str | None = None
        self._last = self._nearest()
        self._tops = self._is_topmost()
        self._slots()
        self._leaned()
        self._beside()
        entity, rule = view.clauses.subject(quantity)
        said = rule.removeprefix("subject:")
        self._add(entity, "grammar", f"grammar:{said}")
        self._add(entity, f"grammar:{self._state}", f"grammar:{self._nature}")

    def _is_topmost(self) -> bool:
        """Whether those who are counted act themselves: ``Nine companies have moved in``."""
        counted = self._quantity.counted
        noun = None if counted is None else self._parsed.syntax.head_of(counted)
        for word in self._path:
            if self._parsed.relation(word) in ("nsubj", "nsubjpass"):
                return word in (self._path[0], noun)  # not the 35-person firm
            if self._parsed.is_verb(word) or self._parsed.is_preposition(word):
                return False
        return False

    def features(self, entity: str) -> frozenset[str]:
        """What speaks for and against a thing."""
        found = set(self._features.get(entity, ()))
        kind = kind_of(self._discourse, entity)
        found.add(f"kind:{kind}")
        if self._tops:
            found.add(f"acting:{kind}")
        found.update((f"fit:{self._nature}:{kind}", f"fit:{fit(self._nature, kind)}"))
        if self._state in _OPEN and self._discourse.is_titled(entity):
            found.add(f"titled:{self._nature}:{kind}")
        if self._discourse.bystanders.is_source(entity):
            found.update(("source", f"source:{kind}", f"source:{self._state}"))
        found.update(self._recent(entity))
        if self._generic is None or self._view.meanings.fits(entity, self._generic) != "misfits":
            said = self._discourse.salience(entity)
            found.update(f"{self._state}:{each}" for each in said)
            if self._state in _OPEN:
                found.update(f"open:{each}" for each in said)
        if self._state in _OPEN:
            found.update((f"open:kind:{kind}", f"open:fit:{self._nature}:{kind}"))
        if self._generic is not None:
            found.update(self._referring(entity, self._generic, found))
        return frozenset(found)

    def unnamed(self) -> frozenset[str]:
        """What speaks for nobody."""
        found = unnamed(self._parsed, self._quantity, self._places, self._discourse)
        found.update(self._features.get(None, ()))
        found.add(f"fit:{self._nature}:null")
        found.add(f"null:{self._state}")
        if self._tops:
            found.add("null:acting")
        if self._generic is not None and self._generic.lemma in PLURAL:
            found.add("null:group")
            if self._given_last() == (None,):
                found.add("null:group:given")
        if self._discourse.bystanders.cited_in(self._parsed.span):
            found.update(("null:cited", f"null:cited:{self._state}"))
        if self._discourse.was_nobodys():
            if "null:group" in found:
                found.add("null:group:after")
            found.update(("null:after", f"null:after:{self._nature}"))
        if self._state in _OPEN:
            found.add(f"open:fit:{self._nature}:null")
        return frozenset(found)

    def _add(self, entity: str | None, *features: str) -> None:
        self._features.setdefault(entity, set()).update(features)

    def _slots(self) -> None:
        """The names in the places where an owner stands, the nearest first."""
        first = True
        for place in self._places:
            self._taken_up(place)
            if self._parsed.is_base(place.word):
                continue
            meaning = self._view.meanings.of(place.word)
            if meaning is None:
                if self._state == "bare" and self._is_unnamed(place):
                    self._state = "unnamed"
                continue
            if self._is_whole(place.word):
                self._whole(place, meaning)
                continue
            strong = place.anchor.startswith(_STRONG) and not place.link.endswith("-conj")
            if meaning.entity is None:
                housed = place.link == "in" and meaning.sort in ("park", "place", "here")
                strong = strong or (housed and "verb" in place.anchor)
                if strong and self._generic is None:
                    self._generally(place, meaning)
                state = "generic" if strong else "told"
            else:
                state = "named" if strong else "sited"
                self._standing(place, meaning.entity, first=first)
            if self._state == "bare" or (self._state in ("sited", "told", "unnamed") and strong):
                self._state = state
            first = first and place.anchor.startswith(_TELLING)

    def _standing(self, place: Slot, entity: str, *, first: bool) -> None:
        """A name in a place: where it stands, and whether it is the nearest."""
        kind = kind_of(self._discourse, entity)
        where = place.anchor.removesuffix("-conj").rstrip("12")
        self._add(
            entity,
            f"slot:{place.anchor}:{place.link}",
            f"slot:{where}:{place.link}",
            f"link:{place.link}:{kind}",
            f"where:{where}:{kind}",
        )
        if first and not place.anchor.startswith(_TELLING) and place.link not in _ASIDE:
            self._add(entity, "first-slot", f"first-slot:{kind}")
        if kind in ("person", "stranger"):
            self._employed(entity, f"{where}:{place.link}")

    def _is_unnamed(self, place: Slot) -> bool:
        """Whether a place is filled by some that have no names: ``the parks``."""
        counted = place.word in self._path
        return "subject" in place.anchor and not counted and is_of_several(self._parsed, place.word)

    def _whole(self, place: Slot, meaning: Meaning) -> None:
        """Whose a whole is of which the value is a part: ``a third of the firm's revenue``."""
        entity = meaning.entity
        if entity is not None:
            self._add(entity, f"whole:{place.link}")
        elif self._parsed.lemma(place.word) not in ("they", "their"):
            entity = self._view.referents.owner(place.word)
        if entity is not None and self._nature == "stake":  # holds a third of its shares
            self._add(entity, "whole:held")
        elif entity is not None and place.link.endswith("poss"):
            self._add(entity, "whole:owner", f"whole:owner:{kind_of(self._discourse, entity)}")

    def _taken_up(self, place: Slot) -> None:
        """Whose a thing without a name was when the text spoke of it: the plant."""
        belongings, lemma = self._discourse.belongings, self._parsed.lemma(place.word)
        if lemma in ("it", "its") and belongings.subject is not None:
            lemma = belongings.subject
        elif place.link != "self" or not is_definite(self._parsed, place.word):
            return
        owner = belongings.owner(lemma)
        if owner is not None:
            self._add(owner, "owned", f"owned:{place.anchor.rstrip('12')}")

    def _employed(self, person: str, where: str) -> None:
        employer = self._discourse.speakers.employers.get(person)
        if employer is not None:
            self._add(employer, "employer", f"employer:{where}")

    def _generally(self, place: Slot, meaning: Meaning) -> None:
        """A generic word in a place: what it may mean is weighed candidate by candidate."""
        where = place.anchor.removesuffix("-conj").rstrip("12")
        self._generic = meaning
        self._resolved = self._view.referents.owner(place.word)
        for key in self._discourse.entities():
            fit = self._view.meanings.fits(key, meaning)
            self._add(key, f"generic:{fit}")
            if fit != "misfits":
                self._add(key, f"generic:{meaning.sort}:{fit}", f"generic:{where}:{place.link}")

    def _referring(self, entity: str, meaning: Meaning, found: set[str]) -> set[str]:
        """What speaks for a generic word meaning a thing."""
        if self._view.meanings.fits(entity, meaning) == "misfits":
            return set()
        sort = meaning.sort if meaning.sort in ("thing", "speaker") else "noun"
        said = self._discourse.salience(entity)
        last = self._last_fitting(meaning)
        more = {f"{sort}-last-head"} if last == entity else set()
        if entity == self._resolved:
            here = any(each.startswith("here:before") for each in found)
            more |= {"resolved", f"resolved:{sort}", f"resolved:{'here' if here else 'before'}"}
        if meaning.lemma in PLURAL:
            more |= {f"group={each}" for each in said & _GROUPED}
            more |= {"group=given"} if self._given_last() == (entity,) else set()
        return {f"{sort}={each}" for each in said} | more

    def _last_fitting(self, meaning: Meaning) -> str | None:
        """The last thing that a sentence was about and that fits."""
        fits = self._view.meanings.fits
        for heads in self._discourse.heads_backwards():
            for key in heads:
                if fits(key, meaning) != "misfits":
                    return key
        return None

    def _is_whole(self, word: int) -> bool:
        share = self._quantity.share_of
        return share is not None and share.start <= self._parsed.start(word) < share.end

    def _leaned(self) -> None:
        """The owners of the values before that this one hangs on, or follows."""
        above = [self._view.given[each] for each in self._path if each in self._view.given]
        if above:
            self._add(above[0], "joined", f"joined:{self._state}")
        for last in self._given_last():
            self._add(last, f"given:{self._state}", f"given:{self._nature}")
            if self._is_compared():
                self._add(last, "compared")
            if self._state in _OPEN:
                self._add(last, "given:open")

    def _given_last(self) -> tuple[str | None, ...]:
        """The owner of the value before in this sentence, if there is one."""
        return tuple(self._view.given.values())[-1:]

    def _is_compared(self) -> bool:
        """Whether a value is only set beside the one before: to 57 from 71, up 14 percent."""
        quantity, parsed = self._quantity, self._parsed
        before = max(word for word in self._view.given if parsed.start(word) < quantity.span.start)
        between = Span(parsed.start(before), quantity.span.start)
        named = any(
            between.start < item.span.start < quantity.span.end + _REACH
            for item in parsed.names.values()
        )
        return not named and _COMPARED.search(between.of(parsed.text.key)) is not None

    def _beside(self) -> None:
        """The names of the sentence that stand in none of the places."""
        names = self._parsed.names
        share = self._quantity.share_of
        heads = {word for word in names if self._parsed.syntax.head_of(names[word].span) == word}
        self._lone([names[word] for word in sorted(heads)])
        for word in sorted(heads):
            item = names[word]
            if item.span.start < self._view.begin:
                self._add(item.entity, "dateline")
                continue
            if share is not None and item.span.overlaps(share):
                exact = share.start == item.span.start and share.end - item.span.end <= _TAIL
                self._add(item.entity, "whole" if exact else "whole:inside")
                continue
            side = "before" if item.span.start < self._quantity.span.start else "after"
            relation = self._parsed.role(word)
            self._add(item.entity, f"here:{side}:{relation}", f"here:{self._state}:{side}")
            self._add(item.entity, f"here:{self._nature}:{self._discourse.group_of(item.entity)}")
            if 0 <= item.span.start - self._quantity.span.end <= _TAIL:
                self._add(item.entity, "abuts", f"abuts:{self._nature}")

    def _lone(self, named: list[Named]) -> None:
        """The only thing that a sentence names, the first and the last before the value."""
        kinds = {
            item.entity: kind_of(self._discourse, item.entity)
            for item in named
            if item.span.start >= self._view.begin
        }
        things = [key for key, kind in kinds.items() if kind not in ("person", "stranger")]
        here = [key for key in things if not self._discourse.bystanders.is_source(key)]
        if len(here) == 1:
            self._add(
                here[0], "only", f"only:{self._state}", f"only:{self._state}:{kinds[here[0]]}"
            )
        before = [
            item.entity
            for item in named
            if item.entity in things
            and self._view.begin <= item.span.start < self._quantity.span.start
        ]
        for place, key in zip(("first", "nearest"), (before[:1], before[-1:]), strict=True):
            for each in key:
                self._add(each, place, f"{place}:{self._state}", f"{place}:{kinds[each]}")

    def _nearest(self) -> dict[str, tuple[str | None, str | None]]:
        """Of each group, what was named last and what the text was last about."""
        names = sorted(self._parsed.names.values(), key=lambda item: item.span.start)
        start, end = self._view.begin, self._quantity.span.start
        here = [item.entity for item in names if start <= item.span.start < end]
        said = self._discourse
        groups = {said.group_of(key): None for key in said.entities()}
        return {each: (said.last_in(each, here), said.last_head_in(each)) for each in groups}

    def _recent(self, entity: str) -> set[str]:
        """Whether a thing is the last of its group that was named, or that the text was about."""
        found: set[str] = set()
        group = self._discourse.group_of(entity)
        for how, last in zip(("last", "about"), self._last[group], strict=True):
            if last == entity:
                found |= {f"{how}:{self._nature}:{group}", f"{how}:{self._state}:{group}"}
                if self._state in _OPEN:
                    found.add(f"{how}:open:{self._nature}:{group}")
        return found


def _path(parsed: Parsed, quantity: Quantity) -> list[int]:
    word = parsed.number(quantity)
    path = [] if word is None else [word, *parsed.syntax.path_up(word)]
    if word is not None and parsed.is_verb(word):  # doubled: who doubles it
        path.insert(0, word)
    return path
