"""Fits the weights by which Chinese values are given to their subjects; judges them article-wise.

Every gold value of a Chinese article is a choice among candidates. The weights maximize the
likelihood of the right one, held by a quadratic penalty to what grammar suggests. Whole articles
are left out in turn, or whole batches of them: articles that were written at one time resemble
each other, so that only a batch left out tells what an article nobody has seen will give. The
printed table is for ``claims/observations/chinese/weights.py``.

    python benchmarks/subjects.py [--folds 8] [--penalty 40] [--batches f1 f2] [--print 0.085]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from zjkg.claims.observations.chinese.weights import WEIGHTS
from zjkg.claims.observations.subjects import SubjectFinder
from zjkg.claims.observations.text import Text, is_english
from zjkg.claims.observations.voices import Voices
from zjkg.extraction import extract_all
from zjkg.model import ArticleRecord, Quantity
from zjkg.quality.gold import Gold, GoldArticle, load_set
from zjkg.quality.keys import fold
from zjkg.settings import Settings

Weights = dict[str, float]
SETS = ("five", "written")
# What grammar suggests before any article is looked at.
START: Weights = {
    "announced": 3.0,
    "behind:described": 1.0,
    "behind:sited": 5.0,
    "behind:sized": 4.0,
    "carried:bare:first-head": 1.2,
    "carried:bare:only-head": 1.5,
    "carried:bare:employer-of-head": 0.5,
    "carried:bare:meant:employer-of-head": 1.0,
    "centre:first": 0.4,
    "carried:bare:meant:first-head": 1.2,
    "carried:bare:meant:only-head": 1.0,
    "does:authority": 1.6,
    "doubtful:firm": -0.7,
    "doubtful:park": -0.7,
    "doubtful:place": -0.7,
    "far:head-ago:1": 0.1,
    "fit:odd": -1.0,
    "fit:typical": 0.8,
    "fit:wrong": -3.0,
    "gives:authority": 1.5,
    "given:clause:bare": 1.0,
    "given:clause:headed": 0.7,
    "given:sentence:bare": 1.5,
    "given:sentence:stale": 0.5,
    "head-ago:1": 0.4,
    "head-in:same": 0.3,
    "here:agent:share": 1.0,
    "here:agent:spending": 4.5,
    "here:agent:stake": 1.0,
    "here:aside": -0.5,
    "here:bracketed": 5.0,
    "here:companion": -0.3,
    "here:employer": -0.5,
    "here:first-head": 0.8,
    "here:last-head": 0.3,
    "here:listed": -0.5,
    "here:employer-of-head": 0.5,
    "here:meant": 0.7,
    "here:meant:employer-of-head": 1.0,
    "here:meant:first-head": 0.5,
    "here:meant:last-head": 0.3,
    "here:meant:only-head": 0.6,
    "here:nearest": 0.6,
    "here:only-head": 1.0,
    "here:part": -2.5,
    "here:possessor": 1.0,
    "here:receiver:deal": 3.0,
    "here:receiver:grant": 0.5,
    "here:ref:speaker:site": 1.0,
    "here:share": -3.0,
    "here:source": -1.0,
    "here:standard": -1.0,
    "here:subject": 1.0,
    "here:whole": -2.0,
    "inside:authority:now": 1.0,
    "investor": -2.0,
    "issuer:bare": 2.2,
    "kind:outlet": -1.5,
    "kind:person": -1.3,
    "later": -1.0,
    "later:headed": -1.0,
    "meant:centre:first": 0.4,
    "meant:head-ago:1": 0.4,
    "meant:head-in:same": 0.3,
    "meant:named-in:same": 0.2,
    "located:own:before:part": -1.0,
    "located:own:here:part": -1.0,
    "made": 0.5,
    "made:told": 1.5,
    "made:told:policy": 1.8,
    "made:told:project": 1.8,
    "named-in:same": 0.3,
    "null": -1.0,
    "null:firm": 4.5,
    "null:given:clause:bare": 1.0,
    "null:given:sentence:bare": 1.5,
    "null:own:here:market": 3.5,
    "null:somebody": 1.0,
    "null:unnamed-here": 1.0,
    "null:whole": 3.5,
    "null:word:group": 3.5,
    "null:word:indefinite": 2.0,
    "null:word:new": -3.0,
    "null:word:old": 3.0,
    "null:word:survey": 1.5,
    "null:whole-before": 1.2,
    "odd:carried": -0.5,
    "outside:carried": -1.0,
    "outside:headed": -1.0,
    "odd:head": -0.3,
    "ref:here:fits": 0.7,
    "ref:here:misfits": -0.5,
    "reported:product": 1.0,
    "said:centre:first": 0.3,
    "said:employer:firm": 0.8,
    "said:head-ago:1": 0.3,
    "said:head-in:same": 0.3,
    "said:named-in:same": 0.3,
    "scheme:last": 1.5,
    "source:policy": 1.0,
    "source:policy:spent": 1.0,
    "speaker:now:operated": 0.7,
    "speaker:now:operator": -0.7,
    "text:main-site": 0.3,
    "text:most": 0.4,
    "title:head": 0.2,
    "typical:later": 0.5,
    "typical:object": 1.5,
    "unseen": -2.0,
}
RARE = 3  # a feature of fewer choices is left out
STEPS, RATE = 250, 0.1
LOOSE = {"null:": 0.1, "mk:": 0.3, "own:": 0.3}  # the share of the penalty of finer features


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with what it may be of; ``right`` runs parallel."""

    features: tuple[frozenset[str], ...]
    right: tuple[bool, ...]


