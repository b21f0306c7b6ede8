"""Who may use the processor: short queries before long ones."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Cut, Outcome
from zjkg.server.pool import Places, Pool
from zjkg.server.priority import come_forward, may_come_forward, step_back

pytestmark = pytest.mark.alone

LOWEST = 19
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
VALUES = " ".join(map(str, range(1_600)))
MEDIUM = f"SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {VALUES} }} VALUES ?b {{ {VALUES} }} }}"
LIMITS = Limits(seconds=8, quick_seconds=2.0, instant_seconds=0.02, quick=2, slow=1)


def asked(query: str) -> Asked:
    return Asked(query=query, table_type="text/csv", seconds=LIMITS.seconds)


@pytest.fixture(scope="module")
def pool(five_folder: Path) -> Iterator[Pool]:
    started = Pool(five_folder, LIMITS)
    assert started.ask(asked("ASK {}")).outcome is Outcome.ANSWERED
    yield started
    started.close()


def workers() -> set[int]:
    """The processes that this one and its descendants started."""
    found = [os.getpid()]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            with suppress(OSError):
                found += map(int, task.read_text().split())
    return {*found[1:]}


def stepped_back() -> set[int]:
    back = set()
    for process in workers():
        with suppress(OSError):
            if os.getpriority(os.PRIO_PROCESS, process) == LOWEST:
                back.add(process)
    return back


def seen_within(seconds: float, happened: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.005)
    return False


@pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="only Linux has idle work")
def test_what_runs_long_is_idle_work(pool: Pool) -> None:
    asking = threading.Thread(target=lambda: pool.ask(asked(ENDLESS)))
    asking.start()
    idle = False
    while asking.is_alive() and not idle:
        for process in workers():
            with suppress(OSError):
                idle = idle or os.sched_getscheduler(process) == os.SCHED_IDLE
        time.sleep(0.005)
    assert idle
    asking.join()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux tells who runs how")
def test_while_a_long_query_runs_others_have_an_instant_only(pool: Pool) -> None:
    assert seen_within(20, lambda: not stepped_back())
    before = stepped_back()
    assert pool.ask(asked(MEDIUM)).body.split() == [b"n", b"2560000"]
    assert stepped_back() == before  # nothing long runs: its whole moment is at normal priority
    answers: list[Answered] = []
    first, second = (
        threading.Thread(target=lambda query=query: answers.append(pool.ask(asked(query))))
        for query in (ENDLESS, MEDIUM)
    )
    first.start()
    assert seen_within(4, lambda: len(stepped_back()) > len(before))
    long_one = stepped_back()
    second.start()
    assert seen_within(4, lambda: len(stepped_back()) > len(long_one))
    second.join()
    assert answers[0].outcome is Outcome.ANSWERED
    assert pool.ask(asked("ASK {}")).outcome is Outcome.ANSWERED
    # It came forward again, or another took its place, which comes forward when it is ready.
    assert seen_within(20, lambda: stepped_back() <= long_one)
    first.join()
    assert answers[1].cut is Cut.TIME


@pytest.mark.skipif(not may_come_forward(), reason="who stepped back here stays there")
def test_of_two_queries_that_are_not_done_in_an_instant_one_steps_back(pool: Pool) -> None:
    assert seen_within(20, lambda: not stepped_back())
    answers: list[Answered] = []
    both = [
        threading.Thread(target=lambda: answers.append(pool.ask(asked(MEDIUM)))) for _ in range(2)
    ]
    for one in both:
        one.start()
    assert seen_within(4, lambda: bool(stepped_back()))
    for one in both:
        one.join()
    assert [answer.outcome for answer in answers] == [Outcome.ANSWERED] * 2
    assert seen_within(20, lambda: not stepped_back())


@pytest.mark.skipif(not may_come_forward(), reason="who stepped back here stays there")
def test_who_stepped_back_comes_forward() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        before = os.getpriority(os.PRIO_PROCESS, process.pid)
        step_back(process.pid)
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == LOWEST
        come_forward(process.pid)
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == before
        process.kill()


@pytest.mark.skipif(not may_come_forward(), reason="the system does not let a worker come forward")
def test_a_worker_that_starts_comes_forward_when_somebody_waits(five_folder: Path) -> None:
    pool = Pool(five_folder, Limits(quick=1))
    taken, starting = pool._taken, pool._starting  # noqa: SLF001 - else it is a matter of moments
    try:
        worker = taken(8)
        assert worker is not None
        process = worker.process.pid or 0
        worker.stay_back()
        assert os.getpriority(os.PRIO_PROCESS, process) == LOWEST
        starting.append(worker)
        assert taken(0.05) is None
        assert os.getpriority(os.PRIO_PROCESS, process) < LOWEST
        starting.clear()
        worker.stop()
    finally:
        pool.close()


def test_nothing_happens_to_one_who_is_gone() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    step_back(process.pid)
    come_forward(process.pid)
    assert process.returncode == 0


def test_to_find_out_leaves_the_asker_where_it_was() -> None:
    before = os.getpriority(os.PRIO_PROCESS, 0)
    may_come_forward()
    assert os.getpriority(os.PRIO_PROCESS, 0) == before


def test_places_know_whether_any_is_taken() -> None:
    places = Places(2)
    assert not places.is_any_taken
    assert places.take()
    assert places.take(0.01)
    assert not places.take(0.01)
    places.leave()
    assert places.is_any_taken
    places.leave()
    assert not places.is_any_taken
    with pytest.raises(ValueError, match="released too many times"):
        places.leave()
