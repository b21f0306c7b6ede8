"""One query in a worker: evaluated, written in its format, cut where a limit says so."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import msgspec
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from zjkg.errors import Bilingual, Problem, QueryError
from zjkg.query import PREFIXES, Dataset, QueryRefusedError, Unread, evaluate, unread
from zjkg.query.vocabulary import unknown_terms
from zjkg.server.messages import Answered, Asked, Cut, Outcome, limited
from zjkg.server.negotiation import GRAPH_TYPES, TABLE_TYPES
from zjkg.server.tables import table_writer

_ROWS_BETWEEN_LOOKS = 64
_LONGEST_ADVISED = 4_000  # characters of a query whose terms are looked up
_COMMENT_FORMS = frozenset(
    {RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.N3}
)
_PREFIXED_FORMS = frozenset({RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N3, RdfFormat.RDF_XML})


@dataclass(slots=True)
class Meter:
    """Says when an answer has reached a limit."""

    asked: Asked
    deadline: float
    rows: int = 0
    size: int = 0

    def full(self) -> Cut | None:
        """The limit that the next row would break."""
        if self.rows >= self.asked.rows:
            return Cut.ROWS
        if self.size >= self.asked.size:
            return Cut.SIZE
        if self.rows % _ROWS_BETWEEN_LOOKS == 0 and time.monotonic() >= self.deadline:
            return Cut.TIME
        return None

    def count(self, size: int) -> None:
        """One more row of so many bytes."""
        self.rows += 1
        self.size += size


def answered(store: Store, asked: Asked) -> Answered:
    """The answer to a query; problems come back as answers too."""
    return with_problems_told(_advised, store, asked)


def with_problems_told(
    work: Callable[[Store, Asked], Answered], store: Store, asked: Asked
) -> Answered:
    """What the work gives, or the problem that it met."""
    try:
        return work(store, asked)
    except QueryRefusedError as error:
        return Answered(outcome=Outcome.REFUSED, problem=error.problem)
    except QueryError as error:
        return Answered(outcome=Outcome.MALFORMED, problem=error.problem)
    except MemoryError:
        return limited(Cut.MEMORY, asked.seconds, 0)
    except (RuntimeError, ValueError) as error:
        return _failed(str(error))


def _advised(store: Store, asked: Asked) -> Answered:
    """The answer, and what it would tell a person of terms that nobody knows."""
    answer = _written(store, asked)
    if answer.problem is not None or len(asked.query) > _LONGEST_ADVISED:
        return answer
    told = tuple(message.en for message in unknown_terms(store, asked.query))
    return msgspec.structs.replace(answer, advice=told)


def _written(store: Store, asked: Asked) -> Answered:
    meter = Meter(asked, time.monotonic() + asked.seconds)
    dataset = Dataset(asked.default_graphs, asked.named_graphs)
    answer = evaluate(store, asked.query, "query", dataset, base=asked.base or None)
    if isinstance(answer, QuerySolutions):
        return _table(answer, meter)
    if isinstance(answer, QueryBoolean):
        return _boolean(answer, asked)
    return _graph(answer, meter)


def notice(cut: Cut | None, rows: int, left_out: Unread | None = None) -> str:
    """What is said in the body of an answer that was cut; empty for a whole one."""
    if cut is None:
        return ""
    if cut is Cut.PORTIONS and left_out:
        return f"{left_out.words.en} / {left_out.words.zh}"
    return f"cut by the limit of {cut} after {rows} rows / 已按上限（{cut}）截断，共 {rows} 行"


def _boolean(answer: QueryBoolean, asked: Asked) -> Answered:
    if asked.table_type is None:
        return not_acceptable(TABLE_TYPES)
    body = answer.serialize(format=TABLE_TYPES[asked.table_type]) or b""
    return Answered(outcome=Outcome.ANSWERED, body=body, media_type=asked.table_type, rows=1)


def _table(answer: QuerySolutions, meter: Meter) -> Answered:
    wanted = meter.asked.table_type
    if wanted is None:
        return not_acceptable(TABLE_TYPES)
    columns = [variable.value for variable in answer.variables]
    writer = table_writer(TABLE_TYPES[wanted])
    parts: list[bytes] = []
    cut = None
    for solution in answer:
        cut = meter.full()
        if cut:
            break
        written = writer.row(columns, list(solution))
        parts.append(written)
        meter.count(len(written))
    left_out = unread(meter.asked.query)
    cut = cut or (Cut.PORTIONS if left_out else None)
    body = writer.head(columns) + writer.between.join(parts)
    return Answered(
        outcome=Outcome.ANSWERED,
        body=body + writer.tail(notice(cut, meter.rows, left_out)),
        media_type=wanted,
        rows=meter.rows,
        cut=cut,
    )


def _graph(answer: Iterable[Triple], meter: Meter) -> Answered:
    wanted = meter.asked.graph_type
    if wanted is None:
        return not_acceptable(GRAPH_TYPES)
    triples: set[Triple] = set()
    cut = None
    for triple in answer:
        if triple in triples:
            continue
        cut = meter.full()
        if cut:
            break
        triples.add(triple)
        meter.count(sum(_length(term) for term in triple))
    return Answered(
        outcome=Outcome.ANSWERED,
        body=graph_body(triples, wanted, notice(cut, meter.rows)),
        media_type=wanted,
        rows=meter.rows,
        cut=cut,
    )


def graph_body(triples: Iterable[Triple], media_type: str, words: str = "") -> bytes:
    """Triples in a format and a fixed order, with the notice where comments exist."""
    form = GRAPH_TYPES[media_type]
    prefixes = dict(PREFIXES) if form in _PREFIXED_FORMS else None
    body = serialize(sorted(triples, key=str), format=form, prefixes=prefixes) or b""
    if words and form in _COMMENT_FORMS:
        body += f"# {words}\n".encode()
    elif words and form == RdfFormat.RDF_XML:
        body += f"\n<!-- {words} -->\n".encode()
    return body


def _length(term: NamedNode | BlankNode | Literal | Triple) -> int:
    """About the bytes of a term in an answer."""
    return len(str(term)) if isinstance(term, Triple) else len(term.value) + 4


def not_acceptable(offered: Iterable[str]) -> Answered:
    """The answer where the client takes none of the formats."""
    names = ", ".join(offered)
    problem = Problem(
        Bilingual("no format that was asked for fits the result", "所要求的格式均不适合该结果"),
        "Accept",
        Bilingual(f"one of {names}", f"以下之一：{names}"),
        Bilingual(
            "name one of them; SELECT and ASK give a table, CONSTRUCT and DESCRIBE triples",
            "请选择其一；SELECT 和 ASK 得到表格，CONSTRUCT 和 DESCRIBE 得到三元组",
        ),
    )
    return Answered(outcome=Outcome.NOT_ACCEPTABLE, problem=problem)


def _failed(message: str) -> Answered:
    problem = Problem(
        Bilingual(f"the query could not be evaluated: {message}", f"查询无法执行：{message}"),
        "query",
        Bilingual("a query that the engine can evaluate", "引擎可执行的查询"),
        Bilingual("simplify the query", "请简化查询"),
    )
    return Answered(outcome=Outcome.FAILED, problem=problem)
