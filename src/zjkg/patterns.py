"""Regular expressions that pass over, at once, the places where no match can begin.

Python's ``re`` tries one alternative after another at every character, unless all of them begin
with plain characters. ``compiled`` reads from a pattern what its matches can begin with and says so
in front, which changes no match and makes long alternations several times faster. ``Table`` looks
for what matches contain, so that most patterns of a long table need not be tried on a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from itertools import pairwise
from typing import Any, Final, Generic, TypeVar, cast

import ahocorasick

from zjkg.needles import folded, needles

# The parser of ``re`` itself: what it cannot tell, or no longer tells, leaves a pattern as it is.
try:
    _parse: Any = import_module("re._parser").parse
except ImportError:
    _parse = None
_WIDTHLESS: Final = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATED: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_DIGIT: Final = r"\d"
_CLASSES: Final = {"CATEGORY_DIGIT": _DIGIT, "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}
_SHORT_RANGE: Final = 64
_MARKS: Final = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", re.DOTALL)
"""What is escaped, classes, and what makes up groups and alternatives."""
_BEHIND: Final = ("(?<=", "(?<!", "(?:(?<=", "(?:(?<!")
_TAKEN_OVER: Final = (
    *("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"),
    *("pattern", "flags", "groups", "groupindex"),
)
Row = TypeVar("Row")


def compiled(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The pattern, compiled, when first used, with what a match can begin with said in front.

    Worth it where a pattern has many alternatives or looks behind; a pattern that begins with a
    few plain characters is fast as it is.
    """
    return cast("re.Pattern[str]", _Deferred(pattern, flags))


class _Deferred:
    """A pattern that is compiled when first used; from then on its methods are the compiled one's.

    Threads that use it at once may compile it twice, to the same.
    """

    __slots__ = ("_given", "_opening", "_source", *_TAKEN_OVER)

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source = source
        self._given = flags
        self._opening: str | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any attribute of a pattern
        """What is not there yet: that of the compiled pattern, which is kept."""
        if name not in _TAKEN_OVER:
            raise AttributeError(name, name=name, obj=self)
        made = self._compiled()
        for each in _TAKEN_OVER:
            setattr(self, each, getattr(made, each))
        return getattr(made, name)

    def __repr__(self) -> str:
        return f"compiled({self._source!r}, {self._given!r})"

    def needles(self) -> frozenset[str] | None:
        """Strings of which every match has one; what matches begin with is noted on the way."""
        if _parse is None:
            return None
        parsed = _parse(self._source, self._given)
        self._opening = _opening(parsed)
        return needles(parsed)

    def _compiled(self) -> re.Pattern[str]:
        source, flags = self._source, self._given
        if self._opening is None:
            self._opening = _opening_of(source, flags)
        if not self._opening or flags & re.VERBOSE:
            return re.compile(source, flags)
        alternatives = "|".join(_led(each, flags) for each in _alternatives(source))
        return re.compile(f"{self._opening}(?:{alternatives})", flags)


class Table(Generic[Row]):
    """Rows with a pattern each, such as rules, of which a text needs only a few."""

    __slots__ = ("_found", "_pattern", "_rows")

    def __init__(self, rows: Iterable[Row], pattern: Callable[[Row], re.Pattern[str]]) -> None:
        """Take the rows, and what gives a row's pattern."""
        self._rows = {1 << place: row for place, row in enumerate(rows)}
        self._pattern = pattern
        self._found: tuple[int, Any] | None = None

    def possible(self, text: str) -> list[Row]:
        """The rows, in their order, whose patterns could match somewhere in the text."""
        if self._found is None:
            self._found = self._looked_for()
        bits, told = self._found
        if told:
            for _, those in told.iter(folded(text)):
                bits |= those
        found: list[Row] = []
        while bits:
            lowest = bits & -bits
            found.append(self._rows[lowest])
            bits ^= lowest
        return found

    def _looked_for(self) -> tuple[int, Any]:
        """The rows that every text needs, and what finds the needles of the others."""
        always = 0
        needed: dict[str, int] = {}
        for bit, row in self._rows.items():
            pattern: re.Pattern[str] | _Deferred = self._pattern(row)
            found = pattern.needles() if isinstance(pattern, _Deferred) else _needles(pattern)
            if found is None:
                always |= bit
            for needle in found or ():
                needed[needle] = needed.get(needle, 0) | bit
        told: Any = ahocorasick.Automaton()
        for needle, bits in needed.items():
            told.add_word(needle, bits)
        told.make_automaton()
        return always, told


