"""The worker processes: quick places for all, slow ones for the few queries that take long.

A query starts in a quick worker. If it is not done after a moment it goes on with the lowest
priority as one of a few slow ones, and a fresh worker takes its place; where all slow places are
taken it is stopped and begins anew when one is free. So long queries never keep short ones
waiting. A worker that was slow, was killed or died is replaced, never used again.

While long queries run, more of them may come: then a query has only an instant at normal priority,
and what of its moment is left at the lowest. Where the system lets a worker come forward again, it
is used again; else it is replaced.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec

from zjkg.server.description import described
from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Cut, busy, limited
from zjkg.server.worker import Work, work

_LOWEST_PRIORITY = 19
_GRACE_SECONDS = 0.4  # for the worker to write what it has when the time is over
_WORTH_STARTING_SECONDS = 0.05


@dataclass(slots=True)
class Worker:
    """One process and the line to it."""

    process: BaseProcess
    connection: Connection
    _priority: int | None = None

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
        process = self.process.pid or 0
        with suppress(OSError):
            if self._priority is None:
                self._priority = os.getpriority(os.PRIO_PROCESS, process)
            os.setpriority(os.PRIO_PROCESS, process, _LOWEST_PRIORITY)

    def stay_back(self) -> None:
        """Leaves the processor to others for good: one with no other work counts as free."""
        self.step_back()
        with suppress(OSError):
            if hasattr(os, "SCHED_IDLE"):
                os.sched_setscheduler(self.process.pid or 0, os.SCHED_IDLE, os.sched_param(0))

    def come_forward(self) -> bool:
        """Takes the priority back; False where the system does not allow it."""
        if self._priority is None:
            return True
        try:
            os.setpriority(os.PRIO_PROCESS, self.process.pid or 0, self._priority)
        except OSError:
            return False
        self._priority = None
        return True

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
    _slow: Places = field(init=False)
    _waiting: Places = field(init=False)
    _is_closed: threading.Event = field(init=False)

    def __post_init__(self) -> None:
        self._context = multiprocessing.get_context("forkserver")
        modules = ["__main__", work.__module__, self.other.__module__, "zjkg.pages.preload"]
        self._context.set_forkserver_preload(modules)
        self._idle = queue.LifoQueue()
        self._slow = Places(self.limits.slow)
        self._waiting = Places(self.limits.waiting)
        self._is_closed = threading.Event()
        for _ in range(self.limits.quick):
            self._replace()
        self._idle.put(self._idle.get())  # it is there when it can answer

    def close(self) -> None:
        """Ends all idle workers; those that are at work end with their query."""
        self._is_closed.set()
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().stop()

    def ask(self, asked: Asked) -> Answered:
        """The answer, at the latest when the time of the request and a short grace are over."""
        deadline = time.monotonic() + asked.seconds
        try:
            worker = self._idle.get(timeout=asked.seconds)
        except queue.Empty:
            return busy()
        if not worker.process.is_alive():
            worker.stop()
            worker = self._started()
        worker.send(_remaining(asked, deadline))
        quick = min(self.limits.quick_seconds, asked.seconds)
        if self._slow.is_any_taken and not worker.is_done_within(self.limits.instant_seconds):
            worker.step_back()
        if worker.is_done_within(quick):
            return self._received(worker, asked, deadline)
        self._replace()
        return self._go_on_slowly(worker, asked, deadline)

    def _received(self, worker: Worker, asked: Asked, deadline: float) -> Answered:
        """The answer of a quick worker, which is free again."""
        answer = worker.receive()
        is_spent = answer is None or answer.cut is Cut.MEMORY
        if not is_spent and worker.come_forward():
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
        worker = self._started()
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
        worker.stop()
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
        worker = self._started()
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
            worker.kill()
            threading.Thread(target=self._clear, args=(worker,)).start()

    def _clear(self, worker: Worker) -> None:
        """Waits until the worker's memory is free; the answer need not wait for that."""
        worker.stop()
        self._slow.leave()

    def _started(self) -> Worker:
        own, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self.folder, self.limits.memory, self.other), daemon=True
        )
        process.start()
        theirs.close()
        with suppress(OSError, EOFError):  # one that cannot work says so when it is asked
            own.recv_bytes()
        return Worker(process, own)

    def _replace(self) -> None:
        """Starts another quick worker; it takes its place when it is ready."""
        threading.Thread(target=lambda: self._give_back(self._started())).start()

    def _give_back(self, worker: Worker) -> None:
        self._idle.put(worker)
        if self._is_closed.is_set():
            self.close()


def _remaining(asked: Asked, deadline: float) -> Asked:
    return msgspec.structs.replace(asked, seconds=max(deadline - time.monotonic(), 0))
