"""A store is written where it differs and nowhere else, and is the same after all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World
from pyoxigraph import Literal, NamedNode, Quad

from zjkg import graph
from zjkg.ids import Minter
from zjkg.model import ArticleRecord
from zjkg.pipeline import Corpus, Knowledge
from zjkg.settings import Settings
from zjkg.store import ArticleState, GraphStore, State
from zjkg.writing import Basis, write_graphs

SETTINGS = Settings()
MINTER = Minter(SETTINGS.base)
WORLD = World(1200, 1, MINTER)
RECORDS = tuple(record(number, WORLD, 1)[0] for number in range(60))
DERIVED = NamedNode(MINTER.graph("derived"))


class Watched(NamedTuple):
    store: GraphStore
    graphs: list[str]
    portions: list[int]


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """A store, and what is written into it."""
    graphs: list[str] = []
    portions: list[int] = []
    article_quads, portion_quads = Corpus.article_quads, Corpus.portion_quads

    def of_article(corpus: Corpus, source: str) -> Iterator[Quad]:
        graphs.append(source)
        return article_quads(corpus, source)

    def of_portion(corpus: Corpus, portion: graph.Portion) -> Iterator[Quad]:
        portions.append(1)
        return portion_quads(corpus, portion)

    monkeypatch.setattr(Corpus, "article_quads", of_article)
    monkeypatch.setattr(Corpus, "portion_quads", of_portion)
    with GraphStore.open(tmp_path / "store", write=True) as store:
        yield Watched(store, graphs, portions)


@pytest.fixture(scope="module")
def corpora() -> dict[int, Corpus]:
    knowledge = Knowledge((), ())
    return {size: Corpus.of(RECORDS[:size], knowledge, SETTINGS) for size in (58, 59, 60)}


def written(store: GraphStore, corpus: Corpus, before: State | None = None) -> State:
    articles = [each.article for each in corpus.records]
    bases = {each.source: Basis(each.digest, each.digest) for each in articles}
    with store.notes("these rules") as notes:
        content = write_graphs(store, corpus, bases, notes, before or State())
        notes.finish()
    states = {
        source: ArticleState(
            file_digest="", record_key="", graph=w.graph, content=w.content, derived=w.derived
        )
        for source, w in content.articles.items()
    }
    return State(articles=states, findings=dict(content.findings))


def named(record_: ArticleRecord, corpus: Corpus) -> list[str]:
    iris = corpus.identity.iris
    return sorted(iri for key, iri in iris.items() if key.source == record_.article.source)


def test_only_what_an_article_touches_is_written(
    watched: Watched, corpora: dict[int, Corpus]
) -> None:
    before = written(watched.store, corpora[59])
    lines = list(watched.store.canonical_nquads())
    watched.graphs.clear()
    watched.portions.clear()
    after = written(watched.store, corpora[60], before)
    added = RECORDS[59].article.source
    changed = [r for r in RECORDS[:59] if named(r, corpora[59]) != named(r, corpora[60])]
    assert watched.graphs == sorted([added, *(r.article.source for r in changed)])
    assert 0 < len(watched.portions) < 59
    watched.graphs.clear()
    written(watched.store, corpora[59], after)
    assert added not in watched.graphs
    assert list(watched.store.canonical_nquads()) == lines


def test_step_by_step_equals_all_at_once(
    watched: Watched, corpora: dict[int, Corpus], tmp_path: Path
) -> None:
    state = written(watched.store, corpora[58])
    for size in (60, 59, 58, 60):
        state = written(watched.store, corpora[size], state)
    with GraphStore.open(tmp_path / "other", write=True) as other:
        assert written(other, corpora[60]) == state
        assert list(other.canonical_nquads()) == list(watched.store.canonical_nquads())


def test_what_an_unfinished_build_left_is_put_right(
    watched: Watched, corpora: dict[int, Corpus]
) -> None:
    state = written(watched.store, corpora[58])
    lines = list(watched.store.canonical_nquads())
    engine = watched.store.engine
    article = next(iter(state.articles.values())).graph
    for name in (DERIVED, NamedNode(article), NamedNode(f"{article}-of-old")):
        engine.add(Quad(DERIVED, NamedNode("urn:of-old"), Literal("left"), name))
    some = [q for n, q in enumerate(engine.quads_for_pattern(None, None, None, DERIVED)) if n % 9]
    for quad in some[::7]:
        engine.remove(quad)
    assert list(watched.store.canonical_nquads()) != lines
    assert written(watched.store, corpora[58]) == state
    assert list(watched.store.canonical_nquads()) == lines


def test_nothing_is_written_twice(watched: Watched, corpora: dict[int, Corpus]) -> None:
    state = written(watched.store, corpora[58])
    watched.graphs.clear()
    watched.portions.clear()
    assert written(watched.store, corpora[58], state) == state
    assert not watched.graphs
    assert not watched.portions


def test_no_two_portions_have_a_subject_in_common(corpora: dict[int, Corpus]) -> None:
    corpus = corpora[60]
    owner: dict[str, str] = {}
    found = graph.portions(corpus.identity, corpus.comparison)
    together: set[Quad] = set()
    for source, portion in found:
        quads = set(corpus.portion_quads(portion))
        assert quads, "a portion without facts"
        assert {owner.setdefault(str(quad.subject), source) for quad in quads} == {source}
        together |= quads
    args = (corpus.records, corpus.identity, corpus.comparison, corpus.minter)
    assert together == set(graph.derived_quads(*args))


def test_a_portion_depends_on_the_articles_that_it_speaks_of(corpora: dict[int, Corpus]) -> None:
    corpus = corpora[60]
    found = graph.portions(corpus.identity, corpus.comparison)
    source, portion = next(item for item in found if item[1].contradictions)
    other = next(c.second.source for c in portion.contradictions if c.second.source != source)
    plain = portion.digest(lambda s: s)
    assert plain == portion.digest(lambda s: s)
    assert plain != portion.digest(lambda s: s * (1 + (s == other)))
