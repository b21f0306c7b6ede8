"""What the articles bring to the comparison, and what comes of it: only what changed is done anew.

Claims are compared where they share a key, so what is found belongs to a key: where an article
comes or goes, its keys are looked at again, and nothing else.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from zjkg.comparison.brought import Brought, brought
from zjkg.comparison.compared import Compared, Meeting, Own
from zjkg.comparison.measures import MeasureScheme
from zjkg.comparison.origins import Source
from zjkg.comparison.packing import marks_of, packed
from zjkg.comparison.reposts import Renewed, Reposts, clauses_of
from zjkg.comparison.shelf import Alike, Shelf
from zjkg.comparison.units import Units
from zjkg.comparison.verdicts import NOTHING, Found, Judge
from zjkg.ids import digest
from zjkg.model import ArticleRecord, Identity, LocalKey, Records
from zjkg.notes import Notes

_OF_ARTICLES = ("meeting", "own", "said")
_AT_HAND = 256


@dataclass(frozen=True, slots=True)
class Given:
    """By what articles are compared; ``named`` tells the IRIs of an article's own entities."""

    named: Callable[[str], dict[LocalKey, str]]
    scheme: MeasureScheme
    units: Units

    def brought(self, record: ArticleRecord) -> Brought:
        """What an article brings."""
        own = Identity((), self.named(record.article.source))
        return brought(record, own, self.scheme, self.units)


class Gathering:
    """Brings the notes of a comparison to what the records say."""

    def __init__(self, records: Records, given: Given, notes: Notes) -> None:
        self._records, self._given, self._notes = records, given, notes
        self._before = notes.read("compared", "", dict[str, str]) or {}
        self._meeting = lru_cache(_AT_HAND)(partial(_noted_meeting, notes))
        self._marks = array("q")  # of claims that came or went
        self._left: dict[str, array[int]] = {}  # clauses of articles that went or changed
        self._come: dict[str, array[int]] = {}

    def compared(self, touched: Collection[str]) -> Compared:
        """What all claims come to.

        ``touched`` are the articles of the notes that may bring something else than before.

        Raises:
            LostNoteError: where a note is gone that others speak of.
        """
        stamps = self._stamps(touched)
        changed = [source for source in stamps if self._before.get(source) != stamps[source]]
        for source in sorted(self._before.keys() - (stamps.keys() - set(changed))):
            self._leave(source)
        for source in changed:
            self._enter(source)
        self._meeting.cache_clear()
        reposts = Reposts(self._notes, lambda source: array("q", self._meeting(source).clauses))
        staying = len(stamps) - len(changed)
        renewed = reposts.renew(self._left, self._come, staying)
        owners = renewed.owners | self._judge(reposts, renewed)
        self._notes.write("compared", "", stamps)
        about = frozenset((*owners, *changed)) & stamps.keys()
        return Compared(self._notes, tuple(stamps), about)

    def _stamps(self, touched: Collection[str]) -> dict[str, str]:
        """Of each article what tells whether it brings the same as before."""
        return {
            source: self._before[source]
            if source in self._before and source not in touched
            else self._stamp(source)
            for source in self._records.sources
        }

    def _stamp(self, source: str) -> str:
        """Of the record and of what its entities are called."""
        named = sorted((key.key, iri) for key, iri in self._given.named(source).items())
        parts = (part for each in named for part in each)
        return digest(self._records.stamp(source) or "", *parts)

    def _leave(self, source: str) -> None:
        """Take out what an article brought."""
        former = _noted_meeting(self._notes, source)
        marks, clauses = marks_of(former.claims), array("q", former.clauses)
        self._marks.extend(marks)
        self._left[source] = clauses
        self._notes.unshare(source, marks.union(clauses))
        self._notes.forget(source, _OF_ARTICLES)

    def _enter(self, source: str) -> None:
        """Note what an article brings."""
        record = self._records.of_source(source)
        found = self._given.brought(record)
        clauses = clauses_of(record.article.text)
        claims, said = packed(found)
        meeting = Meeting(found.source, tuple(claims), clauses.tobytes())
        marks = marks_of(meeting.claims)
        self._marks.extend(marks)
        self._come[source] = clauses
        self._notes.share(source, marks.union(clauses))
        self._notes.write("meeting", source, meeting)
        self._notes.write("said", source, said)
        self._notes.write("own", source, Own.of(found))

    def _judge(self, reposts: Reposts, renewed: Renewed) -> set[str]:
        """Note what is found under the marks that changed; the articles that it belongs to."""
        for pair in renewed.pairs:
            if not any(source in self._left or source in self._come for source in pair):
                self._marks.extend(self._said_alike(pair))
        marks = np.unique(np.frombuffer(self._marks, dtype=np.int64))
        chosen = frozenset(marks.tolist()) if self._before else None
        sources: dict[str, Source] = {}
        shelf = Shelf()
        for source in self._meeting_under(chosen):
            meeting = self._meeting(source)
            sources[source] = meeting.source
            for each in meeting.claims:
                if chosen is None or not chosen.isdisjoint(each.matter.marks):
                    shelf.put(source, each, is_new=source in self._come)
        noted = lru_cache(_AT_HAND)(partial(_noted_content, self._notes))
        judge = Judge(
            lambda source, matter: noted(source)[matter], sources, lru_cache(_AT_HAND)(reposts.of)
        )
        owners: set[str] = set()
        for mark, block in shelf.blocks(marks):
            owners |= self._judge_one(judge, mark, block)
        return owners

    def _judge_one(self, judge: Judge, mark: int, block: Sequence[Alike]) -> set[str]:
        name = str(mark)
        before = (self._notes.read("found", name, Found) if self._before else None) or NOTHING
        now = judge.found(mark, block, before, self._left, self._come)
        if now != NOTHING:
            self._notes.write("found", name, now)
        elif before != NOTHING:
            self._notes.drop("found", name)
        if not self._before:
            return set()  # all articles are looked at in any case
        about = now.about(self._come)  # their records may be others, although the same is found
        changed = (before.without(now), now.without(before), about)
        return {owner for found in changed for owner in found.owners()}

    def _meeting_under(self, marks: Collection[int] | None) -> list[str]:
        """The articles that have one of these marks, in order; without marks, all."""
        if marks is None:
            return sorted(self._come)
        return sorted({source for mark in marks for source in self._notes.sharing(mark)})

    def _said_alike(self, pair: tuple[str, str]) -> set[int]:
        """The marks under which two articles may say the same."""
        first, second = (
            {claim.matter.same for claim in self._meeting(source).claims} for source in pair
        )
        return (first & second) - {0}


def _noted_meeting(notes: Notes, source: str) -> Meeting:
    return notes.read_surely("meeting", source, Meeting)


def _noted_content(notes: Notes, source: str) -> dict[int, bytes]:
    return notes.read_surely("said", source, dict[int, bytes])
