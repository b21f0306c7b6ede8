"""Answers and problems as HTTP responses."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from zjkg.errors import MessageLanguage, Problem
from zjkg.printable import printable
from zjkg.server.messages import Answered, Outcome
from zjkg.server.negotiation import chosen_type

STATUS: Mapping[Outcome, int] = MappingProxyType(
    {
        Outcome.ANSWERED: 200,
        Outcome.MALFORMED: 400,
        Outcome.REFUSED: 403,
        Outcome.MISSING: 404,
        Outcome.NOT_ACCEPTABLE: 406,
        Outcome.FAILED: 500,
        Outcome.LIMITED: 503,
        Outcome.BUSY: 503,
        Outcome.UNAVAILABLE: 503,
    }
)
_RETRY_SECONDS = "5"
_IN_HEADERS = "".join(map(chr, range(0x20, 0x7F))).replace("%", "")
_LONGEST_HEADER = 1_000
_COMMON = MappingProxyType(
    {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "Zjkg-Advice, Zjkg-Cut, Zjkg-Rows, Retry-After",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
        "Vary": "Accept, Accept-Language",
    }
)
_PREFLIGHT = MappingProxyType(
    {
        "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
        "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type",
        "Access-Control-Max-Age": "86400",
    }
)


def response(request: Request, answer: Answered) -> Response:
    """An answer; ``Zjkg-Cut`` names the limit that shortened or ended it.

    ``Zjkg-Advice`` names misspelt terms; it is percent-encoded beyond ASCII.
    """
    status = STATUS[answer.outcome]
    cut = {"Zjkg-Cut": str(answer.cut)} if answer.cut else {}
    if answer.problem is not None:
        if answer.outcome is Outcome.BUSY:
            cut["Retry-After"] = _RETRY_SECONDS
        return problem_response(request, answer.problem, status, cut)
    rows = {"Zjkg-Rows": str(answer.rows)}
    if answer.advice:
        rows["Zjkg-Advice"] = quote(" | ".join(answer.advice), safe=_IN_HEADERS)[:_LONGEST_HEADER]
    return Response(
        answer.body,
        status,
        {**_COMMON, **cut, **rows, "Content-Type": _with_charset(answer.media_type)},
    )


def problem_response(
    request: Request, problem: Problem, status: int, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem in its one shape: as JSON with both languages, or as text in one of them."""
    all_headers = {**_COMMON, **(headers or {})}
    kinds = ("text/plain", "application/json", "application/sparql-results+json")
    wanted = chosen_type(request.headers.get("accept", ""), kinds) or kinds[0]
    if wanted == kinds[0]:
        lang = preferred_language(request)
        text = printable(problem.text(lang)) + "\n"
        return Response(text, status, {**all_headers, "Content-Language": lang}, "text/plain")
    body = msgspec.json.encode({"error": problem})
    return Response(body, status, all_headers, "application/json")


def preflight() -> Response:
    """The answer to a browser that asks whether it may ask."""
    return Response(status_code=204, headers={**_COMMON, **_PREFLIGHT})


def preferred_language(request: Request) -> MessageLanguage:
    """That of ``lang`` in the address; else Chinese where the client names it first."""
    match request.query_params.get("lang"):
        case "zh":
            return "zh"
        case "en":
            return "en"
    first = request.headers.get("accept-language", "").partition(",")[0].strip().lower()
    return "zh" if first.startswith("zh") else "en"


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
