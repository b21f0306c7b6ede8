"""The store as a worker sees it: opened anew when a build has ended, never in the middle of one.

An opened store is always the last complete state, whatever a build is writing meanwhile.
"""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from zjkg.store import GraphStore

_STATE_FILE = "state.json"
Stamp = tuple[int, int, int]


def stamp(folder: Path) -> Stamp:
    """What changes whenever a build begins or ends to write."""
    found = (folder / _STATE_FILE).stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


class Snapshot:
    """One committed state of a store folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: tuple[Stamp, GraphStore] | None = None

    def current(self) -> Store:
        """The engine of the newest finished build.

        Raises:
            StoreError: if the store cannot be opened.
            OSError: if the store is gone.
        """
        newest = stamp(self._folder)
        if self._opened is None or self._opened[0] != newest:
            return self.reopened()
        return self._opened[1].searchable

    def reopened(self) -> Store:
        """The engine, opened anew: after a build files of an old state may be gone."""
        self._opened = (stamp(self._folder), GraphStore.open(self._folder))
        return self._opened[1].searchable
