"""What is noted of an article, or kept between rounds, decides as what is looked at anew."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from importlib import import_module

import msgspec
import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World

from zjkg.ids import Minter
from zjkg.linking import Profile, profiles_of, resolve
from zjkg.linking.noted import NotedProfiles
from zjkg.model import ArticleRecord, Records
from zjkg.notebook import Notebook

MINTER = Minter("https://zjkg.example/")
WORLD = World(400, 5, MINTER)
RECORDS = {r.article.source: r for r in (record(number, WORLD, 5)[0] for number in range(20))}


def test_profiles_come_back_as_they_were() -> None:
    for source, each in RECORDS.items():
        known = profiles_of(each)
        noted = NotedProfiles.of(datetime(2024, 1, 2, tzinfo=UTC), known)
        content = msgspec.msgpack.encode(noted)
        found = msgspec.msgpack.decode(content, type=NotedProfiles).profiles(source)
        names = Profile.__slots__
        assert [[getattr(p, n) for n in names] for p in found] == [
            [getattr(p, n) for n in names] for p in known
        ]


@pytest.mark.parametrize(
    "instant",
    [
        datetime.max.replace(tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=8, minutes=5, seconds=43))),
        datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=8))),
    ],
)
def test_the_instant_is_exact(instant: datetime) -> None:
    assert NotedProfiles.of(instant, []).instant == instant


def test_records_that_are_noted_are_not_looked_at() -> None:
    looked: list[str] = []
    kept: dict[str, bytes] = {}

    def load(source: str) -> ArticleRecord:
        looked.append(source)
        return RECORDS[source]

    notebook = Notebook(kept.get, kept.__setitem__)
    plain = resolve(RECORDS.values(), [], [], MINTER)
    for expected in (list(RECORDS), []):
        looked.clear()
        records = Records(RECORDS, load, stamp=lambda source: source)
        assert resolve(records, [], [], MINTER, notebook) == plain
        assert looked == expected


def test_what_is_not_kept_between_rounds_is_decided_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("zjkg.linking.resolve")  # the function hides it in the package
    expected = resolve(RECORDS.values(), [], [], MINTER)
    for pairs in (0, 3, 40):
        monkeypatch.setattr(module, "_PAIRS_AT_HAND", pairs)
        assert resolve(RECORDS.values(), [], [], MINTER) == expected
