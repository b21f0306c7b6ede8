"""``zjkg review`` as a person uses it: on a terminal, and in a pipe."""

from __future__ import annotations

import fcntl
import getpass
import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from zjkg.cli import main
from zjkg.linking import load_judgements

HEADER = b"first,second,same,who,when,why\n"
HAN = re.compile(r"[\u4e00-\u9fff]")
PROGRAM = (sys.executable, "-m", "zjkg", "review")
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *options: str, answers: str = "", store: Path | None = None) -> Ran: ...


@pytest.fixture
def in_pipe(
    store: Path,
    seeds: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> Run:
    """Runs the command in this process; each answer is a line of standard input."""
    monkeypatch.setenv("ZJKG_LANG", "en")
    here = store

    def run(*options: str, answers: str = "", store: Path | None = None) -> Ran:
        lines = "".join(f"{letter}\n" for letter in answers)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        with pytest.raises(SystemExit) as ended:
            main(["review", "--store", str(store or here), "--seeds", str(seeds), *options])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 1, out.decode(), err.decode())

    return run


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, store: Path, seeds: Path, *options: str) -> None:
        self.master, self.slave = pty.openpty()
        self.modes = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            [*PROGRAM, "--store", str(store), "--seeds", str(seeds), *options],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=os.environ | {"ZJKG_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        )
        self.seen = ""

    def until(self, words: str, answered: int = 1) -> None:
        """Wait until the words were shown so many times."""
        end = time.monotonic() + PATIENCE
        while self.seen.count(words) < answered:
            assert select.select([self.master], [], [], max(0.0, end - time.monotonic()))[0], (
                f"no {words!r} in {self.seen!r}"
            )
            self.seen += os.read(self.master, 4096).decode(errors="replace")

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ended(self) -> int:
        code = self.process.wait(PATIENCE)
        while select.select([self.master], [], [], 0)[0]:
            self.seen += os.read(self.master, 4096).decode(errors="replace")
        return code

    def is_as_before(self) -> bool:
        return termios.tcgetattr(self.slave) == self.modes


@contextmanager
def terminal(store: Path, seeds: Path, *options: str) -> Iterator[Terminal]:
    opened = Terminal(store, seeds, *options)
    try:
        yield opened
    finally:
        opened.process.kill()
        opened.process.wait()
        os.close(opened.master)
        os.close(opened.slave)


def test_one_key_a_decision_on_a_terminal(store: Path, seeds: Path) -> None:
    path = seeds / "judgements.csv"
    with terminal(store, seeds, "--who", "Lin") as shown:
        shown.until("? help")
        shown.press("s")
        shown.until("? help", 2)
        assert [row.same for row in load_judgements(path)] == [True]
        shown.press("x\x1b[A")
        shown.until("no such key: x")
        shown.press("d")
        shown.until("[4/4]")
        shown.press("u")
        shown.until("undone: a1#林岚, a3#林岚")
        assert [row.same for row in load_judgements(path)] == [True]
        shown.press("sw")
        shown.until("why?")
        shown.press("同一位研究员\n")
        shown.until("written: 同一位研究员")
        shown.press("q")
        assert shown.ended() == 0
        assert shown.is_as_before()
        assert "2 judged the same, 0 different, 0 skipped; 1 open" in shown.seen
        assert "zjkg build, with the same articles as before, applies them" in shown.seen
    rows = load_judgements(path)
    assert [row.why for row in rows] == ["reviewed: name, type", "同一位研究员"]
    assert {row.when for row in rows} <= {datetime.now().astimezone().date().isoformat()}


def test_what_is_typed_ahead_is_kept(store: Path, seeds: Path) -> None:
    with terminal(store, seeds) as shown:
        shown.until("? help")
        shown.press("sdkq")
        assert shown.ended() == 0
    assert [row.same for row in load_judgements(seeds / "judgements.csv")] == [True, False]


def test_an_interrupt_leaves_the_terminal_as_it_was(store: Path, seeds: Path) -> None:
    with terminal(store, seeds) as shown:
        shown.until("? help")
        shown.press("s")
        shown.until("? help", 2)
        assert not shown.is_as_before()
        shown.process.send_signal(signal.SIGINT)
        assert shown.ended() == 130
        assert shown.is_as_before()
        assert "1 judged the same" in shown.seen
    assert len(load_judgements(seeds / "judgements.csv")) == 1


def test_the_end_of_input_on_a_terminal_quits(store: Path, seeds: Path) -> None:
    with terminal(store, seeds, "--lang", "zh") as shown:
        shown.until("? 帮助")
        shown.press("\x04")
        assert shown.ended() == 0
        assert "尚待判断 4 对" in shown.seen


def test_a_pipe_gives_one_letter_a_line(in_pipe: Run, seeds: Path) -> None:
    done = in_pipe(answers="skd")
    assert done.code == 0, done.err
    rows = load_judgements(seeds / "judgements.csv")
    assert [(row.first, row.second, row.same) for row in rows] == [
        ("a1#林岚", "a2#林岚", True),
        ("a2#林岚", "a3#林岚", False),
    ]
    assert {row.who for row in rows} == {getpass.getuser()}
    assert "1 judged the same, 1 different, 0 skipped; 1 open" in done.out


def test_what_was_judged_is_not_asked_by_the_next_review(in_pipe: Run) -> None:
    assert in_pipe(answers="ssd").code == 0
    done = in_pipe(answers="s")
    assert done.code == 0
    assert done.out.startswith("no pair is undecided; --all also shows ")
    everything = in_pipe("--all", "--list", "--format", "records")
    assert [row["standing"] for row in json.loads(everything.out)] == ["apart", "joined"]


def test_a_store_without_undecided_pairs(in_pipe: Run, five_folder: Path) -> None:
    done = in_pipe("--lang", "zh", store=five_folder)
    assert done.code == 0
    assert done.out.startswith("没有未决的名称对；--all ")
    assert in_pipe("--list", "--format", "records", store=five_folder).out == "[]\n"


def test_a_list_asks_nothing(in_pipe: Run, seeds: Path) -> None:
    table = in_pipe("--list", "--lang", "zh", answers="s")
    assert "蓝舟科技有限公司" in table.out
    assert "证据不足" in table.out
    rows = json.loads(in_pipe("--list", "--format", "records").out)
    assert len(rows) == 4
    assert rows[0]["first"] == "a1#林岚"
    assert rows[0]["firstHeadline"] == "林岚谈创新"
    assert rows[0]["evidence"] == "name, type"
    assert (seeds / "judgements.csv").read_bytes() == HEADER


def test_both_languages(in_pipe: Run) -> None:
    english = in_pipe(answers="?wxq").out + in_pipe().out
    for line in english.splitlines():
        told = not line.startswith(("A ", "B ", "   "))
        assert not (told and HAN.search(line)), line
    chinese = in_pipe("--lang", "zh", answers="?wq").out
    assert "跳过：以后再说" in chinese
    assert "尚未作出决定" in chinese


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--who", " \n"), "it is unknown who judges"),
        (("--store", "/nonexistent"), "there is no store here yet"),
        (("--seeds", "/nonexistent"), "does not exist"),
    ],
)
def test_errors_have_one_shape(in_pipe: Run, options: tuple[str, ...], words: str) -> None:
    done = in_pipe(*options, answers="s")
    assert done.code > 0
    assert re.match(r"error: .+\nat: .+\nexpected: .+\ndo: .+\n$", done.err)
    assert words in done.err


