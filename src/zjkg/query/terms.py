"""A question in running words as search terms, and sentences ranked by the terms they hold."""

from __future__ import annotations

import logging
import math
import re
import warnings
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import TypeVar

from zjkg.passages import folded

Key = TypeVar("Key")

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
    held: dict[str, set[str]] = {
        key: {term for term in terms if term in folded(text)} for key, text in sentences
    }
    return sorted(best := best_holding(terms, held, len(held)), key=lambda key: (-best[key], key))


def best_holding(
    terms: Sequence[str], held: Mapping[Key, Collection[str]], count: int
) -> dict[Key, float]:
    """The scores of the sentences that hold enough of the terms.

    Args:
        terms: folded words.
        held: which of the terms a sentence holds; sentences that hold none may be left out.
        count: how many sentences there are in all.
    """
    counts = Counter(term for found in held.values() for term in found)
    weights = {term: math.log(1 + count / max(counts[term], 1)) for term in terms}
    total = sum(weights.values())
    scores = {key: sum(weights[term] for term in sorted(found)) for key, found in held.items()}
    return {key: score for key, score in scores.items() if total and score >= _ENOUGH * total}
