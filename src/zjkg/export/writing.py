"""Files and folders that appear complete or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from zjkg.errors import Bilingual, ExportError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` when everything is written.

    A link stays one and what it names is replaced. A device or pipe is written to: it must never
    be replaced by a file.

    Raises:
        ExportError: The path cannot be written.
    """
    try:
        if path.is_dir():
            raise _unwritable(path, Bilingual("it is a folder", "它是文件夹"))
        fill = _beside if path.is_file() or not path.exists() else _through
        with fill(path.resolve()) as file:
            yield file
    except OSError as error:
        reason = error.strerror or str(error)
        raise _unwritable(path, Bilingual(reason, reason)) from error


@contextmanager
def filling(path: Path, names: Collection[str]) -> Iterator[Path]:
    """A folder whose files take the place of those in ``path`` when all of them are written.

    Args:
        path: The folder; one that exists may hold only files of these names.
        names: What will be written.

    Raises:
        ExportError: The path cannot be written, or holds something else.
    """
    target = path.resolve()  # ``.`` has no name of its own, and a link stays one
    part = _part_of(target)
    try:
        _refuse_others(path, names)
        part.mkdir()
        yield part
        if target.is_dir():
            _exchange(part, target, names)
        else:
            part.rename(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _unwritable(path, Bilingual(reason, reason)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _exchange(part: Path, target: Path, names: Collection[str]) -> None:
    """Old files go before new ones come: cut short, one may be missing, but never of two exports.

    The folder itself stays, since it may be a mount or where somebody stands.
    """
    for name in names:
        (target / name).unlink(missing_ok=True)
    for name in names:
        (part / name).rename(target / name)


def refuse_within(path: Path, output: Path) -> None:
    """Refuses a path that is the output of an export, or lies inside it.

    Raises:
        ExportError: One would overwrite the other.
    """
    taken = output.resolve()
    if path.resolve() != taken and taken not in path.resolve().parents:
        return
    raise ExportError(
        Bilingual("the export itself is written there", "导出结果本身写在此处"),
        where=str(path),
        expected=Bilingual("another file, outside of the output", "输出之外的另一个文件"),
        next_step=Bilingual("name another file", "请另指定文件"),
    )


def _refuse_others(path: Path, names: Collection[str]) -> None:
    if not path.is_dir():
        if path.exists():
            raise _unwritable(path, Bilingual("it is a file, no folder", "它是文件，不是文件夹"))
        return
    others = sorted(found.name for found in path.iterdir() if found.name not in names)
    if others:
        raise _unwritable(
            path,
            Bilingual(
                f"the folder holds other files, such as {others[0]}",
                f"文件夹内另有文件，例如 {others[0]}",
            ),
        )


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    part = _part_of(path)
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        _discard(part)


def _part_of(path: Path) -> Path:
    """A name of its own beside the path: machines that share a folder share process numbers."""
    return path.parent / f".zjkg-{secrets.token_hex(8)}.part"


@contextmanager
def _through(path: Path) -> Iterator[BinaryIO]:
    with tempfile.TemporaryFile() as whole:
        yield whole
        whole.seek(0)
        with path.open("wb") as target:
            shutil.copyfileobj(whole, target)


def _discard(part: Path) -> None:
    """Remove what an interrupted export left; after a success there is nothing to remove."""
    if part.parent.is_dir() and os.access(part.parent, os.W_OK):
        part.unlink(missing_ok=True)


def _unwritable(path: Path, reason: Bilingual) -> ExportError:
    return ExportError(
        Bilingual(f"it cannot be written: {reason.en}", f"无法写入：{reason.zh}"),
        where=str(path),
        expected=Bilingual(
            "a name in a folder that exists and may be written to",
            "位于已存在且可写的文件夹中的名称",
        ),
        next_step=Bilingual("choose another path or make the folder", "请改用其他路径或新建文件夹"),
    )
