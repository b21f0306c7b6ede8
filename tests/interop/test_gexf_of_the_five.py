"""The Gephi file of the real graph, checked by the schema and by an independent reader."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from zjkg.export import Choices, export_file, views
from zjkg.store import GraphStore

SCHEMA = Path(__file__).parents[1] / "export/gexf-1.3/gexf.rng"


@pytest.mark.parametrize("dynamic", [False, True])
@pytest.mark.parametrize("view", sorted(views()))
def test_every_view_is_valid_and_read_alike(
    five: GraphStore, tmp_path: Path, view: str, *, dynamic: bool
) -> None:
    path = tmp_path / f"{view}.gexf"
    written = export_file(five.engine, "gexf", path, Choices(view, dynamic=dynamic))
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    assert schema.validate(etree.parse(path)), schema.error_log
    graph = nx.read_gexf(path)
    assert graph.number_of_nodes() == written.nodes
    assert graph.number_of_edges() == written.edges
    assert all(data["viz"]["position"] for _, data in graph.nodes(data=True))
