"""Which entities may be other things than before, since articles came or went.

An entity is touched where it belongs to a group of tied entities that lost a member, or whose
members are tied otherwise than before. What holds of the others stays as it is noted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import chain

import msgspec

from zjkg.linking.components import Pair
from zjkg.linking.evidence import is_named_alike
from zjkg.linking.noted import NotedProfiles
from zjkg.linking.register import Article, Block, Register, pairs_of
from zjkg.model import Judgement, LocalKey


@dataclass(frozen=True, slots=True)
class Touched:
    """Entities in order of publication with their places, and the pairs of them that are tied.

    ``groups`` are the numbers of the groups that they made before, ``former`` what was decided in
    these, 0 where the article of either entity is gone, ``things`` the numbers of the things that
    entities of articles were which are gone.
    """

    order: Mapping[LocalKey, int]
    ties: Iterable[Pair]
    judged: Mapping[Pair, Judgement]
    groups: frozenset[int]
    former: Mapping[Pair, int]
    things: frozenset[int]


def touched(register: Register, gone: set[str], come: Mapping[str, NotedProfiles]) -> Touched:
    """Replace articles in the register, and find whom that touches."""
    blocks: dict[int, Block] = {}
    chains: dict[int, set[Pair]] = {}
    if register.articles:  # else all marks are those of what comes
        marks, entries = _marks(chain(register.arriving(come), map(register.article, gone)))
        blocks = {mark: register.block(mark) for mark in marks}
        chains = {mark: _staying(register.listed_pairs(mark), gone) for mark in entries}
    left = [each for source in gone for each in register.standings(source).values()]
    taken_in = register.replace(gone, come)
    if not register.articles:
        marks, entries = taken_in
    judged = register.judged()
    withdrawn: set[Pair] = set().union(*chains.values())
    ties = chain(
        _changed(register, blocks, gone, withdrawn) if blocks else _ties(register, marks),
        (pair for mark in sorted(entries) for pair in register.listed_pairs(mark)),
        (pair for pair in judged if pair[0].source in come or pair[1].source in come),
    )
    found = list(ties) if register.articles else []  # from scratch there is nothing but what came
    ends = {end for pair in (*found, *withdrawn) for end in pair}
    groups = {each.group for each in (*left, *map(register.standing, ends))} - {0}
    members = set(ends)
    former: dict[Pair, int] = {}
    for group in sorted(groups):
        members.update(k for k in register.group(group).members if k.source not in gone)
        former |= register.verdicts(group)
    members.update(key for source in come for key in register.article(source).profiles)
    order = {key: place for place, key in enumerate(register.in_order(members))}
    staying = _staying(former, gone)
    still = staying - withdrawn
    tied = _Tied(register, judged)
    still |= {pair for pair in staying & withdrawn if tied.has(pair)}
    return Touched(
        order,
        chain(still, found, ties),
        judged,
        frozenset(groups),
        {pair: verdict if pair in staying else 0 for pair, verdict in former.items()},
        frozenset(each.thing for each in left),
    )


def _marks(articles: Iterable[Article]) -> tuple[set[int], set[int]]:
    """The marks of the entities of articles, and those of their entries in the authority."""
    marks: set[int] = set()
    entries: set[int] = set()
    for article in articles:
        marks.update(article.profiles.marks)
        entries.update(article.listed)
    return marks, entries


def _staying(pairs: Iterable[Pair], gone: set[str]) -> set[Pair]:
    return {pair for pair in pairs if pair[0].source not in gone and pair[1].source not in gone}


def _ties(register: Register, marks: set[int]) -> Iterator[Pair]:
    """The pairs that are tied by a mark; marks that the same entities share tie the same pairs."""
    looked: set[bytes] = set()
    for mark in sorted(marks):
        block = register.block(mark)
        sharing = _print_of(block)
        if len(block) > 1 and sharing not in looked:
            looked.add(sharing)
            yield from _named_alike(register, pairs_of(block))


def _print_of(block: Block) -> bytes:
    """Equal for the same entities alone."""
    members = msgspec.msgpack.encode([key for _, key, _ in block])
    return hashlib.blake2b(members, digest_size=16).digest()


def _changed(
    register: Register,
    blocks: Mapping[int, Block],
    gone: set[str],
    withdrawn: set[Pair],
) -> Iterator[Pair]:
    """The pairs that are tied by a mark and were not before; what no longer is, is withdrawn."""
    for mark, block in blocks.items():
        before, now = pairs_of(block), register.pairs(mark)
        withdrawn |= _staying(before - now, gone)
        yield from _named_alike(register, now - before)


def _named_alike(register: Register, pairs: AbstractSet[Pair]) -> Iterator[Pair]:
    ends = sorted({end for pair in pairs for end in pair})  # article by article
    profiles = {end: register.profile(end) for end in ends}
    for pair in pairs:
        if is_named_alike(profiles[pair[0]], profiles[pair[1]]):
            yield pair


class _Tied:
    """What else ties a pair that is no longer compared by a mark."""

    def __init__(self, register: Register, judged: Mapping[Pair, Judgement]) -> None:
        self._register, self._judged = register, judged
        self._pairs = cache(register.pairs)
        self._listed = cache(lambda mark: set(register.listed_pairs(mark)))

    def has(self, pair: Pair) -> bool:
        """Whether anything does."""
        if pair in self._judged:
            return True
        articles = [self._register.article(key.source) for key in pair]
        mine, theirs = (
            set(article.profiles.marks_of(key)) for article, key in zip(articles, pair, strict=True)
        )
        if any(pair in self._pairs(mark) for mark in mine & theirs):
            return True
        mine, theirs = (
            {mark for mark, keys in article.listed.items() if key in keys}
            for article, key in zip(articles, pair, strict=True)
        )
        return any(pair in self._listed(mark) for mark in mine & theirs)
