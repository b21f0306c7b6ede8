from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from zjkg.store import open_notes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two notes by the rules "1"."""
    with open_notes(tmp_path / "notes", "1") as notes:
        notes.put("a", b"first")
        notes.put("b", b"second")
        notes.finish()
    return tmp_path / "notes"


def test_what_is_read_or_kept_outlives_a_build(path: Path) -> None:
    with open_notes(path, "1") as notes:
        assert notes.has("a")
        assert notes.get("a") == b"first"
        assert notes.get("c") is None
        notes.finish()
    with open_notes(path, "1") as notes:
        assert not notes.has("b")
        notes.keep("a")
        notes.finish()
    with open_notes(path, "1") as notes:
        assert notes.get("a") == b"first"


def test_what_is_not_finished_is_not_kept(path: Path) -> None:
    with open_notes(path, "1") as notes:
        notes.put("a", b"other")
        notes.put("c", b"third")
    with open_notes(path, "1") as notes:
        assert (notes.get("a"), notes.get("c")) == (b"first", None)


def test_notes_of_other_rules_are_thrown_away(path: Path) -> None:
    with open_notes(path, "2") as notes:
        assert notes.get("a") is None


def test_notes_are_begun_anew_where_one_asks(path: Path) -> None:
    with open_notes(path, "1", anew=True) as notes:
        assert not notes.has("a")


def test_a_damaged_file_is_begun_anew(path: Path) -> None:
    path.write_bytes(b"no database" * 999)
    with open_notes(path, "1") as notes:
        assert notes.get("a") is None
        notes.put("a", b"again")
        notes.finish()
    with open_notes(path, "1") as notes:
        assert notes.get("a") == b"again"


def test_a_damaged_note_is_no_note(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("UPDATE note SET content = substr(content, 1, 9) WHERE key = 'a'")
    database.commit()
    database.close()
    with open_notes(path, "1") as notes:
        assert (notes.get("a"), notes.get("b")) == (None, b"second")
