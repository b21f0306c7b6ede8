"""A question in running words as search terms, and sentences ranked by the terms they hold."""

from __future__ import annotations

import logging
import math
import re
import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from types import ModuleType

from zjkg.query.passages import folded

_WORD = re.compile(r"[\w%.]+")
_SHORTEST = 2
# A sentence answers when it holds most of what is rare in the question, not each word of it.
_ENOUGH = 0.6


@cache
def _segmenter() -> ModuleType:
    """jieba, imported late (a second with its dictionary) and quietly (it warns and logs)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    module: ModuleType = jieba
    return module


def search_terms(question: str) -> tuple[str, ...]:
    """The words of a question, folded, without repetition and without single characters."""
    words = (
        word
        for part in _WORD.findall(question)
        for word in _segmenter().lcut_for_search(folded(part))
    )
    return tuple(dict.fromkeys(word for word in words if len(word) >= _SHORTEST))


def best_sentences(terms: Sequence[str], sentences: Iterable[tuple[str, str]]) -> list[str]:
    """The keys of the sentences that hold most of the terms, the best first.

    A term weighs the more the fewer sentences hold it; one that no sentence holds weighs most, so
    a misspelt name is not answered by its first half.

    Args:
        terms: folded words.
        sentences: pairs of a key and a sentence.
    """
    held = {key: {term for term in terms if term in folded(text)} for key, text in sentences}
    counts = {term: sum(term in found for found in held.values()) for term in terms}
    weights = {term: math.log(1 + len(held) / max(count, 1)) for term, count in counts.items()}
    total = sum(weights.values())
    scores = {key: sum(weights[term] for term in sorted(found)) for key, found in held.items()}
    good = [key for key, score in scores.items() if total and score >= _ENOUGH * total]
    return sorted(good, key=lambda key: (-scores[key], key))
