"""Brings the graphs of a store to what a corpus says, and writes only what differs.

An article's graph is a function of its record and of the IRIs and types of its entities; what of
the derived facts belongs to an article is a function of its portion. A digest of each is kept in
the state, so that after a build of the same rules nothing else need be looked at.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np
from pyoxigraph import NamedNode, Quad

from zjkg.graph import Portion
from zjkg.notes import LostNoteError, Notes
from zjkg.numbering import Numbering
from zjkg.pipeline import Corpus
from zjkg.store import ArticleState, GraphStore, Loading, State
from zjkg.vocab import ZJ

_NOTHING = State()
_QUADS_AT_ONCE = 100_000
"""So many quads of derived facts wait before they are written together."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The digest of an article's bytes, by which its graph is called, and its record's key."""

    digest: str
    record: str


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of one article: its graph, and the digests of what both depend on."""

    graph: str
    content: str
    derived: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a store holds: of each article, by source, and how many findings of each class.

    ``tally`` counts what the report tells of all articles together, see ``Portion.tally``.
    """

    articles: Mapping[str, Written]
    findings: Mapping[str, int]
    tally: Mapping[str, int]


def write_graphs(
    store: GraphStore,
    corpus: Corpus,
    bases: Mapping[str, Basis],
    notes: Notes,
    before: State = _NOTHING,
) -> Content:
    """Write the graphs that differ from what the store holds, and drop those no longer wanted.

    Args:
        store: Open for writing.
        corpus: What the store shall say.
        bases: What there is of each article, by source.
        notes: What was written of each portion is noted there.
        before: What the last build wrote, where it ended and was made by the same rules; what the
            notes had before this corpus. Without it every graph is compared with what the store
            holds, else only those of articles that are touched.

    Returns:
        What the store holds now.

    Raises:
        LostNoteError: where a note is gone that others speak of.
    """
    written = notes.read("written", "", _Sum)
    known = written is not None and written.portions == _print(before.articles)
    return _Writing(store, corpus, bases, notes, before if known else _NOTHING).all()


class _Sum(msgspec.Struct, frozen=True):
    """All portions: a digest of theirs, and their tallies together."""

    portions: bytes
    tally: dict[str, int]


def _print(articles: Mapping[str, ArticleState | Written]) -> bytes:
    """A digest of the digests of all articles and portions."""
    told = ((source, articles[source]) for source in sorted(articles))
    content = msgspec.msgpack.encode([(s, each.content, each.derived) for s, each in told])
    return hashlib.sha256(content).digest()


