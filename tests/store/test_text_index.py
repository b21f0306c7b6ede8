from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zjkg.errors import StoreError
from zjkg.query.text_index import text_index
from zjkg.store import GraphStore, State, indexing, restore_backup, write_backup
from zjkg.store.text_index import INDEX_FILE, TextIndex
from zjkg.vocab import PROV, RDF, SKOS, ZJ

BASE = "https://example.org/"
NAMES = f"{BASE}graph/names"
TEXTS = {
    "one": "青禾藥谷發布年報。園區有 12 家企業！\n研發投入超過去年。",
    "two": "林曉出席論壇。The Qinghe BioValley opens. 青禾药谷获批。",
}
ARTICLE_ONE, ARTICLE_TWO = f"{BASE}one", f"{BASE}two"


def article(name: str, text: str) -> list[Quad]:
    version = NamedNode(f"{BASE}{name}")
    return [
        Quad(version, RDF.type, ZJ.ArticleVersion, version),
        Quad(version, ZJ.text, Literal(text, language="zh-Hans"), version),
    ]


def names(**labels: str) -> list[Quad]:
    graph = NamedNode(NAMES)
    return [
        quad
        for thing, label in labels.items()
        for quad in (
            Quad(NamedNode(BASE + thing), SKOS.prefLabel, Literal(label), graph),
            Quad(NamedNode(BASE + thing), ZJ.searchKey, Literal(label.casefold()), graph),
        )
    ]


def build(folder: Path, texts: dict[str, str], rules: str = "", **labels: str) -> None:
    with GraphStore.open(folder, write=True) as store:
        store.begin()
        for gone in set(store.graphs()) - {BASE + name for name in texts}:
            store.remove_graph(gone)
        for name, text in texts.items():
            store.replace_graph(BASE + name, article(name, text))
        store.replace_graph(NAMES, names(**labels))
        store.save_state(State(rules=rules or f"{sorted(texts.items())}{labels}"))


def index_of(store: GraphStore) -> TextIndex | None:
    engine: Any = store.searchable
    found: TextIndex | None = engine.text_index
    return found


def index(folder: Path) -> TextIndex | None:
    with GraphStore.open(folder) as store:
        return index_of(store)


def present(folder: Path) -> TextIndex:
    found = index(folder)
    assert found is not None
    return found


def content(folder: Path) -> list[object]:
    """All that an index says, but for the numbers that it gives to texts."""
    database = sqlite3.connect(folder / INDEX_FILE)
    database.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, pairs, instance)")
    rows = [
        database.execute(query).fetchall()
        for query in (
            "SELECT version, digest, published, source, sentences, folded FROM text ORDER BY 1",
            "SELECT term, version FROM temp.held JOIN text ON doc = id ORDER BY term, version",
            "SELECT count(*) FROM temp.held",
            "SELECT * FROM key",
            "SELECT * FROM label",
            "SELECT * FROM made",
        )
    ]
    database.close()
    return list(rows)


