"""The parts that a build on a cluster writes are loaded as ``docs/spark.md`` says."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, closing
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import NamedNode, RdfFormat, serialize

from zjkg.store import GraphStore, RemoteGraph

if TYPE_CHECKING:
    from tests.interop.conftest import Server

SERVERS = Path(__file__).parents[2] / ".servers"
Missing = Callable[[str, str], NoReturn]
Starters = Mapping[str, Callable[[Path], AbstractContextManager["Server"]]]


@pytest.fixture(scope="session")
def parts(five_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The graph of the five articles in two files, line by line in turn."""
    with GraphStore.open(five_folder) as store:
        written = BytesIO()
        serialize(iter(store.engine), written, format=RdfFormat.N_QUADS)
    lines = written.getvalue().splitlines(keepends=True)
    folder = tmp_path_factory.mktemp("nquads")
    made = [folder / f"part-{number:05d}.nq.gz" for number in range(2)]
    for number, path in enumerate(made):
        path.write_bytes(gzip.compress(b"".join(lines[number::2])))
    return made


@pytest.fixture(scope="session")
def expected(five_folder: Path) -> dict[str, int]:
    """How many triples each graph has."""
    with GraphStore.open(five_folder) as store:
        return dict(Counter(quad.graph_name.value for quad in store.engine))


def test_oxigraph_loads_parts(parts: list[Path], tmp_path: Path, missing: Missing) -> None:
    program = Path(sys.executable).parent / "oxigraph"
    if not program.exists():
        missing("the oxigraph server", "pip install oxigraph")
    _run([str(program), "load", "--location", "data", "--file", *map(str, parts)], tmp_path)
    # The server's engine may be newer than the package's: it answers itself.
    written = tmp_path / "all.nq"
    _run([str(program), "dump", "--location", "data", "--file", str(written)], tmp_path)
    whole = b"".join(gzip.decompress(part.read_bytes()) for part in parts)
    assert sorted(written.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_jena_loads_parts(
    parts: list[Path],
    expected: dict[str, int],
    tmp_path: Path,
    missing: Missing,
    started: Callable[..., AbstractContextManager[None]],
    port: Callable[[], int],
) -> None:
    jar, java = max(SERVERS.glob("jena-fuseki-server-*.jar"), default=None), shutil.which("java")
    if jar is None or java is None:
        missing("Apache Jena Fuseki or Java", "install Java 17 and run make servers")
    first, second = map(str, parts)
    # One part by the loader, the other by HTTP to the running server.
    _run([java, "-cp", str(jar), "tdb2.tdbloader", "--loc", "data", first], tmp_path)
    url = f"http://127.0.0.1:{(at := port())}/zjkg"
    command = [java, "-Xmx512m", "-jar", str(jar), "--localhost", "--port", str(at)]
    command += ["--update", "--tdb2", "--loc", "data", "/zjkg"]
    with started(command, tmp_path, f"{url}/query"):
        asked = Request(  # noqa: S310 - our own server
            f"{url}/data",
            gzip.decompress(Path(second).read_bytes()),
            {"Content-Type": "application/n-quads"},
        )
        with urlopen(asked) as answer:  # noqa: S310 - our own server
            assert answer.status in {200, 201, 204}
        assert _held(f"{url}/query", expected) == expected


def test_virtuoso_loads_parts(
    parts: list[Path],
    expected: dict[str, int],
    tmp_path: Path,
    missing: Missing,
    starters: Starters,
) -> None:
    fetched = SERVERS / "virtuoso"
    own = fetched / "usr/bin/isql-vt"
    program = str(own) if own.exists() else shutil.which("isql-vt")
    if program is None:
        missing("Virtuoso's isql", "run make servers, or install Debian's virtuoso-opensource-7")
    with starters["virtuoso"](tmp_path) as server:
        (tmp_path / "nquads").mkdir()
        for part in parts:
            shutil.copy(part, tmp_path / "nquads")
        [at, *_] = re.findall(
            r"ServerPort=127.0.0.1:(\d+)", (tmp_path / "virtuoso.ini").read_text()
        )
        load = "ld_dir('nquads', '*.nq.gz', 'urn:none');\nrdf_loader_run();\ncheckpoint;\n"
        _run([program, f"127.0.0.1:{at}", "dba", "dba"], tmp_path, load)
        assert _held(server.query, expected) == expected


def _held(url: str, graphs: Iterable[str]) -> dict[str, int]:
    with closing(RemoteGraph.open_empty(url)) as remote:
        return {name: remote.count(NamedNode(name)) for name in graphs}


def _run(command: list[str], folder: Path, given: str | None = None) -> None:
    ran = subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
