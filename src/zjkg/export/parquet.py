"""Pairs of tables, nodes and edges, as Parquet: columns keep their types, lists stay lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from zjkg.errors import Bilingual, ExportError
from zjkg.export.view import Column, ColumnType, Value, View

PARQUET_FILES = ("nodes.parquet", "edges.parquet")


def write_parquet(view: View, folder: Path) -> int:
    """Write ``nodes.parquet`` and ``edges.parquet``; the same view gives the same bytes.

    Returns:
        0: nothing had to be changed.

    Raises:
        ExportError: pyarrow is not installed.
    """
    nodes, edges = PARQUET_FILES
    fixed = [Column("id", ColumnType.STRING), Column("label", ColumnType.STRING)]
    drawn = [Column(name, ColumnType.DOUBLE) for name in ("x", "y", "size")]
    _write(
        folder / nodes,
        [*fixed, *view.node_columns, *drawn],
        [(node.id, node.label, *node.values, node.x, node.y, node.size) for node in view.nodes],
    )
    ends = [Column(name, ColumnType.STRING) for name in ("source", "target", "kind")]
    weight = Column("weight", ColumnType.DOUBLE)
    _write(
        folder / edges,
        [*fixed, *ends, weight, *view.edge_columns],
        [
            (edge.id, edge.label, edge.source, edge.target, edge.kind, edge.weight, *edge.values)
            for edge in view.edges
        ],
    )
    return 0


def _write(path: Path, columns: Sequence[Column], rows: Sequence[tuple[Value, ...]]) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise _missing(path) from error
    cells = zip(*rows, strict=True) if rows else [()] * len(columns)
    arrays = [
        pa.array(list(column_cells), type=_type(column, pa))
        for column, column_cells in zip(columns, cells, strict=True)
    ]
    table = pa.Table.from_arrays(arrays, names=[column.name for column in columns])
    parquet.write_table(table, path, compression="zstd")


def _type(column: Column, arrow: ModuleType) -> object:
    match column.type:
        case ColumnType.INTEGER:
            return arrow.int64()
        case ColumnType.DOUBLE:
            return arrow.float64()
        case ColumnType.BOOLEAN:
            return arrow.bool_()
        case ColumnType.STRINGS:
            return arrow.list_(arrow.string())
        case _:
            return arrow.string()


def _missing(path: Path) -> ExportError:
    return ExportError(
        Bilingual("Parquet needs the package pyarrow", "导出 Parquet 需要软件包 pyarrow"),
        where=path.name,
        expected=Bilingual("an installation with it", "已安装该软件包"),
        next_step=Bilingual("pip install 'zjkg[parquet]'", "pip install 'zjkg[parquet]'"),
    )
