"""No regular expression of the package can be made to run for long.

Every pattern that the package compiles is attacked at each of its repetitions: a text that leads up
to it, its own body again and again, and an end at which it must fail. A pattern that backtracks
exponentially, or as the cube of the text, does not survive texts of this length; one that searches
from every place to the end, and so takes the square, does within the same bound.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any

import pytest

_parser = importlib.import_module("re._parser")
_SHORT = (12, 18, 22, 24, 26, 28, 30, 40, 50, 60, 80, 300, 600, 1_200, 2_500)
_LONGEST = 5_000
_SUSPECT_SECONDS = 0.01  # for 2,500 characters: what takes less is in bounds for more, too
_SECONDS = 3.0  # of the processor, for a text of 5,000 characters; a square takes less than one
_ENOUGH_SECONDS = 1.0  # of the processor, for all attacks on a pattern, of every kind in turn
_SHARES = 6  # of the patterns: several workers share the work, and one sees how far it is
_ENDS = ("", "\x00", "1")
_VARIANTS = 3
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_MANY = 16  # a repetition of fewer rounds costs no more than a factor

COLLECT = """
import gc, importlib, json, pkgutil, re, sys
found = set()
real = re.compile
def noting(pattern, flags=0):
    made = real(pattern, flags)
    if sys._getframe(1).f_globals.get("__name__", "").startswith("zjkg"):
        text = made.pattern
        is_bytes = isinstance(text, bytes)
        found.add((text.decode("latin-1") if is_bytes else text, made.flags, is_bytes))
    return made
re.compile = noting
import zjkg
for module in pkgutil.walk_packages(zjkg.__path__, "zjkg."):
    if not module.name.endswith("__main__") and ".ui" not in module.name:
        importlib.import_module(module.name)
from zjkg.patterns import _Deferred
for each in gc.get_objects():
    if type(each) is _Deferred:
        each.pattern  # compiles it
