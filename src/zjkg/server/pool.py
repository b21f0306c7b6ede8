"""The worker processes: quick places for all, slow ones for the few queries that take long.

A query starts in a quick worker. If it is not done after a moment it goes on as idle work in one of
a few slow places, and a fresh worker takes its place; where all slow places are taken it is stopped
and begins anew when one is free. So long queries never keep short ones waiting. A worker that was
slow, was killed or died is replaced, never used again.

While other queries run that are not done in an instant, a query has only an instant at normal
priority, and what is left of its moment at the lowest. Where the system lets a worker come forward
again, it is used again, and one that is to take a place starts as idle work, unless somebody waits
for it; else it is replaced, and only queries in slow places count.
"""

from __future__ import annotations

import multiprocessing
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec

from zjkg.interrupts import interrupts_ignored
from zjkg.server.description import described
from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Cut, busy, limited
from zjkg.server.priority import (
    come_forward,
    may_come_forward,
    stay_back,
    step_back,
)
from zjkg.server.worker import Work, work

_GRACE_SECONDS = 0.4  # for the worker to write what it has when the time is over
_WORTH_STARTING_SECONDS = 0.05


@dataclass(slots=True)
class Worker:
    """One process and the line to it."""

    process: BaseProcess
    connection: Connection
    is_back: bool = False

    def await_readiness(self) -> None:
        """Waits until the worker can answer; one that cannot says so when it is asked."""
        with suppress(OSError, EOFError):
            self.connection.recv_bytes()

    def send(self, asked: Asked) -> None:
        """Gives the worker its request; what is wrong with the line shows when it is read."""
        with suppress(OSError):
            self.connection.send_bytes(msgspec.msgpack.encode(asked))

    def is_done_within(self, seconds: float) -> bool:
        """Whether an answer, or the end of the process, comes in time."""
        return self.connection.poll(max(seconds, 0))

    def receive(self) -> Answered | None:
        """The answer; None where the process died: the engine aborts where memory ends."""
        try:
            return msgspec.msgpack.decode(self.connection.recv_bytes(), type=Answered)
        except (OSError, EOFError, msgspec.DecodeError):
            return None

    def step_back(self) -> None:
        """Leaves the processor to others from now on."""
        if not self.is_back:
            self.is_back = True
            step_back(self.process.pid or 0)

    def stay_back(self) -> None:
        """Leaves the processor to others: one with no other work counts as free."""
        self.is_back = True
        stay_back(self.process.pid or 0)

    def come_forward(self) -> None:
        """Takes its turns again; not all systems allow it."""
        if self.is_back:
            self.is_back = False
            come_forward(self.process.pid or 0)

    def kill(self) -> None:
        """Tells the process to end at once."""
        self.process.kill()

    def stop(self) -> None:
        """Ends the process and waits until it is gone."""
        self.connection.close()
        self.process.kill()
        self.process.join()
        self.process.close()


@dataclass(slots=True)
class Places:
    """A number of places; who asks whether any is taken need not wait."""

    count: int
    _free: threading.BoundedSemaphore = field(init=False)
    _taken: int = field(init=False, default=0)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._free = threading.BoundedSemaphore(self.count)

    @property
    def is_any_taken(self) -> bool:
        """Whether somebody has a place."""
        return self._taken > 0

    def take(self, seconds: float = 0) -> bool:
        """Takes a place if one is free in time."""
        has_place = self._free.acquire(timeout=max(seconds, 0))
        if has_place:
            with self._lock:
                self._taken += 1
        return has_place

    def leave(self) -> None:
        """Gives a place back."""
        with self._lock:
            self._taken -= 1
        self._free.release()


