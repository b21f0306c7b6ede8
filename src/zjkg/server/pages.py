"""The pages over HTTP: which address is which page, and in which form and language it goes out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from zjkg.errors import Bilingual, Problem
from zjkg.pages import HTML, JSON, ROOTS, PageKind, PageRequest, problem_page
from zjkg.printable import printable_line
from zjkg.server.assets import Assets
from zjkg.server.limits import Limits
from zjkg.server.messages import Answered, Asked, Outcome, Task, broken
from zjkg.server.negotiation import GRAPH_TYPES, chosen_type
from zjkg.server.responses import STATUS, preferred_language, problem_response

_KINDS = MappingProxyType(
    {
        "/": PageKind.HOME,
        "/search": PageKind.SEARCH,
        "/thing": PageKind.THING,
        "/conflicts": PageKind.CONFLICTS,
        "/sources": PageKind.SOURCES,
        "/metrics": PageKind.METRICS,
        "/metric/{name}": PageKind.METRIC,
        "/explore": PageKind.EXPLORE,
        "/query": PageKind.WORKBENCH,
        "/query/catalogue": PageKind.CATALOGUE,
        "/query/bound": PageKind.BOUND,
        "/explore/node": PageKind.NODE,
        "/explore/edges": PageKind.EDGES,
        "/explore/joined": PageKind.JOINED,
        **{f"/{root}/{{rest:path}}": PageKind.THING for root in ROOTS},
    }
)
_ONLY_JSON = frozenset(
    {PageKind.NODE, PageKind.EDGES, PageKind.JOINED, PageKind.CATALOGUE, PageKind.BOUND}
)
_WITHOUT_TRIPLES = frozenset({PageKind.HOME, PageKind.SEARCH, PageKind.METRICS})
_FORMATS = MappingProxyType(
    {"html": HTML, "json": JSON, "turtle": "text/turtle", "jsonld": "application/ld+json"}
)
_TRIPLES = tuple(each for each in GRAPH_TYPES if each not in {JSON, "application/xml"})
_MOST_KEPT = 64
_LARGEST_KEPT = 1 << 20
_HEADERS = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-cache",
        "Vary": "Accept, Accept-Language",
    }
)
Asking = Callable[[Asked], Awaitable[Answered]]


@dataclass(slots=True)
class Pages:
    """Answers requests for pages from the workers; keeps what it made for one state of a store."""

    ask: Asking
    limits: Limits
    state: Callable[[], tuple[int, int, int]]
    assets: Assets = field(default_factory=Assets)
    _kept: dict[tuple[object, ...], Answered] = field(init=False, default_factory=dict)

    def routes(self) -> list[Route]:
        """The addresses of all pages and of what they load."""
        pages = [
            Route(path, self._endpoint(kind), methods=["GET"]) for path, kind in _KINDS.items()
        ]
        return [*pages, Route("/static/{name:path}", self._asset, methods=["GET"])]

    def _endpoint(self, kind: PageKind) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            wanted = self._wanted(request, kind)
            is_program = wanted is None or wanted.media_type != HTML
            if kind is PageKind.HOME and is_program and not request.query_params.get("format"):
                return RedirectResponse("/sparql")  # a program's way in
            if wanted is None:
                return problem_response(request, _not_acceptable(request, kind), 406)
            return self._response(request, wanted, await self._answer(wanted))

        return endpoint

    def _wanted(self, request: Request, kind: PageKind) -> PageRequest | None:
        wanted = page_request(request, kind)
        has_scripts = self.assets.get("built/keys.js") is not None
        return wanted and msgspec.structs.replace(wanted, has_scripts=has_scripts)

    async def _answer(self, wanted: PageRequest) -> Answered:
        try:
            key = (msgspec.json.encode(wanted), self.state())
        except OSError:
            return broken()
        if key in self._kept:
            return self._kept[key]
        asked = Asked(
            task=Task.PAGE, page=wanted, seconds=self.limits.seconds, rows=self.limits.rows
        )
        answered = await self.ask(asked)
        if answered.problem is None and len(answered.body) <= _LARGEST_KEPT:
            while len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = answered
        return answered

    def _response(self, request: Request, wanted: PageRequest, answered: Answered) -> Response:
        status = STATUS[answered.outcome]
        if answered.outcome is Outcome.MISSING:
            answered = msgspec.structs.replace(answered, problem=_missing(request))
        if answered.problem is not None:
            return problem_as(request, wanted, answered.problem, status)
        cut = {"Zjkg-Cut": str(answered.cut)} if answered.cut else {}
        headers = {**_HEADERS, **cut, "Content-Language": wanted.lang}
        if wanted.media_type != HTML:
            headers["Access-Control-Allow-Origin"] = "*"
        text = wanted.media_type.startswith("text/")
        kind = f"{wanted.media_type}; charset=utf-8" if text else wanted.media_type
        return Response(answered.body, status, {**headers, "Content-Type": kind})

    async def _asset(self, request: Request) -> Response:
        found = self.assets.get(request.path_params["name"])
        if found is None:
            return problem_response(request, _missing(request), 404)
        if request.headers.get("if-none-match") == found.tag:
            return Response(status_code=304, headers={**_HEADERS, "ETag": found.tag})
        headers = {**_HEADERS, "ETag": found.tag, "Content-Type": found.media_type}
        return Response(found.body, 200, headers)


def page_request(request: Request, kind: PageKind) -> PageRequest | None:
    """The page that a request asks for; None where it has no form that is asked for or taken.

    ``format`` and ``lang`` in the address count before the headers.
    """
    fields = {name: value for name, value in request.query_params.items() if value}
    offered = _offered(kind)
    form = fields.pop("format", "")
    accept = ",".join(request.headers.getlist("accept"))
    media_type = _FORMATS.get(form) if form else chosen_type(accept, offered)
    lang = preferred_language(request)
    if media_type not in offered:
        return None
    return PageRequest(
        kind=kind,
        path=request.scope["raw_path"].decode("latin-1"),
        fields=fields,
        lang=lang,
        keeps_language=fields.get("lang") == lang,
        media_type=media_type,
    )


def _offered(kind: PageKind) -> tuple[str, ...]:
    if kind in _ONLY_JSON:
        return (JSON,)
    if kind in {PageKind.EXPLORE, PageKind.WORKBENCH}:
        return (HTML,)
    return (HTML, JSON) if kind in _WITHOUT_TRIPLES else (HTML, *_TRIPLES, JSON)


def problem_as(
    request: Request,
    wanted: PageRequest,
    problem: Problem,
    status: int,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A problem as a page where a page was asked for, else in its one shape."""
    if wanted.media_type != HTML:
        return problem_response(request, problem, status, headers)
    all_headers = {
        **_HEADERS,
        **(headers or {}),
        "Content-Language": wanted.lang,
        "Content-Type": f"{HTML}; charset=utf-8",
    }
    return Response(problem_page(problem, wanted), status, all_headers)


