"""The options of ``zjkg build`` that are about Apache Spark, and the build that they ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click

from zjkg.cli.shapes import Decorator
from zjkg.errors import Bilingual, MessageLanguage, SettingsError
from zjkg.printable import printable, printable_line
from zjkg.settings import Settings, resource

LOCAL, SPARK = "local", "spark"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was given on the command line."""

    engine: str
    master: str | None
    output: str | None
    gzip: bool

    def refuse_alone(self) -> None:
        """Refuse options that mean nothing without Spark.

        Raises:
            SettingsError: where there is one.
        """
        given = {"--master": self.master, "--output": self.output, "--gzip": self.gzip or None}
        alone = [name for name, value in given.items() if value is not None]
        if alone:
            raise SettingsError(
                Bilingual(
                    f"{alone[0]} goes with --engine spark only", f"{alone[0]} 只用于 --engine spark"
                ),
                where=alone[0],
                expected=Bilingual("--engine spark beside it", "同时给出 --engine spark"),
                next_step=Bilingual("add --engine spark", "请加上 --engine spark"),
            )


NAMES = tuple(Chosen.__dataclass_fields__)


def options(lang: MessageLanguage) -> Decorator:
    """``--engine``, ``--master``, ``--output`` and ``--gzip``."""
    every = (
        click.option(
            "--engine",
            type=click.Choice([LOCAL, SPARK]),
            default=LOCAL,
            help=Bilingual(
                "Where the work is done: here (local, the default) or on Apache Spark.",
                "在何处计算：本机（local，默认）或 Apache Spark。",
            ).pick(lang),
        ),
        click.option(
            "--master",
            metavar="URL",
            help=Bilingual(
                "The Spark master (default: that of spark-submit or spark-defaults.conf, else "
                "local[*]).",
                "Spark 主节点（默认取 spark-submit 或 spark-defaults.conf 的设置，"
                "否则为 local[*]）。",
            ).pick(lang),
        ),
        click.option(
            "--output",
            metavar="FOLDER",
            help=Bilingual(
                "Where Spark writes: a folder or prefix that does not exist yet.",
                "Spark 的输出位置：尚不存在的文件夹或前缀。",
            ).pick(lang),
        ),
        click.option(
            "--gzip",
            is_flag=True,
            help=Bilingual("Compress the N-Quads.", "压缩 N-Quads 文件。").pick(lang),
        ),
    )

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(every):
            function = option(function)
        return function

    return decorate


def build(chosen: Chosen, paths: Sequence[str], settings: Settings, lang: MessageLanguage) -> None:
    """Build on Spark; say what was done, and exit 1 where an article could not be read."""
    from zjkg import distributed

    if chosen.output is None:
        raise _no_output()
    # Hadoop takes a percent sign for itself, so nothing is escaped.
    given = paths or [f"file://{(resource('seeds') / 'articles').resolve().as_posix()}"]
    made = distributed.build(given, chosen.output, settings, master=chosen.master, gzip=chosen.gzip)
    for problem in made.failed:
        click.echo(printable(problem.text(lang)), err=True)
    said = Bilingual(
        f"{chosen.output}: {made.articles} articles", f"{chosen.output}：{made.articles} 篇文章"
    )
    if made.failed:
        failed = len(made.failed)
        said = Bilingual(
            f"{said.en}, {failed} not readable (see above)",
            f"{said.zh}，{failed} 篇无法读取（见上）",
        )
    click.echo(printable_line(said.pick(lang)))
    if made.failed:
        sys.exit(1)


def _no_output() -> SettingsError:
    return SettingsError(
        Bilingual("--engine spark needs --output", "--engine spark 需要 --output"),
        where="--engine spark",
        expected=Bilingual("a folder or prefix that does not exist yet", "尚不存在的文件夹或前缀"),
        next_step=Bilingual("add --output FOLDER", "请加上 --output FOLDER"),
    )
