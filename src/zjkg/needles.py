"""Strings of which every match of a regular expression contains one.

A text without them needs no try of the pattern, and looking for the strings of a hundred patterns
takes one pass over the text. Strings and texts are compared ``folded``, since ``re`` may not tell
capitals from small letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

_WIDTHLESS: Final = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATED: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_MOST: Final = 64
"""The most strings that neighbouring parts of a pattern are told by together."""
_OTHER_CASES: Final = {"\u0131": "i", "\u0130": "i", "\u017f": "s", "\u212a": "k"}
Strings = frozenset[str]
_NOTHING: Final[Strings] = frozenset({""})


def folded(text: str) -> str:
    """The text in small letters, with what ``re`` takes for the same letters."""
    if not text.isascii():
        for char, letter in _OTHER_CASES.items():
            text = text.replace(char, letter)
    return text.lower()


def needles(parsed: Iterable[tuple[Any, Any]]) -> Strings | None:
    """Folded strings of which every match of a parsed pattern has one; None where unknown."""
    told = [strings for strings in _told(parsed) if "" not in strings]
    return min(told, key=_frequency, default=None)


def _frequency(strings: Strings) -> float:
    """How often some of the strings may be found, roughly: long ones are rare."""
    return sum(1 / len(each) ** 2 for each in strings)


def _told(parsed: Iterable[tuple[Any, Any]]) -> Iterator[Strings]:
    """What the parts of a sequence tell: parts that are one of a few strings are joined."""
    run = _NOTHING
    for code, argument in parsed:
        if str(code) in _WIDTHLESS:
            continue
        exact = _exact_item(str(code), argument)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(before + behind for before in run for behind in exact)
            continue
        yield run
        run = exact or _NOTHING
        if exact is None and (inner := _inner(str(code), argument)) is not None:
            yield inner
    yield run


def _inner(code: str, argument: Any) -> Strings | None:  # noqa: ANN401 - as parsed
    """What a part tells that is not one of a few strings."""
    if code == "BRANCH":
        each = [needles(branch) for branch in argument[1]]
        known = [strings for strings in each if strings is not None]
        return frozenset().union(*known) if len(known) == len(each) else None
    if code == "SUBPATTERN":
        return needles(argument[3])
    if code == "ATOMIC_GROUP":
        return needles(argument)
    if code in _REPEATED and argument[0] > 0:
        return needles(argument[2])
    return None


def _exact(parsed: Iterable[tuple[Any, Any]]) -> Strings | None:
    """The few strings that a sequence can be, folded; None where there are more."""
    run = _NOTHING
    for code, argument in parsed:
        if str(code) in _WIDTHLESS:
            continue
        exact = _exact_item(str(code), argument)
        if exact is None or len(run) * len(exact) > _MOST:
            return None
        run = frozenset(before + behind for before in run for behind in exact)
    return run


def _exact_item(code: str, argument: Any) -> Strings | None:  # noqa: ANN401 - as parsed
    found: Strings | None = None
    if code == "LITERAL":
        found = _character(argument)
    elif code == "IN":
        found = _any_of([_member(str(kind), value) for kind, value in argument])
    elif code == "BRANCH":
        found = _any_of([_exact(branch) for branch in argument[1]])
    elif code == "SUBPATTERN":
        found = _exact(argument[3])
    elif code == "ATOMIC_GROUP":
        found = _exact(argument)
    elif code in _REPEATED and argument[:2] == (0, 1) and (inner := _exact(argument[2])):
        found = inner | _NOTHING
    return found


def _any_of(found: list[Strings | None]) -> Strings | None:
    known = [strings for strings in found if strings is not None]
    every: Strings = frozenset().union(*known)
    return every if len(known) == len(found) and len(every) <= _MOST else None


def _member(kind: str, value: Any) -> Strings | None:  # noqa: ANN401 - as parsed
    if kind == "LITERAL":
        return _character(value)
    if kind == "RANGE" and value[1] - value[0] < _MOST:
        return _any_of([_character(number) for number in range(value[0], value[1] + 1)])
    return None


def _character(number: int) -> Strings | None:
    """A character as it stands in a folded text; None for foreign letters that have cases."""
    char = chr(number)
    if not char.isascii() and char.lower() != char.upper():
        return None
    return frozenset({char.lower()})