def refusal(
    request: Request,
    problem: Problem,
    status: int,
    headers: Mapping[str, str] | None = None,
    *,
    for_readers: Problem | None = None,
) -> Response:
    """The answer where an address leads nowhere, or is asked by a method that it does not take.

    ``for_readers`` tells it to who asked for a page, where programs are told something else.
    """
    wanted = page_request(request, PageKind.HOME)
    takes_text = "text/html" in request.headers.get("accept", "")
    if wanted is None or not takes_text:
        return problem_response(request, problem, status, headers)
    return problem_as(request, wanted, for_readers or problem, status, headers)


def _missing(request: Request) -> Problem:
    return Problem(
        Bilingual("nothing is known under this address", "此地址下没有内容"),
        printable_line(request.url.path[:200]),
        Bilingual("an article, an entity or a claim of this store", "本图库中的文章、实体或陈述"),
        Bilingual(
            "search for it by name; a new build may have given it another address",
            "请按名称检索；重新构建后地址可能已变",
        ),
    )


def _not_acceptable(request: Request, kind: PageKind) -> Problem:
    offered = _offered(kind)
    form = request.query_params.get("format")
    if form:
        offered = tuple(name for name, media_type in _FORMATS.items() if media_type in offered)
    names = ", ".join(offered)
    return Problem(
        Bilingual("this page has no such form", "此页面没有所要求的格式"),
        f"format={printable_line(form[:40])}" if form else "Accept",
        Bilingual(f"one of {names}", f"以下之一：{names}"),
        Bilingual("name one of them", "请选择其一"),
    )
