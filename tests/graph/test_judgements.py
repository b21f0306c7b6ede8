from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from zjkg.graph import judgement_quads, validate
from zjkg.ids import Minter
from zjkg.model import Judgement
from zjkg.vocab import DCTERMS, RDF, RDFS, XSD, ZJ

MINTER = Minter("https://zjkg.example/")


def row(when: str = "2031-05-06", why: str = "两家公司", answer: str = "no") -> Judgement:
    return Judgement("a1#星河生物", "星河药业", answer == "yes", "李敏", when, why)


def made(*rows: Judgement) -> list[Quad]:
    return list(judgement_quads(rows, MINTER))


def test_a_row_is_a_node_with_who_when_and_why() -> None:
    quads = made(row())
    assert {quad.graph_name for quad in quads} == {
        NamedNode("https://zjkg.example/graph/judgements")
    }
    assert len({quad.subject for quad in quads}) == 1
    assert {(quad.predicate, quad.object) for quad in quads} == {
        (RDF.type, ZJ.Judgement),
        (ZJ.firstNamed, Literal("a1#星河生物")),
        (ZJ.secondNamed, Literal("星河药业")),
        (ZJ.same, Literal("false", datatype=XSD.boolean)),
        (DCTERMS.creator, Literal("李敏")),
        (DCTERMS.date, Literal("2031-05-06", datatype=XSD.date)),
        (RDFS.comment, Literal("两家公司")),
    }


def test_every_cell_tells_rows_apart_and_nothing_else_does() -> None:
    rows = (row(), row(when="2031-05-07"), row(why=""), row(answer="yes"))
    assert len({quad.subject for quad in made(*rows)}) == len(rows)
    assert set(made(*rows)) == set(made(*reversed(rows)))


@pytest.mark.parametrize("written", ["2031", "去年", "2031-02-30", "6 May 2031"])
def test_what_is_no_date_stays_as_written(written: str) -> None:
    [value] = [quad.object for quad in made(row(when=written)) if quad.predicate == DCTERMS.date]
    assert value == Literal(written)


def test_an_empty_cell_says_nothing() -> None:
    quads = made(Judgement("a", "b", True, "", "", ""))  # noqa: FBT003 - as a row has it
    assert len(quads) == 4
    assert validate(quads) == []
    assert made() == []


@pytest.mark.parametrize(
    ("predicate", "shape"),
    [
        (ZJ.firstNamed, "Judgement-firstNamed"),
        (ZJ.secondNamed, "Judgement-secondNamed"),
        (ZJ.same, "Judgement-same"),
    ],
)
def test_what_a_judgement_must_have(predicate: NamedNode, shape: str) -> None:
    quads = made(row())
    assert validate(quads) == []
    found = validate([quad for quad in quads if quad.predicate != predicate])
    assert [each.shape.split("#")[-1] for each in found] == [shape]


@pytest.mark.parametrize(
    ("predicate", "shape"),
    [
        (DCTERMS.creator, "Judgement-creator"),
        (DCTERMS.date, "Judgement-date"),
        (RDFS.comment, "Judgement-comment"),
    ],
)
def test_what_a_judgement_has_once(predicate: NamedNode, shape: str) -> None:
    quads = made(row())
    second = Quad(quads[0].subject, predicate, Literal("王明"), quads[0].graph_name)
    found = validate([*quads, second])
    assert [each.shape.split("#")[-1] for each in found] == [shape]
