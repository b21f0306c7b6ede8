from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.linking import load_judgements
from zjkg.model import Judgement
from zjkg.review import Sheet


def row(first: str, second: str, answer: str, who: str, when: str, why: str) -> Judgement:
    return Judgement(first, second, answer == "yes", who, when, why)


HEADER = b"first,second,same,who,when,why\n"
ROW = row("a#x", "b#x, Ltd", "no", "Lin", "2024-05-01", "two firms")
LINE = b'a#x,"b#x, Ltd",no,Lin,2024-05-01,two firms\n'
OTHER = row("c", "d", "yes", "Wu", "2024-05-02", "one\nfirm")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "judgements.csv"


def test_the_first_row_makes_the_file(path: Path) -> None:
    Sheet(path).add(ROW)
    assert path.read_bytes() == HEADER + LINE
    assert load_judgements(path) == (ROW,)


@pytest.mark.parametrize(
    "before",
    [
        HEADER,
        HEADER + 'm,"n",yes,,,\n蓝舟,深蓝,no,"Li, M",2024,"a\nb"\n'.encode(),
        b"\xef\xbb\xbf" + HEADER + b"m,n,yes,,,\n",
        (HEADER + b"m,n,yes,,,\n").replace(b"\n", b"\r\n"),
        HEADER + b"m,n,yes,,,",
        HEADER + b"m,n,yes,,,\n\n",
    ],
    ids=["empty", "quoted", "byte order mark", "Windows", "no line feed at the end", "blank line"],
)
def test_rows_keep_their_bytes_and_undo_restores_the_file(path: Path, before: bytes) -> None:
    path.write_bytes(before)
    held = load_judgements(path)
    sheet = Sheet(path)
    sheet.add(ROW)
    assert path.read_bytes().startswith(before)
    assert load_judgements(path) == (*held, ROW)
    sheet.add(OTHER)
    sheet.remove(ROW)
    assert load_judgements(path) == (*held, OTHER)
    sheet.remove(OTHER)
    assert path.read_bytes() == before
    sheet = Sheet(path)
    path.write_bytes(before)
    sheet.add(ROW)
    sheet.remove(ROW)
    assert path.read_bytes() == before


def test_a_reason_is_put_in_the_place_of_another(path: Path) -> None:
    sheet = Sheet(path)
    sheet.add(ROW)
    sheet.add(OTHER)
    new = replace(ROW, why='"two" firms')
    sheet.replace(ROW, new)
    assert load_judgements(path) == (new, OTHER)


def test_a_pair_that_was_judged_meanwhile_is_not_judged_twice(path: Path) -> None:
    Sheet(path).add(ROW)
    before = path.read_bytes()
    turned = row(ROW.second, ROW.first, "yes", "Wu", "2024-05-02", "one firm")
    assert Sheet(path).add(turned) == ROW
    assert path.read_bytes() == before


def test_a_row_that_somebody_changed_is_not_removed(path: Path) -> None:
    sheet = Sheet(path)
    sheet.add(ROW)
    path.write_bytes(path.read_bytes().replace(b"two firms", b"three firms"))
    before = path.read_bytes()
    with pytest.raises(SettingsError, match="no longer in the judgements file"):
        sheet.remove(ROW)
    assert path.read_bytes() == before


def test_the_end_of_a_line_is_no_row(path: Path) -> None:
    """A name before which another stands looks the same from its first letter on."""
    path.write_bytes(HEADER + b"z" + LINE)
    with pytest.raises(SettingsError, match="no longer"):
        Sheet(path).remove(ROW)


def test_a_file_that_is_no_sheet_is_left_alone(path: Path) -> None:
    path.write_bytes(b"one,two\n1,2\n")
    with pytest.raises(SettingsError, match="unusable"):
        Sheet(path).add(ROW)
    assert path.read_bytes() == b"one,two\n1,2\n"


def test_a_read_only_file_is_told_before_the_first_question(path: Path) -> None:
    path.write_bytes(HEADER)
    path.chmod(0o444)
    with pytest.raises(SettingsError, match="read-only"):
        Sheet(path).check()
    with pytest.raises(SettingsError, match="read-only"):
        Sheet(path).add(ROW)
    assert path.read_bytes() == HEADER


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="read-only"):
        Sheet(tmp_path / "nowhere/judgements.csv").check()


def test_what_a_link_points_to_is_written(tmp_path: Path, path: Path) -> None:
    target = tmp_path / "elsewhere.csv"
    target.write_bytes(HEADER)
    path.symlink_to(target)
    Sheet(path).add(ROW)
    assert path.is_symlink()
    assert target.read_bytes() == HEADER + LINE


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def test_a_locked_file_is_one_clear_error(path: Path) -> None:
    path.write_bytes(HEADER)
    with (
        locked(path.parent),
        pytest.raises(SettingsError, match="another process is writing the judgements file"),
    ):
        Sheet(path, patience=0.1).add(ROW)
    Sheet(path, patience=0.1).add(ROW)
    assert path.read_bytes() == HEADER + LINE


def test_reviewers_at_one_time_lose_no_row(path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from zjkg.model import Judgement\nfrom zjkg.review import Sheet\n"
        "sheet = Sheet(Path(sys.argv[1]))\n"
        "for n in range(20):\n"
        "    row = Judgement(f'{sys.argv[2]}{n}', 'b', True, sys.argv[2], '', '')\n"
        "    sheet.add(row)\n"
        "    if n % 4 == 0:\n        sheet.remove(row)\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", program, str(path), who]) for who in ("wu", "lin")
    ]
    assert [process.wait(60) for process in started] == [0, 0]
    rows = load_judgements(path)
    for who in ("wu", "lin"):
        found = [row.first for row in rows if row.who == who]
        assert found == [f"{who}{n}" for n in range(20) if n % 4]


@pytest.mark.parametrize("moment", ["os.fsync", "pathlib.Path.replace"])
def test_who_is_killed_in_the_middle_leaves_the_old_file_and_no_lock(
    path: Path, moment: str
) -> None:
    Sheet(path).add(OTHER)
    before = path.read_bytes()
    program = (
        "import os, pathlib, signal, sys\n"
        "from zjkg.model import Judgement\nfrom zjkg.review import Sheet\n"
        f"{moment} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Sheet(pathlib.Path(sys.argv[1])).add(Judgement('a', 'b', True, '', '', ''))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert done.returncode == -9
    assert path.read_bytes() == before
    Sheet(path, patience=0.1).add(ROW)
    assert path.read_bytes() == before + LINE
    assert [each.name for each in path.parent.iterdir()] == [path.name]
