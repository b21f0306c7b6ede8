"""Every reading command gives on a server what it gives on the store that filled it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zjkg.cli import main
from zjkg.query import library
from zjkg.settings import DEFAULT_BASE
from zjkg.store import GraphStore, GraphStoreWriter, GraphWriter, RemoteGraph, UpdateWriter, load

if TYPE_CHECKING:
    from tests.interop.conftest import Server


def said(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--lang", "en"])
    output = capfd.readouterr()
    assert ended.value.code == 0, output.err
    return output.out


@pytest.mark.parametrize("name", sorted(library()))
def test_named_queries_give_the_same_rows(
    name: str, filled: Server, five_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    words = shlex.split(library()[name].example)
    given = [word for word in words if "=" in word and not word.startswith("-")]
    command = ["query", name, "--format", "records", *(f"-p{each}" for each in given)]
    try:
        here = said(capfd, *command, "--store", str(five_folder))
    except AssertionError:
        pytest.skip("the example names something that the five articles lack")
    there = said(capfd, *command, "--endpoint", filled.query)
    assert here == there


@pytest.mark.parametrize(
    "command",
    [
        ["provenance", "石谦"],
        ["provenance", "461亿元"],
        ["provenance", "Zhangjiang", "--limit", "5"],
        ["search", "wangkairong"],
        ["search", "张江", "生物医药", "--format", "records"],
        ["conflicts"],
        ["export", "gexf", "-o", "-"],
        ["export", "nquads", "-o", "-"],
    ],
    ids=" ".join,
)
def test_commands_say_the_same(
    command: list[str], filled: Server, five_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    here = said(capfd, *command, "--store", str(five_folder))
    assert said(capfd, *command, "--endpoint", filled.query) == here


@pytest.mark.parametrize("server", ["oxigraph"], indirect=True)
def test_a_server_is_validated(filled: Server, capfd: pytest.CaptureFixture[str]) -> None:
    assert said(capfd, "validate", "--endpoint", filled.query).startswith("0 violations in ")


def test_triples_come_alike(
    filled: Server, five_folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    query = tmp_path / "parks.rq"
    query.write_text("CONSTRUCT { ?park rdfs:label ?name } { ?park a zj:Park ; rdfs:label ?name }")
    command = ["query", str(query), "--format", "turtle"]
    here = said(capfd, *command, "--store", str(five_folder))
    assert here.count("rdfs:label") > 5
    assert said(capfd, *command, "--endpoint", filled.query) == here


def test_info_counts_what_the_server_holds(
    filled: Server, five: GraphStore, capfd: pytest.CaptureFixture[str]
) -> None:
    text = said(capfd, "info", "--endpoint", filled.query)
    assert f"5 articles, {len(five.engine)} quads" in text
    source = min(five.state().articles)
    assert "dropped candidates: " in said(capfd, "info", source, "--endpoint", filled.query)


@pytest.mark.parametrize("way", ["update", "graph store"])
def test_a_load_changes_only_what_differs(
    way: str, filled: Server, five_folder: Path, tmp_path: Path
) -> None:
    writer: GraphWriter = (
        UpdateWriter(filled.update) if way == "update" else GraphStoreWriter(filled.graph_store)
    )
    remote = RemoteGraph.open_empty(filled.query)
    foreign = NamedNode("https://someone.example/graph")
    quads = [Quad(foreign, NamedNode(f"{foreign.value}#p"), Literal("theirs"), foreign)]
    writer.write(foreign, quads, [])
    changed = _copy(five_folder, tmp_path / "changed")
    version, other = (iri for iri in changed.graphs() if "/article/000_" in iri or "/004_" in iri)
    kept = list(changed.engine.quads_for_pattern(None, None, None, NamedNode(version)))
    changed.replace_graph(version, kept[7:])
    changed.remove_graph(other)
    gone = len(remote.graph(NamedNode(other)))
    done = load(changed.engine, remote, writer, DEFAULT_BASE)
    graphs = len(changed.graphs())
    assert (done.added, done.changed, done.removed) == (0, 1, 1)
    assert (done.unchanged, done.quads_in, done.quads_out) == (graphs - 1, 0, 7 + gone)
    with GraphStore.open(five_folder) as local:
        back = load(local.engine, remote, writer, DEFAULT_BASE)
        again = load(local.engine, remote, writer, DEFAULT_BASE)
    assert (back.added, back.changed, back.quads_in) == (1, 1, 7 + gone)
    assert (again.unchanged, again.quads_in, again.quads_out) == (graphs + 1, 0, 0)
    assert remote.count(foreign) == len(quads)
    writer.write(foreign, [], quads)
    changed.close()
    writer.close()
    remote.close()


def _copy(folder: Path, to: Path) -> GraphStore:
    """The graphs of a store in another that may be written."""
    copy = GraphStore.open(to, write=True)
    with GraphStore.open(folder) as original:
        copy.engine.extend(original.engine)
    return copy
