"""The store through the rdflib API."""

from __future__ import annotations

from typing import NoReturn

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib import Dataset

from zjkg.errors import Bilingual, StoreError


def read_only_dataset(engine: Store) -> Dataset:
    """A dataset over the engine; its default graph is the union of all graphs."""
    return Dataset(store=_ReadOnlyStore(store=engine), default_union=True)


class _ReadOnlyStore(OxigraphStore):
    """Refuses writes: quads that no build made would break the promise about sentences."""

    def add(self, *_: object, **__: object) -> NoReturn:
        raise _refused()

    def addN(self, *_: object, **__: object) -> NoReturn:  # noqa: N802  # rdflib's name
        raise _refused()

    def remove(self, *_: object, **__: object) -> NoReturn:
        raise _refused()

    def update(self, *_: object, **__: object) -> NoReturn:
        raise _refused()

    def remove_graph(self, *_: object, **__: object) -> NoReturn:
        raise _refused()

    def add_graph(self, *_: object, **__: object) -> None:
        """Naming a graph writes nothing: rdflib does it whenever a graph is looked at."""


def _refused() -> StoreError:
    return StoreError(
        Bilingual("the rdflib view of a store is read-only", "图库的 rdflib 视图是只读的"),
        expected=Bilingual("queries and look-ups", "查询和检索"),
        next_step=Bilingual(
            "change the articles and run zjkg build; copy the data to edit it",
            "请修改文章并运行 zjkg build；如需编辑数据请先复制",
        ),
    )
