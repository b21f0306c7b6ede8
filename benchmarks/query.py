"""Seconds of look-ups, of every library query and of searches, on stores of growing size.

The stores are made up (``benchmarks/synthetic``): the real writers give the quads, so that the
shape is that of real ones. Provenance of a claim is asked for a thousand claims drawn at random,
first of a store just opened, then again. Every query of the library runs with the parameters of
its test, the rest as shipped. Beside it, on a store small enough for it, rdflib's own memory store
answers the same text in turns with the embedded one.

A machine that does other things makes clocks tell more than the program took: the seconds of the
processor stand beside those of the clock.

    python -m benchmarks.query [--claims 10000 100000 1000000] [--folder DIR] [--peer 2000]
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import random
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing.queues import Queue
from pathlib import Path

from benchmarks.synthetic.store import make
from pyoxigraph import QuerySolutions, RdfFormat, Store

from zjkg import open as open_graph
from zjkg.query import (
    PREFIXES,
    SearchKind,
    entities_named,
    library,
    named,
    provenance,
    run,
    search,
)
from zjkg.query.parameters import bound_text
from zjkg.store import GraphStore
from zjkg.vocab import RDF, ZJ

EXPECTED = Path(__file__).parents[1] / "tests/contracts/expected"
PACKAGES = ("pyoxigraph", "rdflib")
LOOKUPS = 1000
PATIENCE = 60.0
"""Seconds of the clock after which a query is given up."""
SEARCHES = ("张江集团", "Wang Kairong", "zhang", "基因")
WORDS = ("研发投入达到", "自主研发")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the clock and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock * 1000:9.1f} {self.processor * 1000:9.1f}"


def timed(work: Callable[..., object], *given: object, **more: object) -> Took:
    """How long a piece of work takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work(*given, **more)
    return Took(time.perf_counter() - clock, time.process_time() - processor)


def claims(engine: Store, count: int) -> list[str]:
    """Some claims of a store, drawn from all."""
    rng = random.Random(1)  # noqa: S311 - a sample, no secret
    chosen: list[str] = []
    for seen, quad in enumerate(engine.quads_for_pattern(None, RDF.type, ZJ.Claim, None)):
        if seen < count:
            chosen.append(str(quad.subject)[1:-1])
        elif (place := rng.randrange(seen + 1)) < count:
            chosen[place] = str(quad.subject)[1:-1]
    return chosen


def provenance_lookups(folder: Path) -> None:
    """Print the spread of the look-up of one claim: by command and by the Python API."""
    with GraphStore.open(folder) as store:
        wanted = claims(store.engine, LOOKUPS)
    with GraphStore.open(folder) as store:
        for name in ("first look", "second look"):
            report(name, [timed(provenance, store.engine, c) for c in wanted])
    with open_graph(folder) as graph:
        report("zjkg.open().claim", [timed(graph.claim, c) for c in wanted])


def report(name: str, all_took: list[Took]) -> None:
    """Print median and 95th percentile, in milliseconds of clock and processor."""
    clock = sorted(took.clock for took in all_took)
    processor = sorted(took.processor for took in all_took)
    at = min(int(len(clock) * 0.95), len(clock) - 1)
    half = Took(statistics.median(clock), statistics.median(processor))
    print(f"  provenance of a claim, {name:18} p50 {half}   p95 {Took(clock[at], processor[at])}")


def parameters(engine: Store, name: str) -> dict[str, str]:
    """What the test of a query gives it."""
    path = EXPECTED / f"{name}.toml"
    if path.exists():
        asked = tomllib.loads(path.read_text("utf-8"))["asked"]
        given: dict[str, str] = asked[0].get("parameters", {})
        return given
    first = next(iter(engine.quads_for_pattern(None, RDF.type, ZJ.Claim, None)))
    return {"claim": str(first.subject)[1:-1]}


def rows(engine: Store, name: str, given: dict[str, str]) -> int:
    """How many rows a library query has; all are read."""
    answer = run(engine, named(name), given).answer
    if not isinstance(answer, QuerySolutions):
        raise TypeError(name)
    return sum(1 for _ in answer)


