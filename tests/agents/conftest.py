"""Agents of the store of the five articles: over standard input and output, and in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp_types import CallToolResult, TextContent
from pyoxigraph import Literal, NamedNode

from zjkg.agents.sources import FolderSource
from zjkg.agents.toolbox import Toolbox
from zjkg.query.reader import GraphReader
from zjkg.server import Limits
from zjkg.store import GraphStore

Content = dict[str, Any]
# What every tool that pages is asked, and where its items stand.
PAGED: tuple[tuple[str, Content, tuple[str, ...]], ...] = (
    ("search", {"words": "张江"}, ("entities", "sentences")),
    ("entity", {"thing": "石谦"}, ("facts",)),
    ("evidence", {"thing": "461亿元"}, ("pieces",)),
    ("evidence", {"thing": "创新"}, ("pieces",)),
    ("compare", {"things": ["张江", "浦东"]}, ("groups.figures",)),
    ("compare", {"measure": "licence-out"}, ("groups.figures",)),
    ("conflicts", {}, ("conflicts",)),
    ("questions", {}, ("questions",)),
    ("ask", {"question": "metrics"}, ("rows",)),
    ("ask", {"question": "quantities-of", "parameters": {"name": "張江"}}, ("rows",)),
    ("sparql", {"query": "SELECT ?claim ?rule { ?claim zj:rule ?rule }"}, ("rows",)),
    ("sparql", {"query": "CONSTRUCT { ?s zj:post ?o } WHERE { ?s zj:post ?o }"}, ("rows",)),
)


def items(content: Content, paths: tuple[str, ...]) -> list[Any]:
    """The items of an answer, those of groups with the number of their group."""
    found: list[Any] = []
    for path in paths:
        outer, _, inner = path.partition(".")
        for each in content[outer]:
            found += [(each["number"], item) for item in each[inner]] if inner else [each]
    return found


@dataclass(frozen=True, slots=True)
class Agent:
    """A client in a session with a server."""

    portal: BlockingPortal
    client: Client

    def result(self, tool: str, **arguments: object) -> CallToolResult:
        """What the server sends back; the client has checked it against the schema."""
        return self.portal.call(partial(self.client.call_tool, tool, arguments))

    def call(self, tool: str, **arguments: object) -> Content:
        """The content of an answer."""
        result = self.result(tool, **arguments)
        assert not result.is_error, text(result)
        content: Content = result.structured_content
        return content

    def asked(self, method: str, *arguments: object) -> Any:  # noqa: ANN401  # one of many
        """What another method of the client gives."""
        return self.portal.call(getattr(self.client, method), *arguments)

    def error(self, tool: str, **arguments: object) -> Content:
        """The problem of a call that fails, in its one shape."""
        result = self.result(tool, **arguments)
        assert result.is_error, result.structured_content
        problem: Content = result.structured_content["error"]
        assert set(problem) == {"what", "where", "expected", "next_step"}
        assert problem["what"]["en"]
        assert problem["what"]["zh"]
        assert "Traceback" not in text(result)
        return problem


def text(result: CallToolResult) -> str:
    [block] = result.content
    assert isinstance(block, TextContent)
    return block.text


@contextmanager
def session(
    arguments: tuple[str, ...],
    environment: Mapping[str, str] | None = None,
    mode: str = "auto",
) -> Iterator[Agent]:
    """A session with ``zjkg mcp`` in a process of its own."""
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "zjkg", "mcp", *arguments],
        env={**os.environ, "ZJKG_LANG": "en", **(environment or {})},
    )
    client = Client(stdio_client(server), mode=mode)
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(client):
        yield Agent(portal, client)


@pytest.fixture(scope="session")
def connect() -> Callable[..., AbstractContextManager[Agent]]:
    """Opens further sessions."""
    return session


@pytest.fixture(scope="session")
def agent(five_folder: Path) -> Iterator[Agent]:
    """A session over the five articles."""
    with session(("--store", str(five_folder))) as opened:
        yield opened


@pytest.fixture(scope="session")
def toolbox(five_folder: Path) -> Iterator[Toolbox]:
    """The tools over the five articles, without a client."""
    source = FolderSource(five_folder, Limits(seconds=20, rows=10_000, quick=2))
    yield Toolbox(source, 1_000_000, "en")
    source.close()


@pytest.fixture(scope="session")
def paged() -> tuple[tuple[str, Content, tuple[str, ...]], ...]:
    return PAGED


@pytest.fixture(scope="session")
def items_of() -> Callable[[Content, tuple[str, ...]], list[Any]]:
    return items


@pytest.fixture(scope="session")
def text_of() -> Callable[[CallToolResult], str]:
    return text


@pytest.fixture
def is_grounded(five: GraphStore) -> Callable[[Content], None]:
    """Checks that a sentence stands where a fact says, and that its claim rests on it."""
    reader = GraphReader(five.engine)

    def check(said: Content) -> None:
        source = said["article"]["source"] if "article" in said else said["source"]
        quads = five.engine.quads_for_pattern(
            None, NamedNode("https://zjkg.example/ontology#source"), Literal(source), None
        )
        texts = [
            text for quad in quads for text in reader.values(str(quad.subject)[1:-1], "zj:text")
        ]
        assert texts, source
        assert texts[0][said["start"] : said["end"]] == said["sentence"]
        if said["claim"] is not None:
            assert reader.graph_of(said["claim"], "zj:Claim"), said["claim"]

    return check
