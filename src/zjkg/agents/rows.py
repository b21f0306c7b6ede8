"""Answers to SPARQL as rows that an agent can take: bounded cells, grounds, a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

import msgspec
from pyoxigraph import (
    Literal,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from zjkg.agents.facts import LONGEST_TEXT, Scalar, clipped, number
from zjkg.agents.grounding import Ground, Grounds
from zjkg.agents.paging import Page
from zjkg.agents.schemas import meaning
from zjkg.agents.sources import GRAPH_TYPE
from zjkg.errors import Bilingual, MessageLanguage, Problem, QueryError, ZjkgError
from zjkg.ids import digest
from zjkg.query.guard import spoken_tokens
from zjkg.query.results import AnyTerm, Value, plain
from zjkg.server.messages import Answered, Cut

_MOST_COLUMNS = 100
_LONGEST_HEAD = 4_000
_LONGEST_ROW = 8_000
_MOST_GROUNDS = 6
_BOOLEAN = ("boolean",)
_TRIPLE = ("subject", "predicate", "object")


class QueryEndedError(ZjkgError):
    """A query that the endpoint's guard, engine or limits ended."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(
            problem.what,
            where=problem.where,
            expected=problem.expected,
            next_step=problem.next_step,
        )


class Row(msgspec.Struct, frozen=True, rename="camel"):
    """One row with what it rests on."""

    cells: Annotated[
        dict[str, str | int | float | bool | None],
        meaning("values by column; unbound is null", "按列给出的值；未绑定为 null"),
    ]
    evidence: Annotated[
        list[Ground],
        meaning(
            "claims and sentences that the row rests on, at most six",
            "该行所据的陈述和原句，至多六条",
        ),
    ]
    evidence_count: int
    cut: Annotated[list[str], meaning("columns whose text is shortened here", "此处文字被截短的列")]


class RowsAnswer(msgspec.Struct, frozen=True, rename="camel"):
    """A page of rows."""

    columns: list[str]
    rows: list[Row]
    limited: Annotated[
        str | None,
        meaning(
            "the limit (rows, size, time, portions) that shortened the answer: there are more rows "
            "than total",
            "使回答不完整的上限（rows、size、time、portions）：实际行数多于 total",
        ),
    ]
    notes: Annotated[
        list[str],
        meaning(
            "misspelt terms, why there is no row, what was cut", "拼写、无结果的原因、截断说明"
        ),
    ]
    page: Page


@dataclass(frozen=True, slots=True)
class Table:
    """A whole answer: its rows in a fixed order, their digest, and the limit that cut it."""

    columns: tuple[str, ...]
    rows: list[tuple[AnyTerm | None, ...]]
    content: str
    limited: Cut | None


def table(answer: Answered, query: str) -> Table:
    """The answer of a worker; rows without ``ORDER BY`` are put in the order of their terms.

    Raises:
        QueryEndedError: if there is none, but a problem.
        QueryError: if a row is too wide to be shown.
    """
    if answer.problem is not None:
        raise QueryEndedError(answer.problem)
    columns, rows = _parsed(answer)
    if len(columns) > _MOST_COLUMNS or sum(map(len, columns)) > _LONGEST_HEAD:
        raise _too_wide(len(columns))
    if not _is_ordered(query):
        rows.sort(key=lambda row: tuple(map(str, row)))
    content = digest(*columns, *("\t".join(map(str, row)) for row in rows))
    return Table(columns, rows, content, answer.cut)


def shown(found: Table, start: int, end: int, grounds: Grounds) -> Iterator[Row]:
    """The rows of a stretch, with what they rest on."""
    for terms in found.rows[start:end]:
        full = {name: _scalar(plain(t)) for name, t in zip(found.columns, terms, strict=True)}
        cells, room = dict[str, Scalar](), _LONGEST_ROW
        for name, cell in full.items():
            short = cell
            if isinstance(cell, str):
                short = clipped(cell, max(min(LONGEST_TEXT, room), 1))
            room -= len(str(short))
            cells[name] = short
        cut = [name for name, cell in cells.items() if cell != full[name]]
        found_grounds = grounds.of(full)
        yield Row(cells, found_grounds[:_MOST_GROUNDS], len(found_grounds), cut)


def limit_note(found: Table) -> Bilingual | None:
    """What is said of an answer that a limit ended; None for a whole one."""
    if found.limited in {None, Cut.PORTIONS}:  # portions are told in words of their own
        return None
    return Bilingual(
        f"the limit of {found.limited} ended the query after {len(found.rows)} rows; there are "
        "more: narrow the query",
        f"查询在 {len(found.rows)} 行后被上限（{found.limited}）截断，实际更多：请缩小查询",
    )


def row_lines(answer: RowsAnswer, lang: MessageLanguage) -> Iterator[str]:
    """The rows as short text, each with its claims and sentences."""
    yield answer.page.words.pick(lang)
    yield from answer.notes
    for place, row in enumerate(answer.rows, start=answer.page.first):
        cells = (f"{name}={cell}" for name, cell in row.cells.items() if cell is not None)
        yield f"{place}. {'; '.join(cells)}"
        said = set(row.cells.values())
        for ground in row.evidence:
            claim = f", claim: {ground.claim}" if ground.claim else ""
            if ground.sentence not in said:
                yield f"   > {ground.sentence}"
            if ground.claim not in said or ground.sentence not in said:
                yield f"   — {ground.source}{claim}"
            said.add(ground.sentence)
        if row.evidence_count > len(row.evidence):
            more = row.evidence_count - len(row.evidence)
            yield Bilingual(f"   {more} more claims", f"   另有 {more} 条陈述").pick(lang)


def _parsed(answer: Answered) -> tuple[tuple[str, ...], list[tuple[AnyTerm | None, ...]]]:
    if answer.media_type == GRAPH_TYPE:
        triples = parse(answer.body, format=RdfFormat.N_TRIPLES)
        return _TRIPLE, [(each.subject, each.predicate, each.object) for each in triples]
    results = parse_query_results(answer.body, format=QueryResultsFormat.TSV)
    if isinstance(results, QueryBoolean):
        truth = Literal(value=bool(results))
        return _BOOLEAN, [(truth,)]
    if not isinstance(results, QuerySolutions):
        raise TypeError(answer.media_type)
    columns = tuple(variable.value for variable in results.variables)
    return columns, [tuple(row[column] for column in columns) for row in results]


def _is_ordered(query: str) -> bool:
    words = [token.text.upper() for token in spoken_tokens(query)]
    return any(pair == ("ORDER", "BY") for pair in pairwise(words))


def _scalar(value: Value) -> Scalar:
    """A value as JSON holds it exactly."""
    return value if value is None or isinstance(value, str | bool) else number(str(value))


def _too_wide(columns: int) -> QueryError:
    return QueryError(
        Bilingual(
            f"the rows are too wide to be shown: {columns} columns",
            f"结果过宽，无法显示：共 {columns} 列",
        ),
        where="query",
        expected=Bilingual(
            f"at most {_MOST_COLUMNS} columns with short names",
            f"至多 {_MOST_COLUMNS} 列，列名从短",
        ),
        next_step=Bilingual("select fewer columns", "请减少所选的列"),
    )
