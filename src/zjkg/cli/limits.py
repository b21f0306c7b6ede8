"""The options that bound what one query may take, alike for every command that serves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from zjkg.errors import Bilingual, MessageLanguage

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_LEAST_MEMORY = 128  # MiB; with less a worker cannot answer an ordinary query


def seconds_option(lang: MessageLanguage, text: Bilingual) -> _Decorator:
    """``--seconds``; ``text`` says what it bounds."""
    return click.option(
        "--seconds",
        type=click.FloatRange(0.1, 3600),
        default=10.0,
        show_default=True,
        help=text.pick(lang),
    )


def memory_option(lang: MessageLanguage) -> _Decorator:
    """``--memory``, in MiB."""
    return click.option(
        "--memory",
        type=click.IntRange(_LEAST_MEMORY),
        default=512,
        show_default=True,
        metavar="MIB",
        help=Bilingual("Memory limit of a query in MiB.", "每个查询的内存上限（MiB）。").pick(lang),
    )
