"""The named query of milestones, and their provenance, on two milestones of the small graph."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.ids import TERMS, Minter
from zjkg.query import named, provenance, records, run
from zjkg.query.results import Value

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
MINTER = Minter("https://zjkg.example/")
CLUSTER = MINTER.entity("青禾药谷", "Park")
FIRM = MINTER.entity("青禾生物", "Organization")
PERSON = MINTER.entity("林晓", "Person")


def milestone(store: Store, name: str, rule: str, **terms: Literal | NamedNode) -> None:
    """A milestone that rests on the sentence of the claims of a rule."""
    [claim, *_] = store.quads_for_pattern(None, NamedNode(TERMS + "rule"), Literal(rule), None)
    [evidence, *_] = store.quads_for_pattern(
        claim.subject, NamedNode(TERMS + "evidence"), None, None
    )
    assert isinstance(evidence.object, NamedNode)
    node = NamedNode(f"https://zjkg.example/milestone/{name}")

    def add(predicate: str, value: Literal | NamedNode) -> None:
        store.add(Quad(node, NamedNode(predicate), value, claim.graph_name))

    add(RDF_TYPE, NamedNode(TERMS + "Claim"))
    add(RDF_TYPE, NamedNode(TERMS + "Milestone"))
    add(TERMS + "evidence", evidence.object)
    for term, value in terms.items():
        add(TERMS + term, value)


@pytest.fixture
def dated(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    year = Literal("2012", datatype=NamedNode(XSD + "gYear"))
    month = Literal("2022-09", datatype=NamedNode(XSD + "gYearMonth"))
    milestone(
        store,
        "opened",
        "role-rule",
        subject=NamedNode(CLUSTER),
        milestoneKind=Literal("opened"),
        periodStart=year,
        periodEnd=year,
        modality=Literal("actual"),
    )
    milestone(
        store,
        "moved",
        "relation-rule",
        subject=NamedNode(FIRM),
        thing=Literal("新总部", language="zh-Hans"),
        milestoneKind=Literal("moved-in"),
        periodStart=month,
        periodEnd=month,
        modality=Literal("target"),
        speaker=NamedNode(PERSON),
    )
    return store


def ask(store: Store, **parameters: str) -> list[dict[str, Value]]:
    return list(records(run(store, named("milestones"), parameters)))


def test_one_row_for_each_milestone(dated: Store) -> None:
    rows = {str(row["kind"]): row for row in ask(dated)}
    assert rows.keys() == {"opened", "moved-in"}
    opened, moved = rows["opened"], rows["moved-in"]
    assert (opened["subjectLabel"], opened["start"], opened["end"]) == ("青禾藥谷", "2012", "2012")
    assert (opened["thing"], opened["speaker"], opened["modality"]) == (None, None, "actual")
    assert opened["source"] == "002_second"
    assert (moved["thing"], moved["speaker"], moved["start"]) == ("新总部", "林晓", "2022-09")
    assert moved["source"] == "001_first"
    assert "青禾" in str(moved["quote"])


@pytest.mark.parametrize(
    ("parameters", "kinds"),
    [
        ({"subject": "any", "kind": "any"}, {"opened", "moved-in"}),
        ({"subject": "青禾藥谷"}, {"opened"}),
        ({"subject": "qinghe"}, {"opened"}),
        ({"kind": "moved-in"}, {"moved-in"}),
        ({"subject": "青禾藥谷", "kind": "moved-in"}, set()),
    ],
)
def test_rows_by_subject_and_kind(
    dated: Store, parameters: dict[str, str], kinds: set[str]
) -> None:
    assert {str(row["kind"]) for row in ask(dated, **parameters)} == kinds


def test_a_milestone_is_among_the_claims_about_its_subject(dated: Store) -> None:
    found = [item for item in provenance(dated, "青禾生物").items if item.kind == "Milestone"]
    [item] = found
    assert item.summary.en == "青禾生物 | 新总部: moved-in, 2022-09 (target)"
    assert item.summary.zh == "青禾生物 | 新总部：moved-in，2022-09（目标）"
    assert item.speaker in {"林晓", "晓林"}
