"""The parts that every command shares: localized help, the common options, one error shape."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from zjkg.errors import Bilingual, MessageLanguage, Problem
from zjkg.settings import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def language_of(context: click.Context) -> MessageLanguage:
    """The language that the program was made for."""
    return "zh" if context.find_root().obj == "zh" else "en"


class _Localized(click.Command):
    """A command whose help headings are in the chosen language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        lang = language_of(ctx)
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = Bilingual("Usage: ", "用法：").pick(lang)
        formatter.write_usage(ctx.command_path, pieces, prefix)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their heading."""
        lang = language_of(ctx)
        records = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(Bilingual("Options", "选项").pick(lang)):
                formatter.write_dl(records)


class Command(_Localized):
    """A leaf command."""


class Group(_Localized, click.Group):
    """The program with its commands."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's own signature
        """The command; success where the reader of a pipe has what it wanted and closes it."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            forget_output()
            return 0
        return result

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands with their summaries."""
        super().format_options(ctx, formatter)
        lang = language_of(ctx)
        rows = [
            (name, command.get_short_help_str(limit=100)) for name, command in self.commands.items()
        ]
        with formatter.section(Bilingual("Commands", "命令").pick(lang)):
            formatter.write_dl(rows)


def common(lang: MessageLanguage) -> Decorator:
    """The options of every command: store, language, help."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        store = click.option(
            "--store",
            type=click.Path(path_type=Path, file_okay=False),
            envvar="ZJKG_STORE",
            help=Bilingual(
                "Folder of the store (default: ./store, or ZJKG_STORE).",
                "图库所在文件夹（默认 ./store，或环境变量 ZJKG_STORE）。",
            ).pick(lang),
        )
        language = click.option(
            "--lang",
            type=click.Choice(["en", "zh"]),
            expose_value=False,
            help=Bilingual(
                "Language of messages (default: the locale's).", "消息语言（默认随系统区域设置）。"
            ).pick(lang),
        )
        return store(language(helped(lang)(function)))

    return decorate


def helped(lang: MessageLanguage) -> Decorator:
    """The help option, in the chosen language."""
    return click.help_option(
        "-h", "--help", help=Bilingual("Show this help.", "显示本帮助。").pick(lang)
    )


def settings(store: Path | None, seeds: Path | None = None) -> Settings:
    """The settings of a run whose store and seeds may be named on the command line."""
    return Settings.from_environment(store=store, seeds=seeds)


def forget_output() -> None:
    """Keep the interpreter from writing at its end what can no longer be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def system_problem(error: OSError) -> Problem:
    """What the operating system refuses, in the shape of every other error."""
    said = error.strerror or str(error)
    return Problem(
        Bilingual(f"the system refuses: {said}", f"系统拒绝：{said}"),
        "" if error.filename is None else str(error.filename),
        Bilingual("files that can be read and written, and free space", "可读写的文件和剩余空间"),
        Bilingual("check permissions and free space", "检查权限和剩余空间"),
    )
