"""Builds of malformed articles, and builds that end in the middle, lose nothing."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from zjkg.build import Build
from zjkg.errors import SettingsError, StoreError
from zjkg.settings import Settings
from zjkg.store import GraphStore

GOOD = "滨江生物园启用\n滨江生物园现有企业120家，累计投资超过30亿元。"
MALFORMED = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t",
    "binary.txt": bytes(range(256)) * 40,
    "declared.html": '<meta charset="big5"><p>滨江生物园现有企业120家。</p>'.encode(),
    "matter.txt": "---\ntitle: [unclosed\n---\n滨江生物园现有企业120家。".encode(),
    "bomb.html": b"<div>" * 1_000_000,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with one good article among malformed ones, built on the command line."""
    folder = tmp_path_factory.mktemp("malformed")
    articles = folder / "articles"
    articles.mkdir()
    (articles / "good.txt").write_text(GOOD, "utf-8")
    for name, data in MALFORMED.items():
        (articles / name).write_bytes(data)
    store = folder / "store"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "zjkg",
            "build",
            str(articles),
            "--store",
            str(store),
            "--jobs",
            "1",
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1, "an unreadable article is no success"
    assert "Traceback" not in done.stderr
    return store, done.stderr


@pytest.mark.parametrize("name", MALFORMED)
def test_one_clear_error_each(built: tuple[Path, str], name: str) -> None:
    _, errors = built
    blocks = [block for block in errors.split("error: ") if f"{name}" in block]
    assert len(blocks) == 1
    assert all(word in blocks[0] for word in ("at: ", "expected: ", "do: "))


def test_the_others_are_built(built: tuple[Path, str]) -> None:
    with GraphStore.open(built[0]) as store:
        assert list(store.state().articles) == ["good"]
        assert any("120家" in line for line in store.canonical_nquads())
        report = store.load_report()
    assert report is not None
    assert all(name in report.decode() for name in MALFORMED)


def test_removing_an_unknown_article_removes_nothing(tmp_path: Path) -> None:
    article = tmp_path / "park.txt"
    article.write_text(GOOD, "utf-8")
    settings = Settings(store=tmp_path / "store")
    Build(settings, jobs=1).exactly([article])
    with pytest.raises(SettingsError, match="harbour"):
        Build(settings, jobs=1).with_removed(["park", "harbour"])
    with GraphStore.open(settings.store) as store:
        assert list(store.state().articles) == ["park"]


BETTER = "滨江生物园扩建\n滨江生物园现有企业150家，累计投资超过40亿元。"


@pytest.fixture
def park(tmp_path: Path) -> Path:
    """A store of one article, beside its file."""
    (tmp_path / "park.txt").write_text(GOOD, "utf-8")
    Build(Settings(store=tmp_path / "store"), jobs=1).exactly([tmp_path / "park.txt"])
    return tmp_path / "store"


def content(store: Path) -> tuple[list[str], list[str]]:
    with GraphStore.open(store) as opened:
        return list(opened.canonical_nquads()), list(opened.state().articles)


