"""How the server is started: its transports, and what it says where something is missing."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import anyio
import pytest
from mcp.client.client import Client
from mcp_types import CallToolResult

from zjkg.agents.sources import EndpointSource
from zjkg.agents.toolbox import Toolbox
from zjkg.server import Limits

Paged = tuple[tuple[str, dict[str, Any], tuple[str, ...]], ...]
# Over HTTP these take a request for each of many figures or sentences.
OF_MANY_REQUESTS: tuple[dict[str, Any], ...] = (
    {"thing": "创新"},
    {"things": ["张江", "浦东"]},
)
MISSING = "import sys; sys.modules['mcp'] = None; from zjkg.cli import main; main(sys.argv[1:])"
HEAVY = """
import sys
from zjkg.cli import main
try:
    main(["--help"])
except SystemExit:
    print(sorted({"mcp", "mcp_types", "pydantic", "pyoxigraph", "zjkg.agents"} & set(sys.modules)))
"""


@contextmanager
def running(*command: str) -> Iterator[str]:
    """The address that a command tells on its first line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "zjkg", *command],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "ZJKG_LANG": "en"},
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().partition(": ")[2].strip()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        process.stdout.close()


def zjkg(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "ZJKG_LANG": "en"},
    )


def test_without_the_extra_it_says_how_to_install_it(five_folder: Path) -> None:
    ended = zjkg(MISSING, "mcp", "--store", str(five_folder))
    assert ended.returncode == 1
    assert "pip install 'zjkg[mcp]'" in ended.stderr
    assert "Traceback" not in ended.stderr
    chinese = zjkg(MISSING, "mcp", "--store", str(five_folder), "--lang", "zh")
    assert "未安装" in chinese.stderr


def test_help_loads_nothing_of_it() -> None:
    assert zjkg(HEAVY).stdout.splitlines()[-1] == "[]"


def test_without_a_store_it_says_so(tmp_path: Path) -> None:
    ended = zjkg("from zjkg.cli import main; main()", "mcp", "--store", str(tmp_path / "none"))
    assert ended.returncode == 1
    assert "there is no store here yet" in ended.stderr


def test_it_ends_when_its_client_closes(five_folder: Path) -> None:
    ended = zjkg("from zjkg.cli import main; main()", "mcp", "--store", str(five_folder))
    assert ended.returncode == 0
    assert ended.stdout == ended.stderr == ""


def test_lines_that_are_no_messages_do_not_end_it(five_folder: Path) -> None:
    asked = {
        "jsonrpc": "2.0",
        "id": 7,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
    lines = ["nonsense", "{", "[" * 5_000, '{"jsonrpc": "2.0"}', json.dumps(asked)]
    with subprocess.Popen(
        [sys.executable, "-m", "zjkg", "mcp", "--store", str(five_folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n".join(lines) + "\n")
        process.stdin.flush()
        for line in process.stdout:
            answer = json.loads(line)
            if answer.get("id") == 7:
                break
        process.stdin.close()
        process.wait(timeout=20)
    assert answer["result"]["serverInfo"]["name"] == "zjkg"


def test_another_hash_seed_gives_the_same_answers(
    connect: Callable[..., AbstractContextManager[Any]], five_folder: Path, paged: Paged
) -> None:
    found = []
    for seed in ("1", "2"):
        with connect(("--store", str(five_folder)), {"PYTHONHASHSEED": seed}) as opened:
            found.append(
                [
                    opened.result(tool, **arguments, limit=5).model_dump_json()
                    for tool, arguments, _ in paged
                ]
            )
    assert found[0] == found[1]


def test_http_answers_this_machine_and_no_page_of_another(five_folder: Path) -> None:
    with running("mcp", "--store", str(five_folder), "--port", "0") as address:
        url = urlsplit(address)
        assert url.hostname == "127.0.0.1"
        assert url.port

        async def ask() -> CallToolResult:
            async with Client(address) as client:
                return await client.call_tool("conflicts", {"limit": 2})

        content = anyio.run(ask).structured_content
        assert len(content["conflicts"]) == 2
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"})
        own = f"127.0.0.1:{url.port}"
        for headers, status in (
            ({"Host": own}, 200),
            ({"Host": own, "Origin": f"http://{own}"}, 200),
            ({"Host": "evil.example"}, 421),
            ({"Host": f"evil.example:{url.port}"}, 421),
            ({"Host": f"127.0.0.1.evil.example:{url.port}"}, 421),
            ({"Host": own, "Origin": "https://evil.example"}, 403),
            ({"Host": own, "Origin": "null"}, 403),
        ):
            assert posted(url.port, body, headers) == status, headers
        assert posted(url.port, " " * (2 << 20), {"Host": own}) == 413


def posted(port: int, body: str, headers: dict[str, str]) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    kinds = {
        "Content-Type": "application/json",
        "Accept": "application/json, text/event-stream",
    }
    connection.request("POST", "/mcp", body.encode(), {**kinds, **headers})
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.fixture(scope="module")
def endpoint(five_folder: Path) -> Iterator[str]:
    """A SPARQL server with the same graph."""
    with running("serve", "--store", str(five_folder), "--port", "0", "--seconds", "60") as address:
        yield address


def test_a_server_gives_what_the_folder_gives(
    endpoint: str, toolbox: Toolbox, paged: Paged, items_of: Callable[..., list[Any]]
) -> None:
    remote = Toolbox(EndpointSource(endpoint, Limits(seconds=60, rows=10_000)), 1_000_000, "en")
    for tool, arguments, paths in paged:
        if arguments in OF_MANY_REQUESTS:
            continue
        asked = {**arguments, "limit": 2}
        there, here = (box.answer(tool, asked) for box in (remote, toolbox))
        assert not there.failed, there.text
        assert items_of(there.content, paths) == items_of(here.content, paths)
        assert there.content["page"]["total"] == here.content["page"]["total"]


def test_a_server_is_guarded_too(endpoint: str) -> None:
    remote = Toolbox(EndpointSource(endpoint, Limits(seconds=20, rows=10)), 20_000, "en")
    for query in (
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "DROP ALL",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    ):
        assert remote.answer("sparql", {"query": query}).failed
    cut = remote.answer("sparql", {"query": "SELECT * { ?s a zj:Claim }"}).content
    assert cut["limited"] == "rows"
    assert cut["page"]["total"] == 10


def test_a_server_that_is_not_there_is_told() -> None:
    ended = zjkg("from zjkg.cli import main; main()", "mcp", "--endpoint", "http://127.0.0.1:9/x")
    assert ended.returncode == 1
    assert "cannot be reached" in ended.stderr
