"""Editions of an index from the facts that an article states about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from zjkg.claims.indexes.facts import Fact, Kind
from zjkg.model import Evidence, IndexEdition, Span


@dataclass
class _Draft:
    """An edition while its facts come together; its value comes first in ``facts``."""

    report: str | None = None
    data: str | None = None
    base: Fact | None = None
    facts: list[Fact] = field(default_factory=list)

    def take(self, fact: Fact) -> None:
        self.facts.append(fact)

    @property
    def sentences(self) -> set[Span]:
        return {fact.sentence for fact in self.facts}


def editions_of(facts: Iterable[Fact]) -> tuple[IndexEdition, ...]:
    """The editions that the facts, in text order, tell apart; by index, in text order."""
    by_index: dict[str, list[Fact]] = {}
    for fact in facts:
        by_index.setdefault(fact.index, []).append(fact)
    return tuple(
        _edition(index, draft)
        for index, stated in by_index.items()
        for draft in _drafts(stated)
        if draft.facts
    )


def _drafts(facts: list[Fact]) -> list[_Draft]:
    called = [fact for fact in facts if fact.kind is Kind.CALLED]
    drafts: list[_Draft] = []
    for fact in facts:
        if fact.kind is Kind.VALUE:
            _take_value(drafts, fact, called)
        elif fact.kind is Kind.GROWTH:
            _take_growth(drafts, fact)
    for kind in (Kind.CALLED, Kind.RELEASED):
        for fact in (each for each in facts if each.kind is kind):
            _take_report(drafts, fact)
    for fact in (each for each in facts if each.kind is Kind.DATA):
        _take_data(drafts, fact)
    for fact in (each for each in facts if each.kind is Kind.BASE):
        _take_base(drafts, fact)
    return drafts


def _take_value(drafts: list[_Draft], fact: Fact, called: list[Fact]) -> None:
    """A value opens an edition, unless one of the same years is open already."""
    names = [each for each in called if each.sentence == fact.sentence]
    before = [each for each in names if each.focus.end <= fact.focus.start]
    report = (before or names)[-1 if before else 0].year if names else None
    # The year by which an edition is called says nothing of its data.
    data = None if fact.year in {each.year for each in names} else fact.year
    for draft in drafts:
        if (draft.report, draft.data) == (report, data):
            draft.take(fact)
            return
    drafts.append(_Draft(report, data, None, [fact]))


def _take_growth(drafts: list[_Draft], fact: Fact) -> None:
    """Growth belongs to the value before it, in its sentence or else the last one."""
    here = [draft for draft in drafts if fact.sentence in draft.sentences]
    if here or drafts:
        (here or drafts)[-1].take(fact)


def _take_report(drafts: list[_Draft], fact: Fact) -> None:
    """A year of edition or release belongs to the newest data that it can be about."""
    assert fact.year is not None  # noqa: S101 - set for these kinds
    for draft in drafts:
        if draft.report == fact.year:
            draft.take(fact)
            return
    open_ = [d for d in drafts if d.report is None and (d.data is None or d.data <= fact.year)]
    if open_:
        newest = max(open_, key=lambda draft: draft.data or "")
        newest.report = fact.year
        newest.take(fact)
    elif fact.kind is Kind.CALLED or not drafts:
        drafts.append(_Draft(fact.year, None, None, [fact]))


def _take_data(drafts: list[_Draft], fact: Fact) -> None:
    for draft in drafts:
        if draft.data == fact.year:
            draft.take(fact)
            return
    open_ = [draft for draft in drafts if draft.data is None]
    # What the sentence of a value calls the year of its data wins over a year that stands by.
    here = [draft for draft in drafts if fact.sentence in draft.sentences]
    if here or len(open_) == 1:
        (here or open_)[0].data = fact.year
        (here or open_)[0].take(fact)
    elif not drafts:
        drafts.append(_Draft(None, fact.year, None, [fact]))


def _take_base(drafts: list[_Draft], fact: Fact) -> None:
    """A base holds for the whole series; where two are stated, for that of its sentence."""
    if not drafts:
        drafts.append(_Draft())
    for draft in drafts:
        closer = draft.base is None or (
            fact.sentence in {f.sentence for f in draft.facts if f.kind is Kind.VALUE}
        )
        same = draft.base is not None and draft.base.year == fact.year
        if same and draft.base is not None and draft.base.value is None and fact.value is not None:
            closer = True
        if closer and not (same and fact.value is None):
            draft.base = fact
        if closer or same:
            draft.take(fact)


def _edition(index: str, draft: _Draft) -> IndexEdition:
    def numbers(kind: Kind) -> tuple[int, ...]:
        return tuple(fact.observation for fact in draft.facts if fact.kind is kind)

    # A base that gave way to a closer one is no evidence.
    facts = [
        fact
        for fact in draft.facts
        if fact.kind is not Kind.BASE or draft.base is None or fact.year == draft.base.year
    ]
    kinds = {fact.kind for fact in facts}
    value: Decimal | None = None if draft.base is None else draft.base.value
    return IndexEdition(
        index=index,
        report_year=draft.report,
        data_year=draft.data,
        base_year=None if draft.base is None else draft.base.year,
        base_value=value,
        values=numbers(Kind.VALUE),
        growth=numbers(Kind.GROWTH),
        speaker=None,
        evidence=_evidence(facts),
        rule=f"edition-{next(kind.value for kind in Kind if kind in kinds)}",
    )


def _evidence(facts: list[Fact]) -> tuple[Evidence, ...]:
    """One entry for each sentence, that of the first fact first, with the words of its facts."""
    words: dict[Span, set[Span]] = {}
    for fact in facts:
        words.setdefault(fact.sentence, set()).add(fact.focus)
    return tuple(Evidence(sentence, tuple(sorted(focus))) for sentence, focus in words.items())
