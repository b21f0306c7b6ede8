"""How many independent origins stand behind an edge.

Articles that repeat one another, and articles of one outlet, are one origin; so are claims that the
graph traces to one origin because of their speaker or of a release.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import Store

from zjkg.export.selection import rows
from zjkg.partition import Partition

_REPEATED = "SELECT ?repost ?article { ?repost a zj:Repost ; zj:repeats ?article }"
_PUBLISHED = """SELECT DISTINCT ?publisher ?article {
  ?article a schema:NewsArticle ; dcterms:publisher ?publisher }"""
_TRACED = "SELECT ?origin ?claim { ?origin a zj:Origin ; zj:claim ?claim }"


@dataclass(frozen=True, slots=True)
class Origins:
    """What ties articles and claims to an origin, by IRI.

    ``ties`` leads from an article to its reposts and its outlet, ``traced`` from a claim to its
    origins in the graph.
    """

    ties: dict[str, list[str]]
    traced: dict[str, list[str]]

    def count(self, stated: Collection[tuple[str, str]]) -> int:
        """How many origins the claims have, given as pairs of an article and a claim."""
        articles = sorted({article for article, _ in stated})
        if len(articles) <= 1:
            return len(articles)
        tied: dict[str, set[str]] = defaultdict(set)
        for article in articles:
            for tie in self.ties.get(article, ()):
                tied[tie].add(article)
        for article, claim in stated:
            for origin in self.traced.get(claim, ()):
                tied[origin].add(article)
        partition = Partition(articles)
        for group in tied.values():
            for first, second in pairwise(sorted(group)):
                partition.join(first, second)
        return len(partition.groups())


def read_origins(store: Store) -> Origins:
    """The ties of the whole store."""
    ties: dict[str, list[str]] = defaultdict(list)
    for query in (_REPEATED, _PUBLISHED):
        for tie, article in sorted(rows(store, query)):
            ties[article].append(tie)
    traced: dict[str, list[str]] = defaultdict(list)
    for origin, claim in sorted(rows(store, _TRACED)):
        traced[claim].append(origin)
    return Origins(dict(ties), dict(traced))
