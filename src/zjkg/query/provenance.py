"""From a thing to the sentences that speak of it, with speakers, articles and contradictions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.passages import comparable, folded
from zjkg.query.answer import ProvenanceAnswer, ProvenanceItem, SearchedAs
from zjkg.query.claim_reader import claim_item, mention_item, passage_items, publication
from zjkg.query.names import close_names, entities_named
from zjkg.query.numbers import Asked, QuantityParser, plain_numbers, written
from zjkg.query.prefixes import expanded
from zjkg.query.reader import GraphReader, node
from zjkg.query.terms import best_sentences, search_terms
from zjkg.query.text_index import Scan, text_index

_SPEAKER = node("zj:speaker")
_BODY = node("oa:hasBody")


def provenance(
    store: Store,
    thing: str,
    *,
    limit: int = 50,
    parse_quantity: QuantityParser | None = None,
) -> ProvenanceAnswer:
    """What the articles say of a thing, sentence by sentence.

    ``thing`` is an IRI (entity, claim or evidence), else any name of an entity, else a number with
    or without a unit, else words of a sentence: the first reading that finds something counts.
    ``parse_quantity`` reads numbers with units into (value in the base unit, unit); without it
    only plain numbers are read. Claims about an entity come before claims by it.
    """
    reader, asked = GraphReader(store), thing.strip()
    searched: list[SearchedAs] = []
    for way, found in _readings(reader, asked, parse_quantity or plain_numbers, limit):
        searched.append(way)
        if found.total:
            return ProvenanceAnswer(asked, (way,), found.items, found.total)
    return ProvenanceAnswer(asked, tuple(searched), (), 0, close_names(store, asked))


@dataclass(frozen=True, slots=True)
class _Found:
    """The first items, in order, and how many there are without the limit."""

    items: tuple[ProvenanceItem, ...]
    total: int


def _readings(
    reader: GraphReader, asked: str, parse: QuantityParser, limit: int
) -> Iterator[tuple[SearchedAs, _Found]]:
    """The ways to understand the thing, each tried only when the ones before found nothing."""
    iri = expanded(asked)
    if iri:
        yield SearchedAs.IRI, _by_iri(reader, iri, limit)
        return
    yield SearchedAs.NAME, _about(reader, entities_named(reader.store, asked), limit)
    quantities = parse(asked)
    if quantities:
        yield SearchedAs.NUMBER, _by_quantity(reader, quantities, limit)
    yield SearchedAs.WORDS, _by_words(reader, asked, limit)


def _by_iri(reader: GraphReader, iri: str, limit: int) -> _Found:
    """The claim itself, or the claims that rest on the evidence, or those about the entity."""
    try:
        NamedNode(iri)
    except ValueError:
        return _Found((), 0)
    own = claim_item(reader, iri) or mention_item(reader, iri)
    if own:
        return _Found((own,), 1)
    resting = reader.subjects("zj:evidence", iri) + reader.subjects("zj:focus", iri)
    found = _claims(reader, resting, limit)
    return found if found.total else _about(reader, [iri], limit)


def _about(reader: GraphReader, entities: Iterable[str], limit: int) -> _Found:
    """Claims about the entities, then by them; their mentions where there are none."""
    about, by, mentions = set[str](), set[str](), set[str]()
    for entity in entities:
        for quad in reader.store.quads_for_pattern(None, None, NamedNode(entity), None):
            if isinstance(quad.subject, NamedNode):
                kind = {_BODY: mentions, _SPEAKER: by}.get(quad.predicate, about)
                kind.add(quad.subject.value)
    first = _claims(reader, about, limit)
    second = _claims(reader, by - about, limit - len(first.items))
    if first.total or second.total:
        return _Found(first.items + second.items, first.total + second.total)
    return _first(reader, mentions, "zj:Mention", mention_item, limit)


def _by_quantity(reader: GraphReader, quantities: Asked, limit: int) -> _Found:
    """Observations whose value or upper end is one of the numbers, in one of its units."""
    claims = set[str]()
    for predicate in (node("zj:value"), node("zj:valueMax")):
        for wanted, unit in quantities:
            for quad in reader.store.quads_for_pattern(None, predicate, written(wanted), None):
                if _has_unit(reader, quad, unit):
                    claims.add(str(quad.subject)[1:-1])
    return _claims(reader, claims, limit)


def _has_unit(reader: GraphReader, quad: Quad, unit: str | None) -> bool:
    return unit is None or (
        isinstance(quad.subject, NamedNode) and unit in reader.values(quad.subject.value, "zj:unit")
    )


def _by_words(reader: GraphReader, words: str, limit: int) -> _Found:
    """Claims whose sentence contains the words; else places of the texts that do.

    Where the words stand together nowhere, the sentences that hold most of them one by one answer.
    """
    wanted = folded(words)
    if not wanted:
        return _Found((), 0)
    index = text_index(reader.store)
    # Without an index to read what is quoted costs less than to read the texts.
    quoted_in = [None] if isinstance(index, Scan) else index.texts_holding(comparable(words))
    holding = (q for q, text in _sentences(reader, quoted_in) if wanted in folded(text))
    found = _claims(reader, _resting(reader, holding), limit)
    if found.total:
        return found
    in_order = index.texts_holding(comparable(words))
    passages = [item for version in in_order for item in passage_items(reader, version, words)]
    if passages:
        return _Found(tuple(passages[:limit]), len(passages))
    best = best_sentences(search_terms(words), _sentences(reader, [None]))
    return _claims(reader, _resting(reader, best), limit)


def _sentences(reader: GraphReader, versions: Sequence[str | None]) -> Iterator[tuple[str, str]]:
    """Each stretch quoted from the versions, or from any, with the IRI of its selector."""
    for version in versions:
        graph = NamedNode(version) if version else None
        for quad in reader.store.quads_for_pattern(None, node("oa:exact"), None, graph):
            if isinstance(quad.object, Literal):
                yield str(quad.subject)[1:-1], quad.object.value


def _resting(reader: GraphReader, selectors: Iterable[str]) -> list[str]:
    """The claims whose evidence has one of the selectors."""
    return [
        claim
        for selector in selectors
        for target in reader.subjects("oa:hasSelector", selector)
        for claim in reader.subjects("zj:evidence", target)
    ]


def _claims(reader: GraphReader, claims: Iterable[str], limit: int) -> _Found:
    return _first(reader, claims, "zj:Claim", claim_item, limit)


def _first(
    reader: GraphReader,
    nodes: Iterable[str],
    class_name: str,
    read: Callable[[GraphReader, str], ProvenanceItem | None],
    limit: int,
) -> _Found:
    """The first nodes as items: by publication, then by place; only these are read in full."""
    by_graph: dict[str, list[str]] = {}
    for iri in set(nodes):
        graph = reader.graph_of(iri, class_name)
        if graph:
            by_graph.setdefault(graph, []).append(iri)
    items: list[ProvenanceItem] = []
    for graph in sorted(by_graph, key=lambda graph: publication(reader, graph)):
        if len(items) >= limit:
            break
        found = (read(reader, iri) for iri in by_graph[graph])
        items += sorted((item for item in found if item), key=_place)
    return _Found(tuple(items[: max(limit, 0)]), sum(map(len, by_graph.values())))


def _place(item: ProvenanceItem) -> tuple[int, tuple[tuple[int, int], ...], str, str]:
    return item.start, item.focus, item.kind, item.claim or ""
