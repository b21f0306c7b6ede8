"""What a command reads: a store folder, or a SPARQL server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from zjkg.cli.shapes import Decorator, settings
from zjkg.errors import Bilingual, MessageLanguage

if TYPE_CHECKING:
    from pyoxigraph import Store


def readable(lang: MessageLanguage) -> Decorator:
    """The option of every command that can read a server instead of a store folder."""
    return click.option(
        "--endpoint",
        metavar="URL",
        help=Bilingual(
            "Read a SPARQL 1.1 server that zjkg load has filled, instead of a store.",
            "读取由 zjkg load 写入数据的 SPARQL 1.1 服务器，而不读图库。",
        ).pick(lang),
    )


@contextmanager
def opened(store: Path | None, endpoint: str | None) -> Iterator[Store]:
    """The engine to ask: that of the store folder, or the server at the endpoint."""
    if endpoint is None:
        from zjkg.store import GraphStore

        with GraphStore.open(settings(store).store) as local:
            yield local.searchable
        return
    from zjkg.store import RemoteGraph

    remote = RemoteGraph.open(endpoint)
    try:
        # The steps read a server through the same few methods as the embedded engine.
        yield cast("Store", remote)
    finally:
        remote.close()
