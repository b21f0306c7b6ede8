"""The graph as the explorer asks for it: a node, counts before edges, then edges of one kind.

A node is known by the address of its page without the language. An edge stands for all claims of
one kind between two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from zjkg.errors import Bilingual
from zjkg.ids import TERMS
from zjkg.pages.claims import article_line, listed, place, said
from zjkg.pages.context import Context, node
from zjkg.pages.parts import Part
from zjkg.query.claim_reader import claim_item, mention_item
from zjkg.query.labels import all_names

_MOST_OTHERS = 200
_MOST_CLAIMS = 12  # of one edge, with their sentences
_MOST_JOINED = 300  # things among which edges are looked for
_MOST_EDGES, _FEWER_CLAIMS = 500, 4  # among them
_OUT, _IN = "out", "in"
_RELATION = "relation"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of edge: the pattern inside an article's graph, and what it is called both ways."""

    pattern: str
    out: Bilingual
    back: Bilingual


# ``?source`` and ``?target`` are the ends, ``?claim`` what says so, ``?version`` the graph.
_KINDS = MappingProxyType(
    {
        "role": _Kind(
            "GRAPH ?version { ?claim a zj:Role ; org:member ?source ; org:organization ?target }",
            Bilingual("holds a post at", "任职于"),
            Bilingual("people with posts", "任职者"),
        ),
        "participation": _Kind(
            "GRAPH ?version { ?claim a zj:Participation ; org:member ?source ; "
            "org:organization ?target }",
            Bilingual("takes part in", "参与"),
            Bilingual("members", "成员"),
        ),
        "statement": _Kind(
            "GRAPH ?version { ?claim a zj:Observation ; zj:speaker ?source ; zj:subject ?target }",
            Bilingual("states numbers about", "陈述其数值"),
            Bilingual("numbers stated by", "数值由其陈述"),
        ),
        "metric": _Kind(
            "?claim zj:measureConcept ?target . ?target zj:measureKind 'head' . "
            "GRAPH ?version { ?claim a zj:Observation ; zj:subject ?source }",
            Bilingual("is measured by", "计量指标"),
            Bilingual("measures", "计量对象"),
        ),
        "mention": _Kind(
            "GRAPH ?version { ?claim a zj:Mention ; oa:hasBody ?source . "
            "?version prov:specializationOf ?target }",
            Bilingual("is named in", "见于文章"),
            Bilingual("names", "文中提及"),
        ),
    }
)
_RELATION_PATTERN = (
    "GRAPH ?version {{ ?claim a zj:Relation ; rdf:subject ?source ; rdf:predicate {predicate} ; "
    "rdf:object ?target }}"
)
_PREDICATES = """
SELECT ?predicate (COUNT(DISTINCT ?other) AS ?count) {{ GRAPH ?version {{
  ?claim a zj:Relation ; {own} {thing} ; rdf:predicate ?predicate ; {end} ?other
  FILTER(?other != {thing})
}} }} GROUP BY ?predicate ORDER BY ?predicate"""
_OTHERS = """
SELECT ?other (COUNT(DISTINCT ?claim) AS ?claims) {{
  {{ SELECT ({other} AS ?other) ?claim {{ VALUES {own} {{ {thing} }} {pattern} }} }}
  FILTER(?other != {thing})
}} GROUP BY ?other ORDER BY DESC(?claims) ?other LIMIT {most}"""
_COUNT = """
SELECT (COUNT(DISTINCT {other}) AS ?count) {{
  VALUES {own} {{ {thing} }} {pattern} FILTER({other} != {thing})
}}"""
_JOINED = """
SELECT DISTINCT ?source ?target ?claim ?version ?predicate {{
  VALUES ?source {{ {things} }} {pattern} VALUES ?target {{ {things} }} FILTER(?source != ?target)
}} ORDER BY ?source ?target ?predicate ?version ?claim"""
_CLAIMS = """
SELECT DISTINCT {other} ?claim ?version {{
  VALUES {own} {{ {thing} }} VALUES {other} {{ {others} }} {pattern}
}} ORDER BY {other} ?version ?claim"""


class GraphNode(Part, frozen=True, kw_only=True):
    """A thing in the graph; ``type`` is one of the nine, or ``Article``, ``Metric``."""

    id: str
    iri: str
    path: str
    label: str
    lang: str
    type: str
    type_label: str


