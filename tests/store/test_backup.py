"""A backup holds the whole store, or it is refused before anything is changed."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zjkg.errors import StoreError
from zjkg.store import (
    ArticleState,
    GraphStore,
    State,
    backup,
    check_backup,
    restore_backup,
    write_backup,
)

G = "https://example.org/graph/one"


def filled(folder: Path, words: list[str]) -> Path:
    with GraphStore.open(folder, write=True) as store:
        store.begin()
        node = NamedNode(G)
        store.replace_graph(G, [Quad(node, node, Literal(word), node) for word in words])
        for word in words:
            store.save_record(f"record-{len(word)}", word.encode())
        store.save_report(b'{"of": "this store"}')
        article = ArticleState(file_digest="f", record_key="record-1", graph=G)
        store.save_state(State(rules="7", articles={"a": article}))
    return folder


def content(folder: Path) -> tuple[object, ...]:
    with GraphStore.open(folder) as store:
        records = {key: store.load_record(key) for key in store.record_keys()}
        return list(store.canonical_nquads()), store.state(), store.load_report(), records


def written(folder: Path, file: Path) -> Path:
    with GraphStore.open(folder) as store, file.open("wb") as target:
        write_backup(store, target)
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    store = filled(tmp_path / "store", ["一", "二\n行", 'quote"\\', "😀" * 9])
    return written(store, tmp_path / "file.zjkg")


def test_a_restored_store_is_the_same_and_so_is_its_backup(tmp_path: Path, file: Path) -> None:
    done = restore_backup(file, tmp_path / "new")
    assert (done.articles, done.records, done.quads) == (1, 4, 4)
    assert content(tmp_path / "new") == content(tmp_path / "store")
    again = written(tmp_path / "new", tmp_path / "again.zjkg")
    assert again.read_bytes() == file.read_bytes()


def test_pieces_are_put_together(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "QUADS_IN_A_PIECE", 3)
    pieces = written(tmp_path / "store", tmp_path / "pieces.zjkg")
    assert pieces.read_bytes() != file.read_bytes()
    restore_backup(pieces, tmp_path / "new")
    assert content(tmp_path / "new") == content(tmp_path / "store")


def test_what_a_restore_replaces_is_asked_for_and_gone(tmp_path: Path, file: Path) -> None:
    other = filled(tmp_path / "other", ["三三三三三三三"])
    before = content(other)
    with pytest.raises(StoreError, match="exists already"):
        restore_backup(file, other)
    assert content(other) == before
    restore_backup(file, other, force=True)
    assert content(other) == content(tmp_path / "store")


def test_a_folder_of_other_files_is_not_replaced(tmp_path: Path, file: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="no store"):
        restore_backup(file, tmp_path / "mine", force=True)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_readers_see_the_former_state_until_the_restore_is_done(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = filled(tmp_path / "other", ["三三三三三三三"])
    before = content(other)

    def ended(store: GraphStore, _: State) -> None:
        assert len(store.engine) == 4
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(GraphStore, "save_state", ended)
        with pytest.raises(KeyboardInterrupt):
            restore_backup(file, other, force=True)
    seen = content(other)
    assert seen[:3] == before[:3]
    restore_backup(file, other, force=True)
    assert content(other) == content(tmp_path / "store")


def test_a_damaged_store_is_set_aside(tmp_path: Path, file: Path) -> None:
    other = filled(tmp_path / "other", ["三"])
    for table in (other / "oxigraph").glob("*.sst"):
        os.truncate(table, 5)
    with pytest.raises(StoreError, match="damaged"):
        GraphStore.open(other)
    restore_backup(file, other, force=True)
    assert content(other) == content(tmp_path / "store")
    assert (other / "damaged-1/oxigraph").is_dir()


def test_a_store_in_use_is_not_replaced(tmp_path: Path, file: Path) -> None:
    other = filled(tmp_path / "other", ["三"])
    with (
        GraphStore.open(other, write=True),
        pytest.raises(StoreError, match="another process is writing"),
    ):
        restore_backup(file, other, force=True)


def test_an_empty_store_is_not_backed_up(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "store", write=True):
        pass
    with pytest.raises(StoreError, match="no store here yet"):
        written(tmp_path / "store", tmp_path / "file")


def test_every_cut_and_every_changed_byte_is_found(tmp_path: Path, file: Path) -> None:
    whole = file.read_bytes()
    broken = tmp_path / "broken"
    header = range(4, 10)  # gzip's own time, level and system say nothing of the content
    for place in range(0, len(whole), 7):
        broken.write_bytes(whole[:place])
        with pytest.raises(StoreError):
            check_backup(broken)
        if place not in header:
            changed = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
            broken.write_bytes(changed)
            with pytest.raises(StoreError):
                check_backup(broken)


def repacked(file: Path, change: dict[str, bytes | None], added: dict[str, bytes]) -> None:
    """The archive with members changed, left out or added, and sums of gzip and tar that fit."""

    def members() -> Iterator[tuple[str, bytes]]:
        with tarfile.open(file) as archive:
            for member in archive.getmembers():
                stream = archive.extractfile(member)
                assert stream is not None
                now = change.get(member.name, stream.read())
                if now is not None:
                    yield member.name, now
        yield from added.items()

    packed = io.BytesIO()
    with tarfile.open(mode="w", fileobj=packed) as archive:
        for name, data in members():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    file.write_bytes(gzip.compress(packed.getvalue()))


@pytest.mark.parametrize(
    ("change", "added", "said"),
    [
        ({"quads/000000.nq": b""}, {}, "quads/000000.nq"),
        ({"quads/000000.nq": None}, {}, "quads/000000.nq"),
        ({"state.json": None}, {}, "state.json"),
        ({"report.json": b"{}"}, {}, "report.json"),
        ({"checksums.json": None}, {}, "checksums.json"),
        ({"checksums.json": b"{"}, {}, "damaged"),
        ({"backup.json": None}, {}, "no backup"),
        ({"backup.json": b'{"backup": 2, "store": 1}'}, {}, "format 2.1"),
        ({"backup.json": b'{"backup": 1, "store": 9}'}, {}, "format 1.9"),
        ({}, {"records/../../../outside.json": b"x"}, "outside"),
        ({}, {"late.json": b"x"}, "late.json"),
    ],
)
def test_what_no_backup_holds_is_refused(
    file: Path, tmp_path: Path, change: dict[str, bytes | None], added: dict[str, bytes], said: str
) -> None:
    repacked(file, change, added)
    with pytest.raises(StoreError, match=said):
        restore_backup(file, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_no_member_names_a_file_outside(file: Path, tmp_path: Path) -> None:
    with tarfile.open(file) as archive:
        stream = archive.extractfile("state.json")
        assert stream is not None
        state = stream.read()
    for name in ("../outside.json", "/outside.json", "records/..%2f.json", "records/.json"):
        repacked_file = tmp_path / "hostile"
        repacked_file.write_bytes(file.read_bytes())
        repacked(repacked_file, {"report.json": None, "checksums.json": None}, {name: state})
        with pytest.raises(StoreError):
            restore_backup(repacked_file, tmp_path / "new")


@pytest.mark.parametrize(
    "data", [b"", b"PK\3\4", b"\x1f\x8b", gzip.compress(b"text" * 999, mtime=0)]
)
def test_other_files_are_no_backup(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(StoreError, match="no backup"):
        check_backup(tmp_path / "file")
