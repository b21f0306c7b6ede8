"""Which question comes next, given what was decided before.

Identity is not resolved anew after each decision: over many articles that would take longer than
a person takes for a key. What follows from decisions alone is known without it, and is not asked:
if A is B, then a question on B and C settles the one on A and C. Which new evidence a merge
brings (a shared neighbour, say) shows in the next review. Nor is asked what no row can join:
things that the authority lists apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from zjkg.model import Identity, LocalKey
from zjkg.partition import Partition
from zjkg.review.questions import Question, Standing, is_judged

Pair = tuple[LocalKey, LocalKey]


class _Known:
    """Sets of entities that are one thing, and the pairs of sets that are not.

    ``entries`` are the entities that the authority lists, with the IRI of each.
    """

    def __init__(self, keys: Collection[LocalKey], entries: Mapping[LocalKey, str]) -> None:
        self._partition = Partition(keys)
        self._entries = {key: {entries[key]} if key in entries else set() for key in keys}
        self._apart: list[Pair] = []

    def add(self, pair: Pair, *, same: bool) -> None:
        if not same:
            self._apart.append(pair)
            return
        entries = set[str]().union(*(self._entries[head] for head in self._heads(pair)))
        self._partition.join(*pair)
        self._entries[self._partition.find(pair[0])] = entries

    def settles(self, pair: Pair) -> bool:
        heads = self._heads(pair)
        if len(heads) == 1 or any(self._heads(apart) == heads for apart in self._apart):
            return True
        first, second = (self._entries[head] for head in heads)
        return bool(first and second and first != second)

    def _heads(self, pair: Pair) -> set[LocalKey]:
        return {self._partition.find(key) for key in pair}


class Agenda:
    """Questions in their order, without those that decisions settle or the reviewer put off."""

    def __init__(
        self, identity: Identity, questions: Sequence[Question], listed: Collection[str] = ()
    ) -> None:
        """Make the agenda; ``listed`` are the IRIs of the authority."""
        self.questions = questions
        self._identity = identity
        self._entries = {key: iri for key, iri in identity.iris.items() if iri in listed}
        self._decided: list[tuple[Pair, bool]] = []
        self._noted: list[tuple[Pair, bool]] = []
        self._skipped: set[Pair] = set()
        self._known = self._at_first()

    def pending(self) -> Iterator[tuple[int, Question]]:
        """What is still to be asked, each with its place among all questions, from 1."""
        for number, question in enumerate(self.questions, start=1):
            if question.pair not in self._skipped and not self._is_settled(question):
                yield number, question

    def undecided(self) -> int:
        """How many questions are open, put off or not."""
        return sum(not self._is_settled(question) for question in self.questions)

    def skipped(self) -> int:
        """How many questions were put off and are open still."""
        asked = (each for each in self.questions if each.pair in self._skipped)
        return sum(not self._is_settled(question) for question in asked)

    def decide(self, question: Question, *, same: bool) -> None:
        """A person's decision; it may settle other questions too."""
        self._decided.append((question.pair, same))
        self._learn(question.pair, same=same)

    def note(self, question: Question, *, same: bool) -> None:
        """What somebody else decided meanwhile; ``undo`` leaves it."""
        self._noted.append((question.pair, same))
        self._learn(question.pair, same=same)

    def undo(self) -> None:
        """Forget the last decision and what followed from it."""
        self._decided.pop()
        self._known = self._at_first()
        for pair, same in (*self._noted, *self._decided):
            self._learn(pair, same=same)

    def skip(self, question: Question) -> None:
        """Put a question off; it is not asked again in this review."""
        self._skipped.add(question.pair)

    def _at_first(self) -> dict[bool, _Known]:
        """What holds before any decision: with what the rules joined (True), and without."""
        keys = list(self._identity.iris)
        known = {joined: _Known(keys, self._entries) for joined in (True, False)}
        for thing in self._identity.entities:
            for pair in pairwise(thing.members):
                known[True].add(pair, same=True)
        for merge in self._identity.merges:
            if is_judged(merge):
                for each in known.values():
                    each.add((merge.first, merge.second), same=merge.same)
        return known

    def _learn(self, pair: Pair, *, same: bool) -> None:
        for each in self._known.values():
            each.add(pair, same=same)

    def _is_settled(self, question: Question) -> bool:
        """A question on a merge of the rules is settled by persons' decisions only."""
        return self._known[question.standing is not Standing.JOINED].settles(question.pair)
