"""The named queries that must exist: their columns, their closed lists, their quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from zjkg.model import Comparator, ConflictType, EntityType, MilestoneKind, Modality, Predicate
from zjkg.query import library, named, records, run
from zjkg.reading import read
from zjkg.settings import SHANGHAI
from zjkg.store import GraphStore

COLUMNS = {
    "entities": "entity type label lang source",
    "mentions": "source entity type surface start end",
    "metrics": "source observation subject subjectLabel measure value valueMax unit comparator "
    "periodStart periodEnd modality shareOf speaker quote start end",
    "roles": "source person personLabel org orgLabel role quote",
    "relations": "source subject subjectLabel predicate object objectLabel quote",
    "quotes": "source speaker speakerLabel text",
    "conflicts": "type sourceA quoteA sourceB quoteB",
    "links": "source anchor code accepted",
    "milestones": "source subject subjectLabel thing kind start end modality speaker quote",
}


def values(kind: Iterable[StrEnum]) -> set[str]:
    return {each.value for each in kind}


CLOSED: dict[tuple[str, str], set[str]] = {
    ("entities", "type"): values(EntityType),
    ("mentions", "type"): values(EntityType),
    ("metrics", "comparator"): values(Comparator),
    ("metrics", "modality"): values(Modality),
    ("milestones", "kind"): values(MilestoneKind),
    ("milestones", "modality"): values(Modality),
    ("relations", "predicate"): values(Predicate),
    ("conflicts", "type"): values(ConflictType),
}
QUOTES = (("quote", "source"), ("quoteA", "sourceA"), ("quoteB", "sourceB"), ("surface", "source"))
PERIOD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_exactly_these_in_this_order(five: GraphStore, name: str) -> None:
    result = run(five.engine, named(name))
    assert result.columns == tuple(COLUMNS[name].split())
    assert list(records(result)), "no rows"


@pytest.mark.parametrize(("name", "column"), CLOSED)
def test_closed_lists(five: GraphStore, name: str, column: str) -> None:
    rows = records(run(five.engine, named(name)))
    assert {row[column] for row in rows} <= CLOSED[name, column]


@pytest.mark.parametrize("name", COLUMNS)
def test_quotes_stand_in_their_article(
    five: GraphStore, article_paths: tuple[Path, ...], name: str
) -> None:
    texts = {path.stem: read(path, zone=SHANGHAI).text for path in article_paths}
    for row in records(run(five.engine, named(name))):
        for quote, source in QUOTES:
            if quote in row:
                assert str(row[quote]) in texts[str(row[source])]
        if name in ("metrics", "mentions"):
            start, end = row["start"], row["end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            words = row.get("quote", row.get("surface"))
            assert texts[str(row["source"])][start:end] == words


def test_numbers_are_numbers_and_periods_are_iso(five: GraphStore) -> None:
    for row in records(run(five.engine, named("metrics"))):
        assert isinstance(row["value"], int | Decimal)
        for end in (row["periodStart"], row["periodEnd"]):
            assert end is None or PERIOD.fullmatch(str(end))
        assert (row["comparator"] == "range") == (row["valueMax"] is not None)


def test_one_row_per_claim(five: GraphStore) -> None:
    observations = [row["observation"] for row in records(run(five.engine, named("metrics")))]
    assert len(observations) == len(set(observations))


@pytest.mark.parametrize("name", sorted(library()))
def test_every_library_query_is_described_in_both_languages(name: str) -> None:
    query = library()[name]
    for text in (query.title, query.description):
        assert text.en
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
    assert query.example
