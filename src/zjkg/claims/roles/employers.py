"""Whose post it is where the words beside the post name nobody: the organization spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.references import is_firm
from zjkg.claims.roles.posts import headed_by, is_company_post
from zjkg.model import BlockKind, EntityType

_REACH: Final = 6
"""How many sentences back the organization may be named."""
_REPORTS: Final = re.compile(
    "^(?:记者|讯|消息|电(?!子)|报道|日讯)|^,? (?:reports?|reported|reporter)\\b"
)
_UNKNOWN: Final = re.compile(
    "[一-鿿]{2}(?:会|局|委|部|处|院|所|中心|(?<!公)司|厅|署|室|社|联盟|基金|大学|科技|生物|医药|制药|医疗"
    "|基因"
    "|药业|资本|投资|银行|证券)$|[一-鿿]{2}(?<![据由任为对向与和是该本后时前曾兼])(?:公司|集团)$"
)
"""Words that end like the name of an organization, which recognition did not find."""

Fits = Callable[[Slot], bool]


def implied_employer(
    reading: Reading, item: SentenceFrame, at: int, post: str, past: AbstractSet[str]
) -> Slot | None:
    """The organization that a post without one belongs to.

    Args:
        reading: the article.
        item: the sentence of the post.
        at: where the post begins in the sentence's frame.
        post: the words of the post.
        past: the keys of organizations that the sentence calls somebody's former ones.

    Returns:
        Who was spoken of last and can have the post: a company for a company's post (董事长), a
        bureau for its head's (局长); None for other posts (教授, 记者), where none was named, and
        behind a name that nobody recognized.
    """
    fits = _fits(reading, post)
    if fits is None or _UNKNOWN.search(item.frame.text[max(0, at - 8) : at]):
        return None
    return _topic(reading, item, at, lambda slot: slot.key not in past and fits(slot))


def possessor(reading: Reading, item: SentenceFrame, at: int) -> Slot | None:
    """The organization that *its* in front of a post stands for."""
    return _topic(reading, item, at, lambda slot: slot.type is EntityType.ORGANIZATION)


def _fits(reading: Reading, post: str) -> Fits | None:
    if is_company_post(post):
        return lambda slot: (
            slot.type is EntityType.ORGANIZATION and is_firm(reading.labels.get(slot.key, ""))
        )
    ends = headed_by(post)
    if ends is None:
        return None
    return lambda slot: (
        slot.type is EntityType.ORGANIZATION and bool(ends.search(reading.labels.get(slot.key, "")))
    )


def _topic(reading: Reading, item: SentenceFrame, at: int, fits: Fits) -> Slot | None:
    """The first fitting name of this sentence before the post, else of the nearest before it."""
    index = bisect_left(reading.starts, item.sentence.span.start)
    here = _acting(item, item.frame.slots[:at])
    found = next((slot for slot in here if fits(slot)), None)
    if found is not None:
        return found
    for other in reversed(reading.sentences[max(0, index - _REACH) : index]):
        if reading.article.blocks[other.sentence.block].kind is BlockKind.BYLINE:
            continue
        found = next((slot for slot in _acting(other, other.frame.slots) if fits(slot)), None)
        if found is not None:
            return found
    return None


def _acting(item: SentenceFrame, slots: Iterable[Slot | None]) -> list[Slot]:
    """The names of a sentence without outlets that only report."""
    return [
        slot
        for position, slot in enumerate(slots)
        if slot is not None and not _REPORTS.search(item.frame.text[position + 1 : position + 12])
    ]
