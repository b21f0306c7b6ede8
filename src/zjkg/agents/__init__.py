"""The graph for agents: tools over the Model Context Protocol, each fact with its sentence.

Needs the extra ``zjkg[mcp]``. This module imports nothing of it, so that its absence can be told.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zjkg.errors import Bilingual, MessageLanguage, SettingsError


def serve_agents(  # noqa: PLR0913  # one for each option
    place: Path | str,
    *,
    seconds: float,
    memory: int,
    rows: int,
    characters: int,
    port: int | None,
    lang: MessageLanguage,
    ready: Callable[[str], None],
) -> None:
    """Serves the tools until the client, or the user, ends it.

    Args:
        place: the folder of a store, or the URL of a SPARQL 1.1 server.
        seconds: the time of a query.
        memory: the bytes that a query may take beside the store.
        rows: most rows of a query.
        characters: most characters of an answer.
        port: of HTTP on this machine; None for standard input and output.
        lang: the language of descriptions and, unless a call names another, of answers.
        ready: is told the address when HTTP answers.

    Raises:
        SettingsError: if the extra is missing or the port cannot be used.
        StoreError: if there is nothing to read.
    """
    try:
        from zjkg.agents import transports
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"mcp", "mcp_types"}:
            raise
        raise _not_installed() from error
    from zjkg.agents.sources import EndpointSource, FolderSource
    from zjkg.agents.toolbox import Toolbox
    from zjkg.agents.working import answer_call
    from zjkg.server import Limits

    limits = Limits(
        seconds=seconds, memory=memory, rows=rows, answer=4 << 20, quick=2, slow=2, waiting=4
    )
    source = (
        EndpointSource(place, limits)
        if isinstance(place, str)
        else FolderSource(place, limits, answer_call)
    )
    toolbox = Toolbox(source, characters, lang)
    if port is None:
        transports.serve_stdio(toolbox)
    else:
        transports.serve_http(toolbox, port, ready)


def _not_installed() -> SettingsError:
    return SettingsError(
        Bilingual("the library for agents is not installed", "未安装供智能体使用的库"),
        where="mcp",
        expected=Bilingual("zjkg with its extra mcp", "带有附加组件 mcp 的 zjkg"),
        next_step=Bilingual(
            "run: pip install 'zjkg[mcp]'   (in a checkout: make install)",
            "请运行：pip install 'zjkg[mcp]'（源码目录中：make install）",
        ),
    )


__all__ = ["serve_agents"]
