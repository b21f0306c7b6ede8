"""What a comparison came to, told article by article, as it is noted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from typing import Self, TypeVar

from zjkg.comparison.brought import Brought
from zjkg.comparison.origins import Source
from zjkg.comparison.packing import Packed, marks_of
from zjkg.comparison.verdicts import NOTHING, Found
from zjkg.model import (
    ArithmeticCheck,
    ClaimRef,
    Comparison,
    Contradiction,
    Corroboration,
    Derivation,
    Repost,
)
from zjkg.notes import Notes

_AT_HAND = 4096
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Own:
    """What an article's numbers say among themselves, and what they measure."""

    concepts: tuple[tuple[ClaimRef, tuple[str, ...]], ...]
    checks: tuple[ArithmeticCheck, ...]
    misfits: tuple[Contradiction, ...]
    derivations: tuple[Derivation, ...]

    @classmethod
    def of(cls, found: Brought) -> Self:
        """That of what an article brings."""
        return cls(found.concepts, found.checks, found.misfits(), found.derivations)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an article meets others by: where it comes from, its claims, marks of its clauses."""

    source: Source
    claims: tuple[Packed, ...]
    clauses: bytes


class Compared:
    """What was found, by the article that it belongs to: that of its first claim.

    ``touched`` are the articles of which anything is otherwise than the notes had it before.
    """

    def __init__(self, notes: Notes, sources: tuple[str, ...], touched: frozenset[str]) -> None:
        self._notes, self.sources, self.touched = notes, sources, touched
        self._found = lru_cache(_AT_HAND)(partial(_found, notes))

    def of(self, source: str) -> Comparison:
        """What belongs to an article."""
        own = self._notes.read_surely("own", source, Own)
        meeting = self._notes.read_surely("meeting", source, Meeting)
        found = [self._found(mark) for mark in sorted(marks_of(meeting.claims))]
        between = {
            (each.first, each.second): each
            for every in found
            for each in _owned(every.contradictions, _first, source)
        }
        alike = {
            each.claims: each
            for every in found
            for each in _owned(every.corroborations, _leader, source)
        }
        return Comparison(
            (*(between[pair] for pair in sorted(between)), *own.misfits),
            own.checks,
            tuple(alike[claims] for claims in sorted(alike)),
            own.derivations,
            tuple(self._notes.read("reposts", source, list[Repost]) or ()),
            own.concepts,
        )

    def comparison(self) -> Comparison:
        """All of it at once."""
        every = [self.of(source) for source in self.sources]
        corroborations = chain.from_iterable(each.corroborations for each in every)
        return Comparison(
            _all(each.contradictions for each in every),
            _all(each.checks for each in every),
            tuple(sorted(corroborations, key=_claims)),
            _all(each.derivations for each in every),
            _all(each.reposts for each in every),
            _all(each.concepts for each in every),
        )


def _found(notes: Notes, mark: int) -> Found:
    return notes.read("found", str(mark), Found) or NOTHING


def _owned(found: Sequence[_Item], owner: Callable[[_Item], str], source: str) -> Sequence[_Item]:
    """What belongs to an article, of what is in the order of the articles that it belongs to."""
    return found[bisect_left(found, source, key=owner) : bisect_right(found, source, key=owner)]


def _first(each: Contradiction) -> str:
    return each.first.source


def _leader(each: Corroboration) -> str:
    return each.claims[0].source


def _claims(each: Corroboration) -> tuple[ClaimRef, ...]:
    return each.claims


def _all(parts: Iterable[tuple[_Item, ...]]) -> tuple[_Item, ...]:
    return tuple(chain.from_iterable(parts))
