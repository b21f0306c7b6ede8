"""Articles come, go and change: identity is what it is from scratch, after each step."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World

from zjkg.ids import Minter
from zjkg.linking import AuthorityEntry, resolve
from zjkg.model import ArticleRecord, EntityType, Identity, Judgement, Name, Records
from zjkg.notes import Notes

MINTER = Minter("https://zjkg.example/")
VERSIONS = tuple(
    {r.article.source: r for r in (record(n, World(120, seed, MINTER), seed)[0] for n in range(24))}
    for seed in (5, 6)
)
STEPS = 14


def entities(kind: EntityType) -> Iterator[tuple[str, Name]]:
    for source, each in VERSIONS[0].items():
        for entity in each.entities:
            if entity.type is kind:
                yield source, entity.names[0]


def judgements(rng: random.Random) -> list[Judgement]:
    """Pairs of names, of all articles or of one, that are one thing or are not."""
    rows: list[Judgement] = []
    for kind in (EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PARK):
        known = list(entities(kind))
        for same in (True, False):
            (source, first), (other, second) = rng.sample(known, 2)
            rows.append(
                Judgement(f"{source}#{first.text}", second.text, same, "Lin", "2024-06-01", "seen")
            )
            rows.append(
                Judgement(first.text, f"{other}#{second.text}", same, "Lin", "2024-06-01", "seen")
            )
    return rows


def authority(rng: random.Random) -> list[AuthorityEntry]:
    """Entries that each list two names of different things."""
    kind = EntityType.ORGANIZATION
    names = sorted({(name.text, name.language) for _, name in entities(kind)})
    chosen = rng.sample(names, 6)
    return [
        AuthorityEntry(f"urn:known:{n}", kind, tuple(chosen[2 * n : 2 * n + 2])) for n in range(3)
    ]


def parts(identity: Identity) -> tuple[object, ...]:
    return identity.entities, identity.iris, tuple(identity.merges)


@pytest.mark.parametrize("seed", range(4))
def test_what_came_went_and_changed(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a choice of articles
    listed, judged = (authority(rng), judgements(rng)) if seed % 2 else ([], [])
    sources = sorted(VERSIONS[0])
    held = dict.fromkeys(rng.sample(sources, 14), 0)
    notes, changed = Notes(), 0
    before: object = None
    for _ in range(STEPS):
        chosen: dict[str, ArticleRecord] = {s: VERSIONS[v][s] for s, v in held.items()}
        records = Records(
            chosen, chosen.__getitem__, stamp=lambda source: f"{source}.{held[source]}"
        )
        found = parts(resolve(records, listed, judged, MINTER, notes))
        assert found == parts(resolve(chosen.values(), listed, judged, MINTER))
        changed += found != before
        before = found
        for source in rng.sample(sources, rng.choice((1, 1, 3))):
            if source not in held:
                held[source] = rng.choice((0, 1))
            elif rng.random() < 0.5:
                held[source] = 1 - held[source]
            else:
                del held[source]
    assert changed == STEPS


def judged(first: str, second: str) -> Judgement:
    return Judgement(first, second, same=True, who="Lin", when="2024-06-01", why="seen")


def test_groups_that_an_article_touches_by_way_of_others(
    make_record: Callable[..., ArticleRecord],
) -> None:
    """An article makes two clinics one, so two firms beside them are, so is who works there."""
    org, person = EntityType.ORGANIZATION, EntityType.PERSON
    records = [
        make_record("a", "芮洲生物和云谷医院", [("芮洲生物", org), ("云谷医院", org)]),
        make_record("b", "芮洲和河谷诊所", [("芮洲", org), ("河谷诊所", org)]),
        make_record(
            "d",
            "芮洲生物总经理张舟",
            [("芮洲生物", org), ("张舟", person)],
            roles=[("张舟", "芮洲生物", "总经理")],
        ),
        make_record(
            "e",
            "芮洲研究员张舟",
            [("芮洲", org), ("张舟", person)],
            roles=[("张舟", "芮洲", "研究员")],
        ),
        make_record("c", "山谷中心", [("山谷中心", org)]),
    ]
    rows = [
        judged("云谷医院", "山谷中心"),
        judged("山谷中心", "河谷诊所"),
        judged("b#芮洲", "e#芮洲"),
    ]
    by_source = {each.article.source: each for each in records}
    notes = Notes()
    people: list[int] = []
    for sources in ("abde", "abcde", "abde", "abcde"):
        chosen = Records(sources, by_source.__getitem__, stamp=lambda source: source)
        found = resolve(chosen, [], rows, MINTER, notes)
        assert parts(found) == parts(
            resolve([by_source[each] for each in sources], [], rows, MINTER)
        )
        people.append(sum(thing.type is person for thing in found.entities))
    assert people == [2, 1, 2, 1]
