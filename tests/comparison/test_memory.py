from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zjkg.comparison import MeasureScheme, Memory, Units, compare
from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import ArticleRecord, Comparison
from zjkg.settings import resource

Make = Callable[..., ArticleRecord]
FixtureClass = Any  # a class of conftest.py, which a test module cannot import


def run(
    scheme: MeasureScheme, memory: Memory, *records: ArticleRecord
) -> tuple[Comparison, Memory]:
    units = Units.load(resource("ontology") / "units.ttl")
    identity = resolve(records, [], [], Minter("https://example.org/"))
    return compare(records, identity, scheme, units, memory)


def test_only_touched_blocks_are_compared_again(
    make_record: Make, scheme: MeasureScheme, said: FixtureClass
) -> None:
    def article(source: str, park: str, number: str) -> ArticleRecord:
        text = f"2020年{park}企业{number}家。"
        return make_record(source, text, said(f"{number}家", number, "家", "企业", park))

    first = [article("a", "滨江园", "30"), article("b", "滨江园", "40")]
    first += [article("c", "云谷园", "30"), article("d", "云谷园", "50")]
    before, memory = run(scheme, Memory(), *first)
    assert len(before.contradictions) == 2
    again, kept = run(scheme, memory, *first)
    assert again == before
    assert kept.anew == 0
    added = [*first, article("e", "云谷园", "60")]
    after, touched = run(scheme, memory, *added)
    assert after == run(scheme, Memory(), *added)[0]
    assert 0 < touched.anew < memory.anew
    back, _ = run(scheme, touched, *first)
    assert back == before


def test_memory_survives_being_written_down(
    make_record: Make, scheme: MeasureScheme, said: FixtureClass
) -> None:
    text = "2020年滨江园企业{}家。"
    records = [
        make_record(s, text.format(n), said(f"{n}家", n, "家", "企业"))
        for s, n in (("a", "30"), ("b", "40"))
    ]
    found, memory = run(scheme, Memory(), *records)
    restored = Memory.decode(memory.encode())
    again, kept = run(scheme, restored, *records)
    assert again == found
    assert kept.anew == 0
    assert kept.encode() == memory.encode()
