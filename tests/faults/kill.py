"""Kills builds at random moments and looks at what they leave.

    python tests/faults/kill.py --kills 100 --seed 1

A store of three articles is to hold three others, one of them changed. The build is killed by
SIGKILL at a random moment of an undisturbed one's duration; then the store is read, and the build
is run again to its end. Every line tells one kill; the last one how many came out right:

- what is read after the kill is the whole state before or the whole state after, never a mixture
  (or, of a first build, a plain message that it has not finished), and searches find what is read;
- after the second run the store has the bytes of a build that nobody disturbed, and no file of
  the first run is left.

The process never opens a store itself: it forks children that do, with the models loaded once.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from zjkg.build import Build
from zjkg.errors import StoreError
from zjkg.extraction import extract_all
from zjkg.query import search
from zjkg.reading import read_bytes
from zjkg.settings import SHANGHAI, Settings
from zjkg.store import GraphStore

UNFINISHED = "unfinished"
SOUGHT = "科学园"  # in two articles of either state
BEFORE = {
    "harbour": "海湾科学园启用\n2023年5月6日，海湾科学园现有企业120家，累计投资超过30亿元。",
    "park": "海湾科学园扩建\n海湾科学园由海湾发展集团运营，总经理陈海说：“今年新增20家。”",
    "river": "River Valley Biopark opened in 2021. It is home to 45 companies.",
}
AFTER = {
    "harbour": "海湾科学园启用\n2023年5月6日，海湾科学园现有企业130家，累计投资超过30亿元。",
    "lake": "湖滨医药谷开园\n湖滨医药谷与海湾科学园签约，2022年总产值为461亿元，增长8%。",
    "river": BEFORE["river"],
}


def main() -> int:
    """Runs the kills; exit 0 only where every one came out right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    _load_models()
    with tempfile.TemporaryDirectory() as folder:
        right = _Trials(Path(folder), random.Random(options.seed)).run(options.kills)  # noqa: S311
    print(f"{right} of {options.kills} right")  # noqa: T201
    return 0 if right == options.kills else 1


class _Trials:
    """Kills of a first build and of a later one, in turn."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder = folder
        self._chance = chance
        for name, articles in (("before", BEFORE), ("after", AFTER)):
            (folder / name).mkdir()
            for stem, text in articles.items():
                (folder / name / f"{stem}.txt").write_text(text, "utf-8")
        self._old, _ = self._undisturbed("old", "before")
        self._new, later = self._undisturbed("new", "after", start="old")
        fresh, first = self._undisturbed("fresh", "after")
        if fresh != self._new:
            raise AssertionError("undisturbed builds differ: nothing can be compared")
        self._seconds = {"old": later, "": first}

    def run(self, kills: int) -> int:
        """How many of so many kills came out right."""
        right = 0
        for number in range(kills):
            start = "" if number % 4 == 0 else "old"
            moment, (seen, after, left) = self._killed_at_random(start)
            expected = {UNFINISHED, self._new} if not start else {self._old, self._new}
            is_right = seen in expected and after == self._new and not left
            right += is_right
            kind = {self._old: "state before", self._new: "state after"}.get(seen, seen)
            print(  # noqa: T201
                f"{number}: {'later' if start else 'first'} build, "
                f"killed at {moment:.3f} s; read: {kind}; "
                f"again: {'same bytes' if after == self._new else after}; left: {left or '-'}: "
                f"{'right' if is_right else 'WRONG'}",
                flush=True,
            )
        return right

    def _killed_at_random(self, start: str) -> tuple[float, tuple[str, str, list[str]]]:
        """A build killed before its end; how long one takes is learned, as machines are shared."""
        while True:
            moment = self._chance.uniform(0, self._seconds[start])
            trial = self._trial(start, moment)
            self._seconds[start] *= 1.02 if trial else 0.8
            if trial:
                return moment, trial

    def _trial(self, start: str, moment: float) -> tuple[str, str, list[str]] | None:
        """What is read, what the next build makes, what is left; None where none was killed."""
        store = self._copy("trial", start)
        child = _forked(lambda: _build(store, self._folder / "after"))
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return None
        seen = self._read(store)
        _wait(_forked(lambda: _build(store, self._folder / "after")))
        known = {"notes.sqlite", "oxigraph", "records", "report.json"}
        known |= {"search.sqlite", "state.json"}
        left = [path.name for path in store.iterdir() if path.name not in known]
        left += [path.name for path in store.glob("records/.*")]
        return seen, self._read(store), sorted(left)

    def _undisturbed(self, name: str, articles: str, start: str = "") -> tuple[str, float]:
        store = self._copy(name, start)
        began = time.monotonic()
        _wait(_forked(lambda: _build(store, self._folder / articles)))
        return self._read(store), time.monotonic() - began

    def _copy(self, name: str, start: str) -> Path:
        store = self._folder / "stores" / name
        shutil.rmtree(store, ignore_errors=True)
        if start:
            shutil.copytree(self._folder / "stores" / start, store)
        return store

    def _read(self, store: Path) -> str:
        told = self._folder / "told"
        told.unlink(missing_ok=True)
        _wait(_forked(lambda: told.write_text(_content(store))))
        return told.read_text()


def _load_models() -> None:
    articles = [read_bytes(f"{n}.txt", t.encode(), zone=SHANGHAI) for n, t in BEFORE.items()]
    list(extract_all(articles, Settings(), jobs=1, progress=lambda _: None))


def _build(store: Path, articles: Path) -> None:
    Build(Settings(store=store), jobs=1).exactly([articles])


def _content(store: Path) -> str:
    """The digest of all that a reader sees: the quads, the articles and the report."""
    try:
        with GraphStore.open(store) as opened:
            hasher = hashlib.sha256()
            for line in opened.canonical_nquads():
                hasher.update(f"{line}\n".encode())
            if search(opened.searchable, SOUGHT) != search(opened.engine, SOUGHT):
                return "searches find something else"
            state = opened.state()
            for each in state.articles.values():
                hasher.update(opened.load_record(each.record_key) or b"gone")
            hasher.update(repr(sorted(state.articles)).encode())
            hasher.update(opened.load_report() or b"none")
            return hasher.hexdigest()
    except StoreError as error:
        what = error.problem.what.en
        is_told = "no store here yet" in what or "has not finished" in what
        return UNFINISHED if is_told else str(error)


def _forked(work: Callable[[], object]) -> int:
    """Starts a child that does the work and ends; its process id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException as error:  # noqa: BLE001  # the child must end here whatever happens
        print(type(error).__name__, error, file=sys.stderr, flush=True)  # noqa: T201
    finally:
        os._exit(code)


def _wait(child: int) -> None:
    _, status = os.waitpid(child, 0)
    if status:
        raise AssertionError(f"a child ended with {status}")


if __name__ == "__main__":
    sys.exit(main())
