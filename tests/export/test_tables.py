from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Protocol

import pytest
from pyarrow import parquet
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.errors import ExportError
from zjkg.export import Choices, export_file, formats, is_folder

FOLDERS = [fmt for fmt in formats() if is_folder(fmt)]


class News(Protocol):
    def store(self, shuffle: int = 0) -> Store: ...


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_the_titles_that_gephi_knows(news: News, tmp_path: Path) -> None:
    written = export_file(news.store(), "csv", tmp_path / "out")
    nodes, edges = rows(tmp_path / "out/nodes.csv"), rows(tmp_path / "out/edges.csv")
    assert (len(nodes), len(edges)) == (written.nodes, written.edges)
    assert {"Id", "Label", "fullLabel"} <= nodes[0].keys()
    assert {"Source", "Target", "Type", "Kind", "Weight"} <= edges[0].keys()
    assert {edge["Type"] for edge in edges} == {"Directed", "Undirected"}
    ids = {node["Id"] for node in nodes}
    assert {end for edge in edges for end in (edge["Source"], edge["Target"])} <= ids
    posts = [edge["posts"] for edge in edges if edge["posts"]]
    assert posts == ["创始人; 董事长"]


@pytest.mark.parametrize(
    "label", ["=1+1", "+86", "-x", "@cmd", "\tx", "\r=1", "\n=1", "＝1+1", "＠x"]
)
def test_no_cell_is_a_formula(news: News, tmp_path: Path, label: str) -> None:
    store = news.store()
    for quad in list(store.quads_for_pattern(None, None, Literal("禾立平", language="zh-Hans"))):
        store.remove(quad)
        store.add(Quad(quad.subject, quad.predicate, Literal(label, language="zh-Hans")))
    written = export_file(store, "csv", tmp_path / "out")
    cells = [cell for row in rows(tmp_path / "out/nodes.csv") for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(label)]
    assert [cell for cell in cells if cell == f"'{label}"]
    (lost,) = (loss for loss in written.losses if loss.name == "formulas")
    assert lost.count
    assert str(lost.count) in written.notes[-1].zh


def test_neo4j_keeps_types_languages_and_lists(news: News, tmp_path: Path) -> None:
    export_file(news.store(), "neo4j", tmp_path / "out")
    nodes, edges = rows(tmp_path / "out/nodes.csv"), rows(tmp_path / "out/edges.csv")
    firm = next(node for node in nodes if node["label:string"] == "青禾制药有限公司")
    assert firm[":LABEL"] == "Organization"
    assert firm["namesEn:string[]"] == "Qinghe Pharma"
    assert firm["mentions:long"] == "3"
    role = next(edge for edge in edges if edge[":TYPE"] == "ROLE")
    assert role["posts:string[]"].split("\x1f") == ["创始人", "董事长"]
    assert {edge[":TYPE"] for edge in edges} == {"LOCATED_IN", "ROLE", "CO_OCCURRENCE"}


def test_parquet_keeps_types_and_lists(news: News, tmp_path: Path) -> None:
    written = export_file(news.store(), "parquet", tmp_path / "out")
    nodes = parquet.read_table(tmp_path / "out/nodes.parquet").to_pylist()
    edges = parquet.read_table(tmp_path / "out/edges.parquet").to_pylist()
    assert (len(nodes), len(edges)) == (written.nodes, written.edges)
    firm = next(node for node in nodes if node["label"] == "青禾制药有限公司")
    assert (firm["mentions"], firm["namesEn"]) == (3, ["Qinghe Pharma"])
    assert [edge["posts"] for edge in edges if edge["posts"]] == [["创始人", "董事长"]]
    assert {type(edge["weight"]) for edge in edges} == {float}


@pytest.mark.parametrize("fmt", FOLDERS)
def test_a_folder_is_replaced_whole(news: News, tmp_path: Path, fmt: str) -> None:
    folder = tmp_path / "图"
    for _ in range(2):
        written = export_file(news.store(), fmt, folder)
        assert written.bytes == sum(file.stat().st_size for file in folder.iterdir()) > 1000
    assert [found.name for found in tmp_path.iterdir()] == ["图"]


@pytest.mark.parametrize("fmt", FOLDERS)
def test_a_folder_with_other_files_is_left_alone(news: News, tmp_path: Path, fmt: str) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"other files, such as mine\.txt"):
        export_file(news.store(), fmt, tmp_path)
    assert [found.name for found in tmp_path.iterdir()] == ["mine.txt"]


def test_the_folder_that_one_is_in(
    news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert export_file(news.store(), "csv", Path()).nodes
    assert sorted(found.name for found in here.iterdir()) == ["edges.csv", "nodes.csv"]
    assert [found.name for found in tmp_path.iterdir()] == ["here"]


def test_the_root_is_left_alone(news: News) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        export_file(news.store(), "csv", Path("/"))


def test_a_link_to_a_folder_stays(news: News, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to("elsewhere")
    export_file(news.store(), "csv", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elsewhere/nodes.csv").is_file()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_is_no_folder(news: News, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(ExportError, match="no folder"):
        export_file(news.store(), "csv", path)
    assert path.read_text() == "old"


def test_only_gexf_has_a_timeline(news: News, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no timeline"):
        export_file(news.store(), "csv", tmp_path / "x", Choices(dynamic=True))


@pytest.mark.parametrize("fmt", list(formats()))
def test_every_format_says_what_it_loses(news: News, tmp_path: Path, fmt: str) -> None:
    lost = [loss.record() for loss in export_file(news.store(), fmt, tmp_path / "x").losses]
    assert json.loads(json.dumps(lost)) == lost
    assert all(record["en"] and record["zh"] for record in lost)
    whole = {"jsonld", "nquads", "trig"}
    assert bool(lost) != (fmt in whole)


def test_the_authority_alone_is_no_news(tmp_path: Path) -> None:
    store = Store()
    thing = NamedNode("https://example.org/a")
    store.add(Quad(thing, thing, thing))
    with pytest.raises(ExportError, match="no nodes"):
        export_file(store, "parquet", tmp_path / "x")


@pytest.mark.parametrize("done", range(5))
@pytest.mark.parametrize("fmt", FOLDERS)
def test_a_folder_never_holds_files_of_two_exports(
    news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fmt: str, done: int
) -> None:
    """Whatever step is the last one, what lies there is of one export."""
    folder = tmp_path / "out"
    export_file(news.store(), fmt, folder, Choices("organizations"))
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    steps = 0

    def stopping(step: str) -> None:
        original = getattr(Path, step)

        def stopped(path: Path, *args: object, **named: object) -> object:
            nonlocal steps
            if steps == done:
                raise KeyboardInterrupt
            steps += 1
            return original(path, *args, **named)

        monkeypatch.setattr(Path, step, stopped)

    for step in ("unlink", "rename", "replace"):
        stopping(step)
    if done < 4:
        with pytest.raises(KeyboardInterrupt):
            export_file(news.store(), fmt, folder, Choices("people"))
    else:
        export_file(news.store(), fmt, folder, Choices("people"))
    monkeypatch.undo()
    left = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert len({before.get(name) == data for name, data in left.items()}) <= 1
    assert len(left) == (2, 1, 0, 1, 2)[done]
