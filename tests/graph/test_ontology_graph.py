from __future__ import annotations

from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Store

from zjkg.graph import authority_quads, ontology_quads
from zjkg.ids import TERMS, Minter

MINTER = Minter("https://zjkg.example/")


def test_the_ontology_graph_has_no_blank_nodes_and_is_the_same_each_time() -> None:
    first, second = list(ontology_quads(MINTER)), list(ontology_quads(MINTER))
    assert first
    assert set(first) == set(second)
    assert not [q for q in first if BlankNode in {type(q.subject), type(q.object)}]
    assert {q.graph_name for q in first} == {NamedNode(MINTER.graph("ontology"))}


def test_all_four_files_are_in_it() -> None:
    store = Store()
    store.extend(ontology_quads(MINTER))
    for name in ("Claim", "unit-mu", "measure-output-value"):
        assert list(store.quads_for_pattern(NamedNode(TERMS + name), None, None, None))
    shape = NamedNode("https://zjkg.example/ontology/shapes#Observation")
    assert list(store.quads_for_pattern(shape, None, None, None))


def test_an_authority_file_is_one_graph_without_blank_nodes(tmp_path: Path) -> None:
    path = tmp_path / "authority.ttl"
    assert list(authority_quads(path, MINTER)) == []
    path.write_text(
        f'<urn:a> a <{TERMS}Park> ; <urn:note> [ <urn:by> "王"@zh ] .', encoding="utf-8"
    )
    made = list(authority_quads(path, MINTER))
    assert len(made) == 3
    assert {q.graph_name for q in made} == {NamedNode(MINTER.graph("authority"))}
    assert not [q for q in made if BlankNode in {type(q.subject), type(q.object)}]
