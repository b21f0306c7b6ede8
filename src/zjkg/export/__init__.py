"""Views of the graph, and the files that hold them."""

from zjkg.export.building import build_view
from zjkg.export.definitions import ViewDefinition, views
from zjkg.export.files import Exported, export_file, formats
from zjkg.export.gexf import Written, write_gexf
from zjkg.export.graphml import write_graphml
from zjkg.export.view import Colour, Column, ColumnType, Edge, Node, Value, View

__all__ = [
    "Colour",
    "Column",
    "ColumnType",
    "Edge",
    "Exported",
    "Node",
    "Value",
    "View",
    "ViewDefinition",
    "Written",
    "build_view",
    "export_file",
    "formats",
    "views",
    "write_gexf",
    "write_graphml",
]
