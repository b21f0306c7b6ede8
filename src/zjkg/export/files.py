"""Exports to files: every format by its name, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Store

from zjkg.errors import Bilingual, ExportError, MessageLanguage
from zjkg.export import losses
from zjkg.export.building import build_view
from zjkg.export.gexf import Written, write_gexf
from zjkg.export.graphml import write_graphml
from zjkg.export.html import write_html
from zjkg.export.losses import Loss
from zjkg.export.parquet import PARQUET_FILES, write_parquet
from zjkg.export.rdf import WrittenRdf, write_jsonld, write_nquads, write_trig
from zjkg.export.spreadsheets import TABLE_FILES, write_csv, write_neo4j
from zjkg.export.suggestion import unknown_name
from zjkg.export.view import View, Weight
from zjkg.export.writing import filling, replacing

DEFAULT_VIEW = "entities"
_VIEW_WRITERS: dict[str, Callable[..., Written]] = {
    "gexf": write_gexf,
    "graphml": write_graphml,
    "html": write_html,
}
_FOLDER_WRITERS: dict[str, tuple[Callable[[View, Path], int], tuple[str, str]]] = {
    "csv": (write_csv, TABLE_FILES),
    "neo4j": (write_neo4j, TABLE_FILES),
    "parquet": (write_parquet, PARQUET_FILES),
}
_RDF_WRITERS: dict[str, Callable[[Store, BinaryIO], WrittenRdf]] = {
    "jsonld": write_jsonld,
    "nquads": write_nquads,
    "trig": write_trig,
}
_FORMATS = {
    "gexf": Bilingual("a view for Gephi (GEXF 1.3)", "供 Gephi 打开的视图（GEXF 1.3）"),
    "graphml": Bilingual("a view for yEd, igraph, networkx", "供 yEd、igraph、networkx 读取的视图"),
    "html": Bilingual(
        "a view as one page for any browser, without a server",
        "视图，可在任何浏览器中打开的单个网页，无需服务器",
    ),
    "csv": Bilingual(
        "a view as a folder of nodes.csv and edges.csv", "视图，含 nodes.csv 与 edges.csv 的文件夹"
    ),
    "neo4j": Bilingual(
        "a view as a folder for neo4j-admin database import",
        "视图，供 neo4j-admin database import 使用的文件夹",
    ),
    "parquet": Bilingual(
        "a view as a folder of nodes.parquet and edges.parquet",
        "视图，含 nodes.parquet 与 edges.parquet 的文件夹",
    ),
    "jsonld": Bilingual("the whole graph as JSON-LD", "全图，JSON-LD"),
    "nquads": Bilingual("the whole graph, one quad a line", "全图，每行一个四元组"),
    "trig": Bilingual("the whole graph, with prefixes", "全图，带前缀"),
}
_VIEW_LOSSES = (losses.SELECTION, losses.OFFSETS, losses.QUOTES)
_LOSSES: dict[str, tuple[Loss, ...]] = {
    "gexf": (*_VIEW_LOSSES, losses.DIRECTION, losses.CONTROLS),
    "graphml": (*_VIEW_LOSSES, losses.DIRECTION, losses.LISTS, losses.TIME, losses.CONTROLS),
    "html": (*_VIEW_LOSSES, losses.TIME),
    "csv": (*_VIEW_LOSSES, losses.LISTS, losses.TYPES, losses.TIME, losses.FORMULAS),
    "neo4j": (*_VIEW_LOSSES, losses.TIME, losses.DRAWING),
    "parquet": (*_VIEW_LOSSES, losses.TIME, losses.COLOURS),
    "jsonld": (),
    "nquads": (),
    "trig": (),
}
_COUNTED = {losses.CONTROLS, losses.FORMULAS}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, or a folder of files, that was written.

    For RDF formats ``nodes`` counts named graphs, ``edges`` quads, ``columns`` distinct
    predicates. ``bytes`` is the size of what was written. ``notes`` say what was left out, and
    ``losses`` what the format cannot hold.
    """

    path: Path
    nodes: int
    edges: int
    columns: int
    bytes: int
    notes: tuple[Bilingual, ...] = ()
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What a view is made of and how it is written.

    ``view`` is one of ``views()``, default ``entities``. ``co_occurrence`` False leaves out edges
    between entities that only share a sentence. ``dynamic`` gives GEXF its timeline. ``lang`` is
    the language in which a page opens; without, that of the browser. Other formats hold both.
    """

    view: str | None = None
    co_occurrence: bool = True
    weight: Weight = Weight.EVIDENCE
    dynamic: bool = False
    lang: MessageLanguage | None = None


_DEFAULT = Choices()


def formats() -> dict[str, Bilingual]:
    """The formats that can be written now, each with what it is for."""
    return dict(_FORMATS)


def is_folder(fmt: str) -> bool:
    """Whether a format is a folder of files."""
    return fmt in _FOLDER_WRITERS


def is_rdf(fmt: str) -> bool:
    """Whether a format holds the whole graph, as RDF."""
    return fmt in _RDF_WRITERS


def export_file(store: Store, fmt: str, path: Path, choices: Choices = _DEFAULT) -> Exported:
    """Write the store, or a view of it, to a file or a folder.

    It appears complete or not at all; one that was there before stays until then.

    Args:
        store: The store; it is only read.
        fmt: One of ``formats()``.
        path: The file or folder; the folder it lies in must exist.
        choices: What to write; RDF formats hold the whole graph and take no view.

    Raises:
        ExportError: The format or view is unknown, the store holds nothing to write, or the
            path cannot be written.
    """
    if choices.dynamic and fmt != "gexf":
        raise _no_timeline(fmt)
    if fmt in _VIEW_WRITERS:
        return _export_view(_view(store, choices), fmt, path, choices)
    if fmt in _FOLDER_WRITERS:
        return _export_folder(_view(store, choices), fmt, path)
    if fmt in _RDF_WRITERS:
        if replace(choices, lang=None) != Choices():
            raise _no_views(fmt, choices)
        return _export_rdf(store, fmt, path)
    raise unknown_name(Bilingual("export format", "导出格式"), fmt, list(_FORMATS))


def _view(store: Store, choices: Choices) -> View:
    view = build_view(
        store,
        choices.view or DEFAULT_VIEW,
        co_occurrence=choices.co_occurrence,
        weight=choices.weight,
    )
    if not view.nodes:
        raise _nothing(
            f"view {view.name}",
            Bilingual("the store holds no nodes for this view", "图库中没有该视图所需的节点"),
        )
    return view


def _export_view(view: View, fmt: str, path: Path, choices: Choices) -> Exported:
    options: dict[str, object] = {}
    if choices.dynamic:
        options["dynamic"] = True
    if choices.lang and fmt == "html":
        options["lang"] = choices.lang
    with replacing(path) as file:
        written = _VIEW_WRITERS[fmt](view, file, **options)
        size = file.tell()
    lost = _counted(fmt, written.removed)
    return Exported(
        path,
        written.nodes,
        written.edges,
        len(view.node_columns) + len(view.edge_columns),
        size,
        view.notes + _notes(lost),
        lost,
    )


def _export_folder(view: View, fmt: str, path: Path) -> Exported:
    write, names = _FOLDER_WRITERS[fmt]
    with filling(path, names) as folder:
        changed = write(view, folder)
        size = sum((folder / name).stat().st_size for name in names)
    lost = _counted(fmt, changed)
    columns = len(view.node_columns) + len(view.edge_columns)
    notes = view.notes + _notes(lost)
    return Exported(path, len(view.nodes), len(view.edges), columns, size, notes, lost)


def _export_rdf(store: Store, fmt: str, path: Path) -> Exported:
    if not len(store):
        raise _nothing("store", Bilingual("the store is empty", "库是空的"))
    with replacing(path) as file:
        written = _RDF_WRITERS[fmt](store, file)
        size = file.tell()
    return Exported(
        path,
        len(written.graphs),
        written.quads,
        len(written.predicates),
        size,
        losses=_LOSSES[fmt],
    )


def _counted(fmt: str, changed: int) -> tuple[Loss, ...]:
    """The losses of a format; those that can be counted only where they happened."""
    lost = _LOSSES[fmt]
    always = tuple(loss for loss in lost if loss not in _COUNTED)
    counted = tuple(replace(loss, count=changed) for loss in lost if loss in _COUNTED and changed)
    return always + counted


def _notes(lost: tuple[Loss, ...]) -> tuple[Bilingual, ...]:
    """What happened in this file, as far as it was counted."""
    return tuple(
        Bilingual(f"{loss.text.en} ({loss.count})", f"{loss.text.zh}（{loss.count}）")
        for loss in lost
        if loss.count
    )


def _nothing(where: str, what: Bilingual) -> ExportError:
    return ExportError(
        what,
        where=where,
        expected=Bilingual("at least one article in the store", "图库中至少有一篇文章"),
        next_step=Bilingual(
            "build the store first, or choose another view", "请先构建库，或改选其他视图"
        ),
    )


def _no_views(fmt: str, choices: Choices) -> ExportError:
    options = {
        f"--view {choices.view}": choices.view is not None,
        f"--weight {choices.weight}": choices.weight is not Weight.EVIDENCE,
        "--no-co-occurrence": not choices.co_occurrence,
    }
    names = [*_VIEW_WRITERS, *_FOLDER_WRITERS]
    return ExportError(
        Bilingual(f"{fmt} holds the whole graph, not a view", f"{fmt} 导出全图，不支持视图"),
        where=", ".join(option for option, is_given in options.items() if is_given),
        expected=Bilingual(
            f"no view, or one of the formats {', '.join(names)}",
            f"不指定视图，或使用格式 {'、'.join(names)}",
        ),
        next_step=Bilingual("leave the options of views out", "请去掉视图选项"),
    )


def _no_timeline(fmt: str) -> ExportError:
    return ExportError(
        Bilingual(f"{fmt} has no timeline", f"{fmt} 没有时间轴"),
        where=fmt,
        expected=Bilingual("the format gexf", "格式 gexf"),
        next_step=Bilingual("leave --dynamic out", "请去掉 --dynamic"),
    )
