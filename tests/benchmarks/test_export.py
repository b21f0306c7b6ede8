from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.export import made

from zjkg.export import Choices, build_view, export_file


def test_the_made_up_store_is_one_that_views_read() -> None:
    store = made(200, 1_000)
    view = build_view(store, "organizations", co_occurrence=False)
    assert 150 < len(view.nodes) <= 200
    assert 800 < len(view.edges) <= 1_000
    assert view.as_of
    assert all(edge.seen for edge in view.edges)
    assert len(list(made(200, 1_000))) == len(store)


def test_an_export_takes_a_few_times_what_it_takes_to_read_the_store(tmp_path: Path) -> None:
    store = made(2_500, 5_000)
    reading = _seconds(lambda: sum(1 for _ in store))
    choices = Choices("organizations", co_occurrence=False)
    exporting = _seconds(lambda: export_file(store, "gexf", tmp_path / "large.gexf", choices))
    assert exporting < 16 * reading


def _seconds(work: Callable[[], object]) -> float:
    """The processor seconds of the fastest of three times."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)