@dataclass(slots=True)
class Pool:
    """Workers over one store folder; ``ask`` may be called from any thread.

    ``other`` is what they do for ``Task.OTHER``.
    """

    folder: Path
    limits: Limits
    other: Work = described
    _context: ForkServerContext = field(init=False)
    _idle: queue.LifoQueue[Worker] = field(init=False)
    _starting: list[Worker] = field(init=False, default_factory=list)
    _slow: Places = field(init=False)
    _waiting: Places = field(init=False)
    _is_closed: threading.Event = field(init=False)
    _may_come_forward: bool = field(init=False)
    _long: int = field(init=False, default=0)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._context = multiprocessing.get_context("forkserver")
        modules = ["__main__", work.__module__, self.other.__module__, "zjkg.pages.preload"]
        self._context.set_forkserver_preload(modules)
        with interrupts_ignored():
            forkserver.ensure_running()
        self._idle = queue.LifoQueue()
        self._slow = Places(self.limits.slow)
        self._waiting = Places(self.limits.waiting)
        self._is_closed = threading.Event()
        self._may_come_forward = may_come_forward()
        for _ in range(self.limits.quick):
            self._replace()
        self._give_back(self._idle.get())  # it is there when it can answer

    def close(self) -> None:
        """Ends all idle workers; those that are at work end with their query."""
        self._is_closed.set()
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().stop()

    def ask(self, asked: Asked) -> Answered:
        """The answer, at the latest when the time of the request and a short grace are over."""
        deadline = time.monotonic() + asked.seconds
        worker = self._taken(asked.seconds)
        if worker is None:
            return busy()
        if not worker.process.is_alive():
            worker.stop()
            worker = self._ready()
        worker.send(_remaining(asked, deadline))
        if self._is_done_in_its_moment(worker, asked):
            return self._received(worker, asked, deadline)
        self._replace()
        return self._go_on_slowly(worker, asked, deadline)

    def _taken(self, seconds: float) -> Worker | None:
        """A worker that is free, or that becomes so in time."""
        with suppress(queue.Empty):
            return self._idle.get_nowait()
        with self._lock:
            for worker in self._starting:
                worker.come_forward()
        with suppress(queue.Empty):
            return self._idle.get(timeout=seconds)
        return None

    def _is_done_in_its_moment(self, worker: Worker, asked: Asked) -> bool:
        moment = min(self.limits.quick_seconds, asked.seconds)
        instant = min(self.limits.instant_seconds, moment)
        if worker.is_done_within(instant):
            return True
        with self._running_long() as others:
            if self._slow.is_any_taken or (others and self._may_come_forward):
                worker.step_back()
            return worker.is_done_within(moment - instant)

    @contextmanager
    def _running_long(self) -> Iterator[bool]:
        """While a query runs that was not done in an instant; whether others do too."""
        with self._lock:
            others = self._long > 0
            self._long += 1
        try:
            yield others
        finally:
            with self._lock:
                self._long -= 1

    def _received(self, worker: Worker, asked: Asked, deadline: float) -> Answered:
        """The answer of a quick worker, which is free again."""
        answer = worker.receive()
        is_spent = answer is None or answer.cut is Cut.MEMORY
        if not is_spent and (self._may_come_forward or not worker.is_back):
            worker.come_forward()
            self._give_back(worker)
        else:
            worker.stop()
            self._replace()
        if answer is None:
            return self._once_more(asked, deadline)
        return limited(Cut.MEMORY, asked.seconds, self.limits.memory) if is_spent else answer

    def _once_more(self, asked: Asked, deadline: float) -> Answered:
        """The answer of a fresh worker after one died.

        A confined worker may die of a store that was moved or replaced under it; a fresh one opens
        the store before it is confined. Where it dies too, the query is what kills.
        """
        worker = self._ready()
        try:
            worker.send(_remaining(asked, deadline))
            if not worker.is_done_within(deadline + _GRACE_SECONDS - time.monotonic()):
                return limited(Cut.TIME, asked.seconds, self.limits.memory)
            answer = worker.receive()
        finally:
            worker.stop()
        if answer is None or answer.cut is Cut.MEMORY:
            return limited(Cut.MEMORY, asked.seconds, self.limits.memory)
        return answer

    def _go_on_slowly(self, worker: Worker, asked: Asked, deadline: float) -> Answered:
        if self._slow.take():
            worker.stay_back()
            return self._slow_answer(worker, asked, deadline)
        _end(worker)
        if not self._waiting.take():
            return busy()
        try:
            has_place = self._slow.take(deadline - time.monotonic())
        finally:
            self._waiting.leave()
        if not has_place:
            return busy()
        again = _remaining(asked, deadline)
        if again.seconds < _WORTH_STARTING_SECONDS:
            self._slow.leave()
            return busy()
        worker = self._ready()
        worker.stay_back()
        worker.send(again)
        return self._slow_answer(worker, asked, deadline)

    def _slow_answer(self, worker: Worker, asked: Asked, deadline: float) -> Answered:
        try:
            if not worker.is_done_within(deadline + _GRACE_SECONDS - time.monotonic()):
                return limited(Cut.TIME, asked.seconds, self.limits.memory)
            answer = worker.receive()
            if answer is None or answer.cut is Cut.MEMORY:
                return limited(Cut.MEMORY, asked.seconds, self.limits.memory)
            return answer
        finally:
            _end(worker, self._slow.leave)

    def _started(self) -> Worker:
        own, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self.folder, self.limits.memory, self.other), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, own)

    def _ready(self) -> Worker:
        """A fresh worker, which can answer."""
        worker = self._started()
        worker.await_readiness()
        return worker

    def _replace(self) -> None:
        """Starts another quick worker; it takes its place when it is ready."""
        threading.Thread(target=self._take_place).start()

    def _take_place(self) -> None:
        worker = self._started()
        with self._lock:
            if self._may_come_forward and not self._idle.empty():
                worker.stay_back()
            self._starting.append(worker)
        worker.await_readiness()
        with self._lock:
            self._starting.remove(worker)
            worker.come_forward()
        self._give_back(worker)

    def _give_back(self, worker: Worker) -> None:
        self._idle.put(worker)
        if self._is_closed.is_set():
            self.close()


def _end(worker: Worker, then: Callable[[], None] = lambda: None) -> None:
    """Ends a worker; nobody need wait until its memory is free, as it is when ``then`` is called.

    One that left the processor to others ends when they leave it some.
    """

    def clear() -> None:
        worker.stop()
        then()

    worker.kill()
    threading.Thread(target=clear).start()


def _remaining(asked: Asked, deadline: float) -> Asked:
    return msgspec.structs.replace(asked, seconds=max(deadline - time.monotonic(), 0))
