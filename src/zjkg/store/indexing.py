"""Makes the index of a state: from the former index what still holds, the rest from the quads."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from zjkg.folding import match_key
from zjkg.ids import TERMS
from zjkg.passages import folded_sentences
from zjkg.store.changes import Changes
from zjkg.store.text_index import LAYOUT, pairs, whole
from zjkg.vocab import PROV, RDF, RDFS, SKOS, ZJ

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
_SEAL_AT, _SEAL = 60, struct.Struct(">I")
"""Where the ``user_version`` stands in the header of a file of SQLite, and how."""
_AT_ONCE = 1 << 20
_INSERT_TEXT = """
INSERT INTO text (version, digest, published, source, sentences, folded)
VALUES (?, ?, ?, ?, ?, ?)"""
_DIGEST = "SELECT version, digest FROM text WHERE version = ?"
_INSERT_PAIRS = "INSERT INTO pairs (rowid, held) VALUES (?, ?)"
_INSERT_KEY = "INSERT OR IGNORE INTO key VALUES (?, ?)"
_INSERT_LABEL = "INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)"
_AFTER_ALL_DATES = "~"
_DELETE_PAIRS = "INSERT INTO pairs (pairs, rowid, held) VALUES ('delete', ?, ?)"


def write_index(path: Path, engine: Store, state: bytes, changes: Changes | None = None) -> None:
    """Puts in place the index of what the engine holds, which is the state with this digest.

    ``changes`` are all since the former index was made; without them everything is looked at. Where
    SQLite was built without its full-text engine there is none.

    Raises:
        OSError: if it cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        if not _has_full_text():
            path.unlink(missing_ok=True)
            return
        if not (_is_sound(path) and _is_brought(path, part, engine, state, changes)):
            part.unlink(missing_ok=True)
            _bring(part, engine, state, None)
        _seal(part)
        part.replace(path)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _has_full_text() -> bool:
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute("CREATE VIRTUAL TABLE held USING fts5(words)")
    except sqlite3.OperationalError:
        return False
    return True


