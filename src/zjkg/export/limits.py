"""What a view leaves out or only estimates, said with the view."""

from __future__ import annotations

from collections.abc import Iterator

from zjkg.errors import Bilingual
from zjkg.export.measures import searched
from zjkg.export.statements import MOST_NAMES


def limits(nodes: int, edges: int, crowded: int, unnamed: int = 0) -> Iterator[Bilingual]:
    """Notes on a view of that size.

    Args:
        nodes: How many nodes it has.
        edges: How many edges it has.
        crowded: How many sentences had too many names for co-occurrence.
        unnamed: How many observations have no measure of the scheme.
    """
    if crowded:
        yield Bilingual(
            f"Sentences with more than {MOST_NAMES} names, left out of co-occurrence: {crowded}.",
            f"有 {crowded} 个句子的名称超过 {MOST_NAMES} 个，未计入共现。",
        )
    if unnamed:
        yield Bilingual(
            f"Observations whose measure is no concept of the scheme, left out: {unnamed}.",
            f"有 {unnamed} 个观测值的指标不在指标体系中，未计入。",
        )
    sources = searched(nodes, edges)
    if sources < nodes:
        yield Bilingual(
            f"Betweenness is estimated from {sources} of {nodes} nodes.",
            f"中介中心性由 {nodes} 个节点中的 {sources} 个估算。",
        )