class EdgeKind(Part, frozen=True, kw_only=True):
    """How many things edges of a kind lead to; ``kind`` names it in the next request."""

    kind: str
    label: str
    count: int


class EdgeClaim(Part, frozen=True, kw_only=True):
    """What says that there is an edge, with its sentence and where that stands.

    ``since`` and ``until`` are the years that it speaks of, empty where it speaks of none.
    """

    path: str
    place: str
    says: str
    quote: str
    lang: str
    source: str
    title: str
    published: str
    since: str
    until: str
    modality: str
    is_disputed: bool


class GraphEdge(Part, frozen=True, kw_only=True):
    """All claims of one kind between two things; ``total`` counts them before the limit."""

    id: str
    source: str
    target: str
    kind: str
    label: str
    claims: list[EdgeClaim]
    total: int


class JoinedView(Part, frozen=True, kw_only=True):
    """The edges among things, those with most claims first; ``total`` counts all."""

    edges: list[GraphEdge]
    total: int


class NodeView(Part, frozen=True, kw_only=True):
    """A node, its other names, and what may be expanded from it."""

    node: GraphNode
    names: list[str]
    kinds: list[EdgeKind]


class EdgesView(Part, frozen=True, kw_only=True):
    """The edges of one kind from a node; ``total`` counts the things at their other ends."""

    node: GraphNode
    kind: str
    nodes: list[GraphNode]
    edges: list[GraphEdge]
    total: int


def node_view(context: Context, iri: str) -> NodeView:
    """A thing with its counts of edges by kind."""
    return NodeView(
        node=_node(context, iri),
        names=list(all_names(context.store, iri)),
        kinds=[*_relation_kinds(context, iri), *_other_kinds(context, iri)],
    )


def edges_view(context: Context, iri: str, wanted: str, limit: int) -> EdgesView | None:
    """The edges of a kind, those with most claims first; None where there is no such kind."""
    name, _, direction = wanted.rpartition(".")
    pattern = _pattern(name)
    if pattern is None or direction not in {_OUT, _IN}:
        return None
    own, other = ("?source", "?target") if direction == _OUT else ("?target", "?source")
    terms: dict[str, str | int] = {"own": own, "other": other, "pattern": pattern}
    terms["thing"] = node(iri)
    most = max(1, min(limit, _MOST_OTHERS))
    others = [row["other"] for row in context.select(_OTHERS, most=most, **terms) if row["other"]]
    claims = _claims(context, others, terms)
    here = _node(context, iri)
    nodes = [_node(context, each) for each in others]
    return EdgesView(
        node=here,
        kind=wanted,
        nodes=nodes,
        edges=[
            _edge(
                context, (here, each) if direction == _OUT else (each, here), name, claims[each.iri]
            )
            for each in nodes
        ],
        total=context.count(_COUNT, **terms),
    )


def joined_view(context: Context, iris: Sequence[str]) -> JoinedView:
    """All edges among the things; of more than 300 things among the first."""
    among = list(dict.fromkeys(iris))[:_MOST_JOINED]
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    any_relation = _RELATION_PATTERN.format(predicate="?predicate")
    for name, pattern in ((_RELATION, any_relation), *((n, k.pattern) for n, k in _KINDS.items())):
        for row in context.select(_JOINED, things=listed(among), pattern=pattern):
            kind = name
            if name == _RELATION:
                kind = f"{_RELATION}.{row['predicate'].removeprefix(TERMS)}"
            found[row["source"], kind, row["target"]].append((row["claim"], row["version"]))
    order = sorted(found, key=lambda each: (-len(found[each]), each))
    nodes = {iri: _node(context, iri) for each in order[:_MOST_EDGES] for iri in (each[0], each[2])}
    edges = [
        _edge(context, (nodes[source], nodes[target]), kind, claims, _FEWER_CLAIMS)
        for source, kind, target in order[:_MOST_EDGES]
        for claims in (found[source, kind, target],)
    ]
    return JoinedView(edges=edges, total=len(order))


def _pattern(name: str) -> str | None:
    if name in _KINDS:
        return _KINDS[name].pattern
    kind, _, predicate = name.partition(".")
    if kind == _RELATION and predicate.isascii() and predicate.isalnum():
        return _RELATION_PATTERN.format(predicate=f"<{TERMS}{predicate}>")
    return None


