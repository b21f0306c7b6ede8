"""The places of an English sentence in which the owner of a value may stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zjkg.claims.observations.english.kinds import FACILITIES, MADE, NAMING, NATIONS
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.model import EntityType

_SITING = frozenset("in at within across throughout on through inside around near".split())
_MODIFIERS = ("compound", "nmod", "amod")
_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp")
_CLAUSES = ("relcl", "acl")
_COMPLEMENTS = frozenset({"ccomp", "advcl", "parataxis", "conj", "dep"})
_OWNING = frozenset(
    "add put see want report announce show state reveal disclose claim find".split()
)
"""Verbs of telling whose subject tells of what it has itself."""
_SHARING = frozenset({"account", "represent", "comprise", "constitute", "contribute"})
"""Verbs whose subject is a part of what has the value."""
_DEEDS = frozenset(
    "move step decision effort bid attempt shift change sign expansion deal plan".split()
)
"""Nouns that in apposition take up a whole clause: ``X opens a plant in Y, a move that``."""
_DEPTH = 3
_LEVELS = 2
_SITES = frozenset({EntityType.PLACE, EntityType.PARK})
_THINGS = frozenset({EntityType.PRODUCT, EntityType.PROJECT})


@dataclass(frozen=True, slots=True)
class Slot:
    """A word beside a value: what it hangs on (``subject1``), and how (``of``)."""

    word: int
    anchor: str
    link: str


def slots(parsed: Parsed, path: list[int]) -> list[Slot]:
    """The places on the way up from a value, the nearest first, each word once."""
    found: list[Slot] = []
    seen: set[int] = set()
    for slot in _Climber(parsed, path).climb():
        if slot.word not in seen:
            seen.add(slot.word)
            found.append(slot)
    return found


class _Climber:
    """Goes up from a value; ``_clauses`` are the verbs that it has come through."""

    def __init__(self, parsed: Parsed, path: list[int]) -> None:
        self._parsed = parsed
        self._syntax = parsed.syntax
        self._path = path
        self._on = frozenset(path)

    def climb(self) -> Iterator[Slot]:
        """What hangs on the number, on its nouns, then on the verbs above."""
        nouns = verbs = 0
        told = apart = False
        for step, word in enumerate(self._path):
            told = self._tells(word) or (told and not self._parsed.is_verb(word))
            if told:  # a move that will create 40 jobs
                continue
            below = self._path[step - 1] if step else None
            if self._parsed.is_verb(word) and not self._parsed.is_numeric(word):
                verbs += 1
                if apart:  # X paid $2 million, and five others have made deals
                    yield from self._of_other_clause(word)
                else:
                    yield from self._of_verb(word, min(verbs, _LEVELS), below)
                apart = apart or self._parsed.begins_clause(word)
            elif self._parsed.is_noun(word) and not self._parsed.is_numeric(word):
                nouns += 1
                anchor = "outer" if verbs else f"noun{min(nouns, _LEVELS)}"
                yield from self._around(word, self._name_of(word, anchor))
            else:
                yield from self._brought(word, "number")

    def _of_other_clause(self, verb: int) -> Iterator[Slot]:
        for subject in self._syntax.subjects(verb):
            yield from self._around(subject, "clause-before", depth=0)

    def _tells(self, noun: int) -> bool:
        """Whether a noun stands for the clause that it follows, not for the noun before it."""
        apposed = self._parsed.relation(noun) == "appos"
        return apposed and self._parsed.lemma(noun) in _DEEDS

    def _name_of(self, word: int, anchor: str) -> str:
        """A noun that a preposition brings to the value's own verb is no measure."""
        return f"{anchor}-conj" if self._parsed.relation(word) == "conj" else anchor

    def _of_verb(self, verb: int, level: int, below: int | None) -> Iterator[Slot]:
        parsed, syntax = self._parsed, self._syntax
        kind = "subject"
        clausal = below is not None and parsed.relation(below) in _COMPLEMENTS
        if parsed.tells(verb):
            kind = "told" if clausal or parsed.lemma(verb) not in _OWNING else "reports"
        elif parsed.lemma(verb) in _SHARING and below is not None:
            kind = "sharer"
        passive = syntax.is_passive(verb)
        if passive:
            for agent in syntax.agents(verb):
                yield from self._around(agent, f"agent{level}")
        subjects = [self._told_of(e, verb) for e in syntax.subjects(verb) if e != below]
        for place, subject in enumerate(subjects):
            role = "acted" if passive else kind
            joined = "-conj" if place else ""
            yield from self._around(subject, f"{role}{level}{joined}")
        for each in syntax.dependents(verb, *_OBJECTS):
            if each != below and each not in self._on:
                yield from self._around(each, f"object{level}")
        yield from self._brought(
            verb, f"{'' if kind in ('subject', 'sharer') else kind}verb{level}", below
        )

    def _told_of(self, subject: int, verb: int) -> int:
        """The noun that a relative clause is about: the *offering* in Hong Kong that was to …."""
        parsed = self._parsed
        item = parsed.names.get(subject)
        relative = subject in self._syntax.path_up(verb)
        sited = relative and parsed.relation(subject) == "pobj"
        if item is None or item.type not in _SITES or not sited:
            return subject
        outer = parsed.head(parsed.head(subject))
        return outer if parsed.is_noun(outer) else subject

    def _around(self, noun: int, anchor: str, depth: int = _DEPTH) -> Iterator[Slot]:
        """A noun, and what owns, names or houses it."""
        parsed = self._parsed
        if parsed.is_numeric(noun) and noun not in parsed.names:
            yield from self._brought(noun, anchor)
            return
        yield Slot(noun, anchor, "self")
        person = self._person(noun)
        if person is not None:  # a former Quill scientist who holds 12% is himself
            yield Slot(person, anchor, "self")
            return
        yield from self._owners(noun, anchor, depth)
        if parsed.relation(noun) == "appos" and not self._tells(noun):
            yield Slot(parsed.head(noun), anchor, "apposed")
        yield from self._brought(noun, anchor, depth=depth)
        if depth:
            yield from self._of_clauses(noun, anchor, depth - 1)

    def _owners(self, noun: int, anchor: str, depth: int) -> Iterator[Slot]:
        """What a noun is itself, then whose it is: its first product, the test X; X's test."""
        names, before, called = self._parsed.names, self._modifiers(noun), self._called(noun)
        things = [each for each in before if each in names and names[each].type in _THINGS]
        yield from (Slot(each, anchor, "modifier") for each in things)  # its Solvexa vaccine
        yield from (Slot(each, anchor, "apposed") for each in called if each in names)
        for each in self._syntax.dependents(noun, "poss"):
            yield Slot(each, anchor, "poss")
            yield from self._inner(each, anchor, depth)
        yield from (Slot(each, anchor, "modifier") for each in before)
        yield from (Slot(each, anchor, "apposed") for each in called)

    def _called(self, noun: int) -> list[int]:
        """What a noun is called: by apposition, or by a clause of its own."""
        syntax = self._syntax
        found = syntax.dependents(noun, "appos")
        for clause in syntax.dependents(noun, *_CLAUSES):
            if self._parsed.lemma(clause) in NAMING:
                found.extend(syntax.dependents(clause, "oprd", "attr", "dobj"))
                found.extend(syntax.brought(clause, "as"))
        return found

    def _person(self, noun: int) -> int | None:
        """The name of a person of whom a noun says what he or she is."""
        parsed = self._parsed
        beside = [*self._syntax.dependents(noun, "appos")]
        if parsed.relation(noun) == "appos":
            beside.append(parsed.head(noun))
        people = (e for e in beside if e in parsed.names and noun not in parsed.names)
        return next((e for e in people if parsed.names[e].type is EntityType.PERSON), None)

    def _of_clauses(self, noun: int, anchor: str, depth: int) -> Iterator[Slot]:
        """Who makes a noun or where it is, as its own clauses say: firms based in X."""
        syntax = self._syntax
        for clause in syntax.dependents(noun, *_CLAUSES):
            if clause not in self._on:
                for each in self._makers(noun, clause):
                    yield Slot(each, anchor, "made")
                yield from self._brought(clause, anchor, depth=depth)

    def _makers(self, noun: int, clause: int) -> list[int]:
        """Who makes a noun, as its clause says: a plant built by X, a centre that X opened."""
        if self._syntax.is_passive(clause):
            return self._syntax.agents(clause)
        if self._parsed.lemma(clause) not in MADE:
            return []
        return [each for each in self._syntax.subjects(clause) if each != noun]

    def _modifiers(self, noun: int) -> list[int]:
        """The names in front of a noun: Suzhou firms, Boston-area firms."""
        syntax, names = self._syntax, self._parsed.names
        direct = syntax.dependents(noun, *_MODIFIERS)
        inner = [e for each in direct for e in syntax.dependents(each, *_MODIFIERS)]
        own = names.get(noun)
        lands = [e for e in direct if self._parsed.lemma(e) in NATIONS and noun not in names]
        return [*lands, *(e for e in (*direct, *inner) if e in names and names[e] is not own)]

    def _inner(self, noun: int, anchor: str, depth: int) -> Iterator[Slot]:
        if depth and noun not in self._parsed.names:
            for slot in self._around(noun, anchor, depth - 1):
                if slot.word != noun:
                    yield Slot(slot.word, anchor, f"deep-{slot.link.removeprefix('deep-')}")

    def _tells_of_facility(self, verb: int) -> bool:
        """Whether a verb says where a plant or laboratory is: the plant sits in X."""
        about = self._syntax.subjects(verb) if self._parsed.is_verb(verb) else []
        return any(
            self._parsed.lemma(each) in FACILITIES and each not in self._parsed.names
            for each in about
        )

    def _brought(
        self, word: int, anchor: str, below: int | None = None, depth: int = _DEPTH
    ) -> Iterator[Slot]:
        """What prepositions bring to a word."""
        parsed, syntax = self._parsed, self._syntax
        for adverb in syntax.dependents(word, "advmod"):
            if parsed.lemma(adverb) in ("there", "here"):
                yield Slot(adverb, anchor, "in")
        for preposition in syntax.dependents(word, "prep", "agent", "dative"):
            if parsed.lemma(preposition) == "accord":
                yield from self._cited(preposition)
            if preposition == below or preposition in self._on:
                continue
            lemma = parsed.lemma(preposition)
            link = "in" if lemma in _SITING else lemma if lemma in _LINKS else "beside"
            if link == "in" and parsed.lemma(word) in FACILITIES:
                link = "stands"  # a plant in X is not X's
            elif link == "in" and self._tells_of_facility(word):
                link = "sits"
            for noun in syntax.dependents(preposition, "pobj"):
                for place, each in enumerate(syntax.coordinated(noun)):
                    yield Slot(each, anchor, link if not place else f"{link}-conj")
                    yield from self._inner(each, anchor, depth)

    def _cited(self, according: int) -> Iterator[Slot]:
        """Whose office tells a value: according to the zone's administration."""
        for office in self._syntax.brought(according, "to"):
            yield Slot(office, "cited", "self")
            for each in self._syntax.dependents(office, "poss", "compound"):
                yield Slot(each, "cited", "poss")
            for each in self._syntax.brought(office, "of"):
                yield Slot(each, "cited", "of")


_LINKS = frozenset({"from", "of", "for", "by", "to", "with", "between", "under"})
