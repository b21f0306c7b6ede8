"""What a query may not do: change the data, or ask another server."""

from __future__ import annotations

from zjkg.errors import Bilingual, QueryError
from zjkg.query.tokens import Token, TokenKind, tokens

_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
)
_PROLOGUE = frozenset({"PREFIX", "BASE", "VERSION"})
_SILENT_KINDS = frozenset({TokenKind.COMMENT, TokenKind.SPACE})


def refuse_unsafe(text: str, where: str) -> None:
    """Refuses updates and ``SERVICE``; strings, comments and IRIs may contain the words.

    Raises:
        QueryError: if the text is an update or calls another server.
    """
    spoken = [token for token in tokens(text) if token.kind not in _SILENT_KINDS]
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
    if any(_may_call(token) for token in spoken):
        raise QueryError(
            Bilingual(
                "SERVICE calls another server, which is not allowed",
                "不允许用 SERVICE 调用其他服务器",
            ),
            where=where,
            expected=Bilingual("a query over this store alone", "仅针对本图库的查询"),
            next_step=Bilingual(
                "remove SERVICE; join the answers of two queries yourself",
                "去掉 SERVICE，分别查询后自行合并结果",
            ),
        )


def _form(spoken: list[Token]) -> str:
    """The first keyword after the prologue, in capitals."""
    for token in spoken:
        word = token.text.upper()
        if token.kind is TokenKind.WORD and word not in _PROLOGUE:
            return word
    return ""


def _may_call(token: Token) -> bool:
    """Whether an engine could read the token as ``SERVICE``, alone or run together with others.

    Engines need no space around keywords: ``trueSERVICE<…>`` and ``SERVICEex:name`` are calls.
    """
    if token.kind not in {TokenKind.WORD, TokenKind.PREFIXED}:
        return False
    return "SERVICE" in token.text.partition(":")[0].upper()
