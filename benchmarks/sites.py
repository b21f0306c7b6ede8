"""Fits the weights by which Chinese firms are given to their sites; judges them article-wise.

Every pair of an organization and a site of a Chinese article is a case; it is right where the gold
says that the one is located in the other. Logistic regression with a quadratic penalty. Whole
articles are left out in turn. The printed table is for
``claims/relations/chinese/siting_weights.py``.

    python benchmarks/sites.py [--folds 10] [--penalty 1] [--print 0.1]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from zjkg.claims.frames.article_frames import SentenceFrame, read_article
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese.deixis import pointed
from zjkg.claims.relations.chinese.siting import site_pairs
from zjkg.claims.relations.extraction import no_tenants
from zjkg.claims.relations.voices import Voices
from zjkg.extraction import extract_all
from zjkg.model import ArticleRecord, EntityType, Predicate
from zjkg.quality.gold import Gold, load_set
from zjkg.quality.keys import fold
from zjkg.settings import Settings

Weights = dict[str, float]
SETS = ("five", "written")
RARE = 3  # a feature of fewer pairs is left out
STEPS, RATE, START = 300, 0.15, -3.0


@dataclass(frozen=True, slots=True)
class Case:
    """A pair with its features; ``right`` tells that the gold states it."""

    features: frozenset[str]
    right: bool


def cases(record: ArticleRecord, gold: Gold) -> list[Case]:
    """The pairs of an article."""
    names = {fold(name): each.name for each in gold.entities for name in each.names}
    known = {
        each.key: next((names[f] for n in each.names if (f := fold(n.text)) in names), None)
        for each in record.entities
    }
    truth = {
        (names[fold(row.subject)], names[fold(row.object)])
        for row in gold.relations
        if row.predicate is Predicate.LOCATED_IN
    }
    reading = read_article(record.article, record.recognition, record.entities)
    voices = Voices.of((), record.entities)
    spoken: list[Slot] = []
    items: list[SentenceFrame] = []
    for item in reading.sentences:
        shown = pointed(item.frame, spoken, reading.labels, voices) if item.chinese else item.frame
        items.append(replace(item, frame=shown))
        spoken.extend(shown.slots_in(0, len(shown.slots)))
    outside = no_tenants(reading, record.entities)
    return [
        Case(frozenset(pair.features), (known[pair.body.key], known[pair.site.key]) in truth)
        for pair in site_pairs(reading, items, outside)
    ]


def fit(rows: list[Case], penalty: float) -> tuple[Weights, float]:
    """The likeliest weights and bias (Adam), held to zero."""
    seen = Counter(feature for row in rows for feature in row.features)
    names = sorted(feature for feature, count in seen.items() if count >= RARE)
    place = {name: at for at, name in enumerate(names)}
    pairs = [(at, place[f]) for at, row in enumerate(rows) for f in row.features if f in place]
    row, column = np.array(pairs).T
    right = np.array([each.right for each in rows], dtype=float)
    weights = np.append(np.zeros(len(names)), START)
    mean, square = np.zeros(len(weights)), np.zeros(len(weights))
    for step in range(1, STEPS + 1):
        score = np.bincount(row, weights=weights[column], minlength=len(right)) + weights[-1]
        wrong = 1 / (1 + np.exp(-score)) - right
        slope = np.bincount(column, weights=wrong[row], minlength=len(names))
        slope = np.append(slope + penalty * weights[:-1], wrong.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        scale = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        weights -= RATE * mean / (1 - 0.9**step) / scale
    return dict(zip(names, weights[:-1].tolist(), strict=True)), float(weights[-1])


def score(case: Case, weights: Weights, bias: float) -> float:
    """How likely a pair is right."""
    total = bias + sum(weights.get(feature, 0.0) for feature in case.features)
    return float(1 / (1 + np.exp(-total)))


def main() -> None:
    """Cross-validate, fit on everything, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--print", type=float, dest="least", default=None)
    options = parser.parse_args()
    settings = Settings()
    golds = [
        each for name in SETS for each in load_set(name, settings) if each.gold.language != "en"
    ]
    read = extract_all([each.article for each in golds], settings, jobs=1, progress=lambda _: None)
    records = {record.article.digest: record for record in read}
    known = [cases(records[each.article.digest], each.gold) for each in golds]
    kinds = [{n: e.type for e in each.gold.entities for n in e.names} for each in golds]
    stated = sum(
        row.predicate is Predicate.LOCATED_IN and kind[row.subject] is EntityType.ORGANIZATION
        for each, kind in zip(golds, kinds, strict=True)
        for row in each.gold.relations
    )
    random.Random(0).shuffle(known)  # noqa: S311 - folds, no secret
    judged: list[tuple[float, bool]] = []
    for number in range(options.folds):
        rest = [c for at, cs in enumerate(known) if at % options.folds != number for c in cs]
        weights, bias = fit(rest, options.penalty)
        judged += [
            (score(c, weights, bias), c.right) for cs in known[number :: options.folds] for c in cs
        ]
    for least in (0.3, 0.4, 0.5, 0.6):
        kept = [right for likely, right in judged if likely >= least]
        f1 = 2 * sum(kept) / (len(kept) + stated)
        print(
            f"left out, at {least}: {sum(kept)} right of {len(kept)}, {stated} stated, F1 {f1:.3f}"
        )
    if options.least is not None:
        weights, bias = fit([c for cs in known for c in cs], options.penalty)
        print(f"BIAS: Final = {bias:.2f}")
        for name, value in sorted(weights.items()):
            if abs(value) >= options.least:
                print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
