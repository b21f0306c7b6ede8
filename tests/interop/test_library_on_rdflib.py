"""Every query of the library gives on rdflib's own store what it gives on the embedded engine.

The data travel as N-Quads. The order of rows is compared too: every query ends in a total order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat
from rdflib import Dataset, Literal
from rdflib.query import ResultRow
from rdflib.term import Node

from zjkg.query import PREFIXES, entities_named, library, named, records, run
from zjkg.query.parameters import bound_text
from zjkg.query.results import Value
from zjkg.store import GraphStore

EXPECTED = Path(__file__).parents[1] / "contracts/expected"
# rdflib's own evaluator calls what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")


@pytest.fixture(scope="module")
def engine(five_folder: Path) -> Iterator[GraphStore]:
    with GraphStore.open(five_folder) as store:
        yield store


@pytest.fixture(scope="module")
def peer(engine: GraphStore) -> Dataset:
    dataset = Dataset(default_union=True)
    quads = engine.engine.dump(format=RdfFormat.N_QUADS)
    assert quads
    dataset.parse(data=quads, format="nquads")
    return dataset


def parameters(store: GraphStore, name: str) -> dict[str, str]:
    if name == "evidence-of":
        first = next(iter(records(run(store.engine, named("speakers")))))
        return {"claim": str(first["claim"])}
    asked = tomllib.loads((EXPECTED / f"{name}.toml").read_text("utf-8"))["asked"]
    given: dict[str, str] = asked[0].get("parameters", {})
    return given


def plain(value: Value | Node) -> object:
    """A term without its lexical form: 100 and 100.0 are one number."""
    told = value.toPython() if isinstance(value, Literal) else value
    if told is None or isinstance(told, bool):
        return told
    if isinstance(told, int | float | Decimal):
        return Decimal(str(told)).normalize()
    return str(value)


@pytest.mark.parametrize("name", sorted(library()))
def test_the_rows_are_equal(engine: GraphStore, peer: Dataset, name: str) -> None:
    given = parameters(engine, name)
    result = run(engine.engine, named(name), given)
    ours = [tuple(plain(value) for value in row.values()) for row in records(result)]
    text = bound_text(named(name), given, lambda words: entities_named(engine.engine, words))
    theirs: list[tuple[object, ...]] = []
    for row in peer.query(text, initNs=dict(PREFIXES)):
        assert isinstance(row, ResultRow)
        theirs.append(tuple(plain(row[column]) for column in result.columns))
    assert theirs == ours
    assert ours or name in ("judgements", "reposts")
