"""What a query may not do: write, ask another server, name a file, or outgrow the engine's stack.

Calls are judged by the engine's own grammar (``calls``). The rest is judged by tokens, and needs no
more: updates and files are refused by name for the caller's sake, since the engine's queries cannot
write and it opens no file; and a query that hides its size from the tokens ends its own process.
"""

from __future__ import annotations

from zjkg.errors import Bilingual, QueryError
from zjkg.query.dataset import dataset_iris
from zjkg.query.tokens import Token, TokenKind, tokens

_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
)
_PROLOGUE = frozenset({"PREFIX", "BASE", "VERSION"})
_SILENT_KINDS = frozenset({TokenKind.COMMENT, TokenKind.SPACE})
# The engine reads and plans a query by recursion, and a stack that overflows ends the process.
# Long lists of values are safe at any length, so IRIs and strings do not count.
_MAX_NESTING = 64
_MAX_PARTS = 5_000
_COUNTED_KINDS = frozenset({TokenKind.WORD, TokenKind.VARIABLE, TokenKind.OTHER})
# Names that some software would open. This engine opens none; a caller should know all the same.
_OPENED_SCHEMES = frozenset("file data jar ftp ftps sftp smb gopher".split())


class QueryRefusedError(QueryError):
    """A query that may be well formed, and asks for what is not allowed."""


def spoken_tokens(text: str) -> list[Token]:
    """The tokens of a query without comments and white space."""
    return [token for token in tokens(text) if token.kind not in _SILENT_KINDS]


def refuse_unsafe(spoken: list[Token], where: str, base: str | None = None) -> None:
    """Refuses updates, files as graphs and what the engine's stack cannot hold.

    Args:
        spoken: the query, from ``spoken_tokens``.
        where: what the query is called in messages.
        base: what relative IRIs of the query are relative to.

    Raises:
        QueryError: if the text is an update, or is too long or too deep.
        QueryRefusedError: if it names a file as a graph.
    """
    _refuse_oversized(spoken, where)
    form = _form(spoken)
    if form in _UPDATES:
        raise QueryError(
            Bilingual(
                f"{form} changes data, and queries only read", f"{form} 会修改数据，查询只读"
            ),
            where=where,
            expected=Bilingual(
                "SELECT, ASK, CONSTRUCT or DESCRIBE", "SELECT、ASK、CONSTRUCT 或 DESCRIBE"
            ),
            next_step=Bilingual(
                "change the articles and run zjkg build", "请修改文章后运行 zjkg build"
            ),
        )
    for iri in dataset_iris(spoken, base):
        refuse_foreign_graph(iri, where)


def refuse_foreign_graph(iri: str, where: str) -> None:
    """Refuses a graph whose name says that a file should be opened.

    Raises:
        QueryRefusedError: if the scheme is that of files or of file servers.
    """
    scheme = iri.partition(":")[0].lower()
    if scheme not in _OPENED_SCHEMES:
        return
    raise QueryRefusedError(
        Bilingual(f"graphs named by {scheme}: are not read", f"不读取以 {scheme}: 命名的图"),
        where=where,
        expected=Bilingual(
            "the http, https or urn IRI of a graph in this store",
            "本图库中某个图的 http、https 或 urn IRI",
        ),
        next_step=Bilingual(
            "list the graphs: SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
            "列出所有图：SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
        ),
    )


def _refuse_oversized(spoken: list[Token], where: str) -> None:
    parts = sum(token.kind in _COUNTED_KINDS for token in spoken)
    depth = _nesting(spoken)
    if parts <= _MAX_PARTS and depth <= _MAX_NESTING:
        return
    raise QueryError(
        Bilingual("the query is too long or nested too deeply", "查询过长或嵌套过深"),
        where=where,
        expected=Bilingual(
            f"at most {_MAX_NESTING} brackets inside each other and {_MAX_PARTS} keywords, "
            f"variables and operators; here {depth} and {parts}",
            f"括号嵌套不超过 {_MAX_NESTING} 层，关键字、变量和运算符不超过 {_MAX_PARTS} 个；"
            f"此处为 {depth} 层、{parts} 个",
        ),
        next_step=Bilingual(
            "ask in several queries; list many values in VALUES",
            "请拆成多个查询；大量取值请用 VALUES 列出",
        ),
    )


def _nesting(spoken: list[Token]) -> int:
    """The largest number of brackets that are open at once."""
    depth = deepest = 0
    for token in spoken:
        if token.kind is TokenKind.OTHER and token.text in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif token.kind is TokenKind.OTHER and token.text in ")]}":
            depth -= 1
    return deepest


def _form(spoken: list[Token]) -> str:
    """The first keyword after the prologue, in capitals."""
    for token in spoken:
        word = token.text.upper()
        if token.kind is TokenKind.WORD and word not in _PROLOGUE:
            return word
    return ""
