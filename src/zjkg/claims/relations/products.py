"""Products of which no sentence says whose they are, in a text about one firm.

Announcements, profiles and interviews name the firm, and later its products alone. Counted over
the annotated articles, the firm that such a text is about develops four of five products named in
it, and three of five of those that no other rule gives an owner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.references import is_firm
from zjkg.model import EntityType, Evidence, Modality, Predicate, Relation

_OFTEN: Final = 2
"""In how many sentences at least the firm is named or referred to."""
_LEAST: Final = 0.4
"""The share of all sentences with firms, each counted alone, that makes a text one's own."""
_LANDLORD: Final = re.compile(
    "(?:管理|发展|建设|投资|服务|开发|置业|运营|园区|科技园|孵化器)(?:集团)?(?:股份)?(?:有限)?(?:公司)?$"
    r"|\b(?:Properties|Estates?|Parks?|Development|Management|Ventures|Capital|Partners)\b"
)
"""Firms that let space or invest; the products in a text about them are their tenants'."""
_FROM_OTHERS: Final = re.compile(
    "授权自|引进|引入|来自|取得|代理|采用|使用|借助|数据库|统计"
    r"|\b(?:rights? to|licensed from|in-licensed|uses?|using|database)\b"
)
"""Words beside a product of somebody else's."""
_NEXT: Final = 0.8
"""How often, beside the first firm, the second may be named at most."""


def unowned(
    reading: Reading, relations: list[Relation], others: frozenset[str]
) -> Iterator[Relation]:
    """A relation for each product without an owner; ``others`` are no firms."""
    owner = _main_firm(reading, others)
    if owner is None:
        return
    owned = {each.object for each in relations if each.predicate is Predicate.DEVELOPS}
    for item in reading.sentences:
        for slot in item.frame.slots:
            if slot is None or slot.type is not EntityType.PRODUCT or slot.key in owned:
                continue
            owned.add(slot.key)
            if _FROM_OTHERS.search(item.frame.text):
                continue
            yield Relation(
                owner,
                Predicate.DEVELOPS,
                slot.key,
                Modality.ACTUAL,
                None,
                Evidence(item.sentence.span, (slot.span,)),
                "relation-product-of-main-firm",
            )


def _main_firm(reading: Reading, others: frozenset[str]) -> str | None:
    """The firm that the text is about, if it is about one."""
    counts: Counter[str] = Counter()
    for item in reading.sentences:
        named = {slot.key for slot in item.frame.slots if slot and _is_firm(reading, slot)}
        counts.update(sorted(named - others))
    first, second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    leads = first[1] >= _LEAST * counts.total() and second[1] <= _NEXT * first[1]
    return first[0] if leads and first[1] >= _OFTEN else None


def _is_firm(reading: Reading, slot: Slot) -> bool:
    label = reading.labels.get(slot.key, "")
    return slot.type is EntityType.ORGANIZATION and is_firm(label) and not _LANDLORD.search(label)
