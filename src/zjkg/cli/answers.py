"""Commands that ask the store: query, provenance, conflicts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zjkg.cli import catalogue
from zjkg.cli.opening import opened, readable
from zjkg.cli.shapes import Command, common
from zjkg.cli.tables import terminal_width
from zjkg.errors import Bilingual, MessageLanguage, QueryError
from zjkg.printable import printable

if TYPE_CHECKING:
    from pyoxigraph import Store

    from zjkg.query import NamedQuery, ProvenanceAnswer

_PROVENANCE_FORMATS = ("text", "citation", "records")
_FORMATS = ("table", "records", "csv", "tsv", "json", "xml", "turtle", "nquads")


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The three commands, with help in the chosen language."""
    return [_query(lang), _provenance(lang), _conflicts(lang)]


def _query(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Ask the graph in SPARQL: a NAME of the query library (see --list), a .rq FILE, or - for "
        "standard input.",
        "用 SPARQL 查询图谱：查询库中的名称（见 --list）、.rq 文件，或 - 表示标准输入。",
    )

    @click.command("query", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("query", required=False, metavar="NAME|FILE|-")
    @click.option(
        "-p",
        "--parameter",
        "parameters",
        multiple=True,
        metavar="NAME=VALUE",
        help=Bilingual("A parameter of the query; may be repeated.", "查询参数，可重复给出。").pick(
            lang
        ),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(_FORMATS),
        default="table",
        show_default=True,
        help=Bilingual("How the answer is written.", "结果格式。").pick(lang),
    )
    @click.option(
        "--list",
        "listing",
        is_flag=True,
        help=Bilingual("List the query library by kind of user.", "按用户类别列出查询库。").pick(
            lang
        ),
    )
    @click.option(
        "--explain",
        metavar="NAME",
        expose_value=False,
        is_eager=True,
        callback=lambda context, _, name: _explain(context, name, lang),
        help=Bilingual(
            "What a query of the library asks: parameters, an example, its SPARQL.",
            "说明查询库中的某一查询：所问、参数、示例及其 SPARQL。",
        ).pick(lang),
    )
    @click.option(
        "--iris",
        is_flag=True,
        help=Bilingual(
            "Show the IRIs of things in tables, not their names.", "表格中显示 IRI 而非名称。"
        ).pick(lang),
    )
    @readable(lang)
    @common(lang)
    def query(  # noqa: PLR0913  # one for each option
        query: str | None,
        parameters: tuple[str, ...],
        form: str,
        endpoint: str | None,
        store: Path | None,
        *,
        listing: bool,
        iris: bool,
    ) -> None:
        if listing:
            click.echo(catalogue.listing(lang), nl=False)
            return
        if query is None:
            raise click.UsageError(
                Bilingual("what should be asked?", "要查询什么？").pick(lang),
                click.get_current_context(),
            )
        with opened(store, endpoint) as engine:
            _answer(engine, _asked(query), _pairs(parameters), form, lang, iris=iris)

    return query


def _explain(context: click.Context, name: str | None, lang: MessageLanguage) -> None:
    if name is not None:
        click.echo(catalogue.explanation(name, lang), nl=False)
        context.exit()


def _conflicts(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Contradictions between claims: both sentences, the type and the reasoning.",
        "陈述之间的矛盾：双方原句、类型和理由。",
    )

    @click.command("conflicts", cls=Command, help=summary.pick(lang), add_help_option=False)
    @readable(lang)
    @common(lang)
    def conflicts(endpoint: str | None, store: Path | None) -> None:
        from zjkg.query import conflicts as find
        from zjkg.query import render_conflicts

        with opened(store, endpoint) as engine:
            click.echo(render_conflicts(find(engine, lang), lang), nl=False)

    return conflicts


def _provenance(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Where it says so: sentences, speakers and articles for an entity (any of its names, any "
        "script), a claim's IRI, a number, or words.",
        "出处查询：给出实体（任一名称、任一字形）、陈述 IRI、数值或词语，返回原句、说话人和文章。",
    )

    @click.command("provenance", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("thing")
    @click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=50,
        show_default=True,
        help=Bilingual("At most so many claims.", "最多显示的陈述数。").pick(lang),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(_PROVENANCE_FORMATS),
        default="text",
        show_default=True,
        help=Bilingual(
            "How the answer is written: to read, as references to cite (GB/T 7714 with "
            "--lang zh), or as JSON.",
            "答案形式：阅读、引用（--lang zh 时为 GB/T 7714 格式）或 JSON。",
        ).pick(lang),
    )
    @readable(lang)
    @common(lang)
    def provenance(
        thing: str, limit: int, form: str, endpoint: str | None, store: Path | None
    ) -> None:
        from zjkg.query import provenance as look_up
        from zjkg.query import render

        with opened(store, endpoint) as engine:
            answer = look_up(engine, thing, limit=limit, parse_quantity=_quantities)
        if not answer.items:
            click.echo(render(answer, lang), err=True, nl=False)
            sys.exit(1)
        _show_provenance(answer, form, lang)

    return provenance


def _show_provenance(answer: ProvenanceAnswer, form: str, lang: MessageLanguage) -> None:
    from zjkg.query import cite, render, render_rich

    if form == "citation":
        click.echo(cite(answer, lang), nl=False)
    elif form == "records":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(answer.items)).decode())
    elif sys.stdout.isatty():
        from rich.console import Console

        Console().print(render_rich(answer, lang))
    else:
        click.echo(render(answer, lang), nl=False)


def _quantities(words: str) -> Sequence[tuple[Decimal, str | None]]:
    from zjkg.measurement import read_quantities

    return read_quantities(words)


def _asked(query: str) -> str | NamedQuery:
    """The query's text from standard input or a file, else the named query."""
    from zjkg.query import library, named

    path = Path(query)
    try:
        if query == "-":
            return sys.stdin.buffer.read().decode()
        # A file that happens to lie here must not take the place of a named query.
        if path.suffix != ".rq" and (query in library() or not path.is_file()):
            return named(query)
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(
            Bilingual(f"the query file cannot be read: {error}", f"无法读取查询文件：{error}"),
            where=query,
            expected=Bilingual("a SPARQL query in UTF-8", "UTF-8 编码的 SPARQL 查询"),
            next_step=Bilingual(
                "name another file, or see zjkg query --list", "另选文件，或看 zjkg query --list"
            ),
        ) from error


def _pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for given in parameters:
        name, equals, value = given.partition("=")
        if not equals:
            raise QueryError(
                Bilingual(f"the parameter {given!r} has no value", f"参数 {given!r} 没有值"),
                where="-p",
                expected=Bilingual("NAME=VALUE", "名称=值"),
                next_step=Bilingual("give a value", "请给出值"),
            )
        pairs[name] = value
    return pairs


def _answer(  # noqa: PLR0913  # what the command line says
    engine: Store,
    query: str | NamedQuery,
    parameters: dict[str, str],
    form: str,
    lang: MessageLanguage,
    *,
    iris: bool,
) -> None:
    from zjkg.query import ResultFormat, advice, holds_nothing, label_of, run, write

    written = ResultFormat(form)
    result = run(engine, query, parameters, lang=lang)
    content = write(
        result,
        written,
        width=terminal_width(),
        label=lambda iri: None if iris else label_of(engine, iri, lang),
    )
    notes = advice(engine, query, parameters, empty=holds_nothing(content, written))
    sys.stdout.buffer.write(content)
    sys.stdout.flush()
    for note in notes:
        words = Bilingual(f"note: {note.en}", f"提示：{note.zh}").pick(lang)
        click.echo(printable(words), err=True)
