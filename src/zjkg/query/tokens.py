"""SPARQL as a sequence of tokens: enough to tell keywords from what stands in strings.

The IRI token is the widest that any engine accepts (backslash escapes included), so that nothing
the engine reads as code can hide in what is read here as a comment. An unterminated string runs
to the end of its line (or text): the engine refuses it, and reading stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a token is; OTHER is punctuation and operators, one character each."""

    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    PARAMETER = "parameter"
    VARIABLE = "variable"
    PREFIXED = "prefixed"
    LANGUAGE = "language"
    WORD = "word"
    SPACE = "space"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its text; the texts of all tokens joined are the query."""

    kind: TokenKind
    text: str


_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*(?:\"\"\"|\Z)|\'\'\'(?:[^'\\]|\\.|'(?!''))*(?:\'\'\'|\Z)
              |"(?:[^"\\\r\n]|\\.)*(?:"|(?=[\r\n\\])|\Z)|'(?:[^'\\\r\n]|\\.)*(?:'|(?=[\r\n\\])|\Z))
  | (?P<parameter>\$\w+)
  | (?P<variable>\?\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<prefixed>(?:[^\W\d_][\w.-]{0,100})?:(?:[\w:.%-]|\\.)*)
  | (?P<word>\w+)
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, in order, nothing left out; any text can be cut into tokens."""
    for match in _TOKEN.finditer(text):
        yield Token(TokenKind(match.lastgroup or "other"), match.group())
