"""What ties claims of the same is found without a look at each pair, and is as if each was."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import pytest

from zjkg.comparison.origins import Copies, Said, Source, origins
from zjkg.model import ClaimRef, Origin, Repost
from zjkg.partition import Partition


def tie(a: Said, b: Said, known: dict[str, Source], copied: set[tuple[str, str]]) -> str | None:
    mine, theirs = known[a.ref.source], known[b.ref.source]
    days = [each for each in (mine.published, theirs.published) if each]
    if a.ref.source == b.ref.source:
        return "article"
    if (a.ref.source, b.ref.source) in copied:
        return "repost"
    if mine.outlet and mine.outlet == theirs.outlet:
        return "outlet"
    if a.speaker and a.speaker == b.speaker:
        return "speaker"
    near = len(days) < len("ab") or abs(days[0] - days[1]) <= timedelta(days=31)
    return "release" if near and mine.releases & theirs.releases else None


def by_pairs(said: list[Said], known: dict[str, Source], reposts: list[Repost]) -> list[Origin]:
    said = sorted(said, key=lambda each: each.ref)
    copied = {(each.first, each.second) for each in reposts}
    ties = {pair: tie(*pair, known, copied) for pair in combinations(said, 2)}
    tied = Partition(said)
    for pair, found in ties.items():
        if found:
            tied.join(*pair)
    return [
        Origin(
            tuple(each.ref for each in group),
            tuple(sorted({found for (a, _), found in ties.items() if found and a in group})),
        )
        for group in tied.groups()
    ]


@pytest.mark.parametrize("seed", range(200))
def test_origins_are_those_of_all_pairs(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a test
    sources = [f"s{n}" for n in range(rng.randint(2, 9))]
    known = {
        each: Source(
            rng.choice(("甲报", "乙报", "C", None, None)),
            rng.choice((None, *(date(2020, 1, 1) + timedelta(days=20 * n) for n in range(12)))),
            frozenset(rng.sample(("指数", "论坛"), rng.choice((0, 0, 1, 2)))),
        )
        for each in sources
    }
    said = [
        Said(ClaimRef(each, index), rng.choice((None, None, "张三", "李四")))
        for each in sources
        for index in range(rng.choice((1, 1, 2)))
    ]
    pairs = list(combinations(sources, 2))
    reposts = [Repost(*pair, 0.5) for pair in rng.sample(pairs, min(len(pairs), rng.randint(0, 2)))]
    assert list(origins(said, known, Copies(reposts))) == by_pairs(said, known, reposts)
