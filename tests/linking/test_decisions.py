"""What was decided is told in order, and each article's digest tells whether it is as it was."""

from __future__ import annotations

import pytest
from benchmarks.synthetic.records import record
from benchmarks.synthetic.world import World

from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import Identity, MergesByArticle

MINTER = Minter("https://zjkg.example/")
WORLD = World(400, 5, MINTER)
RECORDS = [record(number, WORLD, 5)[0] for number in range(20)]


@pytest.fixture(scope="module")
def identity() -> Identity:
    return resolve(RECORDS, [], [], MINTER)


def test_decisions_are_told_in_the_order_of_their_pairs(identity: Identity) -> None:
    told = [(merge.first, merge.second) for merge in identity.merges]
    assert told == sorted(set(told))
    assert len(told) == len(identity.merges) > 100
    assert identity.merges[3] == list(identity.merges)[3]
    assert {merge.same for merge in identity.merges} == {True, False}
    names = {entity.key: entity.names for entity in RECORDS[0].entities}
    own = [m for m in identity.merges if m.first.source == RECORDS[0].article.source]
    assert own
    for merge in own:
        assert merge.called[0] in {name.text for name in names[merge.first.key]}


def test_an_article_has_another_digest_where_its_merges_or_their_iris_differ(
    identity: Identity,
) -> None:
    fewer = resolve(RECORDS[1:], [], [], MINTER)

    def digests(of: Identity, iris: dict[str, str]) -> dict[str, str]:
        assert isinstance(of.merges, MergesByArticle)
        named = {key: iris.get(iri, iri) for key, iri in of.iris.items()}
        return {each.source: each.digest for each in of.merges.by_article(named)}

    plain = digests(identity, {})
    assert plain == digests(identity, {})
    assert plain != digests(fewer, {})
    merge = identity.merges[0]
    other = digests(identity, {identity.iris[merge.first]: "urn:other"})
    assert other[merge.first.source] != plain[merge.first.source]
