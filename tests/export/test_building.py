from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.errors import ExportError
from zjkg.export import Edge, Node, Value, View, build_view, views


class News(Protocol):
    def store(self, shuffle: int = 0) -> Store: ...


Iri = Callable[[str, str], str]


def cells(view: View, item: Node | Edge) -> dict[str, Value]:
    columns = view.node_columns if isinstance(item, Node) else view.edge_columns
    return {column.name: value for column, value in zip(columns, item.values, strict=True)}


def by_kind(view: View) -> dict[str, Edge]:
    return {edge.kind: edge for edge in view.edges}


def by_label(view: View) -> dict[str, dict[str, Value]]:
    return {str(cells(view, node)["fullLabel"]): cells(view, node) for node in view.nodes}


def test_entities_are_the_default_and_first_view() -> None:
    assert list(views()) == [
        "entities",
        "organizations",
        "people",
        "parks",
        "claims",
        "products",
        "metrics",
    ]
    assert all(definition.title.zh and definition.title.en for definition in views().values())


def test_entities_view_has_the_mentioned_entities_and_nothing_else(news: News) -> None:
    nodes = by_label(build_view(news.store(), "entities"))
    assert set(nodes) == {"晨星生物园", "青禾制药有限公司", "林一舟", "禾立平"}


def test_node_columns(news: News) -> None:
    firm = by_label(build_view(news.store(), "entities"))["青禾制药有限公司"]
    assert firm["type"] == "Organization"
    assert firm["labelEn"] == "Qinghe Pharma"
    assert (firm["mentions"], firm["articles"]) == (3, 2)
    # three relations, two roles, two observations
    assert firm["claims"] == 7
    assert firm["firstSeen"] == "2021-10-12"
    assert (firm["stockCode"], firm["exchange"]) == ("600000", "SSE")
    person = by_label(build_view(news.store(), "entities"))["林一舟"]
    assert person["labelPinyin"] == "lin yizhou"


def test_an_aim_and_a_fact_are_parallel_edges_with_their_own_evidence(news: News) -> None:
    view = build_view(news.store(), "entities")
    fact, aim = by_kind(view)["locatedIn"], by_kind(view)["locatedIn (target)"]
    assert (fact.source, fact.target) == (aim.source, aim.target)
    assert (fact.weight, aim.weight) == (2.0, 1.0)
    assert cells(view, fact)["quote"] == "青禾制药有限公司落户晨星生物园。"
    assert cells(view, fact)["sources"] == ("a1", "a2")
    assert cells(view, fact)["firstSeen"] == "2021-10-12"
    assert cells(view, fact)["lastSeen"] == "2022-03-01"
    assert cells(view, aim)["quote"] == "青禾制药有限公司计划在晨星生物园扩建。"
    assert cells(view, aim)["modality"] == "target"
    assert len(str(cells(view, fact)["evidence"]).split(" ")) == 2


def test_posts_of_one_person_at_one_organization_share_an_edge(news: News, iri: Iri) -> None:
    view = build_view(news.store(), "people")
    (role,) = view.edges
    assert role.source == iri("林一舟", "Person")
    assert role.target == iri("青禾制药有限公司", "Organization")
    assert cells(view, role)["posts"] == ("创始人", "董事长")
    assert role.label == "创始人、董事长"
    assert set(by_label(view)) == {"林一舟", "青禾制药有限公司"}


def test_co_occurrence_is_undirected_and_can_be_left_out(news: News) -> None:
    view = build_view(news.store(), "entities")
    shared = [edge for edge in view.edges if edge.kind == "coOccurrence"]
    assert sorted(edge.weight for edge in shared) == [1.0, 2.0]
    assert not any(edge.directed for edge in shared)
    assert all(edge.source < edge.target for edge in shared)
    without = build_view(news.store(), "entities", co_occurrence=False)
    assert set(by_kind(without)) == {"locatedIn", "locatedIn (target)", "role"}
    assert len(without.nodes) == len(view.nodes)


def test_parks_view_has_parks_and_tenants(news: News) -> None:
    view = build_view(news.store(), "parks")
    assert set(by_label(view)) == {"晨星生物园", "青禾制药有限公司"}
    assert set(by_kind(view)) == {"locatedIn", "locatedIn (target)"}


def test_organizations_view_has_organizations_alone(news: News) -> None:
    view = build_view(news.store(), "organizations")
    assert set(by_label(view)) == {"青禾制药有限公司"}
    assert not view.edges


