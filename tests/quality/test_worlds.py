"""The worlds: articles whose identities and contradictions are known. Their truth must be exact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zjkg.model import ConflictType, EntityType

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
