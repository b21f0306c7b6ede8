"""Commands that keep a store safe: backup, restore."""

from __future__ import annotations

from pathlib import Path

import click

from zjkg.cli.shapes import Command, Decorator, common, settings
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable_line


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The two commands, with help in the chosen language."""
    return [_backup(lang), _restore(lang)]


def _backup(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Write the whole store to one file with checksums; works while others read or build it "
        "(then the last complete state is written). Equal stores give equal bytes.",
        "把整个图库写入一个带校验和的文件；他人读取或构建时也可运行（写入上一个完整状态）。"
        "相同的图库得到相同的字节。",
    )

    @click.command("backup", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
    @_force_option(lang, Bilingual("Replace FILE if it exists.", "如果 FILE 已存在，则替换。"))
    @common(lang)
    def backup(file: Path, store: Path | None, *, force: bool) -> None:
        from zjkg.export import replacing
        from zjkg.store import GraphStore, exists_already, write_backup

        if file.exists() and not force:
            raise exists_already(file)
        with GraphStore.open(settings(store).store) as held, replacing(file) as target:
            done = write_backup(held, target)
        said = Bilingual(
            f"{file}: {done.articles} articles, {done.quads} quads, {_size(file)}",
            f"{file}：{done.articles} 篇文章，{done.quads} 个四元组，{_size(file)}",
        )
        click.echo(printable_line(said.pick(lang)))

    return backup


def _restore(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Make the store hold what a backup holds. The whole file is checked before anything is "
        "changed; who reads the store sees its former state until it is done.",
        "使图库恢复为备份中的内容。改动之前先检查整个文件；完成之前，读取者看到的仍是原有状态。",
    )

    @click.command("restore", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
    @_force_option(
        lang,
        Bilingual("Replace what the store holds now.", "替换图库现有的内容。"),
    )
    @common(lang)
    def restore(file: Path, store: Path | None, *, force: bool) -> None:
        from zjkg.store import restore_backup

        folder = settings(store).store
        done = restore_backup(file, folder, force=force)
        said = Bilingual(
            f"{folder}: {done.articles} articles, {done.quads} quads",
            f"{folder}：{done.articles} 篇文章，{done.quads} 个四元组",
        )
        click.echo(printable_line(said.pick(lang)))

    return restore


def _force_option(lang: MessageLanguage, about: Bilingual) -> Decorator:
    return click.option("--force", is_flag=True, help=about.pick(lang))


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1024**2:.1f} MB"
