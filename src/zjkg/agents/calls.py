"""A tool, and one call of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from zjkg.agents.arguments import Arguments, asked_key
from zjkg.agents.paging import Place
from zjkg.agents.sources import Reading
from zjkg.errors import Bilingual, MessageLanguage

_Arguments = TypeVar("_Arguments", bound=Arguments)


@dataclass(frozen=True, slots=True)
class Call(Generic[_Arguments]):
    """One call: checked arguments, the graph, the language, and the room of the answer."""

    tool: str
    arguments: _Arguments
    reading: Reading
    lang: MessageLanguage
    characters: int

    @property
    def place(self) -> Place:
        """Where the answer begins, and how much it may hold.

        Raises:
            QueryError: if the cursor is none that an answer gave.
        """
        given = self.arguments
        asked = asked_key(self.tool, given)
        state = self.reading.state
        return Place.of(asked, state, given.cursor, given.limit, self.characters)


class ToolCall(msgspec.Struct, frozen=True):
    """What a worker is told of a call; ``state`` is that of the store when the call came."""

    name: str
    given: dict[str, Any]
    state: str
    characters: int
    lang: MessageLanguage


@dataclass(frozen=True, slots=True)
class Tool:
    """What a client can call.

    ``run`` gives a record of the type ``answer``, ``lines`` the same as short text;
    ``asks_queries`` says that it needs the workers.
    """

    name: str
    title: Bilingual
    description: Bilingual
    arguments: type[Arguments]
    answer: type[msgspec.Struct]
    run: Callable[[Call[Any]], msgspec.Struct]
    lines: Callable[[Any, MessageLanguage], Iterator[str]]
    asks_queries: bool = False
