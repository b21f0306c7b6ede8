"""Fits the weights by which Chinese values get what they measure; judges them by batches left out.

Every gold value is a choice among the words around it and the measures of values before. The
weights maximize the likelihood of the right one, held by a quadratic penalty to nothing; small
ones are left out. A second choice, word by word, says how far a phrase reaches to the
left. Whole batches (``f1_`` … in ``seeds/gold/written``) are left out in turn. The annotated
sentences of the tests are fitted on too. ``--write`` puts the tables beside the code that reads
them.

    python -m benchmarks.measures [--penalty 2] [--without f9_] [--write] [--quick]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.subjects import SETS, Choice, Weights, fit

import zjkg.claims.observations.chinese as package
from zjkg.claims.observations.chinese import bounds
from zjkg.claims.observations.chinese import options as chinese
from zjkg.claims.observations.chinese.measures import ChineseMeasures, leans_on
from zjkg.claims.observations.chinese.options import ChineseSentence
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.options import Earlier, Option
from zjkg.claims.observations.scales import PLAIN, Features, Key, Scales
from zjkg.claims.observations.text import Text, is_english
from zjkg.extraction import extract_all
from zjkg.folding import simplified
from zjkg.model import ArticleRecord, Quantity, Span
from zjkg.quality.gold import Gold, load_set
from zjkg.quality.keys import fold, same_phrase
from zjkg.quality.predictions import prediction
from zjkg.quality.quantities import paired
from zjkg.reading import read_bytes
from zjkg.settings import Settings

TESTS = Path(__file__).parents[1] / "tests" / "quality" / "chinese"
ROW = re.compile(r"# (?P<value>[\d.]+)[^;]*; [^;]+; (?P<measure>[^;]+)")
BATCH = re.compile(r"f\d+(?=_)")
TIMES = 3  # how often the sentences of the tests count: each stands for a construction
CUT = 0.1  # a feature of less weight is left out before the last fit
EQUAL, SIMILAR, ENDING, OTHER = 4, 3, 2, 1
Measures = Mapping[int, str]
NO_STEP: frozenset[str] = frozenset()
SEPARATOR = "\t"


@dataclass(frozen=True, slots=True)
class Known:
    """An article with what its values measure, by number; ``batch`` is where it was written.

    ``times`` is how often it counts.
    """

    batch: str
    record: ArticleRecord
    measures: Measures
    times: int = 1


@dataclass(frozen=True, slots=True)
class Value:
    """A value with those before it and what the grammar suggests that it measures."""

    quantity: Quantity
    earlier: Earlier
    suggestion: Measured


@dataclass(slots=True)
class Fitted:
    """The scales of options and of the words that join a phrase."""

    options: Weights
    bounds: Weights


class Chinese:
    """Chinese sentences of an article."""

    def __init__(self, text: Text, fitted: Fitted | None) -> None:
        table = Fitted({}, {}) if fitted is None else fitted
        self._text = text
        self._measures = ChineseMeasures(
            text,
            Scales(chinese.SLOTS, tables(table.options)),
            Scales(bounds.SLOTS, tables(table.bounds)),
        )
        self._sentence: ChineseSentence

    def read(self, index: int, quantities: tuple[Quantity, ...]) -> None:
        """Take up a sentence."""
        sentence = self._text.article.sentences[index]
        self._sentence = self._measures.read(index, sentence, quantities)

    def suggest(self, quantity: Quantity, last: Span | None) -> Measured:
        """What the grammar suggests."""
        return self._measures.suggest(self._sentence, quantity, last)

    def options(self, value: Value) -> list[Option]:
        """What a value may measure."""
        return self._sentence.options(value.quantity, value.earlier, value.suggestion)

    def spans(self, option: Option, value: Value) -> list[tuple[Span, Features | None]]:
        """The phrases of an option."""
        if option.span is not None:
            return [(option.span, None)]
        words, end = self._sentence.words, option.within.end
        longer = bounds.steps(self._sentence, option, value.suggestion.span)
        found = [(Span(words[at].span.start, end), features) for at, features in longer]
        start = max(words[option.word].span.start, option.within.start)
        return [(Span(start, end), None), *found]

    def head(self, option: Option) -> Span:
        """The last word of an option's phrase."""
        return option.span or self._sentence.words[option.word].span

    def chosen(self, value: Value) -> Measured:
        """What the scales choose."""
        return self._measures.choose(
            self._sentence, value.quantity, value.earlier, value.suggestion
        )


