from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zjkg.graph import FINDINGS, numbering_quads, portions_of_findings
from zjkg.ids import Minter
from zjkg.vocab import ZJ

MINTER = Minter("https://zjkg.example/")


def numbers(quads: list[Quad], property_: NamedNode) -> dict[str, int]:
    return {
        str(quad.subject)[1:-1]: int(quad.object.value)
        for quad in quads
        if quad.predicate == property_ and isinstance(quad.object, Literal)
    }


def test_a_number_is_shared_by_a_hundred_in_order() -> None:
    versions = [f"https://zjkg.example/article/{n}/version/x" for n in reversed(range(201))]
    quads = list(numbering_quads(versions, [], MINTER))
    found = numbers(quads, ZJ.portion)
    assert [found[versions[n]] for n in (0, 99, 100, 199, 200)] == [1, 1, 2, 2, 3]
    assert numbers(quads, ZJ.portionCount) == {ZJ.ArticleVersion.value: 3}
    assert {quad.graph_name for quad in quads} == {NamedNode(MINTER.graph("numbering"))}


def finding(kind: NamedNode, number: int) -> tuple[NamedNode, str]:
    return kind, f"https://zjkg.example/derived/{kind.value[-5:]}{number:03}"


def test_findings_are_numbered_by_class_whatever_their_order() -> None:
    findings = [finding(kind, n) for kind in FINDINGS for n in range(101)]
    quads = list(numbering_quads([], findings, MINTER))
    assert quads == list(numbering_quads([], [*reversed(findings), findings[0]], MINTER))
    assert numbers(quads, ZJ.portionCount) == {kind.value: 2 for kind in FINDINGS}
    found = Counter(numbers(quads, ZJ.portion).values())
    assert found.keys() == {1, 2}
    assert abs(found[1] - found[2]) < 101


def test_one_finding_more_moves_no_other() -> None:
    before = [finding(ZJ.Merge, n) for n in range(350)]
    after = [*before, *(finding(ZJ.Merge, n) for n in range(350, 400))]
    numbered = numbers(list(numbering_quads([], before, MINTER)), ZJ.portion)
    assert set(numbered.values()) == {1, 2, 3, 4}
    later = numbers(list(numbering_quads([], after, MINTER)), ZJ.portion)
    assert {iri: later[iri] for iri in numbered} == numbered


@pytest.mark.parametrize(("things", "count"), [(1, 1), (100, 1), (101, 2), (201, 4), (800, 8)])
def test_there_are_no_more_than_a_hundred_to_a_portion_on_average(things: int, count: int) -> None:
    assert portions_of_findings(things) == count


def test_nothing_to_number_is_no_graph() -> None:
    assert list(numbering_quads([], [], MINTER)) == []
