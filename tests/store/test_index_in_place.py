"""The index is changed in its place: readers meanwhile, builds that are ended in it, damage."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from zjkg.errors import IndexMovedOnError
from zjkg.query import named
from zjkg.query.binding import bound
from zjkg.query.text_index import Beside, text_index
from zjkg.store import GraphStore, State, indexing
from zjkg.store import text_index as reading
from zjkg.store.searchable import SearchableEngine
from zjkg.store.text_index import INDEX_FILE

from .test_text_index import (
    ARTICLE_ONE,
    ARTICLE_TWO,
    BASE,
    TEXTS,
    article,
    build,
    content,
    index,
    index_of,
    present,
)

MORE = TEXTS | {"three": "又一篇青禾。"}
ARTICLE_THREE = f"{BASE}three"


def file_of(folder: Path) -> int:
    return (folder / INDEX_FILE).stat().st_ino


def journal_of(folder: Path) -> Path:
    return folder / f"{INDEX_FILE}-journal"


def found(folder: Path) -> list[str]:
    """What a reader is told, by whatever means."""
    with GraphStore.open(folder) as store:
        return list(text_index(store.searchable).texts_holding("青禾"))


@contextmanager
def held(folder: Path, how: str) -> Iterator[None]:
    """Another process is in a transaction of the index."""
    with closing(sqlite3.connect(folder / INDEX_FILE, isolation_level=None)) as database:
        database.execute(f"BEGIN {how}")
        database.execute("SELECT count(*) FROM text").fetchall()
        yield


def test_what_changed_is_changed_in_the_file_itself(tmp_path: Path) -> None:
    build(tmp_path / "a", TEXTS, a="Qinghe", b="Hill")
    former = file_of(tmp_path / "a")
    build(tmp_path / "a", MORE, a="Qinghe", c="River")
    assert file_of(tmp_path / "a") == former
    build(tmp_path / "b", MORE, a="Qinghe", c="River")
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert not journal_of(tmp_path / "a").exists()


def test_a_text_that_stayed_what_it_was_keeps_its_place(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    with GraphStore.open(tmp_path, write=True) as store:
        store.begin()
        store.remove_graph(ARTICLE_ONE)
        store.replace_graph(ARTICLE_ONE, article("one", TEXTS["one"]))
        store.save_state(State(rules="again"))
    assert present(tmp_path).texts_holding("园区") == [ARTICLE_ONE]


def test_many_changes_are_not_made_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, TEXTS)
    former = (tmp_path / INDEX_FILE).open("rb")
    with former:  # so that no other file gets its number
        monkeypatch.setattr(indexing, "_MOST_IN_PLACE", 0)
        build(tmp_path, MORE)
        assert file_of(tmp_path) != os.fstat(former.fileno()).st_ino
    assert present(tmp_path).texts_holding("又一篇") == [ARTICLE_THREE]


def test_no_answer_is_of_another_state_than_was_asked(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    with GraphStore.open(tmp_path) as store:
        former, searched = index_of(store), text_index(store.searchable)
        assert former is not None
        assert isinstance(searched, Beside)
        build(tmp_path, MORE)
        with pytest.raises(IndexMovedOnError, match=INDEX_FILE):
            former.texts_holding("青禾")
        with pytest.raises(IndexMovedOnError):
            list(former.sentences_holding("青禾"))
        assert searched.texts_holding("青禾") == [ARTICLE_ONE, ARTICLE_TWO]
        assert list(searched.sentences_holding("又一篇")) == []
    assert found(tmp_path) == [ARTICLE_ONE, ARTICLE_THREE, ARTICLE_TWO]


def test_a_query_whose_index_has_moved_on_reads_all_names(tmp_path: Path) -> None:
    build(tmp_path, TEXTS, a="Qinghe")
    query, words = named("search"), {"words": "qing"}
    with GraphStore.open(tmp_path) as store:
        former = index_of(store)
        searchable: Any = SearchableEngine(store.engine, lambda: former)
        assert f"<{BASE}a>" in bound(searchable, query, words)
        build(tmp_path, MORE, a="Qinghe")
        assert bound(searchable, query, words) == bound(store.engine, query, words)


def test_a_build_waits_for_an_answer_that_is_being_read(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    former = file_of(tmp_path)
    writer = threading.Thread(target=build, args=(tmp_path, MORE))
    with held(tmp_path, "DEFERRED"):
        writer.start()
        writer.join(0.5)
        assert writer.is_alive()
    writer.join()
    assert file_of(tmp_path) == former
    assert present(tmp_path).texts_holding("又一篇") == [ARTICLE_THREE]


def test_a_reader_that_does_not_end_holds_up_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_WAIT_SECONDS", 0.05)
    build(tmp_path, TEXTS)
    with held(tmp_path, "DEFERRED"):
        build(tmp_path, MORE)
        assert present(tmp_path).texts_holding("又一篇") == [ARTICLE_THREE]


def test_while_it_is_written_the_store_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_WAIT_SECONDS", 0.05)
    build(tmp_path, TEXTS)
    with GraphStore.open(tmp_path) as store:
        searched = text_index(store.searchable)
        assert isinstance(searched, Beside)
        with held(tmp_path, "EXCLUSIVE"):
            assert index(tmp_path) is None
            assert searched.texts_holding("青禾") == found(tmp_path) == [ARTICLE_ONE, ARTICLE_TWO]
        assert index(tmp_path) is not None


ENDED = """
import os, sqlite3, sys
from functools import partial
from pathlib import Path
from zjkg.store import GraphStore, State, indexing