def _relation_kinds(context: Context, iri: str) -> Iterator[EdgeKind]:
    ends = ((_OUT, "rdf:subject", "rdf:object"), (_IN, "rdf:object", "rdf:subject"))
    for direction, own, end in ends:
        for row in context.select(_PREDICATES, own=own, end=end, thing=node(iri)):
            if not row["predicate"]:
                continue
            label = context.term_label(row["predicate"])
            yield EdgeKind(
                kind=f"{_RELATION}.{row['predicate'].removeprefix(TERMS)}.{direction}",
                label=f"{label} →" if direction == _OUT else f"← {label}",
                count=int(row["count"]),
            )


def _other_kinds(context: Context, iri: str) -> Iterator[EdgeKind]:
    for name, kind in _KINDS.items():
        for direction, own, other in ((_OUT, "?source", "?target"), (_IN, "?target", "?source")):
            count = context.count(
                _COUNT, own=own, other=other, thing=node(iri), pattern=kind.pattern
            )
            if count:
                label = (kind.out if direction == _OUT else kind.back).pick(context.lang)
                yield EdgeKind(kind=f"{name}.{direction}", label=label, count=count)


def _claims(
    context: Context, others: Sequence[str], terms: dict[str, str | int]
) -> dict[str, list[tuple[str, str]]]:
    """What says so, by the other end: claims with their graphs."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    if others:
        other = str(terms["other"]).removeprefix("?")
        for row in context.select(_CLAIMS, others=listed(others), **terms):
            found[row[other]].append((row["claim"], row["version"]))
    return found


def _edge(
    context: Context,
    ends: tuple[GraphNode, GraphNode],
    name: str,
    claims: Sequence[tuple[str, str]],
    most: int = _MOST_CLAIMS,
) -> GraphEdge:
    source, target = ends
    predicate = name.removeprefix(f"{_RELATION}.")
    label = (
        _KINDS[name].out.pick(context.lang)
        if name in _KINDS
        else context.term_label(f"{TERMS}{predicate}")
    )
    shown = (_edge_claim(context, claim, version) for claim, version in claims[:most])
    return GraphEdge(
        id=f"{source.id} {name} {target.id}",
        source=source.id,
        target=target.id,
        kind=name,
        label=label,
        claims=[each for each in shown if each],
        total=len(claims),
    )


def _edge_claim(context: Context, claim: str, version: str) -> EdgeClaim | None:
    item = claim_item(context.reader, claim) or mention_item(context.reader, claim)
    if item is None:
        return None
    article = article_line(context, version)
    modality = context.reader.first(claim, "zj:modality", version) or ""
    return EdgeClaim(
        path=context.addresses.thing(claim),
        place=place(context, version, claim.removeprefix(f"{version}/")),
        says=said(context, claim, item.kind, version) if item.claim else "",
        quote=item.sentence,
        lang=article.lang,
        source=article.source,
        title=article.link.label,
        published=article.published or "",
        since=_year(context, claim, "zj:periodStart", version),
        until=_year(context, claim, "zj:periodEnd", version),
        modality=modality,
        is_disputed=bool(item.contradictions),
    )


def _year(context: Context, claim: str, end: str, version: str) -> str:
    """The year of a date, of a month or of a year."""
    written = context.reader.first(claim, end, version) or ""
    return written[:4] if written[:4].isdecimal() else ""


def _node(context: Context, iri: str) -> GraphNode:
    link = context.link(iri)
    classes = context.reader.values(iri, "rdf:type")
    kind = link.type or ("Metric" if f"{TERMS}Measure" in classes else "Article")
    label = link.label
    if kind == "Article":
        versions = context.reader.subjects("prov:specializationOf", iri)
        label = article_line(context, versions[-1]).link.label if versions else label
    names = {"Metric": Bilingual("metric", "指标"), "Article": Bilingual("article", "文章")}
    return GraphNode(
        id=context.addresses.plain.thing(iri),
        iri=iri,
        path=link.path,
        label=label,
        lang=link.lang,
        type=kind,
        type_label=names[kind].pick(context.lang)
        if kind in names
        else context.term_label(f"{TERMS}{kind}"),
    )
