"""How the ties between entities change where articles come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from zjkg.linking.components import Pair
from zjkg.linking.decisions import Decisions
from zjkg.linking.evidence import is_named_alike
from zjkg.linking.noted import NotedProfiles
from zjkg.linking.register import Article, Register, Standing
from zjkg.model import Judgement, LocalKey
from zjkg.notes import Met

_Pairs = tuple[set[Pair], set[Pair]]
_Rows = dict[int, set[Met]]
_Change = Callable[[int, AbstractSet[Met], AbstractSet[Met]], _Pairs]


@dataclass(slots=True)
class Changes:
    """What is still to be decided upon; what is settled is taken out.

    ``come`` are the entities of articles that came, ``left`` those that went with what they
    belonged to. ``fresh`` pairs are tied now and were not, ``withdrawn`` the other way, both of
    entities that are there now; ``parted`` are those of one that went and one that stays, each with
    whether they were found to be one thing.
    """

    come: set[LocalKey]
    left: dict[LocalKey, Standing]
    fresh: set[Pair]
    withdrawn: set[Pair]
    parted: dict[Pair, bool]
    judged: Mapping[Pair, Judgement]


def changes_of(
    register: Register, gone: set[str], come: Mapping[str, NotedProfiles], decisions: Decisions
) -> Changes:
    """Replace articles in the register, and tell what that changes."""
    leaving = [register.article(source) for source in gone]
    compared, listed = _compared(register, leaving, list(register.arriving(come)))
    before = compared[0] | listed[0]
    parted = _parted(before, gone, decisions)
    left = {key: each for s in gone for key, each in register.standings(s).items()}
    register.replace(gone, come)
    judged = register.judged()
    fresh = {
        *named_alike(register, compared[1]),
        *listed[1],
        *(pair for pair in judged if pair[0].source in come or pair[1].source in come),
    }
    return Changes(
        {key for source in come for key in register.article(source).profiles},
        left,
        fresh,
        _withdrawn(register, before, gone, judged) - fresh,
        parted,
        judged,
    )


def _compared(
    register: Register, leaving: Iterable[Article], coming: Iterable[Article]
) -> tuple[_Pairs, _Pairs]:
    """Those withdrawn and those fresh: first of what is compared, then of what is listed."""
    rows: tuple[_Rows, _Rows] = ({}, {})
    listed: tuple[_Rows, _Rows] = ({}, {})
    for n, articles in enumerate((leaving, coming)):
        for article in articles:
            _add(rows[n], article.rows())
            _add(listed[n], article.listed_rows())
    look = register.namesakes
    return _union(rows, look.changed), _union(listed, look.changed_listed)


def _add(known: _Rows, rows: Mapping[int, set[Met]]) -> None:
    for mark, each in rows.items():
        known.setdefault(mark, set()).update(each)


def _union(rows: tuple[_Rows, _Rows], change: _Change) -> _Pairs:
    """The pairs that a mark has before and not now, and the other way round, over all marks."""
    left, come = rows
    withdrawn: set[Pair] = set()
    fresh: set[Pair] = set()
    for mark in left.keys() | come.keys():
        before, now = change(mark, left.get(mark, set()), come.get(mark, set()))
        withdrawn |= before - now
        fresh |= now - before
    return withdrawn, fresh


def _parted(pairs: Iterable[Pair], gone: set[str], decisions: Decisions) -> dict[Pair, bool]:
    parted: dict[Pair, bool] = {}
    for pair in pairs:
        if (pair[0].source in gone) != (pair[1].source in gone):
            former = decisions.former(pair)
            if former is not None:
                parted[pair] = former
    return parted


def _withdrawn(
    register: Register, pairs: Iterable[Pair], gone: set[str], judged: Mapping[Pair, Judgement]
) -> set[Pair]:
    """Those of the pairs that stay and that nothing else ties."""
    staying = (p for p in pairs if p[0].source not in gone and p[1].source not in gone)
    return {pair for pair in staying if pair not in judged and not _is_tied(register, pair)}


def _is_tied(register: Register, pair: Pair) -> bool:
    """Whether two entities are compared under another mark, or listed one after the other."""
    look, articles = register.namesakes, [register.article(key.source) for key in pair]
    first, second = (article.rows_of(key) for article, key in zip(articles, pair, strict=True))
    if any(look.is_pair(mark, first[mark], second[mark]) for mark in first.keys() & second.keys()):
        return True
    first, second = (article.listed_of(key) for article, key in zip(articles, pair, strict=True))
    both = first.keys() & second.keys()
    return any(look.is_listed_pair(mark, first[mark], second[mark]) for mark in both)


def named_alike(register: Register, pairs: AbstractSet[Pair]) -> Iterator[Pair]:
    """Those of the pairs whose names or codes agree: they are tied."""
    ends = sorted({end for pair in pairs for end in pair})  # article by article
    profiles = {end: register.profile(end) for end in ends}
    for pair in pairs:
        if is_named_alike(profiles[pair[0]], profiles[pair[1]]):
            yield pair
