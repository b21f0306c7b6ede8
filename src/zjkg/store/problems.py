"""What can be wrong with a store folder, said by what the system or the engine says."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from zjkg.errors import Bilingual, StoreError

# The engine's errors are OSError and RuntimeError with a text of its own and no number.
_ENGINE_SAYS = ("IO error", "Corruption", "Invalid argument", "Not implemented", "Busy")
_KEPT = Bilingual(
    "the last complete state is kept and can be queried; ",
    "上一个完整状态仍然保留，可以查询；",
)


class DamagedStoreError(StoreError):
    """The files of a store are not as they were written, or another version wrote them."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of fault: how it is recognized, and what is said of it."""

    numbers: frozenset[int]
    words: tuple[str, ...]
    what: Bilingual
    expected: Bilingual
    next_step: Bilingual


_IN_USE = _Kind(
    frozenset(),
    ("lock hold by current process", "while lock file", "being used by another process"),
    Bilingual("another process is writing this store", "另一个进程正在写入该图库"),
    Bilingual("one writer at a time", "同一时间只能有一个写入进程"),
    Bilingual(
        "wait until it has ended and try again; queries work meanwhile",
        "请等待其结束后重试；在此期间可以查询",
    ),
)
_NO_LOCKS = _Kind(
    frozenset({errno.ENOLCK}),
    ("no locks available", "function not implemented", "operation not supported"),
    Bilingual("the file system of the store cannot lock files", "图库所在文件系统不支持文件锁"),
    Bilingual("a file system with locks, such as a local disk", "支持文件锁的文件系统，如本地磁盘"),
    Bilingual(
        "build into a local folder with --store; readers may use a copy of it",
        "用 --store 在本地文件夹中构建；读取者可使用其副本",
    ),
)
_FULL = _Kind(
    frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}),
    ("no space left", "quota exceeded", "file too large"),
    Bilingual("there is no space left to write the store", "磁盘空间不足，无法写入图库"),
    Bilingual("free space on the disk of the store", "图库所在磁盘有剩余空间"),
    Bilingual(
        f"{_KEPT.en}free some space and run the command again",
        f"{_KEPT.zh}请释放空间后重新运行该命令",
    ),
)
_FORBIDDEN = _Kind(
    frozenset({errno.EACCES, errno.EPERM, errno.EROFS}),
    ("permission denied", "read-only file system", "operation not permitted", "access is denied"),
    Bilingual("the store may not be read or written by you", "您无权读取或写入该图库"),
    Bilingual("a folder that you may read and write", "您有读写权限的文件夹"),
    Bilingual(
        "change the permissions, or name another folder with --store",
        "更改权限，或用 --store 指定另一个文件夹",
    ),
)
_DAMAGED = _Kind(
    frozenset(),
    ("corruption", "no such file", "checksum"),
    Bilingual("files of the store are damaged or gone", "图库文件已损坏或缺失"),
    Bilingual("the files as zjkg wrote them", "由 zjkg 写入的原样文件"),
    Bilingual(
        "zjkg restore FILE --force brings back a backup; without one, build all articles into "
        "another folder with --store",
        "用 zjkg restore FILE --force 恢复备份；没有备份时，用 --store 在另一个文件夹中重新构建",
    ),
)
_OTHER = _Kind(
    frozenset(),
    (),
    Bilingual("the store cannot be used", "无法使用图库"),
    Bilingual("a folder that can be read and written", "可读写的文件夹"),
    Bilingual("check the path, the permissions and the free space", "检查路径、权限和剩余磁盘空间"),
)


def store_problem(folder: Path | None, error: Exception) -> StoreError:
    """The error to show for one of the system or of the engine; which may name the file itself."""
    said = getattr(error, "strerror", None) or str(error)
    kind = _kind_of(error, said)
    shown = "" if kind is _IN_USE else f": {said}"
    made = DamagedStoreError if kind is _DAMAGED else StoreError
    return made(
        Bilingual(f"{kind.what.en}{shown}", f"{kind.what.zh}{shown.replace(': ', '：', 1)}"),
        where=str(folder or ""),
        expected=kind.expected,
        next_step=kind.next_step,
    )


def is_of_engine(error: Exception) -> bool:
    """Whether an error comes from the engine, and not from another file or a pipe."""
    return getattr(error, "errno", None) is None and str(error).startswith(_ENGINE_SAYS)


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Says what is wrong with the store where the engine or the system fails.

    Raises:
        StoreError: instead of an ``OSError`` or an error of the engine.
    """
    try:
        yield
    except OSError as error:
        raise store_problem(folder, error) from error
    except RuntimeError as error:
        if not is_of_engine(error):
            raise
        raise store_problem(folder, error) from error


def _kind_of(error: Exception, said: str) -> _Kind:
    words = said.casefold()
    if _is_lock(words):
        is_held = "current process" in words or not any(word in words for word in _NO_LOCKS.words)
        return _IN_USE if is_held else _NO_LOCKS
    number = getattr(error, "errno", None)
    for kind in (_NO_LOCKS, _FULL, _FORBIDDEN, _DAMAGED):
        if number in kind.numbers or (number is None and any(w in words for w in kind.words)):
            return kind
    return _OTHER


def _is_lock(words: str) -> bool:
    return words.startswith("io error") and any(word in words for word in _IN_USE.words)


def no_store_yet(folder: Path) -> StoreError:
    """There is nothing in the folder, or no folder."""
    return StoreError(
        Bilingual("there is no store here yet", "此处尚无图库"),
        where=str(folder),
        expected=Bilingual("a store made by zjkg build", "由 zjkg build 创建的图库"),
        next_step=Bilingual(
            "run zjkg build first, or name the right folder with --store",
            "请先运行 zjkg build，或用 --store 指定正确的文件夹",
        ),
    )


def not_a_store(folder: Path) -> StoreError:
    """The folder belongs to something else."""
    return StoreError(
        Bilingual("the folder holds other files and no store", "该文件夹含有其他文件，不是图库"),
        where=str(folder),
        expected=Bilingual("an empty folder, or one made by zjkg build", "空文件夹或已有的图库"),
        next_step=Bilingual("choose another folder with --store", "用 --store 指定另一个文件夹"),
    )


def unfinished(folder: Path) -> StoreError:
    """The first build of a store is under way, or was ended: there is no complete state."""
    return StoreError(
        Bilingual("the first build of this store has not finished", "该图库的首次构建尚未完成"),
        where=str(folder),
        expected=Bilingual("a store that a build has finished", "一次完整构建的图库"),
        next_step=Bilingual(
            "wait for the build, or run zjkg build again if it was ended",
            "请等待构建完成；如构建已中断，请重新运行 zjkg build",
        ),
    )
