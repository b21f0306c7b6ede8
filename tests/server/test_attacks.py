"""Attacks over HTTP: nothing gets out, nothing is read or written, every query ends in time.

The attacks run once, four at a time, while ordinary queries are asked and measured; the tests
then look at what was recorded.
"""

from __future__ import annotations

import hashlib
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.alone

SECONDS = 1.5
MEMORY_MIB = 256
MOST_SLOWED = 2.0
SIEGES = 5
IDLE = 0.6
IDLE_COLUMN = 3
LONGEST_ON_BUSY = 0.05
CANARY = "canary-4f1e"
ORDINARY = "SELECT ?s ?o { ?s a zj:Claim ; zj:rule ?o } LIMIT 20"
POST = b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
THREE = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
DOUBLED = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(32))

# In the texts TRAP stands for a listening address, FILE for the IRI of a file on the server.
CALLS = {
    "service": "SELECT * { SERVICE <TRAP> { ?s ?p ?o } }",
    "service-silent": "SELECT * { SERVICE SILENT <TRAP> { ?s ?p ?o } }",
    "service-bound": "SELECT * { BIND(<TRAP> AS ?e) SERVICE ?e { ?s ?p ?o } }",
    "service-values": "SELECT * { VALUES ?e { <TRAP> } SERVICE SILENT ?e { ?s ?p ?o } }",
    "service-nested": "SELECT * { { SELECT * { { SERVICE <TRAP> { ?s ?p ?o } } } } }",
    "service-optional": "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <TRAP> { ?s ?q ?r } } } LIMIT 1",
    "service-exists": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <TRAP> { ?s ?q ?r } } }",
    "service-minus": "SELECT * { ?s ?p ?o MINUS { SERVICE <TRAP> { ?s ?q ?r } } } LIMIT 1",
    "service-union": "SELECT * { { ?s ?p ?o } UNION { SERVICE <TRAP> {} } } LIMIT 1",
    "service-in-service": "ASK { SERVICE SILENT <TRAP> { SERVICE <TRAP> { ?s ?p ?o } } }",
    "service-case": "SELECT * { sErViCe <TRAP> { ?s ?p ?o } }",
    "service-no-space": "SELECT*{?s ?p true.SERVICE<TRAP>{?a ?b ?c}}",
    "service-run-together": "SELECT * { ?s ?p 1SERVICE<TRAP>{?a ?b ?c} }",
    "service-prefixed": "PREFIX t: <TRAP> SELECT * { SERVICE t: { ?s ?p ?o } }",
    "service-base": "BASE <TRAP> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "service-after-comment": "SELECT * { # }\n SERVICE # {\n <TRAP> { ?s ?p ?o } }",
    "service-after-string": "SELECT * { ?s ?p '#' . SERVICE <TRAP> { ?s ?p ?o } }",
    "service-after-hash-iri": "SELECT * { <urn:a#> ?p ?o . SERVICE <TRAP> { ?s ?p ?o } }",
    "service-carriage-return": "SELECT * { #\rSERVICE <TRAP> { ?s ?p ?o } }",
    "service-construct": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <TRAP> { ?s ?p ?o } }",
    "service-describe": "DESCRIBE ?s { SERVICE <TRAP> { ?s ?p ?o } }",
    "service-behind-operator": "SELECT * { FILTER(1<2)SERVICE#>\n<TRAP>{ ?s ?p ?o } }",
    "service-behind-quotation": "SELECT * { FILTER('<'<'>')SERVICE <TRAP> { ?s ?p ?o } #'\n}",
    "service-of-file": "SELECT * { SERVICE <FILE> { ?s ?p ?o } }",
    "from-trap": "SELECT * FROM <TRAP> { ?s ?p ?o }",
    "graph-trap": "SELECT * { GRAPH <TRAP> { ?s ?p ?o } }",
    "describe-trap": "DESCRIBE <TRAP>",
}
FILES = {
    "from-file": "SELECT * FROM <FILE> { ?s ?p ?o }",
    "from-named-file": "SELECT * FROM NAMED <FILE> { GRAPH ?g { ?s ?p ?o } }",
    "from-file-case": "SELECT * FROM <FiLe:///etc/passwd> { ?s ?p ?o }",
    "from-file-base": "BASE <FILE> SELECT * FROM <passwd> { ?s ?p ?o }",
    "from-file-prefixed": "PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }",
    "from-file-escaped": "SELECT * FROM <f\\u0069le:///etc/passwd> { ?s ?p ?o }",
    "construct-from-file": "CONSTRUCT { ?s ?p ?o } FROM <FILE> { ?s ?p ?o }",
    "describe-from-file": "DESCRIBE * FROM <FILE> { ?s ?p ?o }",
}
WRITES = {
    "load": "LOAD <TRAP>",
    "load-silent": "LOAD SILENT <TRAP> INTO GRAPH <urn:x>",
    "load-file": "LOAD <FILE>",
    "insert-data": "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "delete-where": "DELETE WHERE { ?s ?p ?o }",
    "clear": "CLEAR ALL",
    "drop": "DROP SILENT ALL",
    "update-behind-prefix": "PREFIX SELECT: <urn:x> BASE <urn:ASK> INSERT DATA { <a> <b> <c> }",
    "update-behind-comment": "# SELECT * {}\n#\rDELETE WHERE { ?s ?p ?o }",
    "update-after-query": "SELECT * { ?s ?p ?o } ; DROP ALL",
    "with": "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "two-queries": "ASK {} ASK {}",
}
BOMBS = {
    "cross-product": f"SELECT * {{ {THREE} }}",
    "cross-count": f"SELECT (COUNT(*) AS ?n) {{ {THREE} }}",
    "cross-sorted": f"SELECT * {{ {THREE} }} ORDER BY ?a ?e ?i",
    "cross-distinct": f"SELECT DISTINCT ?a ?f ?h {{ {THREE} }}",
    "cross-grouped": f"SELECT ?a ?f (SAMPLE(?i) AS ?x) {{ {THREE} }} GROUP BY ?a ?f",
    "cross-filter": f"ASK {{ {THREE} FILTER(STR(?a) = CONCAT(STR(?f), STR(?i), 'x')) }}",
    "path-star": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b . ?b (!<urn:y>)* ?c }",
    "path-nested": "ASK { ?a ((!<urn:x>|^!<urn:y>)+/(!<urn:z>)*)+ ?b . FILTER(?a = <urn:no>) }",
    "regex": "SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), '^(([a-z])+.)+[A-Z]([a-z])+$') }",
    "regex-counted": "SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), '((a{1,500}){1,500}){1,500}') }",
    "replace": "SELECT (REPLACE(STR(?o), '(.*)*', 'x') AS ?x) { ?s ?p ?o }",
    "doubling": f"SELECT (STRLEN(?x32) AS ?n) {{ BIND('aaaaaaaa' AS ?x0) {DOUBLED} }}",
    "concat-all": f"SELECT (GROUP_CONCAT(STR(?c)) AS ?x) {{ {THREE} }}",
    "construct": f"CONSTRUCT {{ ?a ?b ?i . ?d ?e ?c . ?g ?h ?f }} {{ {THREE} }}",
    "describe-all": "DESCRIBE ?s ?o { ?s ?p ?o . ?x ?y ?z }",
    "minus": f"SELECT * {{ {THREE} MINUS {{ ?a ?h ?f . ?z ?y ?x }} }}",
    "deep-braces": "SELECT * " + "{" * 5_000 + "}" * 5_000,
    "deep-brackets": "SELECT (" + "(" * 5_000 + "1" + ")" * 5_000 + " AS ?x) {}",
    "deep-not": "SELECT * { ?s ?p ?o FILTER(" + "!" * 50_000 + "true) }",
    "deep-path": "SELECT * { ?s " + "^" * 40_000 + "<urn:x> ?o }",
    "deep-union": "SELECT * {" + "{}UNION" * 20_000 + "{} }",
    "deep-list": "SELECT * { ?s ?p " + "(" * 3_000 + ")" * 3_000 + " }",
    "deep-behind-quotation": "ASK { FILTER('<'<'>'||" + "(" * 90_000 + "1" + ")" * 90_000 + ") }",
    "many-values": "SELECT * { VALUES ?x { " + "<urn:x> " * 90_000 + "} VALUES ?y { 1 } }",
    "open-string": "SELECT * { ?s ?p '''" + "\\" * 100_000,
    "nothing-but-colons": ":" * 200_000,
}
ALL = CALLS | FILES | WRITES | BOMBS
HEADERS: dict[str, tuple[Mapping[str, str], int]] = {
    "accept-long": ({"Accept": "a/b;q=" + "9" * 20_000}, 406),
    "accept-many": ({"Accept": ",".join(f"a/{n}" for n in range(9_000))}, 406),
    "accept-line": ({"Accept": "text/html\tx: <script>"}, 406),
    "host-script": ({"Host": '"><script>alert(1)</script>'}, 400),
    "host-foreign": ({"Host": "evil.example/\\x"}, 400),
    "forwarded": ({"X-Forwarded-Host": "evil.example", "X-Original-URL": "/etc/passwd"}, 200),
    "method-override": ({"X-HTTP-Method-Override": "DELETE"}, 200),
}


