from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from zjkg.store import open_notes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two notes and two marks by the rules "1"."""
    with open_notes(tmp_path / "notes", "1") as notes:
        notes.put("report", "a", b"first")
        notes.put("report", "b", b"second")
        notes.share("b", {-(1 << 63), 5})
        notes.share("a", {5})
        notes.finish()
    return tmp_path / "notes"


def test_what_is_noted_outlives_a_build(path: Path) -> None:
    with open_notes(path, "1") as notes:
        assert (notes.get("report", "a"), notes.get("known", "a")) == (b"first", None)
        assert (notes.sharing(5), notes.sharing(-(1 << 63))) == (["a", "b"], ["b"])
        notes.put("report", "a", b"other")
        notes.drop("report", "b")
        notes.unshare("a", {5, 7})
        notes.finish()
    with open_notes(path, "1") as notes:
        assert (notes.get("report", "a"), notes.get("report", "b")) == (b"other", None)
        assert notes.sharing(5) == ["b"]


def test_what_is_noted_of_an_article_goes_with_it(path: Path) -> None:
    with open_notes(path, "1") as notes:
        notes.put("group", "a", b"numbers are names of their own")
        notes.forget("a", ["report", "known"])
        assert notes.get("report", "a") is None
        assert notes.get("group", "a") is not None


def test_what_is_not_finished_is_not_kept(path: Path) -> None:
    with open_notes(path, "1") as notes:
        notes.put("report", "a", b"other")
        notes.put("report", "c", b"third")
        notes.clear()
    with open_notes(path, "1") as notes:
        assert (notes.get("report", "a"), notes.get("report", "c")) == (b"first", None)
        assert notes.sharing(5) == ["a", "b"]


@pytest.mark.parametrize(("version", "anew"), [("2", False), ("1", True)])
def test_notes_of_other_rules_are_thrown_away(path: Path, version: str, *, anew: bool) -> None:
    with open_notes(path, version, anew=anew) as notes:
        assert notes.get("report", "a") is None
        assert notes.sharing(5) == []


def test_a_file_of_other_columns_is_begun_anew(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "notes")
    database.execute("CREATE TABLE made (version TEXT NOT NULL)")
    database.execute("CREATE TABLE note (key TEXT PRIMARY KEY, content BLOB NOT NULL)")
    database.execute("INSERT INTO made VALUES ('0')")
    database.commit()
    database.close()
    with open_notes(tmp_path / "notes", "1") as notes:
        notes.put("report", "a", b"first")
        assert notes.get("report", "a") == b"first"


def test_a_damaged_file_is_begun_anew(path: Path) -> None:
    path.write_bytes(b"no database" * 999)
    with open_notes(path, "1") as notes:
        assert notes.get("report", "a") is None
        notes.put("report", "a", b"again")
        notes.finish()
    with open_notes(path, "1") as notes:
        assert notes.get("report", "a") == b"again"


def test_a_damaged_note_is_no_note(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("UPDATE note SET content = substr(content, 1, 9) WHERE name = 'a'")
    database.commit()
    database.close()
    with open_notes(path, "1") as notes:
        assert (notes.get("report", "a"), notes.get("report", "b")) == (None, b"second")
