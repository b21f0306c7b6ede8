"""Claims by their matters, and the matters by the marks that they share: numbers, no objects."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

import numpy as np
from numpy.typing import NDArray

from zjkg.comparison.packing import Kind, Matter, Packed, Telling
from zjkg.model import ClaimKind, ClaimRef, Span

_KINDS = tuple(ClaimKind)
_WIDTH = 7
"""So many numbers tell where, when and by whom a claim is made."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A matter with its tellings in the order in which they came; ``is_new`` if one of them is."""

    matter: Matter
    tellings: Sequence[Telling]
    is_new: bool = True


class Shelf:
    """Claims in the order in which they came, then block by block."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._places: dict[int, int] = {}  # of matters by their numbers
        self._numbers, self._kinds, self._same = array("q"), array("b"), array("q")
        self._marks, self._starts = array("q"), array("q", [0])
        self._matters, self._rows = array("I"), array("i")
        self._new: set[int] = set()  # places of matters

    def __len__(self) -> int:
        return len(self._matters)

    def put(self, source: str, claim: Packed, *, is_new: bool = True) -> None:
        """Put a claim of an article behind the others."""
        place = self._place(claim.matter)
        if is_new:
            self._new.add(place)
        self._matters.append(place)
        self._rows.extend(
            (
                self._word(source),
                claim.place,
                _KINDS.index(claim.kind),
                claim.sentence.start,
                claim.sentence.end,
                claim.published.toordinal() if claim.published else 0,
                0 if claim.speaker is None else self._word(claim.speaker) + 1,
            )
        )

    def _word(self, word: str) -> int:
        return self._words.setdefault(word, len(self._words))

    def _place(self, matter: Matter) -> int:
        place = self._places.setdefault(matter.number, len(self._places))
        if place == len(self._numbers):
            self._numbers.append(matter.number)
            self._kinds.append(matter.kind)
            self._same.append(matter.same)
            self._marks.extend(matter.marks)
            self._starts.append(len(self._marks))
        return place

    def blocks(self, marks: NDArray[np.int64]) -> Iterator[tuple[int, list[Alike]]]:
        """For each of the marks in order the matters that share it; none where one claim has it."""
        words = list(self._words)
        matters = np.frombuffer(self._matters, dtype=np.uint32)
        claims = np.argsort(matters, kind="stable")
        counts = np.bincount(matters, minlength=len(self._numbers))
        ends = np.cumsum(counts)

        def alike(place: int) -> Alike:
            told = claims[ends[place] - counts[place] : ends[place]].tolist()
            tellings = _Tellings(self._rows, told, words)
            return Alike(self._matter(place), tellings, place in self._new)

        marked, places = self._marked()
        starts = np.searchsorted(marked, marks, "left").tolist()
        stops = np.searchsorted(marked, marks, "right").tolist()
        for mark, start, stop in zip(marks.tolist(), starts, stops, strict=True):
            block = places[start:stop].tolist()
            is_shared = len(block) > 1 or any(counts[place] > 1 for place in block)
            yield mark, [alike(place) for place in block] if is_shared else []

    def _marked(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The marks of all matters in order, and the places of the matters."""
        marks = np.frombuffer(self._marks, dtype=np.int64)
        starts = np.frombuffer(self._starts, dtype=np.int64)
        lengths = starts[1:] - starts[:-1]
        places = np.repeat(np.arange(len(lengths)), lengths)
        order = np.lexsort((places, marks))
        return marks[order], places[order]

    def _matter(self, place: int) -> Matter:
        marks = tuple(self._marks[self._starts[place] : self._starts[place + 1]])
        return Matter(self._numbers[place], Kind(self._kinds[place]), marks, self._same[place])


@dataclass(frozen=True, slots=True)
class _Tellings(Sequence[Telling]):
    """Tellings that are made when they are looked at."""

    rows: array[int]
    places: list[int]
    words: list[str]

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Telling: ...

    @overload
    def __getitem__(self, index: slice) -> list[Telling]: ...

    def __getitem__(self, index: int | slice) -> Telling | list[Telling]:
        if isinstance(index, slice):
            return [self._telling(place) for place in self.places[index]]
        return self._telling(self.places[index])

    def __iter__(self) -> Iterator[Telling]:
        return map(self._telling, self.places)

    def _telling(self, place: int) -> Telling:
        start = place * _WIDTH
        source, index, kind, first, last, day, speaker = self.rows[start : start + _WIDTH]
        return Telling(
            ClaimRef(self.words[source], index, _KINDS[kind]),
            Span(first, last),
            date.fromordinal(day) if day else None,
            self.words[speaker - 1] if speaker else None,
        )
