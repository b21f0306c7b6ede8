"""Commands that look at a store as a whole: export, validate, info."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from zjkg.cli.opening import opened, readable
from zjkg.cli.shapes import Command, common, language_of, settings
from zjkg.errors import Bilingual, ExportError, MessageLanguage
from zjkg.printable import printable, printable_line

if TYPE_CHECKING:
    from pyoxigraph import Store

    from zjkg.export import Choices, Exported

_UNIT = {"B": 1, "kB": 1024, "MB": 1024**2}


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The three commands, with help in the chosen language."""
    return [_export(lang), _validate(lang), _info(lang)]


class _ExportCommand(Command):
    """Adds the formats and views to the help; they are imported only when it is shown."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The formats, then the views."""
        from zjkg.export import formats, views

        lang = language_of(ctx)
        with formatter.section(Bilingual("Formats", "格式").pick(lang)):
            formatter.write_dl([(name, about.pick(lang)) for name, about in formats().items()])
        with formatter.section(Bilingual("Views", "视图").pick(lang)):
            rows = [(name, view.description.pick(lang)) for name, view in views().items()]
            formatter.write_dl(rows)


def _export(lang: MessageLanguage) -> click.Command:
    summary = Bilingual("Write the graph, or a view of it, to a file.", "把图谱或其视图写入文件。")

    @click.command("export", cls=_ExportCommand, help=summary.pick(lang), add_help_option=False)
    @click.argument("form", metavar="FORMAT")
    @click.option(
        "-o",
        "--output",
        required=True,
        type=click.Path(path_type=Path),
        help=Bilingual(
            "The file or folder to write, or - for standard output.",
            "要写入的文件或文件夹；- 表示标准输出。",
        ).pick(lang),
    )
    @click.option(
        "--view",
        help=Bilingual("The view (default: entities).", "视图（默认 entities）。").pick(lang),
    )
    @click.option(
        "--weight",
        type=click.Choice(["evidence", "origins"]),
        default="evidence",
        show_default=True,
        help=Bilingual(
            "What the weight of an edge counts: its sentences, or its origins "
            "(reposts, one outlet and the like are one).",
            "边的权重：按句子数，或按源头数（转载、同一媒体等只算一个）。",
        ).pick(lang),
    )
    @click.option(
        "--dynamic",
        is_flag=True,
        help=Bilingual(
            "Write the timeline of a gexf file: from the first to the last publication.",
            "写入 gexf 的时间轴：自首次至末次报道。",
        ).pick(lang),
    )
    @click.option(
        "--no-co-occurrence",
        is_flag=True,
        help=Bilingual(
            "Leave out edges between entities that only share a sentence.",
            "不含仅因同句出现而相连的边。",
        ).pick(lang),
    )
    @click.option(
        "--losses",
        type=click.Path(path_type=Path, dir_okay=False),
        help=Bilingual(
            "Also write what the file cannot hold, as JSON, to this file.",
            "另将该文件无法保存的内容以 JSON 写入此文件。",
        ).pick(lang),
    )
    @readable(lang)
    @common(lang)
    def export(  # noqa: PLR0913 - one parameter an option
        *,
        form: str,
        output: Path,
        view: str | None,
        weight: str,
        dynamic: bool,
        no_co_occurrence: bool,
        losses: Path | None,
        endpoint: str | None,
        store: Path | None,
    ) -> None:
        from zjkg.export import Choices, Weight, refuse_within

        if losses:
            refuse_within(losses, output)
        choices = Choices(view, not no_co_occurrence, Weight(weight), dynamic, _chosen(lang))
        with opened(store, endpoint) as engine:
            to_output = str(output) == "-"
            write = _export_to_output if to_output else _export_to_file
            done = write(engine, form, output, choices)
        if losses:
            _write_losses(done, losses)
        for note in done.notes:
            click.echo(note.pick(lang), err=True)
        click.echo(printable_line(_wrote(form, done).pick(lang)), err=to_output)

    return export


