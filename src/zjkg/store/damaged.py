"""Making way for a new store where the files of the old one are damaged."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from zjkg.store.opening import ENGINE_FOLDER, STATE_FILE, open_for_writing
from zjkg.store.problems import DamagedStoreError, explained

_NAME = "damaged"


def set_damaged_aside(folder: Path) -> None:
    """Moves what cannot be opened into a folder ``damaged-1``, ``damaged-2`` … of the store.

    Nothing is deleted: a person may still want to look at it. A sound store stays as it is.

    Raises:
        StoreError: if the store is sound but cannot be written, or is in use.
    """
    try:
        open_for_writing(folder)
    except DamagedStoreError:
        with explained(folder):
            aside = next(path for n in count(1) if not (path := folder / f"{_NAME}-{n}").exists())
            aside.mkdir()
            for name in (STATE_FILE, ENGINE_FOLDER):
                if (folder / name).exists():
                    (folder / name).rename(aside / name)
            (folder / ENGINE_FOLDER).mkdir()  # by which the folder is known for a store