def answers(gold: Gold, record: ArticleRecord) -> dict[int, set[str | None]]:
    """The right entities of each quantity whose value and unit stand once in gold and text."""
    names = {fold(n): {fold(m) for m in e.names} for e in gold.entities for n in e.names}
    values = Counter((float(q.value), q.unit) for q in record.measurement.quantities)
    rows = Counter((row.value, row.unit) for row in gold.quantities)
    subjects = {(row.value, row.unit): row.subject for row in gold.quantities}
    found: dict[int, set[str | None]] = {}
    for index, quantity in enumerate(record.measurement.quantities):
        mark = float(quantity.value), quantity.unit
        if values[mark] != 1 or rows[mark] != 1:
            continue
        subject = subjects[mark]
        if subject is None:
            found[index] = {None}
            continue
        known = names[fold(subject)]
        found[index] = {
            e.key for e in record.entities if any(fold(n.text) in known for n in e.names)
        }
    return found


class Rated(Protocol):
    """A candidate of either language."""

    @property
    def entity(self) -> str | None:
        """Whom the value would be of; None for nobody in the text."""

    @property
    def features(self) -> frozenset[str]:
        """What speaks for it and against it."""


R = TypeVar("R", bound=Rated)


class Chooser:
    """Chooses subjects by the weights, and keeps the choices whose right answer is known.

    ``waiting`` are the values of the sentence that is read; ``told`` goes on from the truth.
    """

    def __init__(
        self, right: Mapping[int, set[str | None]], weights: Weights, *, told: bool
    ) -> None:
        self.choices: list[Choice] = []
        self.hits = 0
        self.waiting: list[int] = []
        self._right, self._weights, self._told = right, weights, told

    def choose(self, found: list[R]) -> R:
        """The likeliest candidate, or the right one where the truth is told."""
        best = max(
            found, key=lambda each: sum(self._weights.get(f, 0.0) for f in sorted(each.features))
        )
        truth = self._right.get(self.waiting.pop(0))
        if truth is None:
            return best
        self.hits += best.entity in truth
        fits = tuple(each.entity in truth for each in found)
        if not any(fits):
            return best
        self.choices.append(Choice(tuple(each.features for each in found), fits))
        return found[fits.index(True)] if self._told else best


def voices(record: ArticleRecord) -> Voices:
    """Who speaks where in an article, as its claims tell."""
    claims = record.claims
    heard = [
        (part, each.speaker)
        for each in claims.quotations
        if each.speaker is not None
        for part in each.parts
    ]
    return Voices.of(heard, claims.roles, claims.relations)


