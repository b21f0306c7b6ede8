"""``zjkg search``: entities and sentences by words in any script."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zjkg.cli.opening import opened, readable
from zjkg.cli.shapes import Command, common
from zjkg.cli.tables import terminal_width
from zjkg.errors import Bilingual, MessageLanguage


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The command, with help in the chosen language."""
    return [_search(lang)]


def _search(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Search for entities by any of their names (simplified, traditional, English, pinyin with "
        "or without spaces) and for sentences; hits are marked.",
        "检索实体（简体、繁体、英文，或带空格与不带空格的拼音）和句子，并标出命中的文字。",
    )

    @click.command("search", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.argument("words", nargs=-1, required=True, metavar="WORDS")
    @click.option(
        "--kind",
        type=click.Choice(["entity", "sentence"]),
        help=Bilingual(
            "Only entities, or only sentences (default: both).", "仅实体或仅句子（默认两者）。"
        ).pick(lang),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(["table", "records"]),
        default="table",
        show_default=True,
        help=Bilingual("How the answer is written.", "结果格式。").pick(lang),
    )
    @click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=20,
        show_default=True,
        help=Bilingual("At most so many of each kind.", "每类最多显示的条数。").pick(lang),
    )
    @readable(lang)
    @common(lang)
    def search(  # noqa: PLR0913, PLR0917  # one for each option
        words: tuple[str, ...],
        kind: str | None,
        form: str,
        limit: int,
        endpoint: str | None,
        store: Path | None,
    ) -> None:
        from zjkg.measurement import read_quantities
        from zjkg.query import SearchKind, render_search, search_records
        from zjkg.query import search as find
        from zjkg.query.results import records_json

        kinds = [SearchKind(kind)] if kind else list(SearchKind)
        with opened(store, endpoint) as engine:
            answer = find(
                engine,
                " ".join(words),
                kinds=kinds,
                limit=limit,
                lang=lang,
                parse_quantity=read_quantities,
            )
        found = bool(answer.entities or answer.sentences)
        if form == "records":
            sys.stdout.buffer.write(records_json(search_records(answer)))
        if form == "table" or not found:
            # What is not found is no output: it must not look like a row in a pipe.
            click.echo(render_search(answer, lang, terminal_width()), err=not found, nl=False)
        if not found:
            sys.exit(1)

    return search
