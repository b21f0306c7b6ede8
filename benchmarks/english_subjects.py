"""Fits the weights by which English values are given to their subjects; judges them by batches.

A batch is what one writer wrote at one time in the manner of real news (``f1_`` … in
``seeds/gold/written``). Each is left out in turn, so that its manner is unknown to the fit; leaving
out single articles flatters. The annotated sentences of the tests are fitted on too. The likelihood
and the penalty are those of ``subjects.py``. The printed table is for
``claims/observations/english/weights.py``.

    python -m benchmarks.english_subjects [--penalty 15] [--aside SOURCE …] [--print]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.subjects import SETS, Choice, Chooser, Weights, answers, fit, voices

from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.subjects import Choose, EnglishSubjects
from zjkg.claims.observations.english.weights import WEIGHTS
from zjkg.claims.observations.ranking import Ranking
from zjkg.claims.observations.text import Text, is_english
from zjkg.extraction import extract_all
from zjkg.model import ArticleRecord, Quantity, Sentence
from zjkg.quality.gold import GoldArticle, load_set
from zjkg.quality.keys import fold
from zjkg.reading import read_bytes
from zjkg.settings import Settings

# What grammar suggests before any article is looked at.
START: Weights = {
    "acting:firm": -0.3,
    "bare:head-ago:never": -0.5,
    "bare:last-given": 0.6,
    "bare:named-ago:never": -0.4,
    "bare:title": 0.3,
    "bare:title:head": 0.2,
    "bare:topic": 0.3,
    "compared": 2.0,
    "dateline": -0.5,
    "employer": 0.6,
    "first-slot": 1.2,
    "fit:both:firm": 0.3,
    "fit:firm:firm": 0.3,
    "fit:market:null": 1.2,
    "fit:stake:person": 1.3,
    "fit:stake:stranger": 1.3,
    "fit:typical": 0.7,
    "fit:wrong": -1.2,
    "generic:called": 1.0,
    "generic:misfits": -1.0,
    "generic:most": 0.4,
    "given:generic": 0.3,
    "given:named": 0.2,
    "given:open": 0.3,
    "grammar": 1.5,
    "grammar:topic": -0.5,
    "here:before:subject": 0.3,
    "here:before:told": -0.2,
    "here:named:before": 0.4,
    "joined": 0.8,
    "kind:bystander": -2.0,
    "kind:event": 0.3,
    "kind:office": -0.4,
    "kind:person": -1.3,
    "kind:stranger": -1.3,
    "null": -0.4,
    "null:bare": 0.4,
    "null:cited": 0.6,
    "null:control": 3.0,
    "null:demonym:subject": 0.6,
    "null:indefinite:noun": 0.6,
    "null:indefinite:subject": 0.6,
    "null:plural:subject": 0.6,
    "null:several": 1.5,
    "null:group:after": 0.7,
    "null:unnamed": 1.0,
    "null:world": 1.0,
    "open:fit:tenants:firm": -0.6,
    "open:head-ago:never": -0.2,
    "open:kind:event": 0.4,
    "open:last-given": 0.3,
    "open:most": 0.4,
    "open:once": -0.3,
    "owned": 0.8,
    "resolved": 0.7,
    "slot:cited:poss": 0.6,
    "slot:verb:under": 0.6,
    "source": -0.8,
    "whole:owner": 1.3,
}
SENTENCES = Path(__file__).parents[1] / "tests" / "quality" / "english"
ROW = re.compile(r"# (?P<value>[\d.]+)[^;]*; (?P<subject>[^;]+)")
BATCH = re.compile(r"f\d+(?=_)")
FAINT = 0.14  # a feature of less weight is left out before the last fit
DOUBT = 0.85  # how much of what the rules of grammar say is believed
Known = tuple[ArticleRecord, dict[int, set[str | None]]]


def replay(known: Known, *, told: bool) -> list[Choice]:
    """The choices of an article by the weights in use; ``told`` goes on from the truth."""
    chooser = Chooser(known[1], WEIGHTS, told=told)
    for here, reader, sentence in _reading(known, lambda f, _: [(0.0, chooser.choose(f))]):
        chooser.waiting[:] = [
            i for at, (i, each) in enumerate(here) if not at or each.equivalent_to is None
        ]
        reader.read(sentence, [quantity for _, quantity in here])
    return chooser.choices


def hits(known: Known, weights: Weights) -> int:
    """How many values of an article the weights give to the right one."""
    found = 0
    for here, reader, sentence in _reading(known, Ranking(weights, (("", "none"),)).likely):
        given = reader.read(sentence, [quantity for _, quantity in here])
        found += sum(
            entity in known[1].get(index, ())
            for (index, _), (entity, _) in zip(here, given, strict=True)
        )
    return found


def _reading(
    known: Known, choose: Choose
) -> Iterator[tuple[list[tuple[int, Quantity]], EnglishSubjects, Sentence]]:
    """The English sentences of an article in order, with their values and who is to read them."""
    record = known[0]
    text = Text.of(record.article, record.recognition, record.entities)
    reader = EnglishSubjects(text, Discourse(text, voices(record)), choose)
    numbered = list(enumerate(record.measurement.quantities))
    for sentence in record.article.sentences:
        if is_english(sentence):
            here = [each for each in numbered if sentence.span.covers(each[1].span)]
            yield here, reader, sentence


def sentences(settings: Settings) -> list[Known]:
    """The annotated sentences of the tests, with whose their values are."""
    rows: dict[str, dict[float, str]] = {}
    articles = []
    for path in sorted(SENTENCES.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            words, *lines = (line for line in block.split("\n") if not line.startswith("## "))
            text = f"2023-05-10\n\n{words.removeprefix('? ')}".encode()
            articles.append(read_bytes("news.txt", text, zone=settings.zone))
            found = (match for line in lines if (match := ROW.match(line)))
            rows[articles[-1].digest] = {float(m["value"]): fold(m["subject"]) for m in found}
    known: list[Known] = []
    for record in extract_all(articles, settings, jobs=1, progress=lambda _: None):
        keys = {fold(name.text): each.key for each in record.entities for name in each.names}
        subjects = rows[record.article.digest]
        right: dict[int, set[str | None]] = {}
        for index, quantity in enumerate(record.measurement.quantities):
            key = keys.get(subjects.get(float(quantity.value), ""))
            if key is not None:
                right[index] = {key}
        known.append((record, right))
    return known


def pruned(choices: list[Choice], penalty: float) -> Weights:
    """The weights of the features that matter, fitted without the others."""
    strong = {name for name, value in fit(choices, penalty, START).items() if abs(value) >= FAINT}
    kept = [Choice(tuple(each & strong for each in c.features), c.right) for c in choices]
    fitted = fit(kept, penalty, {k: v for k, v in START.items() if k in strong})
    return {k: v * (DOUBT if k.startswith("grammar") else 1.0) for k, v in fitted.items()}


def batch(source: str) -> str:
    """The batch of news that an article was written in; nothing for the others."""
    match = BATCH.match(source)
    return "" if match is None else match[0]


def main() -> None:
    """Leave out batch by batch, fit on everything, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--penalty", type=float, default=15.0)
    parser.add_argument("--aside", nargs="*", default=[], help="articles that nothing is fitted on")
    parser.add_argument("--print", action="store_true", dest="shows")
    options = parser.parse_args()
    settings = Settings()
    golds: list[GoldArticle] = [
        each
        for name in SETS
        for each in load_set(name, settings)
        if each.gold.language == "en" and each.gold.source not in options.aside
    ]
    read = extract_all([g.article for g in golds], settings, jobs=1, progress=lambda _: None)
    records = {record.article.digest: record for record in read}
    known: list[tuple[str, Known]] = []
    for each in golds:
        record = records[each.article.digest]
        known.append((batch(each.gold.source), (record, answers(each.gold, record))))
    chances = [
        (name, [c for told in (True, False) for c in replay(each, told=told)])
        for name, each in known
    ]
    told = [c for each in sentences(settings) for c in replay(each, told=False)]
    shares = []
    for left in sorted({name for name, _ in known} - {""}):
        rest = [c for name, choices in chances if name != left for c in choices]
        weights = pruned(rest + told, 2 * options.penalty)
        mine = [each for name, each in known if name == left]
        total = sum(len(right) for _, right in mine)
        shares.append(sum(hits(each, weights) for each in mine) / total)
        print(f"without {left}: {shares[-1]:.3f} of its {total} values")
    print(f"mean: {sum(shares) / len(shares):.3f}")
    if options.shows:
        weights = pruned([c for _, choices in chances for c in choices] + told, 2 * options.penalty)
        for name, value in sorted(weights.items()):
            if round(value, 2):
                print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
