"""The store of one graph: an Oxigraph on disk, the article records, the state of the build."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from zjkg.errors import Bilingual, StoreError
from zjkg.sorting import sorted_lines
from zjkg.store import records
from zjkg.store.changes import Changes
from zjkg.store.complete import drop_complete, keep_complete, open_tidied
from zjkg.store.files import write_atomically
from zjkg.store.indexing import write_index
from zjkg.store.intake import Loading, checked
from zjkg.store.notes import NOTES_FILE, NotesFile, open_notes
from zjkg.store.opening import STATE_FILE, Stamp, open_for_reading, stamp_of
from zjkg.store.pieces import joined
from zjkg.store.problems import explained
from zjkg.store.searchable import SearchableEngine
from zjkg.store.state import State, encoded, read_state, state_digest, write_state
from zjkg.store.text_index import INDEX_FILE, TextIndex

if TYPE_CHECKING:  # rdflib takes 130 ms to import and most commands do without it
    import rdflib

_RECORDS_FOLDER = "records"
_REPORT_FILE = "report.json"
_NEW = State(finished=False)


class GraphStore:
    """A store folder, opened with ``GraphStore.open``; a context manager.

    One process writes at a time. Readers never wait: they see the last complete state as it was
    when they opened the store, and open it again to see more.
    """

    def __init__(
        self,
        folder: Path,
        engine: Store,
        *,
        write: bool,
        home: Path | None = None,
        stamp: Stamp | None = None,
    ) -> None:
        self._folder = folder
        self._home = home or folder  # where the state, the report and the engine's files are
        self._stamp = stamp  # of the file of the state that is read
        self._digest: bytes | None = None  # of the same, once it was asked for
        self._engine: Store | None = engine
        self._write = write
        self._written: State | None = None
        self._changes = self._changes_of_index() if write else None

    @classmethod
    def open(cls, folder: Path, *, write: bool = False) -> Self:
        """Opens a store; with ``write`` it is made where there is none.

        Raises:
            StoreError: if there is no store, no build of it has finished, it is of another format
                version, another process writes it, or the folder cannot be used.
        """
        if write:
            return cls(folder, open_tidied(folder), write=True)
        engine, home, stamp = open_for_reading(folder)
        return cls(folder, engine, write=False, home=home, stamp=stamp)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
            return
        with suppress(StoreError):  # what went wrong first is what is told
            self._release()

    def close(self) -> None:
        """Flushes and gives the store free for other writers; closing twice does no harm.

        A new store that nothing was built in is a complete one from now on.

        Raises:
            StoreError: if what was written cannot be made durable.
        """
        if self._engine is not None and self._write and self.state() == _NEW:
            self.save_state(State())
        self._release()

    def _release(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None and self._write:
            with explained(self._folder):
                engine.flush()

    @property
    def folder(self) -> Path:
        """The folder of the store."""
        return self._folder

    @property
    def engine(self) -> Store:
        """The Oxigraph store itself, for queries."""
        if self._engine is None:
            raise ValueError("the store is closed")
        return self._engine

    @property
    def searchable(self) -> Store:
        """The same with the index of this state beside it, where there is one, for searches."""
        # The steps read it through the same few methods as the engine alone.
        return cast("Store", SearchableEngine(self.engine, self._index))

    def _index(self) -> TextIndex | None:
        """The index, if it is of the state that is read."""
        self._digest = self._digest or self._digest_of_read()
        index = TextIndex(self._folder / INDEX_FILE, self._digest or b"")
        return index if self._digest and index.is_current() else None

    def _digest_of_read(self) -> bytes | None:
        """The digest of the state that is read; None where a build has replaced it since."""
        state = self._home / STATE_FILE
        with suppress(OSError):  # a build may take away what is no longer the last complete state
            if self._stamp is not None:
                digest = state_digest(state.read_bytes())
                return digest if stamp_of(state) == self._stamp else None
        return None

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of all named graphs, sorted."""
        with explained(self._folder):
            return tuple(sorted(graph.value for graph in self.engine.named_graphs()))

    def replace_graph(self, graph_iri: str, quads: Iterable[Quad]) -> bool:
        """Makes the graph hold exactly these quads, in one transaction; False if it already did.

        Raises:
            ValueError: if a quad belongs to another graph or has a blank node.
            StoreError: if the store is open for reading only, or cannot be written.
        """
        self._demand_write()
        graph = NamedNode(graph_iri)
        new = _as_stored(checked(quad, graph) for quad in quads)
        with explained(self._folder):
            old = set(self.engine.quads_for_pattern(None, None, None, graph))
            if old and not new:
                self._note(old)
                self.engine.remove_graph(graph)
            else:
                self._replace(old, new)
        return new != old

    def _changes_of_index(self, state: bytes = b"") -> Changes | None:
        """Where changes are taken down from now on; None where there is no index that they suit.

        ``state`` is the digest of the state's file, where it is at hand.
        """
        with suppress(OSError):
            state = state or state_digest((self._folder / STATE_FILE).read_bytes())
            if TextIndex(self._folder / INDEX_FILE, state).is_current():
                return Changes(state)
        return None

    def _note(self, quads: Iterable[Quad]) -> None:
        if self._changes is not None:
            self._changes.take(quads)

    def _replace(self, old: set[Quad], new: set[Quad]) -> None:
        self._note(old ^ new)
        if old <= new:
            self.engine.extend(sorted(new - old, key=str))
        else:
            self.engine.update(f"{_data('DELETE', old - new)} ;\n{_data('INSERT', new - old)}")

    def replace_statements(
        self, graph_iri: str, subjects: Iterable[str], quads: Iterable[Quad]
    ) -> bool:
        """Makes the graph say exactly this of the subjects, in one transaction.

        Returns:
            Whether it said anything else before.

        Raises:
            ValueError: if a quad belongs to another graph or has a blank node.
            StoreError: if the store is open for reading only, or cannot be written.
        """
        self._demand_write()
        graph = NamedNode(graph_iri)
        new = _as_stored(checked(quad, graph) for quad in quads)
        with explained(self._folder):
            old = {
                quad
                for subject in sorted(set(subjects))
                for quad in self.engine.quads_for_pattern(NamedNode(subject), None, None, graph)
            }
            self._replace(old, new)
        return new != old

    @contextmanager
    def loading(self) -> Iterator[Loading]:
        """Takes graphs and statements that the store does not hold yet, many at a time.

        Raises:
            StoreError: if the store is open for reading only, or cannot be written.
        """
        self._demand_write()
        loading = Loading(self.engine, self._folder, self._note)
        yield loading
        loading.flush()

    def remove_graph(self, graph_iri: str) -> bool:
        """Removes a graph; False if there was none."""
        self._demand_write()
        graph = NamedNode(graph_iri)
        with explained(self._folder):
            if not self.engine.contains_named_graph(graph):
                return False
            self._note(self.engine.quads_for_pattern(None, None, None, graph))
            self.engine.remove_graph(graph)
        return True

    def clear(self) -> None:
        """Removes all quads."""
        self._demand_write()
        self._changes = None
        with explained(self._folder):
            self.engine.clear()

    def load_nquads(self, pieces: Iterable[bytes]) -> None:
        """Adds quads that ``canonical_nquads`` wrote, in bulk and all pieces at once."""
        self._demand_write()
        self._changes = None
        with explained(self._folder):
            self.engine.bulk_load(joined(pieces), format=RdfFormat.N_QUADS)

    def state(self) -> State:
        """The state that the last build saved; for the writer, how far the store has got."""
        if self._written is not None:
            return self._written
        found = read_state(self._home / STATE_FILE)
        if self._write:  # nobody else changes it
            self._written = found
        return found

    def begin(self) -> None:
        """From now on readers see the store as it is, until ``save_state`` says it is complete.

        A build that is ended leaves the store so; the next one begins where this one did.
        """
        self._demand_write()
        before = self.state()
        if not before.finished:
            return
        with explained(self._folder):
            kept, articles, seeds = "", before.articles, before.seeds
            if before.rules or before.articles:
                kept = keep_complete(self._folder, self.engine, (STATE_FILE, _REPORT_FILE))
            begun = State(articles=articles, finished=False, complete=kept, seeds=seeds)
            write_state(self._folder / STATE_FILE, begun)
        self._written = begun

    def save_state(self, state: State) -> None:
        """Replaces the state by a complete one; quads and index are made durable before."""
        self._demand_write()
        with explained(self._folder):
            self.engine.flush()
            content = encoded(state)
            digest = state_digest(content)
            write_index(self._folder / INDEX_FILE, self.engine, digest, self._changes)
            write_atomically(self._folder / STATE_FILE, content)
        self._written = state
        self._changes = self._changes_of_index(digest)
        drop_complete(self._folder)

    @contextmanager
    def notes(self, version: str, *, anew: bool = False) -> Iterator[NotesFile]:
        """The notes of builds by this version of the rules; ``finish`` makes them durable.

        With ``anew`` those of earlier builds are thrown away unread, as is the index.

        Raises:
            StoreError: if the store is open for reading only, or its notes cannot be written.
        """
        self._demand_write()
        if anew:
            self._changes = None
        try:
            with open_notes(self._folder / NOTES_FILE, version, anew=anew) as notes:
                yield notes
        except sqlite3.Error as error:
            with explained(self._folder):
                raise OSError(str(error)) from error

    def save_record(self, key: str, content: bytes) -> None:
        """Keeps the record of an article under a key of letters, digits, ``_`` and ``-``."""
        self.save_packed(key, records.packed(content))

    def save_packed(self, key: str, content: bytes) -> None:
        """The same with what ``packed`` made of the content."""
        self._demand_write()
        with explained(self._folder):
            records.save_packed(self._folder / _RECORDS_FOLDER, key, content)

    def load_record(self, key: str) -> bytes | None:
        """The record kept under the key, or None."""
        return records.load_record(self._folder / _RECORDS_FOLDER, key)

    def has_record(self, key: str) -> bool:
        """Whether a record is kept under the key."""
        return records.has_record(self._folder / _RECORDS_FOLDER, key)

    def record_keys(self) -> frozenset[str]:
        """The keys of all kept records."""
        return records.record_keys(self._folder / _RECORDS_FOLDER)

    def prune_records(self, keep: Collection[str]) -> tuple[str, ...]:
        """Deletes all records but these; returns the deleted keys."""
        self._demand_write()
        with explained(self._folder):
            return records.prune_records(self._folder / _RECORDS_FOLDER, keep)

    def save_report(self, content: bytes) -> None:
        """Replaces ``report.json``."""
        self._demand_write()
        with explained(self._folder):
            write_atomically(self._folder / _REPORT_FILE, content)

    def load_report(self) -> bytes | None:
        """The content of ``report.json``, or None where no build has written one."""
        path = self._home / _REPORT_FILE
        with explained(self._folder):
            return path.read_bytes() if path.exists() else None

    def canonical_nquads(self) -> Iterator[str]:
        """All quads as N-Quads lines (no line feed) in code-point order: same graph, same bytes."""
        with explained(self._folder):
            quads = self.engine.quads_for_pattern(None, None, None, None)
            for line in sorted_lines(f"{quad} .".encode() for quad in quads):
                yield line.decode()

    def dataset(self) -> rdflib.Dataset:
        """The same data as an ``rdflib.Dataset`` whose default graph is the union; read-only."""
        from zjkg.store.rdflib_view import read_only_dataset

        return read_only_dataset(self.engine)

    def _demand_write(self) -> None:
        if not self._write:
            raise StoreError(
                Bilingual("the store is open for reading only", "图库以只读方式打开"),
                where=str(self._folder),
                expected=Bilingual("a store opened for writing", "以写入方式打开的图库"),
                next_step=Bilingual(
                    "open it with GraphStore.open(folder, write=True)",
                    "请用 GraphStore.open(folder, write=True) 打开",
                ),
            )


def _as_stored(quads: Iterable[Quad]) -> set[Quad]:
    """The quads with numbers as the engine writes them (``80.0`` becomes ``80``)."""
    memory = Store()
    memory.extend(quads)
    return set(memory.quads_for_pattern(None, None, None, None))


def _data(operation: str, quads: Iterable[Quad]) -> str:
    """A SPARQL update of ground quads; terms are written by the engine's own serializer."""
    lines = sorted(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)
    return f"{operation} DATA {{\n" + "\n".join(lines) + "\n}"
