"""Numbers the things of a store anew, or only those that came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from zjkg import graph
from zjkg.ids import Minter
from zjkg.store import GraphStore
from zjkg.vocab import RDF, ZJ

_KINDS = {kind.value: kind for kind in graph.FINDINGS}


class Numbering:
    """The graph of numbers of a store that is being written.

    Whoever writes derived facts shows the subjects before (``about_to_change``), so that afterwards
    only those need be looked at.
    """

    def __init__(self, store: GraphStore, minter: Minter) -> None:
        self._store, self._minter = store, minter
        self._derived = NamedNode(minter.graph("derived"))
        self._graph = minter.graph("numbering")
        self._former: dict[str, str | None] = {}

    def about_to_change(self, subjects: Iterable[str]) -> None:
        """Remember of which class of findings each subject is, if of any."""
        for subject in subjects:
            if subject not in self._former:
                self._former[subject] = self._kind(subject)

    def anew(self, versions: Sequence[str]) -> dict[str, int]:
        """Number all; the versions come in the order of their sources.

        Returns:
            How many findings there are of each class.
        """
        counts: dict[str, int] = {}
        self._store.remove_graph(self._graph)
        with self._store.loading() as loading:
            loading.add(self._graph, graph.numbering_quads(versions, (), self._minter))
            for kind in graph.FINDINGS:
                count = sum(1 for _ in self._of_kind(kind))
                if count:
                    counts[kind.value] = count
                    loading.add(self._graph, self._numbered(kind, count))
        return counts

    def _numbered(self, kind: NamedNode, count: int) -> Iterator[Quad]:
        """The numbers of all findings of a class, of which there are so many."""
        portions = graph.portions_of_findings(count)
        yield graph.count_quad(kind, portions, self._minter)
        for iri in self._of_kind(kind):
            yield graph.portion_quad(iri, graph.portion_of_finding(iri, portions), self._minter)

    def renewed(
        self, former: Sequence[str], versions: Sequence[str], counts: Mapping[str, int]
    ) -> dict[str, int]:
        """Number what came and take out what went.

        Args:
            former: The versions that are numbered, in the order of their sources.
            versions: Those that shall be.
            counts: How many findings of each class there were.

        Returns:
            How many there are now.
        """
        subjects, quads = self._changed_versions(former, versions)
        now = {subject: self._kind(subject) for subject in self._former}
        after = Counter(counts)
        after.update(kind for kind in now.values() if kind)
        after.subtract(kind for kind in self._former.values() if kind)
        changed = [subject for subject in now if now[subject] != self._former[subject]]
        for name, kind in _KINDS.items():
            portions = graph.portions_of_findings(after[name])
            some: Iterable[str] = (subject for subject in changed if now[subject] == name)
            if bool(counts.get(name)) != bool(after[name]) or portions != (
                graph.portions_of_findings(counts.get(name, 0))
            ):
                subjects.append(name)
                quads += [graph.count_quad(kind, portions, self._minter)] * bool(after[name])
                some = self._of_kind(kind)
            for iri in some:
                subjects.append(iri)
                portion = graph.portion_of_finding(iri, portions)
                quads.append(graph.portion_quad(iri, portion, self._minter))
        self._store.replace_statements(self._graph, [*subjects, *changed], quads)
        return {name: count for name, count in after.items() if count}

    def _changed_versions(
        self, former: Sequence[str], versions: Sequence[str]
    ) -> tuple[list[str], list[Quad]]:
        """The things whose numbers change, and the new numbers."""
        kind, places = ZJ.ArticleVersion, (_portions(former), _portions(versions))
        before, after = places
        subjects = [iri for iri in {**before, **after} if before.get(iri) != after.get(iri)]
        quads = [graph.portion_quad(i, after[i], self._minter) for i in subjects if i in after]
        counts = [max(each.values(), default=0) for each in places]
        if counts[0] != counts[1]:
            subjects.append(kind.value)
            quads += [graph.count_quad(kind, counts[1], self._minter)] * bool(counts[1])
        return subjects, quads

    def _kind(self, subject: str) -> str | None:
        found = self._store.engine.quads_for_pattern(
            NamedNode(subject), RDF.type, None, self._derived
        )
        kinds = {quad.object.value for quad in found if isinstance(quad.object, NamedNode)}
        return min(kinds & _KINDS.keys(), default=None)

    def _of_kind(self, kind: NamedNode) -> Iterator[str]:
        for quad in self._store.engine.quads_for_pattern(None, RDF.type, kind, self._derived):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value


def _portions(versions: Sequence[str]) -> dict[str, int]:
    return {iri: graph.portion_of_version(place) for place, iri in enumerate(versions)}