def tables(found: Weights) -> dict[Key, dict[str, float]]:
    """Weights as the scales read them."""
    result: dict[Key, dict[str, float]] = {}
    for name, weight in found.items():
        zone, slot, context, value = name.split(SEPARATOR)
        result.setdefault((zone, slot, context), {})[value] = weight
    return result


def named(features: Features | None) -> frozenset[str]:
    """Features by name."""
    if features is None:
        return NO_STEP
    slots = {**chinese.SLOTS, **bounds.SLOTS}
    return frozenset(
        SEPARATOR.join((features.zone, slot, context, value))
        for slot, value in zip(slots[features.zone], features.values, strict=True)
        for context in (PLAIN, *features.contexts)
        if value
    )


def rank(found: str, measure: str, last: str) -> int:
    """How well a phrase with that last word fits a measure."""
    if fold(found) == fold(measure):
        return EQUAL
    ends = fold(measure).endswith(fold(last))
    if same_phrase(found, measure):
        return SIMILAR if ends else OTHER
    return ENDING if ends else 0


def right(
    language: Chinese, key: str, value: Value, found: list[Option], measure: str
) -> list[tuple[bool, int]]:
    """Of each option whether it is right, and which of its phrases fits best."""
    ranks = []
    for option in found:
        spans = [span for span, _ in language.spans(option, value)]
        last = language.head(option).of(key)
        each = [rank(span.of(key), measure, last) for span in spans]
        best = max(each)
        ranks.append((best, each.index(best)))
    most = max((best for best, _ in ranks), default=0)
    return [(best == most and best > 0, at) for best, at in ranks]


def grown(spans: list[tuple[Span, Features | None]], size: int) -> Iterator[Choice]:
    """The choices of a phrase that takes in so many steps."""
    for at, (_, features) in enumerate(spans[1:], 1):
        yield Choice((named(features), NO_STEP), (at <= size, at > size))
        if at > size:
            return


@dataclass(slots=True)
class Replayed:
    """The choices of an article, those of bounds, and how many values come out right.

    ``grammar`` counts what the grammar suggested rightly.
    """

    choices: list[Choice]
    steps: list[Choice]
    hits: int = 0
    grammar: int = 0


def replay(known: Known, fitted: Fitted | None) -> Replayed:
    """The choices of an article, told from the truth; with ``fitted`` how it chooses."""
    record = known.record
    text = Text.of(record.article, record.recognition, record.entities)
    language = Chinese(text, fitted)
    claimed = {each.quantity: each.measure for each in record.claims.observations}
    by_sentence: dict[int, list[tuple[int, Quantity]]] = {}
    for index, quantity in enumerate(record.measurement.quantities):
        by_sentence.setdefault(text.sentence_of(quantity.span), []).append((index, quantity))
    done, earlier = Replayed([], []), list[tuple[Quantity, Span | None]]()
    last: Span | None = None
    for number, rows in sorted(by_sentence.items()):
        mine = not is_english(record.article.sentences[number])
        if mine:
            language.read(number, tuple(each for _, each in rows))
        for index, quantity in rows:
            found = Measured(claimed.get(index), "")
            measure = known.measures.get(index)
            if mine:
                suggestion = language.suggest(quantity, last)
                value = Value(quantity, tuple(earlier), suggestion)
                if fitted is not None:
                    found = language.chosen(value)
                    if measure is not None:
                        done.hits += _is(found, text.key, measure)
                        done.grammar += _is(suggestion, text.key, measure)
                elif measure is not None:
                    span = _learn(language, text.key, value, measure, done) or found.span
                    found = suggestion if span == suggestion.span else Measured(span, "")
            earlier.append((quantity, found.span))
            if leans_on(found):
                last = found.span
    return done


def _is(found: Measured, key: str, measure: str) -> bool:
    return found.span is not None and same_phrase(found.span.of(key), measure)


def _learn(language: Chinese, key: str, value: Value, measure: str, done: Replayed) -> Span | None:
    """Note the choice of a value whose measure is known; its phrase."""
    found = language.options(value)
    fits = right(language, key, value, found, measure)
    if not any(fit for fit, _ in fits):
        return None
    done.choices.append(
        Choice(tuple(named(o.features) for o in found), tuple(fit for fit, _ in fits))
    )
    first = None
    for option, (fit_, size) in zip(found, fits, strict=True):
        if fit_:
            spans = language.spans(option, value)
            first = first or spans[size][0]
            done.steps.extend(grown(spans, size))
    return first