def _wrote(form: str, done: Exported) -> Bilingual:
    from zjkg.export import is_rdf

    en, zh = f"{done.nodes} nodes, {done.edges} edges", f"{done.nodes} 个节点，{done.edges} 条边"
    columns = Bilingual(f"{done.columns} columns", f"{done.columns} 个属性列")
    if is_rdf(form):
        en, zh = (
            f"{done.nodes} graphs, {done.edges} quads",
            f"{done.nodes} 个图，{done.edges} 个四元组",
        )
        columns = Bilingual(f"{done.columns} predicates", f"{done.columns} 个谓词")
    size = _size(done.bytes)
    return Bilingual(
        f"{done.path}: {en}, {columns.en}, {size}", f"{done.path}：{zh}，{columns.zh}，{size}"
    )


def _chosen(lang: MessageLanguage) -> MessageLanguage | None:
    """The language of a page: English is also what the program speaks where nobody chose one."""
    source = click.get_current_context().get_parameter_source("lang")
    return lang if lang == "zh" or source is ParameterSource.COMMANDLINE else None


def _export_to_file(store: Store, form: str, path: Path, choices: Choices) -> Exported:
    from zjkg.export import export_file

    return export_file(store, form, path, choices)


def _write_losses(done: Exported, path: Path) -> None:
    from zjkg.export import replacing

    listed = [loss.record() for loss in done.losses]
    with replacing(path) as file:
        file.write(json.dumps(listed, ensure_ascii=False, indent=2).encode() + b"\n")


def _export_to_output(store: Store, form: str, path: Path, choices: Choices) -> Exported:
    """By way of a file: nothing goes out unless the whole can be written."""
    from zjkg.export import is_folder

    if is_folder(form):
        raise ExportError(
            Bilingual(f"{form} is a folder of files", f"{form} 是由多个文件组成的文件夹"),
            where="--output -",
            expected=Bilingual("a folder", "文件夹"),
            next_step=Bilingual("name a folder: -o FOLDER", "请指定文件夹：-o FOLDER"),
        )
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "export"
        done = _export_to_file(store, form, whole, choices)
        with whole.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return replace(done, path=path)


def _validate(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Check the store: the SHACL shapes of the ontology, and that every quote stands at its "
        "offsets.",
        "检查图库：本体的 SHACL 约束，以及每条引文是否确在其位置。",
    )

    @click.command("validate", cls=Command, help=summary.pick(lang), add_help_option=False)
    @readable(lang)
    @common(lang)
    def validate(endpoint: str | None, store: Path | None) -> None:
        from zjkg import graph

        with opened(store, endpoint) as engine:
            quads = list(engine.quads_for_pattern(None, None, None, None))
            found = [*graph.check_grounding(engine), *graph.validate(quads)]
        for violation in found:
            click.echo(
                printable(
                    f"{violation.severity}: {violation.message.pick(lang)}\n  <{violation.focus}>"
                )
            )
        click.echo(
            Bilingual(
                f"{len(found)} violations in {len(quads)} quads",
                f"{len(quads)} 个四元组中有 {len(found)} 处违反约束",
            ).pick(lang)
        )
        if found:
            sys.exit(1)

    return validate


def _info(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "What the store holds; with ARTICLE, what was read from it, removed and dropped, and why.",
        "图库内容概览；给出 ARTICLE 时，显示该文章读出、移除和舍弃的内容及原因。",
    )

    @click.command("info", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("article", required=False)
    @readable(lang)
    @common(lang)
    def info(article: str | None, endpoint: str | None, store: Path | None) -> None:
        from zjkg.cli.server_overview import server_overview, unknown_article

        if endpoint is not None:
            with opened(store, endpoint) as engine:
                click.echo(server_overview(engine, endpoint, article, lang), nl=False)
            return
        from zjkg.cli.overview import article_overview, store_overview
        from zjkg.store import GraphStore

        with GraphStore.open(settings(store).store) as local:
            held = local.state().articles
            if article is None:
                click.echo(store_overview(local, lang), nl=False)
            elif article in held:
                click.echo(article_overview(local, article, lang), nl=False)
            else:
                raise unknown_article(article, sorted(held))

    return info


def _size(count: int) -> str:
    unit = max(
        (u for u, size in _UNIT.items() if count >= size), key=_UNIT.__getitem__, default="B"
    )
    return f"{count / _UNIT[unit]:.0f} {unit}"
