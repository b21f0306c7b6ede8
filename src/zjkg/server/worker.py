"""A worker process: opens the store, gives up its rights, answers one request after another."""

from __future__ import annotations

import math
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
from pyoxigraph import Store

from zjkg.errors import StoreError, ZjkgError
from zjkg.server.advising import advised
from zjkg.server.description import described
from zjkg.server.evaluation import answered
from zjkg.server.messages import Answered, Asked, Task, broken
from zjkg.server.paging import paged
from zjkg.server.sandbox import confine
from zjkg.server.snapshot import Snapshot

_GRACE_SECONDS = 2
_PRACTICE = Asked(
    query="SELECT * { ?claim a zj:Claim ; ?property ?value } LIMIT 20",
    table_type="application/sparql-results+json",
    seconds=1,
)
_PRACTICES = 3
_TASKS = {Task.QUERY: answered, Task.ADVICE: advised, Task.PAGE: paged}


Work = Callable[[Store, Asked], Answered]
"""What answers a request over a store; a function of a module, as processes are given it."""


def work(connection: Connection, folder: Path, memory: int, other: Work = described) -> None:
    """Says with an empty message that it is ready, then answers until the connection is closed.

    An alarm ends the process where the server is gone and cannot: signals without a handler of
    Python's work even while the engine does not come back. ``other`` answers ``Task.OTHER``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    snapshot = Snapshot(folder)
    with suppress(OSError, ZjkgError):  # told when it is asked
        snapshot.current()
    confine(memory)
    _practise(snapshot, other)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send_bytes(b"")
        while True:
            asked = msgspec.msgpack.decode(connection.recv_bytes(), type=Asked)
            signal.alarm(math.ceil(asked.seconds) + _GRACE_SECONDS)
            connection.send_bytes(msgspec.msgpack.encode(_answer(snapshot, asked, other)))
            signal.alarm(0)


def _practise(snapshot: Snapshot, other: Work) -> None:
    """Answers before anybody waits: what a process does first takes it five times as long."""
    for _ in range(_PRACTICES):
        asked = msgspec.msgpack.decode(msgspec.msgpack.encode(_PRACTICE), type=Asked)
        msgspec.msgpack.encode(_answer(snapshot, asked, other))


def _answer(snapshot: Snapshot, asked: Asked, other: Work) -> Answered:
    tasks = {**_TASKS, Task.OTHER: other}
    for engine in (snapshot.current, snapshot.reopened):
        with suppress(OSError, StoreError):
            store = engine()
            return tasks.get(asked.task, described)(store, asked)
    return broken()
