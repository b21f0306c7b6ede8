"""Quads on disk or on a server: the stores, the article records, the state of the last build."""

from zjkg.store.address import Address, is_url
from zjkg.store.files import write_atomically
from zjkg.store.graph_store import GraphStore, Loading
from zjkg.store.loading import (
    GraphStoreWriter,
    GraphWriter,
    Loaded,
    UpdateWriter,
    load,
    update_url,
)
from zjkg.store.records import decoded
from zjkg.store.remote_graph import RemoteGraph
from zjkg.store.state import ArticleState, State

__all__ = [
    "Address",
    "ArticleState",
    "GraphStore",
    "GraphStoreWriter",
    "GraphWriter",
    "Loaded",
    "Loading",
    "RemoteGraph",
    "State",
    "UpdateWriter",
    "decoded",
    "is_url",
    "load",
    "update_url",
    "write_atomically",
]
