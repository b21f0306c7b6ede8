"""The server beside a build, its workers' cage, and what happens when a worker dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, Protocol

import pytest

from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Cut, Outcome
from zjkg.server.pool import Pool

ALL = "SELECT ?word { ?s <https://example.org/says> ?word } ORDER BY ?word"
LONG = "SELECT (COUNT(*) AS ?n) { " + " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(9)) + " }"
JSON = "application/sparql-results+json"


class Reply(Protocol):
    status: int
    body: bytes

    @property
    def json(self) -> Any: ...  # noqa: ANN401 - what JSON holds


class Server(Protocol):
    def get(self, query: str, accept: str = "") -> Reply: ...

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply: ...


Launch = Callable[..., AbstractContextManager[Server]]
Write = Callable[..., None]


def test_a_build_shows_without_a_restart_and_only_when_it_is_done(
    tmp_path: Path, launch: Launch, written: Write
) -> None:
    folder = tmp_path / "store"
    written(folder, "one", "first")
    with launch(folder) as server:

        def seen() -> str:
            answers = {server.get(ALL, "text/csv").body.decode() for _ in range(5)}
            assert len(answers) == 1
            return " ".join(answers.pop().split()[1:])

        assert seen() == "first"
        written(folder, "two", "second", finished=False)
        assert seen() == "first"
        with launch(folder) as later:  # one that opens the store in the middle of the build
            assert later.get(ALL, "text/csv").body.decode().split()[1:] == ["first"]
        written(folder, "two", "second", "third")
        assert seen() == "first second third"


def test_a_store_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "zjkg", "serve", "--store", str(tmp_path / "none")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("error: there is no store here yet")


@pytest.mark.parametrize("after", [0.6, 1.0, 1.4, 1.8, 2.6])
def test_ctrl_c_ends_a_server_that_starts_without_a_trace(five_folder: Path, after: float) -> None:
    command = [sys.executable, "-m", "zjkg", "serve", "--store", str(five_folder), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process
        told, _ = process.communicate(timeout=20)
    assert b"Traceback" not in told
    assert process.returncode in {0, 130}


def test_a_store_that_vanishes_is_told_until_it_is_back(
    tmp_path: Path, launch: Launch, written: Write
) -> None:
    folder = tmp_path / "store"
    written(folder, "one", "first")
    with launch(folder) as server:
        folder.rename(tmp_path / "elsewhere")
        gone = server.get("ASK {}", accept="application/json")
        assert gone.status == 503
        assert "zjkg build" in gone.json["error"]["next_step"]["en"]
        page = server.request("GET", "/sources", headers={"Accept": "text/html"})
        assert page.status == 503
        (tmp_path / "elsewhere").rename(folder)
        assert server.get("ASK {}").status == 200


def asked(query: str, seconds: float = 5.0) -> Asked:
    return Asked(query=query, table_type=JSON, seconds=seconds)


def in_threads(pool: Pool, query: str, count: int, seconds: float) -> list[threading.Thread]:
    threads = [
        threading.Thread(target=pool.ask, args=(asked(query, seconds),)) for _ in range(count)
    ]
    for thread in threads:
        thread.start()
    return threads


@pytest.fixture
def pool(small_folder: Path) -> Iterator[Pool]:
    made = Pool(small_folder, Limits(seconds=5, memory=128 << 20, quick=2, slow=1, waiting=1))
    yield made
    made.close()


def test_more_long_queries_than_places_leave_room_for_short_ones(pool: Pool) -> None:
    threads = in_threads(pool, LONG, 4, 4.5)
    time.sleep(0.6)
    begin = time.monotonic()
    assert pool.ask(asked("ASK {}")).outcome is Outcome.ANSWERED
    assert time.monotonic() - begin < 3  # on a loaded machine; the long ones take 4.5 s
    for thread in threads:
        thread.join()
    assert time.monotonic() - begin < 8


def test_a_long_query_is_stopped_and_the_next_is_answered(pool: Pool) -> None:
    begin = time.monotonic()
    stopped = pool.ask(asked(LONG, 1.0))
    assert 1.0 <= time.monotonic() - begin < 2.0
    assert (stopped.outcome, stopped.cut) == (Outcome.LIMITED, Cut.TIME)
    assert pool.ask(asked("ASK {}")).outcome is Outcome.ANSWERED


def test_rows_found_in_time_are_given(pool: Pool) -> None:
    many = LONG.replace("(COUNT(*) AS ?n)", "*")
    answer = pool.ask(Asked(query=many, table_type=JSON, seconds=4.0, rows=10**9, size=10**9))
    assert answer.cut in {Cut.TIME, Cut.MEMORY}
    assert answer.rows > 0 or answer.cut is Cut.MEMORY


def test_memory_ends_a_query_alone(pool: Pool) -> None:
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(30))
    answer = pool.ask(asked(f"SELECT (STRLEN(?x30) AS ?n) {{ BIND('abcdefgh' AS ?x0) {doubled} }}"))
    assert (answer.outcome, answer.cut) == (Outcome.LIMITED, Cut.MEMORY)
    assert pool.ask(asked("ASK {}")).outcome is Outcome.ANSWERED


def test_a_worker_that_died_is_replaced(pool: Pool) -> None:
    assert pool.ask(asked("ASK {}")).outcome is Outcome.ANSWERED
    for worker in multiprocessing.active_children():
        with suppress(ValueError):  # one of an earlier test, being cleared away
            worker.kill()
            worker.join()
    for _ in range(3):
        assert pool.ask(asked("ASK {}")).outcome is Outcome.ANSWERED


CAGED = """
import socket, subprocess, sys
from zjkg.server.sandbox import confine
print(confine(64 << 20))
for attempt in (
    lambda: socket.create_connection(("127.0.0.1", {port})),
    lambda: socket.socketpair(),
    lambda: subprocess.run(["true"]),
    lambda: open(sys.argv[1], "w").write("x" * 9) and None,
    lambda: bytearray(500 << 20),
):
    try:
        attempt()
        print("done")
    except (OSError, MemoryError) as error:
        print(type(error).__name__)
print(len(open("/etc/hostname", "rb").read()) >= 0)
"""

pytestmark = pytest.mark.alone


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter is Linux's")
def test_the_cage_holds(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as trap:
        code = CAGED.format(port=trap.getsockname()[1])
        ran = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "written")],
            capture_output=True,
            text=True,
            check=False,
        )
    lines = ran.stdout.split()
    assert lines[0] == "True"
    assert lines[1:4] == ["PermissionError"] * 3
    assert "MemoryError" in lines
    written = tmp_path / "written"
    assert not written.exists() or written.stat().st_size == 0


def test_answers_survive_the_line_between_processes() -> None:
    import msgspec

    answer = Answered(outcome=Outcome.ANSWERED, body=b"\x00\xff", rows=1, cut=Cut.ROWS)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(answer), type=Answered) == answer
