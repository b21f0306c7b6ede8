"""The judgements file while it is reviewed: rows are added and taken back one at a time.

Other rows keep their bytes and their order. The file is read again before each write, under a
lock, so reviewers who work at the same time lose no row; it is replaced as a whole, so whoever is
killed leaves the old file or the new one.
"""

from __future__ import annotations

import csv
import io
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zjkg.errors import Bilingual, SettingsError
from zjkg.linking import COLUMNS, judged_names, parse_judgements
from zjkg.model import Judgement
from zjkg.store import write_atomically

PATIENCE = 2.0
"""Seconds to wait for another reviewer's write."""
_ANY_WRITER = 0o222


class Sheet:
    """One judgements file; it is made with the first row where there is none."""

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.path = path.resolve()  # what a link points to is replaced, not the link
        self._patience = patience
        self._unended: bytes | None = None

    def check(self) -> None:
        """Say before the first question what would stop the first write.

        Raises:
            SettingsError: where the file or its folder may not be written.
        """
        folder = self.path.parent
        marked = self.path.exists() and not self.path.stat().st_mode & _ANY_WRITER
        if marked or not os.access(folder, os.W_OK):
            raise _read_only(self.path)

    def add(self, row: Judgement) -> Judgement | None:
        """Write a row at the end; where the pair was judged meanwhile, give that row instead.

        Raises:
            SettingsError: where the file is unusable, read-only or locked.
        """
        with self._locked():
            content = self._content()
            wanted = judged_names(row)
            for each in parse_judgements(content, self.path):
                if judged_names(each) == wanted:
                    return each
            end = _line_end(content)
            if not content.endswith(end):
                self._unended = content
                content += end
            self._write(content + _line(row, end))
        return None

    def remove(self, row: Judgement) -> None:
        """Take back a row that was added; every other byte stays.

        Raises:
            SettingsError: where somebody else removed or changed the row, or as ``add`` does.
        """
        self._exchange(row, None)

    def replace(self, old: Judgement, new: Judgement) -> None:
        """Put a row in the place of one that was added.

        Raises:
            SettingsError: as ``remove`` does.
        """
        self._exchange(old, new)

    def _exchange(self, old: Judgement, new: Judgement | None) -> None:
        with self._locked():
            content = self._content()
            end = _line_end(content)
            line = _line(old, end)
            at = _place(content, line)
            if at is None:
                raise _gone(self.path, old)
            left = content[:at] + (_line(new, end) if new else b"") + content[at + len(line) :]
            if self._unended is not None and left == self._unended + end:
                left = self._unended
            self._write(left)

    def _content(self) -> bytes:
        header = f"{','.join(COLUMNS)}\n".encode()
        return self.path.read_bytes() if self.path.exists() else header

    def _write(self, content: bytes) -> None:
        self.check()
        parse_judgements(content, self.path)  # never leave what the next build cannot read
        write_atomically(self.path, content)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the folder's lock, which ends with the process; Windows has none."""
        if sys.platform == "win32":
            yield
            return
        import fcntl

        folder = os.open(self.path.parent, os.O_RDONLY)
        until = time.monotonic() + self._patience
        try:
            while True:
                try:
                    fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError as error:
                    if time.monotonic() >= until:
                        raise _in_use(self.path) from error
                    time.sleep(0.02)
            yield
        finally:
            os.close(folder)


def _line_end(content: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in content else b"\n"


def _line(row: Judgement, end: bytes) -> bytes:
    cells = (row.first, row.second, "yes" if row.same else "no", row.who, row.when, row.why)
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator=end.decode()).writerow(cells)
    return stream.getvalue().encode()


def _place(content: bytes, line: bytes) -> int | None:
    """Where the line stands last, at the start of a line."""
    at = content.rfind(line)
    while at > 0 and content[at - 1 : at] != b"\n":
        at = content.rfind(line, 0, at)
    return at if at > 0 else None


def _read_only(path: Path) -> SettingsError:
    return SettingsError(
        Bilingual("the judgements file is read-only", "判断文件是只读的"),
        where=str(path),
        expected=Bilingual(
            "a file and a folder that you may write", "可以写入的文件及其所在文件夹"
        ),
        next_step=Bilingual(
            "change the permissions, or name a folder of your own with --seeds",
            "更改权限，或用 --seeds 指定自己的文件夹",
        ),
    )


def _in_use(path: Path) -> SettingsError:
    return SettingsError(
        Bilingual("another process is writing the judgements file", "另一个进程正在写判断文件"),
        where=str(path),
        expected=Bilingual("one writer at a time", "同一时间只能有一个写入进程"),
        next_step=Bilingual("try again when it has ended", "请等待其结束后重试"),
    )


def _gone(path: Path, row: Judgement) -> SettingsError:
    return SettingsError(
        Bilingual("the row is no longer in the judgements file", "判断文件中已没有这一行"),
        where=f"{path}: {row.first}, {row.second}",
        expected=Bilingual("the row as this review wrote it", "本次复核写入的原行"),
        next_step=Bilingual(
            "look at the file; somebody else has changed it", "请查看该文件，已被他人修改"
        ),
    )
