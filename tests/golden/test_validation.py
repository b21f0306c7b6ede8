from __future__ import annotations

from zjkg import graph
from zjkg.store import GraphStore


def test_the_five_articles_violate_nothing(five: GraphStore) -> None:
    quads = list(five.engine.quads_for_pattern(None, None, None, None))
    assert graph.validate(quads) == []
    assert graph.check_grounding(five.engine) == []
