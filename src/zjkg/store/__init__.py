"""Quads on disk: the embedded store, the article records, and the state of the last build."""

from zjkg.store.files import write_atomically
from zjkg.store.graph_store import GraphStore
from zjkg.store.records import decoded
from zjkg.store.state import ArticleState, State

__all__ = ["ArticleState", "GraphStore", "State", "decoded", "write_atomically"]
