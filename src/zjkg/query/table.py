"""A result as a table for people: shortened IRIs, columns aligned in every script."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from zjkg.errors import MessageLanguage
from zjkg.printable import printable
from zjkg.query.prefixes import shortened

_UNLIMITED = 100_000


def table_text(
    columns: Sequence[str],
    rows: Iterable[Sequence[NamedNode | BlankNode | Literal | Triple | None]],
    *,
    lang: MessageLanguage,
    width: int | None,
) -> str:
    """The table with a last line that counts its rows; cells wrap to ``width``, none is cut."""
    # rich takes 50 ms to import and only tables need it
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(term)) for term in row))
    stream = io.StringIO()
    console = Console(
        file=stream, width=width or _UNLIMITED, color_system=None, legacy_windows=False
    )
    console.print(table)
    lines = [line.rstrip() for line in stream.getvalue().splitlines()]
    count = table.row_count
    lines.append(f"{count} 行" if lang == "zh" else f"{count} row{'' if count == 1 else 's'}")
    return "\n".join(lines) + "\n"


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return shortened(term.value)
    text = term.value if isinstance(term, Literal) else str(term)
    return printable(text)
