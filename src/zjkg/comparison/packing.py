"""Claims as they are kept, with marks of the keys under which they meet others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import msgspec

from zjkg.comparison.blocks import keys, number_key
from zjkg.comparison.contradictions.dates import Turn
from zjkg.comparison.corroboration import Said
from zjkg.comparison.facts import Fact


class Kind(IntEnum):
    """What a claim is compared as."""

    FACT = 0
    STATEMENT = 1
    TURN = 2


@dataclass(frozen=True, slots=True)
class Packed:
    """A claim as JSON; ``same`` is the mark under which those meet that may say the same."""

    kind: Kind
    content: bytes
    marks: tuple[int, ...]
    same: int | None = None


def packed_fact(fact: Fact) -> Packed:
    """An observation under all its keys."""
    content = msgspec.json.encode(fact, order="deterministic")
    marks = tuple(_mark("fact", *key) for key in sorted(set(keys(fact))))
    same = number_key(fact)
    return Packed(Kind.FACT, content, marks, _mark("fact", *same) if same else None)


def packed_statement(told: str, said: Said) -> Packed:
    """A role or a relation under what it tells."""
    mark = _mark("statement", told)
    return Packed(Kind.STATEMENT, msgspec.json.encode((told, said)), (mark,), mark)


def packed_turn(turn: Turn) -> Packed:
    """A turning point under its kind and subject."""
    content = msgspec.json.encode(turn)
    return Packed(Kind.TURN, content, (_mark("turn", turn.kind, turn.subject),))


def fact_of(content: bytes) -> Fact:
    """The observation that was packed."""
    return msgspec.json.decode(content, type=Fact)


def statement_of(content: bytes) -> tuple[str, Said]:
    """What a role or relation tells, and the claim."""
    return msgspec.json.decode(content, type=tuple[str, Said])


def turn_of(content: bytes) -> Turn:
    """The turning point that was packed."""
    return msgspec.json.decode(content, type=Turn)


def _mark(*key: str) -> int:
    """Eight bytes for a key; two keys with one mark would only be compared in vain."""
    content = "\x1f".join(key).encode()
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), signed=True)


def marks_of(claims: Sequence[Packed]) -> set[int]:
    """All marks of some claims."""
    return {mark for claim in claims for mark in claim.marks}
