from __future__ import annotations

from benchmarks.export import made

from zjkg.export import build_view


def test_the_made_up_store_is_one_that_views_read() -> None:
    store = made(200, 1_000)
    view = build_view(store, "organizations", co_occurrence=False)
    assert 150 < len(view.nodes) <= 200
    assert 800 < len(view.edges) <= 1_000
    assert view.as_of
    assert all(edge.seen for edge in view.edges)
    assert len(list(made(200, 1_000))) == len(store)
