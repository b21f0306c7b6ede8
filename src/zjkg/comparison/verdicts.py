"""What claims that share a key come to: contradictions, and groups that say the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from zjkg.comparison.contradictions import contradiction, misdated
from zjkg.comparison.corroboration import Said, Source, agree, agreeing_facts, corroborations
from zjkg.comparison.facts import Fact
from zjkg.comparison.packing import Kind, fact_of, statement_of, turn_of
from zjkg.model import ClaimKind, ClaimRef, Contradiction, Corroboration, Repost


@dataclass(frozen=True, slots=True)
class Verdict:
    """The contradictions inside a block, and the pairs of its claims that say the same."""

    contradictions: tuple[Contradiction, ...] = ()
    agreeing: tuple[tuple[ClaimRef, ClaimRef], ...] = ()


def verdict(block: Sequence[Fact]) -> Verdict:
    """What a block of facts comes to; they are in the order of their claims."""
    pairs = list(combinations(block, 2))
    judged = (contradiction(first, second) for first, second in pairs)
    return Verdict(tuple(each for each in judged if each), tuple(_agreeing(pairs)))


class Found(NamedTuple):
    """What is found among the claims of one mark."""

    contradictions: tuple[Contradiction, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()

    def owners(self) -> set[str]:
        """The articles that it belongs to."""
        return {each.first.source for each in self.contradictions} | {
            each.claims[0].source for each in self.corroborations
        }

    def about(self, articles: Collection[str]) -> Found:
        """What of it speaks of one of these articles."""
        return Found(
            tuple(c for c in self.contradictions if _is_about((c.first, c.second), articles)),
            tuple(c for c in self.corroborations if _is_about(c.claims, articles)),
        )

    def without(self, other: Found) -> Found:
        """What the other has not."""
        known = {*other.contradictions}, {*other.corroborations}
        return Found(
            tuple(each for each in self.contradictions if each not in known[0]),
            tuple(each for each in self.corroborations if each not in known[1]),
        )


NOTHING = Found()


@dataclass(frozen=True, slots=True)
class Member:
    """A claim on the shelf; under the mark ``same`` are those that may say the same."""

    number: int
    kind: Kind
    marks: frozenset[int]
    same: int | None
    is_new: bool


class Judge:
    """Judges the claims of one mark after the other."""

    def __init__(
        self,
        content: Callable[[int], bytes],
        sources: Mapping[str, Source],
        reposts: Callable[[str], Iterable[Repost]],
    ) -> None:
        self._content, self._sources, self._reposts = content, sources, reposts
        self._facts: dict[int, Fact] = {}

    def found(
        self, mark: int, members: Sequence[Member], before: Found, changed: Collection[str]
    ) -> Found:
        """What the members under a mark come to.

        ``before`` is what was found there; pairs of articles that have not ``changed`` are not
        judged again.
        """
        facts = [each for each in members if each.kind is Kind.FACT]
        turns = [each for each in members if each.kind is Kind.TURN]
        told = [each for each in members if each.kind is Kind.STATEMENT]
        kept = [
            each
            for each in before.contradictions
            if each.first.kind is ClaimKind.OBSERVATION
            and not _is_about((each.first, each.second), changed)
        ]
        dated = misdated(turn_of(self._content(each.number)) for each in turns)
        return Found(
            tuple(sorted([*kept, *self._between(mark, facts), *dated], key=_pair)),
            tuple(self._corroborated([each for each in facts if each.same == mark], told)),
        )

    def _between(self, mark: int, facts: Sequence[Member]) -> Iterator[Contradiction]:
        """The contradictions that a new fact is part of; each pair under one mark that it shares.

        There is no need to look at a pair twice, and the least mark is as good as any.
        """
        if not any(each.is_new for each in facts):
            return
        for one, other in combinations(facts, 2):
            if (one.is_new or other.is_new) and mark == min(one.marks & other.marks):
                found = contradiction(self._fact(one), self._fact(other))
                if found is not None:
                    yield found

    def _corroborated(
        self, facts: Sequence[Member], told: Sequence[Member]
    ) -> Iterator[Corroboration]:
        groups = [*self._agreeing(facts), *self._saying_the_same(told)]
        articles = sorted({said.ref.source for group in groups for said in group})
        if len(articles) > 1:
            reposts = (repost for source in articles for repost in self._reposts(source))
            yield from corroborations(groups, self._sources, reposts)

    def _agreeing(self, members: Sequence[Member]) -> list[list[Said]]:
        facts = [self._fact(each) for each in members]
        speakers = {fact.ref: fact.speaker for fact in facts if fact.speaker is not None}
        return agreeing_facts(speakers, _agreeing(combinations(facts, 2)))

    def _saying_the_same(self, members: Sequence[Member]) -> Iterable[list[Said]]:
        groups: dict[str, list[Said]] = {}
        for each in members:
            told, said = statement_of(self._content(each.number))
            groups.setdefault(told, []).append(said)
        return groups.values()

    def _fact(self, member: Member) -> Fact:
        found = self._facts.get(member.number)
        if found is None:
            if len(self._facts) >= _FACTS_AT_HAND:
                self._facts.clear()
            found = self._facts[member.number] = fact_of(self._content(member.number))
        return found


_FACTS_AT_HAND = 10_000


def _agreeing(pairs: Iterable[tuple[Fact, Fact]]) -> Iterator[tuple[ClaimRef, ClaimRef]]:
    return ((first.ref, second.ref) for first, second in pairs if agree(first, second))


def _is_about(claims: Iterable[ClaimRef], articles: Collection[str]) -> bool:
    return any(claim.source in articles for claim in claims)


def _pair(each: Contradiction) -> tuple[ClaimRef, ClaimRef]:
    return each.first, each.second
