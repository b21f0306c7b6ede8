"""Claims as they are noted: what they say, once for all that say it, and where each says it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import NamedTuple

import msgspec

from zjkg.comparison.blocks import keys, number_key
from zjkg.comparison.brought import Brought
from zjkg.comparison.contradictions.dates import Turn
from zjkg.comparison.facts import Fact
from zjkg.comparison.origins import Said
from zjkg.model import ClaimKind, ClaimRef, Span

_NOWHERE = ClaimRef("", 0)
_EMPTY = Span(0, 0)


class Kind(IntEnum):
    """What a claim is compared as."""

    FACT = 0
    STATEMENT = 1
    TURN = 2


class Matter(NamedTuple):
    """What claims say that differ only in where, when and by whom it is said.

    ``marks`` are those of the keys under which they meet others; under ``same``, if not 0, those
    meet that may say the same. ``number`` is equal for equal matters.
    """

    number: int
    kind: Kind
    marks: tuple[int, ...]
    same: int = 0


class Telling(NamedTuple):
    """Where a claim stands, when its article came out, and who makes it."""

    ref: ClaimRef
    sentence: Span = _EMPTY
    published: date | None = None
    speaker: str | None = None

    @property
    def said(self) -> Said:
        """The claim and who makes it."""
        return Said(self.ref, self.speaker)


class Packed(NamedTuple):
    """A claim of an article; ``place`` is its index among those of its kind there."""

    matter: Matter
    place: int
    kind: ClaimKind
    sentence: Span
    published: date | None
    speaker: str | None


def told_apart(fact: Fact) -> tuple[Fact, Telling]:
    """What a fact says, and where, when and by whom."""
    when = replace(fact.when, published=None)
    says = replace(fact, ref=_NOWHERE, speaker=None, sentence=_EMPTY, span=_EMPTY, when=when)
    return says, Telling(fact.ref, fact.sentence, fact.when.published, fact.speaker)


def told_by(says: Fact, told: Telling) -> Fact:
    """The fact that was told apart, but for the place of its number in the sentence."""
    when = replace(says.when, published=told.published)
    return replace(says, ref=told.ref, sentence=told.sentence, speaker=told.speaker, when=when)


def packed(found: Brought) -> tuple[list[Packed], dict[int, bytes]]:
    """The claims by which an article meets others, and of each matter what it says."""
    claims: list[Packed] = []
    content: dict[int, bytes] = {}
    for each in found.facts:
        says, told = told_apart(each)
        same = number_key(each)
        marks = (mark_of("fact", *key) for key in keys(each))
        coded = msgspec.json.encode(says, order="deterministic")
        matter = _matter(Kind.FACT, coded, marks, mark_of("fact", *same) if same else 0)
        content[matter.number] = coded
        claims.append(_packed(matter, told))
    for statement, said in found.statements:
        coded = statement.encode()
        mark = mark_of("statement", statement)
        matter = _matter(Kind.STATEMENT, coded, (mark,), mark)
        claims.append(_packed(matter, Telling(said.ref, speaker=said.speaker)))
    for turn in found.turns:
        coded = msgspec.json.encode(replace(turn, ref=_NOWHERE))
        matter = _matter(Kind.TURN, coded, (mark_of("turn", turn.kind, turn.subject),))
        content[matter.number] = coded
        claims.append(_packed(matter, Telling(turn.ref)))
    return claims, content


def _matter(kind: Kind, content: bytes, marks: Iterable[int], same: int = 0) -> Matter:
    ordered = tuple(sorted(set(marks)))
    number = mark_of("matter", f"{kind:d}", repr(ordered), content.decode())
    return Matter(number, kind, ordered, same)


def _packed(matter: Matter, told: Telling) -> Packed:
    ref = told.ref
    return Packed(matter, ref.index, ref.kind, told.sentence, told.published, told.speaker)


def fact_of(content: bytes) -> Fact:
    """What the facts of a matter say."""
    return msgspec.json.decode(content, type=Fact)


def turn_of(content: bytes) -> Turn:
    """What the turning points of a matter say."""
    return msgspec.json.decode(content, type=Turn)


def mark_of(*key: str) -> int:
    """Eight bytes for a key; two keys with one mark would only be compared in vain."""
    content = "\x1f".join(key).encode()
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), signed=True)


def marks_of(claims: Iterable[Packed]) -> set[int]:
    """All marks of some claims."""
    return {mark for claim in claims for mark in claim.matter.marks}