class Reply(Protocol):
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


class Server(Protocol):
    host: str
    port: int
    process: int

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: object = None
    ) -> Reply: ...
    def get(self, query: str, accept: str = "", **fields: str) -> Reply: ...
    def direct(self, query: bytes, kind: str = ..., path: str = "") -> Reply: ...


Launch = Callable[..., AbstractContextManager[Server]]


@dataclass
class Siege:
    """What was seen during the attacks."""

    server: Server
    folder: Path
    canary: str
    replies: dict[str, Reply] = field(default_factory=dict)
    calls_out: int = 0
    calm: list[float] = field(default_factory=list)
    idle: float = 0.0
    meanwhile: list[float] = field(default_factory=list)
    idle_memory: int = 0
    highest_memory: int = 0
    before: str = ""
    after: str = ""


@pytest.fixture(scope="module")
def siege(
    five_folder: Path, tmp_path_factory: pytest.TempPathFactory, launch: Launch
) -> Iterator[Siege]:
    file = tmp_path_factory.mktemp("files") / "secret.nt"
    file.write_text(f'<urn:a> <urn:b> "{CANARY}" .\n')
    options = ("--seconds", str(SECONDS), "--memory", str(MEMORY_MIB), "--rows", "5000")
    with _Trap() as trap, launch(five_folder, *options) as server:
        seen = Siege(server, five_folder, file.as_uri())
        seen.before = _digest(five_folder)
        seen.calm, seen.idle = _calm(server)
        seen.idle_memory = _highest_memory(server)
        _attack(seen, f"http://127.0.0.1:{trap.port}/")
        seen.after = _digest(five_folder)
        seen.calls_out = trap.count
        yield seen


