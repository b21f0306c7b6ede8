"""Articles that print one another's text, in whichever script.

Articles are compared by the clauses that they share, in simplified script: a repost keeps most of
them, changes a headline, adds a sentence. The index runs from clause to articles, so cost grows
with the text.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from zjkg.folding import match_key
from zjkg.model import Repost
from zjkg.notes import Notes

_CLAUSE = re.compile(r"[^，。；：！？、,.;:!?\n]+")
_SHORTEST = 8
"""A shorter clause is a phrase that any two reporters may write."""
COMMONEST = 20
"""A clause of more articles is a set phrase of an outlet."""
_FEWEST = 4
_LEAST = 0.4
"""Articles with this share of the shorter one's clauses in common are reposts.

Two reporters at one press conference share under a tenth; a repost that was edited keeps half.
"""


@dataclass(frozen=True, slots=True)
class Renewed:
    """The articles whose reposts are others than before, and the pairs that are or were some."""

    owners: set[str]
    pairs: set[tuple[str, str]]


class Reposts:
    """The reposts as they are noted, each with the article that comes first.

    ``clauses`` tells those of an article that is there, marks as ``clauses_of`` gives them.
    """

    def __init__(self, notes: Notes, clauses: Callable[[str], array[int]]) -> None:
        self._notes, self._clauses = notes, clauses

    def of(self, source: str) -> list[Repost]:
        """The reposts whose first article is this one."""
        return self._notes.read("reposts", source, list[Repost]) or []

    def renew(
        self, left: Mapping[str, array[int]], come: Mapping[str, array[int]], staying: int
    ) -> Renewed:
        """Note what holds now that some articles left and others came, with these clauses.

        An article that changed is among both; ``staying`` counts those that are in neither.
        """
        before: set[Repost] = set()
        now: set[Repost] = set()
        most = COMMONEST + len(come)  # a clause that more have now was too common before, too
        for source, clauses in left.items():
            holders = {h for clause in clauses for h in self._notes.sharing(clause, most)}
            for owner in {source, *holders}:
                before.update(e for e in self.of(owner) if source in (e.first, e.second))
        crossing = self._crossing(left, come) if staying else set[tuple[str, str]]()
        for pair in sorted(crossing):
            before.update(each for each in self.of(pair[0]) if each.second == pair[1])
            now.update(self._judged(pair, self._shared(pair)))
        for source in come:
            for pair, shared in self._partners(source, come):
                now.update(self._judged(pair, shared))
        by_owner: dict[str, list[Repost]] = {each.first: [] for each in before}
        for each in now:
            by_owner.setdefault(each.first, []).append(each)
        for owner, fresh in by_owner.items():
            kept = [each for each in self.of(owner) if each not in before]
            self._put(owner, sorted([*kept, *fresh], key=lambda each: each.second))
        return Renewed(set(by_owner), {(each.first, each.second) for each in before ^ now})

    def _put(self, owner: str, found: list[Repost]) -> None:
        if found:
            self._notes.write("reposts", owner, found)
        else:
            self._notes.drop("reposts", owner)

    def _partners(
        self, source: str, come: Mapping[str, array[int]]
    ) -> Iterator[tuple[tuple[str, str], int]]:
        """The articles that share clauses with one that came, and how many; each pair once."""
        shared: Counter[str] = Counter()
        for clause in come[source]:
            holders = self._notes.sharing(clause, COMMONEST + 1)
            if len(holders) <= COMMONEST:
                shared.update(holders)
        for other, count in shared.items():
            is_met_later = other == source or (other in come and other < source)
            if not is_met_later and count >= _FEWEST:
                yield (min(source, other), max(source, other)), count

    def _crossing(
        self, left: Mapping[str, array[int]], come: Mapping[str, array[int]]
    ) -> set[tuple[str, str]]:
        """The pairs of staying articles that share a clause which is too common now, or was."""
        had, have = (Counter(c for each in some.values() for c in each) for some in (left, come))
        pairs: set[tuple[str, str]] = set()
        for clause in had | have:
            most = COMMONEST + had[clause] + have[clause]
            holders = self._notes.sharing(clause, most + 1)
            staying = [each for each in holders if each not in left and each not in come]
            counts = len(staying) + had[clause], len(staying) + have[clause]
            if len(holders) <= most and min(counts) <= COMMONEST < max(counts):
                pairs.update(combinations(staying, 2))
        return pairs

    def _shared(self, pair: tuple[str, str]) -> int:
        """How many clauses two articles share that are not too common."""
        first, second = (set(self._clauses(source)) for source in pair)
        holders = (self._notes.sharing(clause, COMMONEST + 1) for clause in first & second)
        return sum(len(each) <= COMMONEST for each in holders)

    def _judged(self, pair: tuple[str, str], shared: int) -> list[Repost]:
        shorter = min(len(self._clauses(source)) for source in pair)
        return reposted(*pair, shared, shorter)


def reposted(first: str, second: str, shared: int, shorter: int) -> list[Repost]:
    """Whether two articles that share so many clauses of the shorter one's are one repost."""
    if shared < _FEWEST or shared / shorter < _LEAST:
        return []
    return [Repost(first, second, round(shared / shorter, 2))]


def clauses_of(text: str) -> array[int]:
    """The different clauses of a text that are long enough to tell, eight bytes for each."""
    keys = {match_key(found.group()) for found in _CLAUSE.finditer(text)}
    return array("q", sorted(_mark(key) for key in keys if len(key) >= _SHORTEST))


def _mark(clause: str) -> int:
    content = f"clause\0{clause}".encode()
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), signed=True)
