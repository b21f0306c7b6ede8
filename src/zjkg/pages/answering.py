"""From a request for a page to its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl

import msgspec
from pyoxigraph import Store, Triple

from zjkg.pages.addresses import Addresses, base_of
from zjkg.pages.article_page import ArticlePage
from zjkg.pages.claim_page import ClaimPage
from zjkg.pages.context import Context
from zjkg.pages.entity_page import EntityPage
from zjkg.pages.listings import (
    ConflictsPage,
    ExplorePage,
    HomePage,
    SearchPage,
    SourcesPage,
    conflicts_page,
    explore_page,
    home_page,
    search_page,
    sources_page,
)
from zjkg.pages.metrics import (
    MetricPage,
    MetricsPage,
    metric_page,
    metrics_page,
)
from zjkg.pages.neighbourhood import edges_view, joined_view, node_view
from zjkg.pages.parts import Part
from zjkg.pages.rendering import rendered
from zjkg.pages.request import HTML, JSON, PageAnswer, PageKind, PageRequest
from zjkg.pages.things import ConflictPage, ThingPage, thing_page
from zjkg.pages.triples import triples_of
from zjkg.pages.workbench import WorkbenchPage, bound, catalogue, workbench_page

TripleWriter = Callable[[Iterable[Triple], str], bytes]
_TEMPLATES: dict[type[Part], str] = {
    ArticlePage: "article",
    ClaimPage: "claim",
    ConflictPage: "conflict",
    ConflictsPage: "conflicts",
    EntityPage: "entity",
    ExplorePage: "explore",
    HomePage: "home",
    MetricPage: "metric",
    MetricsPage: "metrics",
    SearchPage: "search",
    SourcesPage: "sources",
    ThingPage: "thing",
    WorkbenchPage: "workbench",
}
_OF_THINGS = frozenset({PageKind.THING, PageKind.METRIC, PageKind.NODE, PageKind.EDGES})
_MOST_EDGES = 50
_MISSING = PageAnswer(body=b"", is_missing=True)


def answer(store: Store, request: PageRequest, write: TripleWriter, most: int) -> PageAnswer:
    """The page in the form that is asked for.

    Args:
        store: where the graph is.
        request: the page.
        write: writes triples in a media type.
        most: the most triples.
    """
    query = (("lang", request.lang),) if request.keeps_language else ()
    addresses = Addresses(base_of(store), query)
    context = Context(store, addresses, request.lang)
    iri = _iri(context, request)
    if iri is None and request.kind in _OF_THINGS:
        return _MISSING
    if request.media_type not in {HTML, JSON}:
        return _triples(context, request, iri, write, most)
    page = _page(context, request, iri or "")
    if page is None:
        return _MISSING
    if request.media_type == JSON or type(page) not in _TEMPLATES:
        return PageAnswer(body=msgspec.json.encode(page))
    return PageAnswer(body=rendered(_TEMPLATES[type(page)], page, request, addresses))


def _iri(context: Context, request: PageRequest) -> str | None:
    """The thing that the address names, if anything is known of it."""
    fields = request.fields
    if request.kind in {PageKind.THING, PageKind.METRIC}:
        named = context.addresses.iris(request.path, fields)
    elif request.kind in _OF_THINGS:
        return _named(context, fields.get("at", ""))
    else:
        return None
    return next((iri for iri in named if context.is_known(iri)), None)


def _named(context: Context, address: str) -> str | None:
    """The thing whose page has that address, if anything is known of it."""
    path, _, query = address.partition("?")
    named = context.addresses.iris(path, dict(parse_qsl(query)))
    return next((iri for iri in named if context.is_known(iri)), None)


def _all_named(context: Context, addresses: str) -> list[str]:
    found = (_named(context, each) for each in addresses.split())
    return [iri for iri in found if iri]


def _page(context: Context, request: PageRequest, iri: str) -> Part | None:
    fields = request.fields
    makers: dict[PageKind, Callable[[], Part | None]] = {
        PageKind.HOME: lambda: home_page(context),
        PageKind.SEARCH: lambda: search_page(context, fields.get("q", "")),
        PageKind.CONFLICTS: lambda: conflicts_page(context, fields.get("type", "")),
        PageKind.SOURCES: lambda: sources_page(context, _number(fields.get("from", ""))),
        PageKind.METRICS: lambda: metrics_page(context),
        PageKind.METRIC: lambda: metric_page(context, iri, fields.get("subject", "")),
        PageKind.THING: lambda: thing_page(context, iri, fields),
        PageKind.EXPLORE: lambda: explore_page(context),
        PageKind.WORKBENCH: lambda: workbench_page(context),
        PageKind.CATALOGUE: lambda: catalogue(context),
        PageKind.BOUND: lambda: bound(context, fields),
        PageKind.NODE: lambda: node_view(context, iri),
        PageKind.EDGES: lambda: edges_view(
            context, iri, fields.get("kind", ""), _number(fields.get("limit", "")) or _MOST_EDGES
        ),
        PageKind.JOINED: lambda: joined_view(context, _all_named(context, fields.get("n", ""))),
    }
    return makers[request.kind]()


def _triples(
    context: Context, request: PageRequest, iri: str | None, write: TripleWriter, most: int
) -> PageAnswer:
    """The triples of the thing, or of what a list holds."""
    if request.kind is PageKind.CONFLICTS:
        shown = conflicts_page(context, request.fields.get("type", "")).conflicts
        iris = [
            each
            for one in shown
            for each in (one.link.iri, one.first.link.iri, one.second.link.iri)
        ]
    elif request.kind is PageKind.SOURCES:
        sources = sources_page(context, _number(request.fields.get("from", ""))).sources
        iris = [each.article.link.iri for each in sources]
    else:
        iris = [iri] if iri else []
    found = triples_of(context.store, iris, most)
    return PageAnswer(body=write(found, request.media_type), is_cut=len(found) == most)


def _number(written: str) -> int:
    return int(written[:9]) if written.isascii() and written.isdecimal() else 0
