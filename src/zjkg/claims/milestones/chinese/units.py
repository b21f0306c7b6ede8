"""A Chinese sentence as clauses of names, dates and words, the units of the grammar."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

import msgspec

from zjkg.claims.frames.frame import LETTERS
from zjkg.claims.frames.names import Slot
from zjkg.claims.milestones.chinese.verbs import CLAUSE_MARKS
from zjkg.model import Period, Span, Token

DATE: Final = "\ue0ff"
"""Stands for each character of a date in a masked sentence."""
_QUOTES: Final = frozenset("“”‘’「」『』《》〈〉\"'·* ")
_NOUNS: Final = frozenset(
    {"n", "nz", "nw", "ns", "nr", "nt", "vn", "an", "f", "s", "b", "a", "m", "q", "ORG", "LOC"}
)


class Unit(msgspec.Struct, frozen=True):
    """A name, a date or a word with its tag."""

    span: Span
    words: str
    tag: str = ""
    slot: Slot | None = None
    date: Period | None = None

    @property
    def is_noun(self) -> bool:
        """Whether a word can be part of a noun phrase."""
        return self.slot is None and self.date is None and self.tag in _NOUNS

    @property
    def is_quote(self) -> bool:
        """Whether it is a mark around a name or a word."""
        return all(char in _QUOTES for char in self.words)


@dataclass(frozen=True, slots=True)
class Clause:
    """The units between two marks; ``host`` is the name before the bracket that they stand in."""

    units: tuple[Unit, ...]
    host: Slot | None = None

    @property
    def span(self) -> Span:
        """From the first unit to the last."""
        return Span(self.units[0].span.start, self.units[-1].span.end)

    def before(self, at: int) -> tuple[Unit, ...]:
        """The units that end before an offset; one that runs over it is cut."""
        found: list[Unit] = []
        for unit in self.units:
            if unit.span.end <= at:
                found.append(unit)
            elif unit.span.start < at and unit.slot is None and unit.date is None:
                kept = at - unit.span.start
                found.append(Unit(Span(unit.span.start, at), unit.words[:kept], unit.tag))
        return tuple(found)

    def after(self, at: int) -> tuple[Unit, ...]:
        """The units that begin behind an offset; one that runs over it is cut."""
        found: list[Unit] = []
        for unit in self.units:
            if unit.span.start >= at:
                found.append(unit)
            elif unit.span.end > at and unit.slot is None and unit.date is None:
                cut = at - unit.span.start
                found.append(Unit(Span(at, unit.span.end), unit.words[cut:], unit.tag))
        return tuple(found)


def masked(key: str, sentence: Span, slots: tuple[Slot, ...], dates: tuple[Period, ...]) -> str:
    """The sentence with each character of a name or a date made a private one; of equal length."""
    chars = list(sentence.of(key))
    for date in dates:
        if date.expression is not None:
            _fill(chars, sentence, date.expression, DATE)
    for slot in slots:
        _fill(chars, sentence, slot.span, LETTERS[slot.type])
    return "".join(chars)


def _fill(chars: list[str], sentence: Span, span: Span, char: str) -> None:
    start, end = span.start - sentence.start, span.end - sentence.start
    chars[start:end] = char * (end - start)


def clauses(
    key: str,
    sentence: Span,
    tokens: tuple[Token, ...],
    slots: tuple[Slot, ...],
    dates: tuple[Period, ...],
) -> tuple[Clause, ...]:
    """The clauses of a sentence in text order; what stands in brackets is a clause of its own."""
    found: list[Clause] = []
    open_: list[list[Unit]] = [[]]
    hosts: list[Slot | None] = [None]
    for unit in _units(key, sentence, tokens, slots, dates):
        mark = unit.words if unit.slot is None and unit.date is None else ""
        if mark.isspace() and open_[-1] and not open_[-1][-1].words[-1].isascii():
            mark = "，"
        if mark not in CLAUSE_MARKS or not mark:
            open_[-1].append(unit)
        elif mark in "（([【":
            last = open_[-1][-1] if open_[-1] else None
            hosts.append(last.slot if last is not None else None)
            open_.append([])
        elif mark in "）)]】":
            if len(open_) > 1:
                _close(found, open_.pop(), hosts.pop())
        else:
            _close(found, open_[-1], hosts[-1])
            open_[-1] = []
    while open_:
        _close(found, open_.pop(), hosts.pop())
    return tuple(sorted(found, key=lambda clause: clause.span))


def _close(found: list[Clause], units: list[Unit], host: Slot | None) -> None:
    if units:
        found.append(Clause(tuple(units), host))


def _units(
    key: str,
    sentence: Span,
    tokens: tuple[Token, ...],
    slots: tuple[Slot, ...],
    dates: tuple[Period, ...],
) -> list[Unit]:
    """Names and dates, and the words between them, each mark by itself."""
    fixed = [Unit(slot.span, slot.span.of(key), slot=slot) for slot in slots]
    fixed += [
        Unit(date.expression, date.expression.of(key), date=date)
        for date in dates
        if date.expression is not None
    ]
    units: list[Unit] = []
    at = sentence.start
    for unit in sorted(fixed, key=lambda item: item.span):
        units.extend(_words(key, Span(at, unit.span.start), tokens))
        units.append(unit)
        at = unit.span.end
    units.extend(_words(key, Span(at, sentence.end), tokens))
    return units


def _words(key: str, gap: Span, tokens: tuple[Token, ...]) -> list[Unit]:
    """The words of a gap; where the tagger has none, its characters."""
    found: list[Unit] = []
    at = gap.start
    index = max(0, bisect_left(tokens, gap.start, key=lambda token: token.span.end))
    while at < gap.end:
        while index < len(tokens) and tokens[index].span.end <= at:
            index += 1
        token = tokens[index] if index < len(tokens) else None
        covered = token is not None and token.span.start <= at
        end = min(token.span.end, gap.end) if covered and token is not None else at + 1
        tag = token.tag if covered and token is not None else ""
        found.extend(Unit(part, part.of(key), tag) for part in _parts(key, Span(at, end)))
        at = end
    return found


def _parts(key: str, span: Span) -> list[Span]:
    """A word, cut at the marks that the tagger joined to it."""
    words = span.of(key)
    if len(words) == 1 or not any(char in CLAUSE_MARKS or char in _QUOTES for char in words):
        return [span]
    return [Span(at, at + 1) for at in range(span.start, span.end)]
