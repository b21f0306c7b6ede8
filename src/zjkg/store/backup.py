"""A whole store in one file, and back.

The file is a gzip-compressed tar archive, written and read as a stream: ``backup.json`` with the
format, ``state.json``, ``report.json``, the records, the quads as N-Quads in code-point order in
pieces, and last ``checksums.json`` with the SHA-256 of every member. Equal stores give equal bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from zjkg.store.backup_problems import (
    damaged,
    exists_already,
    not_a_backup,
    not_readable,
    other_format,
)
from zjkg.store.damaged import set_damaged_aside
from zjkg.store.graph_store import GraphStore
from zjkg.store.problems import no_store_yet
from zjkg.store.records import is_record_key
from zjkg.store.state import FORMAT as STORE_FORMAT
from zjkg.store.state import State

FORMAT = 1
_HEAD, _STATE, _REPORT, _END = "backup.json", "state.json", "report.json", "checksums.json"
_RECORD = re.compile(r"records/([^/]+)\.json")
_QUADS = re.compile(r"quads/(\d{6,})\.nq")
QUADS_IN_A_PIECE = 50_000  # what is in memory at once
_MOST_BYTES = 1 << 31  # of a member: what says more is no member of a backup
_LEVEL = 6
Kind = TypeVar("Kind", bound=msgspec.Struct)


class _Head(msgspec.Struct, frozen=True):
    """What a backup says of itself before anything else."""

    backup: int
    store: int


class _End(msgspec.Struct, frozen=True):
    """What a backup holds: the digest of each member, and how many quads."""

    quads: int
    members: dict[str, str]


@dataclass(frozen=True, slots=True)
class Backup:
    """What is in a backup."""

    articles: int
    records: int
    quads: int


def write_backup(store: GraphStore, target: BinaryIO) -> Backup:
    """Writes the last complete state of an open store as one stream.

    Raises:
        StoreError: if nothing has been built in it, or a file of it is damaged or gone.
    """
    state = store.state()
    if not state.rules and not state.articles:
        raise no_store_yet(store.folder)
    digests: dict[str, str] = {}
    counts = {"records": 0, "quads": 0}
    with (
        gzip.GzipFile("", "wb", _LEVEL, target, mtime=0) as packed,
        tarfile.open(mode="w|", fileobj=packed, format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, content in _members(store, state, counts):
            digests[name] = hashlib.sha256(content).hexdigest()
            _add(archive, name, content)
        _add(archive, _END, _json(_End(quads=counts["quads"], members=digests)))
    return Backup(len(state.articles), counts["records"], counts["quads"])


def check_backup(path: Path) -> Backup:
    """What is in a backup; every byte of it is read and checked, none is written.

    Raises:
        StoreError: if the file cannot be read, is no backup, of another format, cut or damaged.
    """
    reader = _Reader(path)
    for _ in reader.members():
        pass
    return reader.found()


def restore_backup(path: Path, folder: Path, *, force: bool = False) -> Backup:
    """Makes a store hold what a backup holds; readers see its former state until it is done.

    Checks the whole file first. A restore that is ended leaves the former state to readers, and is
    made good by another one, or by a build. ``force`` replaces what is there, a damaged store too.

    Raises:
        StoreError: if the file is no sound backup, there is a store and no ``force``, or it cannot
            be written.
    """
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise exists_already(folder)
    check_backup(path)
    if force:
        set_damaged_aside(folder)
    with GraphStore.open(folder, write=True) as store:
        store.begin()
        store.clear()
        reader = _Reader(path)
        keys: list[str] = []
        state = State()
        for is_quads, members in groupby(reader.members(), lambda member: _is_quads(member[0])):
            if is_quads:
                store.load_nquads(content for _, content in members)
                continue
            for name, content in members:
                if name == _STATE:
                    state = _state(path, content)
                elif name == _REPORT:
                    store.save_report(content)
                elif record := _RECORD.fullmatch(name):
                    store.save_record(record[1], content)
                    keys.append(record[1])
        found = reader.found()
        if len(store.engine) != found.quads:
            raise damaged(path, "quads")
        store.save_state(state)
        store.prune_records(keys)
    return found


def _is_quads(name: str) -> bool:
    return _QUADS.fullmatch(name) is not None


def _members(
    store: GraphStore, state: State, counts: dict[str, int]
) -> Iterator[tuple[str, bytes]]:
    yield _HEAD, _json(_Head(backup=FORMAT, store=STORE_FORMAT))
    yield _STATE, _json(state)
    report = store.load_report()
    if report is not None:
        yield _REPORT, report
    for key in sorted(store.record_keys()):
        content = store.load_record(key)
        if content is not None:  # a build that ends meanwhile takes away what is no longer used
            counts["records"] += 1
            yield f"records/{key}.json", content
    lines = store.canonical_nquads()
    for number, piece in enumerate(_pieces(lines)):
        counts["quads"] += len(piece)
        yield f"quads/{number:06}.nq", ("\n".join(piece) + "\n").encode()


def _pieces(lines: Iterable[str]) -> Iterator[list[str]]:
    source = iter(lines)
    while piece := list(islice(source, QUADS_IN_A_PIECE)):
        yield piece


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    """A member without time, owner or rights of its own."""
    member = tarfile.TarInfo(name)
    member.size = len(content)
    archive.addfile(member, io.BytesIO(content))


class _Reader:
    """Reads a backup once, from its first byte to its last, and checks it meanwhile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._digests: dict[str, str] = {}
        self._articles = 0
        self._records = 0
        self._quads = 0

    def found(self) -> Backup:
        """What was in it, after all members were read."""
        return Backup(self._articles, self._records, self._quads)

    def members(self) -> Iterator[tuple[str, bytes]]:
        """The members, each as it is checked; the last error comes where the file ends too soon."""
        end: bytes | None = None
        for name, content in self._archive():
            if not self._digests and name != _HEAD:
                raise not_a_backup(self._path)
            if name == _HEAD:
                self._check_format(content)
            if end is not None or name in self._digests:
                raise damaged(self._path, name)
            if name == _END:
                end = content
                continue
            self._digests[name] = hashlib.sha256(content).hexdigest()
            self._count(name, content)
            yield name, content
        self._check_end(end)

    def _archive(self) -> Iterator[tuple[str, bytes]]:
        with _opened(self._path) as file:
            try:
                with gzip.open(file) as packed, tarfile.open(mode="r|", fileobj=packed) as archive:
                    for member in archive:
                        stream = archive.extractfile(member)
                        if stream is None or member.size > _MOST_BYTES:
                            raise damaged(self._path, member.name)
                        content = stream.read()
                        if len(content) != member.size:
                            raise damaged(self._path, member.name)
                        yield member.name, content
                    _read_to_the_end(packed.read)
            except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
                if not self._digests:
                    raise not_a_backup(self._path) from error
                raise damaged(self._path, str(error)) from error

    def _check_format(self, content: bytes) -> None:
        head = _decoded(self._path, content, _Head)
        if (head.backup, head.store) != (FORMAT, STORE_FORMAT):
            raise other_format(self._path, (head.backup, head.store), (FORMAT, STORE_FORMAT))

    def _count(self, name: str, content: bytes) -> None:
        record = _RECORD.fullmatch(name)
        if name == _STATE:
            self._articles = len(_state(self._path, content).articles)
        elif record is not None and is_record_key(record[1]):
            self._records += 1
        elif _is_quads(name):
            self._quads += content.count(b"\n")
        elif name not in {_HEAD, _REPORT}:
            raise damaged(self._path, name)

    def _check_end(self, content: bytes | None) -> None:
        if content is None:
            raise damaged(self._path, _END) if self._digests else not_a_backup(self._path)
        said = _decoded(self._path, content, _End)
        wrong = [name for name in said.members if said.members[name] != self._digests.get(name)]
        if wrong or said.members.keys() != self._digests.keys():
            raise damaged(self._path, wrong[0] if wrong else _END)
        if said.quads != self._quads or _STATE not in said.members:
            raise damaged(self._path, _END)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise not_readable(path, error) from error


def _read_to_the_end(read: Callable[[int], bytes]) -> None:
    """The rest of the stream, so that its own checksum is checked."""
    while read(1 << 16):
        pass


def _state(path: Path, content: bytes) -> State:
    state = _decoded(path, content, State)
    if not state.finished or state.complete:
        raise damaged(path, _STATE)
    return state


def _json(content: msgspec.Struct) -> bytes:
    return msgspec.json.encode(content, order="sorted")


def _decoded(path: Path, content: bytes, kind: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise damaged(path, str(error)) from error
