"""The notes of a store in a file of SQLite.

The file may be deleted at any time: whoever lacks a note makes it anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from zjkg.notes import OF_THE_STORE, Met, Notes

NOTES_FILE = "notes.sqlite"
_QUICK = 1  # level of compression; the checksum beside it tells a damaged note
_MADE = "CREATE TABLE IF NOT EXISTS made (version TEXT NOT NULL)"
_NOTE = """
CREATE TABLE IF NOT EXISTS note (
  kind TEXT, name TEXT, content BLOB NOT NULL, PRIMARY KEY (name, kind)
)"""
_SHARED = """
CREATE TABLE IF NOT EXISTS share (
  mark INTEGER, source TEXT, PRIMARY KEY (mark, source)
) WITHOUT ROWID"""
_MET = """
CREATE TABLE IF NOT EXISTS met (
  mark INTEGER, bearers INTEGER, published INTEGER, source TEXT, place INTEGER, key TEXT,
  PRIMARY KEY (mark, bearers, published, source, place, key)
) WITHOUT ROWID"""
_TABLES = {"note": _NOTE, "share": _SHARED, "met": _MET}
_GET = "SELECT content FROM note WHERE name = ? AND kind = ?"
_PUT = "INSERT OR REPLACE INTO note (name, kind, content) VALUES (?, ?, ?)"
_DROP = "DELETE FROM note WHERE name = ? AND kind = ?"
_CLEAR = "DELETE FROM note WHERE kind NOT IN (SELECT value FROM json_each(?))"
_SHARING = "SELECT source FROM share WHERE mark = ? ORDER BY source LIMIT ?"
_SHARE = "INSERT OR IGNORE INTO share VALUES (?, ?)"
_UNSHARE = "DELETE FROM share WHERE mark = ? AND source = ?"
_MEET = "INSERT OR IGNORE INTO met VALUES (?, ?, ?, ?, ?, ?)"
_PART = """
DELETE FROM met WHERE mark = ? AND bearers = ? AND published = ? AND source = ? AND place = ?
AND key = ?"""
_ROWS = "SELECT bearers, published, source, place, key FROM met WHERE mark = ?"
_IN_ORDER = "ORDER BY bearers, published, source, place, key LIMIT ?"
_ALL_MET = f"{_ROWS} {_IN_ORDER}"
_OTHERS = f"{_ROWS} AND bearers = ? AND (published, source, place, key)"
_BEFORE = f"""{_OTHERS} < (?, ?, ?, ?)
ORDER BY published DESC, source DESC, place DESC, key DESC LIMIT ?"""
_AFTER = f"{_OTHERS} > (?, ?, ?, ?) {_IN_ORDER}"
_NEXT_BEARERS = f"{_ROWS} AND bearers > ? {_IN_ORDER}"


class NotesFile(Notes):
    """The notes of one ``version`` of the rules; those of another are thrown away."""

    def __init__(self, database: sqlite3.Connection, version: str) -> None:
        super().__init__()
        self._database = database
        self.version = version
        database.execute(_MADE)
        if database.execute("SELECT version FROM made").fetchall() != [(version,)]:
            for table in _TABLES:  # of other rules, they may have other columns too
                database.execute(f"DROP TABLE IF EXISTS {table}")
            database.execute("DELETE FROM made")
            database.execute("INSERT INTO made VALUES (?)", (version,))
        for statement in _TABLES.values():
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

    def share(self, source: str, marks: Iterable[int]) -> None:
        """Note that an article has these marks."""
        self._database.executemany(_SHARE, ((mark, source) for mark in sorted(marks)))

    def unshare(self, source: str, marks: Iterable[int]) -> None:
        """Note that an article no longer has these marks."""
        self._database.executemany(_UNSHARE, ((mark, source) for mark in sorted(marks)))

    def meet(self, rows: Iterable[tuple[int, Met]]) -> None:
        """Note entities, each under a mark."""
        self._database.executemany(_MEET, ((mark, *row) for mark, row in sorted(rows)))

    def part(self, rows: Iterable[tuple[int, Met]]) -> None:
        """Note that these entities are no longer there."""
        self._database.executemany(_PART, ((mark, *row) for mark, row in sorted(rows)))

    def met(self, mark: int, at_most: int | None = None) -> list[Met]:
        """The entities under a mark; with ``at_most`` only so many of them."""
        return self._met_by(_ALL_MET, mark, -1 if at_most is None else at_most)

    def met_before(self, mark: int, row: Met, at_most: int) -> list[Met]:
        """The entities of the same bearers that were published before one, the last first."""
        return self._met_by(_BEFORE, mark, *row, at_most)

    def met_after(self, mark: int, row: Met, at_most: int) -> list[Met]:
        """The entities of the same bearers that were published after one, the first first."""
        return self._met_by(_AFTER, mark, *row, at_most)

    def first_met(self, mark: int, at_most: int) -> list[Met]:
        """Of each bearers under a mark the entity first published, of so many bearers."""
        found = self._met_by(_ALL_MET, mark, 1)
        while found and len(found) < at_most:
            further = self._met_by(_NEXT_BEARERS, mark, found[-1].bearers, 1)
            if not further:
                break
            found += further
        return found

    def _met_by(self, query: str, *values: str | int) -> list[Met]:
        return [Met(*row) for row in self._database.execute(query, values)]

    def clear(self) -> None:
        """Take out everything but what the store holds."""
        self._database.execute(_CLEAR, (json.dumps(OF_THE_STORE),))
        self._database.execute("DELETE FROM share")
        self._database.execute("DELETE FROM met")

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
