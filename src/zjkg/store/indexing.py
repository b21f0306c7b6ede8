"""Brings the index to a state: in its place where the changes are known, else made anew beside.

A change in place is one transaction of SQLite: a build that is ended in it leaves a journal by
which no reader takes half of it for whole. The index made anew becomes the index by a rename.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from pyoxigraph import NamedNode, Store

from zjkg.store.changes import Changes
from zjkg.store.index_content import IndexedText, keys, labels, texts
from zjkg.store.text_index import LAYOUT, made_of, pairs, standing

_TABLES = """
CREATE TABLE made (layout INTEGER NOT NULL, state BLOB NOT NULL);
CREATE TABLE text (
  id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, digest BLOB NOT NULL,
  published TEXT NOT NULL, source TEXT NOT NULL, sentences INTEGER NOT NULL, folded TEXT NOT NULL
);
CREATE INDEX text_in_order ON text (published, source, version);
CREATE VIRTUAL TABLE pairs USING fts5(
  held, content='', detail='none', columnsize=0, tokenize='ascii'
);
CREATE TABLE key (key TEXT NOT NULL, thing TEXT NOT NULL, PRIMARY KEY (key, thing)) WITHOUT ROWID;
CREATE INDEX key_of_thing ON key (thing);
CREATE TABLE label (
  match TEXT NOT NULL, label TEXT NOT NULL, thing TEXT NOT NULL, preferred INTEGER NOT NULL,
  PRIMARY KEY (match, label, thing, preferred)
) WITHOUT ROWID;
CREATE INDEX label_of_thing ON label (thing);
"""
_WAIT_SECONDS = 10.0
"""For readers that are in the middle of an answer; no new ones begin meanwhile."""
_MOST_IN_PLACE = 20_000
"""More changes are not made in place: they are held in memory, and readers wait for the writing."""
_INSERT_TEXT = """
INSERT INTO text (version, digest, published, source, sentences, folded)
VALUES (?, ?, ?, ?, ?, ?)"""
_FORMER = """
SELECT id, digest, version, published, source, sentences, folded FROM text WHERE version = ?"""
_INSERT_PAIRS = "INSERT INTO pairs (rowid, held) VALUES (?, ?)"
_DELETE_PAIRS = "INSERT INTO pairs (pairs, rowid, held) VALUES ('delete', ?, ?)"
_INSERT_KEY = "INSERT OR IGNORE INTO key VALUES (?, ?)"
_INSERT_LABEL = "INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)"


def write_index(path: Path, engine: Store, state: bytes, changes: Changes | None = None) -> None:
    """Makes the index one of what the engine holds, which is the state with this digest.

    ``changes`` are all since another state, or None where they are not known. Only what they name
    is looked at where they are few and the index is of that state and sound as far as it is read.
    Where SQLite was built without its full-text engine there is no index.

    Raises:
        OSError: if it cannot be written.
    """
    try:
        if not _has_full_text():
            _remove(path)
        elif changes is None or not _is_changed(path, engine, state, changes):
            _make(path, engine, state)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def _has_full_text() -> bool:
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute("CREATE VIRTUAL TABLE held USING fts5(words)")
    except sqlite3.OperationalError:
        return False
    return True


def _is_changed(path: Path, engine: Store, state: bytes, changes: Changes) -> bool:
    """Brings the index to the state in its place; False where it is left as it was."""
    if len(changes) > _MOST_IN_PLACE:
        return False
    address = f"{path.absolute().as_uri()}?mode=rw"
    try:
        with closing(
            sqlite3.connect(address, uri=True, isolation_level=None, timeout=_WAIT_SECONDS)
        ) as database:
            database.execute("PRAGMA cache_spill=OFF")  # readers wait for the commit alone
            database.execute("BEGIN IMMEDIATE")
            if made_of(database) != changes.since:
                return False
            _bring_changes(database, engine, changes)
            _mark(database, state)
            database.execute("COMMIT")
    except sqlite3.DatabaseError:  # damaged, gone, or held by a reader that does not end
        return False
    return True


def _make(path: Path, engine: Store, state: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part, isolation_level=None)) as database:
            # What is written half is thrown away, so no journal is kept.
            database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
            for statement in _TABLES.split(";\n"):
                database.execute(statement)
            _bring_everything(database, engine)
            _mark(database, state)
            database.execute("COMMIT")
        _sync(part)
        _put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, path: Path) -> None:
    if _journal(path).exists():  # of a build that was ended: SQLite would undo the new file by it
        _remove(path)
    part.replace(path)


def _remove(path: Path) -> None:
    """Removes an index and what belongs to it; first the file, which is nothing without that."""
    path.unlink(missing_ok=True)
    _journal(path).unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    """Where SQLite keeps what stood in a file before the transaction that is under way."""
    return path.with_name(f"{path.name}-journal")


def _mark(database: sqlite3.Connection, state: bytes) -> None:
    """Write down of which state the index is."""
    database.execute("DELETE FROM made")
    database.execute("INSERT INTO made VALUES (?, ?)", (LAYOUT, state))


def _bring_everything(database: sqlite3.Connection, engine: Store) -> None:
    for text in texts(engine):
        _insert(database, text)
    database.executemany(_INSERT_KEY, keys(engine))
    database.executemany(_INSERT_LABEL, labels(engine))


def _bring_changes(database: sqlite3.Connection, engine: Store, changes: Changes) -> None:
    for version in sorted(changes.versions):
        _bring_text(database, version, next(texts(engine, NamedNode(version)), None))
    for thing in sorted(changes.things):
        database.execute("DELETE FROM key WHERE thing = ?", (thing,))
        database.executemany(_INSERT_KEY, keys(engine, NamedNode(thing)))
        database.execute("DELETE FROM label WHERE thing = ?", (thing,))
        database.executemany(_INSERT_LABEL, labels(engine, NamedNode(thing)))


def _bring_text(database: sqlite3.Connection, version: str, text: IndexedText | None) -> None:
    """Takes out the former text of a version where it is gone or another now, and puts this in."""
    for number, digest, *content in database.execute(_FORMER, (version,)).fetchall():
        former = IndexedText(*content)
        if former.digest != digest:  # other tokens would be taken out than were put in
            raise sqlite3.DatabaseError(version)
        if former == text:
            return
        database.execute(_DELETE_PAIRS, (number, _tokens(former)))
        database.execute("DELETE FROM text WHERE id = ?", (number,))
    if text is not None:
        _insert(database, text)


def _insert(database: sqlite3.Connection, text: IndexedText) -> None:
    values = (text.version, text.digest, text.published, text.source, text.sentences, text.folded)
    number = database.execute(_INSERT_TEXT, values).lastrowid
    database.execute(_INSERT_PAIRS, (number, _tokens(text)))


def _tokens(text: IndexedText) -> str:
    return " ".join(pairs(standing(text.folded)))


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
