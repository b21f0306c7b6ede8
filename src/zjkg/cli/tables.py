"""Tables of a command's answer: drawn on a terminal, aligned columns in a pipe."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import click

from zjkg.errors import Bilingual, MessageLanguage


@dataclass(frozen=True, slots=True)
class Table:
    """A title, a heading, and rows whose first cell is a name and whose others are numbers."""

    title: Bilingual
    heading: Sequence[Bilingual]
    rows: Sequence[Sequence[str]]


def show(table: Table, lang: MessageLanguage) -> None:
    """Print a table on standard output."""
    if sys.stdout.isatty():
        _draw(table, lang)
        return
    click.echo(table.title.pick(lang))
    lines = [[each.pick(lang) for each in table.heading], *(list(row) for row in table.rows)]
    widths = [max(_width(cell) for cell in column) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = [padded(cell, widths[i], left=i == 0) for i, cell in enumerate(line)]
        click.echo("  ".join(cells).rstrip())
    click.echo()


def terminal_width() -> int | None:
    """The columns of the terminal; None in a pipe, where lines may be of any length."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _draw(table: Table, lang: MessageLanguage) -> None:
    from rich.console import Console
    from rich.table import Table as Drawn

    drawn = Drawn(title=table.title.pick(lang), title_justify="left")
    for index, each in enumerate(table.heading):
        drawn.add_column(each.pick(lang), justify="right" if index else "left")
    for row in table.rows:
        drawn.add_row(*row)
    Console().print(drawn)


def padded(cell: str, width: int, *, left: bool = True) -> str:
    """The cell with blanks up to a width in terminal columns, where Han letters take two."""
    blank = " " * (width - _width(cell))
    return cell + blank if left else blank + cell


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in cell)
