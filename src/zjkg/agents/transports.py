"""How a client reaches the tools: standard input and output, or HTTP on this machine only."""

from __future__ import annotations

from collections.abc import Callable

import anyio
import uvicorn
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings

from zjkg.agents.protocol import protocol_server
from zjkg.agents.toolbox import Toolbox
from zjkg.server.http import listening

LOOPBACK = "127.0.0.1"
PATH = "/mcp"
_LARGEST_BODY = 1 << 20
_MOST_CONNECTIONS = 64


def serve_stdio(toolbox: Toolbox) -> None:
    """Serves one client on standard input and output until it closes them."""
    anyio.run(_stdio, toolbox)


async def _stdio(toolbox: Toolbox) -> None:
    server = protocol_server(toolbox)
    # Inside, standard input is empty and standard output is standard error, for workers as well.
    async with stdio_server() as (incoming, outgoing):
        try:
            await server.run(incoming, outgoing, server.create_initialization_options())
        finally:
            toolbox.source.close()


def serve_http(toolbox: Toolbox, port: int, ready: Callable[[str], None]) -> None:
    """Serves clients on this machine over streamable HTTP until the process is interrupted.

    Every request stands alone. Requests whose ``Host`` or ``Origin`` is another machine's are
    refused, so that no web page can reach the tools.

    Raises:
        SettingsError: if the port cannot be used.
    """
    with listening(LOOPBACK, port) as listener:
        chosen = listener.getsockname()[1]
        hosts = [f"{name}:{chosen}" for name in (LOOPBACK, "localhost")]
        app = protocol_server(toolbox).streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            max_request_body_size=_LARGEST_BODY,
            transport_security=TransportSecuritySettings(
                allowed_hosts=hosts, allowed_origins=[f"http://{host}" for host in hosts]
            ),
        )
        configuration = uvicorn.Config(
            app,
            ws="none",
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
        )
        try:
            ready(f"http://{LOOPBACK}:{chosen}{PATH}")
            uvicorn.Server(configuration).run(sockets=[listener])
        finally:
            toolbox.source.close()
