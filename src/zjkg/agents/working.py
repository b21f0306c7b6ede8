"""A tool's call in a worker, which ends with its time and is confined like any query."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import msgspec
from pyoxigraph import Store

from zjkg.agents.calls import ToolCall
from zjkg.agents.sources import Reading, Source
from zjkg.agents.toolbox import Toolbox
from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked
from zjkg.server.messages import Outcome as Ended


class WorkerSource(Source):
    """The store of a worker, for tools that ask no queries of their own."""

    def __init__(self, store: Store, state: str) -> None:
        super().__init__(Limits())
        self._reading = Reading(store, state, _no_query, _no_query)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """The store as the worker has it."""
        yield self._reading

    def start(self) -> None:
        """Nothing is needed."""

    def work(self, call: str) -> Answered | None:
        """Nothing: this is the worker."""

    def close(self) -> None:
        """The worker closes its store itself."""


def answer_call(store: Store, asked: Asked) -> Answered:
    """The outcome of a tool, in a worker."""
    call = msgspec.json.decode(asked.query, type=ToolCall)
    toolbox = Toolbox(WorkerSource(store, call.state), call.characters, call.lang)
    outcome = toolbox.answer(call.name, call.given)
    return Answered(outcome=Ended.ANSWERED, body=msgspec.json.encode(outcome))


def _no_query(query: str) -> NoReturn:
    raise TypeError(query)
