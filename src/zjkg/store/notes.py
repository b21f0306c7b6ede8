"""The notes of a store in a file of SQLite.

The file may be deleted at any time: whoever lacks a note makes it anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from zjkg.notes import NO_MORE, OF_THE_STORE, Notes

NOTES_FILE = "notes.sqlite"
_QUICK = 1  # level of compression; the checksum beside it tells a damaged note
_MADE = "CREATE TABLE IF NOT EXISTS made (version TEXT NOT NULL)"
_NOTE = """
CREATE TABLE IF NOT EXISTS note (
  kind TEXT, name TEXT, content BLOB NOT NULL, PRIMARY KEY (name, kind)
)"""
_SHARED = """
CREATE TABLE IF NOT EXISTS share (
  mark INTEGER, source TEXT, what BLOB NOT NULL, PRIMARY KEY (mark, source)
) WITHOUT ROWID"""
_GET = "SELECT content FROM note WHERE name = ? AND kind = ?"
_PUT = "INSERT OR REPLACE INTO note (name, kind, content) VALUES (?, ?, ?)"
_DROP = "DELETE FROM note WHERE name = ? AND kind = ?"
_CLEAR = "DELETE FROM note WHERE kind NOT IN (SELECT value FROM json_each(?))"
_SHARING = "SELECT source FROM share WHERE mark = ? ORDER BY source LIMIT ?"
_SHARED_WITH = "SELECT source, what FROM share WHERE mark = ? ORDER BY source"
_SHARE = "INSERT OR REPLACE INTO share VALUES (?, ?, ?)"
_UNSHARE = "DELETE FROM share WHERE mark = ? AND source = ?"


class NotesFile(Notes):
    """The notes of one ``version`` of the rules; those of another are thrown away."""

    def __init__(self, database: sqlite3.Connection, version: str) -> None:
        super().__init__()
        self._database = database
        self.version = version
        database.execute(_MADE)
        if database.execute("SELECT version FROM made").fetchall() != [(version,)]:
            for table in ("note", "share"):  # of other rules, they may have other columns too
                database.execute(f"DROP TABLE IF EXISTS {table}")
            database.execute("DELETE FROM made")
            database.execute("INSERT INTO made VALUES (?)", (version,))
        for statement in (_NOTE, _SHARED):
            database.execute(statement)

    def get(self, kind: str, name: str) -> bytes | None:
        """The note, None where there is none that can be read."""
        try:
            row = self._database.execute(_GET, (name, kind)).fetchone()
            return zlib.decompress(row[0]) if row else None
        except (sqlite3.DatabaseError, zlib.error, TypeError):
            return None

    def put(self, kind: str, name: str, content: bytes) -> None:
        """Take down a note in place of the former one."""
        self._database.execute(_PUT, (name, kind, zlib.compress(content, _QUICK)))

    def drop(self, kind: str, name: str) -> None:
        """Take out a note, if there is one."""
        self._database.execute(_DROP, (name, kind))

    def sharing(self, mark: int, at_most: int | None = None) -> list[str]:
        """The articles that have the mark, the first of them in order."""
        limit = -1 if at_most is None else at_most
        return [source for (source,) in self._database.execute(_SHARING, (mark, limit))]

    def shared(self, mark: int) -> list[tuple[str, bytes]]:
        """The articles that have the mark, in order, each with what it has there."""
        return self._database.execute(_SHARED_WITH, (mark,)).fetchall()

    def share(self, source: str, marks: Iterable[int], what: Mapping[int, bytes] = NO_MORE) -> None:
        """Note that an article has these marks, and what it has there."""
        rows = ((mark, source, what.get(mark, b"")) for mark in sorted(marks))
        self._database.executemany(_SHARE, rows)

    def unshare(self, source: str, marks: Iterable[int]) -> None:
        """Note that an article no longer has these marks."""
        self._database.executemany(_UNSHARE, ((mark, source) for mark in sorted(marks)))

    def clear(self) -> None:
        """Take out everything but what the store holds."""
        self._database.execute(_CLEAR, (json.dumps(OF_THE_STORE),))
        self._database.execute("DELETE FROM share")

    def finish(self) -> None:
        """Make durable what was noted."""
        self._database.execute("COMMIT")
        self._database.execute("BEGIN")


@contextmanager
def open_notes(path: Path, version: str, *, anew: bool = False) -> Iterator[NotesFile]:
    """The notes in a file, begun anew if it is damaged. What is not finished is not kept."""
    if anew:
        _remove(path)
    try:
        database, notes = _opened(path, version)
    except sqlite3.DatabaseError:
        _remove(path)
        database, notes = _opened(path, version)
    try:
        yield notes
    finally:
        database.close()


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _opened(path: Path, version: str) -> tuple[sqlite3.Connection, NotesFile]:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("BEGIN")
        return database, NotesFile(database, version)
    except sqlite3.DatabaseError:
        database.close()
        raise
