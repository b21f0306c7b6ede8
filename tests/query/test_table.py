from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode
from rich.cells import cell_len

from zjkg.query.table import cells_text, table_text

LONG = "张江细胞和基因产业园力争经过三五年的发展，集聚相关企业超过200家。" * 3


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("count", [1, 3, 12])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut(width: int, count: int) -> None:
    columns = [f"column{number}" for number in range(count)]
    text = cells_text(columns, [[LONG] * count], lang="en", width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    shown = "".join(c for c in text if c not in " \n─")
    assert sum(shown.count(c) for c in "细") == 3 * count
    assert text.endswith("1 row\n")


def test_many_columns_become_blocks_of_lines() -> None:
    columns = "source person org role quote measure value".split()
    rows = [["a", "王凯荣", "张江集团", "", LONG, "产值", "1"], ["b", *"xxxxxx"]]
    lines = cells_text(columns, rows, lang="zh", width=60).splitlines()
    assert lines[0].startswith("1 ─")
    assert "person   王凯荣" in lines
    assert not any(line.startswith("role   ") and not line[9:] for line in lines)
    assert lines[-1] == "2 行"
    wide = cells_text(columns, rows, lang="zh", width=None).splitlines()
    assert wide[0].split() == columns


def test_things_are_shown_by_their_labels_and_terms_by_their_names() -> None:
    row = (
        NamedNode("https://zjkg.example/entity/1"),
        NamedNode("https://zjkg.example/ontology#Person"),
        NamedNode("https://zjkg.example/entity/2"),
        Literal("x"),
    )
    labels = {"https://zjkg.example/entity/1": "王\x1b凯荣"}.get
    text = table_text("abcd", [row, (None, *row[1:])], lang="en", width=None, label=labels)
    assert text.splitlines()[2].split() == [
        *("王\ufffd凯荣", "zj:Person", "https://zjkg.example/entity/2", "x"),
    ]
