"""Who is who over all articles: a function of the set of records, authority and judgements.

Organizations and all other things come first, persons last, since employers are evidence about
persons. Things are joined twice: what the first round joins (equal names, authority) tells which
neighbours two articles share, and that is evidence for names that agree less. Nothing depends on
the order in which articles were read: records are ordered by publication instant, then by source,
and pairs by the strength of their evidence.

Only those groups of tied entities are decided that articles which came or went have to do with;
what holds of all others stays as it is noted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from zjkg.ids import Minter
from zjkg.linking.attaching import Attaching
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.changes import changes_of
from zjkg.linking.decisions import Decisions
from zjkg.linking.grouping import Grouping
from zjkg.linking.listing import Listing
from zjkg.linking.naming import Naming
from zjkg.linking.noted import NotedProfiles
from zjkg.linking.profiles import profiles_of, published
from zjkg.linking.register import Register
from zjkg.linking.resolution import Resolution, touched_articles
from zjkg.linking.touched import from_scratch, touched
from zjkg.model import ArticleRecord, Identity, Judgement, Records, in_order
from zjkg.notes import LostNoteError, Notes


def resolve(
    records: Iterable[ArticleRecord],
    authority: Sequence[AuthorityEntry],
    judgements: Sequence[Judgement],
    minter: Minter,
    notes: Notes | None = None,
) -> Identity:
    """Join the entities of all articles into things, each with an IRI and the merges behind it.

    Records are looked at where the notes have nothing of them as they are; ``notes`` are of this
    authority and of these judgements.
    """
    ordered = in_order(records)
    kept = notes if notes is not None and ordered.are_stamped() else Notes()
    listing = Listing(authority)
    try:
        return resolution(ordered, listing, judgements, minter, kept).identity()
    except LostNoteError:
        kept.clear()
        return resolution(ordered, listing, judgements, minter, kept).identity()


def resolution(
    records: Records,
    listing: Listing,
    judgements: Sequence[Judgement],
    minter: Minter,
    notes: Notes,
) -> Resolution:
    """The same, to be looked at article by article.

    Raises:
        LostNoteError: where a note is gone that others speak of.
    """
    stamps = {source: records.stamp(source) or "" for source in records.sources}
    register = Register(notes, listing, judgements)
    if not _is_mostly_noted(register.articles, stamps):
        notes.clear()
        register = Register(notes, listing, judgements)
    before = register.articles
    gone = {source for source, stamp in before.items() if stamps.get(source) != stamp}
    come = _Coming(records, before.keys() - gone, listing)
    decisions, naming = Decisions(register), Naming(register, minter)
    changed: frozenset[str] = frozenset()
    if gone or come:
        if before:
            changes = changes_of(register, gone, come, decisions)
            Attaching(register, decisions, naming).settle(changes)
            found = touched(register, gone, changes)
        else:
            found = from_scratch(register, come)
        things = Grouping(register, found, decisions).things()
        naming.rename(things)
        decisions.save()
        register.save(stamps)
        about = touched_articles(register, naming, decisions, come) if before else frozenset[str]()
        changed = about.union(come)
    return Resolution(register, naming, records.sources, changed)


def _is_mostly_noted(noted: Mapping[str, str], stamps: Mapping[str, str]) -> bool:
    """Whether no more articles came or went than stay; else to decide all anew takes less time."""
    staying = noted.items() & stamps.items()
    return len(noted.keys() | stamps.keys()) <= 2 * len(staying)


class _Coming(Mapping[str, NotedProfiles]):
    """The profiles of the articles that stay no longer as they were, made at each look at them.

    All at once they would be the larger part of what a build from scratch has in memory.
    """

    def __init__(self, records: Records, staying: AbstractSet[str], listing: Listing) -> None:
        self._records, self._listing = records, listing
        self._sources = dict.fromkeys(s for s in records.sources if s not in staying)

    def __getitem__(self, source: str) -> NotedProfiles:
        if source not in self._sources:
            raise KeyError(source)
        record = self._records.of_source(source)
        since, _ = published(record.article)
        return NotedProfiles.of(since, profiles_of(record), self._listing)

    def __contains__(self, source: object) -> bool:
        return source in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