def asked(folder: str, name: str, answers: Queue[tuple[Took, int]]) -> None:
    """Runs a library query twice, the second time warm, in a process that can be stopped."""
    with GraphStore.open(Path(folder)) as store:
        given = parameters(store.engine, name)
        for _ in range(2):
            found: list[int] = []
            took = timed(lambda seen: seen.append(rows(store.searchable, name, given)), found)
            answers.put((took, found[0]))


def library_queries(folder: Path) -> None:
    """Print a line for each query of the library, and how many end within a second."""
    context = multiprocessing.get_context("spawn")
    within = 0
    print(
        f"  {'query':26} {'first: clock':>12} {'cpu':>9} {'again: clock':>12} {'cpu':>9} ms, rows"
    )
    for name in sorted(library()):
        answers: Queue[tuple[Took, int]] = context.Queue()
        worker = context.Process(target=asked, args=(str(folder), name, answers))
        worker.start()
        worker.join(PATIENCE)
        if worker.is_alive() or worker.exitcode:
            worker.kill()
            print(f"  {name:26} no answer in {PATIENCE:.0f} s")
            continue
        (cold, count), (warm, _) = answers.get(), answers.get()
        within += warm.processor < 1
        print(f"  {name:26} {cold}    {warm} {count:>7}", flush=True)
    print(f"  {within} of {len(library())} queries take less than a second of the processor")


def searches(folder: Path) -> None:
    """Print how long names and sentences take to find, with the index and, once, without."""
    asked = [(SearchKind.ENTITY, words) for words in SEARCHES]
    asked += [(SearchKind.SENTENCE, words) for words in WORDS]
    with GraphStore.open(folder) as store:
        for kind, words in asked:
            took = timed(search, store.searchable, words, kinds=[kind])
            print(f"  search for {kind:10} {words:20} {took} ms", flush=True)
        for kind, words in (asked[0], asked[-1]):
            took = timed(search, store.engine, words, kinds=[kind])
            print(f"  the same without the index  {words:12} {took} ms", flush=True)


def peer(folder: Path) -> None:
    """Print the library beside rdflib's own store, both in memory, the same text in turns."""
    from rdflib import Dataset

    with GraphStore.open(folder) as store:
        engine = Store()
        engine.bulk_extend(store.engine)
        theirs = Dataset(default_union=True)
        theirs.parse(data=store.engine.dump(format=RdfFormat.N_QUADS) or b"", format="nquads")
        ratios: list[float] = []
        for name in sorted(library()):
            given = parameters(engine, name)
            text = bound_text(named(name), given, lambda words: entities_named(engine, words))
            own = timed(rows, engine, name, given)
            other = timed(lambda t: list(theirs.query(t, initNs=dict(PREFIXES))), text)
            ratios.append(other.processor / max(own.processor, 1e-6))
            print(f"  {name:26} {own}   rdflib {other}   {ratios[-1]:8.0f} times", flush=True)
    print(f"  rdflib takes {statistics.median(ratios):.0f} times as long (median of {len(ratios)})")


def machine() -> Iterator[str]:
    """What the figures were taken on."""
    yield f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    yield ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    if hasattr(os, "getloadavg"):
        yield f"load before: {os.getloadavg()[0]:.1f}"


def measure(folder: Path, size: int) -> None:
    """All measurements on one store, which is made where there is none."""
    if not folder.exists():
        print(f"making {size:,} claims", file=sys.stderr)
        make(folder, size)
    print(f"a store of {size:,} claims", flush=True)
    provenance_lookups(folder)
    library_queries(folder)
    searches(folder)


def main() -> None:
    """Make the stores, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--peer", type=int, default=2_000, help="claims beside rdflib; 0: none")
    parser.add_argument("--folder", type=Path, help="where stores are made and kept for next time")
    options = parser.parse_args()
    for line in machine():
        print(line)
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = options.folder or Path(temporary)
        for size in options.claims:
            measure(folder / f"claims-{size}", size)
        if options.peer:
            store = folder / f"claims-{options.peer}"
            if not store.exists():
                make(store, options.peer)
            print(f"{options.peer:,} claims in memory, beside rdflib's own store")
            peer(store)


if __name__ == "__main__":
    main()
