"""Makes a store hold exactly the wanted articles, doing only what changed.

The store keeps each article's bytes and its record, so that a changed rule, an added or a removed
article never needs the files of the others. The result equals a build from scratch.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from zjkg.comparison import Memory
from zjkg.errors import Bilingual, ReadingError, SettingsError, StoreError
from zjkg.extraction import Progress, extract_all
from zjkg.ids import digest
from zjkg.model import Article, ArticleRecord
from zjkg.pipeline import Corpus, Knowledge
from zjkg.reading import discover, file_bytes, read_bytes
from zjkg.report import Report, report
from zjkg.settings import Settings
from zjkg.store import ArticleState, GraphStore, State, decoded
from zjkg.versions import comparison_version, extraction_version, graph_version

_ORIGINAL = "original-"


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
        return f"{_ORIGINAL}{digest(self.name, self.digest)}"


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
        """Make the store hold the articles at the paths and no others.

        Where none of them can be read the store stays as it was: a misspelt path must not empty
        it.
        """
        given, failed = _load(paths)
        with GraphStore.open(self.settings.store, write=True) as store:
            return self._make(store, given, failed)

    def with_added(self, paths: Sequence[Path]) -> Outcome:
        """Add articles, or replace those of the same source.

        An article whose replacement cannot be read stays as it was.
        """
        given, failed = _load(paths)
        with GraphStore.open(self.settings.store, write=True) as store:
            held = _by_source(_held(store))
            wanted = held | _by_source(given)
            return self._make(store, list(wanted.values()), failed, held)

    def with_removed(self, sources: Sequence[str]) -> Outcome:
        """Remove articles with all that hangs on them.

        Raises:
            SettingsError: where the store holds no such article; nothing is removed then.
        """
        with GraphStore.open(self.settings.store, write=True) as store:
            unknown = sorted(set(sources) - set(store.state().articles))
            if unknown:
                raise _no_such_article(unknown, store)
            kept = [o for o in _held(store) if o.source not in sources]
            return self._make(store, kept, [])

    def _make(
        self,
        store: GraphStore,
        given: list[Original],
        failed: list[ReadingError],
        held: Mapping[str, Original] = MappingProxyType({}),
    ) -> Outcome:
        before = store.state()
        rules = extraction_version(self.settings)
        version = f"{rules}:{graph_version(self.settings)}"
        originals = _by_source(given)
        if not self.full and _is_current(before, originals, version, rules):
            return Outcome(unchanged=tuple(sorted(originals)), failed=tuple(failed))
        records, unreadable = self._records(store, originals, rules, held)
        failed = [*failed, *unreadable]
        if failed and not records:
            return Outcome(unchanged=tuple(sorted(before.articles)), failed=tuple(failed))
        knowledge = Knowledge.load(self.settings)
        memory = None if self.full else _memory(store)
        corpus = Corpus.of(records, knowledge, self.settings, memory)
        # A build that ends in the middle leaves a store that the next one takes for unfinished.
        store.save_state(State(articles=before.articles))
        state = _write(store, corpus, originals, version, rules)
        made = report(
            corpus.records, corpus.identity, corpus.comparison, failed, self.settings.zone
        )
        store.save_report(made.encode())
        store.save_state(state)
        store.save_record(_memory_key(), corpus.memory.encode())
        store.prune_records([*_record_keys(state, originals), _memory_key()])
        return _outcome(before, state, failed, made)

    def _records(
        self,
        store: GraphStore,
        originals: dict[str, Original],
        rules: str,
        held: Mapping[str, Original],
    ) -> tuple[list[ArticleRecord], list[ReadingError]]:
        """Every wanted article's record: kept ones from the store, the others made now.

        An original that cannot be read gives way in ``originals`` to the one that is held.
        """
        records: list[ArticleRecord] = []
        to_extract: list[Article] = []
        failed: list[ReadingError] = []
        for original in list(originals.values()):
            try:
                found = self._kept_or_read(store, original, rules)
            except ReadingError as error:
                failed.append(error)
                former = held.get(original.source)
                if former is None or former == original:
                    continue
                originals[original.source] = former
                found = self._kept_or_read(store, former, rules)
            if isinstance(found, ArticleRecord):
                records.append(found)
            else:
                to_extract.append(found)
        for record in extract_all(
            to_extract, self.settings, jobs=self.jobs or _cores(), progress=self.progress
        ):
            original = originals[record.article.source]
            store.save_record(_record_key(original, rules), msgspec.json.encode(record))
            store.save_record(original.key, msgspec.json.encode(original))
            records.append(record)
        return records, failed

    def _kept_or_read(
        self, store: GraphStore, original: Original, rules: str
    ) -> ArticleRecord | Article:
        """The record that the store keeps, else the article, to be extracted."""
        key = _record_key(original, rules)
        kept = None if self.full else store.load_record(key)
        if kept is None:
            return read_bytes(original.name, original.data, zone=self.settings.zone)
        return decoded(kept, ArticleRecord, key)


def _memory_key() -> str:
    return f"comparison-{comparison_version()}"


def _memory(store: GraphStore) -> Memory | None:
    """What the last comparison left, if it was made by these rules and can be read."""
    content = store.load_record(_memory_key())
    try:
        return Memory.decode(content) if content is not None else None
    except msgspec.DecodeError:
        return None  # it only saves work: a comparison from scratch gives the same


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _load(paths: Sequence[Path]) -> tuple[list[Original], list[ReadingError]]:
    files, failed = discover(paths)
    originals: list[Original] = []
    for path in files:
        try:
            originals.append(Original(path.name, file_bytes(path)))
        except ReadingError as error:
            failed.append(error)
    return originals, failed


def _by_source(originals: Iterable[Original]) -> dict[str, Original]:
    return {original.source: original for original in originals}


def _held(store: GraphStore) -> list[Original]:
    """The originals of the store's articles; not those that an unfinished build left behind.

    Raises:
        StoreError: where the bytes of an article are gone.
    """
    state = store.state().articles
    held: dict[str, Original] = {}
    for key in store.record_keys():
        content = store.load_record(key) if key.startswith(_ORIGINAL) else None
        original = decoded(content, Original, key) if content is not None else None
        known = state.get(original.source) if original else None
        if original and known and known.file_digest == original.digest:
            held[original.source] = original
    if lost := sorted(state.keys() - held.keys()):
        raise _lost(lost, store)
    return list(held.values())


def _record_key(original: Original, rules: str) -> str:
    return f"record-{digest(original.name, original.digest, rules)}"


def _record_keys(state: State, originals: dict[str, Original]) -> list[str]:
    keys = [each.record_key for each in state.articles.values()]
    return keys + [originals[source].key for source in state.articles]


def _is_current(before: State, originals: dict[str, Original], version: str, rules: str) -> bool:
    """Whether the store is made of these files; the suffix counts too, as it tells the form."""
    held = {source: each.record_key for source, each in before.articles.items()}
    wanted = {source: _record_key(original, rules) for source, original in originals.items()}
    return before.rules == version and held == wanted


def _write(
    store: GraphStore, corpus: Corpus, originals: dict[str, Original], version: str, rules: str
) -> State:
    """Write all graphs, and the state that tells of which articles they are."""
    articles = {
        source: ArticleState(
            file_digest=originals[source].digest,
            record_key=_record_key(originals[source], rules),
            graph=graph,
        )
        for source, graph in write_graphs(store, corpus).items()
    }
    return State(rules=version, articles=articles)


def write_graphs(store: GraphStore, corpus: Corpus) -> dict[str, str]:
    """Write the graphs that differ from what the store holds, and drop those no longer wanted.

    Returns:
        The name of each article's graph, by its source.
    """
    graphs: dict[str, str] = {}
    for record, graph, quads in corpus.article_graphs():
        store.replace_graph(graph, quads)
        graphs[record.article.source] = graph
    shared = corpus.shared_graphs()
    for graph, quads in shared.items():
        store.replace_graph(graph, quads)
    for graph in store.graphs():
        if graph not in shared and graph not in graphs.values():
            store.remove_graph(graph)
    return graphs


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


def _lost(sources: Sequence[str], store: GraphStore) -> StoreError:
    names = ", ".join(sources)
    return StoreError(
        Bilingual(f"the store has lost the files of {names}", f"图库丢失了 {names} 的原文件"),
        where=str(store.folder),
        expected=Bilingual("the bytes of every article it holds", "保有每篇文章的原文件内容"),
        next_step=Bilingual("run zjkg build with all articles", "对全部文章运行 zjkg build"),
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