class _Trap:
    """A listener that counts who calls."""

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.count = 0
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                self._socket.accept()[0].close()
                self.count += 1

    def __exit__(self, *_: object) -> None:
        self._socket.close()


def _attack(seen: Siege, trap: str) -> None:
    over = threading.Event()
    watchers = [
        threading.Thread(target=work, args=(seen, over)) for work in (_ask_meanwhile, _watch_memory)
    ]
    for watcher in watchers:
        watcher.start()

    def one(item: tuple[str, str]) -> tuple[str, Reply]:
        text = item[1].replace("TRAP", trap).replace("FILE", seen.canary)
        return item[0], seen.server.direct(text.encode())

    with ThreadPoolExecutor(4) as pool:
        seen.replies = dict(pool.map(one, ALL.items()))
    over.set()
    for watcher in watchers:
        watcher.join()


def _timed_ordinary(server: Server) -> float:
    reply = server.direct(ORDINARY.encode())
    assert reply.status == 200, reply.body
    return reply.seconds


PROBE = """
import http.client, sys, time
host, port, seconds, body = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
end = time.monotonic() + seconds
while time.monotonic() < end:
    begin = time.perf_counter()
    line = http.client.HTTPConnection(host, port, timeout=10)
    line.request("POST", "/sparql", body, {"Content-Type": "application/sparql-query"})
    answer = line.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
    print(time.perf_counter() - begin, flush=True)
    line.close()
    time.sleep(0.02)
"""


