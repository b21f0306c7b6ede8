"""Whole builds by the command line: time and memory of every process, by the number of articles.

    python -m benchmarks.whole --articles 1000 10000 --folder DIR [--jobs 2] [--seed 1] [--briefs]

For each number ``DIR`` receives made-up articles and one store, made anew. Each build is a process
of its own with ``--jobs`` workers. Told are its seconds, by the clock and of the processor, its
characters a second by the clock, and the most memory that one process held (what the system notes
of it, shared pages included; looked at four times a second). Then one article more is added
and removed again, each by a command of its own. The canonical N-Quads have to be the same after.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile

from benchmarks.processes import family, peak_mib
from benchmarks.synthetic.articles import BRIEF, Written, articles

_LOOK_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds, by the clock and of the processor, MiB of one process."""

    clock: float
    processor: float
    peak: float

    def __str__(self) -> str:
        return (
            f"{self.clock:.1f} s by the clock, {self.processor:.1f} s of the processor, "
            f"largest process {self.peak:.0f} MiB"
        )


def main() -> int:
    """Measures at each number; 1 where a store is another after one article came and went."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--briefs", action="store_true", help="articles a quarter as long")
    given = parser.parse_args()
    length = BRIEF if given.briefs else 1.0
    print(f"load {os.getloadavg()[0]:.1f}", flush=True)
    same = [
        _measured(
            given.folder, number, given.jobs, partial(articles, number + 1, given.seed, length)
        )
        for number in given.articles
    ]
    return 0 if all(same) else 1


def _measured(folder: Path, number: int, jobs: int, made: Callable[[], Iterator[Written]]) -> bool:
    corpus, store = folder / f"articles-{number}", folder / f"store-{number}"
    one_more, characters = _written(corpus, number, made())
    wanted = ("--jobs", str(jobs))
    shutil.rmtree(store, ignore_errors=True)
    built = _cost(("build", str(corpus), "--store", str(store), *wanted))
    print(f"{number} articles, {characters} characters: {built}", flush=True)
    print(
        f"  {characters / built.clock:.0f} characters/s, {1000 * built.clock / number:.0f} ms each"
    )
    before = _digest(store)
    print(f"  one more: {_cost(('add', str(one_more), '--store', str(store)))}", flush=True)
    print(f"  one less: {_cost(('remove', one_more.stem, '--store', str(store)))}", flush=True)
    is_same = _digest(store) == before
    print("  the same bytes" if is_same else "  OTHER BYTES", flush=True)
    return is_same


def _written(corpus: Path, number: int, made: Iterable[Written]) -> tuple[Path, int]:
    """The path of one article more, beside the corpus, and the characters of the corpus."""
    corpus.mkdir(parents=True, exist_ok=True)
    characters = 0
    for position, each in enumerate(made):
        path = (corpus if position < number else corpus.parent) / f"{each.source}.txt"
        path.write_text(each.content, "utf-8")
        characters += len(each.content) if position < number else 0
    return path, characters


def _cost(arguments: Sequence[str]) -> Cost:
    """Runs a command of zjkg to its end."""
    begin, before, peak = time.monotonic(), os.times(), 0.0
    with TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "zjkg", *arguments], stdout=said, stderr=said
        )
        while process.poll() is None:
            peak = max(peak, *map(peak_mib, family(process.pid)))
            time.sleep(_LOOK_SECONDS)
        if process.returncode:
            said.seek(0)
            words = said.read()[-2000:].decode()
            raise SystemExit(f"zjkg {' '.join(arguments)}: {process.returncode}\n{words}")
    clock, after = time.monotonic() - begin, os.times()
    spent = sum(after[2:4]) - sum(before[2:4])
    return Cost(clock, spent, peak)


def _digest(store: Path) -> str:
    """Of the canonical N-Quads, read as they are written."""
    hasher = hashlib.sha256()
    command = [sys.executable, "-m", "zjkg", "export", "nquads", "--store", str(store), "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        for part in iter(lambda: process.stdout.read(1 << 20) if process.stdout else b"", b""):
            hasher.update(part)
    if process.returncode:
        raise SystemExit(f"{store}: the store could not be exported")
    return hasher.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
