"""The HTTP server: one process that parses requests and leaves queries to the workers."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from zjkg.errors import Bilingual, SettingsError
from zjkg.server.allocation import give_back_large_pieces
from zjkg.server.app import ENDPOINT, application
from zjkg.server.limits import Limits
from zjkg.server.pool import Pool
from zjkg.store import GraphStore

_HEADER_SECONDS = 10
_HEADER_BYTES = 64 << 10
_MOST_CONNECTIONS = 256
_BACKLOG = 128


class _ImpatientProtocol(H11Protocol):
    """Closes a connection that does not bring its first request in time."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.loop.call_later(_HEADER_SECONDS, self._close_if_silent)

    def _close_if_silent(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


def serve(folder: Path, limits: Limits, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves the store until the process is interrupted.

    Args:
        folder: the store; a build may change it meanwhile.
        limits: what a query may take.
        host: the address to listen at.
        port: the port; 0 for any that is free.
        ready: is told the address of the endpoint when it answers.

    Raises:
        SettingsError: if the address cannot be used.
        StoreError: if there is no store.
    """
    give_back_large_pieces()
    GraphStore.open(folder).close()
    with listening(host, port) as listener:
        pool = Pool(folder.absolute(), limits)
        try:
            shown = f"[{host}]" if ":" in host else host
            ready(f"http://{shown}:{listener.getsockname()[1]}{ENDPOINT}")
            uvicorn.Server(_configuration(pool)).run(sockets=[listener])
        finally:
            pool.close()


def _configuration(pool: Pool) -> uvicorn.Config:
    return uvicorn.Config(
        application(pool),
        http=_ImpatientProtocol,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=_HEADER_BYTES,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
    )


def listening(host: str, port: int) -> socket.socket:
    """A socket that takes connections.

    Raises:
        SettingsError: if the address cannot be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise SettingsError(
            Bilingual(f"the address cannot be used: {error}", f"无法使用该地址：{error}"),
            where=f"{host}:{port}",
            expected=Bilingual("a free port of this machine", "本机的空闲端口"),
            next_step=Bilingual(
                "choose another --port; 0 takes any", "用 --port 另选端口；0 表示任意空闲端口"
            ),
        ) from error
    return listener
