"""Makes a store hold exactly the wanted articles, doing only what changed.

The store keeps each article's bytes and its record, so that a changed rule, an added or a removed
article never needs the files of the others. The result equals a build from scratch.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from zjkg.collecting import uncollected
from zjkg.errors import Bilingual, ReadingError, SettingsError
from zjkg.extraction import Progress
from zjkg.keeping import Keeping
from zjkg.model import ArticleRecord, Judgement, Records
from zjkg.notes import LostNoteError
from zjkg.originals import File, RecordKeys, files_of, held_by
from zjkg.pipeline import Corpus, Knowledge
from zjkg.processors import processors
from zjkg.report import article_part, article_parts, encoded
from zjkg.settings import Settings
from zjkg.store import ArticleState, GraphStore, NotesFile, State, decoded
from zjkg.supplied import Difference, difference, named_folder
from zjkg.versions import extraction_version, graph_version
from zjkg.writing import Basis, Content, write_graphs

_AS_BEFORE = Difference()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did; ``nothing_changed`` where the store already held exactly this.

    ``supplied`` is what a person supplies otherwise than at the build before; ``unborne`` are the
    names in judgements that nothing in the store bears.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[ReadingError, ...] = ()
    nothing_changed: bool = False
    supplied: Difference = _AS_BEFORE
    unborne: tuple[tuple[Judgement, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The files of the articles that the store shall hold, by their sources.

    ``kept`` are the keys of all records of the store; ``held`` are files of its articles, which
    take the place of those that cannot be read.
    """

    files: dict[str, File]
    kept: frozenset[str]
    held: Mapping[str, File] = field(default_factory=dict[str, File])


@dataclass(frozen=True, slots=True)
class Build:
    """A build of one store with given settings."""

    settings: Settings
    jobs: int = 0
    full: bool = False
    progress: Progress = lambda _: None

    def exactly(self, paths: Sequence[Path]) -> Outcome:
        """Make the store hold the articles at the paths and no others.

        Where none of them can be read the store stays as it was, and where a path names nothing:
        a misspelt path must neither empty a store nor take articles from it.
        """
        given, failed = files_of(paths)
        if self._is_in_vain(given):
            return _nothing((), failed)
        with GraphStore.open(self.settings.store, write=True) as store:
            before = store.state().articles
            if before and not all(map(os.path.lexists, paths)):
                return _nothing(before, failed)
            return self._make(store, _Wanted(given, store.record_keys()), failed)

    def with_added(self, paths: Sequence[Path]) -> Outcome:
        """Add articles, or replace those of the same source.

        An article whose replacement cannot be read stays as it was.
        """
        given, failed = files_of(paths)
        if self._is_in_vain(given):
            return _nothing((), failed)
        with GraphStore.open(self.settings.store, write=True) as store:
            kept = store.record_keys()
            held = held_by(store, kept)
            return self._make(store, _Wanted(held | given, kept, held), failed)

    def with_removed(self, sources: Sequence[str]) -> Outcome:
        """Remove articles with all that hangs on them.

        Raises:
            SettingsError: where the store holds no such article; nothing is removed then.
        """
        gone = frozenset(sources)
        with GraphStore.open(self.settings.store, write=True) as store:
            unknown = sorted(gone - store.state().articles.keys())
            if unknown:
                raise _no_such_article(unknown, store)
            kept = store.record_keys()
            held = held_by(store, kept)
            staying = {source: file for source, file in held.items() if source not in gone}
            return self._make(store, _Wanted(staying, kept), [])

    def _is_in_vain(self, given: Mapping[str, File]) -> bool:
        """Whether there is nothing to read and no store: a misspelt path must not make one."""
        return not given and not self.settings.store.is_dir()

    def _make(self, store: GraphStore, wanted: _Wanted, failed: list[ReadingError]) -> Outcome:
        before, files = store.state(), wanted.files
        rules = extraction_version(self.settings)
        version, keys = f"{rules}:{graph_version(self.settings)}", RecordKeys(rules, before)
        if not self.full and _is_current(before, files, version, keys):
            return _nothing(files, failed)
        kept = frozenset[str]() if self.full else wanted.kept
        jobs = self.jobs or processors()
        keeping = Keeping(store, self.settings, keys, kept, jobs, self.progress)
        failed = [*failed, *keeping.keep(files, wanted.held)]
        if failed and not files:
            return _nothing(before.articles, failed)
        supplied = difference(store, before, self.settings)
        with store.notes(version, anew=self.full) as notes, uncollected():
            bases = {s: Basis(file.digest, keys.of(file)) for s, file in files.items()}
            state, unborne = self._made(store, files, bases, failed, notes)
        store.prune_records([*_record_keys(state)])
        return replace(_outcome(before, state, failed), supplied=supplied, unborne=unborne)

    def _made(
        self,
        store: GraphStore,
        files: Mapping[str, File],
        bases: Mapping[str, Basis],
        failed: Sequence[ReadingError],
        notes: NotesFile,
    ) -> tuple[State, tuple[tuple[Judgement, str], ...]]:
        """Write all that the records come to; the state of the store, and ``Outcome.unborne``."""
        before, records = store.state(), _records(store, bases)
        # A build that ends in the middle leaves a store that the next one takes for unfinished;
        # readers keep the state before it.
        store.begin()
        trusted = before if before.rules == notes.version and not self.full else State()
        try:
            content, unborne = self._written(store, records, bases, notes, trusted)
        except LostNoteError:
            notes.clear()
            content, unborne = self._written(store, records, bases, notes, State())
        state = State(
            rules=notes.version,
            articles=_articles(content, files, bases),
            findings=dict(content.findings),
            seeds=named_folder(self.settings),
        )
        store.save_report(encoded(self._parts(store, records, trusted), content.tally, failed))
        notes.finish()
        store.save_state(state)
        return state, unborne

    def _written(
        self,
        store: GraphStore,
        records: Records,
        bases: Mapping[str, Basis],
        notes: NotesFile,
        before: State,
    ) -> tuple[Content, tuple[tuple[Judgement, str], ...]]:
        corpus = Corpus.of(records, Knowledge.load(self.settings), self.settings, notes)
        return write_graphs(store, corpus, bases, notes, before), corpus.who.unborne()

    def _parts(self, store: GraphStore, records: Records, before: State) -> Iterator[bytes]:
        """The report on each article: the former one where the article is as it was."""
        former = article_parts(store.load_report() or b"") if before.articles else []
        is_whole = len(former) == len(before.articles)
        told = dict(zip(sorted(before.articles), former, strict=True)) if is_whole else {}
        for source in records.sources:
            if source in told and before.articles[source].record_key == records.stamp(source):
                yield told[source]
            else:
                yield article_part(records.of_source(source), self.settings.zone)


