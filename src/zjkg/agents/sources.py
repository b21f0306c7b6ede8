"""What the tools read: a store folder with killable workers for queries, or a SPARQL server."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import msgspec
from pyoxigraph import Store

from zjkg.ids import digest
from zjkg.query.reader import GraphReader
from zjkg.server.advising import advised
from zjkg.server.description import described
from zjkg.server.evaluation import answered
from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Task
from zjkg.server.pool import Pool
from zjkg.server.snapshot import Snapshot
from zjkg.server.worker import Work
from zjkg.store import GraphStore, RemoteGraph, explained

TABLE_TYPE = "text/tab-separated-values"  # has no notice of a cut that readers stumble over
GRAPH_TYPE = "application/n-triples"
_START_SECONDS = 60.0
_SECONDS_OF_ADVICE = 2.0


@dataclass(frozen=True, slots=True)
class Reading:
    """The graph as it is for one call.

    ``state`` is the same as long as the content is. ``ask`` answers SPARQL within the limits, and
    ``advise`` tells what a person new to it is told of a query, within the time of one.
    """

    engine: Store
    state: str
    ask: Callable[[str], Answered]
    advise: Callable[[str], Answered]

    @property
    def reader(self) -> GraphReader:
        """Look-ups by pattern."""
        return GraphReader(self.engine)


class Source(ABC):
    """Where the graph is."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    @abstractmethod
    def reading(self) -> AbstractContextManager[Reading]:
        """The graph for one call; may be called from any thread.

        Raises:
            StoreError: if there is none, or it cannot be read.
        """

    @abstractmethod
    def start(self) -> None:
        """Makes ready what queries need; the first call takes a moment, the others none."""

    @abstractmethod
    def work(self, call: str) -> Answered | None:
        """What a worker gives for a call; None where there are no workers."""

    @abstractmethod
    def close(self) -> None:
        """Ends what was started for reading."""

    def _asked(self, query: str) -> Asked:
        return Asked(
            query=query,
            table_type=TABLE_TYPE,
            graph_type=GRAPH_TYPE,
            seconds=self.limits.seconds,
            rows=self.limits.rows,
            size=self.limits.answer,
        )

    def _advised(self, query: str) -> Asked:
        seconds = min(self.limits.seconds, _SECONDS_OF_ADVICE)
        return msgspec.structs.replace(self._asked(query), task=Task.ADVICE, seconds=seconds)


class FolderSource(Source):
    """A store folder: shows the newest finished build; queries run in workers."""

    def __init__(self, folder: Path, limits: Limits, other: Work = described) -> None:
        super().__init__(limits)
        self._other = other
        self._folder = folder.absolute()
        GraphStore.open(self._folder).close()  # tells now where there is no store
        self._snapshot = Snapshot(self._folder)
        self._lock = threading.Lock()
        self._seen: tuple[Store, str] | None = None
        self._starting = threading.Lock()
        self._pool: Pool | None = None

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """The engine as it was committed; the state changes with it."""
        with self._lock, explained(self._folder):
            engine = self._snapshot.current()
            if self._seen is None or self._seen[0] is not engine:
                with GraphStore.open(self._folder) as store:
                    content = msgspec.json.encode(store.state(), order="sorted")
                self._seen = engine, digest(content.decode())
            state = self._seen[1]
        yield Reading(engine, state, self._answer, self._advice)

    def start(self) -> None:
        """Starts the workers when the first query comes, and waits for one of them."""
        self._workers()

    def work(self, call: str) -> Answered | None:
        """What a worker gives for a call."""
        return self._workers().ask(msgspec.structs.replace(self._asked(call), task=Task.OTHER))

    def close(self) -> None:
        """Ends the workers."""
        with self._starting:
            if self._pool is not None:
                self._pool.close()

    def _answer(self, query: str) -> Answered:
        return self._workers().ask(self._asked(query))

    def _advice(self, query: str) -> Answered:
        return self._workers().ask(self._advised(query))

    def _workers(self) -> Pool:
        with self._starting:
            if self._pool is None:
                self._pool = Pool(self._folder, self.limits, self._other)
                first = msgspec.structs.replace(self._asked("ASK {}"), seconds=_START_SECONDS)
                self._pool.ask(first)
            return self._pool


class EndpointSource(Source):
    """A SPARQL server, asked anew by each call; its own limits end what it computes."""

    def __init__(self, url: str, limits: Limits) -> None:
        super().__init__(limits)
        self._url = url
        RemoteGraph.open(url).close()  # tells now where nothing is served

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A connection of its own for each call; the state is the names of all graphs."""
        remote = RemoteGraph.open(self._url)
        # The steps read a server through the same few methods as the embedded engine.
        engine = cast("Store", remote)
        try:
            state = digest(*sorted(graph.value for graph in remote.named_graphs()))
            yield Reading(
                engine,
                state,
                lambda query: answered(engine, self._asked(query)),
                lambda query: advised(engine, self._advised(query)),
            )
        finally:
            remote.close()

    def start(self) -> None:
        """Nothing is needed."""

    def work(self, call: str) -> Answered | None:
        """Nothing: there are no workers."""

    def close(self) -> None:
        """Nothing stays open between calls."""
