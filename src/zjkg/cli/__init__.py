"""The command line: thin commands over the packages, in English and Chinese."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from zjkg import __version__
from zjkg.cli import answers, articles, files, measuring
from zjkg.cli.language import chosen_language
from zjkg.cli.shapes import Group, helped, usage_problem
from zjkg.errors import Bilingual, MessageLanguage, ZjkgError

_USAGE_EXIT = 2
_INTERRUPTED_EXIT = 130


def program(lang: MessageLanguage) -> click.Group:
    """The whole command line, with help in one language."""
    summary = Bilingual(
        "News about biomedicine parks as a knowledge graph in which every claim leads back to "
        "its sentence.",
        "把生物医药园区新闻变成知识图谱：每个断言都可追溯到原句。",
    )

    @click.group("zjkg", cls=Group, help=summary.pick(lang), add_help_option=False)
    @click.version_option(
        __version__,
        prog_name="zjkg",
        help=Bilingual("Show the version.", "显示版本。").pick(lang),
    )
    @click.option("--lang", type=click.Choice(["en", "zh"]), expose_value=False, hidden=True)
    @helped(lang)
    def zjkg() -> None:
        """Hold the commands."""

    for module in (articles, answers, files, measuring):
        for command in module.commands(lang):
            zjkg.add_command(command)
    return zjkg


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; exit 0 only on success, errors on standard error in one shape."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = chosen_language(given)
    try:
        code = program(lang).main(
            given or ["--help"], prog_name="zjkg", standalone_mode=False, obj=lang
        )
    except ZjkgError as error:
        click.echo(error.problem.text(lang), err=True)
        sys.exit(1)
    except click.UsageError as error:
        click.echo(usage_problem(error).text(lang), err=True)
        sys.exit(_USAGE_EXIT)
    except click.exceptions.Abort:
        sys.exit(_INTERRUPTED_EXIT)
    except BrokenPipeError:
        # The reader of the pipe has what it wanted; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)
