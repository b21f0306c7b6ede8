"""Why a query has no rows: which of its patterns removed the last one."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection
from dataclasses import dataclass

from pyoxigraph import Literal, QueryBoolean, QuerySolutions, Store

from zjkg.errors import Bilingual
from zjkg.printable import printable_line
from zjkg.query.calls import refuse_calls
from zjkg.query.clauses import Clauses, Piece, PieceKind, clauses
from zjkg.query.guard import QueryRefusedError
from zjkg.query.prefixes import PREFIXES

# What cannot remove a row stays whenever other patterns are left out.
_HARMLESS = frozenset({PieceKind.BIND, PieceKind.OPTIONAL})
# What needs the variables of others is added after them.
_LAST = (PieceKind.MINUS, PieceKind.FILTER)
_LONGEST = 120
_ANY = "?zjAnyLanguage"


def why_empty(store: Store, text: str, *, seconds: float = 2.0) -> tuple[Bilingual, ...]:
    """What to tell a person whose query gave no rows; empty where nothing can be said in time.

    The patterns are asked one by one, then more and more of them together, then all but one.
    The engine cannot be interrupted, so a thread of its own asks and is left behind when the time
    is over; it changes nothing.

    Args:
        store: where the query was asked.
        text: a well-formed query whose parameters have their values.
        seconds: how long to wait.
    """
    found = clauses(text)
    if found is None:
        return ()
    told: list[Bilingual] = []
    search = _Search(store, found, time.monotonic() + seconds)
    thread = threading.Thread(target=search.tell, args=(told,), daemon=True)
    thread.start()
    thread.join(seconds)
    return tuple(told)


class _OutOfTimeError(Exception):
    """The time for asking is over."""


@dataclass(frozen=True, slots=True)
class _Search:
    store: Store
    clauses: Clauses
    deadline: float

    def tell(self, told: list[Bilingual]) -> None:
        """Add what was found out to the list, as far as the time reaches."""
        pieces = self._removing()
        try:
            self._tell(pieces, told)
        except _OutOfTimeError:
            return
        except (SyntaxError, RuntimeError, OSError, UnicodeEncodeError, QueryRefusedError):
            return  # a query that the engine reads otherwise: better silent than wrong

    def _tell(self, pieces: list[Piece], told: list[Bilingual]) -> None:
        if self._matches(pieces):
            told.append(_LATER)
            return
        for piece in pieces:
            if piece.kind is PieceKind.TRIPLE and not self._matches([piece], alone=True):
                told.append(_alone(piece))
                told.extend(self._other_language(piece))
                return
        for count in range(1, len(pieces) + 1):
            if not self._matches(pieces[:count]):
                told.append(_together(pieces[count - 1], count - 1))
                others = [
                    piece
                    for piece in pieces[: count - 1]
                    if self._matches([other for other in pieces if other is not piece])
                ]
                if others:
                    told.append(_without(others))
                return

    def _removing(self) -> list[Piece]:
        """The pieces that can remove rows, those that need the variables of others last."""
        pieces = [p for p in self.clauses.group.pieces() if p.kind not in _HARMLESS]
        return sorted(pieces, key=lambda p: _LAST.index(p.kind) + 1 if p.kind in _LAST else 0)

    def _matches(self, kept: Collection[Piece], *, alone: bool = False) -> bool:
        wanted = set(map(id, kept))
        text = self.clauses.ask(
            lambda piece: id(piece) in wanted or (not alone and piece.kind in _HARMLESS)
        )
        return bool(self._answer(text))

    def _answer(self, text: str) -> QueryBoolean | QuerySolutions:
        if time.monotonic() > self.deadline:
            raise _OutOfTimeError
        refuse_calls(text, "query")
        # With FROM the query is about those graphs only, as when it was asked.
        answer = self.store.query(
            text,
            prefixes=dict(PREFIXES),
            use_default_graph_as_union=not self.clauses.dataset,
        )
        if not isinstance(answer, QueryBoolean | QuerySolutions):
            raise TypeError(text)
        return answer

    def _other_language(self, piece: Piece) -> list[Bilingual]:
        """Whether a text would match with a language tag, which a plain string never equals."""
        if len(piece.parts) != 3 or piece.parts[2][:1] not in {'"', "'"}:  # noqa: PLR2004 - a triple
            return []
        subject, predicate, value = piece.parts
        head = f"{self.clauses.prologue} SELECT {_ANY} {self.clauses.dataset}"
        where = f"{subject} {predicate} {_ANY} . FILTER(STR({_ANY}) = STR({value}))"
        text = f"{head} WHERE {{ {where} }} LIMIT 1"
        answer = self._answer(text)
        literals = [row[0] for row in answer] if isinstance(answer, QuerySolutions) else []
        return [
            Bilingual(
                f"with its language or type it matches: {_short(str(literal))}",
                f"写上语言或类型即可匹配：{_short(str(literal))}",
            )
            for literal in literals
            if isinstance(literal, Literal)
        ]


_LATER = Bilingual(
    "the WHERE clause matches; HAVING, LIMIT or OFFSET leaves no row",
    "WHERE 子句有匹配，但 HAVING、LIMIT 或 OFFSET 之后没有剩余行",
)


def _alone(piece: Piece) -> Bilingual:
    shown = _short(piece.text)
    return Bilingual(
        f"nothing in the graph matches this pattern, even alone: {shown}",
        f"图中没有任何内容匹配这一模式（单独亦然）：{shown}",
    )


def _together(piece: Piece, before: int) -> Bilingual:
    shown = _short(piece.text)
    others = "the pattern" if before == 1 else f"the {before} patterns"
    en = f" ({others} before it still gave rows)" if before else ""
    zh = f"（其前的 {before} 个模式仍有结果）" if before else ""
    return Bilingual(f"this removes the last row: {shown}{en}", f"去掉最后一行的是：{shown}{zh}")


def _without(others: list[Piece]) -> Bilingual:
    en = " or ".join(_short(piece.text) for piece in others)
    zh = " 或 ".join(_short(piece.text) for piece in others)
    return Bilingual(f"rows would also remain without: {en}", f"去掉下列模式也会有结果：{zh}")


def _short(text: str) -> str:
    line = printable_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
