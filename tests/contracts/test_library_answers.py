"""Every query of the library on the five articles: the right answer, and its way back.

What is expected stands in ``expected/NAME.toml``: the question as asked, its key columns, and the
rows. A source is given by its first three letters, an unbound value as "". Where ``complete`` is
false, the rows must be among the answer; those of ``never`` must not.
"""

from __future__ import annotations

import shlex
import tomllib
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from zjkg.build import Build
from zjkg.query import library, named, records, run
from zjkg.query.results import Value
from zjkg.query.tokens import TokenKind, tokens
from zjkg.query.vocabulary import unknown_terms
from zjkg.reading import read
from zjkg.settings import SHANGHAI, Settings
from zjkg.store import GraphStore

EXPECTED = Path(__file__).parent / "expected"
# The pairs of columns that hold a sentence, or words of it, and the article where it stands.
QUOTES = (
    ("quote", "source"),
    ("quoteA", "sourceA"),
    ("quoteB", "sourceB"),
    ("outQuote", "source"),
    ("inQuote", "source"),
    ("surface", "source"),
    ("anchor", "source"),
)
# What leads back to an article without quoting it, and how.
BY_OTHER_MEANS = {
    "articles": "is the article itself",
    "entities": "source and label",
    "judgements": "the IRI of the judgement, which a person made",
    "merges": "the articles are in first and second",
    "merges-of": "the articles are in first and second",
    "removals": "source, position and the removed text, which is no longer in the article",
    "reposts": "the two articles",
    "dropped": "source, start and end",
    "claims-by-rule": "source and the IRI of a claim",
    "quotes": "source and text",
    "search": "the entity, whose mentions names-of lists",
    "speakers": "source, text and the IRI of a claim",
}
# A claim's IRI is known only from another answer; that query has its own test.
BY_CLAIM = "evidence-of"
# The five articles hold no repost, and nobody has judged; the example has no claim to name.
WITHOUT_ANSWER = {"reposts", "judgements", BY_CLAIM}

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the answer that a careful reader of the five articles expects."""

    name: str
    number: int
    parameters: dict[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    never: tuple[tuple[Value, ...], ...]
    complete: bool


def expectations(name: str) -> list[Asked]:
    found = tomllib.loads((EXPECTED / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    return [_asked(name, number, entry) for number, entry in enumerate(found["asked"])]


def _asked(name: str, number: int, entry: dict[str, Any]) -> Asked:
    assert entry.keys() <= {"parameters", "columns", "rows", "never", "complete"}
    columns = tuple(entry["columns"].split())
    rows, never = (
        tuple(tuple(None if cell == "" else cell for cell in row) for row in entry.get(key, []))
        for key in ("rows", "never")
    )
    assert {len(row) for row in (*rows, *never)} <= {len(columns)}
    complete = entry.get("complete", True)
    return Asked(name, number, entry.get("parameters", {}), columns, rows, never, complete)


ALL = [asked for path in sorted(EXPECTED.glob("*.toml")) for asked in expectations(path.stem)]
each_question = pytest.mark.parametrize("asked", ALL, ids=lambda a: f"{a.name}-{a.number}")


def answer(store: GraphStore, name: str, parameters: dict[str, str]) -> list[Row]:
    return list(records(run(store.engine, named(name), parameters)))


def key(row: Row, asked: Asked) -> tuple[Value, ...]:
    values: list[Value] = []
    for column in asked.columns:
        value = row[column]
        is_source = column.lower().removesuffix("a").removesuffix("b").endswith("source")
        values.append(str(value)[:3] if is_source and value is not None else value)
    return tuple(values)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    folder = Path(__file__).parents[2] / "seeds/articles"
    return {path.stem: read(path, zone=SHANGHAI).text for path in sorted(folder.glob("*.txt"))}


def test_every_query_has_an_expected_answer() -> None:
    assert {asked.name for asked in ALL} | {BY_CLAIM} == set(library())


@each_question
def test_the_answer_is_right(five: GraphStore, asked: Asked) -> None:
    found = Counter(key(row, asked) for row in answer(five, asked.name, asked.parameters))
    wanted = Counter(asked.rows)
    if asked.complete:
        assert found == wanted
    else:
        assert wanted
        assert not wanted - found
    assert not set(asked.never) & set(found)


@each_question
def test_every_row_leads_back_to_its_words(
    five: GraphStore, texts: dict[str, str], asked: Asked
) -> None:
    for row in answer(five, asked.name, asked.parameters):
        pairs = [(quote, source) for quote, source in QUOTES if quote in row]
        assert pairs or asked.name in BY_OTHER_MEANS
        for quote, source in pairs:
            if row[quote] is not None and source in row:
                assert str(row[quote]) in texts[str(row[source])]


@each_question
def test_the_claim_of_a_row_has_the_sentence_of_the_row(five: GraphStore, asked: Asked) -> None:
    rows = answer(five, asked.name, asked.parameters)[:3]
    for row in rows:
        if "claim" in row and "quote" in row:
            told = answer(five, BY_CLAIM, {"claim": str(row["claim"])})
            assert (row["source"], row["quote"]) in {(t["source"], t["quote"]) for t in told}


def test_evidence_of_a_claim(five: GraphStore, texts: dict[str, str]) -> None:
    [claimed] = answer(five, "claims-with-value", {"value": "41600000000"})
    [known] = [
        row
        for row in answer(five, "licence-amounts", {"direction": "out"})
        if row["value"] == 41_600_000_000
    ]
    [told] = answer(five, BY_CLAIM, {"claim": str(known["claim"])})
    assert (told["kind"], told["speaker"]) == ("Observation", "石谦")
    assert told["quote"] == claimed["quote"]
    start, end = told["start"], told["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert texts[str(told["source"])][start:end] == told["quote"]


def test_reposts(tmp_path: Path, article_paths: tuple[Path, ...]) -> None:
    original = article_paths[2]
    copy = tmp_path / "100_copy.txt"
    text = original.read_text("utf-8")
    copy.write_text(f"轉載\n{text}", "utf-8")
    Build(Settings(store=tmp_path / "store"), jobs=1).exactly([original, copy])
    with GraphStore.open(tmp_path / "store") as store:
        [row] = answer(store, "reposts", {})
        assert (row["sourceA"], row["sourceB"]) == (original.stem, copy.stem)
        assert isinstance(row["sharedText"], int | Decimal)
        assert Decimal("0.9") < row["sharedText"] <= 1
        ties = {row["tie"] for row in answer(store, "origins", {"tie": "repost"})}
        assert ties == {"repost"}


@pytest.mark.parametrize("name", sorted(library()))
def test_the_header_names_who_asks_and_types_every_parameter(name: str) -> None:
    query = library()[name]
    assert query.users
    assert len(set(query.users)) == len(query.users)
    assert f"zjkg query {name}" in query.example
    declared = {parameter.name for parameter in query.parameters}
    used = {each.text[1:] for each in tokens(query.text) if each.kind is TokenKind.PARAMETER}
    assert declared == used
    for parameter in query.parameters:
        assert parameter.default is not None or parameter.name in example(name)


@pytest.mark.parametrize("name", sorted(library().keys() - WITHOUT_ANSWER))
def test_the_example_finds_something(five: GraphStore, name: str) -> None:
    assert answer(five, name, example(name))


def example(name: str) -> dict[str, str]:
    """The parameters of the example in the header."""
    words = shlex.split(library()[name].example)
    pairs = (words[i + 1].partition("=") for i, word in enumerate(words) if word == "-p")
    return {parameter: value for parameter, _, value in pairs}


@pytest.mark.parametrize("name", sorted(library()))
def test_no_query_uses_a_term_that_there_is_not(five: GraphStore, name: str) -> None:
    assert unknown_terms(five.engine, library()[name].text) == ()