def test_a_read_only_file_is_told_before_any_question(in_pipe: Run, seeds: Path) -> None:
    path = seeds / "judgements.csv"
    path.chmod(0o444)
    done = in_pipe("--lang", "zh", answers="s")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("错误：判断文件是只读的\n位置：")
    assert path.read_bytes() == HEADER


def test_a_locked_file_keeps_what_was_written(store: Path, seeds: Path) -> None:
    path = seeds / "judgements.csv"
    with terminal(store, seeds) as shown:
        shown.until("? help")
        shown.press("s")
        shown.until("? help", 2)
        folder = os.open(seeds, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            shown.press("d")
            assert shown.ended() == 1
        finally:
            os.close(folder)
        assert shown.is_as_before()
        assert "error: another process is writing the judgements file" in shown.seen
        assert "1 judged the same, 0 different" in shown.seen
    assert len(load_judgements(path)) == 1


def test_the_installed_package_is_not_written(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zjkg import settings
    from zjkg.cli.reviewing import _own
    from zjkg.errors import SettingsError

    monkeypatch.setattr(settings, "__file__", str(tmp_path / "zjkg/settings.py"))
    assert _own(store) == store
    with pytest.raises(SettingsError, match="installed package"):
        _own(tmp_path / "zjkg/data/seeds")
