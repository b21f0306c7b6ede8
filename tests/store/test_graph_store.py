from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store
from rdflib import URIRef

from zjkg.errors import StoreError
from zjkg.store import ArticleState, GraphStore, State, decoded

G = "https://example.org/graph/one"
OTHER = "https://example.org/graph/two"


def quad(subject: str, text: str, graph: str = G) -> Quad:
    return Quad(
        NamedNode(f"https://example.org/{subject}"),
        NamedNode("https://example.org/says"),
        Literal(text, language="zh-hans"),
        NamedNode(graph),
    )


def texts(store: GraphStore) -> list[str]:
    quads = store.engine.quads_for_pattern(None, None, None, None)
    return [quad.object.value for quad in quads if isinstance(quad.object, Literal)]


def run_python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


OPEN_AND_COUNT = """
import sys
from pathlib import Path
from types import SimpleNamespace
from zjkg.errors import StoreError
from zjkg.store import GraphStore
try:
    with GraphStore.open(Path(sys.argv[1]), write=sys.argv[2] == "write") as store:
        print(len(store.engine))
except StoreError as error:
    print("StoreError", error.problem.what.en)
"""


def test_a_new_store_keeps_its_quads(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "store"
    with GraphStore.open(folder, write=True) as store:
        assert store.replace_graph(G, [quad("a", "一"), quad("b", "二")])
    with GraphStore.open(folder) as store:
        assert len(store.engine) == 2
        assert store.graphs() == (G,)


def test_reading_before_the_first_build_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run zjkg build first") as caught:
        GraphStore.open(tmp_path / "none")
    assert "zjkg build" in caught.value.problem.next_step.zh
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_of_other_files_is_left_alone(tmp_path: Path, *, write: bool) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(StoreError, match="no store"):
        GraphStore.open(tmp_path, write=write)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("write", [True, False])
def test_a_path_that_is_a_file(tmp_path: Path, *, write: bool) -> None:
    path = tmp_path / "file"
    path.write_text("x", "utf-8")
    with pytest.raises(StoreError):
        GraphStore.open(path, write=write)
    with pytest.raises(StoreError):
        GraphStore.open(path / "below", write=write)


@pytest.mark.parametrize("write", [True, False])
def test_another_format_version_is_refused(tmp_path: Path, *, write: bool) -> None:
    with GraphStore.open(tmp_path, write=True):
        pass
    (tmp_path / "state.json").write_text('{"format": 99, "novel": true}', "utf-8")
    with pytest.raises(StoreError, match="format version 99"):
        GraphStore.open(tmp_path, write=write)


@pytest.mark.parametrize("content", [b'{"format": 1, "art', b"", b'{"format": 1, "rules": "\xe8"}'])
def test_a_damaged_state_is_refused(tmp_path: Path, content: bytes) -> None:
    with GraphStore.open(tmp_path, write=True):
        pass
    (tmp_path / "state.json").write_bytes(content)
    with pytest.raises(StoreError, match="state of the store"):
        GraphStore.open(tmp_path)


def test_a_second_writer_is_told_and_a_reader_reads(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, write=True) as store:
        store.replace_graph(G, [quad("a", "一")])
        store.save_state(State())
        writer = run_python(OPEN_AND_COUNT, tmp_path, "write")
        reader = run_python(OPEN_AND_COUNT, tmp_path, "read")
        with pytest.raises(StoreError, match="another process"):
            GraphStore.open(tmp_path, write=True)
    assert writer.stdout.strip() == "StoreError another process is writing this store"
    assert reader.stdout.strip() == "1"
    assert run_python(OPEN_AND_COUNT, tmp_path, "write").stdout.strip() == "1"


def test_a_killed_writer_leaves_whole_graphs_and_no_lock(tmp_path: Path) -> None:
    code = """
import os, signal, sys
from pathlib import Path
from types import SimpleNamespace
from pyoxigraph import Literal, NamedNode, Quad
from zjkg.store import GraphStore
store = GraphStore.open(Path(sys.argv[1]), write=True)
def quads(word):
    g = NamedNode("https://example.org/graph/one")
    return [Quad(g, g, Literal(f"{word}{i}"), g) for i in range(50)]
store.replace_graph("https://example.org/graph/one", quads("old"))
store.replace_graph("https://example.org/graph/one", quads("new"))
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert run_python(code, tmp_path).returncode == -9
    with GraphStore.open(tmp_path, write=True) as store:
        found = set(texts(store))
    assert found == {f"new{i}" for i in range(50)}


def test_a_reader_keeps_its_view_while_graphs_are_rewritten(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, write=True) as store:
        store.replace_graph(G, [quad("a", "旧")])
        store.save_state(State())
        with GraphStore.open(tmp_path) as reader:
            store.replace_graph(G, [quad("a", "新")])
            store.engine.optimize()
            [seen] = texts(reader)
        with GraphStore.open(tmp_path) as later:
            [now] = texts(later)
    assert (seen, now) == ("旧", "新")


def test_replacing_touches_one_graph_only(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, write=True) as store:
        store.replace_graph(G, [quad("a", '引号"和\n换行\\'), quad("b", "二")])
        store.replace_graph(OTHER, [quad("a", "别", OTHER)])
        assert store.replace_graph(G, [quad("b", "二"), quad("c", 'x" . } #\\u0022')])
        assert set(store.engine.quads_for_pattern(None, None, None, None)) == {
            quad("b", "二"),
            quad("c", 'x" . } #\\u0022'),
            quad("a", "别", OTHER),
        }
        assert not store.replace_graph(OTHER, [quad("a", "别", OTHER)])
        assert store.remove_graph(G)
        assert not store.remove_graph(G)
        assert store.graphs() == (OTHER,)
        assert store.replace_graph(OTHER, [])
        assert store.graphs() == ()


def test_a_failing_replacement_changes_nothing(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, write=True) as store:
        store.replace_graph(G, [quad("a", "一")])
        with pytest.raises(ValueError, match="belongs to"):
            store.replace_graph(G, [quad("b", "二"), quad("c", "三", OTHER)])
        node, predicate, graph = BlankNode("x"), quad("a", "").predicate, NamedNode(G)
        for blank in (
            Quad(node, predicate, Literal("y"), graph),
            Quad(predicate, predicate, node, graph),
        ):
            with pytest.raises(ValueError, match="blank"):
                store.replace_graph(G, [blank])
        assert list(store.engine.quads_for_pattern(None, None, None, None)) == [quad("a", "一")]


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, write=True):
        pass
    with GraphStore.open(tmp_path) as store:
        for attempt in (
            lambda: store.replace_graph(G, []),
            lambda: store.remove_graph(G),
            lambda: store.save_state(State()),
            lambda: store.save_record("k", b""),
            lambda: store.prune_records(()),
            lambda: store.save_report(b""),
        ):
            with pytest.raises(StoreError, match="reading only"):
                attempt()


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = GraphStore.open(tmp_path, write=True)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        _ = store.engine


def test_canonical_nquads_do_not_depend_on_the_order_of_building(tmp_path: Path) -> None:
    quads = [quad(f"s{i}", f"第{i}句\n") for i in range(20)]
    written = []
    for name, ordered in (("a", quads), ("b", quads[::-1])):
        with GraphStore.open(tmp_path / name, write=True) as store:
            store.replace_graph(OTHER, [quad("gone", "x", OTHER)])
            for size in (5, 20):
                store.replace_graph(G, ordered[:size])
            store.remove_graph(OTHER)
            written.append(list(store.canonical_nquads()))
    assert written[0] == written[1] == sorted(written[0])
    assert len(written[0]) == 20
    assert all("\n" not in line and line.endswith(" .") for line in written[0])


def test_state_survives_and_is_byte_stable(tmp_path: Path) -> None:
    article = ArticleState(file_digest="f", record_key="k", graph=G)
    state = State(rules="7", articles={"b": article, "a": article})
    same = State(rules="7", articles={"a": article, "b": article})
    with GraphStore.open(tmp_path, write=True) as store:
        assert store.state() == State(finished=False)
        store.save_state(state)
        first = (tmp_path / "state.json").read_bytes()
        store.save_state(same)
    assert (tmp_path / "state.json").read_bytes() == first
    with GraphStore.open(tmp_path) as store:
        assert store.state() == state
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["oxigraph", "search.sqlite", "state.json"]


def test_records_and_report(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, write=True) as store:
        assert store.load_record("none") is None
        assert store.load_report() is None
        store.save_record("one", b"first")
        store.save_record("two", b"second")
        bytes_on_disk = (tmp_path / "records/one.json.gz").read_bytes()
        store.save_record("one", b"first")
        assert (tmp_path / "records/one.json.gz").read_bytes() == bytes_on_disk
        assert store.prune_records({"one"}) == ("two",)
        assert (store.load_record("one"), store.load_record("two")) == (b"first", None)
        store.save_report(b"{}")
        assert store.load_report() == b"{}"
        with pytest.raises(ValueError, match="record key"):
            store.save_record("../outside", b"")


def test_a_damaged_record_is_an_error(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path, write=True) as store:
        store.save_record("one", b"first" * 100)
        path = tmp_path / "records/one.json.gz"
        path.write_bytes(path.read_bytes()[:20])
        with pytest.raises(StoreError, match="cannot be read"):
            store.load_record("one")


def test_the_rdflib_view_gives_the_same_rows_and_refuses_writes(tmp_path: Path) -> None:
    text = "SELECT ?s ?o WHERE { ?s <https://example.org/says> ?o } ORDER BY ?s"
    with GraphStore.open(tmp_path, write=True) as store:
        store.replace_graph(G, [quad("a", "一"), quad("b", "二")])
        store.replace_graph(OTHER, [quad("c", "三", OTHER)])
        solutions = store.engine.query(text, use_default_graph_as_union=True)
        engine_rows = [(row["s"].value, row["o"].value) for row in solutions]  # type: ignore[union-attr]
        dataset = store.dataset()
        rdflib_rows = [(str(row[0]), str(row[1])) for row in dataset.query(text)]  # type: ignore[index]
        assert engine_rows == rdflib_rows
        assert len(rdflib_rows) == 3
        assert len(dataset.graph(URIRef(OTHER))) == 1
        node = URIRef("https://example.org/x")
        with pytest.raises(StoreError):
            dataset.graph(node).add((node, node, node))
        with pytest.raises(StoreError):
            dataset.graph(URIRef(G)).remove((None, None, None))
        with pytest.raises(StoreError):
            dataset.update("CLEAR ALL")
        assert len(store.engine) == 3


def test_the_default_graph_is_no_article(tmp_path: Path) -> None:
    stray = Quad(NamedNode(G), NamedNode(G), NamedNode(G), DefaultGraph())
    with (
        GraphStore.open(tmp_path, write=True) as store,
        pytest.raises(ValueError, match="belongs to"),
    ):
        store.replace_graph(G, [stray])


@pytest.mark.parametrize(
    ("lexical", "kind"), [("80.0", "decimal"), ("007", "integer"), ("1", "boolean"), ("x", "date")]
)
def test_an_unchanged_graph_is_seen_as_unchanged(tmp_path: Path, lexical: str, kind: str) -> None:
    datatype = NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")
    one = quad("a", "")
    quads = [Quad(one.subject, one.predicate, Literal(lexical, datatype=datatype), one.graph_name)]
    with GraphStore.open(tmp_path, write=True) as store:
        assert store.replace_graph(G, quads)
        assert not store.replace_graph(G, quads)


def test_files_are_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.save_report(b"{}")
        store.save_record("one", b"{}")
    for name in ("state.json", "report.json", "records/one.json.gz"):
        assert (tmp_path / "store" / name).stat().st_mode == (tmp_path / "any").stat().st_mode


def test_what_no_build_wrote_is_an_error() -> None:
    assert decoded(b'["a"]', list[str], "x") == ["a"]
    for content in (b"", b"{", b"[1]", b"\xff", b'["\xe8"]'):
        with pytest.raises(StoreError, match="cannot be read"):
            decoded(content, list[str], "x")


def test_statements_about_some_subjects_are_replaced(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.replace_graph(G, [quad("a", "一"), quad("b", "二"), quad("c", "三")])
        store.replace_graph(OTHER, [quad("a", "别", OTHER)])
        a, b, d = (f"https://example.org/{name}" for name in "abd")
        assert store.replace_statements(G, [a, b, d], [quad("b", "新"), quad("d", "四")])
        assert sorted(texts(store)) == sorted(["别", "新", "三", "四"])
        assert not store.replace_statements(G, [b], [quad("b", "新")])
        with pytest.raises(ValueError, match="belongs to"):
            store.replace_statements(OTHER, [a], [quad("a", "五")])
    with GraphStore.open(tmp_path / "store") as reader, pytest.raises(StoreError):
        reader.replace_statements(G, [a], [])


@pytest.mark.parametrize("number", [3, 25_000, 210_000])
def test_many_statements_are_loaded(tmp_path: Path, number: int) -> None:
    with GraphStore.open(tmp_path / "store", write=True) as store:
        with store.loading() as loading:
            loading.add(OTHER, [quad("first", "一", OTHER)])
            loading.add(G, (quad(f"s{each}", "多") for each in range(number)))
            with pytest.raises(ValueError, match="belongs to"):
                loading.add(OTHER, [quad("a", "五")])
        assert len(store.engine) == number + 1
        assert store.graphs() == (G, OTHER)


def test_a_reader_waits_while_the_engine_tidies_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.save_state(State(rules="done"))
    opened, failures = Store.read_only, [OSError("No such file: 000012.sst")] * 2

    def read_only(path: str) -> Store:
        if failures:
            raise failures.pop()
        return opened(path)

    monkeypatch.setattr("zjkg.store.opening.Store", SimpleNamespace(read_only=read_only))
    with GraphStore.open(tmp_path / "store") as store:
        assert store.state().rules == "done"
    failures.extend([OSError("Corruption")] * 9)
    with pytest.raises(StoreError, match="Corruption"):
        GraphStore.open(tmp_path / "store")
