"""Opening the folder of a store, and saying clearly why it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from zjkg.errors import Bilingual, StoreError
from zjkg.store.state import State, read_state, write_state

ENGINE_FOLDER = "oxigraph"
STATE_FILE = "state.json"


def open_for_writing(folder: Path) -> Store:
    """The engine of a store that only this process may write; makes the store if there is none.

    Raises:
        StoreError: if the folder holds something else, is locked, or cannot be written.
    """
    state = folder / STATE_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if state.exists():
            read_state(state)
        elif any(folder.iterdir()) and not (folder / ENGINE_FOLDER).is_dir():
            raise _not_a_store(folder)
        engine = Store(folder / ENGINE_FOLDER)
        if not state.exists():  # only now: the engine's lock keeps other writers out
            write_state(state, State())
    except OSError as error:
        raise _cannot_open(folder, error) from error
    return engine


def open_for_reading(folder: Path) -> Store:
    """The engine of an existing store as it was committed at this moment; never locks.

    Raises:
        StoreError: if there is no store, it is of another format, or it cannot be read.
    """
    state = folder / STATE_FILE
    try:
        if not state.exists():
            raise _no_store_yet(folder) if _is_empty(folder) else _not_a_store(folder)
        read_state(state)
        return Store.read_only(str(folder / ENGINE_FOLDER))
    except OSError as error:
        raise _cannot_open(folder, error) from error


def _is_empty(folder: Path) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and all(entry.name == ENGINE_FOLDER for entry in folder.iterdir())


def _no_store_yet(folder: Path) -> StoreError:
    return StoreError(
        Bilingual("there is no store here yet", "此处尚无图库"),
        where=str(folder),
        expected=Bilingual("a store made by zjkg build", "由 zjkg build 创建的图库"),
        next_step=Bilingual(
            "run zjkg build first, or name the right folder with --store",
            "请先运行 zjkg build，或用 --store 指定正确的文件夹",
        ),
    )


def _not_a_store(folder: Path) -> StoreError:
    return StoreError(
        Bilingual("the folder holds other files and no store", "该文件夹含有其他文件，不是图库"),
        where=str(folder),
        expected=Bilingual("an empty folder, or one made by zjkg build", "空文件夹或已有的图库"),
        next_step=Bilingual("choose another folder with --store", "用 --store 指定另一个文件夹"),
    )


def _cannot_open(folder: Path, error: OSError) -> StoreError:
    if "lock" in str(error).casefold():
        return StoreError(
            Bilingual("another process is writing this store", "另一个进程正在写入该图库"),
            where=str(folder),
            expected=Bilingual("one writer at a time", "同一时间只能有一个写入进程"),
            next_step=Bilingual(
                "wait until it has ended and try again; queries work meanwhile",
                "请等待其结束后重试；在此期间可以查询",
            ),
        )
    return StoreError(
        Bilingual(f"the store cannot be opened: {error}", f"无法打开图库：{error}"),
        where=str(folder),
        expected=Bilingual("a folder that can be read and written", "可读写的文件夹"),
        next_step=Bilingual(
            "check the path, the permissions and the free space",
            "检查路径、权限和剩余磁盘空间",
        ),
    )
