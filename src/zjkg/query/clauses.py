"""The WHERE clause of a query cut into its patterns, so that one can be left out at a time.

Read from tokens, not by an engine: every piece keeps the words of the person who wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from zjkg.query.tokens import Token, TokenKind, tokens

_SILENT = frozenset({TokenKind.COMMENT, TokenKind.SPACE})
_OPENING = {"(": ")", "[": "]", "{": "}"}
_FORMS = frozenset("SELECT ASK CONSTRUCT DESCRIBE".split())
_CLAUSES = frozenset("FILTER OPTIONAL BIND VALUES GRAPH MINUS SERVICE UNION".split())


class PieceKind(StrEnum):
    """What a piece of a WHERE clause is; OTHER is a union, a subquery or the like, kept whole."""

    TRIPLE = "triple"
    FILTER = "filter"
    MINUS = "minus"
    VALUES = "values"
    BIND = "bind"
    OPTIONAL = "optional"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One pattern as it was written, on one line; each triple of a ``;`` list is a piece.

    ``parts`` are subject, predicate and object of a triple.
    """

    kind: PieceKind
    text: str
    parts: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The piece as it stands in a group."""
        return f"{self.text} ." if self.kind is PieceKind.TRIPLE else self.text


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Pieces and groups between braces, after ``GRAPH ?g`` or nothing."""

    opening: str
    members: tuple[Piece | Group, ...]

    def pieces(self) -> Iterator[Piece]:
        """All pieces, in the order in which they were written."""
        for member in self.members:
            if isinstance(member, Group):
                yield from member.pieces()
            else:
                yield member

    def written(self, keep: Callable[[Piece], bool]) -> str:
        """The group as SPARQL with only the pieces to keep; a group without any is left out."""
        inside = [
            member.written(keep) if isinstance(member, Group) else member.source
            for member in self.members
            if (any(map(keep, member.pieces())) if isinstance(member, Group) else keep(member))
        ]
        return f"{self.opening} {{ {' '.join(inside)} }}".strip()


@dataclass(frozen=True, slots=True)
class Clauses:
    """A query's prologue, its ``FROM`` clauses, and its WHERE group."""

    prologue: str
    dataset: str
    group: Group

    def ask(self, keep: Callable[[Piece], bool]) -> str:
        """The question whether the kept pieces together match anything."""
        return f"{self.prologue} ASK {self.dataset} {self.group.written(keep)}"


def clauses(text: str) -> Clauses | None:
    """The clauses of a well-formed query; None where it has no WHERE group."""
    return _Reader(text).query()


