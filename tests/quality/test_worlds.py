"""The worlds: articles whose identities and contradictions are known. Their truth must be exact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zjkg.model import ConflictType, EntityType
from zjkg.quality import measure_worlds
from zjkg.quality.worlds import WorldScore
from zjkg.settings import Settings

WORLDS = Path(__file__).parents[2] / "seeds/gold/worlds"
TRUTHS = sorted(WORLDS.glob("*.json"))
LEAST = {
    "articles": 40,
    "contradictions": 12,
    "lookalikes": 20,
    "apart": 25,
    "reposts": 4,
}
CLUSTERS_WITH_SEVERAL_NAMES = 60


def _truth(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def _quoted(truth: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each article with words that must stand in it."""
    for cluster in truth["clusters"]:
        for source, names in cluster["names"].items():
            yield from ((source, name) for name in names)
    for kind in ("apart", "contradictions", "lookalikes"):
        for pair in truth[kind]:
            yield from (tuple(pair["first"]), tuple(pair["second"]))
            for value, (source, _) in zip(
                pair.get("values", ()), (pair["first"], pair["second"]), strict=False
            ):
                yield source, value
    for origin in truth["origins"]:
        yield from (tuple(claim) for claim in origin["claims"])


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_every_name_and_quote_stands_in_its_article(path: Path) -> None:
    truth = _truth(path)
    texts = {
        article["source"]: (WORLDS / f"{article['source']}.txt").read_text("utf-8")
        for article in truth["articles"]
    }
    assert [pair for pair in _quoted(truth) if pair[1] not in texts[pair[0]]] == []


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_types_are_of_the_closed_lists(path: Path) -> None:
    truth = _truth(path)
    assert {cluster["type"] for cluster in truth["clusters"]} <= set(EntityType)
    assert {each["type"] for each in truth["contradictions"]} <= set(ConflictType)


@pytest.fixture(scope="module")
def total() -> WorldScore:
    return measure_worlds(Settings(seeds=WORLDS.parents[1]))[-1]


def test_identity_holds(total: WorldScore) -> None:
    """Of the names that were extracted; a missed name is extraction's, not identity's."""
    assert total.identity_of_found.f1 >= 0.92
    assert total.identity_of_found.precision >= 0.99
    assert total.identity.f1 >= 0.86


def test_what_is_apart_stays_apart(total: WorldScore) -> None:
    kept = total.figures["apart"]
    assert kept.right == kept.gold


def test_contradictions_are_found_and_look_alikes_are_not(total: WorldScore) -> None:
    found, alone = total.figures["contradictions"], total.figures["lookalikes"]
    assert found.precision >= 0.9
    assert found.recall >= 0.8
    assert alone.gold - alone.right <= 1


def test_reposts_are_found(total: WorldScore) -> None:
    assert total.figures["reposts"].f1 == 1


def test_the_worlds_are_large_enough() -> None:
    truths = [_truth(path) for path in TRUTHS]
    for kind, least in LEAST.items():
        assert sum(len(truth[kind]) for truth in truths) >= least, kind
    several = [
        cluster
        for truth in truths
        for cluster in truth["clusters"]
        if len({name for names in cluster["names"].values() for name in names}) > 1
    ]
    assert len(several) >= CLUSTERS_WITH_SEVERAL_NAMES
    kinds = {each["type"] for truth in truths for each in truth["contradictions"]}
    assert kinds == set(ConflictType)
