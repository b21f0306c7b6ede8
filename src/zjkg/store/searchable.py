"""The engine of a store that is read, together with the index beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pyoxigraph import Quad, Store

from zjkg.store.text_index import TextIndex


class SearchableEngine:
    """Does all that the engine does, and has ``text_index``: None where no index is of its state.

    Searches of ``zjkg.query`` use the index, everything else asks the engine.
    """

    def __init__(self, engine: Store, find: Callable[[], TextIndex | None]) -> None:
        self._engine = engine
        self._find = find

    @property
    def text_index(self) -> TextIndex | None:
        """The index; None where no index is of this state of the store."""
        return self._find()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the engine has
        return getattr(self._engine, name)

    def __len__(self) -> int:
        return len(self._engine)

    def __iter__(self) -> Iterator[Quad]:
        return iter(self._engine)

    def __contains__(self, quad: Quad) -> bool:
        return quad in self._engine
