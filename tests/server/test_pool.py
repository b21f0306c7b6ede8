"""Who may use the processor: short queries before long ones."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Cut, Outcome
from zjkg.server.pool import Places, Pool

LOWEST = 19
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
VALUES = " ".join(map(str, range(700)))
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


def seen_within(seconds: float, count: int) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if len(stepped_back()) >= count:
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
    before = stepped_back()
    assert pool.ask(asked(MEDIUM)).body.split() == [b"n", b"490000"]
    assert stepped_back() == before  # nothing long runs: its whole moment is at normal priority
    answers: list[Answered] = []
    first, second = (
        threading.Thread(target=lambda query=query: answers.append(pool.ask(asked(query))))
        for query in (ENDLESS, MEDIUM)
    )
    first.start()
    assert seen_within(4, len(before) + 1)
    long_one = stepped_back()
    second.start()
    assert seen_within(4, len(long_one) + 1)
    second.join()
    assert answers[0].outcome is Outcome.ANSWERED
    assert pool.ask(asked("ASK {}")).outcome is Outcome.ANSWERED
    assert stepped_back() <= long_one  # it came forward again, or another took its place
    first.join()
    assert answers[1].cut is Cut.TIME


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