def test_words_are_found_in_any_script_and_across_sentences(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    found = present(tmp_path)
    assert found.texts_holding("青禾药谷") == [ARTICLE_ONE, ARTICLE_TWO]
    assert found.texts_holding("年报。园区有12家") == [ARTICLE_ONE]
    assert found.texts_holding("谷") == [ARTICLE_ONE, ARTICLE_TWO]
    assert found.texts_holding("批。") == found.texts_holding("biovalley") == [ARTICLE_TWO]
    assert found.texts_holding("药谷青禾") == found.texts_holding("x") == []
    assert list(found.sentences_holding("园区")) == [(ARTICLE_ONE, 1)]
    assert list(found.sentences_holding("年报。园区")) == []
    assert found.sentence_count() == 6


def test_texts_come_in_order_of_publication(tmp_path: Path) -> None:
    dated = {"one": "2021-03-02", "two": "2020-12-31"}
    with GraphStore.open(tmp_path, write=True) as store:
        store.begin()
        for name, text in {**TEXTS, "undated": TEXTS["one"]}.items():
            version = NamedNode(f"{BASE}{name}")
            of = NamedNode(f"{BASE}article/{name}")
            quads = [*article(name, text), Quad(version, PROV.specializationOf, of, version)]
            if name in dated:
                quads.append(Quad(of, ZJ.issuedLocal, Literal(dated[name]), version))
            store.replace_graph(version.value, quads)
        store.save_state(State(rules="dated"))
    found = present(tmp_path)
    assert found.texts_holding("青禾") == [ARTICLE_TWO, ARTICLE_ONE, f"{BASE}undated"]
    assert found.texts_holding("青禾", 2) == [ARTICLE_TWO, ARTICLE_ONE]
    assert found.in_order({f"{BASE}undated", ARTICLE_TWO, "x"}) == [ARTICLE_TWO, f"{BASE}undated"]


def test_names_are_found_by_their_parts(tmp_path: Path) -> None:
    build(tmp_path, TEXTS, a="Qinghe Valley", b="Old Qinghe", c="青禾药谷")
    found = present(tmp_path)
    assert found.keys_that(begin="qinghe") == [(f"{BASE}a", "qinghe valley")]
    assert {thing for thing, _ in found.keys_that(hold_words=["qing"])} == {f"{BASE}a", f"{BASE}b"}
    assert found.keys_that(hold_words=["inghe"]) == []
    assert found.keys_that(hold=["药", "青"]) == [(f"{BASE}c", "青禾药谷")]
    assert found.labelled("oldqinghe") == [f"{BASE}b"]
    assert [label for _, label in found.labels()] == ["Old Qinghe", "Qinghe Valley", "青禾药谷"]


def test_what_is_brought_up_to_date_is_what_is_made_anew(tmp_path: Path) -> None:
    changed = {"two": TEXTS["two"] + "新的一句。", "three": "又一篇。"}
    build(tmp_path / "a", TEXTS, a="Qinghe", b="Hill")
    build(tmp_path / "a", changed, b="Hill", c="River")
    build(tmp_path / "b", changed, b="Hill", c="River")
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert present(tmp_path / "a").texts_holding("园区") == []


@pytest.mark.parametrize("spoil", [b"", b"no database", None])
def test_a_spoilt_index_is_not_used_and_the_next_build_makes_another(
    tmp_path: Path, spoil: bytes | None
) -> None:
    build(tmp_path, TEXTS)
    path = tmp_path / INDEX_FILE
    if spoil is None:
        path.unlink()
    else:
        path.write_bytes(spoil)
    assert index(tmp_path) is None
    build(tmp_path, {"one": TEXTS["one"]})
    assert present(tmp_path).texts_holding("青禾") == [ARTICLE_ONE]


def test_damage_inside_is_told(tmp_path: Path) -> None:
    build(tmp_path, {str(n): f"{TEXTS['one']}{n}" * 50 for n in range(50)})
    found = present(tmp_path)
    size = found.path.stat().st_size
    with found.path.open("rb+") as stream:
        stream.seek(size // 4)
        stream.write(b"\xff" * (size // 2))
    with pytest.raises(StoreError, match=INDEX_FILE):
        found.texts_holding("青禾")


def test_an_index_of_another_state_is_not_used(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    former = (tmp_path / INDEX_FILE).read_bytes()
    build(tmp_path, {"one": TEXTS["one"]})
    assert index(tmp_path) is not None
    (tmp_path / INDEX_FILE).write_bytes(former)
    assert index(tmp_path) is None


def test_a_reader_keeps_to_its_state_while_another_is_built(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    with GraphStore.open(tmp_path, write=True) as store:
        store.begin()
        store.remove_graph(ARTICLE_ONE)
        assert present(tmp_path).texts_holding("青禾") == [ARTICLE_ONE, ARTICLE_TWO]
        with GraphStore.open(tmp_path) as before:
            store.save_state(State(rules="another"))
            assert index_of(before) is None
    assert present(tmp_path).texts_holding("青禾") == [ARTICLE_TWO]


KILLED = """
import os, sys
from pathlib import Path
from typing import Any
from zjkg.store import GraphStore, State, graph_store
with GraphStore.open(Path(sys.argv[1]), write=True) as store:
    store.begin()
    store.remove_graph("https://example.org/one")
    setattr(graph_store, sys.argv[2], lambda *_: os._exit(9))
    store.save_state(State(rules="another"))
"""


@pytest.mark.parametrize("moment", ["write_index", "write_atomically"])
def test_a_killed_build_leaves_readers_the_state_before(tmp_path: Path, moment: str) -> None:
    build(tmp_path, TEXTS)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), moment], check=False)
    assert ended.returncode == 9
    with GraphStore.open(tmp_path) as store:
        # Once the index is of the next state, the store itself tells of the one before.
        assert (index_of(store) is not None) == (moment == "write_index")
        assert text_index(store.searchable).texts_holding("青禾") == [ARTICLE_ONE, ARTICLE_TWO]
    build(tmp_path, {"two": TEXTS["two"]})
    assert present(tmp_path).texts_holding("青禾") == [ARTICLE_TWO]
    assert [path.name for path in tmp_path.glob("*search*")] == [INDEX_FILE]


def test_without_the_full_text_engine_there_is_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, TEXTS)
    monkeypatch.setattr(indexing, "_has_full_text", lambda: False)
    build(tmp_path, {"one": TEXTS["one"]})
    assert index(tmp_path) is None
    assert not (tmp_path / INDEX_FILE).exists()


def test_a_restored_store_has_its_index(tmp_path: Path) -> None:
    build(tmp_path / "a", TEXTS, rules="r", a="Qinghe")
    with GraphStore.open(tmp_path / "a") as store, (tmp_path / "backup").open("wb") as target:
        write_backup(store, target)
    restore_backup(tmp_path / "backup", tmp_path / "b")
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert index(tmp_path / "b") is not None


@pytest.mark.skipif(os.name == "nt" or not os.getuid(), reason="rights do not bind this user")
def test_it_is_read_where_nothing_may_be_written(tmp_path: Path) -> None:
    build(tmp_path / "a", TEXTS)
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    for path in (tmp_path / "b").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (tmp_path / "b").chmod(0o555)
    try:
        assert present(tmp_path / "b").texts_holding("青禾") == [ARTICLE_ONE, ARTICLE_TWO]
    finally:
        for path in (tmp_path / "b", *(tmp_path / "b").rglob("*")):
            path.chmod(0o755)
