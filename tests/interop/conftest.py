"""Real SPARQL servers, started for the tests on free ports and stopped afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from zjkg.errors import ZjkgError
from zjkg.settings import DEFAULT_BASE
from zjkg.store import GraphStore, RemoteGraph, UpdateWriter, load

SERVERS = Path(__file__).parents[2] / ".servers"
PATIENCE = 120.0  # seconds; a loaded machine starts Java slowly


Missing = Callable[[str, str], NoReturn]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it is queried, updated, and takes whole graphs."""

    name: str
    query: str
    update: str
    graph_store: str


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port: int = chosen.getsockname()[1]
        return port


@contextmanager
def running(
    command: list[str], folder: Path, url: str, environment: dict[str, str] | None = None
) -> Iterator[None]:
    """The server while it runs; it is up when it answers a query."""
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=output,
            stderr=output,
            env={**os.environ, **(environment or {})},
        )
        try:
            _wait(process, url, log)
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with closing(RemoteGraph.open_empty(url)) as remote:
                list(remote.named_graphs())
        except ZjkgError:
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"the server did not start: {log.read_text('utf-8', 'replace')[-2000:]}")


@contextmanager
def oxigraph(folder: Path, missing: Missing) -> Iterator[Server]:
    beside = Path(sys.executable).parent / "oxigraph"
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        missing("the oxigraph server", "pip install oxigraph")
    start = f"http://127.0.0.1:{(port := free_port())}"
    command = [program, "serve", "--location", "data", "--bind", f"127.0.0.1:{port}"]
    with running(command, folder, f"{start}/query"):
        yield Server("oxigraph", f"{start}/query", f"{start}/update", f"{start}/store")


@contextmanager
def fuseki(folder: Path, missing: Missing) -> Iterator[Server]:
    jar = max(SERVERS.glob("jena-fuseki-server-*.jar"), default=None)
    java = shutil.which("java")
    if java is None:
        missing("java", "install Java 17 or newer, such as Debian's default-jre-headless")
    if jar is None:
        missing("Apache Jena Fuseki", "run make servers")
    start = f"http://127.0.0.1:{(port := free_port())}/zjkg"
    command = [java, "-Xmx512m", "-jar", str(jar), "--localhost", "--port", str(port)]
    with running([*command, "--update", "--mem", "/zjkg"], folder, f"{start}/query"):
        yield Server("fuseki", f"{start}/query", f"{start}/update", f"{start}/data")


@contextmanager
def virtuoso(folder: Path, missing: Missing) -> Iterator[Server]:
    fetched = SERVERS / "virtuoso"
    own = fetched / "usr/bin/virtuoso-t"
    program = str(own) if own.exists() else shutil.which("virtuoso-t")
    if program is None:
        missing("Virtuoso", "run make servers, or install Debian's virtuoso-opensource-7")
    libraries = [fetched / part / "x86_64-linux-gnu" for part in ("usr/lib", "lib")]
    environment = {"LD_LIBRARY_PATH": os.pathsep.join(map(str, libraries))} if own.exists() else {}
    port = free_port()
    (folder / "virtuoso.ini").write_text(
        "[Database]\nDatabaseFile=v.db\nErrorLogFile=v.log\nLockFile=v.lck\n"
        "TransactionFile=v.trx\nxa_persistent_file=v.pxa\n"
        "[TempDatabase]\nDatabaseFile=t.db\nTransactionFile=t.trx\n"
        f"[Parameters]\nServerPort=127.0.0.1:{free_port()}\nNumberOfBuffers=4000\n"
        "CheckpointInterval=0\nDirsAllowed=.\n"
        f"[HTTPServer]\nServerPort=127.0.0.1:{port}\nServerThreads=8\n"
        "[SPARQL]\nResultSetMaxRows=1000000\n"
    )
    start, named = f"http://127.0.0.1:{port}", f"http://dba:dba@127.0.0.1:{port}"
    command = [program, "+configfile", "virtuoso.ini", "+foreground"]
    with running(command, folder, f"{start}/sparql", environment):
        yield Server(
            "virtuoso",
            f"{start}/sparql",
            f"{named}/sparql-auth",
            f"{named}/sparql-graph-crud-auth",
        )


STARTERS = {"oxigraph": oxigraph, "fuseki": fuseki, "virtuoso": virtuoso}


@pytest.fixture(scope="session", params=sorted(STARTERS))
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, missing: Missing
) -> Iterator[Server]:
    """An empty server."""
    with STARTERS[request.param](tmp_path_factory.mktemp(request.param), missing) as started:
        yield started


@pytest.fixture(scope="session")
def filled(server: Server, five_folder: Path) -> Server:
    """The server with the graph of the five articles."""
    with (
        GraphStore.open(five_folder) as local,
        closing(RemoteGraph.open_empty(server.query)) as remote,
        closing(UpdateWriter(server.update)) as writer,
    ):
        done = load(local.engine, remote, writer, DEFAULT_BASE)
        assert done.added == len(local.graphs())
        assert done.quads_in == len(local.engine)
    return server


@pytest.fixture(scope="session")
def started() -> Callable[..., AbstractContextManager[None]]:
    """Starts a further server."""
    return running


@pytest.fixture(scope="session")
def port() -> Callable[[], int]:
    """Free ports."""
    return free_port


@pytest.fixture(scope="session")
def starters(missing: Missing) -> Mapping[str, Callable[[Path], AbstractContextManager[Server]]]:
    """Starts a further server of each kind, empty."""
    return {name: partial(start, missing=missing) for name, start in STARTERS.items()}
