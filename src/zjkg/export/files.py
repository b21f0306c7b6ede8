"""Exports to files: every format by its name, written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Store

from zjkg.errors import Bilingual, ExportError
from zjkg.export.building import build_view
from zjkg.export.gexf import Written, write_gexf
from zjkg.export.graphml import write_graphml
from zjkg.export.rdf import WrittenRdf, write_jsonld, write_nquads, write_trig
from zjkg.export.suggestion import unknown_name
from zjkg.export.view import View

DEFAULT_VIEW = "entities"
_VIEW_WRITERS: dict[str, Callable[[View, BinaryIO], Written]] = {
    "gexf": write_gexf,
    "graphml": write_graphml,
}
_RDF_WRITERS: dict[str, Callable[[Store, BinaryIO], WrittenRdf]] = {
    "jsonld": write_jsonld,
    "nquads": write_nquads,
    "trig": write_trig,
}
_FORMATS = {
    "gexf": Bilingual("a view for Gephi (GEXF 1.3)", "供 Gephi 打开的视图（GEXF 1.3）"),
    "graphml": Bilingual("a view for yEd, igraph, networkx", "供 yEd、igraph、networkx 读取的视图"),
    "jsonld": Bilingual("the whole graph as JSON-LD", "全图，JSON-LD"),
    "nquads": Bilingual("the whole graph, one quad a line", "全图，每行一个四元组"),
    "trig": Bilingual("the whole graph, with prefixes", "全图，带前缀"),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written.

    For RDF formats ``nodes`` counts distinct subjects, ``edges`` quads, ``columns`` distinct
    predicates. ``bytes`` is the size of the file. ``notes`` say what was left out.
    """

    path: Path
    nodes: int
    edges: int
    columns: int
    bytes: int
    notes: tuple[Bilingual, ...] = ()


def formats() -> dict[str, Bilingual]:
    """The formats that can be written now, each with what it is for."""
    return dict(_FORMATS)


def export_file(
    store: Store,
    fmt: str,
    path: Path,
    view_name: str | None = None,
    *,
    co_occurrence: bool = True,
) -> Exported:
    """Write the store, or a view of it, to a file.

    The file appears complete or not at all; one that was there before stays until then.

    Args:
        store: The store; it is only read.
        fmt: One of ``formats()``.
        path: The file; its folder must exist.
        view_name: One of ``views()`` for graph formats, default ``entities``. RDF formats hold
            the whole graph and take none.
        co_occurrence: False leaves out edges between entities that only share a sentence.

    Raises:
        ExportError: The format or view is unknown, the store holds nothing to write, or the
            path cannot be written.
    """
    if fmt in _VIEW_WRITERS:
        view = build_view(store, view_name or DEFAULT_VIEW, co_occurrence=co_occurrence)
        return _export_view(view, fmt, path)
    if fmt in _RDF_WRITERS:
        if view_name:
            raise _no_views(fmt, view_name)
        return _export_rdf(store, fmt, path)
    raise unknown_name(Bilingual("export format", "导出格式"), fmt, list(_FORMATS))


def _export_view(view: View, fmt: str, path: Path) -> Exported:
    if not view.nodes:
        raise _nothing(
            f"view {view.name}",
            Bilingual("the store holds no nodes for this view", "库中没有该视图所需的节点"),
        )
    with _replacing(path) as file:
        written = _VIEW_WRITERS[fmt](view, file)
        size = file.tell()
    notes = view.notes + _removed(written.removed)
    columns = len(view.node_columns) + len(view.edge_columns)
    return Exported(path, written.nodes, written.edges, columns, size, notes)


def _export_rdf(store: Store, fmt: str, path: Path) -> Exported:
    if not len(store):
        raise _nothing("store", Bilingual("the store is empty", "库是空的"))
    with _replacing(path) as file:
        written = _RDF_WRITERS[fmt](store, file)
        size = file.tell()
    return Exported(path, written.subjects, written.quads, written.predicates, size)


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` when everything is written.

    A link stays one and what it names is replaced. A device or pipe is written to: it must never
    be replaced by a file.
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
def _beside(path: Path) -> Iterator[BinaryIO]:
    part = path.with_name(f".zjkg-{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        _discard(part)


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


def _removed(count: int) -> tuple[Bilingual, ...]:
    if not count:
        return ()
    return (
        Bilingual(
            f"Control characters that XML cannot hold, left out: {count}.",
            f"有 {count} 个 XML 不允许的控制字符未写入。",
        ),
    )


def _nothing(where: str, what: Bilingual) -> ExportError:
    return ExportError(
        what,
        where=where,
        expected=Bilingual("at least one article in the store", "库中至少有一篇文章"),
        next_step=Bilingual(
            "build the store first, or choose another view", "请先构建库，或改选其他视图"
        ),
    )


def _no_views(fmt: str, view_name: str) -> ExportError:
    return ExportError(
        Bilingual(f"{fmt} holds the whole graph, not a view", f"{fmt} 导出全图，不支持视图"),
        where=view_name,
        expected=Bilingual(
            f"no view, or one of the formats {', '.join(_VIEW_WRITERS)}",
            f"不指定视图，或使用格式 {'、'.join(_VIEW_WRITERS)}",
        ),
        next_step=Bilingual("leave the view out", "请去掉视图选项"),
    )


def _unwritable(path: Path, reason: Bilingual) -> ExportError:
    return ExportError(
        Bilingual(f"the file cannot be written: {reason.en}", f"无法写入文件：{reason.zh}"),
        where=str(path),
        expected=Bilingual(
            "a file name in a folder that exists and may be written to",
            "位于已存在且可写的文件夹中的文件名",
        ),
        next_step=Bilingual("choose another path or make the folder", "请改用其他路径或新建文件夹"),
    )