def replay(
    record: ArticleRecord, right: dict[int, set[str | None]], weights: Weights, *, told: bool
) -> tuple[list[Choice], int]:
    """The choices of an article and how many come out right; ``told`` goes on from the truth."""
    text = Text.of(record.article, record.recognition, record.entities)
    chooser = Chooser(right, weights, told=told)
    finder = SubjectFinder(text, voices(record), chooser.choose)
    by_sentence: dict[int, list[tuple[int, Quantity]]] = {}
    for index, quantity in enumerate(record.measurement.quantities):
        by_sentence.setdefault(text.sentence_of(quantity.span), []).append((index, quantity))
    for number, sentence in enumerate(record.article.sentences):
        here = by_sentence.get(number, [])
        if not is_english(sentence):
            chooser.waiting[:] = [index for index, _ in here]
            finder.sentence(sentence, here)
    return chooser.choices, chooser.hits


def fit(choices: list[Choice], penalty: float, start: Weights) -> Weights:
    """The likeliest weights (Adam), held to ``start``."""
    seen = Counter(f for each in choices for f in frozenset().union(*each.features))
    names = sorted(f for f, count in seen.items() if count >= RARE)
    place = {name: at for at, name in enumerate(names)}
    pairs = [
        (row, place[f])
        for row, found in enumerate(fs for each in choices for fs in each.features)
        for f in found
        if f in place
    ]
    row, column = np.array(pairs).T
    sizes = np.array([len(each.right) for each in choices])
    first = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = np.array([r for each in choices for r in each.right], dtype=float)
    held = penalty * np.array(
        [next((v for k, v in LOOSE.items() if name.startswith(k)), 1.0) for name in names]
    )
    origin = np.array([start.get(name, 0.0) for name in names])
    weights, mean, square = origin.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        score = np.bincount(row, weights=weights[column], minlength=len(right))
        score = np.exp(score - np.repeat(np.maximum.reduceat(score, first), sizes))
        model = score / np.repeat(np.add.reduceat(score, first), sizes)
        truth = score * right / np.repeat(np.add.reduceat(score * right, first), sizes)
        slope = np.bincount(column, weights=(model - truth)[row], minlength=len(names))
        slope += held * (weights - origin)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        scale = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        weights -= RATE * mean / (1 - 0.9**step) / scale
    return start | dict(zip(names, weights.tolist(), strict=True))


Batch = dict[str, list[int]]


def left_out(sources: list[str], folds: int, batches: list[str]) -> Batch:
    """Which articles are left out together, by number: whole batches, else every so many."""
    if batches:
        return {b: [n for n, s in enumerate(sources) if s.startswith(f"{b}_")] for b in batches}
    return {str(f): list(range(f, len(sources), folds)) for f in range(folds)}


def main() -> None:
    """Cross-validate, fit on everything, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--penalty", type=float, default=40.0)
    parser.add_argument("--batches", nargs="*", default=[])
    parser.add_argument("--print", type=float, dest="least", default=None)
    options = parser.parse_args()
    settings = Settings()
    golds: list[GoldArticle] = [
        each for name in SETS for each in load_set(name, settings) if each.gold.language != "en"
    ]
    random.Random(0).shuffle(golds)  # noqa: S311 - folds, no secret
    articles = [each.article for each in golds]
    read = extract_all(articles, settings, jobs=1, progress=lambda _: None)
    records = {record.article.digest: record for record in read}
    pairs = [(records[g.article.digest], g.gold) for g in golds]
    known = [(record, answers(gold, record)) for record, gold in pairs]
    chances = [
        [c for told in (True, False) for c in replay(*each, WEIGHTS, told=told)[0]]
        for each in known
    ]
    hits = total = 0
    sources = [each.gold.source for each in golds]
    for name, numbers in left_out(sources, options.folds, options.batches).items():
        aside = frozenset(numbers)
        rest = [c for at, cs in enumerate(chances) if at not in aside for c in cs]
        weights = fit(rest, 2 * options.penalty, START)
        found = sum(replay(*known[at], weights, told=False)[1] for at in numbers)
        values = sum(len(known[at][1]) for at in numbers)
        hits, total = hits + found, total + values
        if options.batches and values:
            shipped = sum(replay(*known[at], WEIGHTS, told=False)[1] for at in numbers)
            told = f"{found / values:.3f} of {values} values"
            print(f"{name}: {told}; as shipped {shipped / values:.3f}")
    print(f"left out: {hits / total:.3f} of {total} values")
    if options.least is not None:
        weights = fit([c for cs in chances for c in cs], 2 * options.penalty, START)
        for name, value in sorted(weights.items()):
            if abs(value) >= options.least:
                print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
