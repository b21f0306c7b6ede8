"""The web application: the endpoint at ``/sparql`` and the description of its data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus

import anyio
import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zjkg.errors import Bilingual, Problem
from zjkg.printable import printable_line
from zjkg.server.messages import Answered, Asked, Cut, Task, broken, busy
from zjkg.server.negotiation import GRAPH_TYPES, TABLE_TYPES, chosen_type
from zjkg.server.pages import Pages, refusal
from zjkg.server.pool import Pool
from zjkg.server.protocol import ProtocolError, read_request, refused_method
from zjkg.server.responses import preflight, problem_response, response
from zjkg.server.snapshot import stamp

ENDPOINT = "/sparql"
ADVICE = f"{ENDPOINT}/advice"
VOID = "/.well-known/void"
_HOST = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
_METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]
_ALLOWED = frozenset({"GET", "HEAD", "POST"})
_MOST_KEPT = 32


@dataclass(slots=True)
class Endpoint:
    """Answers HTTP requests from a pool of workers."""

    pool: Pool
    _pending: int = field(init=False, default=0)
    _kept: dict[tuple[object, ...], Answered] = field(init=False, default_factory=dict)

    async def sparql(self, request: Request) -> Response:
        """The SPARQL protocol; without a query the Service Description."""
        return await self._asked_for(Task.QUERY, request)

    async def advice(self, request: Request) -> Response:
        """Unknown terms of a query and why it has no row, asked for like its answer."""
        return await self._asked_for(Task.ADVICE, request)

    async def _asked_for(self, task: Task, request: Request) -> Response:
        if request.method == "OPTIONS":
            return preflight()
        if request.method not in _ALLOWED:
            headers = {"Allow": "GET, HEAD, POST, OPTIONS"}
            return problem_response(request, refused_method(request.method), 405, headers)
        try:
            wanted = await read_request(request, self.pool.limits)
            asked = self._asked(request)
        except ProtocolError as error:
            return problem_response(request, error.problem, error.status)
        if wanted.text is None and task is Task.QUERY:
            return await self._described(request, asked, Task.SERVICE_DESCRIPTION)
        asked = msgspec.structs.replace(
            asked,
            task=task,
            query=wanted.text or "",
            default_graphs=wanted.dataset.default_graphs,
            named_graphs=wanted.dataset.named_graphs,
        )
        return response(request, await self.answer(asked))

    async def void(self, request: Request) -> Response:
        """VoID; without its counts where they take longer than a query may."""
        try:
            asked = self._asked(request)
        except ProtocolError as error:
            return problem_response(request, error.problem, error.status)
        return await self._described(request, asked, Task.VOID)

    def _asked(self, request: Request) -> Asked:
        host = request.headers.get("host", "")
        if not _HOST.fullmatch(host):
            what = Bilingual("the Host header is unusable", "Host 头无法使用")
            expected = Bilingual("a host, and a port if need be", "主机名，可带端口")
            raise ProtocolError(400, what, "Host", expected)
        accept = ",".join(request.headers.getlist("accept"))
        limits = self.pool.limits
        return Asked(
            table_type=chosen_type(accept, tuple(TABLE_TYPES)),
            graph_type=chosen_type(accept, tuple(GRAPH_TYPES)),
            base=f"{request.url.scheme}://{host}{ENDPOINT}",
            seconds=limits.seconds,
            rows=limits.rows,
            size=limits.answer,
        )

    async def _described(self, request: Request, asked: Asked, task: Task) -> Response:
        """A description, made once for each state of the store."""
        try:
            key = (task, asked.graph_type, asked.base, stamp(self.pool.folder))
        except OSError:
            return response(request, broken())
        if key not in self._kept:
            answer = await self.answer(msgspec.structs.replace(asked, task=task))
            if task is Task.VOID and answer.cut is Cut.TIME:
                without = msgspec.structs.replace(asked, task=Task.VOID_WITHOUT_COUNTS)
                answer = await self.answer(without)
            if answer.problem is not None:
                return response(request, answer)
            while len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = answer
        return response(request, self._kept[key])

    async def answer(self, asked: Asked) -> Answered:
        """The answer of a worker; that it is busy where too many wait."""
        if self._pending >= self.pool.limits.pending:
            return busy()
        self._pending += 1
        try:  # a limiter of its own, since the pool has its places
            return await anyio.to_thread.run_sync(
                partial(self.pool.ask, asked), limiter=anyio.CapacityLimiter(1)
            )
        finally:
            self._pending -= 1


def application(pool: Pool) -> Starlette:
    """The application over a pool of workers."""
    endpoint = Endpoint(pool)
    pages = Pages(endpoint.answer, pool.limits, partial(stamp, pool.folder))
    return Starlette(
        routes=[
            Route(ENDPOINT, endpoint.sparql, methods=_METHODS),
            Route(f"{ENDPOINT}/", endpoint.sparql, methods=_METHODS),
            Route(ADVICE, endpoint.advice, methods=_METHODS),
            Route(VOID, endpoint.void, methods=["GET"]),
            *pages.routes(),
        ],
        exception_handlers={HTTPException: _refused},
    )


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if isinstance(error, HTTPException) and status == HTTPStatus.METHOD_NOT_ALLOWED:
        return refusal(request, _unknown_method(request), status, error.headers)
    problem = Problem(
        Bilingual("there is nothing here", "此处没有内容"),
        printable_line(request.url.path[:200]),
        Bilingual(f"{ENDPOINT} or {VOID}", f"{ENDPOINT} 或 {VOID}"),
        Bilingual(f"ask {ENDPOINT}", f"请查询 {ENDPOINT}"),
    )
    return refusal(request, problem, status, for_readers=_no_page(problem.where))


def _no_page(where: str) -> Problem:
    return Problem(
        Bilingual("there is nothing here", "此处没有内容"),
        where,
        Bilingual(
            "the address of a page, as a search or the start page leads to it",
            "页面的地址，如检索结果或首页所链接的地址",
        ),
        Bilingual(
            "write a name or words of a sentence into the search box above, or begin at the start",
            "请在上方检索框输入名称或句中词语，或从首页开始",
        ),
    )


def _unknown_method(request: Request) -> Problem:
    return Problem(
        refused_method(request.method).what,
        printable_line(request.url.path[:200]),
        Bilingual("GET or HEAD", "GET 或 HEAD"),
        Bilingual(
            "ask with GET; queries may be posted to /sparql", "请用 GET；查询可用 POST 发往 /sparql"
        ),
    )
