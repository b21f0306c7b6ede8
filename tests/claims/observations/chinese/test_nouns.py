"""The common noun that a Chinese clause speaks of."""

from __future__ import annotations

import pytest

from zjkg.claims.observations.chinese.nouns import Noun, noun_class, spoken_of
from zjkg.model import Span, Token


def words(tagged: str) -> tuple[str, list[Token]]:
    key, tokens = "", []
    for each in tagged.split():
        word, tag = each.split("/")
        tokens.append(Token(Span(len(key), len(key) + len(word)), tag))
        key += word
    return key, tokens


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("毛利率", Noun.ATTRIBUTE),
        ("受试者", Noun.PATIENT),
        ("临床试验", Noun.STUDY),
        ("二期厂房", Noun.PART),
        ("注射制剂", Noun.PRODUCT),
        ("初创企业", Noun.FIRM),
        ("同行业", Noun.MARKET),
        ("天气", Noun.OTHER),
    ],
)
def test_nouns_have_classes(word: str, noun: Noun) -> None:
    assert noun_class(word) is noun


@pytest.mark.parametrize(
    ("tagged", "noun"),
    [
        ("今年/TIME 受试者/n 增至/v 90人/m", Noun.PATIENT),
        ("跨国/a 药企/n 可以/v 年产/v 3批/m", Noun.FIRM),
        ("其中/r 约/d 三成/m", None),
        ("拿出/v 两亿元/m", None),
    ],
)
def test_the_noun_before_the_verb_is_spoken_of(tagged: str, noun: Noun | None) -> None:
    key, tokens = words(tagged)
    assert spoken_of(tokens, key) is noun
