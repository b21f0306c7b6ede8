"""Quads per second into a store and out of it, beside pyoxigraph, and the memory of an export.

    python -m benchmarks.bulk [--claims 10000 100000] [--rounds 3] [--folder DIR]

The stores are made up (``benchmarks/synthetic``). Of each the N-Quads are exported by ``zjkg export
nquads`` in a process of its own, whose peak of memory is told; then the same file goes into an
empty folder three ways, in turns, each in a process of its own, until it is on disk:

- ``pyoxigraph``: ``Store.bulk_load`` of the file, the peer;
- ``restore``: as ``zjkg restore`` loads the quads of a backup, piece by piece;
- ``build``: quads that are in memory already, graph by graph, as a build writes many articles.
  Parsing them from the file is not counted.

Seconds of the processor count those of the engine's threads too.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from benchmarks.synthetic.store import make
from pyoxigraph import Quad, RdfFormat, Store, parse

from zjkg.store import GraphStore, State
from zjkg.store.backup import QUADS_IN_A_PIECE

_PARSED_AT_ONCE = 200_000  # quads that the benchmark parses before it hands them on


Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the clock and of the processor."""

    clock: float
    processor: float


class Watch:
    """What is spent since it was made, but for what is put aside."""

    def __init__(self) -> None:
        self._since = _now()

    def aside(self, work: Callable[[], Result]) -> Result:
        """The result of work that does not count."""
        before = _now()
        result = work()
        after = _now()
        self._since = Took(
            self._since.clock + after.clock - before.clock,
            self._since.processor + after.processor - before.processor,
        )
        return result

    def took(self) -> Took:
        """What was spent."""
        now = _now()
        return Took(now.clock - self._since.clock, now.processor - self._since.processor)


Way = Callable[[Path, Path, Watch], None]


def _now() -> Took:
    return Took(time.perf_counter(), time.process_time())


def main() -> None:
    """Measure at each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="keeps the stores for later runs")
    given = parser.parse_args()
    print(
        f"Python {platform.python_version()}, pyoxigraph {version('pyoxigraph')}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = given.folder or Path(temporary)
        for claims in given.claims:
            store = folder / f"bulk-{claims}"
            if not store.exists():
                make(store, claims)
                with GraphStore.open(store, write=True) as opened:
                    opened.save_state(State(rules="made up"))
            _measured(store, given.rounds)


def _measured(store: Path, rounds: int) -> None:
    lines = store.with_suffix(".nq")
    took, peak = _exported(store, lines)
    with lines.open("rb") as file:
        quads = sum(1 for _ in file)
    print(f"\n{quads} quads, {lines.stat().st_size >> 20} MiB of N-Quads")
    print(f"  export nquads  {quads / took.clock:9,.0f} quads/s  peak of memory {peak} MiB")
    told: dict[str, list[Took]] = {name: [] for name in WAYS}
    for _ in range(rounds):
        for name, way in WAYS.items():
            told[name].append(_alone(way, lines))
    best = statistics.median(took.clock for took in told["pyoxigraph"])
    for name, all_took in told.items():
        clock = statistics.median(took.clock for took in all_took)
        processor = statistics.median(took.processor for took in all_took)
        print(
            f"  {name:13}  {quads / clock:9,.0f} quads/s by the clock, {best / clock:5.2f} of "
            f"pyoxigraph; {processor:6.1f} s of the processor"
        )
    lines.unlink()


def _exported(store: Path, target: Path) -> tuple[Took, int]:
    """What an export took, and its peak of memory in MiB."""
    command = [sys.executable, "-m", "zjkg", "export", "nquads", "--store", str(store)]
    clock = time.perf_counter()
    process = subprocess.Popen([*command, "-o", str(target)], stdout=subprocess.DEVNULL)
    _, status, spent = os.wait4(process.pid, 0)  # only this tells the peak of one child
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    took = Took(time.perf_counter() - clock, spent.ru_utime + spent.ru_stime)
    return took, spent.ru_maxrss >> 10


def _alone(way: Way, lines: Path) -> Took:
    """One way in a process of its own, into a folder that goes again."""
    with tempfile.TemporaryDirectory(dir=lines.parent) as folder:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        worker = multiprocessing.get_context("spawn").Process(
            target=_run, args=(way, lines, Path(folder) / "store", sender)
        )
        worker.start()
        sender.close()
        took: Took = receiver.recv()
        worker.join()
        return took


def _run(way: Way, lines: Path, folder: Path, sender: Connection) -> None:
    watch = Watch()
    way(lines, folder, watch)
    sender.send(watch.took())


def _peer(lines: Path, folder: Path, _: Watch) -> None:
    store = Store(str(folder))
    store.bulk_load(path=str(lines), format=RdfFormat.N_QUADS)
    store.flush()


def _restored(lines: Path, folder: Path, _: Watch) -> None:
    with GraphStore.open(folder, write=True) as store, lines.open("rb") as file:
        store.load_nquads(iter(lambda: b"".join(islice(file, QUADS_IN_A_PIECE)), b""))
        store.engine.flush()


def _built(lines: Path, folder: Path, watch: Watch) -> None:
    with GraphStore.open(folder, write=True) as store:
        parsed = parse(path=str(lines), format=RdfFormat.N_QUADS)
        with store.loading() as loading:
            while quads := watch.aside(lambda: sorted(islice(parsed, _PARSED_AT_ONCE), key=_graph)):
                for graph, of_graph in groupby(quads, key=_graph):
                    loading.add(graph[1:-1], of_graph)
        store.engine.flush()


WAYS: dict[str, Way] = {"pyoxigraph": _peer, "restore": _restored, "build": _built}
"""How quads get into an empty store, by name; the first is the peer."""


def _graph(quad: Quad) -> str:
    return str(quad.graph_name)


if __name__ == "__main__":
    main()
