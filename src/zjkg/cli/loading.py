"""The command that fills a SPARQL server: load."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zjkg.cli.shapes import Command, common, settings
from zjkg.errors import Bilingual, MessageLanguage

if TYPE_CHECKING:
    from zjkg.store import Loaded


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The command, with help in the chosen language."""
    return [_load(lang)]


def _load(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Make a SPARQL 1.1 server hold the graphs of the store, graph by graph; only what differs "
        "is written. Graphs that are not zjkg's are left alone.",
        "使 SPARQL 1.1 服务器逐图保持与图库一致；只写入有差异的部分，不触碰其他来源的图。",
    )

    @click.command("load", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.option(
        "--endpoint",
        required=True,
        metavar="URL",
        help=Bilingual(
            "Where the server is queried, such as http://localhost:7878/query; "
            "https://USER:PASSWORD@… names a user.",
            "服务器的查询地址，例如 http://localhost:7878/query；"
            "需要登录时写作 https://用户:密码@…。",
        ).pick(lang),
    )
    @click.option(
        "--update",
        metavar="URL",
        help=Bilingual(
            "Where it takes SPARQL updates (default: …/update beside …/query, else the endpoint).",
            "接受 SPARQL 更新的地址（默认：与 …/query 同级的 …/update，否则为查询地址）。",
        ).pick(lang),
    )
    @click.option(
        "--graph-store",
        metavar="URL",
        help=Bilingual(
            "Write by the Graph Store Protocol at this address instead: each graph at once.",
            "改用图存储协议（Graph Store Protocol）写入该地址：每个图一次写完。",
        ).pick(lang),
    )
    @common(lang)
    def load(
        endpoint: str, update: str | None, graph_store: str | None, store: Path | None
    ) -> None:
        from zjkg import store as stores

        if update and graph_store:
            raise click.UsageError(
                Bilingual(
                    "--update and --graph-store exclude each other",
                    "--update 与 --graph-store 只能给出一个",
                ).pick(lang),
                click.get_current_context(),
            )
        writer: stores.GraphWriter = (
            stores.GraphStoreWriter(graph_store)
            if graph_store
            else stores.UpdateWriter(update or stores.update_url(endpoint))
        )
        chosen = settings(store)
        with (
            closing(writer),
            closing(stores.RemoteGraph.open_empty(endpoint)) as server,
            stores.GraphStore.open(chosen.store) as local,
        ):
            done = stores.load(local.engine, server, writer, chosen.base)
        click.echo(_told(done).pick(lang))

    return load


def _told(done: Loaded) -> Bilingual:
    return Bilingual(
        f"graphs: {done.added} added, {done.changed} changed, {done.removed} removed, "
        f"{done.unchanged} unchanged; quads: {done.quads_in} in, {done.quads_out} out",
        f"图：新增 {done.added}，变更 {done.changed}，删除 {done.removed}，未变 {done.unchanged}；"
        f"四元组：写入 {done.quads_in}，删除 {done.quads_out}",
    )