class _Writing:
    def __init__(
        self,
        store: GraphStore,
        corpus: Corpus,
        bases: Mapping[str, Basis],
        notes: Notes,
        before: State,
    ) -> None:
        self._store, self._corpus = store, corpus
        self._bases, self._before = bases, before.articles
        self._findings, self._notes = before.findings, notes
        self._held = frozenset(() if before.articles else store.graphs())
        self._derived = corpus.minter.graph("derived")
        self._numbering = Numbering(store, corpus.minter)
        self._tally: Counter[str] = Counter()

    def all(self) -> Content:
        self._tally.update(self._former_tally())
        contents = self._article_graphs()
        portions = self._changed_portions() if self._before else self._all_portions()
        for name, quads in self._corpus.supplied_graphs().items():
            self._store.replace_graph(name, quads)
        wanted = {source: self._version(source) for source in self._bases}
        findings = self._number([wanted[source] for source in sorted(wanted)])
        for name in self._unwanted({*wanted.values(), *self._corpus.supplied_graphs()}):
            self._store.remove_graph(name)
        written = {
            source: Written(name, contents[source], portions.get(source, ""))
            for source, name in wanted.items()
        }
        tally = {what: count for what, count in sorted(self._tally.items()) if count}
        self._notes.write("written", "", _Sum(_print(written), tally))
        return Content(written, findings, tally)

    def _former_tally(self) -> dict[str, int]:
        return self._notes.read_surely("written", "", _Sum).tally if self._before else {}

    def _version(self, source: str) -> str:
        former, now = self._before.get(source), self._bases[source].digest
        if former is not None and former.file_digest == now:
            return former.graph
        return self._corpus.minter.version(source, now)

    def _unwanted(self, wanted: set[str]) -> list[str]:
        if not self._before:
            kept = {*wanted, self._derived, self._corpus.minter.graph("numbering")}
            return [name for name in self._store.graphs() if name not in kept]
        return sorted({state.graph for state in self._before.values()} - wanted)

    def _number(self, versions: Sequence[str]) -> dict[str, int]:
        """Number the articles, and what was found over several of them."""
        if not self._before:
            return self._numbering.anew(versions)
        former = [self._before[source].graph for source in sorted(self._before)]
        return self._numbering.renewed(former, versions, self._findings)

    def _touched(self) -> Iterator[str]:
        """The articles of which anything may be otherwise than the store has it, in order."""
        touched = self._corpus.touched
        for source in sorted(self._bases):
            if source in touched or source not in self._before:
                yield source

    def _article_graphs(self) -> dict[str, str]:
        """Write the graphs of articles; the digests of what they are functions of."""
        made = {source: state.content for source, state in self._before.items()}
        with self._store.loading() as loading:
            for source in self._touched():
                made[source] = self._content(source)
                former = self._before.get(source)
                if former is not None and former.content == made[source]:
                    continue
                name, quads = self._version(source), self._corpus.article_quads(source)
                if (former is not None and former.graph == name) or name in self._held:
                    self._store.replace_graph(name, quads)
                else:
                    loading.add(name, quads)
        return made

    def _content(self, source: str) -> str:
        content = msgspec.msgpack.encode(
            (self._bases[source].record, self._corpus.who.named(source))
        )
        return hashlib.sha256(content).hexdigest()

    def _each_portion(self) -> Iterator[tuple[str, Portion, str]]:
        for source in self._touched():
            portion = self._corpus.portion(source)
            yield source, portion, "" if portion.is_empty() else portion.digest(self._stamp)

    def _changed_portions(self) -> dict[str, str]:
        """Write what of the derived facts differs; the digests of the portions."""
        made = {s: each.derived for s, each in self._before.items() if s in self._bases}
        gone: set[str] = set()
        new: set[str] = set()
        waiting: list[Quad] = []
        with self._store.loading() as loading:
            for source, portion, derived in self._each_portion():
                former = made.get(source, "")
                if former == derived:
                    continue
                made[source] = derived
                held = self._held_portion(source, former)
                now, quads = self._differing(portion, held)
                self._note(source, derived, held, now)
                gone.update(held.without(now))
                waiting += quads
                if len(waiting) >= _QUADS_AT_ONCE:
                    new.update(self._replace(waiting, loading))
                    waiting = []
            new.update(self._replace(waiting, loading))
        for source in sorted(self._before.keys() - self._bases.keys()):
            held = self._held_portion(source, self._before[source].derived)
            self._note(source, "", held, _Held())
            gone.update(held.without(_Held()))
        gone -= new  # a subject may have gone over to the portion of another article
        if gone:
            self._numbering.about_to_change(gone)
            self._store.replace_statements(self._derived, gone, ())
        return made

    def _replace(self, quads: Sequence[Quad], loading: Loading) -> list[str]:
        """Write all that is said of the subjects of these quads; the subjects."""
        subjects = _subjects(quads)
        if self._before:
            self._numbering.about_to_change(subjects)
        known = {subject for subject in subjects if self._is_known(subject)}
        loading.add(self._derived, (quad for quad in quads if _subject(quad) not in known))
        if known:
            changed = (quad for quad in quads if _subject(quad) in known)
            self._store.replace_statements(self._derived, known, changed)
        return subjects

    def _is_known(self, subject: str) -> bool:
        """Whether the derived facts say anything of a subject."""
        graph, node = NamedNode(self._derived), NamedNode(subject)
        quads = self._store.engine.quads_for_pattern(node, None, None, graph)
        return next(quads, None) is not None

    def _note(self, source: str, derived: str, before: _Held, now: _Held) -> None:
        """Note what the store holds of a portion from now on."""
        self._tally.subtract(before.tally)
        self._tally.update(now.tally)
        if derived:
            self._notes.write("portion", source, (derived, now))
        else:
            self._notes.drop("portion", source)

    def _differing(self, portion: Portion, held: _Held) -> tuple[_Held, list[Quad]]:
        """What the store shall hold of a portion, and the quads of what it does not yet."""
        rest, digests = portion.digest_of_rest(self._stamp), portion.each()
        fresh = [number for number, each in enumerate(digests) if each not in held.merges]
        some = Portion() if rest == held.rest else portion
        quads = list(
            self._corpus.portion_quads(
                replace(some, merges=[portion.merges[number] for number in fresh])
            )
        )
        iris = [_subject(quad) for quad in quads if quad.object == ZJ.Merge]
        known = held.merges | {digests[n]: iri for n, iri in zip(fresh, iris, strict=True)}
        merges = {each: known[each] for each in digests}
        subjects = held.subjects
        if rest != held.rest:
            subjects = sorted(set(_subjects(quads)).difference(iris))
        return _Held(rest, subjects, merges, portion.tally()), quads

    def _held_portion(self, source: str, derived: str) -> _Held:
        """What the store holds of an article's portion; nothing where none belongs to it."""
        if not derived:
            return _Held()
        stamp, held = self._notes.read_surely("portion", source, tuple[str, _Held])
        if stamp != derived:
            raise LostNoteError("portion", source)
        return held

    def _stamp(self, source: str) -> str:
        return self._bases[source].record

    def _all_portions(self) -> dict[str, str]:
        """Write all derived facts, where it is not known what the store holds of them."""
        made: dict[str, str] = {}
        wanted = array("Q")
        is_new = self._derived not in self._held
        waiting: list[Quad] = []
        with self._store.loading() as loading:
            for source, portion, derived in self._each_portion():
                made[source] = derived
                held, quads = self._differing(portion, _Held())
                self._note(source, derived, _Held(), held)
                if is_new:
                    loading.add(self._derived, quads)
                    continue
                wanted.extend(map(_short, _subjects(quads)))
                waiting += quads
                if len(waiting) >= _QUADS_AT_ONCE:
                    self._replace(waiting, loading)
                    waiting = []
            self._replace(waiting, loading)
        if not is_new:
            self._sweep(wanted)
        return made

    def _sweep(self, wanted: array[int]) -> None:
        """Take out what is said of subjects that no portion has; of these a digest is at hand."""
        known = np.unique(np.frombuffer(wanted, dtype=np.uint64))
        gone: list[str] = []
        for subject in self._subjects():
            at = int(np.searchsorted(known, np.uint64(_short(subject))))
            if at == len(known) or int(known[at]) != _short(subject):
                gone.append(subject)
        if gone:
            self._store.replace_statements(self._derived, gone, ())

    def _subjects(self) -> Iterator[str]:
        """The subjects of the derived facts, which the engine gives one after the other."""
        last = None
        for quad in self._store.engine.quads_for_pattern(
            None, None, None, NamedNode(self._derived)
        ):
            if isinstance(quad.subject, NamedNode) and quad.subject != last:
                last = quad.subject
                yield last.value


class _Held(msgspec.Struct, frozen=True):
    """What the store holds of a portion: of each merge its IRI by its digest; of the rest also."""

    rest: str = ""
    subjects: list[str] = []
    merges: dict[str, str] = {}
    tally: dict[str, int] = {}

    def without(self, other: _Held) -> set[str]:
        """The subjects that the other has not."""
        mine, theirs = ({*each.subjects, *each.merges.values()} for each in (self, other))
        return mine - theirs


def _subjects(quads: Iterable[Quad]) -> list[str]:
    return sorted(set(map(_subject, quads)))


def _subject(quad: Quad) -> str:
    if not isinstance(quad.subject, NamedNode):
        raise TypeError(str(quad))  # the graph has no blank nodes
    return quad.subject.value


def _short(subject: str) -> int:
    """A digest of eight bytes."""
    return int.from_bytes(hashlib.blake2b(subject.encode(), digest_size=8).digest())
