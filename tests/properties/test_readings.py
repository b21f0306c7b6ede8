"""A repeated list of words reads a row of them in one way only.

``(?:生物医药|生物|医药)+`` can read 生物医药 as one word and as two; a row of twenty of them that
fails in the end is tried in a million ways. Attacks (``test_backtracking.py``) meet such a pattern
only if they happen to repeat the right word. Here the words of every repetition are looked at by
the test of Sardinas and Patterson: whether some text is two different rows of them.
"""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from .test_backtracking import COLLECT, _inside, _members

_parser = importlib.import_module("re._parser")
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_MANY = 16  # of fewer rounds two readings cost no more than a factor
_CLASS, _WORDS = 40, 2_500  # what has more is no list of words


def readings(pattern: str, flags: int = 0) -> Iterator[list[str]]:
    """For each repetition with two readings of one row: words, or ends of words, that tell it."""
    for body in _repeated(list(_parser.parse(pattern, flags))):
        words = _strings(body)
        if words is not None and 1 < len(words) <= _WORDS:
            found = _ambiguous([word for word in words if word])
            if found:
                yield found


def _repeated(items: list[Any]) -> Iterator[list[Any]]:
    for operation, argument in items:
        name = str(operation)
        if name in _REPEATS and int(argument[1]) >= _MANY:
            yield list(argument[2])
        for inner in _inside(name, argument):
            yield from _repeated(inner)


def _strings(items: list[Any]) -> list[str] | None:
    """All texts that the items match, or None where they are too many or unknown."""
    found = [""]
    for operation, argument in items:
        more = _texts(str(operation), argument)
        if more is None or len(found) * len(more) > _WORDS:
            return None
        found = [first + last for first, last in product(found, more)]
    return found


def _texts(name: str, argument: Any) -> list[str] | None:  # noqa: ANN401, PLR0911  # one for each kind of the parser
    if name == "LITERAL":
        return [chr(argument)]
    if name == "IN":
        plain = all(str(kind) in {"LITERAL", "RANGE"} for kind, _ in argument)
        members = _members(argument) if plain else []
        return members if 0 < len(members) <= _CLASS else None
    if name == "SUBPATTERN":
        return _strings(list(argument[-1]))
    if name == "BRANCH":
        known = [_strings(list(branch)) for branch in argument[1]]
        return [text for texts in known if texts is not None for text in texts]
    if name in _REPEATS:
        least, most, body = argument
        texts = _strings(list(body))
        if texts is None:
            return None
        once = [text * (least + 1) for text in texts] if most > least else []
        return [*([text * least for text in texts] if least else [""]), *once]
    if name in {"ASSERT", "ASSERT_NOT", "AT"}:
        return [f"\x00{argument!r}\x00"]  # what is asked of the place makes it another word
    return None


def _ambiguous(words: list[str]) -> list[str]:
    """Words that stand twice, and what is left when two rows of words begin alike and go on."""
    known = set(words)
    if len(known) < len(words):
        return sorted(word for word in known if words.count(word) > 1)
    left = {b[len(a) :] for a in known for b in known if a != b and b.startswith(a)}
    seen: set[str] = set()
    while left - seen:
        rest = (left - seen).pop()
        seen.add(rest)
        for word in known:
            if word != rest and word.startswith(rest):
                left.add(word[len(rest) :])
            if word != rest and rest.startswith(word):
                left.add(rest[len(word) :])
    return sorted(seen & known)


@pytest.mark.parametrize(
    ("pattern", "is_ambiguous"),
    [
        ("(?:生物医药|生物|医药)+", True),
        ("(?:达到?|到)*x", True),
        ("(?:略微?|微)*", True),
        ("(?:ab|abc|cab)+", True),  # abcab
        ("(?:今年|[今去]年)+", True),
        ("(?:生物|医药|医疗)+", False),
        ("(?:达|到)*x", False),
        ("(?:ab|abc|d)+", False),
        ("(?:生物医药|生物|医药){1,3}", False),
    ],
)
def test_the_words_of_a_row(pattern: str, is_ambiguous: bool) -> None:  # noqa: FBT001
    assert bool(list(readings(pattern))) is is_ambiguous


def test_no_list_of_the_package_has_two_readings() -> None:
    told = subprocess.run(
        [sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True
    )
    patterns = json.loads(told.stdout)
    assert len(patterns) > 100
    found = [
        f"{' '.join(words)}: {text[:200]!r}"
        for text, flags, is_bytes in patterns
        if not is_bytes
        for words in readings(text, flags & ~re.UNICODE)
    ]
    assert not found, "\n".join(found)
