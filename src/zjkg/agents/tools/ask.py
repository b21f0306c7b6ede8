"""``ask``: a question of the library with its parameters."""

from __future__ import annotations

from decimal import Decimal

from zjkg.agents.arguments import AskArguments
from zjkg.agents.asking import answer_rows
from zjkg.agents.calls import Call, Tool
from zjkg.agents.rows import RowsAnswer, row_lines
from zjkg.errors import Bilingual
from zjkg.query import bound, named


def _run(call: Call[AskArguments]) -> RowsAnswer:
    query = named(call.arguments.question)
    values = {name: _lexical(value) for name, value in call.arguments.parameters.items()}
    text = bound(call.reading.engine, query, values)
    return answer_rows(call, text)


def _lexical(value: str | float | bool) -> str:  # noqa: FBT001  # a value of JSON
    """A value as the query library reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return str(value)


ASK = Tool(
    "ask",
    Bilingual("Ask a question of the library", "提出查询库中的问题"),
    Bilingual(
        "Answers a question of the library (see questions) with its parameters. Each row comes "
        "with the claims and sentences it rests on.",
        "回答查询库中的一个问题（见 questions），可带参数；每行都附所据的陈述和原句。",
    ),
    AskArguments,
    RowsAnswer,
    _run,
    row_lines,
    asks_queries=True,
)
