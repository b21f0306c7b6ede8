"""Which graphs a query names in ``FROM`` and ``FROM NAMED``, as IRIs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from zjkg.query.prefixes import PREFIXES
from zjkg.query.tokens import Token, TokenKind

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST_CODE_POINT = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a request names beside the query; they count instead of ``FROM``."""

    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether the request names any graph."""
        return bool(self.default_graphs or self.named_graphs)


def chooses_dataset(spoken: list[Token]) -> bool:
    """Whether the query itself says which graphs it is about."""
    return any(_is(token, "FROM") for token in spoken)


def dataset_iris(spoken: list[Token], base: str | None = None) -> Iterator[str]:
    """The IRIs after ``FROM`` and ``FROM NAMED``, resolved as the prologue says."""
    prefixes: dict[str, str] = dict(PREFIXES)
    current = base or ""
    for position, token in enumerate(spoken):
        following = spoken[position + 1 : position + 3]
        if _is(token, "BASE") and following:
            current = _resolved(following[0], prefixes, current)
        elif _is(token, "PREFIX") and len(following) > 1:
            prefixes[following[0].text.removesuffix(":")] = _resolved(
                following[1], prefixes, current
            )
        elif _is(token, "FROM") and following:
            named = _is(following[0], "NAMED") and len(following) > 1
            yield _resolved(following[1] if named else following[0], prefixes, current)


def _is(token: Token, word: str) -> bool:
    return token.kind is TokenKind.WORD and token.text.upper() == word


def _resolved(token: Token, prefixes: Mapping[str, str], base: str) -> str:
    if token.kind is TokenKind.IRI:
        written = _ESCAPE.sub(_character, token.text[1:-1])
        try:
            return urljoin(base, written) if base else written
        except ValueError:  # such as an unfinished IPv6 host; the engine refuses it too
            return written
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, "") + local


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= _LAST_CODE_POINT else match[0]