def _is_sound(path: Path) -> bool:
    """Whether there is a former index of this layout, and every byte is as it was written."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            if database.execute("SELECT layout FROM made").fetchall() != [(LAYOUT,)]:
                return False
    except sqlite3.Error:
        return False
    with path.open("rb") as stream:
        stream.seek(_SEAL_AT)
        return stream.read(_SEAL.size) == _SEAL.pack(_checksum(path))


def _is_brought(
    former: Path, path: Path, engine: Store, state: bytes, changes: Changes | None
) -> bool:
    """Brings a copy of a former index to what the engine holds; False where it cannot be read."""
    shutil.copyfile(former, path)
    try:
        _bring(path, engine, state, changes)
    except sqlite3.DatabaseError:
        return False
    return True


def _bring(path: Path, engine: Store, state: bytes, changes: Changes | None) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # What is written half is thrown away, so no journal is kept.
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
            for statement in _TABLES.split(";\n"):
                database.execute(statement)
        if changes is None:
            _bring_everything(database, engine)
        else:
            _bring_changes(database, engine, changes)
        database.execute("DELETE FROM made")
        database.execute("INSERT INTO made VALUES (?, ?)", (LAYOUT, state))
        database.execute("COMMIT")


def _bring_everything(database: sqlite3.Connection, engine: Store) -> None:
    held = dict(database.execute("SELECT version, digest FROM text"))
    _bring_texts(database, held, _texts(engine))
    database.execute("DELETE FROM key")
    database.executemany(_INSERT_KEY, _keys(engine))
    database.execute("DELETE FROM label")
    database.executemany(_INSERT_LABEL, _labels(engine))


def _bring_changes(database: sqlite3.Connection, engine: Store, changes: Changes) -> None:
    held: dict[str, bytes] = {}
    versions = [NamedNode(version) for version in sorted(changes.versions)]
    for version in versions:
        held.update(database.execute(_DIGEST, (version.value,)))
    _bring_texts(database, held, (text for each in versions for text in _texts(engine, each)))
    for thing in sorted(changes.things):
        database.execute("DELETE FROM key WHERE thing = ?", (thing,))
        database.executemany(_INSERT_KEY, _keys(engine, NamedNode(thing)))
        database.execute("DELETE FROM label WHERE thing = ?", (thing,))
        database.executemany(_INSERT_LABEL, _labels(engine, NamedNode(thing)))


def _bring_texts(
    database: sqlite3.Connection, held: dict[str, bytes], texts: Iterable[tuple[str, ...]]
) -> None:
    """Takes out the held texts that are gone or others now, and puts in those it lacks."""
    for version, text, *published in texts:
        content = "\0".join((*published, text))
        digest = hashlib.blake2b(content.encode(), digest_size=16).digest()
        former = held.pop(version, None)
        if former == digest:
            continue
        if former is not None:
            _remove(database, version)
        sentences = folded_sentences(text)
        values = (version, digest, *published, len(sentences), whole(sentences))
        number = database.execute(_INSERT_TEXT, values).lastrowid
        database.execute(_INSERT_PAIRS, (number, " ".join(pairs("".join(sentences)))))
    for version in held:
        _remove(database, version)


def _remove(database: sqlite3.Connection, version: str) -> None:
    found = database.execute("SELECT id, folded FROM text WHERE version = ?", (version,))
    for number, folded in found.fetchall():
        tokens = " ".join(pairs("".join(folded.split("\n"))))
        database.execute(_DELETE_PAIRS, (number, tokens))
        database.execute("DELETE FROM text WHERE id = ?", (number,))


def _texts(engine: Store, only: NamedNode | None = None) -> Iterator[tuple[str, str, str, str]]:
    """The IRI of every article version that has a text, the text, the local date, the source."""
    for typed in engine.quads_for_pattern(only, RDF.type, ZJ.ArticleVersion, None):
        version = typed.subject
        if not isinstance(version, NamedNode) or typed.graph_name != version:
            continue
        if text := _first(engine, version, ZJ.text, version):
            article = _first(engine, version, PROV.specializationOf, version)
            about = NamedNode(article) if article else version
            date = _first(engine, about, ZJ.issuedLocal, version) or _AFTER_ALL_DATES
            yield version.value, text, date, _first(engine, version, ZJ.source, version)


def _first(engine: Store, subject: NamedNode, predicate: NamedNode, graph: NamedNode) -> str:
    """The first of the values in code-point order; empty where there is none."""
    found = engine.quads_for_pattern(subject, predicate, None, graph)
    return min(
        (q.object.value for q in found if isinstance(q.object, NamedNode | Literal)), default=""
    )


def _keys(engine: Store, only: NamedNode | None = None) -> Iterator[tuple[str, str]]:
    """The search keys with their things."""
    for quad in engine.quads_for_pattern(only, ZJ.searchKey, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.object.value, quad.subject.value


def _labels(engine: Store, only: NamedNode | None = None) -> Iterator[tuple[str, str, str, bool]]:
    """All things with their names, without the terms of the ontology, which have labels too."""
    for predicate in (RDFS.label, SKOS.prefLabel, SKOS.altLabel):
        for quad in engine.quads_for_pattern(only, predicate, None, None):
            if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)):
                continue
            if not quad.subject.value.startswith(TERMS):
                label = quad.object.value
                yield match_key(label), label, quad.subject.value, predicate != RDFS.label


def _seal(path: Path) -> None:
    """Write the checksum of a file where SQLite leaves a number to its users; make it durable."""
    checksum = _checksum(path)
    with path.open("rb+") as stream:
        stream.seek(_SEAL_AT)
        stream.write(_SEAL.pack(checksum))
        stream.flush()
        os.fsync(stream.fileno())


def _checksum(path: Path) -> int:
    """Of all bytes but those that the checksum itself takes."""
    with path.open("rb") as stream:
        checksum = zlib.crc32(stream.read(_SEAL_AT))
        stream.seek(_SEAL_AT + _SEAL.size)
        while portion := stream.read(_AT_ONCE):
            checksum = zlib.crc32(portion, checksum)
    return checksum