def pruned(choices: list[Choice], penalty: float) -> Weights:
    """The weights of the features that matter, fitted without the others."""
    if not choices:
        return {}
    strong = {name for name, value in fit(choices, penalty, {}).items() if abs(value) >= CUT}
    kept = [Choice(tuple(each & strong for each in c.features), c.right) for c in choices]
    return {name: round(value, 2) for name, value in fit(kept, penalty, {}).items() if value}


def of_gold(gold: Gold, record: ArticleRecord) -> Measures:
    """What the values of an article measure, in simplified script."""
    found = paired(gold, prediction(record))
    numbers = [each.quantity for each in record.claims.observations]
    rows = ((numbers[other], gold.quantities[index].measure) for index, other in found.items())
    return {number: simplified(measure) for number, measure in rows if measure}


def sentences(settings: Settings) -> list[Known]:
    """The annotated sentences of the tests."""
    rows: dict[str, list[tuple[float, str]]] = {}
    articles = []
    for path in sorted(TESTS.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            words, *lines = (line for line in block.split("\n") if not line.startswith("## "))
            text = f"2023-05-10\n\n{words.removeprefix('? ')}".encode()
            articles.append(read_bytes("news.txt", text, zone=settings.zone))
            matches = (match for line in lines if (match := ROW.match(line)))
            rows[articles[-1].digest] = [
                (float(m["value"]), m["measure"]) for m in matches if m["measure"] != "None"
            ]
    known = []
    for record in extract_all(articles, settings, jobs=1, progress=lambda _: None):
        waiting = rows[record.article.digest]
        found = {}
        for index, quantity in enumerate(record.measurement.quantities):
            row = next((each for each in waiting if each[0] == float(quantity.value)), None)
            if row is not None:
                waiting.remove(row)
                found[index] = simplified(row[1])
        known.append(Known("", record, found, TIMES))
    return known


def articles_of(settings: Settings, without: list[str]) -> list[Known]:
    """The articles of the gold, without those whose sources begin so."""
    golds = [
        each
        for name in SETS
        for each in load_set(name, settings)
        if each.gold.language != "en" and not each.gold.source.startswith(tuple(without))
    ]
    read = extract_all([each.article for each in golds], settings, jobs=1, progress=lambda _: None)
    records = {record.article.digest: record for record in read}
    return [
        Known(
            match[0] if (match := BATCH.match(each.gold.source)) else "",
            records[each.article.digest],
            of_gold(each.gold, records[each.article.digest]),
        )
        for each in golds
    ]


def write(weights: Weights, path: Path) -> None:
    """Write a table of weights."""
    lines = (f"{name}{SEPARATOR}{value:g}\n" for name, value in sorted(weights.items()) if value)
    path.write_text("".join(lines), encoding="utf-8")


def _batches(known: list[Known]) -> list[str]:
    return sorted({each.batch for each in known} - {""})


def _judged(left: str, known: list[Known], table: Fitted) -> tuple[int, int, int]:
    """Of a batch that was left out how many values are right, by the grammar alone, and in all."""
    mine = [each for each in known if each.batch == left]
    done = [replay(each, table) for each in mine]
    hits, grammar = sum(each.hits for each in done), sum(each.grammar for each in done)
    total = sum(len(each.measures) for each in mine)
    print(f"without {left}: {_shares(hits, grammar, total)}", flush=True)
    return hits, grammar, total


def _shares(hits: int, grammar: int, total: int) -> str:
    return f"{hits / total:.3f} of {total} values; the grammar alone {grammar / total:.3f}"


def main() -> None:
    """Leave out batch by batch, fit on everything, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--penalty", type=float, default=2.0)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    settings = Settings()
    known = articles_of(settings, options.without)
    told = [
        each
        for article in (*known, *sentences(settings))
        for each in [(article.batch, replay(article, None))] * article.times
    ]

    def fitted(left: str) -> Fitted:
        rest = [each for batch, each in told if batch != left or not left]
        return Fitted(
            pruned([c for each in rest for c in each.choices], options.penalty),
            pruned([c for each in rest for c in each.steps], options.penalty / 2),
        )

    if not options.quick:
        judged = [_judged(left, known, fitted(left)) for left in _batches(known)]
        hits, grammar, total = (sum(each) for each in zip(*judged, strict=True))
        print(f"together: {_shares(hits, grammar, total)}")
    if options.write:
        table = fitted("")
        folder = Path(package.__path__[0])
        write(table.options, folder / "measures.tsv")
        write(table.bounds, folder / "bounds.tsv")
        print(len(table.options), len(table.bounds))


if __name__ == "__main__":
    main()