def _probed(server: Server, seconds: float) -> list[float]:
    """Times of ordinary queries, asked by a process that does nothing else."""
    told = (server.host, str(server.port), str(seconds), ORDINARY)
    command = [sys.executable, "-c", PROBE, *told]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(line) for line in ran.stdout.split()]


def _ask_meanwhile(seen: Siege, over: threading.Event) -> None:
    while not over.is_set():
        seen.meanwhile += _probed(seen.server, 1.0)


def _watch_memory(seen: Siege, over: threading.Event) -> None:
    while not over.is_set():
        seen.highest_memory = max(seen.highest_memory, _highest_memory(seen.server))
        time.sleep(0.02)


def _highest_memory(server: Server) -> int:
    """The most that one process of the server has in use, in bytes."""
    return max(map(_private, _descendants(server.process)), default=0)


def _descendants(process: int) -> list[int]:
    found = [process]
    for parent in found:
        with suppress(OSError):
            found += map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split())
    return found[1:]


def _private(process: int) -> int:
    """The memory a process has to itself; pages of mapped files are everybody's."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    held = re.search(r"^RssAnon:\s+(\d+) kB$", status, re.MULTILINE)
    return int(held[1]) << 10 if held else 0


def _digest(folder: Path) -> str:
    """All bytes of the store and the names of its files."""
    hasher = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            hasher.update(str(path).encode() + path.read_bytes())
    return hasher.hexdigest()


def test_there_are_attacks_enough() -> None:
    assert len(ALL) + len(HEADERS) >= 50


def test_nobody_was_called(siege: Siege) -> None:
    assert siege.calls_out == 0


@pytest.mark.parametrize("name", ALL)
def test_every_attack_ends_in_time_and_shows_no_file(siege: Siege, name: str) -> None:
    reply = siege.replies[name]
    assert reply.seconds < SECONDS + 1
    assert CANARY.encode() not in reply.body
    assert b"root:" not in reply.body
    assert reply.status in {200, 400, 403, 503}
    if reply.status == 503:
        assert reply.headers.get("zjkg-cut") or reply.headers.get("retry-after")


@pytest.mark.parametrize("name", [name for name in CALLS if name.startswith("service")])
def test_calls_are_refused_by_name(siege: Siege, name: str) -> None:
    assert siege.replies[name].status == 403
    assert b"SERVICE" in siege.replies[name].body


@pytest.mark.parametrize("name", FILES)
def test_files_are_refused_by_name(siege: Siege, name: str) -> None:
    assert siege.replies[name].status == 403
    assert b"file" in siege.replies[name].body


@pytest.mark.parametrize("name", WRITES)
def test_updates_are_no_queries(siege: Siege, name: str) -> None:
    assert siege.replies[name].status == 400


def test_graphs_named_beside_the_query_are_no_files_either(siege: Siege) -> None:
    fields = {"default-graph-uri": siege.canary}
    assert siege.server.get("SELECT * { ?s ?p ?o }", **fields).status == 403


def test_the_store_is_unchanged(siege: Siege) -> None:
    assert siege.before == siege.after


def test_memory_stays_under_the_cap(siege: Siege) -> None:
    """No process takes more than its share beside what it holds when idle."""
    difference_of_idle_workers = 4 << 20
    assert siege.idle_memory > 0
    share = siege.highest_memory - siege.idle_memory
    assert MEMORY_MIB << 18 < share < (MEMORY_MIB << 20) + difference_of_idle_workers


def test_ordinary_queries_stay_fast(siege: Siege) -> None:
    """The 95th percentile is less than doubled, over all sieges together.

    In one siege it is the tenth longest of some two hundred times: what else the machine does in a
    quarter of a second decides it. So where one is not enough, more are added to it. Where the
    machine is busy before anybody attacks, its other work is what is measured; then the percentile
    is held under a bound of its own.
    """
    assert len(siege.meanwhile) > 60
    sieges = [siege]
    while not _are_bearable(sieges) and len(sieges) < SIEGES:
        again = Siege(siege.server, siege.folder, siege.canary)
        again.calm, again.idle = _calm(again.server)
        _attack(again, "http://127.0.0.1:1/")
        sieges.append(again)
    told = [(_percentile(each.calm), _percentile(each.meanwhile), each.idle) for each in sieges]
    assert _are_bearable(sieges), told


def _are_bearable(sieges: Sequence[Siege]) -> bool:
    calm = _percentile([time for siege in sieges for time in siege.calm])
    meanwhile = _percentile([time for siege in sieges for time in siege.meanwhile])
    bound = MOST_SLOWED * calm
    is_idle = min(siege.idle for siege in sieges) > IDLE
    return meanwhile < (bound if is_idle else max(bound, LONGEST_ON_BUSY))


def _percentile(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def _calm(server: Server) -> tuple[list[float], float]:
    """Times of ordinary queries while nobody attacks, and how idle the processors are then."""
    before = _processors()
    times = _probed(server, 3.0)
    passed = [after - at for at, after in zip(before, _processors(), strict=True)]
    return times, passed[IDLE_COLUMN] / max(sum(passed), 1)


def _processors() -> list[int]:
    """Ticks of all processors since the start, by what they did."""
    return [int(count) for count in Path("/proc/stat").read_text().split("\n")[0].split()[1:]]


@pytest.mark.parametrize("name", ["cross-filter", "cross-count", "service-values", "load"])
def test_advice_ends_in_time_and_calls_nobody(siege: Siege, name: str) -> None:
    text = quote(ALL[name].replace("TRAP", "http://127.0.0.1:1/"))
    reply = siege.server.request("GET", f"/sparql/advice?query={text}")
    assert reply.seconds < SECONDS + 1
    assert reply.status in {400, 403, 503}


@pytest.mark.parametrize("name", HEADERS)
def test_headers_do_no_harm(siege: Siege, name: str) -> None:
    headers, status = HEADERS[name]
    reply = siege.server.request("GET", "/sparql", None, headers)
    assert reply.status == status
    assert b"<script>" not in reply.body
    assert b"evil" not in reply.body


def test_a_header_without_end_is_refused(siege: Siege) -> None:
    address = (siege.server.host, siege.server.port)
    # The server may hang up before all is sent.
    with socket.create_connection(address, timeout=5) as line, suppress(ConnectionError):
        line.sendall(b"GET /sparql HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 200_000)
        assert line.recv(100).startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 431 "))
    assert siege.server.get("ASK {}").status == 200


def test_scripts_in_answers_are_data(siege: Siege) -> None:
    script = "<script>alert(1)</script>"
    for accept in ("text/html, */*", "application/sparql-results+xml", "text/csv"):
        reply = siege.server.get(f"SELECT ('{script}' AS ?x) {{}}", accept)
        assert "html" not in reply.headers["content-type"]
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in reply.headers["content-security-policy"]
    bad = siege.server.get(script)
    assert bad.headers["content-type"].startswith("text/plain")
    path = f"/{quote(script)}"
    assert siege.server.request("GET", path).headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "head",
    [
        POST + b"Content-Length: 5\r\nContent-Length: 50\r\n\r\nASK{}",
        POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked, x\r\n\r\nASK{}",
        b"GET /sparql HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /sparql\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 40 + b"\r\n\r\n",
    ],
)
def test_malformed_requests_are_refused(siege: Siege, head: bytes) -> None:
    with socket.create_connection((siege.server.host, siege.server.port), timeout=5) as line:
        line.sendall(head)
        assert line.recv(100).startswith(b"HTTP/1.1 400 ")


def test_a_slow_body_keeps_nobody_waiting_and_is_closed(siege: Siege) -> None:
    lines = [
        socket.create_connection((siege.server.host, siege.server.port), timeout=20)
        for _ in range(30)
    ]
    for line in lines:
        line.sendall(POST + b"Content-Length: 1000\r\n\r\nASK")
    assert _timed_ordinary(siege.server) < SECONDS
    assert lines[0].recv(100).startswith(b"HTTP/1.1 408 ")
    for line in lines:
        line.close()


def test_afterwards_all_is_well(siege: Siege) -> None:
    assert siege.server.get("ASK { ?s a zj:Claim }", "text/csv").body.strip() == b"true"
