from __future__ import annotations

import csv

from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.export.selection import rows_of, table


def test_cells_of_any_length_are_read_and_the_limit_of_others_stays() -> None:
    limit = csv.field_size_limit()
    sentence = "园区扩建，" * 40_000
    store = Store()
    store.add(Quad(NamedNode("a:b"), NamedNode("a:c"), Literal(sentence)))
    assert list(rows_of(table(store, "SELECT ?text { ?any ?name ?text }"))) == [[sentence]]
    assert csv.field_size_limit() == limit
