"""Brings the graphs of a store to what a corpus says, and writes only what differs.

An article's graph is a function of its record and of the IRIs and types of its entities; what of
the derived facts belongs to an article is a function of its portion. A digest of each is kept in
the state, so that after a build of the same rules nothing else need be looked at.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np
from pyoxigraph import NamedNode, Quad

from zjkg import graph
from zjkg.graph import Portion
from zjkg.model import EntityType, Identity
from zjkg.notes import LostNoteError, Notes
from zjkg.numbering import Numbering
from zjkg.pipeline import Corpus
from zjkg.store import GraphStore, State
from zjkg.vocab import ZJ

_NOTHING = State()


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
    """What a store holds: of each article, by source, and how many findings of each class."""

    articles: Mapping[str, Written]
    findings: Mapping[str, int]


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
        before: What the last build wrote, where it ended and was made by the same rules. Without
            it, and where a note of it is gone, every graph is compared with what the store holds.

    Returns:
        What the store holds now.
    """
    portions = {source: each.derived for source, each in before.articles.items()}
    known = notes.read("portions", "", bytes) == _print(portions)
    try:
        return _Writing(store, corpus, bases, notes, before if known else _NOTHING).all()
    except LostNoteError:
        return _Writing(store, corpus, bases, notes, _NOTHING).all()


def _print(portions: Mapping[str, str]) -> bytes:
    """A digest of the digests of all portions."""
    content = msgspec.msgpack.encode(sorted(portions.items()))
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

    def all(self) -> Content:
        contents = self._article_graphs()
        portions = self._portions()
        for name, quads in self._corpus.supplied_graphs().items():
            self._store.replace_graph(name, quads)
        wanted = {source: self._version(source) for source in self._bases}
        told = {source: portions.get(source, "") for source in wanted}
        self._notes.write("portions", "", _print(told))
        findings = self._number([wanted[source] for source in sorted(wanted)])
        for name in self._unwanted({*wanted.values(), *self._corpus.supplied_graphs()}):
            self._store.remove_graph(name)
        return Content(
            {
                source: Written(name, contents[source], portions.get(source, ""))
                for source, name in wanted.items()
            },
            findings,
        )

    def _version(self, source: str) -> str:
        return self._corpus.minter.version(source, self._bases[source].digest)

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

    def _article_graphs(self) -> dict[str, str]:
        """Write the graphs of articles; the digests of what they are functions of."""
        types = graph.entity_types(self._corpus.identity)
        made: dict[str, str] = {}
        with self._store.loading() as loading:
            for source, named in _named(self._bases, self._corpus.identity):
                made[source] = self._content(source, named, types)
                former = self._before.get(source)
                if former is not None and former.content == made[source]:
                    continue
                name, quads = self._version(source), self._corpus.article_quads(source, types)
                if (former is not None and former.graph == name) or name in self._held:
                    self._store.replace_graph(name, quads)
                else:
                    loading.add(name, quads)
        return made

    def _content(
        self, source: str, named: Sequence[tuple[str, str]], types: Mapping[str, EntityType]
    ) -> str:
        typed = [(key, iri, types[iri].value) for key, iri in named]
        content = msgspec.msgpack.encode((self._bases[source].record, typed))
        return hashlib.sha256(content).hexdigest()

    def _portions(self) -> dict[str, str]:
        """Write what of the derived facts differs; the digests of the portions."""
        return self._changed_portions() if self._before else self._all_portions()

    def _each_portion(self) -> Iterator[tuple[str, Portion, str]]:
        identity = self._corpus.identity
        for source, portion in graph.portions(identity, self._corpus.comparison):
            yield source, portion, portion.digest(self._stamp)

    def _changed_portions(self) -> dict[str, str]:
        made: dict[str, str] = {}
        gone: set[str] = set()
        new: set[str] = set()
        for source, portion, derived in self._each_portion():
            made[source] = derived
            former = self._before.get(source)
            if former is not None and former.derived == derived:
                continue
            held = _Held() if former is None else self._held_portion(source, former.derived)
            now, quads = self._differing(portion, held)
            self._notes.write("portion", source, (derived, now))
            subjects = _subjects(quads)
            self._numbering.about_to_change(subjects)
            self._store.replace_statements(self._derived, subjects, quads)
            new.update(subjects)
            gone.update(held.without(now))
        for source, state in self._before.items():
            if state.derived and source not in made:
                gone.update(self._held_portion(source, state.derived).without(_Held()))
                self._notes.drop("portion", source)
        gone -= new  # a subject may have gone over to the portion of another article
        if gone:
            self._numbering.about_to_change(gone)
            self._store.replace_statements(self._derived, gone, ())
        return made

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
        return _Held(rest, subjects, merges), quads

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
        fresh = self._derived not in self._held
        made: dict[str, str] = {}
        wanted = array("Q")
        with self._store.loading() as loading:
            for source, portion, derived in self._each_portion():
                made[source] = derived
                held, quads = self._differing(portion, _Held())
                self._notes.write("portion", source, (derived, held))
                subjects = _subjects(quads)
                if fresh:
                    loading.add(self._derived, quads)
                    continue
                wanted.extend(map(_short, subjects))
                self._store.replace_statements(self._derived, subjects, quads)
        if not fresh:
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


def _named(
    sources: Iterable[str], identity: Identity
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """For each article the keys of its entities with their IRIs."""
    found: dict[str, list[tuple[str, str]]] = {source: [] for source in sorted(sources)}
    for key, iri in identity.iris.items():
        found[key.source].append((key.key, iri))
    for source, named in found.items():
        yield source, sorted(named)


def _short(subject: str) -> int:
    """A digest of eight bytes."""
    return int.from_bytes(hashlib.blake2b(subject.encode(), digest_size=8).digest())
