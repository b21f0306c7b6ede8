"""In which format an answer goes out, from what the client accepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pyoxigraph import QueryResultsFormat, RdfFormat

TABLE_TYPES: Mapping[str, QueryResultsFormat] = MappingProxyType(
    {
        "application/sparql-results+json": QueryResultsFormat.JSON,
        "application/json": QueryResultsFormat.JSON,
        "application/sparql-results+xml": QueryResultsFormat.XML,
        "application/xml": QueryResultsFormat.XML,
        "text/csv": QueryResultsFormat.CSV,
        "text/tab-separated-values": QueryResultsFormat.TSV,
    }
)
GRAPH_TYPES: Mapping[str, RdfFormat] = MappingProxyType(
    {
        "text/turtle": RdfFormat.TURTLE,
        "application/n-triples": RdfFormat.N_TRIPLES,
        "application/rdf+xml": RdfFormat.RDF_XML,
        "application/ld+json": RdfFormat.JSON_LD,
        "application/n-quads": RdfFormat.N_QUADS,
        "application/trig": RdfFormat.TRIG,
        "text/n3": RdfFormat.N3,
        "application/json": RdfFormat.JSON_LD,
        "application/xml": RdfFormat.RDF_XML,
    }
)
_MOST_RANGES = 50


def chosen_type(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that the client likes best; None where it takes none of them.

    Between equals the first offered wins. No ``Accept`` at all takes anything.
    """
    ranges = _ranges(accept) or {"*/*": 1.0}
    best = max(offered, key=lambda each: _quality(each, ranges))
    return best if _quality(best, ranges) > 0 else None


def _quality(media_type: str, ranges: Mapping[str, float]) -> float:
    """The client's preference for a type: the most specific of the ranges that hold it."""
    kind = media_type.partition("/")[0]
    for named in (media_type, f"{kind}/*", "*/*"):
        if named in ranges:
            return ranges[named]
    return 0.0


def _ranges(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for written in accept.split(",")[:_MOST_RANGES]:
        media_range, *parameters = (part.strip().lower() for part in written.split(";"))
        if "/" in media_range:
            found[media_range] = max(found.get(media_range, 0.0), _weight(parameters))
    return found


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