def _records(store: GraphStore, bases: Mapping[str, Basis]) -> Records:
    """The records of the wanted articles, each decoded when it is looked at."""

    def load(source: str) -> ArticleRecord:
        key = bases[source].record
        return decoded(store.load_record(key) or b"null", ArticleRecord, key)

    return Records(bases, load, stamp=lambda source: bases[source].record)


def _record_keys(state: State) -> Iterator[str]:
    """The keys of all that the store shall keep of the articles."""
    for each in state.articles.values():
        yield each.record_key
        yield each.original


def _is_current(before: State, files: Mapping[str, File], version: str, keys: RecordKeys) -> bool:
    """Whether the store is made of these files; the suffix counts too, as it tells the form."""
    if before.rules != version or before.articles.keys() != files.keys():
        return False
    return all(before.articles[s].record_key == keys.of(file) for s, file in files.items())


def _articles(
    content: Content, files: Mapping[str, File], bases: Mapping[str, Basis]
) -> dict[str, ArticleState]:
    """The state of each article, as its graphs were written."""
    return {
        source: ArticleState(
            file_digest=files[source].digest,
            original=files[source].key,
            record_key=bases[source].record,
            graph=written.graph,
            file=files[source].name,
            content=written.content,
            derived=written.derived,
        )
        for source, written in content.articles.items()
    }


def _nothing(sources: Iterable[str], failed: Sequence[ReadingError]) -> Outcome:
    """Of a build that left the store as it was."""
    return Outcome(unchanged=tuple(sorted(sources)), failed=tuple(failed), nothing_changed=True)


def _outcome(before: State, after: State, failed: Sequence[ReadingError]) -> Outcome:
    old, new = before.articles, after.articles
    both = old.keys() & new.keys()
    changed = {s for s in both if old[s].file_digest != new[s].file_digest}
    return Outcome(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(old.keys() - new.keys())),
        unchanged=tuple(sorted(both - changed)),
        failed=tuple(failed),
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
