"""A store to which articles come, from which they go: the bytes of one written from scratch."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World
from hypothesis import given, settings
from hypothesis import strategies as st

from zjkg.ids import Minter
from zjkg.model import ArticleRecord, Records
from zjkg.pipeline import Corpus, Knowledge
from zjkg.settings import Settings
from zjkg.store import ArticleState, GraphStore, State
from zjkg.writing import Basis, write_graphs

SETTINGS = Settings()
WORLD = World(500, 3, Minter(SETTINGS.base))
RECORDS = tuple(record(number, WORLD, 3)[0] for number in range(18))
FIRST, LAST = 6, 14


def written(store: GraphStore, chosen: frozenset[int], before: State) -> State:
    """Make the store hold the chosen articles; the state that it is in then."""
    articles: tuple[ArticleRecord, ...] = tuple(RECORDS[number] for number in sorted(chosen))
    by_source = {each.article.source: each for each in articles}
    records = Records(by_source, by_source.__getitem__, stamp=lambda source: f"{source} as it is")
    bases = {a.source: Basis(a.digest, a.digest) for a in (r.article for r in articles)}
    with store.notes("these rules") as notes:
        corpus = Corpus.of(records, Knowledge((), ()), SETTINGS, notes=notes)
        content = write_graphs(store, corpus, bases, notes, before)
        notes.finish()
    states = {
        source: ArticleState(
            file_digest="", record_key="", graph=w.graph, content=w.content, derived=w.derived
        )
        for source, w in content.articles.items()
    }
    return State(articles=states, findings=dict(content.findings))


NUMBERS = st.frozensets(st.integers(0, len(RECORDS) - 1), min_size=1, max_size=3)


@settings(max_examples=3, deadline=None, derandomize=True)
@given(
    first=st.frozensets(st.integers(0, len(RECORDS) - 1), min_size=FIRST, max_size=LAST),
    steps=st.lists(NUMBERS, min_size=2, max_size=4),
)
def test_what_came_and_went_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, first: frozenset[int], steps: list[frozenset[int]]
) -> None:
    """Each step adds those of its articles that are not there and removes those that are."""
    folder: Path = tmp_path_factory.mktemp("increments")
    with GraphStore.open(folder / "steps", write=True) as store:
        held = first
        state = written(store, held, State())
        for step in steps:
            held ^= step
            state = written(store, held, state)
        lines = list(store.canonical_nquads())
    with GraphStore.open(folder / "scratch", write=True) as store:
        assert written(store, held, State()) == state
        assert list(store.canonical_nquads()) == lines


def test_a_store_that_grows_manyfold_keeps_what_it_has(tmp_path: Path) -> None:
    few, all_ = frozenset(range(4)), frozenset(range(len(RECORDS)))
    with GraphStore.open(tmp_path / "grown", write=True) as store:
        before = written(store, few, State())
        grown = written(store, all_, before)
        lines = list(store.canonical_nquads())
        assert written(store, few, grown) == before
        assert written(store, all_, before) == grown
        assert list(store.canonical_nquads()) == lines
    with GraphStore.open(tmp_path / "scratch", write=True) as store:
        assert written(store, all_, State()) == grown
        assert list(store.canonical_nquads()) == lines
