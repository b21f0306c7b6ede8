"""A build on Apache Spark beside a local one: the same lines, what is sent, how long it takes.

    python -m benchmarks.cluster --articles 5000 --folder DIR [--master M] [--kill]

Both build the same made-up articles. With ``--kill`` an executor is killed when half of the
groupings are made. Needs ``make spark``, Java 17 and ``sort``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.synthetic.articles import articles
from pyoxigraph import RdfFormat, serialize

from zjkg.store import GraphStore

HALF_WAY = "shuffle_10_"
"""About half of the groupings of a build are made when there is a file of this one."""
TWO_EXECUTORS = "local-cluster[2,1,1024]"
_LOOK = 0.2  # seconds between two looks


def on_spark(
    command: list[str], folder: Path, *, kill: bool, patience: float
) -> tuple[int, bool, str]:
    """Run a build whose executors keep their files in a folder; kill one if so wished.

    Returns:
        The exit code, whether an executor was killed, and what the build said.
    """
    log, work = folder / "log.txt", folder / "work"
    end = time.monotonic() + patience
    with log.open("wb") as written:
        process = subprocess.Popen(
            command,
            stdout=written,
            stderr=written,
            env=os.environ | {"SPARK_LOCAL_DIRS": str(work)},
        )
        killed = False
        try:
            while process.poll() is None and time.monotonic() < end:
                if kill and not killed and _is_half_way(work):
                    killed = _kill_one(process.pid)
                time.sleep(_LOOK)
        finally:
            process.kill()
            code = process.wait()
    return code, killed, log.read_text("utf-8", "replace")


def lines_of(parts: Iterable[Path]) -> Iterator[bytes]:
    """The lines of N-Quads files, some of which may be compressed."""
    for part in sorted(parts):
        with gzip.open(part) if part.suffix == ".gz" else part.open("rb") as file:
            yield from file


def _is_half_way(folder: Path) -> bool:
    """Whether the files that executors keep tell so; folders come and go meanwhile."""
    return any(
        name.startswith(HALF_WAY) and name.endswith(".data")
        for _, _, names in os.walk(folder)
        for name in names
    )


def _kill_one(ancestor: int) -> bool:
    """Kill one of the executors among the descendants of a process."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            said = path.read_text("utf-8", "replace")
        except OSError:
            continue  # it has ended
        parent = int(said.rpartition(")")[2].split()[1])
        children.setdefault(parent, []).append(int(path.parent.name))
    waiting = [ancestor]
    while waiting:
        pid = waiting.pop()
        waiting += children.get(pid, [])
        if b"CoarseGrainedExecutorBackend" in _command(pid):
            os.kill(pid, signal.SIGKILL)
            return True
    return False


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _digest(parts: Iterable[Path], folder: Path) -> tuple[int, str]:
    """How many lines, and the SHA-256 of them sorted; they are sorted on disk."""
    whole, ordered = folder / "unsorted.nq", folder / "sorted.nq"
    with whole.open("wb") as file:
        count = sum(1 for line in lines_of(parts) if file.write(line))
    subprocess.run(
        ["sort", "--output", str(ordered), str(whole)],  # noqa: S607 - of any system
        env=os.environ | {"LC_ALL": "C"},
        check=True,
    )
    with ordered.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    whole.unlink()
    ordered.unlink()
    return count, found


def _sent(folder: Path) -> int:
    """Bytes that groupings wrote, by Spark's own log of events."""
    total = 0
    for path in folder.rglob("*"):
        if not path.is_file() or path.name.startswith("."):
            continue
        for line in path.read_text("utf-8").splitlines():
            if '"SparkListenerStageCompleted"' in line:
                stage = json.loads(line)["Stage Info"]
                total += sum(
                    int(each["Value"])
                    for each in stage["Accumulables"]
                    if each["Name"] == "internal.metrics.shuffle.write.bytesWritten"
                )
    return total


def _local(news: Path, folder: Path) -> float:
    """Build in one process; its processor time in seconds."""
    program = [sys.executable, "-m", "zjkg"]
    build = [*program, "build", str(news), "--store", str(folder / "store"), "--jobs", "1"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(build, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    with (
        GraphStore.open(folder / "store") as held,
        (folder / "local.nq").open("wb") as written,
    ):
        serialize(iter(held.engine), written, format=RdfFormat.N_QUADS)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Build both ways and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--master", default=TWO_EXECUTORS)
    parser.add_argument("--kill", action="store_true")
    given = parser.parse_args()
    folder: Path = given.folder
    shutil.rmtree(folder, ignore_errors=True)
    news, events, output = folder / "news", folder / "events", folder / "graph"
    for made in (news, events, folder / "conf"):
        made.mkdir(parents=True)
    for each in articles(given.articles):
        (news / f"{each.source}.txt").write_text(each.content, "utf-8")
    (folder / "conf" / "spark-defaults.conf").write_text(
        f"spark.eventLog.enabled true\nspark.eventLog.dir {events.as_uri()}\n"
        "spark.eventLog.compress false\n"
    )
    os.environ["SPARK_CONF_DIR"] = str(folder / "conf")
    print(f"local: {_local(news, folder):.0f} s of the processor", flush=True)
    command = [sys.executable, "-m", "zjkg", "build", str(news), "--engine", "spark"]
    command += ["--master", given.master, "--output", str(output), "--gzip"]
    start = time.monotonic()
    code, killed, said = on_spark(command, folder, kill=given.kill, patience=1e9)
    took = time.monotonic() - start
    sent = _sent(events) / given.articles
    print(f"spark: {took:.0f} s by the clock, {sent:.0f} bytes sent an article")
    print(f"exit code {code}; an executor was {'killed' if killed else 'not killed'}")
    local = _digest([folder / "local.nq"], folder)
    spark = _digest((output / "nquads").glob("part-*"), folder)
    print(f"{local[0]} and {spark[0]} lines: {'the same' if local == spark else 'NOT the same'}")
    if code or local != spark:
        sys.exit(said)


if __name__ == "__main__":
    main()
