"""Two names that some evidence takes for one: 某园|与|某大学医学院, 甲资本|和|乙创投."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from zjkg.model import EntityType, Span

_CONJUNCTIONS: Final = frozenset("与和及")
_BODIES: Final = frozenset({EntityType.ORGANIZATION, EntityType.PARK})
_WHOLE: Final = frozenset({"gazetteer", "declared", "pattern:quoted-head", "pattern:quoted-title"})
"""Evidence of which the whole name is certain, whatever stands inside."""
_KNOWN: Final = frozenset({"gazetteer", "vocabulary:agency", "vocabulary:park", "frame:backer"})
"""Evidence that the first is a body and no beginning of a name: 某院细胞与个体生物学研究所."""


def pairs(
    text: str,
    kinds: Mapping[Span, frozenset[str]],
    scores: Mapping[Span, float],
    types: Mapping[str, EntityType],
    threshold: float,
) -> Iterator[Span]:
    """The spans of which both sides of a conjunction are names by themselves.

    Args:
        text: The folded text.
        kinds: The kinds of evidence for each span.
        scores: How probable each span is.
        types: The type of each surface.
        threshold: From which score on a span is a name.
    """
    bodies = [s for s in scores if scores[s] >= threshold and types[s.of(text)] in _BODIES]
    behind: dict[int, list[Span]] = defaultdict(list)
    for span in bodies:
        behind[span.start].append(span)
    for span in bodies:
        if text[span.end : span.end + 1] in _CONJUNCTIONS and not _KNOWN.isdisjoint(kinds[span]):
            for second in behind[span.end + 1]:
                whole = Span(span.start, second.end)
                if whole in scores and _WHOLE.isdisjoint(kinds[whole]):
                    yield whole
