from __future__ import annotations

from typing import Protocol

from pyoxigraph import Store

from zjkg.export import Edge, Node, Value, View, Weight, build_view


class Figures(Protocol):
    def store(self, shuffle: int = 0) -> Store: ...


def cells(view: View, item: Node | Edge) -> dict[str, Value]:
    columns = view.node_columns if isinstance(item, Node) else view.edge_columns
    return {column.name: value for column, value in zip(columns, item.values, strict=True)}


def of_type(view: View, wanted: str) -> list[Node]:
    return [node for node in view.nodes if cells(view, node)["type"] == wanted]


def test_a_measure_joins_whom_it_is_reported_of_and_who_reports_it(figures: Figures) -> None:
    view = build_view(figures.store(), "metrics")
    (measure,) = of_type(view, "Measure")
    found = cells(view, measure)
    assert (found["fullLabel"], found["observations"], found["units"]) == (
        "营业收入",
        2,
        ("CNY",),
    )
    assert [edge.kind for edge in view.edges if edge.target == measure.id] == ["reports"] * 2
    (reported,) = (edge for edge in view.edges if edge.source == measure.id)
    assert reported.kind == "reportedOf"
    assert reported.weight == 2.0


def test_observations_without_a_measure_are_counted(figures: Figures) -> None:
    (note,) = build_view(figures.store(), "metrics").notes
    assert note.en.endswith("left out: 2.")


def test_stages_hang_on_products(figures: Figures) -> None:
    view = build_view(figures.store(), "products")
    stages = of_type(view, "Stage")
    assert {node.label for node in stages} == {"approved 2023-04", "片剂 approved 2023-04"}
    (product,) = of_type(view, "Product")
    reached = [edge for edge in view.edges if edge.kind == "reached"]
    assert {edge.source for edge in reached} == {product.id}
    assert cells(view, stages[0])["stage"] == "approved"
    assert "获批" in str(cells(view, stages[0])["quote"])


def test_articles_of_one_outlet_are_one_origin(figures: Figures) -> None:
    by_evidence = build_view(figures.store(), "products")
    by_origins = build_view(figures.store(), "products", weight=Weight.ORIGINS)
    (one,) = (edge for edge in by_evidence.edges if edge.kind == "develops")
    (other,) = (edge for edge in by_origins.edges if edge.kind == "develops")
    assert (one.weight, other.weight) == (2.0, 1.0)
    assert cells(by_evidence, one)["articles"] == 2
    assert cells(by_evidence, one)["origins"] == 1


def test_articles_of_nobody_are_origins_of_their_own(figures: Figures) -> None:
    view = build_view(figures.store(), "parks")
    (fact,) = (edge for edge in view.edges if edge.kind == "locatedIn")
    assert cells(view, fact)["origins"] == 2


def test_an_edge_is_seen_within_the_life_of_its_ends(figures: Figures) -> None:
    for name in ("entities", "claims", "metrics", "products"):
        view = build_view(figures.store(), name)
        lives = {node.id: node.seen for node in view.nodes}
        for edge in view.edges:
            assert edge.seen is not None
            for end in (edge.source, edge.target):
                life = lives[end]
                assert life is not None
                assert life.first <= edge.seen.first <= edge.seen.last <= life.last


def test_names_are_kept_by_language(figures: Figures) -> None:
    view = build_view(figures.store(), "organizations")
    firm = next(node for node in view.nodes if node.label == "青禾制药有限公司")
    assert cells(view, firm)["namesEn"] == ("Qinghe Pharma",)
    assert cells(view, firm)["namesZhHans"] == ("青禾制药有限公司",)
    assert cells(view, firm)["namesZhHant"] is None
