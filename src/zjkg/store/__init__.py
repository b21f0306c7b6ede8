"""Quads on disk or on a server: the stores, the article records, the state of the last build."""

from zjkg.store.address import Address, is_url
from zjkg.store.backup import Backup, check_backup, restore_backup, write_backup
from zjkg.store.backup_problems import exists_already
from zjkg.store.files import write_atomically
from zjkg.store.graph_store import GraphStore
from zjkg.store.intake import Loading
from zjkg.store.loading import (
    GraphStoreWriter,
    GraphWriter,
    Loaded,
    UpdateWriter,
    load,
    update_url,
)
from zjkg.store.notes import NotesFile, open_notes
from zjkg.store.problems import explained, is_of_engine, store_problem
from zjkg.store.records import decoded, packed
from zjkg.store.remote_graph import RemoteGraph
from zjkg.store.state import ArticleState, State

__all__ = [
    "Address",
    "ArticleState",
    "Backup",
    "GraphStore",
    "GraphStoreWriter",
    "GraphWriter",
    "Loaded",
    "Loading",
    "NotesFile",
    "RemoteGraph",
    "State",
    "UpdateWriter",
    "check_backup",
    "decoded",
    "exists_already",
    "explained",
    "is_of_engine",
    "is_url",
    "load",
    "open_notes",
    "packed",
    "restore_backup",
    "store_problem",
    "update_url",
    "write_atomically",
    "write_backup",
]
