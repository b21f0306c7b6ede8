from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Protocol

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from zjkg import sorting
from zjkg.export import export_file


class News(Protocol):
    quads: list[Quad]

    def store(self, shuffle: int = 0) -> Store: ...


@pytest.mark.parametrize(
    ("fmt", "rdf"),
    [
        ("nquads", RdfFormat.N_QUADS),
        ("trig", RdfFormat.TRIG),
        ("jsonld", RdfFormat.JSON_LD),
    ],
)
def test_a_file_holds_exactly_the_store(
    news: News, tmp_path: Path, fmt: str, rdf: RdfFormat
) -> None:
    path = tmp_path / "g"
    exported = export_file(news.store(), fmt, path)
    assert set(parse(path=path, format=rdf)) == set(news.store())
    assert exported.edges == len(set(news.quads))


# rdflib's own parsers still use what rdflib deprecates.
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("fmt", "name"), [("nquads", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")]
)
def test_rdflib_reads_the_same_graph(news: News, tmp_path: Path, fmt: str, name: str) -> None:
    path = tmp_path / "g"
    export_file(news.store(), fmt, path)
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_text(encoding="utf-8"), format=name)
    read = {(str(s), str(p), str(o), str(g)) for s, p, o, g in dataset.quads()}
    stored = {
        (quad.subject.value, quad.predicate.value, quad.object.value, quad.graph_name.value)  # type: ignore[union-attr]
        for quad in news.quads
    }
    assert read == stored


def test_nquads_are_sorted_lines(news: News, tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    exported = export_file(news.store(), "nquads", path)
    lines = path.read_bytes().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == exported.edges


def test_trig_is_abbreviated_and_its_prefixes_are_sorted(news: News, tmp_path: Path) -> None:
    path = tmp_path / "g.trig"
    export_file(news.store(), "trig", path)
    prefixes = [line for line in path.read_text("utf-8").splitlines() if line.startswith("@")]
    assert prefixes == sorted(prefixes)
    assert "zj:locatedIn" in path.read_text("utf-8")


def _many(quads: int) -> Store:
    store = Store()
    knows, graph = NamedNode("https://example.org/said"), NamedNode("https://example.org/g")
    store.bulk_extend(
        Quad(NamedNode(f"https://example.org/{n}"), knows, Literal(f"第 {n} 句\t“引”\n"), graph)
        for n in range(quads)
    )
    return store


@pytest.mark.parametrize("fmt", ["nquads", "trig", "jsonld"])
def test_memory_does_not_grow_with_the_quads(
    tmp_path: Path, fmt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting.sorted_lines, "__defaults__", (200_000,))
    peaks = []
    for quads in (12_000, 36_000):
        store = _many(quads)
        tracemalloc.start()
        try:
            done = export_file(store, fmt, tmp_path / "g")
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert (done.nodes, done.edges, done.columns) == (1, quads, 1)
    assert peaks[1] < peaks[0] * 1.3


@pytest.mark.parametrize("fmt", ["nquads", "trig", "jsonld"])
def test_runs_on_disk_give_the_same_file(
    tmp_path: Path, fmt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = _many(300)
    export_file(store, fmt, tmp_path / "whole")
    monkeypatch.setattr(sorting.sorted_lines, "__defaults__", (1000,))
    export_file(store, fmt, tmp_path / "runs")
    assert (tmp_path / "runs").read_bytes() == (tmp_path / "whole").read_bytes()


def test_the_default_graph_stays_apart(tmp_path: Path) -> None:
    node = NamedNode("https://example.org/a")
    store = Store()
    store.add(Quad(node, node, Literal("无名图")))
    for fmt, rdf in (("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)):
        path = tmp_path / fmt
        export_file(store, fmt, path)
        assert set(parse(path=path, format=rdf)) == set(store)
