"""What the articles agree and disagree on, each group of comparable claims by one task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from zjkg import comparison, graph
from zjkg.comparison import Fact, MeasureScheme, Said, Source, Units
from zjkg.distributed.articles import Article
from zjkg.distributed.keyed import Keyed, grouped
from zjkg.distributed.quads import Derived, derived
from zjkg.graph import Portion
from zjkg.ids import Minter
from zjkg.model import ClaimRef, Repost
from zjkg.pipeline import measures

if TYPE_CHECKING:
    from pyspark import RDD

_FACTS, _STATEMENTS, _TURNS = "facts ", "statements ", "turns "
_ONE_NUMBER = f"{_FACTS}number\x1f"
"""Facts that say the same share a subject, a unit and a number, and so this key."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as others are compared with it, with its IRI and where its article comes from."""

    what: Any
    ref: ClaimRef
    iri: str
    source: Source
    reposts: tuple[Repost, ...]


def compared(articles: RDD[Article], minter: Minter, partitions: int) -> RDD[tuple[str, Derived]]:
    """What was found, by the article that it belongs to; some of it several times."""
    alone = articles.map(lambda each: (each.source, _alone(each, minter)))
    claims = articles.flatMap(lambda each: _claims(each, minter))
    together = grouped(claims, partitions).flatMap(lambda each: _judged(each, minter))
    return alone.union(together)


def _alone(article: Article, minter: Minter) -> Derived:
    """What hangs on one article: its checks, what follows from its numbers, its reposts."""
    found = _brought(article)
    portion = Portion(
        contradictions=list(found.misfits()),
        checks=list(found.checks),
        derivations=list(found.derivations),
        reposts=[each for each in article.reposts if each.first == article.source],
        concepts=list(found.concepts),
    )
    record = article.record
    claims = {fact.ref: graph.claim_iri(record, fact.ref, minter) for fact in found.facts}
    return derived(portion, claims, minter)


def _claims(article: Article, minter: Minter) -> Iterator[Keyed]:
    """The claims of an article under the keys by which they meet others."""
    found = _brought(article)

    def claim(what: object, ref: ClaimRef) -> Claim:
        iri = graph.claim_iri(article.record, ref, minter)
        return Claim(what, ref, iri, found.source, article.reposts)

    for fact in found.facts:
        here = claim(fact, fact.ref)
        for key in sorted(set(comparison.keys(fact))):
            yield _FACTS + "\x1f".join(key), here
    for told, said in found.statements:
        yield _STATEMENTS + told, claim(said, said.ref)
    for turn in found.turns:
        yield f"{_TURNS}{turn.kind} {turn.subject}", claim(turn, turn.ref)


def _judged(block: tuple[str, Iterable[Claim]], minter: Minter) -> Iterator[tuple[str, Derived]]:
    """What a group of claims comes to, each finding by itself."""
    key, members = block
    claims = sorted(members, key=lambda claim: claim.ref)
    if len(claims) == 1:
        return
    iris = {claim.ref: claim.iri for claim in claims}
    for portion, ref in _portions(key, claims):
        yield ref.source, derived(portion, iris, minter)


def _portions(key: str, claims: list[Claim]) -> Iterator[tuple[Portion, ClaimRef]]:
    if key.startswith(_TURNS):
        for each in comparison.misdated(claim.what for claim in claims):
            yield Portion(contradictions=[each]), each.first
        return
    same: list[list[Said]] = []
    if key.startswith(_FACTS):
        facts: list[Fact] = [claim.what for claim in claims]
        for each in comparison.contradictions_among(facts):
            yield Portion(contradictions=[each]), each.first
        if key.startswith(_ONE_NUMBER):
            same = comparison.agreeing_facts(facts)
    else:
        same = [[claim.what for claim in claims]]
    known = {claim.ref.source: claim.source for claim in claims}
    reposts = {each for claim in claims for each in claim.reposts}
    for group in comparison.corroborations(same, known, reposts):
        yield Portion(corroborations=[group]), group.claims[0]


def _brought(article: Article) -> comparison.Brought:
    return comparison.brought(article.record, article.identity, *_measures())


@cache
def _measures() -> tuple[MeasureScheme, Units]:
    """Read once a process."""
    return measures()
