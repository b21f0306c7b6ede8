"""The SPARQL 1.1 Protocol: what an HTTP request asks for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from zjkg.errors import Bilingual, Problem, ZjkgError
from zjkg.query import Dataset
from zjkg.server.limits import Limits

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_MOST_FIELDS = 2_000
_EXPECTED = Bilingual(
    "GET with query=…, POST of a form with query=…, or POST of application/sparql-query",
    "GET 加 query=…、表单 POST 加 query=…，或以 application/sparql-query POST",
)
_SEE = Bilingual("see the SPARQL 1.1 Protocol, section 2.1", "见 SPARQL 1.1 Protocol 第 2.1 节")


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query with the graphs that the request names; no text asks for the description."""

    text: str | None
    dataset: Dataset


class ProtocolError(ZjkgError):
    """A request that the protocol or the endpoint does not allow; ``status`` is HTTP's."""

    def __init__(
        self, status: int, what: Bilingual, where: str, expected: Bilingual = _EXPECTED
    ) -> None:
        super().__init__(what, where=where, expected=expected, next_step=_SEE)
        self.status = status


async def read_request(request: Request, limits: Limits) -> QueryRequest:
    """The query in a request.

    Raises:
        ProtocolError: if the request is none that the endpoint answers.
    """
    fields = _fields(request.url.query.encode("latin-1", "replace"), "URL")
    if request.method != "POST":
        return _asked(fields, is_complete=bool(fields))
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if media_type == _UPDATE:
        raise _read_only()
    if media_type not in {_FORM, _QUERY}:
        what = Bilingual(
            f"the body is of another type: {media_type[:80] or 'none'}",
            f"请求体类型不符：{media_type[:80] or '未给出'}",
        )
        raise ProtocolError(415, what, "Content-Type")
    _demand_utf8(parameters)
    body = await _body(request, limits)
    if media_type == _FORM:
        return _asked([*fields, *_fields(body, "form")], is_complete=True)
    if any(name in {"query", "update"} for name, _ in fields):
        raise ProtocolError(400, Bilingual("two queries", "给出了两个查询"), "query")
    return _asked([*fields, ("query", _decoded(body))], is_complete=True)


def _asked(fields: Sequence[tuple[str, str]], *, is_complete: bool) -> QueryRequest:
    if any(name == "update" for name, _ in fields):
        raise _read_only()
    queries = [value for name, value in fields if name == "query"]
    if len(queries) > 1:
        raise ProtocolError(400, Bilingual("two queries", "给出了两个查询"), "query")
    if not queries and is_complete:
        raise ProtocolError(400, Bilingual("there is no query", "没有查询"), "query")
    dataset = Dataset(
        tuple(value for name, value in fields if name == "default-graph-uri"),
        tuple(value for name, value in fields if name == "named-graph-uri"),
    )
    return QueryRequest(queries[0] if queries else None, dataset)


def _fields(encoded: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return [
            (name, value)
            for name, value in parse_qsl(
                encoded.decode("ascii"),
                keep_blank_values=True,
                errors="strict",
                max_num_fields=_MOST_FIELDS,
            )
        ]
    except ValueError as error:
        what = Bilingual(f"the fields cannot be read: {error}", f"无法解析字段：{error}")
        raise ProtocolError(400, what, where) from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        what = Bilingual("the query is not in UTF-8", "查询不是 UTF-8 编码")
        raise ProtocolError(400, what, "body") from error


def _demand_utf8(parameters: str) -> None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().lower().partition("=")
        if name == "charset" and value.strip("\"'") not in {"utf-8", "utf8", "us-ascii"}:
            what = Bilingual("the body is not in UTF-8", "请求体不是 UTF-8 编码")
            raise ProtocolError(415, what, "Content-Type")


async def _body(request: Request, limits: Limits) -> bytes:
    """The body, which may be neither too long nor too slow."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(limits.request_seconds):
            async for part in request.stream():
                size += len(part)
                if size > limits.request:
                    raise _too_long(limits)
                parts.append(part)
    except (TimeoutError, ClientDisconnect) as error:
        what = Bilingual("the body came too slowly", "请求体传输过慢")
        expected = Bilingual(
            f"a body within {limits.request_seconds:g} seconds",
            f"在 {limits.request_seconds:g} 秒内发完的请求体",
        )
        raise ProtocolError(408, what, "body", expected) from error
    return b"".join(parts)


def _too_long(limits: Limits) -> ProtocolError:
    return ProtocolError(
        413,
        Bilingual("the body is too long", "请求体过长"),
        "body",
        Bilingual(f"at most {limits.request} bytes", f"不超过 {limits.request} 字节"),
    )


def _read_only() -> ProtocolError:
    return ProtocolError(
        403,
        Bilingual("updates are not allowed: the endpoint only reads", "端点只读，不允许更新"),
        "update",
    )


def refused_method(method: str) -> Problem:
    """What is said to a method that the endpoint does not have."""
    what = Bilingual(f"{method[:20]} is not a method of this place", f"此处不支持 {method[:20]}")
    return Problem(what, "method", _EXPECTED, _SEE)
