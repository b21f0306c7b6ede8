"""Made-up agreement and disagreement among the articles of one portion."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from benchmarks.synthetic.records import MEASURES, REASON

from zjkg.folding import traditional
from zjkg.ids import TERMS
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    ClaimKind,
    ClaimRef,
    Comparison,
    ConflictType,
    Contradiction,
    Corroboration,
    Derivation,
    LocalKey,
    Merge,
    Origin,
    Repost,
)

# How many of each there are for one observation of the portion.
CONTRADICTIONS, CORROBORATIONS, CHECKS, DERIVATIONS = 0.01, 0.04, 0.005, 0.01
REPOSTS = 0.01
"""How many there are for one article."""
MERGES = 0.3
TIES = ("article", "repost", "outlet", "speaker", "release")
_CONCEPTS = {
    words: tuple(f"{TERMS}measure-{name}" for name in concepts)
    for han, english, _, concepts in MEASURES
    for words in (han, traditional(han), english)
}


def comparison(records: Sequence[ArticleRecord], rng: random.Random) -> Comparison:
    """What the articles agree and disagree on."""
    observations = [
        ClaimRef(record.article.source, index)
        for record in records
        for index in range(len(record.claims.observations))
    ]
    if len(observations) < len(TIES):
        return Comparison()
    count = len(observations)

    def drawn(number: int) -> tuple[ClaimRef, ...]:
        return tuple(sorted(set(rng.sample(observations, number))))

    def times(share: float) -> range:
        return range(max(int(count * share), 1))

    return Comparison(
        contradictions=tuple(_contradiction(drawn(2), rng) for _ in times(CONTRADICTIONS)),
        checks=tuple(
            ArithmeticCheck("sum", drawn(3), Decimal(100), Decimal(100), rng.random() < 0.8, REASON)
            for _ in times(CHECKS)
        ),
        corroborations=(
            *(_corroboration(drawn(rng.randint(2, 4)), rng) for _ in times(CORROBORATIONS)),
            *_agreeing_roles(records, rng),
        ),
        derivations=tuple(
            Derivation(
                rng.choice(("former-level", "whole")), drawn(2), Decimal(7), "CNY", None, REASON
            )
            for _ in times(DERIVATIONS)
        ),
        reposts=tuple(_repost(*rng.sample(records, 2)) for _ in range(int(len(records) * REPOSTS))),
        concepts=tuple(_concepts(records)),
    )


def merges(records: Sequence[ArticleRecord], rng: random.Random) -> tuple[Merge, ...]:
    """Decisions on identity between entities of one type."""
    members = [
        (entity.type.value, LocalKey(record.article.source, entity.key), entity.names[0].text)
        for record in records
        for entity in record.entities
    ]
    members.sort()
    pairs = [pair for pair in pairwise(members) if pair[0][0] == pair[1][0]]
    chosen = rng.sample(pairs, int(len(records) * MERGES))
    chosen.sort(key=lambda pair: (pair[0][1], pair[1][1]))
    kinds = ("same-name", "one-outlet")
    return tuple(
        Merge(a[1], b[1], rng.random() < 0.9, kinds, REASON, (a[2], b[2])) for a, b in chosen
    )


def _contradiction(claims: tuple[ClaimRef, ...], rng: random.Random) -> Contradiction:
    first, second = claims
    return Contradiction(rng.choice(list(ConflictType)), first, second, REASON)


def _repost(one: ArticleRecord, other: ArticleRecord) -> Repost:
    first, second = sorted((one.article.source, other.article.source))
    return Repost(first, second, 0.9)


def _corroboration(claims: tuple[ClaimRef, ...], rng: random.Random) -> Corroboration:
    return Corroboration(claims, tuple(Origin((claim,), (rng.choice(TIES),)) for claim in claims))


def _agreeing_roles(records: Sequence[ArticleRecord], rng: random.Random) -> list[Corroboration]:
    roles = [
        ClaimRef(record.article.source, index, ClaimKind.ROLE)
        for record in records
        for index in range(len(record.claims.roles))
    ]
    return [
        _corroboration(tuple(sorted(rng.sample(roles, 2))), rng) for _ in range(len(roles) // 20)
    ]


def _concepts(
    records: Sequence[ArticleRecord],
) -> list[tuple[ClaimRef, tuple[str, ...]]]:
    return [
        (ClaimRef(record.article.source, index), _CONCEPTS[words])
        for record in records
        for index, item in enumerate(record.claims.observations)
        if item.measure and (words := item.measure.of(record.article.text)) in _CONCEPTS
    ]
