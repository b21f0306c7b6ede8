"""What weights add to what the grammar suggests."""

from __future__ import annotations

import pytest

from zjkg.claims.observations.chinese import bounds, options
from zjkg.claims.observations.chinese.measures import ChineseMeasures
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.scales import PLAIN, Key, Scales
from zjkg.claims.observations.text import Text
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import Span
from zjkg.pipeline import Knowledge
from zjkg.reading import read_bytes
from zjkg.recognition import Recognizer
from zjkg.settings import Settings

Table = dict[Key, dict[str, float]]


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer(Knowledge.load(Settings()).gazetteer())


def chosen(
    recognizer: Recognizer, words: str, suggested: str, weights: Table, rule: str = "left-noun"
) -> tuple[str, str]:
    """What the first value measures by some weights, and by which rule."""
    article = read_bytes("news.txt", words.encode(), zone=Settings().zone)
    (recognition,) = recognizer.recognize([article])
    text = Text.of(article, recognition, entities(article, recognition))
    quantity = measure(article, recognition, zone=Settings().zone).quantities[0]
    measures = ChineseMeasures(text, Scales(options.SLOTS, weights), Scales(bounds.SLOTS, weights))
    sentence = measures.read(0, article.sentences[0], (quantity,))
    start = text.key.index(suggested)
    suggestion = Measured(Span(start, start + len(suggested)), rule)
    found = measures.choose(sentence, quantity, (), suggestion)
    assert found.span is not None
    return found.span.of(text.key), found.rule


def prefer(zone: str, suffix: str) -> Table:
    return {(zone, "suffix", PLAIN): {suffix: 1.0}}


def test_without_weights_the_grammar_is_followed(recognizer: Recognizer) -> None:
    words = "滨江药谷产值和税收共120亿元。"
    assert chosen(recognizer, words, "产值", {}) == ("产值", "left-noun")


def test_weights_choose_another_word_and_say_so(recognizer: Recognizer) -> None:
    words = "滨江药谷产值和税收共120亿元。"
    found = chosen(recognizer, words, "产值", prefer(options.LEFT, "收"))
    assert found == ("税收", "weighed-left")


def test_a_construction_that_is_read_whole_is_not_weighed(recognizer: Recognizer) -> None:
    words = "滨江药谷产值和税收共120亿元。"
    found = chosen(recognizer, words, "产值", prefer(options.LEFT, "收"), "base-noun")
    assert found == ("产值", "base-noun")


@pytest.mark.parametrize(
    ("words", "suggested", "found"),
    [
        ("滨江药谷获批上市的新药有12款。", "获批上市的新药", "新药"),
        ("滨江药谷设立中心的企业占比为12%。", "设立中心的企业占比", "设立中心的企业占比"),
        ("滨江药谷科研人员有12人。", "科研人员", "科研人员"),
    ],
)
def test_less_than_the_grammar_suggests_only_without_a_clause(
    recognizer: Recognizer, words: str, suggested: str, found: str
) -> None:
    weights = {(options.LEFT, "suggested", PLAIN): {"=left-noun": 1.0}}
    assert chosen(recognizer, words, suggested, weights)[0] == found
