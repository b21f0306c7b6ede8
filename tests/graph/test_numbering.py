from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from zjkg.graph import FINDINGS, numbering_quads
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


def test_findings_are_numbered_by_class_whatever_their_order() -> None:
    findings = [
        (kind, f"https://zjkg.example/derived/{kind.value[-5:]}{n:03}")
        for kind in FINDINGS
        for n in range(101)
    ]
    quads = list(numbering_quads([], findings, MINTER))
    assert quads == list(numbering_quads([], [*reversed(findings), findings[0]], MINTER))
    assert numbers(quads, ZJ.portionCount) == {kind.value: 2 for kind in FINDINGS}
    second = [iri for iri, number in numbers(quads, ZJ.portion).items() if number == 2]
    assert sorted(second) == sorted(iri for _, iri in findings if iri.endswith("100"))


def test_nothing_to_number_is_no_graph() -> None:
    assert list(numbering_quads([], [], MINTER)) == []
