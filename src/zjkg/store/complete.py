"""The last complete state of a store, kept beside what a build is writing.

The engine links its files into a second folder, which takes a moment and hardly any space; readers
use that folder until the build has finished.
"""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path

from pyoxigraph import Store

from zjkg.store.opening import ENGINE_FOLDER, STATE_FILE, open_for_writing
from zjkg.store.state import read_state

_NAME = "complete"


def keep_complete(folder: Path, engine: Store, files: tuple[str, ...]) -> str:
    """Keeps the engine's present state and these files of the store; returns the folder's name.

    What an earlier build left is removed, unless a reader holds it where the system minds that.
    """
    drop_complete(folder)
    name = next(name for n in count(1) if not (folder / (name := f"{_NAME}-{n}")).exists())
    part = folder / f".{name}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    engine.flush()
    engine.backup(str(part / ENGINE_FOLDER))
    for file in files:
        if (folder / file).exists():
            _link(folder / file, part / file)
    part.rename(folder / name)
    return name


def open_tidied(folder: Path) -> Store:
    """The engine of a store to write, without what a build left that was killed at its very end.

    Raises:
        StoreError: as ``open_for_writing``.
    """
    engine = open_for_writing(folder)
    if read_state(folder / STATE_FILE).finished:
        drop_complete(folder)
    return engine


def drop_complete(folder: Path) -> None:
    """Removes what was kept; the store itself is complete."""
    for pattern in (f"{_NAME}-*", f".{_NAME}-*.part"):
        for kept in folder.glob(pattern):
            shutil.rmtree(kept, ignore_errors=True)


def _link(source: Path, target: Path) -> None:
    """A second name for a file that is replaced, never changed; a copy where there are no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
