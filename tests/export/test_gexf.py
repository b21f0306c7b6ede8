from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Collection, Iterable, Iterator
from io import BytesIO
from time import perf_counter
from typing import BinaryIO, Protocol

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pyoxigraph import Store

from zjkg.errors import Bilingual
from zjkg.export import (
    Colour,
    Column,
    ColumnType,
    Edge,
    Node,
    View,
    Written,
    build_view,
    views,
    write_gexf,
)

ODD_NAMES = [
    "the \"Quoted\" & <tagged> 'firm'",
    "显微镜🔬👩\u200d🔬实验室",
    "下一行\n制表\t回车\r。",
    "控制\x00\x07\x1b\x7f\x85字符\ufffe\uffff",
    "上海" + "超长名称" * 14 + "公司",
    "右\u202e至左\u202c שלום مرحبا",
    "]]> <!-- &amp; &#0; -->",
    "   ",
    "",
]
COLUMNS = (
    Column("text", ColumnType.STRING),
    Column("count", ColumnType.INTEGER),
    Column("share", ColumnType.DOUBLE),
    Column("flag", ColumnType.BOOLEAN),
    Column("page", ColumnType.STRING),
    Column("list", ColumnType.STRINGS),
)


class News(Protocol):
    def store(self, shuffle: int = 0) -> Store: ...


class LazyEdges(Collection[Edge]):
    """Edges made when they are asked for, so that only the writer's memory is measured."""

    def __init__(self, count: int, nodes: int) -> None:
        self.count, self.nodes = count, nodes

    def __len__(self) -> int:
        return self.count

    def __contains__(self, item: object) -> bool:
        return False

    def __iter__(self) -> Iterator[Edge]:
        for number in range(self.count):
            ends = f"n{number % self.nodes}", f"n{number * 7 % self.nodes}"
            values = ("句子里有“引号”和 & 号", number, 0.5, True, None, ("甲", "乙"))
            yield Edge(f"e{number}", *ends, "locatedIn", "位于", 1.0, True, values)  # noqa: FBT003


class Sink(BytesIO):
    """Counts bytes and keeps none."""

    written = 0

    def write(self, data: object) -> int:
        self.written += len(bytes(data))  # type: ignore[call-overload]
        return 0


def node(name: str, label: str) -> Node:
    values = (label, 3, 0.25, False, "https://example.org/?a=1&b=2", (label, 'a"b', "c,d"))
    return Node(name, label, values, Colour(1, 2, 3), 4.0, -1.5, 1e-05)


def view_of(nodes: Collection[Node], edges: Collection[Edge]) -> View:
    words = Bilingual("a <test>", "测试 & 其他")
    return View("test", words, words, COLUMNS, COLUMNS, nodes, edges, "2024-02-29", (words,))


def written(view: View) -> tuple[bytes, Written]:
    file = BytesIO()
    counts = write_gexf(view, file)
    return file.getvalue(), counts


def check(schema: etree.RelaxNG, data: bytes) -> None:
    assert schema.validate(etree.fromstring(data)), schema.error_log


@pytest.mark.parametrize("name", list(views()))
@pytest.mark.parametrize("co_occurrence", [True, False])
def test_every_view_is_valid(
    news: News, schema: etree.RelaxNG, name: str, *, co_occurrence: bool
) -> None:
    view = build_view(news.store(), name, co_occurrence=co_occurrence)
    check(schema, written(view)[0])


def test_an_empty_view_is_a_valid_file(schema: etree.RelaxNG) -> None:
    data, counts = written(build_view(Store(), "entities"))
    check(schema, data)
    assert counts == Written(0, 0, 0)
    assert b"lastmodifieddate" not in data
    assert len(nx.read_gexf(BytesIO(data), version="1.3")) == 0


def test_the_schema_is_a_real_check(news: News, schema: etree.RelaxNG) -> None:
    data = written(build_view(news.store(), "entities"))[0]
    for good, bad in ((b'version="1.3"', b'version="9"'), (b"viz:size", b"viz:volume")):
        assert not schema.validate(etree.fromstring(data.replace(good, bad)))


