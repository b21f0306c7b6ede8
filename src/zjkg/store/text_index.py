"""The index beside the engine: which texts and sentences hold words, and which names there are.

One SQLite file, a function of the quads. It tells of which state it is; for any other state it
counts for nothing, and the reader reads the quads. A build changes it in one transaction, so each
answer is read in one too, together with the state that it is of.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

from zjkg.errors import Bilingual, IndexMovedOnError
from zjkg.store.problems import DamagedStoreError

INDEX_FILE = "search.sqlite"
LAYOUT = 4
"""Of the tables and of what is put into them; an index of another layout is made anew."""
_WAIT_SECONDS = 2.0
"""For a build that writes down its changes, before the reader does without the index."""
_KIND = 0xFF  # of an error of SQLite, without its details
# It is being written, gone, cannot be locked, or a build was ended in it, which only writers undo.
_ELSEWHERE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
_LAST = "\U0010ffff"
_MOST_PAIRS = 64
_END = "\n"  # of a sentence among the folded ones, which hold no white space
# The texts are walked in order, so that what is looked at beyond the wanted number is nothing.
_TEXTS = """
SELECT version FROM text INDEXED BY text_in_order
WHERE id IN (SELECT rowid FROM pairs WHERE pairs MATCH ?)
AND instr(replace(folded, char(10), ''), ?) ORDER BY published, source, version LIMIT ?"""
_IN_ORDER = "SELECT version FROM text ORDER BY published, source, version"
_SENTENCES = """
SELECT version, folded FROM text WHERE id IN (SELECT rowid FROM pairs WHERE pairs MATCH ?)
AND instr(folded, ?) ORDER BY version"""
_KEYS = "SELECT thing, key FROM key WHERE TRUE"
_BEGIN = " AND key >= ? AND key < ?"
_HOLD = " AND instr(key, ?)"
_HOLD_WORD = " AND instr(' ' || key, ' ' || ?)"
_LABELLED = """
SELECT DISTINCT thing FROM label
WHERE match = ? AND (preferred OR NOT EXISTS (SELECT 1 FROM key)) ORDER BY thing"""
_LABELS = "SELECT match, min(label) AS first FROM label GROUP BY match ORDER BY first"


def pairs(folded: str) -> list[str]:
    """The tokens by which the engine of SQLite finds a text: each two characters that stand so.

    The last character stands alone, so that each one begins a token.
    """
    codes = [f"{ord(each):05x}" for each in folded]
    return sorted({a + b for a, b in zip_longest(codes, codes[1:], fillvalue="")})


def whole(sentences: Sequence[str]) -> str:
    """The folded sentences as the index keeps them."""
    return _END.join(sentences)


def standing(folded: str) -> str:
    """The text whose folded sentences the index keeps so."""
    return folded.replace(_END, "")


def made_of(database: sqlite3.Connection) -> bytes | None:
    """The digest of the state that an index is of; None where it has another layout."""
    found = database.execute("SELECT state FROM made WHERE layout = ?", (LAYOUT,)).fetchone()
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Answers from the file; it is opened for each answer, as nothing is worth keeping open.

    Every answer is of the ``state`` with this digest. Where the index is of another one by now, all
    methods raise ``IndexMovedOnError``, and where it is damaged, ``DamagedStoreError``.
    """

    path: Path
    state: bytes

    def is_current(self) -> bool:
        """Whether it can be read and is of the state."""
        try:
            with self._opened():
                return True
        except (IndexMovedOnError, DamagedStoreError):
            return False

    def texts_holding(self, words: str, most: int | None = None) -> list[str]:
        """The versions whose text holds the comparable words, be it across sentences.

        They come in order of publication; with ``most`` only so many, the first.
        """
        limit = -1 if most is None else most
        return [version for (version,) in self._rows(_TEXTS, _having(words), words, limit)]

    def in_order(self, versions: Collection[str]) -> list[str]:
        """Those of the versions that have a text, in order of publication."""
        return [version for (version,) in self._rows(_IN_ORDER) if version in versions]

    def sentence_count(self) -> int:
        """How many sentences all texts have."""
        [(count,)] = self._rows("SELECT coalesce(sum(sentences), 0) FROM text")
        return int(count)

    def sentences_holding(self, term: str) -> Iterator[tuple[str, int]]:
        """The sentences that hold the comparable term: the version, and which of its sentences."""
        for version, folded in self._rows(_SENTENCES, _having(term), term):
            for number, sentence in enumerate(folded.split(_END)):
                if term in sentence:
                    yield version, number

    def keys_that(
        self, *, begin: str = "", hold: Sequence[str] = (), hold_words: Sequence[str] = ()
    ) -> list[tuple[str, str]]:
        """Things with their search keys that begin so and hold all parts, words from their start.

        A word starts where the key does or after a space.
        """
        conditions = _BEGIN * bool(begin) + _HOLD * len(hold) + _HOLD_WORD * len(hold_words)
        bounds = (begin, begin + _LAST) if begin else ()
        return self._rows(_KEYS + conditions, *bounds, *hold, *hold_words)

    def labelled(self, key: str) -> list[str]:
        """The things, sorted, one of whose preferred or other names has this match key."""
        return [thing for (thing,) in self._rows(_LABELLED, key)]

    def labels(self) -> list[tuple[str, str]]:
        """Every match key of a name, with the first in code-point order of the names that have it.

        The keys come in the order of these names.
        """
        return self._rows(_LABELS)

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        with self._opened() as database:
            return database.execute(query, values).fetchall()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        address = f"{self.path.absolute().as_uri()}?mode=ro"
        try:
            with closing(
                sqlite3.connect(address, uri=True, isolation_level=None, timeout=_WAIT_SECONDS)
            ) as database:
                database.execute("PRAGMA temp_store=MEMORY")
                database.execute("BEGIN")  # what follows is of one state
                if made_of(database) != self.state:
                    raise _moved_on(self.path)
                yield database
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & _KIND in _ELSEWHERE:
                raise _moved_on(self.path) from error
            raise _damaged(self.path, error) from error


def _having(words: str) -> str:
    """What a text must have to hold the words, for the engine of SQLite."""
    if len(words) == 1:
        return f"{ord(words):05x}*"
    found = [f"{ord(a):05x}{ord(b):05x}" for a, b in pairwise(words)]
    return " ".join(sorted(set(found[:_MOST_PAIRS])))


def _moved_on(path: Path) -> IndexMovedOnError:
    return IndexMovedOnError(
        Bilingual(
            "the index for searches is not of the state that is read",
            "检索索引不属于正在读取的状态",
        ),
        where=str(path),
        expected=Bilingual("the index of this state", "该状态的索引"),
        next_step=Bilingual(
            "read the store instead, or open it again", "请改为读取图库本身，或重新打开图库"
        ),
    )


def _damaged(path: Path, error: Exception) -> DamagedStoreError:
    return DamagedStoreError(
        Bilingual(f"the index for searches cannot be read: {error}", f"无法读取检索索引：{error}"),
        where=str(path),
        expected=Bilingual("the file as zjkg build wrote it", "由 zjkg build 写入的文件"),
        next_step=Bilingual(
            "delete the file: searches then read the whole store, until the next build writes it",
            "请删除该文件：此后检索会读取整个图库，直到下次构建重新写入",
        ),
    )
