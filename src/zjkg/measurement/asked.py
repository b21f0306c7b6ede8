"""Numbers that a person asks for: 461亿元, 80%, 200 billion yuan, 461亿, 46100000000."""

from __future__ import annotations

import re
from decimal import Decimal
from zoneinfo import ZoneInfo

from zjkg.folding import simplified
from zjkg.measurement import numerals
from zjkg.measurement.grammar import quantities_of
from zjkg.model import Article, Block, BlockKind, LanguageTag, Recognition, Sentence, Span

_BARE = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_SCALED = re.compile(
    rf"(?P<count>{numerals.ARABIC})\s?(?:(?P<han>{numerals.MULTIPLIER})|(?P<latin>{numerals.ENGLISH_SCALE}))",
    re.IGNORECASE,
)
_LONGEST = 40
_HAN = re.compile(r"[\u3400-\u9fff]")
_ANY_ZONE = ZoneInfo("UTC")  # no date is resolved here


def read_quantities(words: str) -> list[tuple[Decimal, str | None]]:
    """The numbers in words, in base units, with their units; None for a number without one."""
    asked = words.strip()
    if _BARE.fullmatch(asked):
        return [(Decimal(asked.replace(",", "")), None)]
    scaled = _SCALED.fullmatch(simplified(asked)) if len(asked) <= _LONGEST else None
    if scaled:
        factor = (
            numerals.multiplier(scaled["han"])
            if scaled["han"]
            else numerals.english_scale(scaled["latin"])
        )
        return [(numerals.arabic(scaled["count"]) * factor, None)]
    measured = quantities_of(_as_article(asked), Recognition(((),), (), ()), _ANY_ZONE)
    return [(quantity.value, quantity.unit) for quantity in measured.quantities]


def _as_article(words: str) -> Article:
    """The words as an article of one sentence, so that one grammar reads both."""
    language = LanguageTag.HANS if _HAN.search(words) else LanguageTag.EN
    span = Span(0, len(words))
    return Article(
        source="asked",
        digest="",
        encoding="utf-8",
        media_type="text/plain",
        text=words,
        language=language,
        title=None,
        publisher=None,
        published=None,
        blocks=(Block(span, BlockKind.PARAGRAPH),),
        sentences=(Sentence(span, language, 0),),
    )