def test_claims_view_says_who_said_what_and_what_contradicts(news: News, iri: Iri) -> None:
    view = build_view(news.store(), "claims")
    nodes = by_label(view)
    assert nodes[">4,600,000,000 CNY"]["comparator"] == ">"
    assert nodes["6,400,000,000 CNY"]["value"] == 6.4e9
    assert nodes["6,400,000,000 CNY"]["subjectLabel"] == "该公司"
    assert nodes["晨星园迎来新企业"]["type"] == "Article"
    ends = {(edge.kind, edge.source) for edge in view.edges}
    assert ("says (actual)", iri("林一舟", "Person")) not in ends
    assert ("says", iri("林一舟", "Person")) in ends
    assert ("subject", iri("青禾制药有限公司", "Organization")) in ends
    assert [edge.kind for edge in view.edges].count("statedIn") == 2
    assert not by_kind(view)["contradicts (digit-transposition)"].directed
    assert "晨星生物园" not in nodes


def test_the_newest_article_dates_the_view(news: News) -> None:
    assert build_view(news.store(), "entities").as_of == "2022-03-01"


def test_a_crowded_sentence_gives_a_note_instead_of_every_pair(crowded: Store) -> None:
    view = build_view(crowded, "organizations")
    assert set(by_kind(view)) == {"partnersWith"}
    assert "50" in view.notes[0].en
    assert "50" in view.notes[0].zh


def test_an_edge_that_touches_no_park_is_not_in_the_parks_view(nested: Store) -> None:
    view = build_view(nested, "parks")
    assert not view.nodes
    assert not view.edges


@pytest.mark.parametrize("name", list(views()))
def test_nodes_and_edges_are_sorted(news: News, name: str) -> None:
    view = build_view(news.store(), name)
    ids = [node.id for node in view.nodes]
    ends = [(edge.source, edge.target, edge.kind) for edge in view.edges]
    assert ids == sorted(ids)
    assert ends == sorted(ends)


@pytest.mark.parametrize("name", list(views()))
def test_what_two_graphs_say_counts_once(news: News, name: str) -> None:
    twice = news.store()
    for quad in list(twice):
        copy = NamedNode("https://example.org/graph/copy")
        twice.add(Quad(quad.subject, quad.predicate, quad.object, copy))
    assert build_view(twice, name) == build_view(news.store(), name)


def test_names_in_one_line_but_two_sentences_are_not_joined(nested: Store) -> None:
    view = build_view(nested, "organizations")
    shared = {(edge.source, edge.target) for edge in view.edges if edge.kind == "coOccurrence"}
    related = {(edge.source, edge.target) for edge in view.edges if edge.kind == "invests"}
    assert {frozenset(pair) for pair in shared} == {frozenset(pair) for pair in related}
    assert len(shared) == 2


def test_a_cell_holds_ten_pieces_of_evidence_and_counts_the_rest(repeated: Store) -> None:
    view = build_view(repeated, "organizations", co_occurrence=False)
    (edge,) = view.edges
    assert edge.weight == 12
    references = str(cells(view, edge)["evidence"]).split(" ")
    assert len(references) == 11
    assert references[-1] == "+2"
    assert cells(view, edge)["quote"] == "第0天，甲公司与乙公司合作。"


def test_a_mention_outside_the_sentences_of_claims_is_joined_to_nothing(news: News) -> None:
    view = build_view(news.store(), "entities")
    assert by_label(view)["禾立平"]["degree"] == 0


def test_an_unknown_view_is_an_error_that_names_the_known(news: News) -> None:
    with pytest.raises(ExportError, match=r"did you mean 'people'") as caught:
        build_view(news.store(), "poeple")
    assert "organizations" in caught.value.problem.expected.zh


def test_an_empty_store_gives_an_empty_view() -> None:
    assert not build_view(Store(), "entities").nodes


def test_a_literal_or_a_class_is_never_a_node(news: News) -> None:
    store = news.store()
    thing = NamedNode("https://zjkg.example/ontology#Organization")
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    store.add(Quad(thing, label, Literal("机构", language="zh-Hans")))
    ids = {node.id for name in views() for node in build_view(store, name).nodes}
    assert all(found.startswith("https://example.org/") for found in ids)


def test_networkx_sees_every_node_edge_and_column(news: News) -> None:
    view = build_view(news.store(), "entities")
    graph = view.graph()
    assert set(graph) == {node.id for node in view.nodes}
    assert {key for *_, key in graph.edges(keys=True)} == {edge.id for edge in view.edges}
    firm = next(data for _, data in graph.nodes(data=True) if data["type"] == "Organization")
    assert firm["stockCode"] == "600000"
    assert "labelPinyin" not in firm
