"""Views of the graph, and the files that hold them."""

from zjkg.export.building import build_view
from zjkg.export.definitions import ViewDefinition, views
from zjkg.export.files import Choices, Exported, export_file, formats, is_folder, is_rdf
from zjkg.export.gexf import Written, write_gexf
from zjkg.export.graphml import write_graphml
from zjkg.export.losses import Loss
from zjkg.export.view import (
    Colour,
    Column,
    ColumnType,
    Edge,
    Evidence,
    Node,
    Seen,
    Value,
    View,
    Weight,
)
from zjkg.export.writing import refuse_within, replacing

__all__ = [
    "Choices",
    "Colour",
    "Column",
    "ColumnType",
    "Edge",
    "Evidence",
    "Exported",
    "Loss",
    "Node",
    "Seen",
    "Value",
    "View",
    "ViewDefinition",
    "Weight",
    "Written",
    "build_view",
    "export_file",
    "formats",
    "is_folder",
    "is_rdf",
    "refuse_within",
    "replacing",
    "views",
    "write_gexf",
    "write_graphml",
]
