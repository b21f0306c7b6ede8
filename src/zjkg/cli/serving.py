"""The command that puts the store on the web."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from zjkg.cli.limits import memory_option, seconds_option
from zjkg.cli.shapes import Command, common, settings
from zjkg.errors import Bilingual, MessageLanguage

_MIB = 1 << 20
_PORT = 7878
_HIGHEST_PORT = 65_535


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The command, with help in the chosen language."""
    return [_serve(lang)]


def _serve(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Show the store in a browser and answer SPARQL over HTTP, read-only, every query bounded "
        "in time, memory and rows. Goes on during a build and shows its result without a restart.",
        "在浏览器中展示图库，并通过 HTTP 提供只读 SPARQL 查询，每个查询都有时间、内存和行数上限；"
        "构建期间照常服务，构建完成后无需重启即显示新内容。",
    )

    @click.command("serve", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.option(
        "--host",
        default="127.0.0.1",
        show_default=True,
        help=Bilingual("The address to listen at.", "监听地址。").pick(lang),
    )
    @click.option(
        "--port",
        type=click.IntRange(0, _HIGHEST_PORT),
        default=_PORT,
        show_default=True,
        help=Bilingual("The port; 0 takes any that is free.", "端口；0 表示任意空闲端口。").pick(
            lang
        ),
    )
    @seconds_option(lang, Bilingual("Time limit of a query.", "每个查询的时间上限（秒）。"))
    @memory_option(lang)
    @click.option(
        "--rows",
        type=click.IntRange(1),
        default=100_000,
        show_default=True,
        help=Bilingual("Most rows or triples of an answer.", "结果的行数或三元组数上限。").pick(
            lang
        ),
    )
    @common(lang)
    def serve(  # noqa: PLR0913, PLR0917  # one argument an option
        host: str, port: int, seconds: float, memory: int, rows: int, store: Path | None
    ) -> None:
        from zjkg.server import ENDPOINT, Limits
        from zjkg.server import serve as run

        limits = Limits(seconds=seconds, memory=memory * _MIB, rows=rows)

        def ready(address: str) -> None:
            said = Bilingual(f"SPARQL endpoint: {address}", f"SPARQL 端点：{address}")
            click.echo(said.pick(lang))
            pages = address.removesuffix(ENDPOINT)
            click.echo(Bilingual(f"Pages: {pages}/", f"页面：{pages}/").pick(lang))

        with suppress(KeyboardInterrupt):  # how one ends a server
            run(settings(store).store, limits, host, port, ready)

    return serve