@dataclass(slots=True)
class _Found:
    """Characters, and classes as they are written between brackets."""

    characters: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    any_case: bool = False

    def ahead(self) -> str:
        """The condition that one of them comes next."""
        inside = "".join([*map(re.escape, sorted(self.characters)), *sorted(self.classes)])
        return f"(?={'(?i:' if self.any_case else '(?:'}[{inside}]))"


def _alternatives(pattern: str) -> list[str]:
    """The pattern, cut at the strokes that stand in no group and no class."""
    cuts = [-1]
    depth = 0
    for mark in _MARKS.finditer(pattern):
        if mark[0] in "()":
            depth += 1 if mark[0] == "(" else -1
        elif mark[0] == "|" and not depth:
            cuts.append(mark.start())
    cuts.append(len(pattern))
    return [pattern[start + 1 : end] for start, end in pairwise(cuts)]


def _led(alternative: str, flags: re.RegexFlag) -> str:
    """An alternative that looks behind first, which is costly, with its opening in front."""
    if not alternative.startswith(_BEHIND):
        return alternative
    try:
        return _opening_of(alternative, flags) + alternative
    except re.error:  # it speaks of a group of another alternative
        return alternative


def _needles(pattern: re.Pattern[str]) -> frozenset[str] | None:
    return None if _parse is None else needles(_parse(pattern.pattern, pattern.flags))


def _opening_of(pattern: str, flags: re.RegexFlag) -> str:
    return "" if _parse is None else _opening(_parse(pattern, flags))


def _opening(parsed: Any) -> str:  # noqa: ANN401 - as parsed
    """What a match begins with; empty where that cannot be told, or a match can be empty."""
    found = _Found(any_case=bool(parsed.state.flags & re.IGNORECASE))
    return found.ahead() if _sequence(parsed, found) is False else ""


def _sequence(items: Iterable[tuple[Any, Any]], found: _Found) -> bool | None:
    """Adds what a sequence begins with; whether it can be empty, None where nothing is known."""
    for code, argument in items:
        empty = _item(str(code), argument, found)
        if not empty:
            return empty
    return True


def _item(code: str, argument: Any, found: _Found) -> bool | None:  # noqa: ANN401 - as parsed
    empty: bool | None = None
    if code in _WIDTHLESS:
        empty = True
    elif code == "LITERAL":
        found.characters.add(chr(argument))
        empty = False
    elif code == "IN" and all(_member(str(kind), value, found) for kind, value in argument):
        empty = False
    elif code == "BRANCH":
        empty = _any_of([_sequence(branch, found) for branch in argument[1]])
    elif code == "SUBPATTERN":
        _, added, _, inner = argument
        found.any_case = found.any_case or bool(added & re.IGNORECASE)
        empty = _sequence(inner, found)
    elif code == "ATOMIC_GROUP":
        empty = _sequence(argument, found)
    elif code in _REPEATED:
        least, _, inner = argument
        empty = _any_of([_sequence(inner, found), least == 0])
    return empty


def _any_of(empties: list[bool | None]) -> bool | None:
    return None if None in empties else any(empties)


def _member(kind: str, value: Any, found: _Found) -> bool:  # noqa: ANN401 - as parsed
    """Adds a member of a character class; false where it is none that can be written again."""
    if kind == "LITERAL":
        found.characters.add(chr(value))
    elif kind == "RANGE" and value[1] - value[0] <= _SHORT_RANGE:
        found.characters.update(map(chr, range(value[0], value[1] + 1)))
    elif kind == "RANGE":
        found.classes.add("-".join(re.escape(chr(end)) for end in value))
    elif kind == "CATEGORY" and str(value) in _CLASSES:
        found.classes.add(_CLASSES[str(value)])
    else:
        return False
    return True
