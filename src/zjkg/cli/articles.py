"""Commands that change the store: build, add, remove."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zjkg.cli import cluster
from zjkg.cli.outcomes import tell
from zjkg.cli.shapes import Command, Decorator, common, settings
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.settings import resource

if TYPE_CHECKING:
    from zjkg.build import Build
    from zjkg.extraction import Progress


# One that cannot be read is told beside the others, so it is for the build to find out.
_PATH = click.Path(readable=False)


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The three commands, with help in the chosen language."""
    return [_build(lang), _add(lang), _remove(lang)]


def _build(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Make the store hold exactly these articles (default: the five). PATH may be files or "
        "folders; only what changed is read. With --engine spark nothing goes into a store: the "
        "graph is written to files.",
        "使图库恰好包含这些文章（默认为随附的五篇）。PATH 可以是文件或文件夹；只读取有变动的文章。"
        "使用 --engine spark 时不写图库，图谱写成文件。",
    )

    @click.command("build", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("paths", nargs=-1, metavar="[PATH]...", type=_PATH)
    @_jobs_option(lang)
    @_full_option(lang)
    @cluster.options(lang)
    @common(lang)
    def build(paths: tuple[str, ...], store: Path | None, **given: Any) -> None:  # noqa: ANN401
        chosen = cluster.Chosen(**{name: given.pop(name) for name in cluster.NAMES})
        if chosen.engine == cluster.SPARK:
            cluster.build(chosen, paths, settings(store), lang)
            return
        chosen.refuse_alone()
        with _building(store, given["jobs"], lang, full=given["full"]) as run:
            named = tuple(map(Path, paths)) or (resource("seeds") / "articles",)
            outcome = run.exactly(named)
        tell(outcome, lang, named)

    return build


def _add(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Add articles to the store, or replace those of the same file name.",
        "向图库添加文章；同名文章会被替换。",
    )

    @click.command("add", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_PATH)
    @_jobs_option(lang)
    @common(lang)
    def add(paths: tuple[str, ...], jobs: int, store: Path | None) -> None:
        named = tuple(map(Path, paths))
        with _building(store, jobs, lang) as run:
            outcome = run.with_added(named)
        tell(outcome, lang, named)

    return add


def _remove(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Remove articles with all that hangs on them. ARTICLE is the file name without extension.",
        "删除文章及其一切派生内容。ARTICLE 为不含扩展名的文件名。",
    )

    @click.command("remove", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
    @common(lang)
    def remove(articles: tuple[str, ...], store: Path | None) -> None:
        with _building(store, 1, lang) as run:
            outcome = run.with_removed(articles)
        tell(outcome, lang)

    return remove


def _jobs_option(lang: MessageLanguage) -> Decorator:
    return click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        help=Bilingual(
            "Worker processes (default: one per processor).", "工作进程数（默认每个处理器一个）。"
        ).pick(lang),
    )


def _full_option(lang: MessageLanguage) -> Decorator:
    return click.option(
        "--full",
        is_flag=True,
        help=Bilingual(
            "Read every article anew, changed or not.", "无论是否变动，重新读取所有文章。"
        ).pick(lang),
    )


@contextmanager
def _building(
    store: Path | None, jobs: int, lang: MessageLanguage, *, full: bool = False
) -> Iterator[Build]:
    from zjkg.build import Build

    with _progress(lang) as progress:
        yield Build(settings(store), jobs=jobs, full=full, progress=progress)


@contextmanager
def _progress(lang: MessageLanguage) -> Iterator[Progress]:
    """A counter of articles on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(Bilingual("articles", "文章").pick(lang), total=None)
        yield lambda done: bar.advance(task, done)
