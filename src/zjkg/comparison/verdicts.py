"""What claims that share a key come to: contradictions, and groups that say the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement
from typing import NamedTuple

from zjkg.comparison.alike import Facts, agreeing, alike, contradictions
from zjkg.comparison.contradictions import misdated
from zjkg.comparison.contradictions.dates import Turn
from zjkg.comparison.corroboration import corroborations
from zjkg.comparison.facts import Fact
from zjkg.comparison.origins import Said, Source
from zjkg.comparison.packing import Kind, Matter, fact_of, turn_of
from zjkg.comparison.shelf import Alike
from zjkg.model import ClaimKind, ClaimRef, Contradiction, Corroboration, Repost


def contradictions_among(facts: Iterable[Fact]) -> list[Contradiction]:
    """The contradictions between the facts of a block, in order."""
    pairs = combinations_with_replacement(alike(facts), 2)
    return sorted((each for a, b in pairs for each in contradictions(a, b)), key=_pair)


def agreeing_facts(facts: Iterable[Fact]) -> list[list[Said]]:
    """The groups of those that say the same, among facts that share their number key."""
    return agreeing(alike(facts))


class Found(NamedTuple):
    """What is found among the claims of one mark, in the order of its first claims."""

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


class Judge:
    """Judges the claims of one mark after the other.

    ``content`` tells of a matter what is said, as it is noted of an article that says it.
    """

    def __init__(
        self,
        content: Callable[[str, int], bytes],
        sources: Mapping[str, Source],
        reposts: Callable[[str], Iterable[Repost]],
    ) -> None:
        self._content, self._sources, self._reposts = content, sources, reposts
        self._facts: dict[int, Fact] = {}

    def found(
        self,
        mark: int,
        block: Sequence[Alike],
        before: Found,
        gone: Collection[str],
        come: Collection[str],
    ) -> Found:
        """What the claims under a mark come to.

        ``before`` is what was found there; pairs of articles that neither are ``gone`` nor have
        ``come`` are not judged again.
        """
        facts = [each for each in block if each.matter.kind is Kind.FACT]
        told = [each for each in block if each.matter.kind is Kind.STATEMENT]
        kept = [
            each
            for each in before.contradictions
            if each.first.kind is ClaimKind.OBSERVATION
            and not _is_about((each.first, each.second), gone)
            and not _is_about((each.first, each.second), come)
        ]
        dated = misdated(turn for each in block for turn in self._turns(each))
        between = self._between(mark, facts, come)
        same = [each for each in facts if each.matter.same == mark]
        return Found(
            tuple(sorted([*kept, *between, *dated], key=_pair)),
            tuple(self._corroborated(same, told)),
        )

    def _between(
        self, mark: int, block: Sequence[Alike], come: Collection[str]
    ) -> Iterator[Contradiction]:
        """The contradictions that a new fact is part of; each pair under one mark that it shares.

        There is no need to look at a pair twice, and the least mark is as good as any.
        """
        if not any(each.is_new for each in block):
            return
        for one, other in combinations_with_replacement(block, 2):
            if (one.is_new or other.is_new) and mark == _least(one.matter, other.matter):
                yield from contradictions(
                    self._all(one), self._all(other), lambda told: told.ref.source in come
                )

    def _corroborated(
        self, facts: Sequence[Alike], told: Sequence[Alike]
    ) -> Iterator[Corroboration]:
        groups = agreeing([self._all(each) for each in facts])
        groups += [[telling.said for telling in each.tellings] for each in told]
        articles = sorted({said.ref.source for group in groups for said in group})
        if len(articles) > 1:
            reposts = (repost for source in articles for repost in self._reposts(source))
            yield from corroborations(groups, self._sources, reposts)

    def _all(self, each: Alike) -> Facts:
        return Facts(self._says(each), each.tellings)

    def _says(self, each: Alike) -> Fact:
        number = each.matter.number
        if len(self._facts) >= _FACTS_AT_HAND:
            self._facts.clear()
        if number not in self._facts:
            self._facts[number] = fact_of(self._noted(each))
        return self._facts[number]

    def _turns(self, each: Alike) -> Iterator[Turn]:
        if each.matter.kind is Kind.TURN:
            turn = turn_of(self._noted(each))
            yield from (replace(turn, ref=told.ref) for told in each.tellings)

    def _noted(self, each: Alike) -> bytes:
        return self._content(each.tellings[0].ref.source, each.matter.number)


_FACTS_AT_HAND = 10_000


def _least(one: Matter, other: Matter) -> int:
    """The least mark that two matters share, which do share one."""
    return min(set(one.marks).intersection(other.marks))


def _is_about(claims: Iterable[ClaimRef], articles: Collection[str]) -> bool:
    return any(claim.source in articles for claim in claims)


def _pair(each: Contradiction) -> tuple[ClaimRef, ClaimRef]:
    return each.first, each.second
