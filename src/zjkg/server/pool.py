"""The worker processes: quick places for all, slow ones for the few queries that take long.

A query starts in a quick worker. If it is not done after a moment it goes on with the lowest
priority as one of a few slow ones, and a fresh worker takes its place; where all slow places are
taken it is stopped and begins anew when one is free. So long queries never keep short ones
waiting. A worker that was slow, was killed or died is replaced, never used again.
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

from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Cut, busy, limited
from zjkg.server.worker import work

_LOWEST_PRIORITY = 19
_GRACE_SECONDS = 0.4  # for the worker to write what it has when the time is over
_WORTH_STARTING_SECONDS = 0.05


@dataclass(slots=True)
class Worker:
    """One process and the line to it."""

    process: BaseProcess
    connection: Connection

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
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid or 0, _LOWEST_PRIORITY)

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
class Pool:
    """Workers over one store folder; ``ask`` may be called from any thread."""

    folder: Path
    limits: Limits
    _context: ForkServerContext = field(init=False)
    _idle: queue.LifoQueue[Worker] = field(init=False)
    _slow: threading.BoundedSemaphore = field(init=False)
    _waiting: threading.BoundedSemaphore = field(init=False)
    _is_closed: threading.Event = field(init=False)

    def __post_init__(self) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["__main__", work.__module__, "zjkg.pages.preload"])
        self._idle = queue.LifoQueue()
        self._slow = threading.BoundedSemaphore(self.limits.slow)
        self._waiting = threading.BoundedSemaphore(self.limits.waiting)
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
        if worker.is_done_within(quick):
            return self._received(worker, asked, deadline)
        self._replace()
        return self._go_on_slowly(worker, asked, deadline)

    def _received(self, worker: Worker, asked: Asked, deadline: float) -> Answered:
        """The answer of a quick worker, which is free again."""
        answer = worker.receive()
        if answer is not None and answer.cut is not Cut.MEMORY:
            self._give_back(worker)
            return answer
        worker.stop()
        self._replace()
        if answer is None:
            return self._once_more(asked, deadline)
        return limited(Cut.MEMORY, asked.seconds, self.limits.memory)

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
        if self._slow.acquire(blocking=False):
            worker.step_back()
            return self._slow_answer(worker, asked, deadline)
        worker.stop()
        if not self._waiting.acquire(blocking=False):
            return busy()
        try:
            has_place = self._slow.acquire(timeout=max(deadline - time.monotonic(), 0))
        finally:
            self._waiting.release()
        if not has_place:
            return busy()
        again = _remaining(asked, deadline)
        if again.seconds < _WORTH_STARTING_SECONDS:
            self._slow.release()
            return busy()
        worker = self._started()
        worker.step_back()
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
        self._slow.release()

    def _started(self) -> Worker:
        own, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self.folder, self.limits.memory), daemon=True
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
