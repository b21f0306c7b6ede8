from __future__ import annotations

import pytest

from zjkg.comparison import MeasureScheme
from zjkg.comparison.measures import Phrase
from zjkg.folding import simplified


def short(phrase: Phrase) -> tuple[set[str], set[str]]:
    heads = {head.partition("measure-")[2] for head in phrase.heads}
    return heads, {name.partition("measure-")[2] or name for name in phrase.modifiers}


@pytest.mark.parametrize(
    ("words", "dimension", "heads", "modifiers"),
    [
        ("对外授权交易总额", "money", {"transaction-value"}, {"licence-out"}),
        ("對外授權交易", "count", {"transaction-count"}, {"licence-out"}),
        ("Out-licensing deals", "money", {"transaction-value"}, {"licence-out"}),
        ("out-licensing deals", "count", {"transaction-count"}, {"licence-out"}),
        ("license out交易额", "money", {"transaction-value"}, {"licence-out"}),
        ("净利润", "money", {"net-profit"}, set()),
        ("Series C round", "money", {"financing"}, {"round-c"}),
        ("C輪融資", "money", {"financing"}, {"round-c"}),
        ("Ⅱ期临床试验", "count", {"trial-count"}, {"phase-2"}),
        ("Phase II trials", "count", {"trial-count"}, {"phase-2"}),
        ("进入临床的新药", "count", {"drug-count"}, {"in-clinical", "under-development"}),
        ("patients", "count", {"patient-count"}, set()),
        ("the companies", "count", {"company-count"}, set()),
    ],
)
def test_phrases_by_concept(
    scheme: MeasureScheme, words: str, dimension: str, heads: set[str], modifiers: set[str]
) -> None:
    assert short(scheme.phrase(simplified(words), dimension)) == (heads, modifiers)


def test_words_inside_other_words_are_no_labels(scheme: MeasureScheme) -> None:
    assert not scheme.phrase("ideals of newcomers", "count").heads


def test_what_no_concept_explains_is_kept(scheme: MeasureScheme) -> None:
    assert scheme.phrase("孵化器企业", "count").rest == {"孵化", "化器"}
    assert scheme.phrase("companies from the harbour", "count").rest == {"harbour"}
