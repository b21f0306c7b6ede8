"""One article more, or less, is settled beside large groups as it is decided from scratch."""

from __future__ import annotations

import random
from collections import Counter
from importlib import import_module

import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World

from zjkg.ids import Minter
from zjkg.linking import AuthorityEntry, resolve
from zjkg.linking.groups import Groups
from zjkg.model import ArticleRecord, EntityType, Identity, Records
from zjkg.notes import Notes

MINTER = Minter("https://zjkg.example/")
RECORDS = {
    each.article.source: each
    for each in (record(number, World(40, 9, MINTER), 9)[0] for number in range(40))
}
STEPS = 30


def parts(identity: Identity) -> tuple[object, ...]:
    return identity.entities, identity.iris, tuple(identity.merges)


def listed(rng: random.Random) -> list[AuthorityEntry]:
    """Entries with names of the articles, so that entities of one entry make a chain."""
    kind = EntityType.ORGANIZATION
    names = sorted(
        {
            (name.text, name.language)
            for each in RECORDS.values()
            for entity in each.entities
            if entity.type is kind
            for name in entity.names
        }
    )
    chosen = rng.sample(names, 8)
    return [
        AuthorityEntry(f"urn:known:{n}", kind, tuple(chosen[2 * n : 2 * n + 2])) for n in range(4)
    ]


@pytest.mark.parametrize("at_once", [1, 2])
@pytest.mark.parametrize(("namesakes", "groups"), [(40, 60), (6, 60), (3, 3), (2, 0)])
def test_what_comes_and_goes_beside_large_groups(
    namesakes: int, groups: int, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in map(import_module, ("zjkg.linking.candidates", "zjkg.linking.namesakes")):
        monkeypatch.setattr(module, "MOST_NAMESAKES", namesakes)
        monkeypatch.setattr(module, "MOST_GROUPS", groups)
    settled: Counter[bool] = Counter()
    change = Groups.change

    def counted(self: Groups, *arguments: object, came: bool, **more: object) -> None:
        settled[came] += 1
        change(self, *arguments, came=came, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Groups, "change", counted)
    rng = random.Random(namesakes + at_once)  # noqa: S311 - a choice of articles
    entries = listed(rng) if groups else []
    held = set(rng.sample(sorted(RECORDS), 25))
    notes = Notes()
    for _ in range(STEPS):
        chosen: dict[str, ArticleRecord] = {source: RECORDS[source] for source in sorted(held)}
        records = Records(chosen, chosen.__getitem__, stamp=str)
        found = parts(resolve(records, entries, [], MINTER, notes))
        assert found == parts(resolve(chosen.values(), entries, [], MINTER))
        for source in rng.sample(sorted(RECORDS), at_once):
            held ^= {source}
    assert min(settled[True], settled[False]) > (STEPS // 4 if namesakes < 40 else 0)
