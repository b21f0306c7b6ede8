"""What a build says beside its counts: what is supplied otherwise, what names nothing."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from zjkg.cli import main
from zjkg.settings import Settings, resource
from zjkg.store import GraphStore

HEADER = "first,second,same,who,when,why\n"
ROW = "周明远,Zhou Mingyuan,yes,me,2024-05-01,one man\n"
PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix zj: <https://zjkg.example/ontology#> .
"""
HAN = "2024-05-06\n滨江生命科学园主任周明远表示，园区现有企业120家。\n"
LATIN = "2024-05-07\nZhou Mingyuan, director of the park, said it has 130 companies.\n"


class Shop:
    """A folder with two articles, seeds of a person's own, and a store; commands run there."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd

    def run(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([*arguments, *([] if arguments[0] == "remove" else ["--jobs", "1"])])
        sys.stdout.flush()
        out, err = self._capfd.readouterr()
        return (ended.value.code if isinstance(ended.value.code, int) else 1), out, err


@pytest.fixture
def shop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Shop:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZJKG_LANG", "en")
    monkeypatch.setenv("ZJKG_SEEDS", "own")
    for folder in ("news", "own"):
        Path(folder).mkdir()
    Path("news/han.txt").write_text(HAN, "utf-8")
    Path("news/latin.txt").write_text(LATIN, "utf-8")
    Path("late.txt").write_text("2024-05-08\n滨江生命科学园新增企业18家。\n", "utf-8")
    Path("own/judgements.csv").write_text(HEADER + ROW, "utf-8")
    shutil.copy(resource("seeds") / "authority.ttl", "own")
    return Shop(capfd)


def nquads() -> list[str]:
    with GraphStore.open(Path("store")) as store:
        return list(store.canonical_nquads())


def test_other_judgements_than_before_are_told(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shop.run("build", "news") == (
        0,
        "articles: 2 added, 0 replaced, 0 removed, 0 unchanged\n",
        "",
    )
    monkeypatch.delenv("ZJKG_SEEDS")
    code, _, err = shop.run("add", "late.txt")
    assert code == 0
    told, where, remedy = err.splitlines()
    assert told == "note: judgements are not those that the store was built with: 1 fewer"
    assert where == "  before: own; now: the seeds that came with zjkg"
    assert "set ZJKG_SEEDS=own" in remedy
    assert shop.run("remove", "late")[2] == "", "told once"
    monkeypatch.setenv("ZJKG_SEEDS", "own")
    code, _, err = shop.run("build", "news", "--lang", "zh")
    assert "判断与图库此前构建所用的不同：多 1 条" in err
    assert "此前：zjkg 自带的 seeds；现在：own" in err
    assert "取消 ZJKG_SEEDS" in err


def test_a_row_that_was_added_on_purpose_is_told_without_advice(shop: Shop) -> None:
    shop.run("build", "news")
    Path("own/judgements.csv").write_text(f"{HEADER}{ROW}园区,park,no,me,,\n", "utf-8")
    err = shop.run("build", "news")[2]
    assert "note: judgements are not those that the store was built with: 1 more" in err
    assert "ZJKG_SEEDS" not in err


def test_the_folder_counts_only_by_what_it_holds(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.run("build", "news")
    before = nquads()
    Path("own").rename("moved")
    monkeypatch.setenv("ZJKG_SEEDS", "moved")
    assert shop.run("build", "news")[1:] == ("nothing changed: 2 articles as before\n", "")
    assert shop.run("build", "news", "--full")[2] == ""
    assert nquads() == before
    with GraphStore.open(Settings().store) as store:
        assert store.state().seeds == "moved"


def test_other_entries_of_the_authority_are_told(shop: Shop) -> None:
    Path("own/judgements.csv").unlink()
    entry = (
        '<https://zjkg.example/x> a zj:Organization ; skos:prefLabel "滨江生命科学园"@zh-Hans .\n'
    )
    for label, told in (("园", ""), ("谷", "1 changed"), ("", "1 fewer")):
        text = PREFIXES + (entry.replace("园", label) if label else "")
        Path("own/authority.ttl").write_text(text, "utf-8")
        err = shop.run("build", "late.txt")[2]
        note = "authority entries are not those that the store was built with"
        assert err == (f"note: {note}: {told}\n" if told else "")


def test_a_judgement_that_names_nothing_is_told(shop: Shop) -> None:
    rows = "高玲,Gao Lin,no,me,,\n滨江生命科学园,高玲,no,me,,\n"
    Path("own/judgements.csv").write_text(HEADER + rows, "utf-8")
    err = shop.run("build", "late.txt")[2]
    assert err.splitlines() == [
        "note: own/judgements.csv, row 高玲, Gao Lin: nothing in the store is called 高玲",
        "note: own/judgements.csv, row 高玲, Gao Lin: nothing in the store is called Gao Lin",
        "note: own/judgements.csv, row 滨江生命科学园, 高玲: nothing in the store is called 高玲",
    ]
    many = HEADER + "".join(f"高玲,Gao Lin {number},no,me,,\n" for number in range(4))
    Path("own/judgements.csv").write_text(many, "utf-8")
    err = shop.run("build", "late.txt", "--lang", "zh")[2]
    assert "提示：own/judgements.csv，行 高玲, Gao Lin 0：图库中没有名为“高玲”的事物" in err
    assert "另有 3 个名称无所指" in err


def test_what_is_not_read_is_told(shop: Shop) -> None:
    for name in ("a.pdf", "b.PDF", "c.docx"):
        Path("news", name).write_bytes(b"?")
    Path("news/notes").write_bytes(b"?")
    Path("own/judgements.csv").unlink()
    code, _, err = shop.run("build", "news")
    assert code == 0
    assert err == (
        "note: files left aside, as their endings are not read: 2 .pdf, 1 without ending, 1 .docx\n"
    )
    err = shop.run("build", "news", "--lang", "zh")[2]
    assert err == "提示：因扩展名不读取的文件：.pdf 2 个、无扩展名 1 个、.docx 1 个\n"


def test_a_named_file_that_cannot_be_read_does_not_stop_the_others(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, opened = Path("news/latin.txt"), Path.open
    may = os.access

    def refusing(path: Path, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        if path == secret:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **named)

    Path("own/judgements.csv").unlink()
    monkeypatch.setattr(Path, "open", refusing)
    monkeypatch.setattr(
        os, "access", lambda path, mode: str(path) != str(secret) and may(path, mode)
    )
    for command in ("build", "add"):
        code, out, err = shop.run(command, str(secret), "late.txt")
        assert code == 1
        assert err.startswith("error: the file cannot be opened: Permission denied\nat: news/lat")
        assert "1 added" in out or "nothing changed" in out
