"""A server over the five articles, and a real browser before it."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote, urlsplit

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zjkg.ids import TERMS
from zjkg.store import GraphStore, State

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

HOSTILE = '"><img src=x onerror=alert(1)>{{7*7}}'
AXE = Path(__file__).parents[2] / "src/zjkg/server/ui/node_modules/axe-core/axe.min.js"


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Site:
    """A running server and how it is asked."""

    host: str
    port: int

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def get(
        self, path: str, accept: str = "text/html", method: str = "GET", **headers: str
    ) -> Reply:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request(
                method, quote(path, safe="/%?=&#:+,"), headers={"Accept": accept, **headers}
            )
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, found, response.read())
        finally:
            connection.close()


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    command = [sys.executable, "-m", "zjkg", "serve", "--store", str(folder), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "ZJKG_LANG": "en"}
    )
    assert process.stdout is not None
    try:
        address = urlsplit(process.stdout.readline().partition(": ")[2].strip())
        assert address.hostname
        assert address.port
        yield Site(address.hostname, address.port)
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture(scope="session")
def site(five_folder: Path) -> Iterator[Site]:
    with served(five_folder) as running:
        yield running


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server over a store whose names try to be markup."""
    folder = tmp_path_factory.mktemp("hostile") / "store"
    graph = NamedNode("https://example.org/graph")
    thing = NamedNode("https://example.org/x")
    pairs: dict[str, NamedNode | Literal] = {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": NamedNode(f"{TERMS}Organization"),
        "http://www.w3.org/2000/01/rdf-schema#label": Literal(HOSTILE, language="en"),
        f"{TERMS}searchKey": Literal("img"),
    }
    with GraphStore.open(folder, write=True) as store:
        quads = [Quad(thing, NamedNode(name), value, graph) for name, value in pairs.items()]
        store.replace_graph(graph.value, quads)
        store.save_state(State(rules="done"))
    with served(folder) as running:
        yield running


@pytest.fixture(scope="session")
def axe(missing: Callable[[str, str], NoReturn]) -> str:
    """The accessibility checker, which comes with the packages of the pages."""
    if not AXE.exists():
        missing("axe-core", "python hatch_build.py installs it")
    return AXE.read_text("utf-8")


@dataclass(slots=True)
class Visit:
    """A reader's tab: what its console said and which hosts it called."""

    page: Page
    site: Site
    said: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.site.url + path)

    def path(self) -> str:
        return self.page.url.removeprefix(self.site.url)


@contextmanager
def visiting(browser: Browser, site: Site, width: int = 1280, lang: str = "en") -> Iterator[Visit]:
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 900}, locale=lang, reduced_motion="reduce"
    )
    page = context.new_page()
    visit = Visit(page, site)

    def hear(kind: str, text: str) -> None:
        if kind in {"error", "warning"} and "GL Driver Message" not in text:
            visit.said.append(f"{kind}: {text}")

    page.on("console", lambda message: hear(message.type, message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))

    def note(url: str) -> None:
        if not url.startswith((site.url, "data:", "blob:")):
            visit.foreign.append(url)

    page.on("request", lambda request: note(request.url))
    try:
        yield visit
        assert visit.said == []
        assert visit.foreign == []
    finally:
        context.close()


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    """An English reader at a desk; no error may show and no other host be called."""
    with visiting(browser, site) as visit:
        yield visit


@pytest.fixture(name="visiting")
def _visiting() -> Callable[..., AbstractContextManager[Visit]]:
    """Opens further tabs."""
    return visiting
