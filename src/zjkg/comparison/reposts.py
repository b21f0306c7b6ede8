"""Articles that print one another's text, in whichever script.

Articles are compared by the clauses that they share, in simplified script: a repost keeps most of
them, changes a headline, adds a sentence. The index runs from clause to articles, so cost grows
with the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from zjkg.folding import match_key
from zjkg.model import ArticleRecord, Repost

_CLAUSE = re.compile(r"[^，。；：！？、,.;:!?\n]+")
_SHORTEST = 8
"""A shorter clause is a phrase that any two reporters may write."""
_COMMONEST = 20
"""A clause of more articles is a set phrase of an outlet."""
_FEWEST = 4
_LEAST = 0.4
"""Articles with this share of the shorter one's clauses in common are reposts.

Two reporters at one press conference share under a tenth; a repost that was edited keeps half.
"""


def reposts(records: Iterable[ArticleRecord]) -> tuple[Repost, ...]:
    """The pairs of articles that repeat one another, with the share of clauses in common."""
    clauses = {record.article.source: _clauses(record.article.text) for record in records}
    holders: dict[str, list[str]] = {}
    for source in sorted(clauses):
        for clause in clauses[source]:
            holders.setdefault(clause, []).append(source)
    shared: Counter[tuple[str, str]] = Counter()
    for sources in holders.values():
        if len(sources) <= _COMMONEST:
            shared.update(combinations(sources, 2))
    found = []
    for (first, second), count in sorted(shared.items()):
        share = count / min(len(clauses[first]), len(clauses[second]))
        if count >= _FEWEST and share >= _LEAST:
            found.append(Repost(first, second, round(share, 2)))
    return tuple(found)


def _clauses(text: str) -> frozenset[str]:
    keys = (match_key(found.group()) for found in _CLAUSE.finditer(text))
    return frozenset(key for key in keys if len(key) >= _SHORTEST)
