"""zjkg: news about biomedicine parks as an RDF knowledge graph with a sentence behind every claim.

Read ``pipeline.py`` first: it holds the ordered steps. ``model.py`` holds the nouns. Programs start
with ``zjkg.open``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zjkg.api import Graph

__version__ = "0.1.0"


def open(store: str | Path | None = None) -> Graph:  # noqa: A001  # as the standard library's gzip.open
    """The graph of a store folder, or of a SPARQL server's URL; see ``zjkg.api.Graph``."""
    from zjkg.api import open_graph

    return open_graph(store)
