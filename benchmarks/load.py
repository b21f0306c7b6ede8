"""A server under load: many clients for minutes, slow and rude ones among them.

    zjkg build seeds/articles --store STORE
    python -m benchmarks.load --store STORE [--clients 200] [--minutes 10]

Of twenty clients fourteen ask ordinary things, two send and read drop by drop, two ask what takes
longer than the limit, one asks for large answers, and one goes away in the middle. Every ordinary
answer is compared with the one that the server gave before the others came. What may come instead
is one of the announced limits: 503 with what to do, or an answer that says it was cut
(``Zjkg-Cut``). In the end the server is asked to stop while all of them go on.

Memory is what the server and its workers have to themselves (private pages), sampled every five
seconds; the first sixth of the time is warming up. What is under way takes most of it, large
answers above all, and differs from moment to moment; so all clients pause for a while after warming
up and in the end, and what the server holds at rest is compared. Exit 0 only where no answer was
wrong, memory at rest grew by less than a tenth (told of runs of five minutes and more), and the
server stopped in order.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import os
import random
import re
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, urlsplit

from benchmarks.processes import family, private_mib

SPARQL = "/sparql?query="
NAMES = "SELECT ?s ?o { ?s rdfs:label ?o } ORDER BY ?s ?o LIMIT 50"
ORDINARY = (
    SPARQL + quote(NAMES),
    SPARQL + quote("SELECT ?c ?r { ?c a zj:Claim ; zj:rule ?r } ORDER BY ?c LIMIT 20"),
    SPARQL + quote("ASK { ?c zj:value 46100000000 }"),
    SPARQL + quote("SELECT (COUNT(*) AS ?n) { ?c a zj:Observation }"),
    "/?lang=en",
    "/conflicts?lang=zh",
    "/sources?lang=en",
)
LARGE = SPARQL + quote("SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 20000")
ENDLESS = SPARQL + quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
KINDS = ("ordinary",) * 14 + ("slow",) * 2 + ("endless",) * 2 + ("large", "rude")
PAUSE_SECONDS = 4.0  # between two requests of a client, on average
SAMPLE_SECONDS = 5.0
PATIENCE_SECONDS = 90.0
GROWTH = 1.1
_CUT = re.compile(rb"\r\nzjkg-cut: ([^\r]+)", re.IGNORECASE)
WARMING = 1 / 6
REST_SECONDS = 5.0  # for workers that were ended to be replaced
SHORTEST_SECONDS = 300.0  # a shorter run tells nothing of growth: its warming up is too short


@dataclass(slots=True)
class Seen:
    """What the clients have seen so far."""

    statuses: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    under_way: int = 0
    may_ask: asyncio.Event = field(default_factory=asyncio.Event)
    all_answered: asyncio.Event = field(default_factory=asyncio.Event)
    stopping: bool = False

    def __post_init__(self) -> None:
        self.may_ask.set()
        self.all_answered.set()

    def begin(self) -> None:
        """A request is under way."""
        self.under_way += 1
        self.all_answered.clear()

    def end(self) -> None:
        """A request has its answer, or gave up."""
        self.under_way -= 1
        if not self.under_way:
            self.all_answered.set()


def main() -> int:
    """Runs the load and prints what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=10.0)
    given = parser.parse_args()
    return asyncio.run(_run(given.store, given.clients, given.minutes * 60))


async def _run(store: Path, clients: int, seconds: float) -> int:
    command = [sys.executable, "-m", "zjkg", "serve", "--store", str(store), "--port", "0"]
    server = await asyncio.create_subprocess_exec(
        *command,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "ZJKG_LANG": "en"},
    )
    said = await server.stdout.readline() if server.stdout else b""
    port = urlsplit(said.decode().partition(": ")[2].strip()).port
    if port is None:
        raise SystemExit(f"the server did not start: {said!r}")
    truth = {path: _digest((await _asked(port, path)).body) for path in ORDINARY}
    seen = Seen()
    rests = [_parts(server)]
    tasks = [
        asyncio.create_task(_client(KINDS[number % len(KINDS)], number, port, truth, seen))
        for number in range(clients)
    ]
    rests.append(await _at_rest(server, seen, seconds * WARMING))
    samples = await _sampled(server, seconds * (1 - WARMING))
    rests.append(await _at_rest(server, seen, 0))
    await asyncio.sleep(SAMPLE_SECONDS)
    seen.stopping = True
    code, stopped = await _stop(server)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    is_right = _tell(seen, rests, samples) and code in (0, -signal.SIGTERM)
    print(f"stopped with {code} after {stopped:.1f} s")
    is_flat = seconds < SHORTEST_SECONDS or sum(rests[-1]) <= GROWTH * sum(rests[-2])
    return 0 if is_right and is_flat else 1


async def _sampled(server: asyncio.subprocess.Process, seconds: float) -> list[float]:
    """MiB of the server and its workers while all clients go on."""
    samples = []
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.returncode is None:
        await asyncio.sleep(SAMPLE_SECONDS)
        samples.append(sum(_parts(server)))
    return samples


