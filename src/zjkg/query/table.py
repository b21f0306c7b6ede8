"""A result as a table for people: shortened IRIs, columns aligned in every script."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from zjkg.errors import MessageLanguage
from zjkg.printable import printable
from zjkg.query.prefixes import shortened

Labeller = Callable[[str], str | None]

_UNLIMITED = 100_000
# A column narrower than this breaks words and names into pieces; rich puts this between columns.
_READABLE = 14
_GAP = 3


def table_text(
    columns: Sequence[str],
    rows: Iterable[Sequence[NamedNode | BlankNode | Literal | Triple | None]],
    *,
    lang: MessageLanguage,
    width: int | None,
    label: Labeller = lambda _: None,
) -> str:
    """The table with a last line that counts its rows; cells wrap to ``width``, none is cut.

    ``label`` gives the name to show in place of an IRI of the data, or None to show the IRI.
    """
    return cells_text(
        columns, ([_cell(term, label) for term in row] for row in rows), lang=lang, width=width
    )


def cells_text(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    lang: MessageLanguage,
    width: int | None,
) -> str:
    """A table of plain cells; where its columns would be too narrow, one block of lines a row."""
    held = list(rows)
    lines = (
        list(_blocks(columns, held, width))
        if width and not _fits(columns, held, width)
        else _grid(columns, held, width)
    )
    count = len(held)
    lines.append(f"{count} 行" if lang == "zh" else f"{count} row{'' if count == 1 else 's'}")
    return "\n".join(lines) + "\n"


def _grid(columns: Sequence[str], rows: Iterable[Sequence[str]], width: int | None) -> list[str]:
    # rich takes 50 ms to import and only tables need it
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    stream = io.StringIO()
    console = Console(
        file=stream, width=width or _UNLIMITED, color_system=None, legacy_windows=False
    )
    console.print(table)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def _fits(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether each column can have its longest cell, or at least a readable part of it."""
    from rich.cells import cell_len

    widest = [cell_len(column) for column in columns]
    for row in rows:
        for index, cell in enumerate(row):
            longest = max(map(cell_len, cell.split("\n")))
            widest[index] = max(widest[index], min(longest, _READABLE))
    return sum(widest) + _GAP * (len(columns) - 1) <= width


def _blocks(columns: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """Each row as a numbered block of its columns that hold something, one below the other."""
    from rich.cells import cell_len, chop_cells

    margin = min(max(map(cell_len, columns), default=0) + 2, width // 2)
    for number, row in enumerate(rows, start=1):
        yield f"{number} {'─' * (width - len(str(number)) - 1)}"[:width]
        for column, cell in zip(columns, row, strict=True):
            names = chop_cells(column, margin - 1)
            lines = [
                part
                for line in cell.split("\n")
                for part in (chop_cells(line, max(width - margin, 2)) or [""])
            ]
            if not cell:
                continue
            for name, line in zip_longest(names, lines, fillvalue=""):
                yield f"{name}{' ' * (margin - cell_len(name))}{line}".rstrip()


def _cell(term: NamedNode | BlankNode | Literal | Triple | None, label: Labeller) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        short = shortened(term.value)
        if short != term.value:  # a term of a vocabulary: its name is what a query needs
            return short
        return printable(label(term.value) or short)
    text = term.value if isinstance(term, Literal) else str(term)
    return printable(text)
