"""Faults of disks, files and other processes: told plainly, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zjkg.build import Build
from zjkg.cli import main
from zjkg.errors import StoreError
from zjkg.settings import Settings
from zjkg.store import GraphStore, State, graph_store

KILL = Path(__file__).with_name("kill.py")
PARK = "海湾科学园启用\n海湾科学园现有企业120家，累计投资超过30亿元。"
LAKE = "湖滨医药谷开园\n湖滨医药谷总产值为461亿元，增长8%。"
POSIX = pytest.mark.skipif(os.name == "nt", reason="limits and users as POSIX has them")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A finished store of one article; a second article beside it waits to be built."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/park.txt").write_text(PARK, "utf-8")
    Build(Settings(store=tmp_path / "store"), jobs=1).exactly([tmp_path / "articles"])
    (tmp_path / "articles/lake.txt").write_text(LAKE, "utf-8")
    return tmp_path / "store"


def content(store: Path) -> tuple[list[str], list[str], bytes | None]:
    with GraphStore.open(store) as opened:
        return list(opened.canonical_nquads()), list(opened.state().articles), opened.load_report()


def build(store: Path, *, full: bool = False) -> None:
    Build(Settings(store=store), jobs=1, full=full).exactly([store.parent / "articles"])


def run(*arguments: object, code: str = "") -> subprocess.CompletedProcess[str]:
    program = ["-c", code] if code else ["-m", "zjkg"]
    return subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def told(done: subprocess.CompletedProcess[str]) -> str:
    """The one error that a command told, in its one shape."""
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"\n{done.stderr}".count("\nerror: ") == 1
    assert all(word in done.stderr for word in ("expected: ", "do: "))
    return done.stderr


@POSIX
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_builds_leave_a_whole_store_and_are_made_good() -> None:
    done = run(KILL, "--kills", "6", code="import runpy, sys; runpy.run_path(sys.argv.pop(1), "
               "run_name='__main__')")  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "6 of 6 right"


def test_readers_see_the_last_complete_state_until_the_build_has_ended(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(store)
    seen = []
    real = GraphStore.save_report

    def between(writer: GraphStore, report: bytes) -> None:
        real(writer, report)
        assert list(writer.canonical_nquads()) != before[0], "the graphs are written by now"
        seen.append(content(store))

    monkeypatch.setattr(GraphStore, "save_report", between)
    build(store)
    assert seen == [before]
    assert content(store)[1] == ["lake", "park"]
    assert sorted(path.name for path in store.iterdir()) == [
        "notes.sqlite",
        "oxigraph",
        "records",
        "report.json",
        "search.sqlite",
        "state.json",
    ]


def test_a_first_build_that_was_ended_is_told(tmp_path: Path) -> None:
    def ended(folder: Path) -> None:
        with GraphStore.open(folder, write=True):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ended(tmp_path / "store")
    with pytest.raises(StoreError, match="has not finished") as caught:
        GraphStore.open(tmp_path / "store")
    assert "zjkg build" in caught.value.problem.next_step.zh


def test_what_a_build_left_that_was_killed_at_its_very_end_goes_with_the_next(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as end:
        end.setattr(graph_store, "drop_complete", killed)
        with pytest.raises(KeyboardInterrupt):
            build(store)
    whole = content(store)
    assert [each.name for each in store.glob("complete-*")] == ["complete-1"]
    build(store)  # in which nothing is new
    assert not list(store.glob("*complete-*"))
    assert content(store) == whole


def test_a_build_begun_twice_keeps_the_first_state(store: Path) -> None:
    before = content(store)
    for _ in range(2):  # the second build begins where the first was ended
        with GraphStore.open(store, write=True) as writer:
            writer.begin()
            writer.remove_graph(writer.graphs()[0])
        assert content(store) == before
    with GraphStore.open(store, write=True) as writer:
        assert list(writer.state().articles) == ["park"]
        writer.save_state(State(rules="x"))
    assert content(store)[1] == []


def test_a_second_build_at_once_stops_and_the_first_is_not_disturbed(store: Path) -> None:
    with GraphStore.open(store, write=True):
        said = told(run("build", store.parent / "articles", "--store", store, "--jobs", 1))
    assert "another process is writing this store" in said
    assert "queries work meanwhile" in said
    build(store)
    assert content(store)[1] == ["lake", "park"]


def test_a_lock_in_the_name_of_a_folder_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("x")
    with pytest.raises(StoreError) as caught:
        GraphStore.open(tmp_path / "clock/store", write=True)
    assert "another process" not in caught.value.problem.what.en


LIMITED = """
import resource, sys
from pathlib import Path
from zjkg.build import Build
from zjkg.errors import StoreError
from zjkg.settings import Settings
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
store = Path(sys.argv[1])
try:
    Build(Settings(store=store), jobs=1, full=True).exactly([store.parent / "articles"])
except StoreError as error:
    print(error)
