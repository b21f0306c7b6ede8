"""The index beside a store finds what reading the whole store finds, in any script and spelling."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.folding import traditional
from zjkg.ids import TERMS
from zjkg.passages import comparable, folded_sentences
from zjkg.query import search
from zjkg.query.names import close_names, entities_named
from zjkg.query.text_index import Scan, TextIndex, text_index
from zjkg.store import GraphStore, State
from zjkg.vocab import RDF, RDFS, SKOS, ZJ

BASE = "https://example.org/"
WORDS = "青禾 药谷 研发 投入 Valley ＢｉｏTech é e\u0301 ﬁn 12 3.5 ㈱ 里程 于 〇 𠮷 ß İ".split()
MARKS = ("", "", "", " ", "\u3000", "。", "！”", "\n", ". ", "，", "\u0301", "…")
ROUNDS = 8


def text(rng: random.Random, words: int) -> str:
    written = "".join(rng.choice(WORDS) + rng.choice(MARKS) for _ in range(words))
    return traditional(written) if rng.random() < 0.3 else written


def quads(rng: random.Random) -> Iterator[Quad]:
    for number in range(rng.randrange(6)):
        version = NamedNode(f"{BASE}version/{number}")
        yield Quad(version, RDF.type, ZJ.ArticleVersion, version)
        yield Quad(version, ZJ.text, Literal(text(rng, 30), language="zh-Hans"), version)
    graph = NamedNode(f"{BASE}derived")
    has_keys = rng.random() < 0.8
    for number in range(rng.randrange(8)):
        thing = NamedNode(f"{TERMS if rng.random() < 0.1 else BASE}{number}")
        for naming in (RDFS.label, SKOS.prefLabel, SKOS.altLabel):
            yield Quad(thing, naming, Literal(text(rng, 2), language="zh-Hans"), graph)
        if has_keys:
            key = " ".join(comparable(text(rng, 1)) for _ in range(2)).strip() or "x"
            yield Quad(thing, ZJ.searchKey, Literal(key), graph)


def asked(rng: random.Random, content: Iterable[Quad]) -> list[str]:
    """Words that stand somewhere, from the middle of anything, and words that stand nowhere."""
    texts = [quad.object.value for quad in content if isinstance(quad.object, Literal)]
    cut = []
    for _ in range(12):
        whole = rng.choice(texts) if texts else "x"
        at = rng.randrange(len(whole) or 1)
        cut.append(whole[at : at + rng.choice((1, 2, 3, 8, 200))])
    return [*cut, *(text(rng, 2) for _ in range(4)), "无"]


def answers(index: TextIndex, words: str) -> Sequence[object]:
    plain = comparable(words)
    parts = plain[:2], plain[-1:]
    return (
        index.texts_holding(plain) if plain else None,
        index.texts_holding(plain, 2) if plain else None,
        index.in_order(index.texts_holding(plain)[::-1]) if plain else None,
        sorted(index.sentences_holding(plain)) if plain else None,
        index.sentence_count(),
        sorted(index.keys_that(begin=plain)) if plain else None,
        sorted(index.keys_that(hold=parts)) if plain else None,
        sorted(index.keys_that(hold_words=parts)) if plain else None,
        index.labelled(plain),
        index.labels(),
    )


def loaded(store: GraphStore, content: Iterable[Quad]) -> None:
    """Nobody knows what changed."""
    store.clear()
    store.engine.extend(content)


def changed(store: GraphStore, content: Iterable[Quad]) -> None:
    """The store knows what changed."""
    graphs: dict[str, list[Quad]] = {graph: [] for graph in store.graphs()}
    for quad in content:
        assert isinstance(quad.graph_name, NamedNode)
        graphs.setdefault(quad.graph_name.value, []).append(quad)
    for graph, held in graphs.items():
        store.replace_graph(graph, held)


@pytest.mark.parametrize("bring", [loaded, changed])
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_the_index_answers_as_the_scan_does(
    tmp_path: Path, seed: int, bring: Callable[[GraphStore, Iterable[Quad]], None]
) -> None:
    rng = random.Random(seed)  # noqa: S311  # made-up texts, no secret
    for state in range(3):
        content = list(quads(rng))
        with GraphStore.open(tmp_path, write=True) as store:
            store.begin()
            bring(store, content)
            store.save_state(State(rules=str(state)))
        with GraphStore.open(tmp_path) as store:
            index = text_index(store.searchable)
            assert not isinstance(index, Scan)
            for words in asked(rng, content):
                assert answers(index, words) == answers(Scan(store.engine), words), words
                assert entities_named(store.searchable, words) == entities_named(
                    store.engine, words
                )
                assert close_names(store.searchable, words) == close_names(store.engine, words)
                if comparable(words).isalnum():
                    assert search(store.searchable, words) == search(store.engine, words), words


@pytest.mark.parametrize("seed", range(200))
def test_the_sentences_are_the_whole_text(seed: int) -> None:
    written = text(random.Random(seed), 20)  # noqa: S311  # made-up, no secret
    assert "".join(folded_sentences(written)) == comparable(written)


def test_a_store_in_memory_is_read() -> None:
    assert isinstance(text_index(Store()), Scan)
