"""Every view through Gephi's own importer: no issue, and what Gephi holds is what was written."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
from lxml import etree

from zjkg.export import Choices, export_file, views
from zjkg.store import GraphStore

TOOLKIT = Path(__file__).parents[2] / ".servers/gephi-toolkit-0.10.1-all.jar"
PROGRAM = Path(__file__).parent / "gephi/ReadGexf.java"
CASES = [(view, dynamic) for view in views() for dynamic in (False, True)]
GEXF = "{http://gexf.net/1.3}"


@dataclass(frozen=True, slots=True)
class Held:
    """What Gephi holds of a file."""

    nodes: int
    edges: int
    issues: str
    times: str
    node_columns: set[str]
    edge_columns: set[str]
    picture: bytes


@pytest.fixture(scope="module")
def held(
    five_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    missing: Callable[[str, str], NoReturn],
) -> dict[tuple[str, bool], tuple[Path, Held]]:
    """Every view, static and dynamic, as Gephi read it."""
    if not TOOLKIT.exists():
        missing("the Gephi Toolkit", "run make servers")
    java, javac = shutil.which("java"), shutil.which("javac")
    if not java or not javac:
        missing("javac", "install a Java development kit (17 or newer)")
    folder = tmp_path_factory.mktemp("gephi")
    subprocess.run(
        [javac, "-cp", str(TOOLKIT), "-d", str(folder), str(PROGRAM)], check=True, timeout=120
    )
    paths = {}
    with GraphStore.open(five_folder) as five:
        for view, dynamic in CASES:
            path = folder / f"{view}-{dynamic}.gexf"
            export_file(five.engine, "gexf", path, Choices(view, dynamic=dynamic))
            paths[str(path)] = (view, dynamic)
    ran = subprocess.run(
        [java, "-Djava.awt.headless=true", "-cp", f"{TOOLKIT}:{folder}", "ReadGexf", *paths],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    found = {}
    for line in ran.stdout.splitlines():
        name, nodes, edges, _, issues, times, node_columns, edge_columns = line.split("\t")
        found[paths[name]] = (
            Path(name),
            Held(
                int(nodes),
                int(edges),
                issues,
                times,
                set(node_columns.split(",")),
                set(edge_columns.split(",")),
                Path(f"{name}.pdf").read_bytes(),
            ),
        )
    return found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_gephi_holds_what_was_written(
    held: dict[tuple[str, bool], tuple[Path, Held]], case: tuple[str, bool]
) -> None:
    path, found = held[case]
    root = etree.parse(path).getroot()
    assert found.issues == ""
    assert found.nodes == len(root.findall(f".//{GEXF}node")) > 0
    assert found.edges == len(root.findall(f".//{GEXF}edge")) > 0
    for owner, columns in (("node", found.node_columns), ("edge", found.edge_columns)):
        declared = root.findall(f".//{GEXF}attributes[@class='{owner}']/{GEXF}attribute")
        assert columns == {column.get("title") for column in declared}
    assert found.picture.startswith(b"%PDF")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_gephi_knows_the_same_time_bounds(
    held: dict[tuple[str, bool], tuple[Path, Held]], case: tuple[str, bool]
) -> None:
    path, found = held[case]
    elements = etree.parse(path).getroot().iter(f"{GEXF}node", f"{GEXF}edge")
    days = sorted(day for each in elements for day in (each.get("start"), each.get("end")) if day)
    if not case[1]:
        assert not days
        assert found.times == ""
        return
    kind, *bounds = found.times.split(" ")
    assert kind == "DATE"
    written = [datetime.fromtimestamp(int(bound) / 1000, UTC).date() for bound in bounds]
    assert [day.isoformat() for day in written] == [days[0], days[-1]]
