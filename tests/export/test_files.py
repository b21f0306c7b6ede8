from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.errors import ExportError
from zjkg.export import Choices, Weight, export_file, files, formats, is_folder


class News(Protocol):
    def store(self, shuffle: int = 0) -> Store: ...


def test_the_formats_are_explained_in_both_languages() -> None:
    assert list(formats()) == [
        "gexf",
        "graphml",
        "html",
        "csv",
        "neo4j",
        "parquet",
        "jsonld",
        "nquads",
        "trig",
    ]
    assert all(words.en and words.zh for words in formats().values())


FILES = [fmt for fmt in formats() if not is_folder(fmt)]
FOLDERS = [fmt for fmt in formats() if is_folder(fmt)]


@pytest.mark.parametrize("fmt", FILES)
def test_a_file_is_written_whole_and_alone(news: News, tmp_path: Path, fmt: str) -> None:
    path = tmp_path / f"图.{fmt}"
    path.write_text("old")
    exported = export_file(news.store(), fmt, path)
    assert exported.path == path
    assert exported.bytes == path.stat().st_size > 1000
    assert exported.nodes > 0
    assert exported.edges > 0
    assert exported.columns > 0
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208 - names only


def test_the_view_can_be_chosen(news: News, tmp_path: Path) -> None:
    exported = export_file(news.store(), "gexf", tmp_path / "p.gexf", Choices("people"))
    assert (exported.nodes, exported.edges) == (2, 1)
    plain = export_file(news.store(), "gexf", tmp_path / "e.gexf", Choices(co_occurrence=False))
    assert (plain.nodes, plain.edges) == (4, 3)


def test_graphml_reads_back(news: News, tmp_path: Path) -> None:
    path = tmp_path / "g.graphml"
    exported = export_file(news.store(), "graphml", path)
    graph = nx.read_graphml(path, force_multigraph=True)
    assert len(graph) == exported.nodes
    assert graph.number_of_edges() == exported.edges
    posts = [data["posts"] for *_, data in graph.edges(data=True) if "posts" in data]
    assert posts == ["创始人; 董事长"]


def test_forbidden_characters_are_left_out_and_noted(news: News, tmp_path: Path) -> None:
    store = news.store()
    for quad in store.quads_for_pattern(None, None, Literal("禾立平", language="zh-Hans")):
        label = Literal("禾\x07立平", language="zh-Hans")
        store.add(Quad(quad.subject, quad.predicate, label, quad.graph_name))
    # JSON escapes it in the list of names of a GEXF file.
    for fmt, times in (("gexf", 3), ("graphml", 4)):
        (note,) = export_file(store, fmt, tmp_path / f"n.{fmt}").notes
        assert f"({times})" in note.en
        assert f"（{times}）" in note.zh


@pytest.mark.parametrize(("fmt", "meant"), [("gefx", "gexf"), ("NQUADS", "nquads")])
def test_an_unknown_format_names_the_known(
    news: News, tmp_path: Path, fmt: str, meant: str
) -> None:
    with pytest.raises(ExportError, match=f"did you mean '{meant}'") as caught:
        export_file(news.store(), fmt, tmp_path / "x")
    assert "graphml" in caught.value.problem.expected.en
    assert meant in caught.value.problem.next_step.zh
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("fmt", FILES)
def test_nothing_to_write_is_an_error_and_leaves_the_old_file(tmp_path: Path, fmt: str) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(ExportError, match="the store"):
        export_file(Store(), fmt, path)
    assert path.read_text() == "old"


def test_a_view_without_nodes_is_an_error(tmp_path: Path) -> None:
    thing = NamedNode("https://example.org/a")
    store = Store()
    store.add(Quad(thing, thing, thing))
    with pytest.raises(ExportError, match="no nodes"):
        export_file(store, "gexf", tmp_path / "x", Choices("parks"))


@pytest.mark.parametrize(
    ("choices", "option"),
    [
        (Choices("people"), "--view people"),
        (Choices(weight=Weight.ORIGINS), "--weight origins"),
        (Choices(co_occurrence=False), "--no-co-occurrence"),
    ],
)
def test_rdf_takes_no_option_of_views(
    news: News, tmp_path: Path, choices: Choices, option: str
) -> None:
    with pytest.raises(ExportError, match="whole graph") as caught:
        export_file(news.store(), "trig", tmp_path / "x", choices)
    assert caught.value.problem.where == option


def test_exports_at_once_under_one_process_number(
    news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in two containers that share a folder, or after one that was killed."""
    monkeypatch.setattr(os, "getpid", lambda: 1)
    store = news.store()
    paths = [tmp_path / f"{number}.gexf" for number in range(4)]
    folders = [tmp_path / f"{number}" for number in range(4)]
    with ThreadPoolExecutor(8) as pool:
        done = [pool.submit(export_file, store, "gexf", path) for path in paths]
        done += [pool.submit(export_file, store, "csv", folder) for folder in folders]
        assert all(each.result().nodes for each in done)
    assert len({path.read_bytes() for path in paths}) == 1
    assert len({(folder / "edges.csv").read_bytes() for folder in folders}) == 1
    assert sorted(tmp_path.iterdir()) == sorted([*paths, *folders])


@pytest.mark.parametrize("where", ["missing/x.gexf", "", "file/x.gexf"])
def test_an_unwritable_path_is_an_error(news: News, tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ExportError, match="cannot be written") as caught:
        export_file(news.store(), "gexf", tmp_path / where)
    assert str(tmp_path) in caught.value.problem.where
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_failure_half_way_leaves_the_old_file_and_no_part(
    news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.gexf"
    path.write_text("old")

    def fail(_view: object, file: object) -> None:
        file.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(files._VIEW_WRITERS, "gexf", fail)  # noqa: SLF001 - a full disk
    with pytest.raises(ExportError, match="No space left"):
        export_file(news.store(), "gexf", path)
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["x.gexf"]


def test_a_link_stays_and_what_it_names_is_replaced(news: News, tmp_path: Path) -> None:
    target, link = tmp_path / "target.gexf", tmp_path / "link.gexf"
    target.write_text("old")
    link.symlink_to(target)
    exported = export_file(news.store(), "gexf", link)
    assert link.is_symlink()
    assert target.stat().st_size == exported.bytes > 1000


def test_a_pipe_is_written_to_and_stays(news: News, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        exported = export_file(news.store(), "nquads", pipe)
        assert len(read.result(30)) == exported.bytes > 1000
    assert pipe.is_fifo()


def test_the_longest_file_name(news: News, tmp_path: Path) -> None:
    longest = tmp_path / ("x" * 250 + ".gexf")
    assert export_file(news.store(), "gexf", longest).path == longest
    with pytest.raises(ExportError, match="cannot be written"):
        export_file(news.store(), "gexf", tmp_path / ("x" * 300))
