"""What ``zjkg query`` says beside an answer, to people new to SPARQL."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from zjkg.cli import main

EMPTY = "SELECT * { ?role zj:posts ?post ; org:member ?who }"


@pytest.fixture(autouse=True)
def store(five_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJKG_STORE", str(five_folder))
    monkeypatch.setenv("ZJKG_LANG", "en")


def asked(
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *arguments: str,
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    with pytest.raises(SystemExit) as ended:
        main(["query", "-", *arguments])
    sys.stdout.flush()
    out, err = capfd.readouterr()
    return (ended.value.code if isinstance(ended.value.code, int) else 1), out, err


def test_notes_go_to_standard_error(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, err = asked(EMPTY, monkeypatch, capfd, "--format", "records")
    assert (code, json.loads(out)) == (0, [])
    misspelt, blamed = err.splitlines()
    assert misspelt.startswith("note: zj:posts is no term of the ontology; did you mean zj:post or")
    assert blamed == (
        "note: nothing in the graph matches this pattern, even alone: ?role zj:posts ?post"
    )


def test_notes_in_chinese(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    err = asked(EMPTY, monkeypatch, capfd, "--lang", "zh")[2]
    assert err.startswith("提示：本体中没有 zj:posts；是否想用 zj:post")


def test_an_answer_has_no_notes_and_shows_names(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    text = "SELECT ?who ?kind { ?who zj:searchKey 'wang kairong' ; a ?kind }"
    code, out, err = asked(text, monkeypatch, capfd)
    assert (code, err) == (0, "")
    assert out.splitlines()[2].split() == ["王凯荣", "zj:Person"]
    assert "/entity/" in asked(text, monkeypatch, capfd, "--iris")[1]
    assert "/entity/" in asked(text, monkeypatch, capfd, "--format", "csv")[1]
