"""The graph as partitioned N-Quads, and the claims as Parquet, by Spark's own committers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from zjkg import graph
from zjkg.distributed.articles import Article
from zjkg.distributed.keyed import grouped, kept
from zjkg.distributed.naming import Settled
from zjkg.distributed.quads import Derived, Finding, derived, lines, together
from zjkg.graph import Portion
from zjkg.ids import Minter
from zjkg.pipeline import Knowledge, supplied_graphs
from zjkg.settings import Settings
from zjkg.vocab import ZJ

if TYPE_CHECKING:
    from pyspark import RDD

_VERSION = ZJ.ArticleVersion.value


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all articles came to."""

    articles: RDD[Article]
    settled: RDD[Settled]
    compared: RDD[tuple[str, Derived]]


def graph_lines(
    corpus: Corpus, knowledge: Knowledge, settings: Settings, partitions: int
) -> RDD[str]:
    """Every quad as a line, each once; the lines of a graph of an article stand together."""
    minter, articles = Minter(settings.base), corpus.articles
    things = kept(corpus.settled.flatMap(lambda each: _identities(each, minter)))
    portions = kept(grouped(corpus.compared, partitions).mapValues(together).values())
    findings = portions.union(things).flatMap(lambda each: sorted(each.findings))
    versions = articles.map(lambda each: (each.source, _version(each, minter)))
    supplied = supplied_graphs(knowledge.judgements, settings).values()
    context = articles.context
    return context.union(
        [
            articles.flatMap(lambda each: _article_lines(each, settings)),
            portions.union(things).flatMap(lambda each: sorted(each.lines)),
            _numbering(versions, findings, minter),
            context.parallelize(lines(quad for quads in supplied for quad in quads), 1),
        ]
    )


def _version(article: Article, minter: Minter) -> str:
    return minter.version(article.source, article.record.article.digest)


def _article_lines(article: Article, settings: Settings) -> list[str]:
    minter = Minter(settings.base)
    return lines(
        graph.article_quads(
            article.record, article.identity, minter, zone=settings.zone, types=article.types
        )
    )


def _identities(settled: Settled, minter: Minter) -> Iterator[Derived]:
    """The names of things, and each decision on their identity."""
    iris = {member: thing.iri for thing in settled.things for member in thing.members}
    portion = Portion(things=list(settled.things), merges=list(settled.merges))
    yield derived(portion, {}, minter, iris)


def _numbering(versions: RDD[tuple[str, str]], findings: RDD[Finding], minter: Minter) -> RDD[str]:
    """The numbers of articles, by source, and of findings, which are counted class by class."""
    found = kept(findings)
    things = found.map(lambda each: (each[0], 1)).reduceByKey(add).collect()
    counts = {kind: graph.portions_of_findings(count) for kind, count in things}
    ranked = kept(versions.sortBy(lambda each: each[0]).values().zipWithIndex())
    articles = ranked.count()
    every = dict(counts)
    if articles:
        every[_VERSION] = graph.portion_of_version(articles - 1)
    quads = [graph.count_quad(NamedNode(kind), count, minter) for kind, count in every.items()]
    return versions.context.union(
        [
            ranked.mapPartitions(lambda some: _numbered_versions(some, minter)),
            found.mapPartitions(lambda some: _numbered_findings(some, counts, minter)),
            versions.context.parallelize(lines(quads), 1),
        ]
    )


def _numbered_versions(ranked: Iterator[tuple[str, int]], minter: Minter) -> list[str]:
    return lines(
        graph.portion_quad(iri, graph.portion_of_version(place), minter) for iri, place in ranked
    )


def _numbered_findings(
    found: Iterator[Finding], counts: Mapping[str, int], minter: Minter
) -> list[str]:
    return lines(
        graph.portion_quad(iri, graph.portion_of_finding(iri, counts[kind]), minter)
        for kind, iri in found
    )
