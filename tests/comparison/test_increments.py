"""What is compared anew where articles come and go: what they share a key with, and no more."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World

from zjkg import linking
from zjkg.comparison import Compared, Gathering, Given
from zjkg.ids import Minter
from zjkg.model import ArticleRecord, Comparison, LocalKey, Records
from zjkg.notes import LostNoteError, Notes
from zjkg.pipeline import measures

MINTER = Minter("https://zjkg.example/")
WORLD = World(400, 7, MINTER)
ALL = {each.article.source: each for each in (record(n, WORLD, 7)[0] for n in range(24))}


def compared(sources: Iterable[str], notes: Notes) -> Compared:
    records = Records(sources, ALL.__getitem__, stamp=lambda source: source)
    who = linking.resolution(records, linking.Listing(()), (), MINTER, notes)

    def named(source: str) -> dict[LocalKey, str]:
        return {LocalKey(source, key): iri for key, iri, _ in who.named(source)}

    return Gathering(records, Given(named, *measures()), notes).compared(who.touched)


def of_each(found: Compared) -> dict[str, Comparison]:
    return {source: found.of(source) for source in found.sources}


@pytest.mark.parametrize("seed", range(3))
def test_what_came_and_went_is_compared_as_from_scratch(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a choice of articles
    held, notes = set(rng.sample(sorted(ALL), 16)), Notes()
    before: dict[str, Comparison] = {}
    for _ in range(6):
        found = compared(held, notes)
        now = of_each(found)
        assert now == of_each(compared(held, Notes()))
        assert {s for s in now if before.get(s) != now[s]} <= found.touched
        before = now
        held ^= set(rng.sample(sorted(ALL), rng.choice((1, 1, 2))))
    assert any(each.contradictions for each in before.values())
    assert any(each.corroborations for each in before.values())


def test_what_an_article_has_nothing_to_do_with_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[ArticleRecord] = []
    module = import_module("zjkg.comparison.gathering")
    brought = module.brought

    def watched(each: ArticleRecord, *given: object) -> object:
        taken.append(each)
        return brought(each, *given)

    monkeypatch.setattr(module, "brought", watched)
    notes, sources = Notes(), sorted(ALL)
    compared(sources[:-1], notes)
    taken.clear()
    found = compared(sources, notes)
    assert ALL[sources[-1]] in taken
    assert len(taken) < len(sources) / 2
    assert sources[-1] in found.touched
    taken.clear()
    assert compared(sources, notes).touched == frozenset()
    assert not taken


def test_a_note_that_is_gone_is_told() -> None:
    notes, sources = Notes(), sorted(ALL)
    compared(sources, notes)
    notes.drop("meeting", sources[0])
    with pytest.raises(LostNoteError):
        compared(sources[1:], notes)


def test_nothing_is_left_where_every_article_that_stays_changes(
    make_record: Callable[..., ArticleRecord],
    said: Any,  # noqa: ANN401 - a class of conftest.py
) -> None:
    def article(source: str, number: str) -> ArticleRecord:
        text = f"2020年滨江园企业{number}家。"
        return make_record(source, text, said(f"{number}家", number, "家", "企业"))

    notes, scheme = Notes(), Given(lambda source: {LocalKey(source, "e0"): "urn:a"}, *measures())
    first = {each.article.source: each for each in (article("a", "30"), article("b", "40"))}
    records = Records(first, first.__getitem__, stamp=lambda source: source)
    assert Gathering(records, scheme, notes).compared(()).of("a").contradictions
    other = {"a": article("a", "35")}
    records = Records(other, other.__getitem__, stamp=lambda source: f"{source} anew")
    assert not Gathering(records, scheme, notes).compared({"a"}).of("a").contradictions
