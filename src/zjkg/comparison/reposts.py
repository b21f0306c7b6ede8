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
from collections.abc import Mapping
from itertools import combinations

import numpy as np

from zjkg.comparison.shelf import runs
from zjkg.folding import match_key
from zjkg.model import Repost

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


def reposts(clauses: Mapping[str, array[int]]) -> tuple[Repost, ...]:
    """The pairs of articles that repeat one another, with the share of clauses in common.

    ``clauses`` are those of each article, as ``clauses_of`` gives them.
    """
    sources = sorted(clauses)
    if not sources:
        return ()
    marks = np.concatenate([np.frombuffer(clauses[s], dtype=np.uint64) for s in sources])
    holders = np.repeat(np.arange(len(sources)), [len(clauses[s]) for s in sources])
    order = np.lexsort((holders, marks))
    shared: Counter[tuple[int, int]] = Counter()
    for start, end in runs(marks[order]):
        if end - start <= COMMONEST:
            shared.update(combinations(holders[order[start:end]].tolist(), 2))
    found: list[Repost] = []
    for (one, other), count in sorted(shared.items()):
        first, second = sources[one], sources[other]
        shorter = min(len(clauses[first]), len(clauses[second]))
        found += reposted(first, second, count, shorter)
    return tuple(found)


def reposted(first: str, second: str, shared: int, shorter: int) -> list[Repost]:
    """Whether two articles that share so many clauses of the shorter one's are one repost."""
    share = shared / shorter
    is_one = shared >= _FEWEST and share >= _LEAST
    return [Repost(first, second, round(share, 2))] if is_one else []


def clauses_of(text: str) -> array[int]:
    """The different clauses of a text that are long enough to tell, eight bytes for each."""
    keys = {match_key(found.group()) for found in _CLAUSE.finditer(text)}
    return array("Q", sorted(_mark(key) for key in keys if len(key) >= _SHORTEST))


def _mark(clause: str) -> int:
    return int.from_bytes(hashlib.blake2b(clause.encode(), digest_size=8).digest())
