"""What a query that cannot be read lacks, in words of people instead of the parser's."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zjkg.errors import Bilingual
from zjkg.printable import printable_line
from zjkg.query.tokens import Token, TokenKind, tokens

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# Of what the grammar allows only the marks that people write. The words that the engine names are
# a sample, another in each run; its classes of characters tell nobody anything.
_MARK = re.compile(r'"([,.;{}()<>=])"')
_LONGEST = 80
_SILENT = frozenset({TokenKind.COMMENT, TokenKind.SPACE})
_OPENS = {"}": "{", ")": "(", "]": "["}
_CLOSES = {opening: closing for closing, opening in _OPENS.items()}
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PROLOGUE = frozenset({"PREFIX", "BASE"})
_A_QUERY = Bilingual("a SPARQL 1.1 query", "SPARQL 1.1 查询")
_INCOMPLETE = Bilingual(
    "it was read to here, but a part before is not complete or stands in the wrong place",
    "已读到此处，但前面有一部分不完整或位置不对",
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """Where a query cannot be read (from 1), what stands there, and what was expected."""

    line: int
    column: int
    what: Bilingual
    expected: Bilingual


@dataclass(frozen=True, slots=True)
class _Placed:
    """A token and its offset in the query."""

    token: Token
    at: int


def mistake(text: str, message: str) -> Mistake | None:
    """What is wrong with a query that the engine refused; None where no place is known.

    What people most often leave out or write too much is looked for first: the engine names the
    place that it could reach, which is often the end of the query.
    """
    spoken = list(_spoken(text))
    found = _misspelt_form(text, spoken) or _open_text(text, spoken) or _uneven(text, spoken)
    match = _POSITION.fullmatch(message)
    if found or not match:
        return found
    line, column, reason = int(match[1]), int(match[2]), match[3]
    if not reason.startswith("expected "):
        return Mistake(line, column, Bilingual(_short(reason), _short(reason)), _A_QUERY)
    at = _offset(text, line, column)
    here = next((each for each in spoken if each.at + len(each.token.text) > at), None)
    if here is None:
        return Mistake(*_place(text, len(text.rstrip())), _INCOMPLETE, _alternatives(reason))
    read = _short(here.token.text)
    stands = Bilingual(f"{read} does not fit here", f"此处不应是 {read}")
    return Mistake(*_place(text, here.at), stands, _alternatives(reason))


def _spoken(text: str) -> Iterator[_Placed]:
    """What is neither a comment nor space."""
    at = 0
    for token in tokens(text):
        if token.kind not in _SILENT:
            yield _Placed(token, at)
        at += len(token.text)


def _misspelt_form(text: str, spoken: Sequence[_Placed]) -> Mistake | None:
    """A query whose first word, behind its prefixes, is none of the four that begin one."""
    words = (each for each in spoken if each.token.kind is TokenKind.WORD)
    first = next((each for each in words if each.token.text.upper() not in _PROLOGUE), None)
    if first is None or first.token.text.upper() in _FORMS:
        return None
    read = _short(first.token.text)
    close = difflib.get_close_matches(read.upper(), _FORMS, n=1)
    return Mistake(
        *_place(text, first.at),
        Bilingual(f"no query begins with {read}", f"查询不能以 {read} 开头"),
        Bilingual(
            f"{close[0]}, perhaps" if close else f"one of {', '.join(_FORMS)}",
            f"也许是 {close[0]}" if close else f"{'、'.join(_FORMS)} 之一",
        ),
    )


def _open_text(text: str, spoken: Sequence[_Placed]) -> Mistake | None:
    """A text in quotation marks that nothing closes."""
    for each in spoken:
        words = each.token.text
        if each.token.kind is TokenKind.STRING and (len(words) == 1 or words[-1] != words[0]):
            return Mistake(
                *_place(text, each.at),
                Bilingual("this text is not closed", "这段文字没有结束的引号"),
                Bilingual(f"a {words[0]} behind it, on its line", f"同一行上其后的 {words[0]}"),
            )
    return None


def _uneven(text: str, spoken: Sequence[_Placed]) -> Mistake | None:
    """A bracket that nothing closes, or that closes nothing."""
    opened: list[_Placed] = []
    for each in spoken:
        mark = each.token.text
        if each.token.kind is not TokenKind.OTHER:
            continue
        if mark in _CLOSES:
            opened.append(each)
        elif mark in _OPENS:
            if not opened or opened[-1].token.text != _OPENS[mark]:
                what = Bilingual(f"this {mark} closes nothing", f"此处的 {mark} 没有与之相配的括号")
                return Mistake(*_place(text, each.at), what, _wanted(opened))
            opened.pop()
    if not opened:
        return None
    mark = opened[-1].token.text
    what = Bilingual(f"nothing closes this {mark}", f"此处的 {mark} 没有结束")
    return Mistake(*_place(text, opened[-1].at), what, _wanted(opened))


def _wanted(opened: Sequence[_Placed]) -> Bilingual:
    """The bracket that has to come next."""
    if not opened:
        return Bilingual("as many opened as closed", "括号成对")
    close = _CLOSES[opened[-1].token.text]
    return Bilingual(f"a {close}", close)


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    before = text[:at]
    return before.count("\n") + 1, at - before.rfind("\n")


def _alternatives(reason: str) -> Bilingual:
    """The marks that the grammar allows at a place; a query where it names none."""
    marks = "  ".join(sorted(set(_MARK.findall(reason))))
    return Bilingual(f"for example  {marks}", f"例如  {marks}") if marks else _A_QUERY


def _short(text: str) -> str:
    line = printable_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