print(json.dumps(sorted(found)))
"""


@dataclass(frozen=True, slots=True)
class Attack:
    """A text of any length: what leads to a repetition, what it repeats, what makes it fail."""

    before: str
    again: str
    after: str

    def text(self, length: int) -> str:
        return self.before + self.again * (length // max(len(self.again), 1)) + self.after


def attacks(tree: Iterable[Any]) -> Iterator[Attack]:
    """Attacks on every repetition of a parsed pattern."""
    repeated = list(_repetitions(list(tree), ""))
    for end in _ENDS:
        for before, body in repeated:
            pumps = dict.fromkeys(_example(body, variant) for variant in range(_VARIANTS))
            for pump in filter(None, pumps):
                for start in dict.fromkeys((before, "")):
                    yield Attack(start, pump, end)


def _repetitions(items: list[Any], before: str) -> Iterator[tuple[str, list[Any]]]:
    for operation, argument in items:
        name = str(operation)
        if name in _REPEATS:
            _, most, body = argument
            if int(most) >= _MANY:
                yield before, list(body)
        for inner in _inside(name, argument):
            yield from _repetitions(inner, before)
        before += _example([(operation, argument)], 0)


def _inside(name: str, argument: Any) -> list[list[Any]]:  # noqa: ANN401  # as the parser gives it
    parts: list[Any] = []
    if name in _REPEATS:
        parts = [argument[2]]
    elif name == "SUBPATTERN":
        parts = [argument[-1]]
    elif name == "ATOMIC_GROUP":
        parts = [argument]
    elif name == "BRANCH":
        parts = argument[1]
    elif name in {"ASSERT", "ASSERT_NOT"}:
        parts = [argument[1]]
    elif name == "GROUPREF_EXISTS":
        parts = [each for each in argument[1:] if each]
    return [list(part) for part in parts]


def _example(items: list[Any], variant: int) -> str:
    """A text that the items match; ``variant`` chooses among alternatives."""
    made = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            made += chr(argument)
        elif name == "NOT_LITERAL":
            made += next(c for c in "a1 张"[variant % 4 :] + "xy" if c != chr(argument))
        elif name == "ANY":
            made += "a1 张"[variant % 4]
        elif name == "IN":
            made += _member(argument, variant)
        elif name in _REPEATS:
            least = max(int(argument[0]), variant and 1)
            made += _example(list(argument[2]), variant) * min(least, 3)
        elif name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            made += _example(_inside(name, argument)[0], variant)
        elif name == "BRANCH":
            branches = argument[1]
            made += _example(list(branches[variant % len(branches)]), variant)
    return made


_CATEGORIES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": " ",
}


def _member(choices: list[Any], variant: int) -> str:
    if str(choices[0][0]) == "NEGATE":
        refused = re.compile(f"[{''.join(map(re.escape, _members(choices[1:])))}]|$^")
        free = [c for c in " a1张x,.-\n" if not refused.match(c)] or ["\x01"]
        return free[variant % len(free)]
    members = _members(choices)
    return members[variant * 7 % len(members)]


def _members(choices: list[Any]) -> list[str]:
    members: list[str] = []
    for operation, argument in choices:
        name = str(operation)
        if name == "LITERAL":
            members.append(chr(argument))
        elif name == "RANGE":
            members += [chr(argument[0]), chr(argument[1])]
        elif name == "CATEGORY":
            members.append(_CATEGORIES[str(argument)])
    return members


def worst(pattern: re.Pattern[Any], *, is_bytes: bool) -> tuple[float, str]:
    """The longest time that an attack took, and the attack; stops at the first that is too long."""
    longest = (0.0, "")
    start = time.process_time()
    for attack in attacks(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)):
        for length in (*_SHORT, _LONGEST):
            text = attack.text(length)
            given = text.encode("latin-1", "ignore") if is_bytes else text
            began = time.process_time()
            with contextlib.suppress(_TooLongError), _ended_after(2 * _SECONDS):
                pattern.search(given)
            seconds = time.process_time() - began
            longest = max(longest, (seconds, f"{attack} at {length}"))
            if seconds > _SECONDS:
                return longest
            if length == _SHORT[-1] and seconds < _SUSPECT_SECONDS:
                break
        if time.process_time() - start > _ENOUGH_SECONDS:
            break
    return longest


class _TooLongError(Exception):
    """A search was ended: an exponential one would not end by itself, and nobody be told."""


@contextlib.contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    def end(_number: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(
    ("pattern", "is_slow"),
    [
        (r"(a+)+$", True),
        (r"(?:a|a)*b", True),
        (r"\s+\s+$", True),
        (r"\s+$", False),
        (r"(?:\d+,?)+;", True),
        (r"a{1,30}b", False),
        (r"(?<!a)a+", False),
        (r"(?:ab)*+c", False),
        (r"x[0-9]{2,4}-", False),
    ],
)
def test_the_attack_finds_what_backtracks(pattern: str, is_slow: bool) -> None:  # noqa: FBT001
    seconds, attack = worst(re.compile(pattern), is_bytes=False)
    assert (seconds > _SECONDS) is is_slow, attack


@pytest.mark.slow
@pytest.mark.skipif("ATTACKS" not in os.environ, reason="takes five minutes: ATTACKS=1")
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("share", range(_SHARES))
def test_no_pattern_of_the_package_backtracks(share: int) -> None:
    told = subprocess.run(
        [sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True
    )
    patterns = json.loads(told.stdout)
    assert len(patterns) > 1800, "those too that are compiled when first used"
    slow = []
    for text, flags, is_bytes in patterns[share::_SHARES]:
        own = flags & ~re.UNICODE
        pattern = re.compile(text.encode("latin-1"), own) if is_bytes else re.compile(text, own)
        seconds, attack = worst(pattern, is_bytes=is_bytes)
        if seconds > _SECONDS:
            slow.append(f"{seconds:.1f} s: {text[:200]!r}: {attack[:300]}")
    assert not slow, "\n".join(slow)
