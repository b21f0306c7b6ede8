from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.query import label_of
from zjkg.query.labels import all_names
from zjkg.vocab import RDFS, SKOS

THING = NamedNode("https://zjkg.example/entity/1")


def store(*labels: tuple[NamedNode, str, str]) -> Store:
    made = Store()
    graph = NamedNode("https://zjkg.example/graph/x")
    made.extend(Quad(THING, p, Literal(text, language=tag), graph) for p, text, tag in labels)
    return made


def test_the_label_follows_the_reader() -> None:
    made = store(
        (SKOS.prefLabel, "張江", "zh-Hant"),
        (SKOS.prefLabel, "张江", "zh-Hans"),
        (SKOS.prefLabel, "Zhangjiang", "en"),
        (RDFS.label, "张江高科技园区", "zh-Hans"),
    )
    assert label_of(made, THING.value, "zh") == "张江"
    assert label_of(made, THING.value, "en") == "Zhangjiang"


def test_any_label_is_better_than_none() -> None:
    assert label_of(store((RDFS.label, "張江", "zh-Hant")), THING.value, "en") == "張江"
    assert label_of(store(), THING.value, "en") is None
    assert label_of(store(), "no IRI", "en") is None


def test_names_do_not_hold_pinyin() -> None:
    made = store((RDFS.label, "张江", "zh-Hans"), (SKOS.altLabel, "zhang jiang", "zh-Latn-pinyin"))
    assert all_names(made, THING.value) == ("张江",)
