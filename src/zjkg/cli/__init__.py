"""The command line: thin commands over the packages, in English and Chinese."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from zjkg import __version__
from zjkg.cli import (
    agents,
    answers,
    articles,
    files,
    keeping,
    loading,
    measuring,
    reviewing,
    searching,
    serving,
)
from zjkg.cli.language import chosen_language, locale_language
from zjkg.cli.shapes import Group, forget_output, helped, system_problem
from zjkg.cli.usage import usage_problem
from zjkg.errors import Bilingual, MessageLanguage, Problem, SettingsError, ZjkgError
from zjkg.printable import printable

_USAGE_EXIT = 2
_INTERRUPTED_EXIT = 130
_INTERRUPTED = Bilingual(
    "stopped: a store keeps its last complete state; the same command does the rest",
    "已中断：图库保持上一个完整状态；重新运行同一命令即可完成",
)


def program(lang: MessageLanguage) -> click.Group:
    """The whole command line, with help in one language."""
    summary = Bilingual(
        "News about biomedicine parks as a knowledge graph in which every claim leads back to "
        "its sentence.",
        "把生物医药园区新闻变成知识图谱：每个陈述都可追溯到原句。",
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

    modules = (
        *(articles, answers, searching, files, loading),
        *(keeping, reviewing, serving, agents, measuring),
    )
    for module in modules:
        for command in module.commands(lang):
            zjkg.add_command(command)
    return zjkg


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; exit 0 only on success, errors on standard error in one shape."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        lang = chosen_language(given)
    except SettingsError as error:
        sys.exit(_tell(error.problem, locale_language()))
    sys.exit(_run(given or ["--help"], lang))


def _run(given: list[str], lang: MessageLanguage) -> int:
    """Run a command to its exit code."""
    try:
        code = program(lang).main(given, prog_name="zjkg", standalone_mode=False, obj=lang)
    except ZjkgError as error:
        return _tell(error.problem, lang)
    except click.UsageError as error:
        return _tell(usage_problem(error), lang, _USAGE_EXIT)
    except click.exceptions.Abort:
        click.echo(_INTERRUPTED.pick(lang), err=True)
        return _INTERRUPTED_EXIT
    except (OSError, RuntimeError) as error:
        forget_output()
        problem = _problem_of(error)
        if problem is None:
            raise
        return _tell(problem, lang)
    return code if isinstance(code, int) else 0


def _problem_of(error: OSError | RuntimeError) -> Problem | None:
    """What the store's engine or the system says, in the shape of every other error."""
    from zjkg.store import is_of_engine, store_problem

    if is_of_engine(error):
        return store_problem(None, error).problem
    return system_problem(error) if isinstance(error, OSError) else None


def _tell(problem: Problem, lang: MessageLanguage, code: int = 1) -> int:
    click.echo(printable(problem.text(lang)), err=True)
    return code
