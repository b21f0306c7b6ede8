"""The command that gives the graph to agents."""

from __future__ import annotations

from pathlib import Path

import click

from zjkg.cli.limits import memory_option, seconds_option
from zjkg.cli.opening import readable
from zjkg.cli.shapes import Command, common, settings
from zjkg.errors import Bilingual, MessageLanguage

_MIB = 1 << 20
_CHARACTERS = 20_000
_HIGHEST_PORT = 65_535


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The command, with help in the chosen language."""
    return [_mcp(lang)]


def _mcp(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Give the graph to agents over the Model Context Protocol, on standard input and output: "
        "search, evidence, figures side by side, contradictions, the query library and guarded "
        "SPARQL, every fact with its claim, sentence and article.",
        "通过 Model Context Protocol（标准输入输出）把图谱提供给智能体：检索、证据、数值并列、"
        "矛盾、"
        "查询库和受限的 SPARQL，每个事实都附陈述、原句和文章。",
    )

    @click.command("mcp", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.option(
        "--port",
        type=click.IntRange(0, _HIGHEST_PORT),
        help=Bilingual(
            "Serve streamable HTTP at this port of 127.0.0.1 instead; 0 takes any that is free.",
            "改为在 127.0.0.1 的该端口提供 streamable HTTP；0 表示任意空闲端口。",
        ).pick(lang),
    )
    @seconds_option(lang, Bilingual("Time limit of a call.", "每次调用的时间上限（秒）。"))
    @memory_option(lang)
    @click.option(
        "--rows",
        type=click.IntRange(1),
        default=10_000,
        show_default=True,
        help=Bilingual("Most rows of a query.", "每个查询的行数上限。").pick(lang),
    )
    @click.option(
        "--characters",
        type=click.IntRange(1_000, 1_000_000),
        default=_CHARACTERS,
        show_default=True,
        help=Bilingual(
            "Most characters of an answer; the rest follows on demand.",
            "一次回答的字符数上限，其余可继续取回。",
        ).pick(lang),
    )
    @readable(lang)
    @common(lang)
    def mcp(  # noqa: PLR0913, PLR0917  # one argument an option
        port: int | None,
        seconds: float,
        memory: int,
        rows: int,
        characters: int,
        endpoint: str | None,
        store: Path | None,
    ) -> None:
        from zjkg.agents import serve_agents

        def ready(address: str) -> None:
            click.echo(Bilingual(f"MCP server: {address}", f"MCP 服务：{address}").pick(lang))

        serve_agents(
            endpoint or settings(store).store,
            seconds=seconds,
            memory=memory * _MIB,
            rows=rows,
            characters=characters,
            port=port,
            lang=lang,
            ready=ready,
        )

    return mcp
