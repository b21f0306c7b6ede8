"""Opening the folder of a store, and saying clearly why it cannot be opened."""

from __future__ import annotations

import time
from pathlib import Path

from pyoxigraph import Store

from zjkg.store.problems import explained, no_store_yet, not_a_store, store_problem, unfinished
from zjkg.store.state import State, read_state, write_state

ENGINE_FOLDER = "oxigraph"
STATE_FILE = "state.json"
_ATTEMPTS = 20  # builds that begin or end exactly while a reader opens the store
_UNCHANGED = 2  # the engine may be tidying its files after a build; damage stays
_PAUSE_SECONDS = 0.05
Stamp = tuple[int, int, int]
"""What differs between any two files."""


def open_for_writing(folder: Path) -> Store:
    """The engine of a store that only this process may write; makes the store if there is none.

    The engine locks its folder by the means of the system, so that a second writer is refused
    wherever files can be locked, and no lock outlives its process.

    Raises:
        StoreError: if the folder holds something else, is locked, or cannot be written.
    """
    state = folder / STATE_FILE
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if state.exists():
            read_state(state)
        elif any(folder.iterdir()) and not (folder / ENGINE_FOLDER).is_dir():
            raise not_a_store(folder)
        engine = Store(folder / ENGINE_FOLDER)
        if not state.exists():  # only now: the engine's lock keeps other writers out
            write_state(state, State(finished=False))  # until somebody has written something whole
    return engine


def open_for_reading(folder: Path) -> tuple[Store, Path, Stamp]:
    """The engine of the last complete state, the folder of that state, its stamp; never locks.

    While a build is under way, and after one that was ended, that is the state before it.

    Raises:
        StoreError: if there is no store, no build of it has finished, it is of another format, or
            it cannot be read.
    """
    state, unchanged = folder / STATE_FILE, 0
    for attempt in range(1, _ATTEMPTS + 1):
        with explained(folder):
            if not state.exists():
                raise no_store_yet(folder) if _is_empty(folder) else not_a_store(folder)
            before = stamp_of(state)
            home = _home(folder, read_state(state))
        try:
            engine = Store.read_only(str(home / ENGINE_FOLDER))
            if stamp_of(state) == before:
                return engine, home, before if home == folder else stamp_of(home / STATE_FILE)
        except (OSError, RuntimeError) as error:
            if attempt == _ATTEMPTS or not state.exists():
                raise store_problem(folder, error) from error
            unchanged += stamp_of(state) == before
            if unchanged > _UNCHANGED:
                raise store_problem(folder, error) from error
            time.sleep(_PAUSE_SECONDS)
    raise unfinished(folder)


def _home(folder: Path, state: State) -> Path:
    if state.finished:
        return folder
    if not state.complete:
        raise unfinished(folder)
    return folder / state.complete


def stamp_of(path: Path) -> Stamp:
    """What changes whenever the file is replaced."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _is_empty(folder: Path) -> bool:
    """Whether there is nothing but what a first build begins with."""
    if not folder.exists():
        return True
    begun = {ENGINE_FOLDER, f".{STATE_FILE}.part"}
    return folder.is_dir() and all(entry.name in begun for entry in folder.iterdir())
