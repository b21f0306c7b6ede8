"""Which figures stand beside each other, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from zjkg.agents.measures import plain_words
from zjkg.query.claim_reader import publication
from zjkg.query.reader import GraphReader
from zjkg.vocab import ZJ

_LINKS = (("zj:first", "zj:second"), ("zj:claim", "zj:claim"))


@dataclass(frozen=True, slots=True)
class FigureKey:
    """What a figure is sorted and grouped by, before the rest of it is read.

    ``place`` is that of its article: date, source, version.
    """

    claim: str
    subject: str
    measure: str
    unit: str
    period: str
    place: tuple[str, ...]


def ordered_figures(
    reader: GraphReader, claims: Iterable[str], things: set[str]
) -> list[tuple[int, FigureKey]]:
    """The figures with the number of their group.

    Groups about most of the things come first, then those from most articles. In a group figures
    go by period, subject and publication.
    """
    places: dict[str, tuple[str, ...]] = {}
    keys = [_key(reader, claim, places) for claim in sorted(set(claims))]
    root = _grouped(reader, keys)
    groups = defaultdict[str, list[FigureKey]](list)
    for key in keys:
        groups[root(key.claim)].append(key)

    def rank(group: list[FigureKey]) -> tuple[int, int, tuple[str, ...], str]:
        shared = len({key.subject for key in group} & things)
        articles = len({key.place for key in group})
        return -shared, -articles, min(key.place for key in group), group[0].claim

    return [
        (position, key)
        for position, group in enumerate(sorted(groups.values(), key=rank), start=1)
        for key in sorted(group, key=lambda key: (key.period, key.subject, key.place, key.claim))
    ]


def _key(reader: GraphReader, claim: str, places: dict[str, tuple[str, ...]]) -> FigureKey:
    """Read in one look-up: there may be very many figures."""
    held = defaultdict[NamedNode, list[str]](list)
    graph = ""
    for quad in reader.store.quads_for_pattern(NamedNode(claim), None, None, None):
        if isinstance(quad.object, NamedNode | Literal) and isinstance(quad.graph_name, NamedNode):
            held[quad.predicate].append(quad.object.value)
            if quad.predicate == ZJ.evidence:
                graph = quad.graph_name.value
    if graph not in places:
        places[graph] = publication(reader, graph)

    def first(term: NamedNode) -> str:
        return min(held[term], default="")

    concepts = " ".join(sorted(held[ZJ.measureConcept]))
    return FigureKey(
        claim,
        first(ZJ.subject),
        concepts or plain_words(first(ZJ.measure)),
        first(ZJ.unit),
        first(ZJ.periodEnd) or first(ZJ.periodStart),
        places[graph],
    )


def _grouped(reader: GraphReader, keys: list[FigureKey]) -> Callable[[str], str]:
    """Joins figures of one measure and unit, and those that contradict or confirm each other."""
    parents = {key.claim: key.claim for key in keys}

    def root(claim: str) -> str:
        while parents[claim] != claim:
            parents[claim] = parents[parents[claim]]
            claim = parents[claim]
        return claim

    def join(one: str, other: str) -> None:
        first, last = sorted((root(one), root(other)))
        parents[last] = first

    alike: dict[tuple[str, str], str] = {}
    for key in keys:
        join(key.claim, alike.setdefault((key.measure, key.unit), key.claim))
        for own, other in _LINKS:
            for link in reader.subjects(own, key.claim):
                for related in reader.values(link, other):
                    if related in parents:
                        join(key.claim, related)
    return root
