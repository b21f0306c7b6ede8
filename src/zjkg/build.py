"""Makes a store hold exactly the wanted articles, doing only what changed.

The store keeps each article's bytes and its record, so that a changed rule, an added or a removed
article never needs the files of the others. The result equals a build from scratch.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import msgspec

from zjkg.collecting import uncollected
from zjkg.errors import Bilingual, ReadingError, SettingsError
from zjkg.extraction import Progress, extract_all
from zjkg.model import Article, ArticleRecord, Judgement, Records
from zjkg.notes import LostNoteError
from zjkg.originals import File, Original, files_of, held_by, record_key
from zjkg.pipeline import Corpus, Knowledge
from zjkg.processors import processors
from zjkg.reading import file_bytes, read_bytes
from zjkg.report import article_part, article_parts, encoded
from zjkg.settings import Settings
from zjkg.store import ArticleState, GraphStore, NotesFile, State, decoded
from zjkg.supplied import Difference, difference, named_folder
from zjkg.versions import extraction_version, graph_version
from zjkg.writing import Basis, Content, write_graphs

_EXTRACTED_AT_ONCE = 5000
"""How many articles are read before they are extracted; memory does not grow beyond them."""
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
            return self._make(store, given, failed)

    def with_added(self, paths: Sequence[Path]) -> Outcome:
        """Add articles, or replace those of the same source.

        An article whose replacement cannot be read stays as it was.
        """
        given, failed = files_of(paths)
        if self._is_in_vain(given):
            return _nothing((), failed)
        with GraphStore.open(self.settings.store, write=True) as store:
            held = held_by(store)
            return self._make(store, held | given, failed, held)

    def with_removed(self, sources: Sequence[str]) -> Outcome:
        """Remove articles with all that hangs on them.

        Raises:
            SettingsError: where the store holds no such article; nothing is removed then.
        """
        with GraphStore.open(self.settings.store, write=True) as store:
            unknown = sorted(set(sources) - set(store.state().articles))
            if unknown:
                raise _no_such_article(unknown, store)
            held = held_by(store)
            return self._make(store, {s: held[s] for s in held if s not in sources}, [])

    def _is_in_vain(self, given: Mapping[str, File]) -> bool:
        """Whether there is nothing to read and no store: a misspelt path must not make one."""
        return not given and not self.settings.store.is_dir()

    def _make(
        self,
        store: GraphStore,
        wanted: dict[str, File],
        failed: list[ReadingError],
        held: Mapping[str, File] = MappingProxyType({}),
    ) -> Outcome:
        before = store.state()
        rules = extraction_version(self.settings)
        version = f"{rules}:{graph_version(self.settings)}"
        if not self.full and _is_current(before, wanted, version, rules):
            return _nothing(wanted, failed)
        failed = [*failed, *self._keep_records(store, wanted, rules, held)]
        if failed and not wanted:
            return _nothing(before.articles, failed)
        supplied = difference(store, before, self.settings)
        with store.notes(version, anew=self.full) as notes, uncollected():
            state, unborne = self._made(store, wanted, failed, before, notes)
        store.prune_records([*_record_keys(state, wanted)])
        return replace(_outcome(before, state, failed), supplied=supplied, unborne=unborne)

    def _made(
        self,
        store: GraphStore,
        wanted: Mapping[str, File],
        failed: Sequence[ReadingError],
        before: State,
        notes: NotesFile,
    ) -> tuple[State, tuple[tuple[Judgement, str], ...]]:
        """Write all that the records come to; the state of the store, and ``Outcome.unborne``."""
        rules, _, _ = notes.version.partition(":")
        records = _records(store, wanted, rules)
        # A build that ends in the middle leaves a store that the next one takes for unfinished;
        # readers keep the state before it.
        store.begin()
        trusted = before if before.rules == notes.version and not self.full else State()
        bases = {s: Basis(file.digest, record_key(file, rules)) for s, file in wanted.items()}
        try:
            content, unborne = self._written(store, records, bases, notes, trusted)
        except LostNoteError:
            notes.clear()
            content, unborne = self._written(store, records, bases, notes, State())
        articles = _articles(content, wanted, bases)
        state = State(
            rules=notes.version,
            articles=articles,
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

    def _keep_records(
        self, store: GraphStore, wanted: dict[str, File], rules: str, held: Mapping[str, File]
    ) -> list[ReadingError]:
        """See to it that the store keeps every wanted article's record; those it lacks are made.

        A file that cannot be read gives way in ``wanted`` to the one that is held, or leaves it.
        """
        failed: list[ReadingError] = []
        sources = list(wanted)
        for start in range(0, len(sources), _EXTRACTED_AT_ONCE):
            originals: dict[str, Original] = {}
            unread: list[Article] = []
            for source in sources[start : start + _EXTRACTED_AT_ONCE]:
                try:
                    original = self._lacking(store, wanted, source, rules)
                    article = original and self._read(original)
                except ReadingError as error:
                    failed.append(error)
                    original = self._former(store, wanted, source, rules, held)
                    article = original and self._read(original)
                if original and article:
                    originals[source] = original
                    unread.append(article)
            for record in extract_all(
                unread, self.settings, jobs=self.jobs or processors(), progress=self.progress
            ):
                _keep(store, wanted[record.article.source], originals, record, rules)
        return failed

    def _lacking(
        self, store: GraphStore, wanted: dict[str, File], source: str, rules: str
    ) -> Original | None:
        """The original of an article whose record the store lacks."""
        if not self.full and store.has_record(record_key(wanted[source], rules)):
            return None
        original = _original(store, wanted[source])
        now = hashlib.sha256(original.data).hexdigest()
        wanted[source] = replace(wanted[source], digest=now)  # it may have been saved meanwhile
        return original

    def _former(
        self,
        store: GraphStore,
        wanted: dict[str, File],
        source: str,
        rules: str,
        held: Mapping[str, File],
    ) -> Original | None:
        """The held file takes the place of one that cannot be read, if it is another."""
        unreadable, former = wanted.pop(source), held.get(source)
        if former is None or former.key == unreadable.key:
            return None
        wanted[source] = former
        return self._lacking(store, wanted, source, rules)

    def _read(self, original: Original) -> Article:
        return read_bytes(original.name, original.data, zone=self.settings.zone)


def _keep(
    store: GraphStore,
    file: File,
    originals: Mapping[str, Original],
    record: ArticleRecord,
    rules: str,
) -> None:
    """Keep a record and its original; the words of sentences serve extraction alone."""
    lean = replace(record, recognition=replace(record.recognition, tokens=()))
    store.save_record(record_key(file, rules), msgspec.json.encode(lean))
    store.save_record(file.key, msgspec.json.encode(originals[file.source]))


def _original(store: GraphStore, file: File) -> Original:
    if file.path is not None:
        return Original(file.name, file_bytes(file.path))
    return decoded(store.load_record(file.key) or b"null", Original, file.key)


def _records(store: GraphStore, wanted: Mapping[str, File], rules: str) -> Records:
    """The records of the wanted articles, each decoded when it is looked at."""

    def load(source: str) -> ArticleRecord:
        key = record_key(wanted[source], rules)
        return decoded(store.load_record(key) or b"null", ArticleRecord, key)

    return Records(wanted, load, stamp=lambda source: record_key(wanted[source], rules))


def _record_keys(state: State, files: Mapping[str, File]) -> Iterator[str]:
    """The keys of all that the store shall keep of the articles."""
    for source, each in state.articles.items():
        yield each.record_key
        yield files[source].key


def _is_current(before: State, files: Mapping[str, File], version: str, rules: str) -> bool:
    """Whether the store is made of these files; the suffix counts too, as it tells the form."""
    held = {source: each.record_key for source, each in before.articles.items()}
    wanted = {source: record_key(file, rules) for source, file in files.items()}
    return before.rules == version and held == wanted


def _articles(
    content: Content, files: Mapping[str, File], bases: Mapping[str, Basis]
) -> dict[str, ArticleState]:
    """The state of each article, as its graphs were written."""
    return {
        source: ArticleState(
            file_digest=files[source].digest,
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
