"""Makes a store hold exactly the wanted articles, doing only what changed.

The store keeps each article's bytes and its record, so that a changed rule, an added or a removed
article never needs the files of the others. The result equals a build from scratch.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from zjkg.errors import Bilingual, ReadingError, SettingsError
from zjkg.extraction import Progress, extract_all
from zjkg.ids import digest
from zjkg.model import Article, ArticleRecord
from zjkg.pipeline import Corpus, Knowledge
from zjkg.reading import discover, read_bytes
from zjkg.report import Report, report
from zjkg.settings import Settings
from zjkg.store import ArticleState, GraphStore, State
from zjkg.versions import extraction_version, graph_version


class Original(msgspec.Struct, frozen=True):
    """An article's file as it was given: its name and its bytes."""

    name: str
    data: bytes

    @property
    def source(self) -> str:
        """The file's name without its extension."""
        return Path(self.name).stem

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def key(self) -> str:
        """Under which key the store keeps the bytes."""
        return f"original-{digest(self.name, self.digest)}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[ReadingError, ...] = ()
    report: Report | None = None

    @property
    def nothing_changed(self) -> bool:
        """Whether the store already held exactly this."""
        return self.report is None


@dataclass(frozen=True, slots=True)
class Build:
    """A build of one store with given settings."""

    settings: Settings
    jobs: int = 0
    full: bool = False
    progress: Progress = lambda _: None

    def exactly(self, paths: Sequence[Path]) -> Outcome:
        """Make the store hold the articles at the paths and no others."""
        given, failed = _load(paths)
        with GraphStore.open(self.settings.store, write=True) as store:
            return self._make(store, given, failed)

    def with_added(self, paths: Sequence[Path]) -> Outcome:
        """Add articles, or replace those of the same source."""
        given, failed = _load(paths)
        with GraphStore.open(self.settings.store, write=True) as store:
            kept = {o.source: o for o in _originals(store)}
            return self._make(store, list((kept | {o.source: o for o in given}).values()), failed)

    def with_removed(self, sources: Sequence[str]) -> Outcome:
        """Remove articles with all that hangs on them.

        Raises:
            SettingsError: where the store holds no such article; nothing is removed then.
        """
        with GraphStore.open(self.settings.store, write=True) as store:
            unknown = sorted(set(sources) - set(store.state().articles))
            if unknown:
                raise _no_such_article(unknown, store)
            kept = [o for o in _originals(store) if o.source not in sources]
            return self._make(store, kept, [])

    def _make(
        self, store: GraphStore, given: list[Original], failed: list[ReadingError]
    ) -> Outcome:
        before = store.state()
        rules = extraction_version(self.settings)
        version = f"{rules}:{graph_version(self.settings)}"
        originals = {original.source: original for original in given}
        if not self.full and _is_current(before, originals, version):
            return Outcome(unchanged=tuple(sorted(originals)), failed=tuple(failed))
        records, unreadable = self._records(store, originals, rules)
        failed = [*failed, *unreadable]
        corpus = Corpus.of(records, Knowledge.load(self.settings), self.settings)
        state = _write(store, corpus, originals, version, rules)
        made = report(
            corpus.records, corpus.identity, corpus.comparison, failed, self.settings.zone
        )
        store.save_report(made.encode())
        store.save_state(state)
        store.prune_records(_record_keys(state, originals))
        return _outcome(before, state, failed, made)

    def _records(
        self, store: GraphStore, originals: dict[str, Original], rules: str
    ) -> tuple[list[ArticleRecord], list[ReadingError]]:
        """Every wanted article's record: kept ones from the store, the others made now."""
        records: list[ArticleRecord] = []
        to_extract: list[Article] = []
        failed: list[ReadingError] = []
        for original in originals.values():
            kept = None if self.full else store.load_record(_record_key(original, rules))
            if kept is not None:
                records.append(msgspec.json.decode(kept, type=ArticleRecord))
                continue
            try:
                to_extract.append(_read(original, self.settings))
            except ReadingError as error:
                failed.append(error)
        for record in extract_all(
            to_extract, self.settings, jobs=self.jobs or _cores(), progress=self.progress
        ):
            original = originals[record.article.source]
            store.save_record(_record_key(original, rules), msgspec.json.encode(record))
            store.save_record(original.key, msgspec.json.encode(original))
            records.append(record)
        return records, failed


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _load(paths: Sequence[Path]) -> tuple[list[Original], list[ReadingError]]:
    files, failed = discover(paths)
    originals: list[Original] = []
    for path in files:
        try:
            originals.append(Original(path.name, path.read_bytes()))
        except OSError as error:
            failed.append(_unreadable(path, error))
    return originals, failed


def _read(original: Original, settings: Settings) -> Article:
    return read_bytes(original.name, original.data, zone=settings.zone)


def _originals(store: GraphStore) -> Iterable[Original]:
    for key in sorted(store.record_keys()):
        content = store.load_record(key) if key.startswith("original-") else None
        if content is not None:
            yield msgspec.json.decode(content, type=Original)


def _record_key(original: Original, rules: str) -> str:
    return f"record-{digest(original.name, original.digest, rules)}"


def _record_keys(state: State, originals: dict[str, Original]) -> list[str]:
    keys = [each.record_key for each in state.articles.values()]
    return keys + [originals[source].key for source in state.articles]


def _is_current(before: State, originals: dict[str, Original], version: str) -> bool:
    held = {source: each.file_digest for source, each in before.articles.items()}
    wanted = {source: original.digest for source, original in originals.items()}
    return before.rules == version and held == wanted


def _write(
    store: GraphStore, corpus: Corpus, originals: dict[str, Original], version: str, rules: str
) -> State:
    """Write the graphs that differ from what the store holds, and drop those no longer wanted."""
    articles: dict[str, ArticleState] = {}
    for record, graph, quads in corpus.article_graphs():
        store.replace_graph(graph, quads)
        original = originals[record.article.source]
        articles[original.source] = ArticleState(
            file_digest=original.digest, record_key=_record_key(original, rules), graph=graph
        )
    shared = corpus.shared_graphs()
    for graph, quads in shared.items():
        store.replace_graph(graph, quads)
    wanted = {each.graph for each in articles.values()} | set(shared)
    for graph in store.graphs():
        if graph not in wanted:
            store.remove_graph(graph)
    return State(rules=version, articles=articles)


def _outcome(before: State, after: State, failed: Sequence[ReadingError], made: Report) -> Outcome:
    old, new = before.articles, after.articles
    both = old.keys() & new.keys()
    changed = {s for s in both if old[s].file_digest != new[s].file_digest}
    return Outcome(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(old.keys() - new.keys())),
        unchanged=tuple(sorted(both - changed)),
        failed=tuple(failed),
        report=made,
    )


def _unreadable(path: Path, error: OSError) -> ReadingError:
    return ReadingError(
        Bilingual(f"the file cannot be read: {error.strerror}", f"无法读取文件：{error.strerror}"),
        where=str(path),
        expected=Bilingual("a readable file", "可读的文件"),
        next_step=Bilingual("check its permissions", "检查文件权限"),
    )


def _no_such_article(unknown: Sequence[str], store: GraphStore) -> SettingsError:
    held = ", ".join(sorted(store.state().articles)) or "-"
    return SettingsError(
        Bilingual(
            f"the store holds no article named {', '.join(unknown)}",
            f"图库中没有名为 {', '.join(unknown)} 的文章",
        ),
        where=str(store.folder),
        expected=Bilingual(f"one of: {held}", f"以下之一：{held}"),
        next_step=Bilingual("list them with zjkg info", "用 zjkg info 列出文章"),
    )