class _Reader:
    """Reads the tokens of one query from left to right; positions count spoken tokens."""

    def __init__(self, text: str) -> None:
        self._tokens: list[Token] = []
        self._glued: list[bool] = []
        apart = True
        for token in tokens(text):
            if token.kind in _SILENT:
                apart = True
                continue
            for piece in _without_dots(token):
                self._tokens.append(piece)
                self._glued.append(not apart)
                apart = False

    def query(self) -> Clauses | None:
        start = next((i for i in range(self._end) if self._word(i) in _FORMS), None)
        if start is None:
            return None
        at, dataset = start + 1, ""
        if self._word(start) == "CONSTRUCT" and self._text(at) == "{":
            at = self._past(at)
        while at < self._end and self._text(at) != "{":
            if self._word(at) == "FROM":
                past = at + (3 if self._word(at + 1) == "NAMED" else 2)
                dataset += f" {self._said(at, past)}"
                at = past
            else:
                at = self._past(at)
        if at >= self._end:
            return None
        group = self._group(at, "")
        last = self._past(at)
        for i in range(last, self._end):
            if self._word(i) == "VALUES":
                values = Piece(PieceKind.VALUES, self._said(i, self._end))
                group = Group("", (*group.members, values))
                break
        return Clauses(self._said(0, start), dataset, group)

    @property
    def _end(self) -> int:
        return len(self._tokens)

    def _text(self, at: int) -> str:
        return self._tokens[at].text if at < self._end else ""

    def _word(self, at: int) -> str:
        """The word at a place in capitals; empty where there is none."""
        if at >= self._end or self._tokens[at].kind is not TokenKind.WORD:
            return ""
        return self._tokens[at].text.upper()

    def _said(self, start: int, end: int) -> str:
        """The words from one place to another, with one space where there was any."""
        return "".join(
            f"{'' if self._glued[i] or i == start else ' '}{self._text(i)}"
            for i in range(start, min(end, self._end))
        )

    def _past(self, at: int) -> int:
        """The place after a token, or after the bracket that closes it."""
        if self._text(at) not in _OPENING:
            return at + 1
        depth = 0
        for i in range(at, self._end):
            if self._text(i) in _OPENING:
                depth += 1
            elif self._text(i) in _OPENING.values():
                depth -= 1
            if depth == 0:
                return i + 1
        return self._end

    def _group(self, at: int, opening: str) -> Group:
        """The group whose brace opens at a place."""
        last = self._past(at) - 1
        if self._word(at + 1) == "SELECT":
            whole = Piece(PieceKind.OTHER, self._said(at, last + 1))
            return Group(opening, (whole,))
        members: list[Piece | Group] = []
        at += 1
        while at < last:
            if self._text(at) == ".":
                at += 1
                continue
            found, at = self._member(at)
            members += found
        return Group(opening, tuple(members))

    def _member(self, at: int) -> tuple[list[Piece | Group], int]:
        word = self._word(at)
        if word == "GRAPH" and self._text(at + 2) == "{":
            group = self._group(at + 2, self._said(at, at + 2))
            return [group], self._past(at + 2)
        if self._text(at) == "{":
            past = self._past(at)
            if self._word(past) != "UNION":
                return [self._group(at, "")], past
            while self._word(past) == "UNION":
                past = self._past(past + 1)
            return [Piece(PieceKind.OTHER, self._said(at, past))], past
        if word in _CLAUSES:
            past = self._past_clause(at)
            kind = PieceKind(word.lower()) if word.lower() in set(PieceKind) else PieceKind.OTHER
            return [Piece(kind, self._said(at, past))], past
        return self._triples(at)

    def _past_clause(self, at: int) -> int:
        """The place after ``FILTER (…)``, ``FILTER NOT EXISTS {…}`` or ``VALUES ?x {…}``."""
        braces = self._word(at) in {"OPTIONAL", "MINUS", "VALUES", "SERVICE"}
        braces |= "EXISTS" in {self._word(at + 1), self._word(at + 2)}
        wanted = "{" if braces else "("
        at += 1
        while at < self._end and self._text(at) != wanted:
            at = self._past(at)
        return self._past(at)

    def _triples(self, at: int) -> tuple[list[Piece | Group], int]:
        """The triples of one subject, one piece for each predicate and object."""
        past = self._past(at)
        subject = self._said(at, past)
        found: list[Piece | Group] = []
        at = past
        while not self._ends(at):
            past = self._past_path(at)
            predicate = self._said(at, past)
            at = past
            while not self._ends(at):
                past = self._past_object(at)
                value = self._said(at, past)
                parts = (subject, predicate, value)
                found.append(Piece(PieceKind.TRIPLE, " ".join(parts), parts))
                at = past
                if self._text(at) != ",":
                    break
                at += 1
            while self._text(at) == ";":
                at += 1
        return found or [Piece(PieceKind.TRIPLE, subject)], at

    def _ends(self, at: int) -> bool:
        """Whether the triples of a subject end here."""
        return at >= self._end or self._text(at) in {".", "}", "{"} or self._word(at) in _CLAUSES

    def _past_path(self, at: int) -> int:
        """The place after a predicate, which may be a path."""
        while at < self._end:
            while self._text(at) in {"^", "!"}:
                at += 1
            at = self._past(at)
            while self._text(at) in {"*", "+", "?"}:
                at += 1
            if self._text(at) not in {"/", "|"}:
                break
            at += 1
        return at

    def _past_object(self, at: int) -> int:
        at = self._past(at)
        while not self._ends_object(at):
            at = self._past(at)
        return at

    def _ends_object(self, at: int) -> bool:
        if self._text(at) == "." and self._glued[at] and self._text(at - 1)[-1:].isdigit():
            follows = at + 1 < self._end and self._glued[at + 1]
            return not (follows and self._text(at + 1)[:1].isdigit())  # the point of a number
        return self._text(at) in {",", ";"} or self._ends(at)


def _without_dots(token: Token) -> Iterator[Token]:
    """The token, and apart from it the full stop that no prefixed name may end with."""
    name = token.text.rstrip(".") if token.kind is TokenKind.PREFIXED else token.text
    yield Token(token.kind, name)
    for dot in token.text[len(name) :]:
        yield Token(TokenKind.OTHER, dot)
