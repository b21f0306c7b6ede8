"""Real servers in processes of their own, asked over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zjkg.store import GraphStore, State

GRAPHS = "https://example.org/graph/"
SAYS = NamedNode("https://example.org/says")


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def json(self) -> Any:  # noqa: ANN401  # what JSON holds
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Server:
    """The address of a running server and its process."""

    host: str
    port: int
    process: int

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        begin = time.perf_counter()
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, found, content, time.perf_counter() - begin)

    def get(self, query: str, accept: str = "", **fields: str | list[str]) -> Reply:
        path = "/sparql?" + urlencode({"query": query, **fields}, doseq=True)
        return self.request("GET", path, headers={"Accept": accept} if accept else {})

    def form(self, query: str, **fields: str | list[str]) -> Reply:
        return self.request(
            "POST",
            "/sparql",
            urlencode({"query": query, **fields}, doseq=True).encode(),
            {"Content-Type": "application/x-www-form-urlencoded"},
        )

    def direct(self, query: bytes, kind: str = "application/sparql-query", path: str = "") -> Reply:
        return self.request("POST", f"/sparql{path}", query, {"Content-Type": kind})


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    """A server over the store, ended with the block."""
    command = [sys.executable, "-m", "zjkg", "serve", "--store", str(folder), "--port", "0"]
    process = subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "ZJKG_LANG": "en"},
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        address = urlsplit(said.partition(": ")[2].strip())
        assert address.hostname, said
        assert address.port, said
        yield Server(address.hostname, address.port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


def write_graph(folder: Path, name: str, *words: str, finished: bool = True) -> None:
    """Makes a graph of the store hold these words, as a build that has ended or not."""
    graph = NamedNode(GRAPHS + name)
    with GraphStore.open(folder, write=True) as store:
        store.begin()
        quads = [
            Quad(NamedNode(f"{GRAPHS}{name}#{n}"), SAYS, Literal(word), graph)
            for n, word in enumerate(words)
        ]
        store.replace_graph(graph.value, quads)
        if finished:
            store.save_state(State(rules="done"))


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of three graphs."""
    folder = tmp_path_factory.mktemp("small") / "store"
    write_graph(folder, "one", "药", '<script>alert("1")</script>')
    write_graph(folder, "two", "b", 'tab\tquote" comma, & < line\nfeed')
    write_graph(folder, "three", *(f"word {n}" for n in range(30)))
    return folder


@pytest.fixture(scope="session")
def small(small_folder: Path) -> Iterator[Server]:
    """A server whose answers end after 20 rows."""
    with serving(small_folder, "--rows", "20", "--seconds", "5") as server:
        yield server


@pytest.fixture(scope="session")
def launch() -> Callable[..., AbstractContextManager[Server]]:
    """Starts further servers."""
    return serving


@pytest.fixture
def written() -> Callable[..., None]:
    """Writes a graph into a store."""
    return write_graph