async def _at_rest(server: asyncio.subprocess.Process, seen: Seen, after: float) -> list[float]:
    """MiB of each process when nothing has been under way for a while, so many seconds from now."""
    await asyncio.sleep(after)
    seen.may_ask.clear()
    await seen.all_answered.wait()
    await asyncio.sleep(REST_SECONDS)
    parts = _parts(server)
    seen.may_ask.set()
    return parts


async def _stop(server: asyncio.subprocess.Process) -> tuple[int, float]:
    """Asks the server to stop; its exit code and how long that took."""
    begin = time.monotonic()
    if server.returncode is None:
        server.send_signal(signal.SIGTERM)
    code = await asyncio.wait_for(server.wait(), PATIENCE_SECONDS)
    return code, time.monotonic() - begin


def _tell(seen: Seen, rests: list[list[float]], samples: list[float]) -> bool:
    """Prints what was seen; whether all of it was right."""
    times = sorted(seen.seconds)
    print(f"load {os.getloadavg()[0]:.1f}, {sum(seen.statuses.values())} requests")
    for status, count in sorted(seen.statuses.items()):
        print(f"  {status}: {count}")
    quantiles = [times[int(share * (len(times) - 1))] for share in (0.5, 0.95, 0.99)]
    print("ordinary answers: p50 {:.3f} s, p95 {:.3f} s, p99 {:.3f} s".format(*quantiles))
    print(
        f"memory under load: {min(samples):.0f} to {max(samples):.0f} MiB; medians of thirds: "
        + ", ".join(f"{statistics.median(third):.0f}" for third in _thirds(samples))
    )
    for when, parts in zip(("before", "warm", "in the end"), rests, strict=True):
        each = " + ".join(f"{part:.0f}" for part in parts)
        print(f"memory at rest, {when}: {sum(parts):.0f} MiB ({each})")
    print(f"wrong answers: {len(seen.wrong)}")
    for each in seen.wrong[:10]:
        print(f"  {each}")
    return not seen.wrong


def _thirds(samples: list[float]) -> Iterator[list[float]]:
    size = max(len(samples) // 3, 1)
    return (samples[at : at + size] for at in range(0, 3 * size, size))


async def _client(kind: str, number: int, port: int, truth: dict[str, str], seen: Seen) -> None:
    """One client, until it is cancelled or the server stops."""
    chance = random.Random(number)  # noqa: S311 - a shape, not a secret
    while not seen.stopping:
        await asyncio.sleep(chance.expovariate(1 / PAUSE_SECONDS))
        if not seen.may_ask.is_set():
            await seen.may_ask.wait()
            continue  # not all at once
        path = {"large": LARGE, "rude": LARGE, "endless": ENDLESS}.get(kind) or chance.choice(
            ORDINARY
        )
        seen.begin()
        begin = time.monotonic()
        try:
            answer = await asyncio.wait_for(_asked(port, path, kind), PATIENCE_SECONDS)
        except (OSError, asyncio.IncompleteReadError, ValueError, TimeoutError) as error:
            if not seen.stopping:
                seen.statuses[f"{kind} {type(error).__name__}"] += 1
                seen.wrong.append(f"{kind} {path[:60]}: {error!r}")
            continue
        finally:
            seen.end()
        if seen.stopping:
            return
        status = answer.status
        seen.statuses[f"{kind} {status}" + (f" cut by {answer.cut}" if answer.cut else "")] += 1
        if (
            kind in ("ordinary", "slow")
            and status == HTTPStatus.OK
            and not answer.cut
            and _digest(answer.body) != truth[path]
        ):
            seen.wrong.append(f"{kind} {path[:60]}: another answer: {answer.body[-200:]!r}")
        if status not in (0, HTTPStatus.OK, HTTPStatus.SERVICE_UNAVAILABLE):
            seen.wrong.append(f"{kind} {path[:60]}: {status} {answer.body[:200]!r}")
        if kind == "ordinary" and status == HTTPStatus.OK:
            seen.seconds.append(time.monotonic() - begin)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; status 0 where the client went away, ``cut`` the limit that it names."""

    status: int
    cut: str
    body: bytes


async def _asked(port: int, path: str, kind: str = "ordinary") -> Answer:
    """One request and its answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
        for part in _drops(request) if kind == "slow" else (request,):
            writer.write(part)
            await writer.drain()
            if kind == "slow":
                await asyncio.sleep(0.2)
        if kind == "rude":
            await reader.read(1000)
            return Answer(0, "", b"")
        answer = bytearray()
        while part := await reader.read(500 if kind == "slow" else 1 << 16):
            answer += part
            if kind == "slow":
                await asyncio.sleep(0.05)
    finally:
        writer.close()
    head, _, body = bytes(answer).partition(b"\r\n\r\n")
    cut = _CUT.search(head)
    return Answer(int(head.split()[1]), cut[1].decode() if cut else "", body)


def _drops(request: bytes) -> Iterator[bytes]:
    size = max(len(request) // 12, 1)
    return (request[at : at + size] for at in range(0, len(request), size))


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _parts(server: asyncio.subprocess.Process) -> list[float]:
    """MiB that the server, its helper process and its workers each have to themselves."""
    return [private_mib(process) for process in family(server.pid)]


if __name__ == "__main__":
    sys.exit(main())
