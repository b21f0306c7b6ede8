"""The benchmark of queries runs, and its made-up store has the shape of a real one."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.query import claims, provenance_lookups, rows, searches
from benchmarks.synthetic.store import make, portions
from pyoxigraph import Store

from zjkg.graph import check_grounding, validate
from zjkg.query import library
from zjkg.store import GraphStore


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench") / "store"
    make(made, 400)
    return made


def test_every_claim_stands_on_its_sentence_and_has_its_shape(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        memory = Store()
        memory.extend(store.engine)
    assert len(claims(memory, 10_000)) > 300
    assert check_grounding(memory) == []
    assert list(validate(memory)) == []


def test_the_same_seed_gives_the_same_store() -> None:
    one, two, other = (
        {str(quad) for portion in portions(60, seed) for quad in portion} for seed in (1, 1, 2)
    )
    assert one == two
    assert one != other


def test_most_queries_of_the_library_find_something(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        general = [name for name, query in library().items() if needs_nothing(query.parameters)]
        found = [name for name in general if rows(store.engine, name, {})]
    assert len(found) > 0.7 * len(general)


def needs_nothing(parameters: tuple[object, ...]) -> bool:
    return all(getattr(each, "default", None) is not None for each in parameters)


def test_it_prints_what_it_measures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    provenance_lookups(folder)
    searches(folder)
    printed = capsys.readouterr().out
    assert printed.count("provenance of a claim") == 3
    assert "search for sentence" in printed
    assert printed.count("the same without the index") == 2
