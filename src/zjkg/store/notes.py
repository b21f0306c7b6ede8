"""What a build finds out about articles and keeps, so that the next one need not find it again.

Notes stand under keys that are digests of what they are functions of: a note is never stale, it is
there or not. Whoever lacks one makes it anew, so the file may be deleted at any time.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOTES_FILE = "notes.sqlite"
_GET = "SELECT content FROM note WHERE key = ?"
_QUICK = 1  # level of compression; the checksum beside it tells a damaged note
_TABLES = (
    "CREATE TABLE IF NOT EXISTS made (version TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY, content BLOB NOT NULL)",
)


class Notes:
    """The notes of one version of the rules; those of another are thrown away.

    Notes that a build neither reads nor writes nor keeps are gone after it.
    """

    def __init__(self, database: sqlite3.Connection, version: str) -> None:
        self._database = database
        for statement in _TABLES:
            database.execute(statement)
        if database.execute("SELECT version FROM made").fetchall() != [(version,)]:
            database.execute("DELETE FROM made")
            database.execute("DELETE FROM note")
            database.execute("INSERT INTO made VALUES (?)", (version,))
        self._known = {key for (key,) in database.execute("SELECT key FROM note")}
        self._used: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether there is a note under the key."""
        return key in self._known

    def keep(self, key: str) -> None:
        """Keep the note for the next build although this one does not read it."""
        self._used.add(key)

    def get(self, key: str) -> bytes | None:
        """The note under the key, None where there is none that can be read."""
        if key not in self._known:
            return None
        self._used.add(key)
        try:
            row = self._database.execute(_GET, (key,)).fetchone()
            return zlib.decompress(row[0]) if row else None
        except (sqlite3.DatabaseError, zlib.error, TypeError):
            return None

    def put(self, key: str, content: bytes) -> None:
        """Take down a note."""
        self._known.add(key)
        self._used.add(key)
        packed = zlib.compress(content, _QUICK)
        self._database.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (key, packed))

    def finish(self) -> None:
        """Make durable what was used and throw away the rest."""
        gone = sorted(self._known - self._used)
        self._database.executemany("DELETE FROM note WHERE key = ?", ((key,) for key in gone))
        self._database.execute("COMMIT")
        self._known &= self._used
        self._database.execute("BEGIN")


@contextmanager
def open_notes(path: Path, version: str, *, anew: bool = False) -> Iterator[Notes]:
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


def _opened(path: Path, version: str) -> tuple[sqlite3.Connection, Notes]:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("BEGIN")
        return database, Notes(database, version)
    except sqlite3.DatabaseError:
        database.close()
        raise
