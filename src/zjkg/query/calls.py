"""Whether a query calls another server: judged by the grammar of the engine that would call.

Any other reader can be shown one query while the engine sees another. Tokens cannot judge: SPARQL
takes the longest token, the engine does not, so ``1<2)SERVICE#>`` is an IRI by SPARQL's rules and
a call by the engine's. Nor can the parse tree of another library, which refuses some of what the
engine reads and cuts the rest by rules of its own.

So the engine reads the query once with every ``SERVICE`` spelt otherwise, over an empty store. In
strings, comments, IRIs and names letters are letters, and the query is read as before. Where the
word is the keyword, nothing else can stand, and the query is not read any more. No call can happen
meanwhile, since the keyword is gone.
"""

from __future__ import annotations

import re

from pyoxigraph import Store

from zjkg.errors import Bilingual
from zjkg.query.guard import QueryRefusedError
from zjkg.query.prefixes import PREFIXES
from zjkg.query.tokens import TokenKind, tokens

_KEYWORD = re.compile("SERVICE", re.IGNORECASE)
_OTHER_ENDING = {"E": "X", "e": "x"}
_ERROR_PLACE = re.compile(r"error at (\d+):(\d+): ")
_CODE_KINDS = frozenset({TokenKind.WORD, TokenKind.PREFIXED})


def refuse_calls(text: str, where: str, base: str | None = None) -> None:
    """Refuses a query that calls another server.

    Args:
        text: the query.
        where: what it is called in messages.
        base: what its relative IRIs are relative to.

    Raises:
        QueryRefusedError: if it calls.
        SyntaxError: if it contains the word and cannot be read; the place is one of the query.
    """
    if not _KEYWORD.search(text):
        return
    without = _KEYWORD.sub(lambda found: found[0][:-1] + _OTHER_ENDING[found[0][-1]], text)
    try:
        Store().query(without, base_iri=base, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        if _has_keyword(text) or _stops_at_keyword(text, str(error)):
            raise _refused(where) from error
        raise
    except RuntimeError:  # it was read; the query itself will say what the engine lacks
        return


def _has_keyword(text: str) -> bool:
    """Whether the tokens show a call, alone or run together with others."""
    return any(
        token.kind in _CODE_KINDS and _KEYWORD.search(token.text.partition(":")[0])
        for token in tokens(text)
    )


def _stops_at_keyword(text: str, message: str) -> bool:
    """Whether the engine stopped reading at the word, or just behind it."""
    place = _ERROR_PLACE.match(message)
    if place is None:
        return False
    lines = text.split("\n")
    stop = sum(len(line) + 1 for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1
    return any(found.start() <= stop <= found.end() + 1 for found in _KEYWORD.finditer(text))


def _refused(where: str) -> QueryRefusedError:
    return QueryRefusedError(
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
