"""A made-up store on disk: the real writers give the quads, the engine's bulk loader takes them."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.synthetic.compared import comparison, merges
from benchmarks.synthetic.records import CLAIMS, record
from benchmarks.synthetic.world import Thing, World
from pyoxigraph import NamedNode, Quad

from zjkg.graph import (
    FINDINGS,
    article_quads,
    authority_quads,
    derived_quads,
    entity_types,
    judgement_quads,
    numbering_quads,
    ontology_quads,
)
from zjkg.ids import Minter
from zjkg.model import ArticleRecord, Comparison, Identity, Judgement, LocalKey, Resolved
from zjkg.settings import DEFAULT_BASE, SHANGHAI, Settings, seeds_folder
from zjkg.store import GraphStore
from zjkg.vocab import RDF

AT_ONCE = 2000
"""How many articles are compared and loaded together; memory does not grow beyond them."""


def make(folder: Path, claims: int, seed: int = 1) -> int:
    """Makes a store of about so many claims; the number of its quads."""
    with GraphStore.open(folder, write=True) as store:
        for portion in portions(claims, seed):
            store.engine.bulk_extend(portion)
        store.engine.flush()
        store.engine.optimize()
        return len(store.engine)


def portions(claims: int, seed: int = 1) -> Iterator[Iterator[Quad]]:
    """The quads of a store of about so many claims, portion by portion; the same for a seed."""
    minter = Minter(DEFAULT_BASE)
    world = World(claims, seed, minter)
    used: dict[str, Thing] = {}
    versions: dict[str, str] = {}
    findings: list[tuple[NamedNode, str]] = []
    articles = max(claims // CLAIMS, 1)
    for start in range(0, articles, AT_ONCE):
        made = [record(n, world, seed) for n in range(start, min(start + AT_ONCE, articles))]
        things = {key: thing for _, keys in made for key, thing in keys.items()}
        used |= {thing.iri: thing for thing in things.values()}
        records = [each for each, _ in made]
        for each in records:
            article = each.article
            versions[article.source] = minter.version(article.source, article.digest)
        yield _noting(_portion(records, things, minter, seed), findings)
        print(f"{start + len(made):,} of {articles:,} articles", file=sys.stderr)
    yield _shared(list(used.values()), minter)
    yield numbering_quads([versions[source] for source in sorted(versions)], findings, minter)


def _noting(quads: Iterator[Quad], findings: list[tuple[NamedNode, str]]) -> Iterator[Quad]:
    """The quads; what is found over several articles is noted, to be numbered."""
    for quad in quads:
        if (
            quad.predicate == RDF.type
            and isinstance(quad.object, NamedNode)
            and quad.object in FINDINGS
        ):
            findings.append((quad.object, str(quad.subject)[1:-1]))
        yield quad


def _portion(
    records: list[ArticleRecord], things: dict[LocalKey, Thing], minter: Minter, seed: int
) -> Iterator[Quad]:
    rng = random.Random(f"portion {seed} {records[0].article.source}")
    iris = {key: thing.iri for key, thing in things.items()}
    types = entity_types(Identity(_resolved(things.values())))
    identity = Identity((), iris, merges(records, rng))
    for each in records:
        yield from article_quads(each, identity, minter, zone=SHANGHAI, types=types)
    yield from derived_quads(records, identity, comparison(records, rng), minter)


def _shared(things: list[Thing], minter: Minter) -> Iterator[Quad]:
    """What belongs to no article: names and search keys, the ontology, what persons supplied."""
    yield from derived_quads((), Identity(_resolved(things)), Comparison(), minter)
    yield from ontology_quads(minter)
    yield from authority_quads(seeds_folder(Settings()) / "authority.ttl", minter)
    judged = Judgement("张江", "张江集团", same=False, who="benchmark", when="2024-01-01", why="")
    yield from judgement_quads([judged], minter)


def _resolved(things: Iterable[Thing]) -> tuple[Resolved, ...]:
    return tuple(Resolved(each.iri, each.type, (), each.names) for each in dict.fromkeys(things))
