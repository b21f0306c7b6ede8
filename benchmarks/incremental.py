"""Seconds to add one article to a store, and to take it out again, by the number of articles.

    python -m benchmarks.incremental --articles 250 1000 2000 --folder DIR [--seed 1]

``DIR`` receives made-up articles and one store for each number, which later runs use again; a store
grows out of the one before. Two articles are added and removed in turn in one process: the first
also reads the taggers and the dictionaries, so the second is what one article more costs. The
processor's time counts (of this process); the clock stands beside it. After each pair the store has
to hold the bytes that it held before.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.synthetic.articles import articles

from zjkg.build import Build, Outcome
from zjkg.settings import Settings
from zjkg.store import GraphStore


def main() -> None:
    """Measure at each number."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[250, 1000, 2000])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sizes = sorted(given.articles)
    folder: Path = given.folder
    paths = _written(folder / "articles", sizes[-1] + 2, given.seed)
    former: Path | None = None
    for size in sizes:
        store = folder / f"store-{size}"
        if former is not None and not store.exists():
            shutil.copytree(former, store)
        former = store
        build = Build(Settings(store=store))
        _timed(f"{size} articles: build", partial(build.exactly, paths[:size]))
        before = _digest(store)
        for number in (size, size + 1):
            path = paths[number]
            _timed("  add", partial(build.with_added, [path]))
            _timed("  remove", partial(build.with_removed, [path.stem]))
        print("  the same bytes" if _digest(store) == before else "  OTHER BYTES", flush=True)


def _written(folder: Path, number: int, seed: int) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for each in articles(number, seed):
        path = folder / f"{each.source}.txt"
        if not path.exists():
            path.write_text(each.content, "utf-8")
        paths.append(path)
    return paths


def _timed(what: str, work: Callable[[], Outcome]) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    spent, passed = time.process_time() - processor, time.perf_counter() - clock
    print(f"{what}: {spent:.2f} s of the processor, {passed:.2f} s by the clock", flush=True)


def _digest(store: Path) -> str:
    hasher = hashlib.sha256()
    with GraphStore.open(store) as opened:
        for line in opened.canonical_nquads():
            hasher.update(line.encode())
    return hasher.hexdigest()


if __name__ == "__main__":
    main()
