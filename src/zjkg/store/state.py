"""What the last build left: enough to tell what changed since."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from zjkg.errors import Bilingual
from zjkg.store.files import write_atomically
from zjkg.store.problems import DamagedStoreError

FORMAT = 1


class ArticleState(msgspec.Struct, frozen=True, kw_only=True):
    """One article as built: the digest of its file, the key of its record, its graph's IRI.

    ``file`` is the name of its file, ``original`` the key of its bytes. ``content`` and ``derived``
    are digests of what its graph, and what of the derived facts belongs to it, are functions of;
    empty where nothing belongs to it.
    """

    file_digest: str
    record_key: str
    graph: str
    file: str = ""
    original: str = ""
    content: str = ""
    derived: str = ""


class State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The state of a store; its meaning belongs to whoever builds.

    ``articles`` is keyed by source. ``rules`` is the version of everything but the articles that
    the store's content is a function of. ``findings`` counts the derived facts of each class that
    is numbered. While a build writes, the state is not ``finished``, and
    ``complete`` names the folder that holds the state before it, if there was one. ``seeds`` is
    the folder of judgements and authority as it was named, empty for zjkg's own.
    """

    format: int = FORMAT
    rules: str = ""
    articles: dict[str, ArticleState] = {}
    findings: dict[str, int] = {}
    finished: bool = True
    complete: str = ""
    seeds: str = ""


class _Header(msgspec.Struct, frozen=True):
    format: int


def read_state(path: Path) -> State:
    """The state in a file.

    Raises:
        DamagedStoreError: if the file cannot be read, is damaged, or is of another format version.
    """
    try:
        content = path.read_bytes()
        found = msgspec.json.decode(content, type=_Header).format
        if found != FORMAT:
            raise _other_format(path, found)
        state = msgspec.json.decode(content, type=State)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(path, error) from error
    if Path(state.complete).name != state.complete:  # a name in the folder, no path out of it
        raise _damaged(path, ValueError(state.complete))
    return state


def write_state(path: Path, state: State) -> None:
    """Replaces the file by the state, atomically; equal states give equal bytes."""
    write_atomically(path, encoded(state))


def encoded(state: State) -> bytes:
    """The state as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(state, order="sorted"), indent=1) + b"\n"


def state_digest(content: bytes) -> bytes:
    """By which an index tells of which state it was made; of what the state's file holds."""
    return hashlib.blake2b(content, digest_size=16).digest()


def _other_format(path: Path, found: int) -> DamagedStoreError:
    return DamagedStoreError(
        Bilingual(
            f"the store has format version {found}, this zjkg writes version {FORMAT}",
            f"该图库的格式版本为 {found}，本程序使用的版本为 {FORMAT}",
        ),
        where=str(path),
        expected=Bilingual(f"format version {FORMAT}", f"格式版本 {FORMAT}"),
        next_step=Bilingual(
            "build into another folder with --store, or use the zjkg that made this store",
            "用 --store 指定另一个文件夹重新构建，或使用创建该图库的 zjkg 版本",
        ),
    )


def _damaged(path: Path, error: Exception) -> DamagedStoreError:
    return DamagedStoreError(
        Bilingual(
            f"the state of the store cannot be read: {error}", f"无法读取图库的状态：{error}"
        ),
        where=str(path),
        expected=Bilingual(
            "a readable state.json written by zjkg", "由 zjkg 写入的可读 state.json"
        ),
        next_step=Bilingual(
            "check the permissions; zjkg restore FILE --force brings back a backup; without one, "
            "build all articles into another folder with --store",
            "检查文件权限；用 zjkg restore FILE --force 恢复备份；没有备份时，"
            "用 --store 在另一个文件夹中重新构建",
        ),
    )
