"""Running a query over the union of all graphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
)

from zjkg.errors import Bilingual, MessageLanguage, QueryError
from zjkg.query.binding import bound
from zjkg.query.calls import refuse_calls
from zjkg.query.dataset import Dataset, chooses_dataset
from zjkg.query.guard import refuse_foreign_graph, refuse_unsafe, spoken_tokens
from zjkg.query.library import NamedQuery, parse_query
from zjkg.query.mistakes import mistake
from zjkg.query.portions import Unread, unread
from zjkg.query.prefixes import PREFIXES
from zjkg.query.vocabulary import unknown_prefix

_LONGEST_EXPECTATION = 200
_SHOWN_EITHER_SIDE = 100
_STORED = Dataset()  # no graph is named: the union of all

Answer = QuerySolutions | QueryTriples | QueryBoolean
GraphNode = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of the engine, to be read once: solutions, triples or a boolean.

    ``columns`` are the variables of a SELECT in their order, empty otherwise. ``lang`` is the
    language of headings in tables made from it. ``unread`` tells which portions of a large store
    the rows are from, None where they are from all of it.
    """

    answer: Answer
    columns: tuple[str, ...]
    lang: MessageLanguage
    unread: Unread | None = None


def run(
    store: Store,
    query: str | NamedQuery,
    parameters: Mapping[str, str] | None = None,
    *,
    lang: MessageLanguage = "en",
) -> Result:
    """Runs a SELECT, ASK, CONSTRUCT or DESCRIBE; the known prefixes need no declaration.

    ``$name`` in the text is a parameter. The default graph is the union of all graphs.

    Raises:
        QueryError: if the query is malformed, an update, calls another server, or a parameter is
            missing, unknown or not of its type.
    """
    asked = parse_query("query", query) if isinstance(query, str) else query
    text = bound(store, asked, parameters)
    answer = evaluate(store, text, asked.name)
    columns = (
        tuple(variable.value for variable in answer.variables)
        if isinstance(answer, QuerySolutions)
        else ()
    )
    return Result(answer, columns, lang, unread(text))


def evaluate(
    store: Store,
    text: str,
    name: str,
    dataset: Dataset = _STORED,
    *,
    base: str | None = None,
) -> Answer:
    """Runs the text as it stands: ``$name`` is a variable, as in SPARQL.

    The default graph is the union of all graphs, unless the query (``FROM``) or the request
    (``dataset``) names graphs; the request counts before the query.

    Args:
        store: where the graph is.
        text: a SPARQL query; the known prefixes need no declaration.
        name: what the query is called in messages.
        dataset: the graphs that the request names.
        base: what relative IRIs in the query are relative to.

    Raises:
        QueryError: if the query is malformed, not allowed, or names a graph that is no IRI.
    """
    spoken = spoken_tokens(text)
    refuse_unsafe(spoken, name, base)
    default_graphs, named_graphs = _graphs(dataset, name)
    try:
        refuse_calls(text, name, base)
        return store.query(
            text,
            base_iri=base,
            prefixes=dict(PREFIXES),
            use_default_graph_as_union=not (dataset.is_given or chooses_dataset(spoken)),
            default_graph=default_graphs,
            named_graphs=named_graphs,
        )
    except (SyntaxError, RuntimeError, UnicodeEncodeError) as error:  # the last: half characters
        if str(error).startswith("Corruption"):  # of the store's files: no fault of the query
            raise
        raise _malformed(name, text, str(error)) from error


def _graphs(
    dataset: Dataset, where: str
) -> tuple[list[GraphNode] | None, list[NamedNode | BlankNode] | None]:
    """What the engine is to take for the default graph and the named ones."""
    if not dataset.is_given:
        return None, None
    for iri in (*dataset.default_graphs, *dataset.named_graphs):
        refuse_foreign_graph(iri, where)
    try:
        default: list[GraphNode] = [NamedNode(iri) for iri in dataset.default_graphs]
        named: list[NamedNode | BlankNode] = [NamedNode(iri) for iri in dataset.named_graphs]
    except ValueError as error:
        raise QueryError(
            Bilingual(f"the name of a graph is no IRI: {error}", f"图的名称不是 IRI：{error}"),
            where="default-graph-uri, named-graph-uri",
            expected=Bilingual("an absolute IRI", "绝对 IRI"),
            next_step=Bilingual("correct the IRI", "请更正该 IRI"),
        ) from error
    return default, named


def _malformed(name: str, text: str, message: str) -> QueryError:
    """What cannot be read, with the line that it stands in and a mark under the place."""
    found = mistake(text, message)
    if found is None:
        where, reason = name, Bilingual(*[_cut(message)] * 2)
    else:
        lines = text.split("\n")
        line = lines[found.line - 1] if found.line <= len(lines) else ""
        shown, mark = _around(line, found.column - 1)
        where = f"{name}, {found.line}:{found.column}\n{shown}\n{' ' * mark}^"
        reason = Bilingual(
            f"line {found.line}, column {found.column}: {found.what.en}",
            f"第 {found.line} 行第 {found.column} 列：{found.what.zh}",
        )
    prefix = unknown_prefix(text)
    if prefix is not None and "Prefix not found" in message:
        return _no_prefix(where, *prefix)
    return QueryError(
        Bilingual(f"the query cannot be read: {reason.en}", f"无法解析查询：{reason.zh}"),
        where=where,
        expected=found.expected if found else Bilingual("a SPARQL 1.1 query", "SPARQL 1.1 查询"),
        next_step=Bilingual("correct the marked place", "请更正标出的位置"),
    )


def _cut(message: str) -> str:
    """A message of another engine, as far as it can be taken in."""
    longest = _LONGEST_EXPECTATION
    return message if len(message) <= longest else f"{message[:longest]} …"


def _around(line: str, place: int) -> tuple[str, int]:
    """As much of a line as can be taken in at once, and where the place is in it."""
    first = max(0, min(place, len(line)) - _SHOWN_EITHER_SIDE)
    last = place + _SHOWN_EITHER_SIDE
    before, after = ("… " if first else ""), (" …" if last < len(line) else "")
    return f"{before}{line[first:last]}{after}", len(before) + place - first


def _no_prefix(where: str, prefix: str, close: tuple[str, ...]) -> QueryError:
    known = ", ".join(f"{each}:" for each in PREFIXES)
    names_en, names_zh = (sep.join(f"{each}:" for each in close) for sep in (" or ", " 或 "))
    return QueryError(
        Bilingual(
            f"the query cannot be read: nothing is known as {prefix}:",
            f"无法解析查询：没有前缀 {prefix}:",
        ),
        where=where,
        expected=Bilingual(
            f"a prefix that the query declares, or one of {known}",
            f"查询中声明的前缀，或以下之一：{known}",
        ),
        next_step=Bilingual(
            (f"did you mean {names_en}? " if close else "")
            + f"else declare it: PREFIX {prefix}: <IRI>",
            (f"是否想用 {names_zh}？" if close else "") + f"否则请声明：PREFIX {prefix}: <IRI>",
        ),
    )
