"""Seconds and memory of an export to GEXF, with layout, communities and centrality.

The store is made up: organizations with relations between them, some of which are named far more
often than others, each relation with a sentence in an article. Seconds are those of the processor,
by step; a machine that does other things makes them longer, too. Memory is what the export takes
beyond the store, at its peak.

    python -m benchmarks.export [--nodes 20000] [--edges 100000] [--view organizations]
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.export import Choices, building, drawing, files
from zjkg.ids import TERMS, Minter

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OA = "http://www.w3.org/ns/oa#"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SPECIALIZATION = "http://www.w3.org/ns/prov#specializationOf"
ARTICLE = "https://schema.org/NewsArticle"
DAY = "http://www.w3.org/2001/XMLSchema#date"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
MINT = Minter("https://example.org/")
PREDICATES = ("partnersWith", "invests", "supplies")
SENTENCES = 50  # in one article, each with one relation
STEPS = (
    (building, ("read_facts", "_candidates", "assemble", "draw")),
    (drawing, ("measure", "place")),
)

Value = str | Literal
Row = tuple[str, str, Value]


def main() -> None:
    """Prints what each step took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=20_000)
    parser.add_argument("--edges", type=int, default=100_000)
    parser.add_argument("--view", default="organizations")
    given = parser.parse_args()
    store = made(given.nodes, given.edges)
    print(
        f"{given.nodes} nodes, {given.edges} edges, {len(store)} quads; load {os.getloadavg()[0]}"
    )
    for module, names in STEPS:
        for name in names:
            _time(module, name)
    _forget_peak()
    before = _resident()
    clock, processor = time.perf_counter(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        choices = Choices(given.view, co_occurrence=False)
        done = files.export_file(store, "gexf", Path(folder) / "large.gexf", choices)
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    print(
        f"all: {processor:.1f} s of the processor, {clock:.1f} s by the clock, {done.edges} edges"
    )
    print(f"memory: {_peak() - before} MiB beyond the store")


def made(nodes: int, edges: int, seed: int = 1) -> Store:
    """A store with so many organizations and at most so many edges between them."""
    store = Store()
    store.bulk_extend(quads(nodes, edges, seed))
    return store


def quads(nodes: int, edges: int, seed: int) -> Iterator[Quad]:
    """The quads of the store; the same for the same numbers."""
    source = random.Random(seed)  # noqa: S311 - a shape, not a secret
    for number in range(0, edges, SENTENCES):
        day = f"20{10 + number % 15}-0{1 + number % 9}-1{number % 9}"
        article = MINT.article(f"a{number}")
        graph = NamedNode(version := MINT.version(f"a{number}", "content"))
        rows = [*_article(article, version, day)]
        for place in range(SENTENCES):
            ends = [int(nodes * source.random() ** 2) for _ in range(2)]  # some far more often
            rows += _relation(version, place * 100, ends, source.choice(PREDICATES))
        for subject, predicate, value in rows:
            term = NamedNode(value) if isinstance(value, str) else value
            yield Quad(NamedNode(subject), NamedNode(predicate), term, graph)


def _article(article: str, version: str, day: str) -> Iterator[Row]:
    yield article, f"{RDF}type", ARTICLE
    yield article, f"{TERMS}source", Literal(article.rpartition("/")[2])
    yield article, f"{TERMS}issuedLocal", Literal(day, datatype=NamedNode(DAY))
    yield version, SPECIALIZATION, article


def _relation(version: str, start: int, ends: list[int], predicate: str) -> Iterator[Row]:
    names = [f"机构{number}公司" for number in ends]
    things = [MINT.entity(name, "Organization") for name in names]
    text = f"{names[0]}与{names[1]}在{version[-6:]}合作。"
    sentence = MINT.part(version, "span", start, text)
    yield from _placed(sentence, version, start, text)
    for at, (name, thing) in enumerate(zip(names, things, strict=True)):
        mention, target = (MINT.part(version, kind, start, at) for kind in ("mention", "target"))
        yield thing, f"{RDF}type", f"{TERMS}Organization"
        yield thing, RDFS_LABEL, Literal(name, language="zh-Hans")
        yield mention, f"{RDF}type", f"{TERMS}Mention"
        yield mention, f"{OA}hasBody", thing
        yield mention, f"{OA}hasTarget", target
        yield from _placed(target, version, start + at, name)
    claim = MINT.part(version, "claim", start, predicate)
    yield claim, f"{RDF}type", f"{TERMS}Claim"
    yield claim, f"{RDF}type", f"{TERMS}Relation"
    yield claim, f"{TERMS}evidence", sentence
    yield claim, f"{TERMS}modality", Literal("actual")
    yield claim, f"{RDF}subject", things[0]
    yield claim, f"{RDF}predicate", f"{TERMS}{predicate}"
    yield claim, f"{RDF}object", things[1]


def _placed(thing: str, version: str, start: int, text: str) -> Iterator[Row]:
    words, place = f"{thing}/words", f"{thing}/place"
    yield thing, f"{OA}hasSource", version
    yield thing, f"{OA}hasSelector", words
    yield thing, f"{OA}hasSelector", place
    yield words, f"{OA}exact", Literal(text)
    for name, offset in (("start", start), ("end", start + len(text))):
        yield place, f"{OA}{name}", Literal(str(offset), datatype=NamedNode(INTEGER))


def _time(module: Any, name: str) -> None:  # noqa: ANN401 - a module has any function
    step: Callable[..., object] = getattr(module, name)

    def timed(*given: object, **named: object) -> object:
        before = time.process_time()
        result = step(*given, **named)
        print(f"{name.strip('_')}: {time.process_time() - before:.2f} s")
        return result

    setattr(module, name, timed)


def _resident() -> int:
    """MiB that are in memory now; where the system does not tell, the most that ever were."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return _peak()
    return int(status.read_text("ascii").split()[1]) * resource.getpagesize() >> 20


def _peak() -> int:
    """The most MiB that were in memory since ``_forget_peak``, where the system tells that."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if "VmHWM" in line)
        return int(line.split()[1]) >> 10
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most >> 20 if sys.platform == "darwin" else most >> 10


def _forget_peak() -> None:
    """Begin anew with the peak: making the store took more than it needs now."""
    forget = Path("/proc/self/clear_refs")
    if forget.exists():
        forget.write_text("5", "ascii")


if __name__ == "__main__":
    main()