class Small(sqlite3.Connection):
    # Pages of the file are overwritten before the end, as in the midst of a commit.
    def execute(self, statement, *values):
        return super().execute(statement.replace("cache_spill=OFF", "cache_size=1"), *values)

def ended(database, state):
    database.execute("UPDATE text SET folded = '白' || folded")
    os._exit(9)

sqlite3.connect = partial(sqlite3.connect, factory=Small)
indexing._mark = ended
with GraphStore.open(Path(sys.argv[1]), write=True) as store:
    store.begin()
    store.remove_graph("https://example.org/one")
    store.save_state(State(rules="another"))
"""


def test_a_build_that_is_ended_in_the_middle_of_the_transaction(tmp_path: Path) -> None:
    texts = TEXTS | {str(n): "無關的一句話。" * 400 for n in range(20)}
    build(tmp_path, texts)
    before = (tmp_path / INDEX_FILE).read_bytes()
    ended = subprocess.run([sys.executable, "-c", ENDED, str(tmp_path)], check=False)
    assert ended.returncode == 9
    assert journal_of(tmp_path).stat().st_size
    assert (tmp_path / INDEX_FILE).read_bytes() != before
    assert index(tmp_path) is None
    assert found(tmp_path) == [ARTICLE_ONE, ARTICLE_TWO]
    build(tmp_path, MORE)
    build(tmp_path / "other", MORE)
    assert content(tmp_path) == content(tmp_path / "other")
    assert not journal_of(tmp_path).exists()
    assert found(tmp_path) == [ARTICLE_ONE, ARTICLE_THREE, ARTICLE_TWO]


def test_a_text_that_is_not_as_it_was_written_is_not_taken_out(tmp_path: Path) -> None:
    build(tmp_path, MORE)
    with closing(sqlite3.connect(tmp_path / INDEX_FILE)) as database, database:
        database.execute("UPDATE text SET folded = substr(folded, 5) WHERE version LIKE '%one'")
    build(tmp_path, {"two": TEXTS["two"]})
    build(tmp_path / "other", {"two": TEXTS["two"]})
    assert content(tmp_path) == content(tmp_path / "other")


def test_what_cannot_be_changed_is_made_anew(tmp_path: Path) -> None:
    texts = {str(n): f"{TEXTS['one']}{n}" * 50 for n in range(50)}
    build(tmp_path, texts)
    path = tmp_path / INDEX_FILE
    beginning = 2 * 4096  # with the state that it is of
    with path.open("rb+") as stream:
        stream.seek(beginning)
        stream.write(b"\xff" * (path.stat().st_size - beginning))
    del texts["7"]
    build(tmp_path, texts)
    build(tmp_path / "other", texts)
    assert content(tmp_path) == content(tmp_path / "other")


def test_an_index_that_goes_while_a_build_is_under_way_is_made_anew(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    with GraphStore.open(tmp_path, write=True) as store:
        store.begin()
        store.replace_graph(ARTICLE_THREE, article("three", MORE["three"]))
        (tmp_path / INDEX_FILE).unlink()
        store.save_state(State(rules="more"))
    assert present(tmp_path).texts_holding("青禾") == [ARTICLE_ONE, ARTICLE_THREE, ARTICLE_TWO]


def test_with_the_notes_the_index_is_made_anew(tmp_path: Path) -> None:
    build(tmp_path, TEXTS)
    with closing(sqlite3.connect(tmp_path / INDEX_FILE)) as database, database:
        database.execute("DELETE FROM text WHERE version LIKE '%one'")
    for anew in (False, True):
        with GraphStore.open(tmp_path, write=True) as store:
            store.begin()
            store.replace_graph(ARTICLE_THREE, article("three", MORE["three"]))
            with store.notes("1", anew=anew):
                store.save_state(State(rules=f"{anew}"))
        assert present(tmp_path).texts_holding("园区") == ([ARTICLE_ONE] if anew else [])


def test_many_changes_one_by_one_leave_no_trace_and_little_space(tmp_path: Path) -> None:
    build(tmp_path / "a", TEXTS)
    size = 0
    for number in range(40):
        build(tmp_path / "a", TEXTS if number % 2 else {**MORE, "two": f"{number}青禾"}, b="Hill")
        size = size or (tmp_path / "a" / INDEX_FILE).stat().st_size
    build(tmp_path / "b", TEXTS, b="Hill")
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert (tmp_path / "a" / INDEX_FILE).stat().st_size < 2 * size