"""


@POSIX
@pytest.mark.parametrize("size", [0, 2_000, 200_000])
def test_no_space_to_write(store: Path, size: int) -> None:
    before = content(store)
    done = run(store, size, code=LIMITED)
    assert "no space left to write the store" in done.stdout, done.stderr
    assert "last complete state is kept" in done.stdout
    assert content(store) == before
    build(store)
    assert content(store)[1] == ["lake", "park"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with little space; only who may mount one can make it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    size = "size=24m"
    if (
        mount is None
        or subprocess.run(
            [mount, "-t", "tmpfs", "-o", size, "tmpfs", str(folder)],
            capture_output=True,
            check=False,
        ).returncode
    ):
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


def test_a_full_disk(store: Path, disk: Path) -> None:
    shutil.copytree(store, disk / "store")
    (disk / "ballast").write_bytes(b"")
    with (disk / "ballast").open("ab", buffering=0) as file:
        while True:
            try:
                file.write(b"0" * 4096)
            except OSError:
                break
    said = told(run("build", store.parent / "articles", "--store", disk / "store", "--jobs", 1))
    assert "no space left" in said
    assert content(disk / "store") == content(store)
    (disk / "ballast").unlink()
    done = run("build", store.parent / "articles", "--store", disk / "store", "--jobs", 1)
    assert done.returncode == 0, done.stderr
    assert content(disk / "store")[1] == ["lake", "park"]


NOBODY = """
import os, sys
from pathlib import Path
from zjkg.build import Build
from zjkg.errors import ZjkgError
from zjkg.settings import Settings
from zjkg.store import GraphStore
if os.geteuid() == 0:
    os.seteuid(65534)
store = Path(sys.argv[1])
with GraphStore.open(store) as opened:
    print(len(list(opened.canonical_nquads())))
    print("searched" if opened.searchable.text_index else "not searched")
for place in (store, store.parent / "new"):
    try:
        Build(Settings(store=place), jobs=1, full=True).exactly([Path(sys.argv[2])])
    except ZjkgError as error:
        print(error)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may read and nobody may write."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)
        Path(folder).chmod(0o700)


@POSIX
def test_a_folder_that_may_only_be_read(store: Path, shared: Path) -> None:
    before = content(store)
    shutil.copytree(store, shared / "store")
    shutil.copy(store.parent / "articles/lake.txt", shared)
    for path in shared.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    shared.chmod(0o555)
    done = run(shared / "store", shared / "lake.txt", code=NOBODY)
    for path in (shared, *(path for path in shared.rglob("*") if path.is_dir())):
        path.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:2] == [str(len(before[0])), "searched"], (
        "readers need no right to write"
    )
    assert done.stdout.count("may not be read or written by you") == 2
    assert content(shared / "store") == before


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 64] = bytes(255 - byte for byte in data[middle : middle + 64])
    path.write_bytes(data)


def each(pattern: str, damage: Callable[[Path], object]) -> Callable[[Path], None]:
    def do(store: Path) -> None:
        files = list((store / "oxigraph").glob(pattern))
        assert files
        for file in files:
            damage(file)

    return do


def replaced_by_a_folder(store: Path) -> None:
    (store / "state.json").unlink()
    (store / "state.json").mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "tables flipped": each("*.sst", flipped),
    "tables cut": each("*.sst", lambda path: os.truncate(path, path.stat().st_size - 1)),
    "tables empty": each("*.sst", lambda path: os.truncate(path, 0)),
    "tables gone": each("*.sst", Path.unlink),
    "manifest flipped": each("MANIFEST-*", flipped),
    "manifest gone": each("MANIFEST-*", Path.unlink),
    "current empty": each("CURRENT", lambda path: os.truncate(path, 0)),
    "current gone": each("CURRENT", Path.unlink),
    "state cut": lambda store: os.truncate(store / "state.json", 20),
    "state empty": lambda store: os.truncate(store / "state.json", 0),
    "state is a folder": replaced_by_a_folder,
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_store(store: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    DAMAGES[name](store)
    for command in (["query", "entities"], ["build", str(store.parent / "articles")]):
        with pytest.raises(SystemExit) as ended:
            main([*command, "--store", str(store), "--lang", "en"])
        said = capsys.readouterr().err
        assert ended.value.code == 1, said
        assert f"\n{said}".count("\nerror: ") == 1
        assert "zjkg restore FILE --force" in said or "check the permissions" in said


def test_a_state_may_not_point_out_of_its_folder(store: Path) -> None:
    state = (store / "state.json").read_text()
    changed = state.replace('"complete": ""', '"complete": "../other"')
    assert changed != state
    (store / "state.json").write_text(changed)
    with pytest.raises(StoreError, match="state of the store"):
        GraphStore.open(store)


@POSIX
@pytest.mark.slow
def test_workers_end_with_a_killed_build(tmp_path: Path) -> None:
    code = """
import multiprocessing, os, signal, sys, threading
from pathlib import Path
from zjkg import extraction
from zjkg.reading import read_bytes
from zjkg.settings import SHANGHAI, Settings
texts = ["海湾科学园现有企业120家。", "River Valley Biopark is home to 45 companies. It opened."]
articles = [read_bytes(f"{n}.txt", t.encode(), zone=SHANGHAI) for n, t in enumerate(texts * 9)]
for _ in extraction.extract_all(articles, Settings(), jobs=2, progress=lambda _: None):
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    (tmp_path / "build.py").write_text(
        f"if __name__ == '__main__':\n    {'    '.join(code.splitlines(keepends=True))}"
    )
    done = subprocess.run(
        [sys.executable, str(tmp_path / "build.py")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )  # ends only when the workers have: they hold its output
    assert done.returncode == -9, done.stderr
    assert done.stdout.split(), "there were workers"
