"""``zjkg search`` as a user types it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from zjkg.cli import main


@pytest.fixture(autouse=True)
def store(five_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJKG_STORE", str(five_folder))
    monkeypatch.setenv("ZJKG_LANG", "en")


def ran(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["search", *arguments])
    sys.stdout.flush()
    out, err = capfd.readouterr()
    return (ended.value.code if isinstance(ended.value.code, int) else 1), out, err


def test_a_table_of_entities_and_marked_sentences(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capfd, "Wang", "Kairong")
    assert (code, err) == (0, "")
    assert "王凯荣" in out
    assert "【王凱榮】" in out


def test_kinds_are_chosen(capfd: pytest.CaptureFixture[str]) -> None:
    for kind in ("entity", "sentence"):
        code, out, _ = ran(capfd, "张江集团", "--kind", kind, "--format", "records")
        assert code == 0
        assert {row["kind"] for row in json.loads(out)} == {kind}


def test_headings_are_in_the_chosen_language(capfd: pytest.CaptureFixture[str]) -> None:
    assert ran(capfd, "王凯荣", "--lang", "zh")[1].startswith("名称")


def test_what_is_cut_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert "more; raise --limit)" in ran(capfd, "张江", "--limit", "1")[1]


def test_nothing_found_is_no_success_and_no_output(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capfd, "张江集固")
    assert (code, out) == (1, "")
    assert "张江集团" in err
    code, out, _ = ran(capfd, "张江集固", "--format", "records")
    assert (code, json.loads(out)) == (1, [])
