"""How often the articles speak of each entity, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from pyoxigraph import Store

from zjkg.export.ledger import Ledger
from zjkg.export.said import ORG, RDF, SPEAKER, Values
from zjkg.export.selection import Facts, rows
from zjkg.export.view import Seen
from zjkg.ids import TERMS

# The graph of a version holds its mentions: far faster than joins over their targets. All at once,
# since an engine may find those of some versions only by going through all else in them.
_MENTIONS = "SELECT ?entity ?version { GRAPH ?version { ?mention oa:hasBody ?entity } }"
# A claim is about an entity wherever it names the entity, as the thing described or as speaker.
_NAMING = (
    *(f"{TERMS}subject", SPEAKER, f"{TERMS}about"),
    *(f"{ORG}member", f"{ORG}organization", f"{RDF}subject", f"{RDF}object"),
)


@dataclass(slots=True)
class Told:
    """How often the articles speak of an entity: mentions, articles and claims, and when."""

    mentions: int = 0
    articles: int = 0
    claims: int = 0
    seen: Seen | None = None


def count_mentions(store: Store, facts: Facts) -> dict[str, Told]:
    """What the mentions of each entity tell; a mention takes a few bytes until all are read."""
    articles = sorted({*facts.versions.values()})
    number = {article: place for place, article in enumerate(articles)}
    places = {version: number[article] for version, article in facts.versions.items()}
    entities = {iri: place for place, iri in enumerate(facts.types)}
    iris = [*entities]
    named = Ledger([("entity", "u4"), ("article", "u4")])
    for entity, version in rows(store, _MENTIONS):
        if entity in entities and version in places:
            named.put((entities[entity], places[version]))
    found: dict[str, Told] = {}
    for block in named.by_key(lambda some: some["entity"].astype(np.int64), len(iris)):
        ordered = block[np.argsort(block["entity"], kind="stable")]
        begins = np.flatnonzero(np.diff(ordered["entity"]))
        for mentions in np.split(ordered, begins + 1):
            within = np.unique(mentions["article"]).tolist()
            when = facts.seen(articles[place] for place in within)
            found[iris[mentions["entity"][0]]] = Told(len(mentions), len(within), 0, when)
    return found


def count_claims(claims: Mapping[str, Values], facts: Facts, told: dict[str, Told]) -> None:
    """Add the claims of some articles."""
    for values in claims.values():
        named = {iri for name in _NAMING for iri in values.get(name, ())}
        for entity in named & facts.types.keys():
            told.setdefault(entity, Told()).claims += 1
