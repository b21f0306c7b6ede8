"""What is noted of an article, or kept between rounds, decides as what is looked at anew."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from importlib import import_module

import msgspec
import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World

from zjkg.ids import Minter
from zjkg.linking import Profile, profiles_of, resolve
from zjkg.linking.listing import Listing
from zjkg.linking.noted import NotedProfiles
from zjkg.model import ArticleRecord, Records
from zjkg.notes import Notes

MINTER = Minter("https://zjkg.example/")
WORLD = World(400, 5, MINTER)
RECORDS = {r.article.source: r for r in (record(number, WORLD, 5)[0] for number in range(20))}


def test_profiles_come_back_as_they_were() -> None:
    for source, each in RECORDS.items():
        known = profiles_of(each)
        noted = NotedProfiles.of(datetime(2024, 1, 2, tzinfo=UTC), known, Listing(()))
        content = msgspec.msgpack.encode(noted)
        found = msgspec.msgpack.decode(content, type=NotedProfiles).profiles(source)
        names = Profile.__slots__
        assert [[getattr(p, n) for n in names] for p in found.values()] == [
            [getattr(p, n) for n in names] for p in known
        ]


def test_records_that_are_noted_are_not_looked_at() -> None:
    looked: list[str] = []
    notes = Notes()

    def load(source: str) -> ArticleRecord:
        looked.append(source)
        return RECORDS[source]

    plain = resolve(RECORDS.values(), [], [], MINTER)
    for expected in (list(RECORDS), []):
        looked.clear()
        records = Records(RECORDS, load, stamp=lambda source: source)
        assert resolve(records, [], [], MINTER, notes) == plain
        assert looked == expected


@pytest.mark.parametrize("kind", ["profiles", "known", "group", "thing", "members"])
def test_identity_begins_anew_where_a_note_is_lost(kind: str) -> None:
    notes = Notes()
    records = Records(RECORDS, RECORDS.__getitem__, stamp=lambda source: source)
    resolve(records, [], [], MINTER, notes)
    names = [name for each, name in notes._kept if each == kind]  # noqa: SLF001 - to lose them
    for name in names:
        notes.drop(kind, name)
    fewer = dict(list(RECORDS.items())[1:])
    left = Records(fewer, fewer.__getitem__, stamp=lambda source: source)
    assert resolve(left, [], [], MINTER, notes) == resolve(fewer.values(), [], [], MINTER)


def test_what_is_not_kept_between_rounds_is_decided_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("zjkg.linking.grouping")
    expected = resolve(RECORDS.values(), [], [], MINTER)
    for pairs in (0, 3, 40):
        monkeypatch.setattr(module, "_PAIRS_AT_HAND", pairs)
        assert resolve(RECORDS.values(), [], [], MINTER) == expected


class _Watched(Notes):
    """Notes that tell the most articles whose profiles were in memory while one was noted."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 0

    def write(self, kind: str, name: str, what: object) -> None:
        alive = sum(type(each) is NotedProfiles for each in gc.get_objects())
        self.most = max(self.most, alive)
        super().write(kind, name, what)


@pytest.mark.parametrize("articles", [1, 3])
def test_with_few_articles_at_hand_all_is_decided_alike(
    articles: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = dict(list(RECORDS.items())[:-2])
    expected = {len(each): resolve(each.values(), [], [], MINTER) for each in (RECORDS, fewer)}
    monkeypatch.setattr(import_module("zjkg.linking.register"), "_AT_HAND", articles)
    notes = Notes()
    for chosen in (RECORDS, fewer, RECORDS):
        records = Records(chosen, chosen.__getitem__, stamp=lambda source: source)
        assert resolve(records, [], [], MINTER, notes) == expected[len(chosen)]


def test_from_scratch_no_more_profiles_are_in_memory_than_are_at_hand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(import_module("zjkg.linking.register"), "_AT_HAND", 3)
    notes = _Watched()
    resolve(Records(RECORDS, RECORDS.__getitem__, stamp=str), [], [], MINTER, notes)
    assert 0 < notes.most <= 3 + 2, "and the one that is noted, and the one that is asked for"