@pytest.mark.parametrize("name", list(views()))
def test_networkx_reads_the_same_graph(news: News, name: str) -> None:
    view = build_view(news.store(), name)
    graph = nx.read_gexf(BytesIO(written(view)[0]), version="1.3")
    assert set(graph) == {node.id for node in view.nodes}
    assert {(data["id"]) for *_, data in graph.edges(data=True)} == {e.id for e in view.edges}
    assert graph.number_of_edges() == len(view.edges)
    for found in view.nodes:
        read = graph.nodes[found.id]
        assert read["label"] == found.label
        assert read["viz"]["position"] == {"x": found.x, "y": found.y, "z": 0.0}
        for column, value in zip(view.node_columns, found.values, strict=True):
            held = read.get(column.name)
            if isinstance(value, tuple):
                assert held == json.dumps(value, ensure_ascii=False)
                continue
            assert held == value
            assert type(held) is type(value)


def test_parallel_edges_of_different_kinds_survive(news: News) -> None:
    view = build_view(news.store(), "entities")
    data = written(view)[0]
    root = etree.fromstring(data)
    found = root.findall(".//{http://gexf.net/1.3}edge")
    kinds = {(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in found}
    assert kinds == {(edge.source, edge.target, edge.kind) for edge in view.edges}
    pairs = {(edge.source, edge.target) for edge in view.edges}
    assert len(pairs) < len(kinds)
    graph = nx.read_gexf(BytesIO(data), version="1.3")
    assert graph.is_multigraph()


def test_odd_labels_survive_but_for_forbidden_characters(
    ring: Callable[[Iterable[str]], Store], schema: etree.RelaxNG
) -> None:
    view = build_view(ring(ODD_NAMES), "organizations")
    data, counts = written(view)
    check(schema, data)
    forbidden = str.maketrans("", "", "\x00\x07\x1b\ufffe\uffff")
    graph = nx.read_gexf(BytesIO(data), version="1.3")
    names = {found["fullLabel"] for _, found in graph.nodes(data=True)}
    # an entity with an empty name goes by its identifier
    assert names >= {name.translate(forbidden) for name in ODD_NAMES if name}
    # five in fullLabel, in labelZh and in the label; in the list of names JSON escapes three
    assert counts.removed == 17
    assert all(len(found["label"]) <= 24 for _, found in graph.nodes(data=True))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_gives_well_formed_xml(label: str, value: str) -> None:
    one = node("n0", label)
    edge = Edge("e", "n0", "n0", label, value, 1.0, True, (value, *one.values[1:]))  # noqa: FBT003
    data, counts = written(view_of([one], [edge]))
    read = etree.fromstring(data).findall(".//{http://gexf.net/1.3}attvalue")
    if not counts.removed:
        assert read[0].get("value") == label


def test_types_lists_and_missing_values(schema: etree.RelaxNG) -> None:
    empty = Node("n1", "空", (None,) * 6, Colour(0, 0, 0), 1.0, 0.0, 0.0)
    data = written(view_of([node("n0", "名"), empty], []))[0]
    check(schema, data)
    graph = nx.read_gexf(BytesIO(data), version="1.3")
    read = graph.nodes["n0"]
    assert (read["count"], read["share"], read["flag"]) == (3, 0.25, False)
    assert read["list"] == '["名", "a\\"b", "c,d"]'
    assert read["page"] == "https://example.org/?a=1&b=2"
    assert set(graph.nodes["n1"]) == {"label", "viz"}


def test_metadata_has_no_clock() -> None:
    root = etree.fromstring(written(view_of([], []))[0])
    meta = root.find("{http://gexf.net/1.3}meta")
    assert meta.get("lastmodifieddate") == "2024-02-29"
    assert "测试 & 其他" in meta.findtext("{http://gexf.net/1.3}description")


def test_the_writer_closes_nothing_and_writes_once(news: News) -> None:
    file: BinaryIO = BytesIO()
    write_gexf(build_view(news.store(), "people"), file)
    assert not file.closed


def test_memory_does_not_grow_with_edges() -> None:
    nodes = [node(f"n{number}", "节点") for number in range(50)]
    peaks = []
    for count in (2_000, 20_000):
        tracemalloc.start()
        write_gexf(view_of(nodes, LazyEdges(count, 50)), Sink())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
    assert peaks[1] < 2_000_000


@pytest.mark.slow
def test_a_large_view_is_written_in_seconds() -> None:
    nodes = [node(f"n{number}", f"节点{number}") for number in range(20_000)]
    sink = Sink()
    start = perf_counter()
    counts = write_gexf(view_of(nodes, LazyEdges(100_000, 20_000)), sink)
    assert perf_counter() - start < 30
    assert (counts.nodes, counts.edges) == (20_000, 100_000)
    assert sink.written > 20_000_000