@pytest.mark.parametrize("method", ["replace_graph", "remove_graph", "save_report"])
def test_a_build_that_ended_in_the_middle_is_made_good(
    park: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    before = content(park)
    (park.parent / "harbour.txt").write_text(BETTER, "utf-8")
    real = getattr(GraphStore, method)

    def ended(store: GraphStore, *arguments: object) -> None:
        real(store, *arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(GraphStore, method, ended)
        with pytest.raises(KeyboardInterrupt):
            Build(Settings(store=park), jobs=1).exactly([park.parent / "harbour.txt"])
    with GraphStore.open(park, write=True) as store:
        assert list(store.canonical_nquads()) != before[0], "the build had begun to write"
    assert content(park) == before, "readers are shown the last complete state"
    Build(Settings(store=park), jobs=1).exactly([park.parent / "park.txt"])
    assert content(park) == before


def test_what_an_unfinished_build_left_is_not_added(
    park: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("harbour.txt", "park.txt"):
        (park.parent / name).write_text(BETTER, "utf-8")

    def ended(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(GraphStore, "save_state", ended)
        with pytest.raises(KeyboardInterrupt):
            Build(Settings(store=park), jobs=1).exactly(list(park.parent.glob("*.txt")))
    (park.parent / "lake.txt").write_text(GOOD, "utf-8")
    outcome = Build(Settings(store=park), jobs=1).with_added([park.parent / "lake.txt"])
    assert (outcome.added, outcome.unchanged) == (("lake",), ("park",))
    assert not any("150家" in line for line in content(park)[0])


def test_a_path_without_articles_leaves_the_store_alone(park: Path) -> None:
    before = content(park)
    (park.parent / "empty").mkdir()
    (park.parent / "blank.txt").write_text(" ")
    for name in ("empty", "mispelt", "blank.txt"):
        outcome = Build(Settings(store=park), jobs=1).exactly([park.parent / name])
        assert outcome.failed
        assert outcome.nothing_changed
        assert outcome.unchanged == ("park",)
    assert content(park) == before


def test_a_misspelt_path_among_others_takes_no_article_from_the_store(park: Path) -> None:
    before = content(park)
    other = park.parent / "other.txt"
    other.write_text("滨江生物园有企业7家。", "utf-8")
    outcome = Build(Settings(store=park), jobs=1).exactly([other, park.parent / "prak.txt"])
    assert (len(outcome.failed), outcome.unchanged) == (1, ("park",))
    assert content(park) == before


def test_a_misspelt_path_makes_no_store(tmp_path: Path) -> None:
    store = tmp_path / "new"
    build = Build(Settings(store=store), jobs=1)
    for make in (build.exactly, build.with_added):
        outcome = make([tmp_path / "nowhere"])
        assert len(outcome.failed) == 1
        assert not store.exists()


def test_a_replacement_that_cannot_be_read_leaves_the_article(park: Path) -> None:
    before = content(park)
    (park.parent / "park.txt").write_bytes(b"\0" * 9)
    outcome = Build(Settings(store=park), jobs=1).with_added([park.parent / "park.txt"])
    assert len(outcome.failed) == 1
    assert outcome.unchanged == ("park",)
    assert content(park) == before


def test_the_suffix_is_part_of_what_was_read(park: Path) -> None:
    (park.parent / "park.txt").rename(park.parent / "park.md")
    Build(Settings(store=park), jobs=1).exactly([park.parent / "park.md"])
    assert any('"text/markdown"' in line for line in content(park)[0])


def test_removing_every_article_leaves_an_empty_store(park: Path) -> None:
    outcome = Build(Settings(store=park), jobs=1).with_removed(["park"])
    assert (outcome.removed, outcome.failed) == (("park",), ())
    assert content(park)[1] == []


def test_an_article_whose_file_the_store_lost_does_not_vanish(park: Path) -> None:
    [lost] = park.glob("records/original-*")
    lost.unlink()
    (park.parent / "lake.txt").write_text(GOOD, "utf-8")
    with pytest.raises(StoreError, match="lost the files of park"):
        Build(Settings(store=park), jobs=1).with_added([park.parent / "lake.txt"])
    Build(Settings(store=park), jobs=1, full=True).exactly([park.parent / "park.txt"])
    assert content(park)[1] == ["park"]


def test_a_damaged_record_is_an_error_that_a_full_build_mends(park: Path) -> None:
    before = content(park)
    [record] = park.glob("records/record-*")
    record.write_bytes(gzip.compress(b'{"article": 1}'))
    (park.parent / "lake.txt").write_text(GOOD, "utf-8")
    with pytest.raises(StoreError, match="build --full"):
        Build(Settings(store=park), jobs=1).with_added([park.parent / "lake.txt"])
    Build(Settings(store=park), jobs=1, full=True).exactly([park.parent / "park.txt"])
    assert content(park) == before


def test_the_notes_of_a_store_only_save_work(park: Path) -> None:
    lake = park.parent / "lake.txt"
    lake.write_text(BETTER, "utf-8")
    build = Build(Settings(store=park), jobs=1)
    before = content(park)
    build.with_added([lake])
    after = content(park)
    report = (park / "report.json").read_bytes()
    for spoil in (Path.unlink, lambda path: path.write_bytes(b"\0" * 4096)):
        spoil(park / "notes.sqlite")
        build.with_removed(["lake"])
        assert content(park) == before
        spoil(park / "notes.sqlite")
        build.with_added([lake])
        assert content(park) == after
        assert (park / "report.json").read_bytes() == report
